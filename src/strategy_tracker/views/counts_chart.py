"""The counts by colour over time as a chart with its table; until there is anything to compare, from when on."""

from datetime import date

from strategy_tracker.briefing.over_time import ColoursOn, CountsOverTime
from strategy_tracker.judging.standing.rating import Clock
from strategy_tracker.judging.tally import Tally
from strategy_tracker.model.colour import Colour
from strategy_tracker.model.names.labels import Label, label
from strategy_tracker.views.dates_and_amounts import long_date
from strategy_tracker.views.document import CountBar, CountsChart, Paragraph
from strategy_tracker.views.sheet import WORDS, Cell, Column, Table, cell, without_empty

_UPWARDS: tuple[Colour, ...] = ("red", "amber", "green", "blue", "grey")
"""Colours of a bar from its base: the reader asks whether red grows, and only the lowest can be compared by eye."""
HEADS: dict[Colour, Label] = {
    "blue": label("complete"),
    "green": label("green"),
    "amber": label("amber"),
    "red": label("red"),
    "grey": label("no-colour"),
}


def told_over_time(
    found: CountsOverTime, day: date, now: Tally, meets: Clock | None
) -> tuple[CountsChart | Paragraph, ...]:
    """A chart of what was counted, with what a tally has of a day last; without an earlier day, from when on there is.

    `meets` is the clock of the next meeting, where a body is known. Where git cannot tell, that is said once, with what
    nothing can be compared with.
    """
    if not found.records:
        return () if found.lacking else (Paragraph(_from_when(meets)),)
    today = ColoursOn(day, {colour: now.of(colour) for colour in _UPWARDS})
    records = (*found.records, today)
    bars = tuple(
        CountBar(long_date(one.day), tuple((colour, one.counts.get(colour, 0)) for colour in _UPWARDS))
        for one in records
    )
    ends = tuple(f"{today.counts[colour]:,} {WORDS[colour]}" for colour in _UPWARDS if today.counts.get(colour))
    words = label("counts-words", number=str(len(records)), first=bars[0].label, last=bars[-1].label)
    return (CountsChart(label("counts-over-time"), bars, ends, words, _table(records, unread=found.unread)),)


def _from_when(meets: Clock | None) -> Label:
    if meets and meets.due and not meets.run_out:
        return label("counts-after-meeting", day=long_date(meets.due))
    return label("counts-after-next")


def _table(records: tuple[ColoursOn, ...], *, unread: bool) -> Table:
    heads = (Column(label("when")), *(Column(name, figures=True, colour=colour) for colour, name in HEADS.items()))
    rows = tuple(
        (
            cell(long_date(one.day)),
            *(Cell(f"{one.counts[colour]:,}", colour) if one.counts.get(colour) else cell(None) for colour in HEADS),
        )
        for one in records
    )
    notes = (label("counts-unread"),) if unread else ()
    return without_empty(Table(label("same-as-table"), heads, rows, notes), keep=1)
