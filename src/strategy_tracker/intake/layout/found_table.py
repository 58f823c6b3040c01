"""A table as it was found in a sheet, and what a person says of one, as plain data."""

from typing import Literal, NamedTuple

from strategy_tracker.intake.cells.words import Role
from strategy_tracker.intake.headings import Heading
from strategy_tracker.intake.outline import GridSpot

TableKind = Literal["actions", "measures", "readings"]
"""What a row is: an action, a measure, or one reading of a measure."""
RowKind = Literal["item", "band", "total", "form", "heading", "remark", "hidden", "struck", "reset"]


class TableColumn(NamedTuple):
    """A column of a table: its number, its heading, and what it holds ("" where nobody can tell)."""

    number: int
    heading: Heading
    role: Role | Literal[""]


class FoundTable(NamedTuple):
    """A table: what its rows are, its heading rows, its columns by number, and the kind of each row below.

    `over` is the cell above its headings that names what all its rows stand under; None where there is none.
    """

    kind: TableKind
    headings: tuple[int, ...]
    columns: dict[int, TableColumn]
    rows: dict[int, RowKind]
    over: GridSpot | None = None

    def of(self, *roles: Role | Literal[""]) -> list[TableColumn]:
        """The columns that hold one of these, from left to right."""
        return [column for column in self.columns.values() if column.role in roles]

    def first(self, *roles: Role) -> TableColumn | None:
        """The first column that holds one of these."""
        return next(iter(self.of(*roles)), None)


class Wishes(NamedTuple):
    """What a person says of a sheet: its heading row (0 where nobody says) and what columns hold, by their number."""

    heading: int = 0
    columns: dict[int, Heading] = {}
