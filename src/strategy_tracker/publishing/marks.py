"""Collects what the strategies of today mark as internal or public, which holds for what they said earlier as well.

Somebody who marks an action internal, or takes words back, must not find them again in a list of what changed.
"""

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from strategy_tracker.model.action import Action, Move, Update
from strategy_tracker.model.meeting import Ask
from strategy_tracker.model.names.labels import phrase
from strategy_tracker.model.parts.pledge import PledgeJudgement
from strategy_tracker.model.strategy import Judgement, Priority, Strategy, Voice

InternalThing = Literal["strategy", "priority", "action", "voice"]
WITHHELD = phrase("not-published")
"""Stands where somebody's words are kept inside, so that nobody takes them for missing."""
Said = Update | Judgement | PledgeJudgement | Move | Ask
"""What holds words that are for some readers and not for others."""


class InternalItem(NamedTuple):
    """Something that may be internal, by its id in its strategy."""

    strategy: str
    thing: InternalThing
    id: str


class PublicWords(NamedTuple):
    """What somebody said of an item on a day."""

    strategy: str
    id: str
    on: str
    note: str


class Marks(NamedTuple):
    """The items that are internal now, and the words that may be shown now; `earlier` for records that are not of now.

    `in_public` is for the paper of a committee that meets in public: words are shown unless they are marked internal.
    """

    internal: frozenset[InternalItem] = frozenset()
    public: frozenset[PublicWords] = frozenset()
    earlier: bool = False
    in_public: bool = False

    def hides(self, strategy: str, one: Strategy | Priority | Action | Voice) -> bool:
        """Whether an item is internal: by its own mark, and what is earlier also by the mark it has now."""
        things: dict[type, InternalThing] = {
            Strategy: "strategy",
            Priority: "priority",
            Action: "action",
            Voice: "voice",
        }
        return one.internal or (self.earlier and InternalItem(strategy, things[type(one)], one.id) in self.internal)

    def shows(self, strategy: str, item: str, said: Said) -> bool:
        """Whether words are shown: by their own mark, and what is earlier only if the same words are shown now."""
        if not self.are_for_readers(said):
            return False
        return not self.earlier or _words(strategy, item, said) in self.public

    def are_for_readers(self, said: Said) -> bool:
        """Whether words may be shown by their own mark; a reason for a move is never marked public."""
        if said.internal:
            return False
        return self.in_public or (not isinstance(said, Move) and said.public)


def marks(strategies: Iterable[Strategy], *, in_public: bool = False) -> Marks:
    """Collect the marks in the strategies of now."""
    every, found = list(strategies), Marks(in_public=in_public)
    said = [each for one in every for each in _said(one)]
    shown = {_words(*each) for each in said if found.are_for_readers(each[2])}
    return found._replace(
        internal=frozenset(item for one in every for item in _internal(one)),
        public=frozenset(shown - {_words(*each) for each in said if each[2].internal}),
    )


def _words(strategy: str, item: str, said: Said) -> PublicWords:
    if isinstance(said, Ask):
        return PublicWords(strategy, item, "", said.text)
    words = said.why if isinstance(said, Move) else said.note
    return PublicWords(strategy, item, said.on.text, words or "")


def _internal(strategy: Strategy) -> Iterator[InternalItem]:
    name = strategy.id
    if strategy.internal:
        yield InternalItem(name, "strategy", name)
    yield from (InternalItem(name, "voice", one.id) for one in strategy.voice if one.internal)
    for priority in strategy.priorities:
        if priority.internal:
            yield InternalItem(name, "priority", priority.id)
        inside = strategy.internal or priority.internal
        yield from (InternalItem(name, "action", one.id) for one in priority.actions if inside or one.internal)


def _said(strategy: Strategy) -> Iterator[tuple[str, str, Said]]:
    """All that holds words, with the ids of its strategy and of its commitment, priority, action or ask."""
    for body in strategy.governance:
        yield from ((strategy.id, ask.id, ask) for meeting in body.meetings for ask in meeting.asks)
    for promise in strategy.pledge:
        yield from ((strategy.id, promise.id, one) for one in promise.judgements)
    for priority in strategy.priorities:
        yield from ((strategy.id, priority.id, one) for one in priority.judgements)
        for action in priority.actions:
            moves = (*action.moved, *(move for one in action.milestones for move in one.moved))
            yield from ((strategy.id, action.id, one) for one in action.updates)
            yield from ((strategy.id, action.id, one) for one in moves)
