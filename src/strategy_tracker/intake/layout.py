"""Where the tables of a sheet are: heading rows, columns, and what each row below them is."""

import re
from collections import Counter
from collections.abc import Collection, Iterable
from typing import Literal, NamedTuple

from strategy_tracker.intake.cells.words import Role, is_placeholder, is_total, says_nothing
from strategy_tracker.intake.headings import Heading, read_heading
from strategy_tracker.intake.outline import Grid, GridCell, MergedCells
from strategy_tracker.model.dates.period import YearEnd

TableKind = Literal["actions", "measures", "readings"]
"""What a row is: an action, a measure, or one reading of a measure."""
RowKind = Literal["item", "band", "total", "form", "heading", "remark", "hidden", "struck", "reset"]

_NAMES: tuple[Role, ...] = ("text", "title", "words", "outcome", "priority")
"""Roles that can be the words of an item, the likeliest first."""
_FIGURES: frozenset[Role] = frozenset({"reading", "target", "baseline", "unit", "better", "benchmark", "forecast"})
_DOINGS: frozenset[Role] = frozenset({"due", "starts", "state", "rag", "updates", "owner", "partners", "done", "every"})
_MARK = re.compile(r"[A-Z0-9]+[-_][A-Z0-9_-]*_?[A-Z0-9-]*(START|END)")
"""What a form writes round its parts for the program that reads it."""


class TableColumn(NamedTuple):
    """A column of a table: its number, its heading, and what it holds ("" where nobody can tell)."""

    number: int
    heading: Heading
    role: Role | Literal[""]


class FoundTable(NamedTuple):
    """A table: what its rows are, its heading rows, its columns by number, and the kind of each row below."""

    kind: TableKind
    headings: tuple[int, ...]
    columns: dict[int, TableColumn]
    rows: dict[int, RowKind]

    def of(self, *roles: Role) -> list[TableColumn]:
        """The columns that hold one of these, from left to right."""
        return [column for column in self.columns.values() if column.role in roles]

    def first(self, *roles: Role) -> TableColumn | None:
        """The first column that holds one of these."""
        return next(iter(self.of(*roles)), None)


class Wishes(NamedTuple):
    """What a person says of a sheet: its heading row (0 where nobody says) and what columns hold, by their number."""

    heading: int = 0
    columns: dict[int, Heading] = {}


def find_tables(sheet: Grid, year_end: YearEnd, wishes: Wishes = Wishes()) -> list[FoundTable]:  # noqa: B008 - plain data
    """Find the tables of a sheet, from top to bottom."""
    starts = [wishes.heading] if wishes.heading else _heading_rows(sheet, year_end)
    found: list[FoundTable] = []
    for place, start in enumerate(starts):
        headings = _all_heading_rows(sheet, start, year_end)
        end = (
            min(_all_heading_rows(sheet, starts[place + 1], year_end)) if place + 1 < len(starts) else _last(sheet) + 1
        )
        if found and headings[0] <= max(found[-1].headings):
            continue
        table = _table(sheet, headings, end, year_end, wishes)
        if table:
            found.append(table)
    return found


def _last(sheet: Grid) -> int:
    return max(sheet.rows, default=0)


# heading rows


def _heading_rows(sheet: Grid, year_end: YearEnd) -> list[int]:
    """Rows that look like headings: most of their words are known ones, and what they say is said of no other row."""
    scores = {row: _score(sheet.words(row), year_end) for row in sorted(sheet.rows) if row not in sheet.hidden_rows}
    said = Counter((column, cell.text) for row in sheet.rows for column, cell in sheet.words(row).items())
    found: list[int] = []
    for row, score in scores.items():
        if not score:
            continue
        cells = sheet.words(row)
        again = [known for known in found if _texts(sheet, known) == _texts(sheet, row)]
        if again or (found and sum(said[column, cell.text] > 2 for column, cell in cells.items()) * 3 > len(cells)):
            continue
        if found and row - found[-1] <= 2 and not _items_between(sheet, found[-1], row):
            if score > scores[found[-1]]:
                found[-1] = row
            continue
        found.append(row)
    return found


def _texts(sheet: Grid, row: int) -> list[str]:
    return [cell.text.casefold() for cell in sheet.words(row).values()]


