"""A file that was read to a draft: every table of every sheet, and a word about what was not taken."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from strategy_tracker.how_far import one_by_one
from strategy_tracker.intake.action_rows import read_action
from strategy_tracker.intake.cells.days import Days, month_stands_first
from strategy_tracker.intake.cells.periods import read_period
from strategy_tracker.intake.cells.understood import Understood
from strategy_tracker.intake.cells.words import says_nothing
from strategy_tracker.intake.draft import (
    DraftAction,
    DraftMeasure,
    DraftPriority,
    PlanDraft,
    SheetReport,
    TableAnswers,
    TableReport,
)
from strategy_tracker.intake.labelled_rows import figures_as, with_more
from strategy_tracker.intake.layout.find_tables import find_tables
from strategy_tracker.intake.layout.found_table import FoundTable, Wishes
from strategy_tracker.intake.layout.under_periods import under_periods
from strategy_tracker.intake.ledger import Ledger
from strategy_tracker.intake.long_tables import read_long
from strategy_tracker.intake.measure_rows import is_wanting, read_measure
from strategy_tracker.intake.names import organisation_of, title_of
from strategy_tracker.intake.outline import Grid, GridSpot, TableFile, letters
from strategy_tracker.intake.repeats import choices_only, joined
from strategy_tracker.intake.rows import RowReader, cells_of, reading_of
from strategy_tracker.intake.turned import turned
from strategy_tracker.model.dates.period import YearEnd

_REF = re.compile(r"([A-Z][A-Z0-9]*(?:[-./][A-Z0-9]+)*\d|\d+(?:\.\d+)+)[:.)]?\s+(?=\S)|([A-Z][A-Z0-9-]*\d):\s*(?=\S)")
"""What a body calls an item where it stands before its words: `PF-001: …`, `1.2 …`."""


class ReadPlan(NamedTuple):
    """A draft with the ledger of the cells that it was made from."""

    draft: PlanDraft
    ledger: Ledger


def read_source(source: TableFile, answers: TableAnswers, wishes: dict[str, Wishes | None]) -> ReadPlan:
    """Read every sheet. `wishes` has what a person says of sheets by their names; None leaves a sheet out."""
    ledger = Ledger()
    texts = [cell.text for sheet in source.sheets for row in sheet.rows.values() for cell in row.values()]
    days = Days(not month_stands_first(texts), answers.year_end)
    tables = {sheet.name: _tables(sheet, answers, wishes) for sheet in source.sheets}
    whole = PlanDraft(title_of(source, tables), organisation_of(source, tables))
    source = source._replace(sheets=tuple(_upright(sheet, tables, answers, wishes) for sheet in source.sheets))
    if not any(tables.values()):
        tables |= {sheet.name: _bare(sheet, answers, wishes) for sheet in source.sheets}
    idle = choices_only(source, tables)
    reports: list[SheetReport] = []
    for sheet in one_by_one(source.sheets, "reading sheets"):
        why = _why_left_out(sheet, tables[sheet.name], idle, wishes)
        if why:
            _leave(sheet, why, ledger)
            reports.append(SheetReport(sheet.name, left_out=why))
            continue
        whole, report = read_sheet(sheet, tables[sheet.name], whole, days, answers, ledger)
        reports.append(report)
    return ReadPlan(joined(whole, ledger)._replace(sheets=tuple(reports)), ledger)


def _tables(sheet: Grid, answers: TableAnswers, wishes: dict[str, Wishes | None]) -> list[FoundTable]:
    wish = wishes.get(sheet.name, Wishes())
    if sheet.hidden or wish is None:
        return []
    return find_tables(sheet, answers.year_end, wish)


def _upright(
    sheet: Grid, tables: dict[str, list[FoundTable]], answers: TableAnswers, wishes: dict[str, Wishes | None]
) -> Grid:
    """The sheet, turned where its measures stand in columns; what was found in it then is put into `tables`."""
    found = None if tables[sheet.name] or _is_spoken_of(sheet, wishes) else turned(sheet, answers.year_end)
    if found is None:
        return sheet
    tables[sheet.name] = find_tables(found.sheet, answers.year_end, found.wishes)
    return found.sheet if tables[sheet.name] else sheet


def _bare(sheet: Grid, answers: TableAnswers, wishes: dict[str, Wishes | None]) -> list[FoundTable]:
    """The tables of a sheet whose headings are periods only, where the file has no other."""
    found = None if _is_spoken_of(sheet, wishes) else under_periods(sheet, answers.year_end)
    return find_tables(sheet, answers.year_end, found) if found else []


def _is_spoken_of(sheet: Grid, wishes: dict[str, Wishes | None]) -> bool:
    """Whether a person says how a sheet is to be read, or has hidden it: then nothing else is tried."""
    return sheet.hidden or wishes.get(sheet.name, Wishes()) != Wishes()


def _why_left_out(sheet: Grid, tables: list[FoundTable], idle: set[str], wishes: dict[str, Wishes | None]) -> str:
    """Why nothing of a sheet is read; empty where something is."""
    if sheet.name in wishes and wishes[sheet.name] is None:
        return "not asked for"
    if sheet.hidden:
        return "hidden"
    if not any(True for _ in sheet.filled()):
        return "empty"
    if not tables:
        return "no table of actions or measures"
    if not any(kind == "item" for table in tables for kind in table.rows.values()):
        return "empty below its headings"
    return "it repeats what another sheet holds, or is a list to choose from" if sheet.name in idle else ""


def _leave(sheet: Grid, why: str, ledger: Ledger) -> None:
    ledger.leave(sheet, sheet.filled())
    if why in ("hidden", "empty below its headings") or why.startswith("it repeats"):
        words, code = f"the sheet '{sheet.name}' is left out: {why}", "sheet-left-out"
        step = f"to read it all the same: --sheet '{sheet.name}'"
        ledger.remark(sheet.name, Understood("", code, words, step), taken=False)


def read_sheet(
    sheet: Grid,
    tables: list[FoundTable],
    whole: PlanDraft,
    days: Days,
    answers: TableAnswers,
    ledger: Ledger,
    under: int = -1,
) -> tuple[PlanDraft, SheetReport]:
    """The draft with what the tables of a sheet add to it, and a report of them.

    `under` is the number of the priority whose heading stands above the sheet, -1 where none does.
    """
    reports: list[TableReport] = []
    for table in tables:
        if table.over:
            whole, under = _headed(sheet, table.over, whole, ledger)
        reading = _in_time(reading_of(sheet, table, days, answers, ledger))
        before = len(whole.actions) + len(whole.measures)
        whole = read_long(reading, whole) if table.kind == "readings" else _Rows(reading, whole, under).read()
        items = len(whole.actions) + len(whole.measures) - before
        named = str if sheet.turned else letters
        columns = tuple((named(one.number), one.heading.text, one.role) for one in table.columns.values())
        reports.append(TableReport(table.kind, table.headings, columns, items, sheet.turned))
        _say_of_rows(reading)
    _say_of_sheet(sheet, tables, ledger)
    return whole, SheetReport(sheet.name, tuple(reports))


def _headed(sheet: Grid, over: GridSpot, whole: PlanDraft, ledger: Ledger) -> tuple[PlanDraft, int]:
    """The draft with the priority whose title stands over a table, and its number; a table below goes on with it."""
    title = " ".join(sheet.words(over.row)[over.column].text.split()).rstrip(":")
    ledger.take(sheet, over.row, over.column)
    known = [one.title.casefold() for one in whole.priorities]
    if title.casefold() in known:
        return whole, known.index(title.casefold())
    added = DraftPriority(title, sheet.place(over.row, over.column))
    return whole._replace(priorities=(*whole.priorities, added)), len(known)


def _in_time(reading: RowReader) -> RowReader:
    """The year and the period that stand above a table or in the name of its sheet, where there is one only."""
    answers, table, sheet = reading.answers, reading.table, reading.sheet
    year_end = reading.days.year_end
    found: dict[str, str] = {}
    for text, place in _above(sheet, table):
        for words in _PERIODS.findall(text):
            read = read_period(words, year_end)
            if read.value:
                found.setdefault(" ".join(words.split()), place)
    years = {words for words in found if re.fullmatch(r"\d{4}/\d\d", read_period(words, year_end).value)}
    only = next(iter(found), "") if len(found) == 1 else ""
    year = answers.year or (read_period(next(iter(years)), year_end).value if len(years) == 1 else "")
    period = "" if only in years else only
    quarters = _year_of_headings(table, year_end)
    return reading._replace(year=year, period=period, period_place=found.get(only, ""), quarters_of=quarters)


def _year_of_headings(table: FoundTable, year_end: YearEnd) -> str:
    """The financial year that all readings of a table are quarters of; empty where there is none."""
    periods = [one.heading.period for one in table.of("reading") if one.heading.period]
    read = [_QUARTER.fullmatch(read_period(one, year_end).value) for one in periods]
    years = {one[1] if one else "" for one in read}
    return years.pop() if len(years) == 1 and len(read) > 1 else ""


_QUARTER = re.compile(r"(\d{4}/\d\d) Q[1-4]", re.ASCII)
_PERIODS = re.compile(
    r"\b(?:Q[1-4],? (?:\d{4}|\d\d)[-/]\d\d(?:\d\d)?|(?:\d{4}|\d\d)[-/]\d\d Q[1-4]|\d{4} Q[1-4]|Q[1-4] \d{4}"
    r"|(?:\d{4}|\d\d)[/-]\d\d)\b"
)


def _above(sheet: Grid, table: FoundTable) -> Iterator[tuple[str, str]]:
    """The texts above a table with their places, and the name of the sheet."""
    for row in sorted(sheet.rows):
        if row < table.headings[0]:
            yield from ((cell.text, sheet.place(row, column)) for column, cell in sheet.words(row).items())
    if sheet.named:
        yield sheet.name, sheet.name


class _Rows:
    """Reads the rows of one table of actions or measures, and remembers the priority that each stands under."""

    def __init__(self, reading: RowReader, whole: PlanDraft, under: int) -> None:
        self.reading, self.table, self.sheet = reading, reading.table, reading.sheet
        self.priorities = list(whole.priorities)
        self.actions: list[DraftAction] = []
        self.measures: list[DraftMeasure] = []
        self.whole = whole
        self.under = under
        own = self.table.first("text", "title")
        assert own is not None
        self.own = own.number
        self.refs_in_words = self._has_refs_in_words()
        self.bands = self._bands_by_ref()

    def read(self) -> PlanDraft:
        """Give the draft with what the rows of the table add to it."""
        for row, kind in self.table.rows.items():
            if kind == "band" or row in self.bands:
                self._band(row)
            elif kind == "item":
                self._item(row)
        return self.whole._replace(
            priorities=tuple(self.priorities),
            actions=(*self.whole.actions, *self.actions),
            measures=(*self.whole.measures, *self.measures),
        )

    def _has_refs_in_words(self) -> bool:
        """Whether most items begin with what the body calls them, and no column has it."""
        texts = [self._text(row, self.own) for row, kind in self.table.rows.items() if kind == "item"]
        return not self.table.of("id") and sum(bool(_REF.match(text)) for text in texts) * 5 >= len(texts) * 4

    def _bands_by_ref(self) -> set[int]:
        """Rows of measures without any figure whose name is of another kind: objectives above their key results."""
        column = self.table.first("id")
        if self.table.kind != "measures" or column is None:
            return set()
        items = [row for row, kind in self.table.rows.items() if kind == "item"]
        kinds = {row: re.sub(r"[\d. ]+", "", self._text(row, column.number)).casefold() for row in items}
        full = [kinds[row] for row in items if not is_wanting(self.reading, row)]
        return {row for row in items if is_wanting(self.reading, row) and full and kinds[row] not in full}

    def _text(self, row: int, column: int) -> str:
        cell = self.sheet.cell(row, column)
        return cell.text if cell else ""

    def _band(self, row: int) -> None:
        cells = self.sheet.words(row)
        column = self.own if self.own in cells else next(iter(cells))
        owner = next((cell.text for _, cell in cells_of(self.reading, row, "owner") if cell.text), "")
        id_column = self.table.first("id")
        ref = self._text(row, id_column.number) if id_column and id_column.number != column else ""
        self.under = self._priority(cells[column].text, self.sheet.place(row, column), owner, ref)
        for one in cells:
            self.reading.ledger.take(self.sheet, row, one)

    def _priority(self, title: str, place: str, owner: str = "", ref: str = "", group: str = "") -> int:
        """The number of a priority, added where it is new; one of the same title in another group is another one."""
        title = " ".join(title.split()).rstrip(":")
        for number, one in enumerate(self.priorities):
            if one.title.casefold() == title.casefold() and one.group == group:
                return number
        self.priorities.append(DraftPriority(title, place, owner, ref, group))
        return len(self.priorities) - 1

    def _of_column(self, row: int) -> int | None:
        """The priority that a column names; an empty cell below one goes on with it."""
        column = self.table.first("priority")
        if column is None:
            return None
        found = next(((c, cell) for c, cell in cells_of(self.reading, row, "priority") if cell.text), None)
        if found is None or says_nothing(found[1].text):
            return self.under
        self.reading.ledger.take(self.sheet, row, column.number)
        self.under = self._priority(found[1].text, self.sheet.place(row, column.number), group=self._group(row))
        return self.under

    def _group(self, row: int) -> str:
        """The heading over several priorities: a column left of theirs."""
        left = self.table.first("group")
        column = self.table.first("priority")
        if left is None or column is None or left.number > column.number:
            return ""
        found = next((cell.text for c, cell in cells_of(self.reading, row, "group") if c.number == left.number), "")
        return " ".join(found.split())

    def _item(self, row: int) -> None:
        of_column = self._of_column(row)
        text, ref = self._words(row)
        under = self.under if of_column is None else of_column
        if self.table.kind == "measures":
            measure = read_measure(figures_as(self.reading, row), row, under, ref, text)
            if self.table.first("figure_kind") and self.measures and self.measures[-1].title == text:
                self.measures[-1] = with_more(self.measures[-1], measure)
                return
            if not measure.owner and under >= 0 and self.priorities[under].owner:
                measure = measure._replace(owner=self.priorities[under].owner)
            self.measures.append(measure)
            return
        if under < 0:
            under = self._of_sheet(row)
        self.actions.append(read_action(self.reading, row, under, ref, text))

    def _words(self, row: int) -> tuple[str, str]:
        """The words of an item, and what the body calls it."""
        text = self._text(row, self.own) or (self.measures[-1].title if self.measures else "")
        column = self.table.first("id")
        ref = self._text(row, column.number) if column else ""
        if column and ref:
            self.reading.ledger.take(self.sheet, row, column.number)
        self.reading.ledger.take(self.sheet, row, self.own)
        found = _REF.match(text) if self.refs_in_words else None
        if found:
            return text[found.end() :].strip(), found[1] or found[2]
        return text, ref

    def _of_sheet(self, row: int) -> int:
        """A priority made of the sheet's name, where actions stand under none."""
        paper = self.sheet.counted or not self.sheet.named
        name = (self.whole.title if paper else "") or self.sheet.name
        words = f"no priority stands over these actions: one was made and called '{name}'"
        said = Understood(name, "made-priority", words, "rename it in the file, or give the table a column Priority")
        self.reading.ledger.remark(self.sheet.place(row, self.own), said, taken=True)
        self.under = self._priority(name, self.sheet.name)
        return self.under


