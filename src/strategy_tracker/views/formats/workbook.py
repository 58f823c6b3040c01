"""A workbook to be typed into and mailed back, by xlsxwriter: protected but for what waits, same bytes each run."""

from datetime import UTC, date, datetime
from io import BytesIO
from typing import Any, get_args

from strategy_tracker.model.action import Rag, State
from strategy_tracker.model.workbook import (
    ACTIONS,
    FORMAT,
    MEASURES,
    README,
    RECORD,
    SAID,
    ActionLine,
    MeasureLine,
    WorkbookForm,
)
from strategy_tracker.problem import Problem
from strategy_tracker.views.text import visible

_ROWS_BEFORE = 2
"""The row of keys, which is hidden, and the row of headings."""
_ACTION_COLUMNS = (
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
"""Key, heading, width in characters, and whether it may be typed into."""
_SAID_COLUMNS = (
    ("id", "Id", 22, False),
    ("on", "Day", 12, False),
    ("state", "State", 14, False),
    ("rag", "Colour", 10, False),
    ("note", "What was said", 60, False),
    ("by", "By", 22, False),
)
_DATES = frozenset({"due", "on", "forecast"})


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
        book.set_custom_property("strategy-tracker", f"format {FORMAT}, {form.made}, {form.commit}")
        _Writer(book, form).write()
    return out.getvalue()


class _Writer:
    """Writes the sheets of one workbook, and remembers what every cell said."""

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
        self.record: list[tuple[str, str, str]] = []

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
        sheet.set_column(0, 0, 100)
        sheet.hide_gridlines(2)
        title = self.book.add_format({"bold": True, "font_size": 14, "text_wrap": True})
        plain = self.book.add_format({"text_wrap": True, "valign": "top"})
        for number, line in enumerate(_words(self.form)):
            sheet.write_string(number, 0, visible(line), title if not number else plain)
        sheet.protect()

    def _actions(self) -> None:
        sheet = self._sheet(ACTIONS, _ACTION_COLUMNS)
        keys = [key for key, *_ in _ACTION_COLUMNS]
        for number, line in enumerate(self.form.actions, _ROWS_BEFORE):
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
            self.record.append((line.address, key, fields[key]))
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
            for column, text in enumerate((line.address, line.title, line.unit)):
                sheet.write_string(number, column, visible(text), self.locked)
            for column, period in enumerate(self.form.periods, 3):
                self._figure(sheet, number, column, period, line)
            sheet.write_blank(number, len(columns) - 1, None, self.open)

    def _figure(self, sheet: Any, row: int, column: int, period: str, line: MeasureLine) -> None:
        shown = line.figures.get(period, "")
        if shown:
            self.record.append((line.address, period, shown))
            sheet.write_string(row, column, visible(shown), self.typed)
        elif period in line.wanted:
            self.record.append((line.address, period, ""))
            sheet.write_blank(row, column, None, self.open)
        else:
            sheet.write_blank(row, column, None, self.locked)

    def _said(self) -> None:
        sheet = self._sheet(SAID, _SAID_COLUMNS)
        for number, line in enumerate(self.form.said, _ROWS_BEFORE):
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
        for number, parts in enumerate(self.record, 5):
            for column, text in enumerate(parts):
                sheet.write_string(number, column, text)
        sheet.protect()
        sheet.very_hidden()


def _words(form: WorkbookForm) -> list[str]:
    """What the first sheet says to the person who is to type."""
    mine = f" for {form.owner}" if form.owner else ""
    how = (
        f"On the sheet {ACTIONS}, one row is one action. Say on which day it was so, choose a state and a colour, and "
        "write in a sentence or two what happened. With red, write what will be done about it."
    )
    moved = (
        "Due date, owner and words of an action may be changed in their cells; with another date, write why it moved."
    )
    return [
        f"{form.title}: updates{mine}",
        f"Made on {form.made}.",
        "",
        "Type only what is new, into the yellow cells. Leave empty what you do not know: that changes nothing.",
        "",
        how,
        "Write your post, not your name, under 'Answered by'.",
        moved,
        f"On the sheet {MEASURES}, write the new figures as plain numbers, or c where a number must not be shown.",
        "You may sort, filter and widen. Save the file as it is, and mail it back to whoever sent it to you.",
    ]
