"""What became of every cell: taken, taken with a remark, not taken, or left out by a rule. The sum must close."""

from collections import Counter
from collections.abc import Iterable
from typing import Literal, NamedTuple

from strategy_tracker.intake.cells.understood import Understood
from strategy_tracker.intake.outline import Grid, GridSpot, TableFile

Fate = Literal["taken", "remarked", "not_taken", "left_out"]


class CellRemark(NamedTuple):
    """What a person should know of a cell, a row or a column: its place, a code, a sentence and one thing to do.

    `taken` says that a value was taken all the same.
    """

    place: str
    code: str
    words: str
    next_step: str
    taken: bool


def _at(sheet: Grid, spot: GridSpot) -> tuple[str, GridSpot]:
    return sheet.name, sheet.in_file(spot)


class Ledger:
    """The fates of the cells of a file, and what is said of them, in the order in which they were met."""

    def __init__(self) -> None:
        self._fates: dict[tuple[str, GridSpot], Fate] = {}
        self._remarks: dict[tuple[str, str, str], CellRemark] = {}

    @property
    def remarks(self) -> list[CellRemark]:
        """What is said of the cells."""
        return list(self._remarks.values())

    def take(self, sheet: Grid, row: int, column: int) -> None:
        """Note that a cell was taken as it stands."""
        self._fates.setdefault(_at(sheet, GridSpot(row, column)), "taken")

    def leave(self, sheet: Grid, spots: Iterable[GridSpot]) -> None:
        """Note that cells were left out by a rule."""
        for spot in spots:
            self._fates.setdefault(_at(sheet, spot), "left_out")

    def say(self, sheet: Grid, row: int, column: int, said: Understood) -> None:
        """Note what became of a cell that was read: without words it was taken, or had nothing to take."""
        fate: Fate = "taken" if said.value else "left_out"
        if said.code:
            fate = "remarked" if said.value else "not_taken"
            self.remark(sheet.place(row, column), said, taken=bool(said.value))
        self._fates[_at(sheet, GridSpot(row, column))] = fate

    def refuse(self, sheet: Grid, spots: Iterable[GridSpot]) -> None:
        """Note that cells were not taken, of which something is said elsewhere."""
        for spot in spots:
            self._fates[_at(sheet, spot)] = "not_taken"

    def remark(self, place: str, said: Understood, *, taken: bool) -> None:
        """Say something of a place; the same thing of the same place is said once."""
        one = CellRemark(place, said.code, said.words, said.next_step, taken)
        self._remarks.setdefault((place, said.code, said.words), one)

    def is_open(self, sheet: Grid, row: int, column: int) -> bool:
        """Whether nothing was noted of a cell yet."""
        return _at(sheet, GridSpot(row, column)) not in self._fates

    def counts(self, source: TableFile) -> dict[str, int]:
        """How many cells hold something, and what became of them; what no table held was left out."""
        filled = [(sheet.name, spot) for sheet in source.sheets for spot in sheet.filled()]
        fates = Counter(self._fates.get(one, "left_out") for one in filled)
        names: tuple[Fate, ...] = ("taken", "remarked", "not_taken", "left_out")
        return {"filled": len(filled)} | {name: fates[name] for name in names}
