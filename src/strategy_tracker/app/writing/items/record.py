"""Writing down figures of measures: the proposal of one reading or of many, and what follows for its colour."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial
from operator import attrgetter
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from strategy_tracker.app.find_item import find, item_in, measure_in
from strategy_tracker.app.writing.proposal import (
    ColourChange,
    Draft,
    Note,
    Proposal,
    ProposedFile,
    edited,
    load_whole,
    proposal_of,
    refuse_wrong_settings,
)
from strategy_tracker.editing import typed_figures
from strategy_tracker.editing.changes import Change
from strategy_tracker.editing.entries.edit_reading import reading_changes
from strategy_tracker.editing.refusals import Already, has_come
from strategy_tracker.editing.revisions import same_period
from strategy_tracker.files.load import LoadedFile
from strategy_tracker.files.portfolio import Portfolio
from strategy_tracker.judging.measures.known_readings import is_unexplained
from strategy_tracker.judging.standing.of_measures import MeasureStanding
from strategy_tracker.model.dates.period import Period
from strategy_tracker.model.measures.measure import Measure
from strategy_tracker.model.measures.reading import Reading
from strategy_tracker.model.measures.unit import SPOKEN, as_number
from strategy_tracker.model.names.address import Item
from strategy_tracker.model.new_entries import NewReading
from strategy_tracker.model.settings import Settings
from strategy_tracker.problem import Problem

A = TypeVar("A", bound="TypedReading | _Entry")
B = TypeVar("B")


class TypedReading(NamedTuple):
    """A reading as it was typed, and the id of its measure.

    Of several, `place` names the one, such as `line 3, 2025/26 Q1`. `number` is set where they are proposed.
    """

    place: str
    measure: str | Item
    new: NewReading
    number: int = 0


class _Entry(NamedTuple):
    """A reading that is to be written: its measure and period are found, its days are in order."""

    place: str
    meant: Item
    when: Period
    new: NewReading
    number: int


def propose_reading(portfolio: Portfolio, measure: str | Item, new: NewReading, today: date) -> Proposal:
    """The proposal of a reading of a measure, which is named by its id or by any unambiguous end of it.

    Raises `Problem` where the period or the figure is none, where another is there, or where the file cannot take it.
    """
    return propose_readings(portfolio, [TypedReading("", measure, new)], today)


def propose_readings(portfolio: Portfolio, typed: Sequence[TypedReading], today: date) -> Proposal:
    """The proposal of many readings, of one measure or of several: all of them or none.

    Raises `Problem`, which names the place of each one that cannot be.
    """
    typed = [one._replace(number=number) for number, one in enumerate(typed)]
    entries, faults = _tried(typed, lambda one: _entry(portfolio, one, today))
    entries, twice = _tried(entries, partial(_first, {}))
    files = [file for file in portfolio.files if file.name in {one.meant.file for one in entries}]

    def plan() -> Draft:
        refuse_wrong_settings(portfolio)
        loaded = {file.name: load_whole(file, portfolio.settings) for file in files}
        records = {one.meant: item_in(loaded[one.meant.file].record, one.meant) for one in entries}
        planned, refused = _tried(
            entries, lambda one: _changes(one, records, loaded[one.meant.file], today, portfolio.settings)
        )
        _refuse([*faults, *twice, *refused])
        already = [Note(f"{made}; it stays as it is") for made in planned if isinstance(made, str)]
        if len(already) == len(entries):
            return Draft(_only(entries), (), already="; ".join(str(made) for made in planned))
        only, made_files, colours = _only(entries), list[ProposedFile](), list[ColourChange]()
        for name, old in loaded.items():
            pairs = [(one, made) for one, made in zip(entries, planned, strict=True) if one.meant.file == name]
            new = [one for one, made in pairs if not isinstance(made, str)]
            changes = [change for _, made in pairs if not isinstance(made, str) for change in made]
            if changes:
                made = edited(old, changes, today, portfolio.settings)
                made_files.append(made._replace(notes=(*made.notes, *_notes(made, new))))
                colours += _colours(made, new, today, portfolio, with_arrows=only is not None)
        first, *others = made_files
        return Draft(only, (first._replace(notes=(*first.notes, *already)), *others), tuple(colours))

    return proposal_of(portfolio.root, [Path(file.path) for file in files], plan)


class _Refused(NamedTuple):
    """A reading that cannot be: how many stand before it, what names its place, and why."""

    number: int
    place: str
    why: Problem


def _tried(given: Sequence[A], work: Callable[[A], B]) -> tuple[list[B], list[_Refused]]:
    """What `work` makes of each, and those for which it raises `Problem`."""
    made, refused = list[B](), list[_Refused]()
    for one in given:
        try:
            made.append(work(one))
        except Problem as error:
            refused.append(_Refused(one.number, one.place, error))
    return made, refused


def _first(seen: dict[tuple[str, Any], _Entry], one: _Entry) -> _Entry:
    """The same reading, which `seen` takes in. Raises `Problem` where its measure and period were seen before."""
    before = seen.setdefault((one.meant.address, one.when[1:]), one)
    if before is not one:
        raise Problem(f"{one.when} of '{one.meant.address}' stands in {before.place} as well", "")
    return one


def _refuse(refused: Sequence[_Refused]) -> None:
    """Raise the `Problem` of the only reading there is, or one that names the place of each that cannot be."""
    if not refused:
        return
    if not refused[0].place:
        raise refused[0].why
    lines = []
    first = {one.number: one for one in reversed(refused)}
    for one in sorted(first.values()):
        message = one.why.message.removeprefix("nothing was written: ")
        lines.append(f"  {one.place}: {message}" + (f"; {one.why.next_step}" if one.why.next_step else ""))
    what = "one reading" if len(lines) == 1 else f"{len(lines)} readings"
    raise Problem(f"nothing was written: {what} cannot be\n" + "\n".join(lines), "correct that, and give it all again")


def _entry(portfolio: Portfolio, one: TypedReading, today: date) -> _Entry:
    new = one.new
    meant = find(portfolio, one.measure, ("measure",)) if isinstance(one.measure, str) else one.measure
    when = typed_figures.period(new.period, portfolio.settings.year_end)
    day = typed_figures.day(new.on, "--on")
    said = new._replace(note=new.note.strip(), source=new.source.strip(), why=new.why.strip(), on=day)
    has_come(said.on or str(today), today, "a figure is known from a day that has come")
    return _Entry(one.place, meant, when, said, one.number)


def _changes(
    one: _Entry, records: dict[Item, Measure], loaded: LoadedFile, today: date, settings: Settings
) -> list[Change] | str:
    """What a reading changes, after those before it; or how the file says exactly this. `records` takes it in."""
    measure = records[one.meant]
    try:
        changes = reading_changes(measure, loaded.data, one.meant.route, one.when, one.new, today, settings)
    except Already as same:
        return str(same)
    if same_period(one.when, measure.readings) is None:
        (added,) = changes
        value = getattr(added, "value", None)
        reading = Reading.model_validate(as_number(value, measure.unit) if measure.unit in SPOKEN else value)
        records[one.meant] = measure.model_copy(update={"readings": {**measure.readings, one.when: reading}})
    return changes


def _only(entries: Sequence[_Entry]) -> Item | None:
    """The measure that all of them are of; None where there are several."""
    meant = {one.meant for one in entries}
    return meant.pop() if len(meant) == 1 else None


def _notes(made: ProposedFile, new: Sequence[_Entry]) -> tuple[Note, ...]:
    """What a person should know of these readings, each sentence once."""
    found = list[Note]()
    for one in new:
        old, now = item_in(made.before, one.meant), item_in(made.after, one.meant)
        key = same_period(one.when, now.readings) or one.when
        found += (*_other_kind(old, one.when), *_still_held(now, key), *_unexplained(old, now, key))
    return tuple(dict.fromkeys(found))


def _colours(
    made: ProposedFile, new: Sequence[_Entry], today: date, portfolio: Portfolio, *, with_arrows: bool
) -> Iterator[ColourChange]:
    """How each measure stands before and after; of a single one also where it is heading."""
    for meant in dict.fromkeys(one.meant for one in new):
        before, after = (measure_in(record, meant, today, portfolio) for record in (made.before, made.after))
        last = max((one.when for one in new if one.meant == meant), key=attrgetter("end"))
        held: Measure = item_in(made.after, meant)
        sentences = _direction(after, same_period(last, held.readings) or last) if with_arrows else ()
        yield ColourChange(before, after, sentences)


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


_KINDS = {"year": "financial year", "half": "half-year"}


def _still_held(measure: Measure, when: Period) -> tuple[Note, ...]:
    """Where a figure that nobody may know has only been moved out of sight."""
    reading = measure.readings[when]
    if reading.symbol != "c" or not reading.was:
        return ()
    return (Note("the file and its history still hold what it was: take it out of both if nobody may know it"),)


def wants_reason(proposal: Proposal) -> bool:
    """Whether a firm figure would become another one, and nobody says why."""
    return any(note.next_step == SAY_WHY for note in proposal.notes)


SAY_WHY = 'say it with --why "…"'


def _unexplained(old: Measure, now: Measure, when: Period) -> tuple[Note, ...]:
    was = old.readings.get(when)
    if was is None or not is_unexplained(was, now.readings[when], now.unit):
        return ()
    return (Note(f"'{now.id}' for {when} is revised, and no reason is on record", SAY_WHY),)


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