def _items_between(sheet: Grid, above: int, below: int) -> bool:
    return any(len(sheet.words(row)) > 1 for row in range(above + 1, below))


def _score(cells: dict[int, GridCell], year_end: YearEnd) -> int:
    """How much a row is one of headings: 2 for each that is known, 1 for each with a known phrase; 0: it is none."""
    words = [cell for cell in cells.values() if _is_year(cell) or cell.month or _is_text(cell)]
    if len(words) < 2 or len(words) < len(cells) or sum(len(cell.text) > 90 for cell in words) * 2 > len(words):
        return 0
    read = [read_heading(cell.text, year_end) for cell in words if not says_nothing(cell.text)]
    certain = {(one.role, one.period) for one in read if one.certain}
    phrases = {(one.role, one.period) for one in read if one.role and not one.certain} - certain
    telling = {role for role, _ in certain | phrases} & {*_NAMES, "id", "value"}
    named = sum(bool(one.role) for one in read)
    if not telling or not any(role != "reading" for role, _ in certain) or named * 2 < len(read):
        return 0
    score = 2 * len(certain) + len(phrases)
    return score if score >= 4 and len(certain) * 3 >= len(read) else 0


def _is_year(cell: GridCell) -> bool:
    return bool(re.fullmatch(r"(19|20|21)\d\d", cell.text, re.ASCII))


def _is_text(cell: GridCell) -> bool:
    """Whether a cell holds words, and no figure."""
    return cell.kind == "text" and not _FIGURE.fullmatch(cell.text)


def _all_heading_rows(sheet: Grid, row: int, year_end: YearEnd) -> tuple[int, ...]:
    """The heading row with those above it that group columns, and those below it that part them further."""
    rows = [row]
    while (above := rows[0] - 1) > 0 and _groups_columns(sheet, above, rows[0], year_end):
        rows.insert(0, above)
    while (below := rows[-1] + 1) <= _last(sheet) and _parts_columns(sheet, below, row, year_end):
        rows.append(below)
    return tuple(rows)


def _groups_columns(sheet: Grid, row: int, below: int, year_end: YearEnd) -> bool:
    """Whether a row above headings names groups of columns: merged over some, or periods; not one title over all."""
    cells, width = sheet.words(row), len(sheet.words(below))
    if not cells or row in sheet.hidden_rows:
        return False
    spans = {column: _width(sheet, row, column) for column in cells}
    if any(span > 0.7 * width for span in spans.values()) and len(cells) == 1:
        return False
    told = [read_heading(cell.text, year_end) for cell in cells.values()]
    return all(one.role or one.period or spans[column] > 1 for column, one in zip(cells, told, strict=True)) and (
        len(cells) > 1 or max(spans.values()) > 1 or bool(told[0].period)
    )


def _parts_columns(sheet: Grid, row: int, heading: int, year_end: YearEnd) -> bool:
    """Whether a row below headings parts them further: only periods, or words such as Actual and Forecast."""
    cells = sheet.words(row)
    if len(cells) < 2 or any(cell.number is not None and not 1900 <= cell.number <= 2199 for cell in cells.values()):
        return False
    names = [
        column for column, cell in sheet.words(heading).items() if read_heading(cell.text, year_end).role in _NAMES
    ]
    if any(column in cells and not _is_under_merged(sheet, row, column) for column in names):
        return False
    parts = [read_heading(cell.text, year_end) for cell in cells.values()]
    return all(one.period or one.certain for one in parts)


def _is_under_merged(sheet: Grid, row: int, column: int) -> bool:
    return any(one.top < row <= one.bottom and one.left <= column <= one.right for one in sheet.merged)


def _width(sheet: Grid, row: int, column: int) -> int:
    return next((b.right - b.left + 1 for b in sheet.merged if b.top == row and b.left == column), 1)


# columns