def _say_of_rows(reading: RowReader) -> None:
    """Say of rows that are no items what they are, and that they were left out."""
    sheet, ledger = reading.sheet, reading.ledger
    own = reading.table.first("text", "title")
    forms: list[int] = []
    for row, kind in reading.table.rows.items():
        spots = [GridSpot(row, column) for column in sheet.words(row)]
        if kind in ("item", "band"):
            continue
        ledger.leave(sheet, spots)
        if kind == "form":
            forms.append(row)
            continue
        code, words = _ROWS.get(kind, ("", ""))
        if not code or own is None:
            continue
        column = own.number if own.number in sheet.words(row) else spots[0].column
        place = sheet.place(row) if kind == "hidden" else sheet.place(row, column)
        ledger.remark(place, Understood("", code, words, _STEPS[code]), taken=False)
    if forms:
        words = f"{len(forms)} rows of a form that nobody filled in"
        ledger.remark(sheet.place(forms[0]), Understood("", "unused-form-row", words, "nothing"), taken=False)


_ROWS = {
    "total": ("total-row", "a total, and no item"),
    "hidden": ("hidden-row", "a hidden row is left out"),
    "struck": ("struck-out", "it is struck out, and left out"),
    "remark": ("row-left-out", "a remark, and no item: nothing else stands in its row"),
    "heading": ("repeated-heading", "the headings once more"),
}
_STEPS = {
    "total-row": "nothing: totals are worked out",
    "hidden-row": "show the row in the spreadsheet if it belongs to the plan",
    "struck-out": "take the line away in the spreadsheet if it still stands",
    "row-left-out": "fill in another cell of its row if it is an item",
    "repeated-heading": "nothing",
}


def _say_of_sheet(sheet: Grid, tables: list[FoundTable], ledger: Ledger) -> None:
    """Say what hangs on cells or is hidden, and what could not be seen."""
    for row, cells in sheet.rows.items():
        for column, cell in cells.items():
            if cell.note:
                words = "a note hangs on the cell; notes and their authors are never taken"
                said = Understood("", "note-on-a-cell", words, "type it into the cell if it belongs there")
                ledger.remark(sheet.place(row, column), said, taken=False)
    if sheet.blind and any(table.of("rag", "state") for table in tables):
        words = f"{sheet.blind} cannot be seen"
        ledger.remark(sheet.name, Understood("", "colour-by-rule", words, "write the colour in words"), taken=False)
    used = {number for table in tables for number in table.columns}
    for column in sorted(sheet.hidden_columns & used):
        words = f"column {letters(column)} is hidden"
        said = Understood("", "hidden-column", words, "show it in the spreadsheet if it belongs to the plan")
        ledger.remark(f"{sheet.name}!{letters(column)}:{letters(column)}", said, taken=False)
