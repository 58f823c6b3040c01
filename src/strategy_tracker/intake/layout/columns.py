"""What the columns of a table hold, by their headings and by the values below."""

import re
from collections import Counter
from collections.abc import Collection, Iterable
from typing import Literal

from strategy_tracker.intake.cells.words import Role, is_how_urgent, meaning, says_nothing
from strategy_tracker.intake.headings import Heading, read_heading
from strategy_tracker.intake.layout.found_table import FoundTable, TableColumn, TableKind, Wishes
from strategy_tracker.intake.layout.heading_rows import FIGURE
from strategy_tracker.intake.layout.row_kinds import row_kinds
from strategy_tracker.intake.outline import Grid, GridCell, MergedCells
from strategy_tracker.model.dates.period import YearEnd

FIGURE_KINDS: frozenset[str] = frozenset({"reading", "target", "baseline", "forecast", "benchmark"})
"""What the figures of a row can be, where a word in it says so."""
_FIGURES: frozenset[Role] = frozenset({"reading", "target", "baseline", "unit", "better", "benchmark", "forecast"})
_DOINGS: frozenset[Role] = frozenset({"due", "starts", "state", "rag", "updates", "owner", "partners", "done", "every"})


def table_below(
    sheet: Grid, headings: tuple[int, ...], end: int, year_end: YearEnd, wishes: Wishes
) -> FoundTable | None:
    """The table between its heading rows and the row `end`; None where its columns are none of items."""
    body = range(max(headings) + 1, end)
    columns: dict[int, TableColumn] = {}
    for number, text in _heading_texts(sheet, headings).items():
        heading = wishes.columns.get(number) or read_heading(text, year_end)
        columns[number] = TableColumn(number, heading, heading.role)
    for number, heading in wishes.columns.items():
        columns.setdefault(number, TableColumn(number, heading, heading.role))
    if not columns:
        return None
    columns |= _figure_kinds(sheet, columns, body, year_end)
    columns = _by_values(sheet, dict(sorted(columns.items())), body, frozenset(wishes.columns))
    kind = _kind(list(columns.values()))
    columns = _settle(sheet, columns, body, kind, frozenset(wishes.columns))
    if not wishes.columns and not _is_of_items(kind, columns.values()):
        return None
    table = FoundTable(kind, headings, columns, {})
    if not table.first("text", "title"):
        return None
    return table._replace(rows=row_kinds(sheet, table, body))


def _figure_kinds(
    sheet: Grid, columns: dict[int, TableColumn], body: range, year_end: YearEnd
) -> dict[int, TableColumn]:
    """The column that has no other role and whose cells say what the figures of their rows are: Actual, Target."""
    found: dict[int, TableColumn] = {}
    for number in {column for row in body for column in sheet.words(row)}:
        known = columns.get(number)
        if known and known.heading.certain and known.role not in ("group", "level", "unused"):
            continue
        read = [read_heading(cell.text, year_end) for cell in _values(sheet, number, body)]
        kinds = {one.role for one in read if one.certain and one.role in FIGURE_KINDS and not one.period}
        if "reading" in kinds and len(kinds) > 1 and all(one.certain and one.role in kinds for one in read):
            heading = known.heading if known else Heading("", "figure_kind", certain=True)
            found[number] = TableColumn(number, heading, "figure_kind")
    return found


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
            figures = sum(map(is_figure, values))
            if role == "reading" and column.heading.plan_year:
                role = "target"
            elif role == "target" and days * 2 >= len(values) and not figures:
                role = "due"
            elif role in ("starts", "due") and figures * 2 >= len(values) and not days and not _are_serials(values):
                role = "baseline" if role == "starts" else "unused"
            elif role == "updates" and figures * 2 > len(values):
                role = "unused"
            elif role == "updates" and not _has_state(columns) and all(_is_state(cell) for cell in values):
                role = "state"
            elif role == "priority" and all(is_how_urgent(cell.text) for cell in values):
                role = "unused"
            elif role in PERIODS_OF and _are_periods(column, values):
                role = PERIODS_OF[role]
        found[number] = column._replace(role=role)
    return found


PERIODS_OF: dict[Role | Literal[""], Role] = {
    "reading": "reading_period",
    "target": "target_period",
    "baseline": "baseline_period",
}
"""What a column beside figures of a kind is, where it holds their periods."""
_PERIOD_OF = re.compile(r"\b(year|date|period|quarter)\b", re.IGNORECASE)
_PERIOD = re.compile(
    r"(19|20)\d\d([/-](\d\d|20\d\d))?( ?Q[1-4])?|Q[1-4],? (19|20)\d\d([/-]\d\d)?|[A-Z][a-z]{2,8}[ -]\d{2,4}", re.ASCII
)


def _are_periods(column: TableColumn, values: list[GridCell]) -> bool:
    """Whether a column such as `Latest year` holds the periods of the figures beside it, and no figures."""
    return bool(_PERIOD_OF.search(column.heading.text)) and all(_PERIOD.fullmatch(cell.text.strip()) for cell in values)


def _has_state(columns: dict[int, TableColumn]) -> bool:
    return any(column.role == "state" for column in columns.values())


def _is_state(cell: GridCell) -> bool:
    return bool(meaning("state", cell.text) or meaning("going", cell.text))


def is_figure(cell: GridCell) -> bool:
    """Whether a cell holds a figure: a number, or one typed as text."""
    return cell.number is not None or bool(FIGURE.fullmatch(cell.text.strip()))


def _are_serials(values: list[GridCell]) -> bool:
    """Whether numbers are days as a spreadsheet counts them: 1954 to 2119."""
    return all(re.fullmatch(r"[2-7]\d{4}", cell.text, re.ASCII) for cell in values)


_DAY = re.compile(
    r"\b(\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[ '-]\d{2,4})\b",
    re.IGNORECASE,
)


def _kind(columns: Collection[TableColumn]) -> TableKind:
    roles = {column.role for column in columns}
    one_figure = (
        "value" in roles
        or {"numerator", "denominator"} <= roles
        or sum(column.role == "reading" and not column.heading.period for column in columns) == 1
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
        elif role == "outcome" and kind == "measures" and not named and _repeats(sheet, number, body):
            role, named = "priority", True
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
    """The column whose values differ most, and of those the one called so, or that stands first."""

    def telling(column: TableColumn) -> tuple[float, bool, bool, int]:
        texts = [cell.text for cell in _values(sheet, column.number, body)]
        if not texts:
            return 0.0, False, False, -column.number
        heading = column.heading.text.casefold()
        asked = heading.startswith("recommendation")
        return round(len(set(texts)) / len(texts), 1), "action" in heading, not asked, -column.number

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
