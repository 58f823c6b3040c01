"""A workbook that came back: what was typed into it, against what the files say now, field by field.

Of three texts (when the workbook was made, in the workbook, in the file now) a cell that nobody touched never
overwrites newer work, and where both changed the file stays until a person settles it. Updates and figures are only
ever added.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from strategy_tracker.app.find_item import find, item_in
from strategy_tracker.app.reporting.owner_workbook import fields_of
from strategy_tracker.app.writing.proposal import Draft as Planned
from strategy_tracker.app.writing.proposal import Proposal, edited, load_whole, proposal_of, refuse_wrong_settings
from strategy_tracker.editing.changes import Change, Put
from strategy_tracker.editing.entries.edit_action import move_changes, update_changes
from strategy_tracker.editing.entries.edit_reading import reading_changes
from strategy_tracker.editing.insert_at import keys_before
from strategy_tracker.editing.refusals import Already
from strategy_tracker.files.load import LoadedFile
from strategy_tracker.files.portfolio import Portfolio
from strategy_tracker.intake.cells.closed_lists import read_colour, read_state
from strategy_tracker.intake.cells.days import Days, read_day
from strategy_tracker.intake.cells.owners import read_owners
from strategy_tracker.intake.cells.understood import Understood
from strategy_tracker.intake.ledger import CellRemark
from strategy_tracker.intake.outline import GridCell, TableFile
from strategy_tracker.intake.own_workbook import (
    TypedCell,
    TypedRow,
    WorkbookRecord,
    read_returned,
    same_text,
    typed_in,
)
from strategy_tracker.model.action import Action
from strategy_tracker.model.dates.period import parse_period
from strategy_tracker.model.names.address import Item
from strategy_tracker.model.new_entries import NewDueDate, NewReading, NewUpdate
from strategy_tracker.model.workbook import FIELDS
from strategy_tracker.problem import Problem


class BackChoices(NamedTuple):
    """What a person chose: the day of updates that name none, whose side wins where both changed, and revisions.

    `take` has `workbook` or `file` by `ITEM.FIELD`.
    """

    on: str = ""
    take: Mapping[str, str] = {}
    revise: bool = False


class TakenCell(NamedTuple):
    """A cell that is taken: its item, the field, period or part of an update, what it says, and its place."""

    item: str
    key: str
    text: str
    place: str


class BackProposal(NamedTuple):
    """A proposal, the record of the workbook, the cells that it takes, and what was not taken, each at its cell."""

    proposal: Proposal
    record: WorkbookRecord
    taken: tuple[TakenCell, ...]
    left: tuple[CellRemark, ...]


def propose_back(
    portfolio: Portfolio, source: TableFile, record: WorkbookRecord, choices: BackChoices, today: date
) -> BackProposal:
    """The proposal of what was typed into a workbook of ours since it said what `record` has.

    Raises `Problem` where files have errors.
    """
    left: list[CellRemark] = []
    taken: list[TakenCell] = []
    returned = read_returned(source, record)

    def plan() -> Planned:
        refuse_wrong_settings(portfolio)
        left.clear()
        taken.clear()
        back = _Back(portfolio, choices, today, lost=record.lost)
        for item, places in returned.doubled.items():
            words = f"'{item}' stands in {len(places)} rows; nothing of them is taken"
            back.leave(places[0], "row-copied", words, "keep one of the rows")
        for item in returned.gone:
            words = f"the row of '{item}' is gone; nothing is deleted for it"
            back.leave(item, "row-gone", words, "nothing, or end it with 'strategy update'")
        for place, _ in returned.rows_without_id:
            back.leave(place, "no-id", "a row without an id: a new action?", "strategy add action, then its update")
        for row in typed_in(returned):
            back.take(row)
        left.extend(back.left)
        taken.extend(back.taken_cells)
        files = tuple(
            edited(back.loaded[name], changes, today, portfolio.settings) for name, changes in back.changes.items()
        )
        return Planned(None, files, already="" if files else "nothing was typed that the files do not say")

    paths = [Path(file.path) for file in portfolio.files if file.kind in ("strategies", "measures")]
    return BackProposal(proposal_of(portfolio.root, paths, plan), record, tuple(taken), tuple(left))


class _Back:
    """Takes rows one by one: the changes of each file, and what was left."""

    def __init__(self, portfolio: Portfolio, choices: BackChoices, today: date, *, lost: bool) -> None:
        self.portfolio, self.choices, self.today, self.lost = portfolio, choices, today, lost
        self.settings = portfolio.settings
        self.days = Days(day_first=True, year_end=portfolio.settings.year_end)
        self.loaded: dict[str, LoadedFile] = {}
        self.changes: dict[str, list[Change]] = {}
        self.left: list[CellRemark] = []
        self.taken_cells: list[TakenCell] = []

    def leave(self, place: str, code: str, words: str, next_step: str) -> None:
        """Note what is not taken."""
        self.left.append(CellRemark(place, code, words, next_step, taken=False))

    def _noted(self, changes: list[Change], *cells: TakenCell) -> list[Change]:
        """The changes; where there are any, the cells that they come from are noted as taken."""
        self.taken_cells += cells if changes else ()
        return changes

    def take(self, row: TypedRow) -> None:
        """Take one row: an action's by its fields and its new update, a measure's by its figures."""
        try:
            item = find(self.portfolio, row.item, ("action", "measure"))
        except Problem:
            self.leave(row.place, "id-unknown", f"there is no '{row.item}' any more", "nothing of its row is taken")
            return
        name = item.file
        if name not in self.loaded:
            file = next(one for one in self.portfolio.files if one.name == name)
            self.loaded[name] = load_whole(file, self.settings)
        record = item_in(self.loaded[name].record, item)
        changes = list(
            self._action(item, record, row) if isinstance(record, Action) else self._measure(item, record, row)
        )
        if changes:
            self.changes.setdefault(name, []).extend(changes)

    # an action

    def _action(self, item: Item, action: Action, row: TypedRow) -> Iterator[Change]:
        now = fields_of(action)
        for cell in row.changed:
            if cell.key in FIELDS and self._wins(cell, now[cell.key]):
                taken = TakenCell(cell.item, cell.key, cell.now, cell.place)
                yield from self._noted(list(self._field(item, action, row, cell)), taken)
        if "why" in row.new and all(cell.key != "due" for cell in row.changed):
            words = "a reason is given for a date that did not move"
            self.leave(
                row.new["why"][1], "update-not-taken", words, "change the due date in its row, or empty the cell"
            )
        update = self._update(row)
        if update is None:
            return
        cells = [TakenCell(row.item, key, *each) for key, each in row.new.items() if key != "why"]
        try:
            yield from self._noted(list(update_changes(action, item.route, update)), *cells)
        except Already:
            return
        except Problem as error:
            self.leave(row.place, "update-not-taken", error.message, error.next_step)

    def _wins(self, cell: TypedCell, now: str) -> bool:
        """Whether the workbook's text is taken, against what the file says now; a clash is said."""
        if same_text(cell.now, now):
            return False
        settled = self.choices.take.get(f"{cell.item}.{cell.key}", "")
        settled = settled or self.choices.take.get(f"{cell.item.rpartition('/')[2]}.{cell.key}", "")
        if settled == "workbook" or (same_text(cell.was, now) and not self.lost):
            return True
        if settled != "file":
            file_says = f"the file now says '{_short(now)}'" + ("" if self.lost else f", not '{_short(cell.was)}'")
            words = f"{cell.key}: the workbook says '{_short(cell.now)}', and {file_says}"
            step = f"--take '{cell.item}.{cell.key}=workbook', or =file"
            self.leave(cell.place, "cell-changed-twice", words, step)
        return False

    def _field(self, item: Item, action: Action, row: TypedRow, cell: TypedCell) -> Iterator[Change]:
        if cell.key == "text" and cell.now:
            yield Put(item.route, "text", cell.now, keys_before(Action, "text"))
        elif cell.key == "text":
            self.leave(
                cell.place, "cell-emptied", "the words of an action cannot be empty", "end it with 'strategy update'"
            )
        elif cell.key == "owner":
            yield from self._owner(item, cell)
        else:
            yield from self._due(item, action, row, cell)

    def _owner(self, item: Item, cell: TypedCell) -> Iterator[Change]:
        found = read_owners(cell.now)
        if found.said.code == "person-in-owner" or not found.owner:
            words = found.said.words or "an owner that is emptied is not taken"
            self.leave(
                cell.place, found.said.code or "cell-emptied", words, found.said.next_step or "change it in the file"
            )
            return
        owners: Any = (found.owner, *found.partners) if found.partners else found.owner
        yield Put(item.route, "owner", owners, keys_before(Action, "owner"))

    def _due(self, item: Item, action: Action, row: TypedRow, cell: TypedCell) -> Iterator[Change]:
        day = self._day(cell.now)
        if not day.value or day.code:
            words = day.words or "a due date that is emptied is not taken"
            self.leave(cell.place, day.code or "cell-emptied", words, day.next_step or "take it out in the file")
            return
        why = row.new.get("why", ("", ""))[0]
        if action.due and not why:
            words = f"a date that moves from {action.due} to {day.value} wants its reason"
            self.leave(cell.place, "moved-without-why", words, "fill 'why it moved' in its row")
            return
        try:
            yield from move_changes(
                action, item.route, NewDueDate(day.value, why, on=self.choices.on or str(self.today))
            )
        except (Problem, Already) as error:
            self.leave(cell.place, "moved-without-why", str(error), "strategy move")

    def _day(self, text: str) -> Understood:
        """A day that was typed; one in figures that a calendar of another land reads otherwise is asked about."""
        typed = re.fullmatch(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})", text, re.ASCII)
        if typed and int(typed[1]) != int(typed[3]) and max(int(typed[1]), int(typed[3])) <= 12:
            one, other = (
                f"{typed[4]}-{int(month):02d}-{int(day):02d}"
                for day, month in ((typed[1], typed[3]), (typed[3], typed[1]))
            )
            words = f"'{text}' is {one} or {other}: the cell holds a text, and no date of the spreadsheet"
            return Understood("", "two-meanings", words, f"write {one}, or {other}")
        return read_day(GridCell(text), self.days)

    def _update(self, row: TypedRow) -> NewUpdate | None:
        """The new update of a row; None where none was typed, or something of it is not understood, which is said."""
        typed = {key: text for key, (text, _) in row.new.items() if key != "why"}
        place = {key: where for key, (_, where) in row.new.items()}
        if not typed.keys() - {"by", "on"}:
            if typed:
                words = "a new update without a state, a colour or a note says nothing"
                self.leave(
                    next(iter(place.values())), "update-not-taken", words, "say what happened, or empty the cell"
                )
            return None
        state = read_state(typed.get("state", "")) if typed.get("state") else None
        if state and not state.state:
            self.leave(place["state"], "not-a-state", f"'{typed['state']}' is no state", "choose one from the list")
            return None
        rag = read_colour(typed["rag"]).value if typed.get("rag") else ""
        if typed.get("rag") and rag not in ("red", "amber", "green"):
            self.leave(place["rag"], "colour-between", f"'{typed['rag']}' is no colour here", "red, amber or green")
            return None
        days: dict[str, str] = {}
        for key in ("on", "forecast"):
            found = self._day(typed[key]) if typed.get(key) else Understood()
            if typed.get(key) and not found.value:
                self.leave(place[key], found.code, found.words, found.next_step)
                return None
            days[key] = found.value
        on = days["on"] or self.choices.on
        if not on:
            self.leave(row.place, "no-day", "an update without its day", "fill the day in, or say it: --on 2026-01-12")
            return None
        by = read_owners(typed.get("by", ""))
        if by.said.code == "person-in-owner":
            self.leave(place["by"], "person-in-owner", by.said.words, "write the post")
        evidence = (typed["evidence"],) if typed.get("evidence") else ()
        note = typed.get("note", "")
        return NewUpdate(state.state if state else "", rag, note, days["forecast"], by.owner, on, evidence)

    # a measure

    def _measure(self, item: Item, measure: Any, row: TypedRow) -> Iterator[Change]:
        note = row.new.get("note", ("", ""))[0]
        for period, (text, place) in row.new.items():
            if period != "note":
                yield from self._figure(item, measure, NewReading(period, text, note), place)
        for cell in row.changed:
            new = NewReading(cell.key, cell.now, revise=self.choices.revise)
            if cell.now:
                yield from self._figure(item, measure, new, cell.place)
            else:
                self.leave(cell.place, "cell-emptied", "a figure that is emptied stays", "strategy record --revise")

    def _figure(self, item: Item, measure: Any, new: NewReading, place: str) -> Iterator[Change]:
        try:
            when = parse_period(new.period, self.settings.year_end)
        except ValueError:
            words = f"'{_short(new.period)}' is no period: the key of its column was changed"
            self.leave(
                place, "no-period-in-a-table", words, "write the period after '@period ' in the hidden row again"
            )
            return
        data = self.loaded[item.file].data
        new = new._replace(value=new.value.removesuffix("%").strip(), on=self.choices.on)
        try:
            found = list(reading_changes(measure, data, item.route, when, new, self.today, self.settings))
            yield from self._noted(found, TakenCell(item.address, new.period, new.value, place))
        except Already:
            return
        except Problem as error:
            self.leave(place, "figure-differs", error.message.removeprefix("nothing was written: "), error.next_step)


def _short(text: str) -> str:
    return text if len(text) < 40 else f"{text[:38]}…"