def _table(sheet: Grid, headings: tuple[int, ...], end: int, year_end: YearEnd, wishes: Wishes) -> FoundTable | None:
    body = range(max(headings) + 1, end)
    columns: dict[int, TableColumn] = {}
    for number, text in _heading_texts(sheet, headings).items():
        heading = wishes.columns.get(number) or read_heading(text, year_end)
        columns[number] = TableColumn(number, heading, heading.role)
    for number, heading in wishes.columns.items():
        columns.setdefault(number, TableColumn(number, heading, heading.role))
    if not columns:
        return None
    columns = _by_values(sheet, dict(sorted(columns.items())), body, frozenset(wishes.columns))
    kind = _kind(list(columns.values()))
    columns = _settle(sheet, columns, body, kind, frozenset(wishes.columns))
    if not wishes.columns and not _is_of_items(kind, columns.values()):
        return None
    table = FoundTable(kind, headings, columns, {})
    if not table.first("text", "title"):
        return None
    return table._replace(rows=_row_kinds(sheet, table, body))


def _heading_texts(sheet: Grid, rows: tuple[int, ...]) -> dict[int, str]:
    """The words over each column, from the top down, where merged cells stand over all that they cover."""
    texts: dict[int, list[str]] = {}
    for row in rows:
        for column, cell in sheet.words(row).items():
            block = _block(sheet.merged, row, column)
            for one in range(block.left, block.right + 1) if block else (column,):
                if cell.text not in texts.setdefault(one, []):
                    texts[one].append(cell.text)
    return {column: " ".join(words) for column, words in sorted(texts.items())}


def _block(merged: Iterable[MergedCells], row: int, column: int) -> MergedCells | None:
    return next((one for one in merged if one.top == row and one.left == column), None)


def _values(sheet: Grid, column: int, body: range) -> list[GridCell]:
    return [cell for row in body if (cell := sheet.cell(row, column)) and cell.text and not says_nothing(cell.text)]


def _by_values(
    sheet: Grid, columns: dict[int, TableColumn], body: range, fixed: frozenset[int]
) -> dict[int, TableColumn]:
    """Roles as the values below tell them apart: `Target` over days is a due date, `Start` over numbers a baseline."""
    found: dict[int, TableColumn] = {}
    for number, column in columns.items():
        role = column.role
        values = _values(sheet, number, body)
        if number not in fixed and values:
            days = sum(cell.day is not None or bool(_DAY.search(cell.text)) for cell in values)
            figures = sum(cell.number is not None or bool(_FIGURE.fullmatch(cell.text.strip())) for cell in values)
            if role == "reading" and column.heading.plan_year:
                role = "target"
            elif role == "target" and days * 2 >= len(values) and not figures:
                role = "due"
            elif role in ("starts", "due") and figures * 2 >= len(values) and not days and not _are_serials(values):
                role = "baseline" if role == "starts" else "unused"
            elif role == "updates" and figures * 2 > len(values):
                role = "unused"
        found[number] = column._replace(role=role)
    return found


def _are_serials(values: list[GridCell]) -> bool:
    """Whether numbers are days as a spreadsheet counts them: 1954 to 2119."""
    return all(re.fullmatch(r"[2-7]\d{4}", cell.text, re.ASCII) for cell in values)


_DAY = re.compile(
    r"\b(\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[ '-]\d{2,4})\b",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"[-+£€$<>≤≥]{0,2} ?\d[\d.,]* ?(%|k|m)?", re.IGNORECASE)


def _kind(columns: Collection[TableColumn]) -> TableKind:
    roles = {column.role for column in columns}
    one_figure = (
        "value" in roles or sum(column.role == "reading" and not column.heading.period for column in columns) == 1
    )
    if "period" in roles and one_figure and roles & {"title", "words", "text"} and "due" not in roles:
        return "readings"
    figures = roles & _FIGURES
    if (
        "title" in roles
        and (figures - {"unit", "better"} or {"frequency", "definition"} & roles)
        and not ("text" in roles and roles & {"due", "updates", "rag"} and not roles & {"reading", "baseline"})
    ):
        return "measures"
    if "title" in roles and "text" not in roles and "words" not in roles and not roles & {"due", "state"}:
        return "measures"
    if roles & {"words", "outcome"} and roles & {"reading", "target", "baseline"} and not roles & {"due", "text"}:
        return "measures"
    if "text" in roles and len(roles & {"reading", "baseline", "target", "unit"}) > 1 and not roles & {"due", "rag"}:
        return "measures"
    return "actions"


