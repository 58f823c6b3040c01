"""A workbook to be typed into and mailed back, by xlsxwriter: protected but for what waits, same bytes each run."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from io import BytesIO
from typing import Any, get_args

from strategy_tracker.model.action import Rag, State
from strategy_tracker.model.workbook import (
    ACTIONS,
    FORMAT,
    MEASURES,
    PROPERTY,
    README,
    RECORD,
    SAID,
    ActionLine,
    MeasureLine,
    WorkbookForm,
    said_cells,
)
from strategy_tracker.problem import Problem
from strategy_tracker.views.formats.workbooks.read_me import read_me_lines
from strategy_tracker.views.formats.workbooks.row_heights import row_height
from strategy_tracker.views.text import visible

_Column = tuple[str, str, int, bool]
"""Of a column its key, its heading, its width in characters, and whether it may be typed into."""
_ROWS_BEFORE = 2
"""The row of keys, which is hidden, and the row of headings."""
_ACTION_COLUMNS: tuple[_Column, ...] = (
    ("id", "Id", 22, False),
    ("priority", "Priority", 22, False),
    ("text", "What will be done", 48, True),
    ("owner", "Owner (empty: as the priority)", 24, True),
    ("due", "Due", 12, True),
    ("why", "Why it moved", 24, True),
    ("now", "Now", 30, False),
    ("on", "New update: day", 14, True),
    ("state", "State", 14, True),
    ("rag", "Colour", 10, True),
    ("note", "What happened", 48, True),
    ("by", "Answered by (post)", 22, True),
    ("forecast", "Now expected by", 14, True),
    ("evidence", "Evidence", 24, True),
)
_SAID_COLUMNS: tuple[_Column, ...] = (
    ("id", "Id", 22, False),
    ("on", "Day", 12, False),
    ("state", "State", 14, False),
    ("rag", "Colour", 10, False),
    ("note", "What was said", 60, False),
    ("by", "By", 22, False),
)
_DATES = frozenset({"due", "on", "forecast"})
_READ_ME = 100
"""Characters that a line of the first sheet is wide."""
_ROOM = 3
"""Lines that a row has at least, for what is typed into it."""


def write_workbook(form: WorkbookForm) -> bytes:
    """Write the workbook. Raises `Problem` where this installation cannot."""
    try:
        import xlsxwriter
    except ImportError:
        step = "install strategy-tracker again as you did, with [sheets] behind its name"
        raise Problem("workbooks are written by an extra that is not installed", step) from None
    out = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(out, options) as book:
        made = date.fromisoformat(form.made)
        book.set_properties(
            {"title": visible(form.title), "created": datetime(made.year, made.month, made.day, tzinfo=UTC)}
        )
        book.set_custom_property(PROPERTY, f"format {FORMAT}, {form.made}, {form.commit}")
        _Writer(book, form).write()
    return out.getvalue()


class _Writer:
    """Writes the sheets of one workbook."""

    def __init__(self, book: Any, form: WorkbookForm) -> None:
        self.book, self.form = book, form
        base = {"text_wrap": True, "valign": "top", "font_size": 10}
        self.locked = book.add_format({**base, "font_color": "#444444", "quote_prefix": True})
        self.open = book.add_format(
            {**base, "locked": False, "bg_color": "#FFF9E5", "border": 1, "border_color": "#C9B458"}
        )
        self.typed = book.add_format(
            {**base, "locked": False, "quote_prefix": True, "border": 1, "border_color": "#CCCCCC"}
        )
        self.day = book.add_format(
            {**base, "locked": False, "num_format": "yyyy-mm-dd", "border": 1, "border_color": "#CCCCCC"}
        )
        self.new_day = book.add_format(
            {
                **base,
                "locked": False,
                "num_format": "yyyy-mm-dd",
                "bg_color": "#FFF9E5",
                "border": 1,
                "border_color": "#C9B458",
            }
        )
        self.head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 2, "font_size": 10})

    def write(self) -> None:
        """Write every sheet."""
        self._read_me()
        self._actions()
        if self.form.measures:
            self._measures()
        if self.form.said:
            self._said()
        self._record()

    def _sheet(self, name: str, columns: Any) -> Any:
        sheet = self.book.add_worksheet(name)
        for number, (key, heading, width, _) in enumerate(columns):
            sheet.write_string(0, number, f"@{key}")
            sheet.write_string(1, number, heading, self.head)
            sheet.set_column(number, number, width)
        sheet.set_row(0, None, None, {"hidden": True})
        sheet.set_row(1, row_height((heading, width) for _, heading, width, _ in columns))
        sheet.freeze_panes(_ROWS_BEFORE, 1)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(1)
        sheet.protect(
            "", {"sort": True, "autofilter": True, "format_columns": True, "format_rows": True, "format_cells": True}
        )
        return sheet

    def _read_me(self) -> None:
        sheet = self.book.add_worksheet(README)
        sheet.set_column(0, 0, _READ_ME)
        sheet.hide_gridlines(2)
        sheet.fit_to_pages(1, 0)
        title = self.book.add_format({"bold": True, "font_size": 14, "text_wrap": True})
        plain = self.book.add_format({"text_wrap": True, "valign": "top"})
        for number, line in enumerate(read_me_lines(self.form)):
            sheet.write_string(number, 0, visible(line), title if not number else plain)
            sheet.set_row(number, row_height([(line, _READ_ME * (0.7 if not number else 0.9))]) + 4)
        sheet.protect()

    def _actions(self) -> None:
        columns = _wide_enough(_ACTION_COLUMNS, (line.address for line in self.form.actions))
        sheet = self._sheet(ACTIONS, columns)
        keys = [key for key, *_ in columns]
        widths = {key: width for key, _, width, _ in columns}
        for number, line in enumerate(self.form.actions, _ROWS_BEFORE):
            texts = ((text, widths[key]) for key, text in line._asdict().items() if key in widths)
            sheet.set_row(number, row_height(texts, _ROOM))
            for column, key in enumerate(keys):
                self._action_cell(sheet, number, column, key, line)
        last = len(self.form.actions) + _ROWS_BEFORE - 1
        if last >= _ROWS_BEFORE:
            states = [state.replace("-", " ") for state in get_args(State)]
            self._choices(sheet, keys.index("state"), last, states)
            self._choices(sheet, keys.index("rag"), last, list(get_args(Rag)))
            sheet.autofilter(1, 0, last, len(keys) - 1)

    def _action_cell(self, sheet: Any, row: int, column: int, key: str, line: ActionLine) -> None:
        shown = {"id": line.address, "priority": line.priority, "now": line.now}
        fields = {"text": line.text, "owner": line.owner, "due": line.due}
        if key in shown:
            sheet.write_string(row, column, visible(shown[key]), self.locked)
        elif key in fields:
            if key == "due" and len(fields[key]) == 10:
                sheet.write_datetime(row, column, datetime.fromisoformat(fields[key]), self.day)
            elif fields[key]:
                sheet.write_string(row, column, visible(fields[key]), self.typed)
            else:
                sheet.write_blank(row, column, None, self.day if key == "due" else self.typed)
        else:
            sheet.write_blank(row, column, None, self.new_day if key in _DATES else self.open)

    def _choices(self, sheet: Any, column: int, last: int, words: list[str]) -> None:
        sheet.data_validation(
            _ROWS_BEFORE, column, last, column, {"validate": "list", "source": words, "error_message": "choose one"}
        )

    def _measures(self) -> None:
        columns = [("id", "Id", 22, False), ("title", "Measure", 40, False), ("unit", "Unit", 14, False)]
        columns += [(f"period {period}", period, 14, True) for period in self.form.periods]
        columns += [("note", "Note on the new figure", 40, True)]
        sheet = self._sheet(MEASURES, columns)
        for number, line in enumerate(self.form.measures, _ROWS_BEFORE):
            sheet.set_row(number, row_height([(line.title, 40), (line.unit, 14)]))
            for column, text in enumerate((line.address, line.title, line.unit)):
                sheet.write_string(number, column, visible(text), self.locked)
            for column, period in enumerate(self.form.periods, 3):
                self._figure(sheet, number, column, period, line)
            sheet.write_blank(number, len(columns) - 1, None, self.open)

    def _figure(self, sheet: Any, row: int, column: int, period: str, line: MeasureLine) -> None:
        shown = line.figures.get(period, "")
        if shown:
            sheet.write_string(row, column, visible(shown), self.typed)
        elif period in line.wanted:
            sheet.write_blank(row, column, None, self.open)
        else:
            sheet.write_blank(row, column, None, self.locked)

    def _said(self) -> None:
        columns = _wide_enough(_SAID_COLUMNS, (line.address for line in self.form.said))
        sheet = self._sheet(SAID, columns)
        for number, line in enumerate(self.form.said, _ROWS_BEFORE):
            sheet.set_row(number, row_height([(line.note, 60), (line.by, 22)]))
            for column, text in enumerate(line):
                sheet.write_string(number, column, visible(text), self.locked)

    def _record(self) -> None:
        sheet = self.book.add_worksheet(RECORD)
        for number, (name, value) in enumerate(
            (
                ("format", str(FORMAT)),
                ("made", self.form.made),
                ("commit", self.form.commit),
                ("owner", self.form.owner),
            )
        ):
            sheet.write_string(number, 0, name)
            sheet.write_string(number, 1, value)
        for number, parts in enumerate(said_cells(self.form), 5):
            for column, text in enumerate(parts):
                sheet.write_string(number, column, text)
        sheet.protect()
        sheet.very_hidden()


def _wide_enough(columns: tuple[_Column, ...], ids: Iterable[str]) -> tuple[_Column, ...]:
    """The columns, with room for the longest id in the first: it has no blanks at which it could go on below."""
    key, heading, width, typed = columns[0]
    return ((key, heading, min(60, max(width, *map(len, ids), 0)), typed), *columns[1:])
