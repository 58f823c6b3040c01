"""Workbooks (xlsx, xlsm): cells as a person sees them, with colours, remarks and what is hidden; by openpyxl."""

import re
import warnings
from collections.abc import Iterator
from datetime import date, datetime, time
from decimal import Decimal
from io import BytesIO
from typing import Any, NamedTuple

from strategy_tracker.intake.outline import Grid, GridCell, MergedCells, TableFile
from strategy_tracker.intake.readers.limits import BYTES, too_much
from strategy_tracker.intake.readers.packed import PackedSheet, look_into
from strategy_tracker.problem import Problem

_SAVE = "open it in a spreadsheet program and save it as .xlsx"
_DIGITS = 15
"""Digits that a spreadsheet holds of a number; what lies beyond is noise of its arithmetic."""
_NOT_DIGITS = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.')
"""What stands in a number format and is no part of the number: words, single signs, colours and conditions."""
_THEME = ("lt1", "dk1", "lt2", "dk2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6")
"""The colours of a theme in the order of their numbers, in which light stands before dark."""


class _Look(NamedTuple):
    """What the style of a cell says: its colour, whether it is struck out, and how its number is shown."""

    fill: str
    struck: bool
    percent: bool
    month: bool


def read_workbook(name: str, data: bytes) -> TableFile:
    """Read every sheet of a workbook. Raises `Problem` where it is none, is hostile, or is larger than what is read."""
    if len(data) > BYTES:
        raise too_much(name, BYTES, "bytes")
    packed = look_into(name, data)
    openpyxl = _library()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what openpyxl would lose on writing: nothing is written here
            book = openpyxl.load_workbook(BytesIO(data), data_only=True, keep_links=False)
        theme = _theme_colours(book.loaded_theme)
        known = packed.sheets
        sheets = tuple(_sheet(one, known[one.title], theme) for one in book.worksheets if one.title in known)
    except Exception as fault:  # it raises whatever the first odd value raises, also of a style that is not there
        raise Problem(f"{name} cannot be read: a part of it is not as it should be", _SAVE) from fault
    return TableFile(name, sheets, packed.remarks)


def _library() -> Any:
    try:
        import openpyxl
    except ImportError:
        step = "install strategy-tracker again as you did, with [sheets] behind its name, or save the sheet as .csv"
        raise Problem("workbooks are read by an extra that is not installed", step) from None
    return openpyxl


def _sheet(one: Any, packed: PackedSheet, theme: list[str]) -> Grid:
    rows: dict[int, dict[int, GridCell]] = {}
    looks: dict[int, _Look] = {}
    for spot in packed.cells:
        raw = one.cell(*spot)
        look = looks.get(raw.style_id)
        if look is None:
            look = looks[raw.style_id] = _look(raw, theme)
        cell = _cell(raw, look, formula=spot in packed.formulas)
        if cell:
            rows.setdefault(spot.row, {})[spot.column] = cell
    return Grid(
        one.title,
        rows,
        tuple(MergedCells(each.min_row, each.min_col, each.max_row, each.max_col) for each in one.merged_cells.ranges),
        hidden=one.sheet_state != "visible",
        hidden_rows=frozenset(number for number, row in one.row_dimensions.items() if row.hidden),
        hidden_columns=frozenset(_hidden_columns(one)),
        blind="colours that a rule of the sheet gives to cells" if len(one.conditional_formatting) else "",
    )


def _hidden_columns(one: Any) -> Iterator[int]:
    """The numbers of hidden columns; a run of them is described once."""
    for each in one.column_dimensions.values():
        if each.hidden and each.min and each.max:
            yield from range(each.min, min(each.max, 1000) + 1)


def _cell(raw: Any, look: _Look, *, formula: bool) -> GridCell | None:
    """One cell; None where it holds nothing and says nothing by its colour."""
    value, note = raw.value, raw.comment is not None
    if value in (None, "") and not formula:
        return GridCell("", fill=look.fill, note=note) if look.fill or note else None
    read = _value(value, raw.data_type, look)
    return read and read._replace(fill=look.fill, note=note, formula=formula, struck=look.struck)


def _value(value: Any, kind: str, look: _Look) -> GridCell | None:
    """What a cell holds, without how it looks; None where that is only blanks."""
    if value is None:
        return GridCell("(a formula without a value)", "error")
    if kind == "e":
        return GridCell(str(value), "error")
    if isinstance(value, bool):
        return GridCell("yes" if value else "no")
    if isinstance(value, datetime):
        day = value.date()
        return GridCell(f"{day:%Y-%m}" if look.month else day.isoformat(), "date", day=day, month=look.month)
    if isinstance(value, int | float):
        return _number(value, look)
    text = value.isoformat() if isinstance(value, time | date) else str(value)
    text = text.replace("_x000D_", "").replace("\r\n", "\n").strip()
    return GridCell(text) if text else None


def _number(value: float, look: _Look) -> GridCell:
    exact = Decimal(value) if isinstance(value, int) else Decimal(f"{value:.{_DIGITS}g}")
    if not exact.is_finite():
        return GridCell(str(value), "error")
    shown = _plain(exact * 100 if look.percent else exact)
    return GridCell(f"{shown}%" if look.percent else shown, "number", Decimal(shown), percent=look.percent)


def _plain(number: Decimal) -> str:
    """Print a number without an exponent and without zeros at its end."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _look(raw: Any, theme: list[str]) -> _Look:
    digits = _NOT_DIGITS.sub("", raw.number_format or "").lower().split(";")[0]
    month = "y" in digits and "m" in digits and not set("dh") & set(digits)
    fill = _colour(raw.fill.fgColor, theme) if raw.fill.fill_type == "solid" else ""
    return _Look(fill, bool(raw.font.strike), "%" in digits, month)


def _colour(colour: Any, theme: list[str]) -> str:
    """Six hexadecimal digits of a colour that is given as such, by its number, or by its place in the theme."""
    from openpyxl.styles.colors import COLOR_INDEX

    if colour.type == "rgb" and isinstance(colour.rgb, str):
        return colour.rgb[-6:].upper()
    if colour.type == "indexed" and isinstance(colour.indexed, int) and colour.indexed < len(COLOR_INDEX):
        return str(COLOR_INDEX[colour.indexed])[-6:].upper()
    if colour.type == "theme" and isinstance(colour.theme, int) and colour.theme < len(theme):
        return _tinted(theme[colour.theme], colour.tint or 0)
    return ""


def _tinted(colour: str, tint: float) -> str:
    """A colour made lighter (a tint above 0) or darker, each part by itself."""
    parts = [int(colour[place : place + 2], 16) for place in (0, 2, 4)]
    changed = [part * (1 + tint) if tint < 0 else part + (255 - part) * tint for part in parts]
    return "".join(f"{min(255, max(0, round(part))):02X}" for part in changed)


def _theme_colours(xml: bytes | None) -> list[str]:
    """The colours of the workbook's theme, in the order of their numbers; none where it has no theme."""
    import xml.etree.ElementTree as ET

    if not xml:
        return []
    named = {
        one.tag.rpartition("}")[2]: next(iter(one), None)
        for one in ET.fromstring(xml).iter()  # noqa: S314
        if one.tag.rpartition("}")[2] in _THEME
    }
    colours = [named.get(each) for each in _THEME]
    return ["FFFFFF" if one is None else (one.get("lastClr") or one.get("val") or "FFFFFF").upper() for one in colours]
