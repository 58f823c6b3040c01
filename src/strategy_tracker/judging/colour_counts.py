"""Counts how many had each colour on one day after another, actions and measures apart."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import count
from typing import Literal, NamedTuple

from strategy_tracker.judging.standing.rating import Rating
from strategy_tracker.model.colour import Colour
from strategy_tracker.model.commit import Commit
from strategy_tracker.model.dates.period import MARCH, YearEnd

Spacing = Literal["month", "quarter"]
ORDER: tuple[Colour, ...] = ("red", "amber", "green", "blue", "grey")
"""Colours as they are counted and drawn."""


class DayRatings(NamedTuple):
    """All ratings on a day, and the measures that each strategy/priority names.

    Actions are by strategy/priority/action, measures by id.
    """

    day: date
    commit: Commit
    actions: Mapping[str, Rating]
    measures: Mapping[str, Rating]
    named: Mapping[str, tuple[str, ...]]


class DayCounts(NamedTuple):
    """How many had each colour on a day; `words` is the word of the colour where a single item was asked for."""

    day: date
    commit: Commit
    thing: Literal["actions", "measures"]
    counts: Mapping[Colour, int]
    words: str = ""

    @property
    def total(self) -> int:
        """All of them, rated or not."""
        return sum(self.counts.values())


def ends(first: date, last: date, every: Spacing, year_end: YearEnd = MARCH) -> Iterator[date]:
    """Give the last day of each month, or of each quarter of the financial year, from `first` on, and `last` itself."""
    step, begin = (1, YearEnd(12)) if every == "month" else (3, year_end)
    for later in count(0, step):
        day = begin.in_year(first.year - 1, later)
        if day >= last:
            break
        if day >= first:
            yield day
    yield last


def counted(stood: Sequence[DayRatings], address: str = "", thing: str = "") -> Iterator[DayCounts]:
    """Count the colours of each day: of everything, or of one strategy, priority, action or measure."""
    for one in stood:
        actions = {key: rating for key, rating in one.actions.items() if _within(key, address, thing)}
        if thing == "measure":
            measures = {key: rating for key, rating in one.measures.items() if key == address}
        else:
            wanted = {m for key, names in one.named.items() if _holds(key, address, thing) for m in names}
            measures = {
                key: rating
                for key, rating in one.measures.items()
                if (not address or key in wanted) and rating.why != "withdrawn"  # counted nowhere, as in a tally
            }
        if thing != "measure":
            yield _count(one, "actions", actions, thing)
        if thing != "action":
            yield _count(one, "measures", measures, thing)


def _within(key: str, address: str, thing: str) -> bool:
    """Whether an action, as strategy/priority/action, is one of those asked for."""
    strategy, _, rest = key.partition("/")
    if thing == "action":
        return f"{strategy}/{rest.rpartition('/')[2]}" == address
    return thing != "measure" and (not address or key.startswith(f"{address}/"))


def _holds(key: str, address: str, thing: str) -> bool:
    return thing in ("strategy", "priority") and (key == address or key.startswith(f"{address}/"))


def _count(
    one: DayRatings, thing: Literal["actions", "measures"], ratings: Mapping[str, Rating], asked: str
) -> DayCounts:
    counts = Counter(rating.colour for rating in ratings.values())
    single = next(iter(ratings.values())).word if asked in ("action", "measure") and ratings else ""
    return DayCounts(one.day, one.commit, thing, {colour: counts[colour] for colour in ORDER}, single)
