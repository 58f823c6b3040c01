"""The shape of a change between two moments, the two sides compared, and the ways to state one change."""

import difflib
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Literal, NamedTuple

from strategy_tracker.comparing.fields import fields
from strategy_tracker.judging.standing.of_actions import ActionStanding
from strategy_tracker.judging.standing.of_measures import MeasureStanding
from strategy_tracker.judging.standing.rating import Rating
from strategy_tracker.model.action import Action
from strategy_tracker.model.colour import WORST_FIRST
from strategy_tracker.model.dates.typed_dates import NOTHING_TYPED, TypedDates
from strategy_tracker.model.measures.measure import Measure
from strategy_tracker.model.names.joined import semicolons
from strategy_tracker.model.names.labels import Label, phrase
from strategy_tracker.model.practice import Example
from strategy_tracker.model.record import Record
from strategy_tracker.model.settings import DEFAULTS, Settings
from strategy_tracker.model.strategy import Priority, Strategy

ChangeKind = Literal[
    "update", "added", "withdrawn", "moved", "reworded", "colour", "state", "due", "owner",
    "target", "rule", "reading", "restated", "settings", "detail",
]  # fmt: skip


TIME = phrase("a-date-passed")
"""Why a colour moved that nobody touched."""


class Difference(NamedTuple):
    """One change of one item: what it was, what it is, and why a colour moved. `worse` where the colour is."""

    kind: ChangeKind
    item: str
    thing: str
    text: str
    before: str
    after: str
    why: str = ""
    worse: bool | None = None


class MomentSide(NamedTuple):
    """One of two moments: the records, how they stood, and the day of that. Actions and measures are by address.

    `unread` are the addresses of the other moment that may stand in this one as well, where it could not be read.
    `typed` are the due dates that git knows of and the record does not.
    """

    strategies: Mapping[str, Strategy]
    measures: Mapping[str, Measure]
    actions_stood: Mapping[str, ActionStanding]
    measures_stood: Mapping[str, MeasureStanding]
    settings: Settings = DEFAULTS
    examples: Mapping[str, Example] = {}
    day: date | None = None
    unread: frozenset[str] = frozenset()
    typed: TypedDates = NOTHING_TYPED


class PlacedAction(NamedTuple):
    """An action with the priority and strategy it is in."""

    action: Action
    priority: Priority
    strategy: Strategy

    @property
    def owner(self) -> tuple[str, ...]:
        """The posts answerable, its own or inherited."""
        return self.action.owner or self.priority.owner or self.strategy.owner


def placed(side: MomentSide) -> dict[str, PlacedAction]:
    """Give every action of a side by its address, with the priority and strategy it is in."""
    return {
        f"{strategy.id}/{action.id}": PlacedAction(action, priority, strategy)
        for strategy in side.strategies.values()
        for priority in strategy.priorities
        for action in priority.actions
    }


def same_colour(was: Rating, now: Rating) -> bool:
    """Whether two ratings look the same: their colour, and the word for it; late or waiting is no colour."""
    return (was.colour, was.bare_word) == (now.colour, now.bare_word)


def colour(item: str, thing: str, text: str, was: Rating, now: Rating, why: str) -> Iterator[Difference]:
    """State that a colour moved, and why; nothing where it did not. From or to grey is neither worse nor better."""
    if not same_colour(was, now):
        worse = (
            None
            if "grey" in (was.colour, now.colour) or was.colour == now.colour
            else WORST_FIRST.index(now.colour) < WORST_FIRST.index(was.colour)
        )
        yield Difference("colour", item, thing, text, was.word, now.word, semicolons([why, now.reason]), worse)


def ids(old: Mapping[str, object], new: Mapping[str, object]) -> list[str]:
    """List every id of two moments: those of the new one first, in its order."""
    return [*new, *(name for name in old if name not in new)]


def whole(item: str, thing: str, before: str, after: str) -> Difference:
    """State that something came or went."""
    return Difference("withdrawn" if before else "added", item, thing, before or after, before, after)


_PROSE = frozenset({
    "title", "text", "plain", "strapline", "rationale", "vision", "aspirations", "needs", "success", "context", "note",
    "definition", "cohort", "source", "summary",
})  # fmt: skip


def details(item: str, thing: str, text: str, one: Record, two: Record, hidden: frozenset[str]) -> Iterator[Difference]:
    """State every field with another value, apart from the hidden ones; in texts, the words that differ."""
    alike = {name for name, value in one if value == getattr(two, name)}
    before, after = fields(one, hidden | alike), fields(two, hidden | alike)
    for key in ids(before, after):
        was, now = before.get(key, ()), after.get(key, ())
        if sorted(was) == sorted(now):
            continue
        if key in _PROSE and was and now:
            old, new = words("; ".join(was), "; ".join(now))
            yield Difference("reworded", item, thing, text, old, new, "" if key in ("text", "title") else key)
        else:
            yield field(item, thing, text, key, "; ".join(was), "; ".join(now))


def field(item: str, thing: str, text: str, key: str, before: object, after: object) -> Difference:
    """State that a key has another value."""
    kind: ChangeKind = "owner" if key == "owner" else "detail"
    why = "" if key == "owner" else key if isinstance(key, Label) else key.replace("_", " ")
    return Difference(kind, item, thing, text, _told(before), _told(after), why)


def _told(value: object) -> str:
    return phrase("no-value") if not value else value if isinstance(value, str) else str(value)


LONG = 1500
"""Words beyond which two texts are not compared word by word."""
ALIKE = 100_000
"""Pairs of equal words, one of each text, beyond which they are not: a page of prose has a tenth of that."""


def words(old: str, new: str) -> tuple[str, str]:
    """Mark in two texts the words that differ with square brackets, and leave out long stretches that do not."""
    one, two = old.split(), new.split()
    counts, others = Counter(one), Counter(two)
    if max(len(one), len(two)) > LONG or sum(number * others[word] for word, number in counts.items()) > ALIKE:
        return phrase("so-many-words", number=f"{len(one)}"), phrase("so-many-words", number=f"{len(two)}")
    before, after = [], []
    # autojunk would take words that stand in 1% of a long text, such as "the", for noise and mark whole sentences
    for step, a, b, c, d in difflib.SequenceMatcher(None, one, two, autojunk=False).get_opcodes():
        marked = step != "equal"
        before.append(_stretch(one[a:b], marked))
        after.append(_stretch(two[c:d], marked))
    return " ".join(part for part in before if part), " ".join(part for part in after if part)


def _stretch(text: list[str], marked: bool) -> str:
    if marked:
        return f"[{' '.join(text)}]" if text else ""
    return " ".join(text if len(text) <= 14 else [*text[:6], "…", *text[-6:]])
