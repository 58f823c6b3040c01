"""Who and what needs somebody by name, in the lines that a screen has left; and what comes next."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import timedelta

from strategy_tracker.briefing.concerns import Concern, concerns, due_by
from strategy_tracker.judging.meetings.reviews import meets_next
from strategy_tracker.judging.standing.of_portfolio import Standing
from strategy_tracker.views.dates_and_amounts import near_date, short_when, target_of
from strategy_tracker.views.screens.needs import HEADINGS, meeting_day, short_ids
from strategy_tracker.views.sheet import MARKS, Cell, GridColumn, Line, ScreenGrid, SheetSection
from strategy_tracker.views.text import counted, cut_inside, one_line

AHEAD = timedelta(days=30)
"""How far "next" looks."""


def needs_lists(standing: Standing, room: int) -> Iterator[SheetSection]:
    """A section of lists that share so many lines, each with one at least, and the line of what comes next."""
    over = {name for one in standing.strategies if not one.phase.runs for name in one.measures}
    over -= {name for one in standing.strategies if one.phase.runs for name in one.measures}
    found = [one for one in concerns(standing) if one.item not in over]
    lists = [(words, chosen, all_) for words, fits, all_ in _LISTS if (chosen := [one for one in found if fits(one)])]
    coming = next_line(standing)
    if not lists:
        yield from [SheetSection("", (coming,), apart=True)] if coming else []
        return
    shares = _shared([len(chosen) for _, chosen, _ in lists], room - 1 - len(lists) - bool(coming))
    ids = short_ids(standing)
    rows: list[tuple[Cell, ...]] = []
    for (words, chosen, all_), share in zip(lists, shares, strict=True):
        left = "" if share == len(chosen) else f", {share} of {len(chosen):,}: strategy {all_}"
        rows += [(Cell(f"{words}{left}", strong=True),), *(_row(one, standing, ids) for one in chosen[:share])]
    columns = (
        GridColumn(),
        GridColumn(gives_way=True, gap=1),
        GridColumn(),
        GridColumn(gap=1),
        GridColumn(figures=True),
    )
    grid = ScreenGrid(columns, tuple(rows), (coming,) if coming else (), wide=True)
    yield SheetSection("", (), (grid,), apart=True)


def _is(group: str, thing: str = "") -> Callable[[Concern], bool]:
    return lambda one: one.group == group and thing in ("", one.thing)


_LISTS: tuple[tuple[str, Callable[[Concern], bool], str], ...] = (
    (HEADINGS["late"], _is("late"), "overdue"),
    ("Red measures", _is("red", "measure"), "status --measures --rag red"),
    (HEADINGS["waiting"], _is("waiting"), "overdue"),
    ("Judged red by its owner", _is("red", "action"), "status --actions --rag red"),
    (HEADINGS["no-amber-rule"], _is("missed"), "overdue"),
    (HEADINGS["late-reading"], _is("not-come"), "overdue"),
)
"""Each list with its heading and the command that shows it whole; what is silent is only counted."""


def _shared(wanted: Sequence[int], room: int) -> list[int]:
    """Shares lines out: one to each list, then one after the other to those that want more."""
    shares = [1] * len(wanted)
    while sum(shares) < min(room, sum(wanted)):
        for n, most in enumerate(wanted):
            if shares[n] < most and sum(shares) < room:
                shares[n] += 1
    return shares


def _row(one: Concern, standing: Standing, ids: Mapping[str, str]) -> tuple[Cell, ...]:
    """Its mark, what it is, when it was due and how long ago, or its figure and what was wanted, and its id."""
    first, second = short_when(one.when, standing.as_at), counted(one.days, "day") if one.when else ""
    if one.thing == "measure" and one.group != "not-come":
        measure = standing.measures[one.item]
        first = measure.reading.shown if measure.reading else ""
        second = f"target {target_of(measure)}" if measure.target is not None else ""
    item = "" if one.thing == "meeting" else ids.get(one.item, one.item)
    return (
        Cell(MARKS[one.colour], one.colour),
        Cell(one_line(one.text)),
        Cell(first),
        Cell(second),
        Cell(item, "grey"),
    )


def next_line(standing: Standing) -> Line:
    """How many dates come in a month, and who meets next; empty where nothing is to come."""
    until = standing.as_at + AHEAD
    dates = sum(one.text != one.item for one in due_by(standing, until))
    meets = meets_next(standing.strategies, standing.as_at)
    told = [f"{counted(dates, 'date')} by {near_date(until, standing.as_at)}"] if dates else []
    if meets and meets.clock.due:
        at = meeting_day(meets.clock, standing.as_at)
        room = _LINE - len("; ".join(("Next: ", *told))) - len(at) - 3
        told.append(f"{cut_inside(one_line(meets.body), room)} {at}")
    return (Cell("Next", strong=True), Cell(f": {'; '.join(told)}")) if told else ()


_LINE = 80
