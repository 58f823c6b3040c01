"""What somebody typed into the forms of a measure, as a proposal: figures of several periods, or one revised."""

from collections.abc import Iterator

from strategy_tracker.app.find_item import item_in
from strategy_tracker.app.serving.memory import Picture
from strategy_tracker.app.serving.typed_answers import Faulty, Typed, day_said, post_that_speaks, said
from strategy_tracker.app.writing.items.record import TypedReading, propose_reading, propose_readings
from strategy_tracker.app.writing.proposal import Proposal
from strategy_tracker.editing.revisions import expected
from strategy_tracker.judging.measures.inherited import settled
from strategy_tracker.judging.measures.known_readings import known_readings
from strategy_tracker.model.measures.measure import Measure
from strategy_tracker.model.names.address import Item
from strategy_tracker.model.new_entries import NewReading
from strategy_tracker.model.spellings import spelled_period
from strategy_tracker.problem import Problem

ROWS = ("1", "2", "3", "4")


def record(picture: Picture, item: Item, typed: Typed) -> Proposal:
    """The proposal of every figure that was typed. Raises `Faulty` with the mistakes of each row."""
    post_that_speaks(picture, item, typed)
    rows = [row for row in ROWS if said(typed, f"period-{row}") or said(typed, f"value-{row}")]
    if not rows:
        raise Problem("there is no figure", "type one for a period", "value-1")
    readings = {row: TypedReading(f"row {row}", item, _reading(typed, row)) for row in rows}
    if len(rows) > 1:
        faults = [fault for row in rows for fault in _faults(picture, item, readings[row].new, row)]
        if faults:
            raise Faulty(faults)
        return propose_readings(picture.portfolio, list(readings.values()), picture.today)
    try:
        return propose_reading(picture.portfolio, item, readings[rows[0]].new, picture.today)
    except Problem as error:
        raise _of_row(error, rows[0]) from None


def revise(picture: Picture, item: Item, typed: Typed) -> Proposal:
    """The proposal of a figure that is another one now. Raises `Problem` where nobody says why."""
    post_that_speaks(picture, item, typed)
    why = said(typed, "why")
    if not why:
        raise Problem("a figure is not revised without a reason", 'say --why "…"', "why")
    new = NewReading(said(typed, "period"), said(typed, "value"), on=day_said(typed, "on"), revise=True, why=why)
    return propose_reading(picture.portfolio, item, new, picture.today)


def period_wanted(picture: Picture, item: Item) -> str:
    """The period that the next figure of a measure is for; empty where nobody declared how often one comes."""
    measure: Measure = settled(item_in(picture.records[item.file], item), picture.portfolio.settings)
    known = known_readings(measure.readings, measure.unit, picture.today)
    if measure.frequency is None or not known:
        return ""
    return expected(known[-1].period, measure.frequency, picture.portfolio.settings.year_end)


def _reading(typed: Typed, row: str) -> NewReading:
    period = said(typed, f"period-{row}")
    meant = spelled_period(period)
    return NewReading(
        meant.text if meant and meant.certain else period,
        said(typed, f"value-{row}"),
        said(typed, "note"),
        said(typed, "source"),
        day_said(typed, "on"),
        bool(said(typed, "provisional")),
    )


def _faults(picture: Picture, item: Item, new: NewReading, row: str) -> Iterator[Problem]:
    try:
        propose_reading(picture.portfolio, item, new, picture.today)
    except Problem as error:
        yield _of_row(error, row)


def _of_row(error: Problem, row: str) -> Problem:
    """The same, about the period or the figure of a row."""
    field = f"{error.field}-{row}" if error.field in ("period", "value") else error.field
    return Problem(error.message, error.next_step, field)
