"""Writing down the figure of a measure: the proposal of a reading, and what it does to colour and direction."""

from datetime import date
from pathlib import Path

from strategy_tracker.app.find_item import file_of, find, item_in, measure_in
from strategy_tracker.app.writing.proposal import (
    ColourChange,
    Draft,
    Note,
    Proposal,
    edited,
    load_whole,
    proposal_of,
    refuse_wrong_settings,
)
from strategy_tracker.editing import typed_figures
from strategy_tracker.editing.edit_reading import reading_changes
from strategy_tracker.editing.refusals import Already, has_come
from strategy_tracker.editing.revisions import same_period
from strategy_tracker.files.portfolio import Portfolio
from strategy_tracker.judging.standing import MeasureStanding
from strategy_tracker.model.address import Item
from strategy_tracker.model.measure import Measure
from strategy_tracker.model.new_entries import NewReading
from strategy_tracker.model.period import Period


def propose_reading(portfolio: Portfolio, measure: str | Item, new: NewReading, today: date) -> Proposal:
    """The proposal of a reading of a measure, which is named by its id or by any unambiguous end of it.

    Raises `Problem` where the period or the figure is none, where another is there, or where the file cannot take it.
    """
    meant = find(portfolio, measure, ("measure",)) if isinstance(measure, str) else measure
    file, settings = file_of(portfolio, meant), portfolio.settings
    when = typed_figures.period(new.period, settings.year_end)
    said = new._replace(note=new.note.strip(), source=new.source.strip(), on=typed_figures.day(new.on, "--on"))
    has_come(said.on or str(today), today, "a figure is known from a day that has come")

    def plan() -> Draft:
        refuse_wrong_settings(portfolio)
        loaded = load_whole(file, settings)
        old: Measure = item_in(loaded.record, meant)
        try:
            changes = reading_changes(old, loaded.data, meant.route, when, said, today, settings)
        except Already as same:
            return Draft(meant, (), already=str(same))
        made = edited(loaded, changes, today, settings)
        now: Measure = item_in(made.after, meant)
        key = same_period(when, now.readings) or when
        made = made._replace(notes=(*made.notes, *_other_kind(old, key), *_still_held(now, key)))
        before, after = (measure_in(record, meant, today, settings) for record in (made.before, made.after))
        return Draft(meant, (made,), ColourChange(before, after, _direction(after, key)))

    return proposal_of(portfolio.root, [Path(file.path)], plan)


def reading_of_line(portfolio: Portfolio, text: str) -> NewReading:
    """The reading that one line says, such as `2022/23 Q2 64`. Raises `Problem` where it says none."""
    when, value = typed_figures.period_and_figure(text, portfolio.settings.year_end)
    return NewReading(when.text, value)


def _other_kind(measure: Measure, when: Period) -> tuple[Note, ...]:
    """Where all other readings are for another kind of period."""
    kinds = {one.kind for one in measure.readings}
    if not kinds or when.kind in kinds:
        return ()
    words = " and ".join(sorted(_KINDS.get(kind, kind.replace("-", " ")) + "s" for kind in kinds))
    return (Note(f"the other readings of '{measure.id}' are for {words}; no arrow joins different kinds of period"),)


_KINDS = {"year": "financial year"}


def _still_held(measure: Measure, when: Period) -> tuple[Note, ...]:
    """Where a figure that nobody may know has only been moved out of sight."""
    reading = measure.readings[when]
    if reading.symbol != "c" or not reading.was:
        return ()
    return (Note("the file and its history still hold what it was: take it out of both if nobody may know it"),)


def _direction(after: MeasureStanding, when: Period) -> tuple[str, ...]:
    """Both arrows of a measure, and whether they are those of this reading."""
    lines = (
        f"against the period before: {after.short.words}",
        f"against the same period last year: {after.long.words}",
    )
    if after.reading and after.reading.period != when.text:
        latest = f"{when} is not the latest reading: colour and arrows are those of {after.reading.period}"
        return (*lines, latest)
    return lines
