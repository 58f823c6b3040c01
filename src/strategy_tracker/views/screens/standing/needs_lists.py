"""Who and what needs somebody by name, in the lines that a screen has left; and what comes next."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import timedelta

from strategy_tracker.judging.attention import AttentionItem, list_coming
from strategy_tracker.judging.meetings.reviews import meets_next
from strategy_tracker.judging.standing.of_portfolio import Standing
from strategy_tracker.views.attention_heads import HEADS, by_head, named
from strategy_tracker.views.dates_and_amounts import near_date, short_when, target_of
from strategy_tracker.views.screens.standing.needs import meeting_day, short_ids
from strategy_tracker.views.sheet import MARKS, Cell, GridColumn, Line, ScreenGrid, SheetSection
from strategy_tracker.views.text import counted, cut_inside, one_line

AHEAD = timedelta(days=30)
"""How far "next" looks."""


def needs_lists(standing: Standing, found: Iterable[AttentionItem], room: int) -> Iterator[SheetSection]:
    """A section of lists of what was found, which share so many lines, and the line of what comes next.

    Each list has one line at least.
    """
    told = by_head(one for one in found if not one.is_over)
    lists = [(head, chosen) for head, chosen in told.items() if head != HEADS["silent"]]
    coming = next_line(standing)
    if not lists:
        yield from [SheetSection("", (coming,), apart=True)] if coming else []
        return
    shares = _shared([len(chosen) for _, chosen in lists], room - 1 - len(lists) - bool(coming))
    shown = [chosen[:share] for (_, chosen), share in zip(lists, shares, strict=True)]
    ids = short_ids(standing, {one.item for each in shown for one in each})
    rows: list[tuple[Cell, ...]] = []
    for (head, chosen), share in zip(lists, shares, strict=True):
        left = "" if share == len(chosen) else f", {share} of {len(chosen):,}: strategy {_ALL.get(head, 'overdue')}"
        rows += [(Cell(f"{head}{left}", strong=True),), *(_row(one, standing, ids) for one in chosen[:share])]
    columns = (
        GridColumn(),
        GridColumn(gives_way=True, gap=1),
        GridColumn(),
        GridColumn(gap=1),
        GridColumn(figures=True),
    )
    grid = ScreenGrid(columns, tuple(rows), (coming,) if coming else (), wide=True)
    yield SheetSection("", (), (grid,), apart=True)


_ALL = {
    HEADS["red-measure"]: "status --measures --rag red",
    HEADS["red-action"]: "status --actions --rag red",
}
"""The command that lists all that stands under a head, where that is not `overdue`; silence is a count above."""


def _shared(wanted: Sequence[int], room: int) -> list[int]:
    """Shares lines out: one to each list, then one after the other to those that want more."""
    shares = [1] * len(wanted)
    while sum(shares) < min(room, sum(wanted)):
        for n, most in enumerate(wanted):
            if shares[n] < most and sum(shares) < room:
                shares[n] += 1
    return shares


def _row(one: AttentionItem, standing: Standing, ids: Mapping[str, str]) -> tuple[Cell, ...]:
    """Its mark, what it is, when it was due and how long ago, or its figure and what was wanted, and its id."""
    first, second = short_when(one.when, standing.as_at), counted(one.days, "day") if one.when else ""
    if one.thing == "measure" and one.kind != "late-reading":
        measure = standing.measures[one.item]
        first = measure.reading.shown if measure.reading else ""
        second = f"target {target_of(measure)}" if measure.target is not None else ""
    item = "" if one.thing == "meeting" else ids.get(one.item, one.item)
    return (
        Cell(MARKS[one.colour], one.colour),
        Cell(one_line(named(one))),
        Cell(first),
        Cell(second),
        Cell(item, "grey"),
    )


def next_line(standing: Standing) -> Line:
    """How many dates come in a month, and who meets next; empty where nothing is to come."""
    until = standing.as_at + AHEAD
    dates = sum(one.thing != "meeting" for one in list_coming(standing, until))
    meets = meets_next(standing.strategies, standing.as_at)
    told = [f"{counted(dates, 'date')} by {near_date(until, standing.as_at)}"] if dates else []
    if meets and meets.clock.due:
        at = meeting_day(meets.clock, standing.as_at)
        room = _LINE - len("; ".join(("Next: ", *told))) - len(at) - 3
        told.append(f"{cut_inside(one_line(meets.body), room)} {at}")
    return (Cell("Next", strong=True), Cell(f": {'; '.join(told)}")) if told else ()


_LINE = 80