def _is_of_items(kind: TableKind, columns: Iterable[TableColumn]) -> bool:
    """Whether a table says enough of its rows to be one of actions or measures, and is no list of words."""
    roles = Counter(column.role for column in columns)
    if kind == "readings":
        return True
    if kind == "measures":
        return bool(roles.keys() & (_FIGURES - {"unit"} | {"frequency", "definition", "source", "owner"}))
    named = any(column.role == "text" and column.heading.role == "text" for column in columns)
    return 2 * named + len(roles.keys() & (_DOINGS | {"id", "priority"})) > 2 and bool(
        roles.keys() & _DOINGS or {"id", "priority"} <= roles.keys()
    )


def _settle(
    sheet: Grid, columns: dict[int, TableColumn], body: range, kind: TableKind, fixed: frozenset[int]
) -> dict[int, TableColumn]:
    """Give the words of the items to one column, and what else could have been it another place."""
    own: Role = "text" if kind == "actions" else "title"
    candidates = _candidates(columns, kind)
    chosen = _most_telling(sheet, candidates, body)
    settled: dict[int, TableColumn] = {}
    named = any(column.role == "priority" and column is not chosen for column in columns.values())
    for number, column in columns.items():
        role: Role | Literal[""] = column.role
        if kind == "readings" and role in ("text", "words"):
            role = "title"
        elif number in fixed or (kind == "readings" and role == "title"):
            pass
        elif column is chosen:
            role = own
        elif role in ("text", "title", "words"):
            repeats = _repeats(sheet, number, body)
            role = "priority" if repeats and not named else "group" if repeats else _beside(kind, role)
            named = named or role == "priority"
        elif not role and kind == "actions" and _is_prose(sheet, number, body):
            role = "note"
        elif role in ("period", "value", "area") and kind != "readings":
            role = "reading" if role == "value" else "unused" if role == "period" or named else "priority"
        settled[number] = column._replace(role=role)
    return _one_each(settled, kind)


def _candidates(columns: dict[int, TableColumn], kind: TableKind) -> list[TableColumn]:
    order: tuple[Role, ...] = (
        ("text", "words", "title", "outcome") if kind == "actions" else ("title", "words", "text", "outcome")
    )
    for role in order:
        found = [column for column in columns.values() if column.role == role]
        if found:
            return found
    return [column for column in columns.values() if column.role in ("priority", "group", "")]


def _most_telling(sheet: Grid, columns: list[TableColumn], body: range) -> TableColumn | None:
    """The column whose values differ most, and of those the one with the longest words."""

    def telling(column: TableColumn) -> tuple[float, bool, float]:
        texts = [cell.text for cell in _values(sheet, column.number, body)]
        if not texts:
            return 0.0, False, 0.0
        named = "action" in column.heading.text.casefold()
        return round(len(set(texts)) / len(texts), 1), named, min(sum(map(len, texts)) / len(texts), 80)

    return max(columns, key=telling, default=None)


def _repeats(sheet: Grid, column: int, body: range) -> bool:
    """Whether a column says the same of several rows, as a heading of them does."""
    texts = [cell.text for cell in _values(sheet, column, body)]
    return len(texts) > 2 and len(set(texts)) * 3 <= len(texts) * 2


def _is_prose(sheet: Grid, column: int, body: range) -> bool:
    """Whether a column holds sentences, whatever its heading says."""
    lengths = [len(cell.text) for cell in _values(sheet, column, body) if cell.kind == "text"]
    return bool(lengths) and sum(lengths) / len(lengths) > 25


def _beside(kind: TableKind, role: Role) -> Role:
    """The place of words that are not those of the item: of an action a success measure is what it is for."""
    if kind == "actions":
        return "outcome" if role == "title" else "note"
    return "definition" if role == "words" else "note"


_ONCE: frozenset[Role] = frozenset(
    {
        "id",
        "owner",
        "due",
        "starts",
        "state",
        "rag",
        "unit",
        "better",
        "baseline",
        "frequency",
        "definition",
        "priority",
    }
)
_THEN: dict[Role, Role] = {"owner": "partners", "definition": "note", "priority": "group"}


def _one_each(columns: dict[int, TableColumn], kind: TableKind) -> dict[int, TableColumn]:
    """Of two columns that hold the same thing the first counts; a status of figures is worked out here."""
    seen: set[str] = set()
    found: dict[int, TableColumn] = {}
    for number, column in columns.items():
        role = column.role
        if kind != "actions" and role in ("state", "rag"):
            role = "state"
        elif role in _ONCE and not (role in ("state", "rag") and column.heading.period):
            if role in seen:
                role = _THEN.get(role, "unused")
            seen.add(column.role)
        found[number] = column._replace(role=role)
    return found


