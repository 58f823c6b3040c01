"""The words that count what needs somebody, and that name a thing or a meeting, the same on every screen."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date

from strategy_tracker.judging.attention import AttentionItem
from strategy_tracker.judging.standing.of_portfolio import Standing
from strategy_tracker.judging.standing.rating import Clock
from strategy_tracker.model.colour import Colour
from strategy_tracker.model.names.address import shortest_ends
from strategy_tracker.views.dates_and_amounts import near_date, when
from strategy_tracker.views.sheet import Cell, line_text
from strategy_tracker.views.text import columns

_WORDS = {
    "late": ("late", "late"),
    "waiting": ("waiting for a word", "waiting for a word"),
    "silent": ("silent", "silent"),
    "missed-review": ("review missed", "reviews missed"),
    "late-resolution": ("resolution late", "resolutions late"),
    "late-reading": ("reading late", "readings late"),
    "no-amber-rule": ("target missed, no amber declared", "targets missed, no amber declared"),
    "unanswered": ("unanswered", "unanswered"),
    "upcoming": ("coming", "coming"),
}
_TINTS: dict[str, Colour] = {"late": "red", "waiting": "amber", "silent": "amber"}
"""The colours of counts, which are those of the columns of `status`."""


def short_ids(standing: Standing, items: Collection[str]) -> dict[str, str]:
    """Give the address of each of these actions and measures the shortest id by which every command finds it."""
    others = [name for s in standing.strategies for name in (s.id, *(f"{s.id}/{p.id}" for p in s.priorities))]
    actions = (f"{s.id}/{action.id}" for s in standing.strategies for action in s.actions)
    asks = (f"{s.id}/{one.id}" for s in standing.strategies for body in s.bodies for one in body.resolutions)
    return shortest_ends([*actions, *standing.measures, *asks, *others], items)


def meeting_day(clock: Clock, today: date) -> str:
    """Write `on 4 October`; of a meeting of which only the interval is known, by when it is wanted."""
    assert clock.due
    if clock.text and clock.text != clock.due.isoformat():
        return f"in {when(clock.text)}"
    return f"{'on' if clock.text else 'by'} {near_date(clock.due, today)}"


Counts = tuple[Cell, ...]
"""Counts on a line, in parts."""
_LINE = 80


def count_lines(found: Iterable[AttentionItem], standing: Standing, moved: Counts = ()) -> tuple[Counts, ...]:
    """Counts of each kind and those of measures that `moved`, on one line, or where that is too long on several.

    That nothing is late is said as well, for it is what everybody asks. Of several lines the first has what is asked of
    the owners of actions; the figures, meetings and answers that have not come stand last.
    """
    numbers = Counter[str | None](one.asked for one in found)
    numbers["silent"] += numbers.pop("very-silent", 0)
    if not any(numbers[kind] for kind in _WORDS):
        known = "Nothing that could be read" if standing.unread else "Nothing"
        return (_line([Cell(f"{known} is late, waiting for a word or silent")], moved),)
    asked, others = _told(numbers, _TINTS), _told(numbers, [kind for kind in _WORDS if kind not in _TINTS])
    none = [] if numbers["late"] else [Cell("none late")]
    whole = _line([*asked, *others, *none], moved)
    if columns(line_text(whole)) <= _LINE:
        return (whole,)
    return tuple(_packed(one for one in (_line([*asked, *none]), moved, _line(others)) if one))


def _packed(groups: Iterable[Counts]) -> Iterator[Counts]:
    """Lines of counts, none longer than a screen is wide unless one group is."""
    line: Counts = ()
    for group in groups:
        longer = (*line, Cell(" · "), *group) if line else group
        if line and columns(line_text(longer)) > _LINE:
            yield line
            longer = group
        line = longer
    yield line


def _told(numbers: Mapping[str | None, int], kinds: Iterable[str]) -> list[Cell]:
    words = ((kind, _WORDS[kind], numbers[kind]) for kind in kinds)
    return [Cell(f"{n:,} {many if n > 1 else one}", _TINTS.get(kind)) for kind, (one, many), n in words if n]


def _line(told: Sequence[Cell], moved: Counts = ()) -> Counts:
    parts = [(one,) for one in told] + ([moved] if moved else [])
    return tuple(cell for n, part in enumerate(parts) for cell in ((Cell(" · "), *part) if n else part))
