"""Collects what the strategies of today mark as internal or public, which holds for what they said earlier as well.

Somebody who marks an action internal, or takes words back, must not find them again in a list of what changed.
"""

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from strategy_tracker.model.action import Action, Update
from strategy_tracker.model.strategy import Judgement, Priority, Strategy, Voice

InternalThing = Literal["strategy", "priority", "action", "voice"]


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
    """The items that are internal now, and the words that are public now; `earlier` for records that are not of now."""

    internal: frozenset[InternalItem] = frozenset()
    public: frozenset[PublicWords] = frozenset()
    earlier: bool = False

    def hides(self, strategy: str, one: Strategy | Priority | Action | Voice) -> bool:
        """Whether an item is internal: by its own mark, and what is earlier also by the mark it has now."""
        things: dict[type, InternalThing] = {
            Strategy: "strategy",
            Priority: "priority",
            Action: "action",
            Voice: "voice",
        }
        return one.internal or (self.earlier and InternalItem(strategy, things[type(one)], one.id) in self.internal)

    def shows(self, strategy: str, item: str, said: Update | Judgement) -> bool:
        """Whether a note is public: by its own mark, and what is earlier only if the same words are public now."""
        if not said.public:
            return False
        return not self.earlier or PublicWords(strategy, item, said.on.text, said.note or "") in self.public


def marks(strategies: Iterable[Strategy]) -> Marks:
    """Collect the marks in the strategies of now."""
    every = list(strategies)
    return Marks(
        frozenset(item for one in every for item in _internal(one)),
        frozenset(words for one in every for words in _public(one)),
    )


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


def _public(strategy: Strategy) -> Iterator[PublicWords]:
    for priority in strategy.priorities:
        for judgement in priority.judgements:
            if judgement.public:
                yield PublicWords(strategy.id, priority.id, judgement.on.text, judgement.note)
        for action in priority.actions:
            for update in action.updates:
                if update.public:
                    yield PublicWords(strategy.id, action.id, update.on.text, update.note or "")