# rows


def _row_kinds(sheet: Grid, table: FoundTable, body: range) -> dict[int, RowKind]:
    """The kind of each row below the headings that holds anything."""
    own = table.first("text", "title")
    assert own is not None
    typical = _typical_width(sheet, table, body, own.number)
    kinds: dict[int, RowKind] = {}
    for row in body:
        cells = sheet.words(row)
        if cells:
            kinds[row] = _row_kind(sheet, table, row, cells, own.number, typical)
    if table.first("priority"):  # what heads the rows stands in a column
        return {row: "remark" if kind == "band" else kind for row, kind in kinds.items()}
    return _bands_or_remarks(sheet, kinds, own.number)


def _typical_width(sheet: Grid, table: FoundTable, body: range, own: int) -> float:
    """How many columns of the table a row with words usually fills beside them."""
    widths = [len(sheet.words(row).keys() & table.columns.keys()) - 1 for row in body if own in sheet.words(row)]
    return Counter(widths).most_common(1)[0][0] if widths else 0


def _row_kind(
    sheet: Grid, table: FoundTable, row: int, cells: dict[int, GridCell], own: int, typical: float
) -> RowKind:
    """What a row is, by what stands in it."""
    if row in sheet.hidden_rows:
        return "hidden"
    if _repeats_headings(sheet, table, cells):
        return "heading"
    if is_total(next(iter(cells.values())).text) or (own in cells and is_total(cells[own].text)):
        return "total"
    if all(is_placeholder(cell.text) or _is_idle(cell) for cell in cells.values()):
        return "form"
    if any(_MARK.fullmatch(cell.text) for cell in cells.values()) or (own not in cells and len(cells) > 1):
        return "remark"
    return _named_row_kind(sheet, row, cells, own, typical)


def _named_row_kind(sheet: Grid, row: int, cells: dict[int, GridCell], own: int, typical: float) -> RowKind:
    """What a row is that has words where items have them, or one cell elsewhere."""
    if own not in cells:
        return "band" if next(iter(cells)) < own else "remark"
    if cells[own].struck:
        return "struck"
    if len(cells) == 1 and (typical >= 1 or _width(sheet, row, own) > 1):
        return "band"
    return "form" if says_nothing(cells[own].text) else "item"


def _is_idle(cell: GridCell) -> bool:
    """Whether a cell of an unused row says nothing: a formula that gives 0 or nothing, or a dash."""
    return says_nothing(cell.text) or (cell.formula and (cell.number in (0, None)))


def _repeats_headings(sheet: Grid, table: FoundTable, cells: dict[int, GridCell]) -> bool:
    known = {cell.text.casefold() for row in table.headings for cell in sheet.words(row).values()}
    return len(cells) > 1 and all(cell.text.casefold() in known for cell in cells.values())


def _bands_or_remarks(sheet: Grid, kinds: dict[int, RowKind], own: int) -> dict[int, RowKind]:
    """Rows of a single text head what follows where the table begins with one, or where they say that they do."""
    order = [row for row in sorted(kinds) if kinds[row] in ("item", "band")]
    starts = bool(order) and kinds[order[0]] == "band"
    for place, row in enumerate(order):
        if kinds[row] != "band":
            continue
        followed = place + 1 < len(order)
        column, cell = next(iter(sheet.words(row).items()))
        named = bool(_HEADS.match(cell.text))
        merged = _width(sheet, row, column) > 1
        if (
            not followed
            or (cell.text.rstrip().endswith(":") and not named and not merged)
            or not (starts or named or merged or column < own)
        ):
            kinds[row] = "remark"
    return kinds


_HEADS = re.compile(
    r"(our |key |strategic |corporate )?(priority|priorities|theme|objective|goal|aim|outcome|strand|pillar|area"
    r"|section|workstream|ambition|chapter|domain|programme|mission|ziel|handlungsfeld|blaenoriaeth)\b"
    r"|\d+[.):]? \w|[A-Z][.):] \w",
    re.IGNORECASE,
)
