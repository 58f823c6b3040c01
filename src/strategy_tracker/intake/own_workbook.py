"""A workbook of ours that came back: what was typed into it, told by its own record of what every cell said."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from strategy_tracker.intake.outline import Grid, GridCell, TableFile
from strategy_tracker.model.workbook import ACTION_KEYS, FIELDS, RECORD


class TypedCell(NamedTuple):
    """A cell that says something else than when the workbook was made: its place, its item, what it said and says."""

    place: str
    item: str
    key: str
    was: str
    now: str


class TypedRow(NamedTuple):
    """What was typed about an item in its row: changed fields, and the cells of a new update or figure."""

    item: str
    place: str
    changed: tuple[TypedCell, ...]
    new: dict[str, tuple[str, str]]
    """Of each key of a new update or period of a new figure: the text, and its place."""


class WorkbookRecord(NamedTuple):
    """What a workbook said when it was made: the day, the commit in words, and of each item and field its text.

    `lost` says that nobody knows that any more: the texts are those of the files today.
    """

    made: str
    commit: str
    texts: dict[tuple[str, str], str]
    lost: bool = False


class Returned(NamedTuple):
    """What a workbook brings back: rows, and ids of rows that are gone or doubled.

    `rows_without_id` are places of rows with words and no id.
    """

    rows: tuple[TypedRow, ...]
    gone: tuple[str, ...]
    doubled: dict[str, tuple[str, ...]]
    rows_without_id: tuple[tuple[str, dict[str, str]], ...]


def record_in(source: TableFile) -> WorkbookRecord | None:
    """The record that a workbook of ours keeps on its hidden sheet; None where it was lost."""
    record = next((sheet for sheet in source.sheets if sheet.name == RECORD), None)
    if record is None:
        return None
    about = {_text(record, row, 1): _text(record, row, 2) for row in range(1, 5)}
    said = {(_text(record, row, 1), _text(record, row, 2)): _text(record, row, 3) for row in record.rows if row > 5}
    return WorkbookRecord(about.get("made", ""), about.get("commit", ""), said)


def read_returned(source: TableFile, record: WorkbookRecord) -> Returned:
    """Read what was typed; rows are found by their ids and columns by their keys, however they were sorted or moved."""
    said = record.texts
    rows: list[TypedRow] = []
    places: dict[str, list[str]] = {}
    loose: list[tuple[str, dict[str, str]]] = []
    for sheet in source.sheets:
        found = _keys(sheet)
        if sheet.name == RECORD or found is None:
            continue
        top, keys = found
        if not {"@state", *(key for key in keys.values() if key.startswith("@period "))} & set(keys.values()):
            continue
        if "@by" in keys.values() and "@due" not in keys.values():
            continue  # what was said so far, which nobody types into
        for number in sorted(row for row in sheet.rows if row > top + 1):
            row = _row(sheet, number, keys, said)
            if row.item:
                places.setdefault(row.item, []).append(row.place)
                rows.append(row)
            elif any(text for text, _ in row.new.values()):
                loose.append((row.place, {key: text for key, (text, _) in row.new.items()}))
    doubled = {item: tuple(found) for item, found in places.items() if len(found) > 1}
    gone = tuple(dict.fromkeys(item for item, _ in said if item not in places))
    return Returned(tuple(rows), gone, doubled, tuple(loose))


def ids_of(source: TableFile) -> set[str]:
    """The ids that stand in the rows of a workbook."""
    return {
        _text(sheet, row, column)
        for sheet in source.sheets
        if (found := _keys(sheet))
        for column, key in found[1].items()
        if key == "@id"
        for row in sheet.rows
        if row > found[0] + 1
    }


def _keys(sheet: Grid) -> tuple[int, dict[int, str]] | None:
    """The row of keys of a sheet and the key of each column; None where it has none."""
    for row in sorted(sheet.rows)[:20]:
        keys = {column: cell.text for column, cell in sheet.words(row).items() if cell.text.startswith("@")}
        if "@id" in keys.values():
            return row, keys
    return None


def _row(sheet: Grid, number: int, keys: dict[int, str], said: dict[tuple[str, str], str]) -> TypedRow:
    own = next(column for column, key in keys.items() if key == "@id")
    item = _text(sheet, number, own)
    changed: list[TypedCell] = []
    new: dict[str, tuple[str, str]] = {}
    for column, key in keys.items():
        name = key.removeprefix("@").removeprefix("period ")
        text, place = _text(sheet, number, column), sheet.place(number, column)
        was = said.get((item, name))
        is_field = name in FIELDS or (key.startswith("@period ") and was)
        if is_field and was is not None:
            if not same_text(was, text):
                changed.append(TypedCell(place, item, name, was, text))
        elif text and (name in ACTION_KEYS or key.startswith("@period ") or not item):
            new[name] = (text, place)
    return TypedRow(item, sheet.place(number, own), tuple(changed), new)


def same_text(one: str, other: str) -> bool:
    """Whether two texts differ only in what a spreadsheet program changes: ends of lines, blanks, kinds of quotes."""
    return _bare(one) == _bare(other)


def _bare(text: str) -> str:
    plain = text.replace("\r\n", "\n").translate(_QUOTES)
    return "\n".join(re.sub(r"[ \t\u00a0]+", " ", line).strip() for line in plain.strip().split("\n"))


_QUOTES = str.maketrans({"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"'})


def _text(sheet: Grid, row: int, column: int) -> str:
    cell: GridCell | None = sheet.cell(row, column)
    return cell.text.removeprefix("'") if cell else ""


def typed_in(returned: Returned) -> Iterator[TypedRow]:
    """The rows in which something was typed and whose item is told by one row only."""
    return (row for row in returned.rows if (row.changed or row.new) and row.item not in returned.doubled)
