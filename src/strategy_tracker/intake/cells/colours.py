"""Colours behind cells: by the key that the sheet has for them, otherwise the usual ones of an office."""

import math
from typing import NamedTuple

from strategy_tracker.intake.cells.closed_lists import HowItGoes, read_state
from strategy_tracker.intake.outline import Grid, GridSpot

_OFFICE = {
    "green": ("00B050", "92D050", "C6EFCE", "70AD47", "A9D08E", "00FF00", "C6E0B4", "339966", "00B100", "008000"),
    "amber": ("FFC000", "FFEB9C", "FFE699", "FFBF00", "F4B084", "FFA500", "ED7D31", "FFD966", "FFFF00"),
    "red": ("FF0000", "C00000", "FFC7CE", "FF7C80", "E06666", "DA3832"),
    "blue": ("0070C0", "00B0F0", "5B9BD5", "4472C4", "BDD7EE", "9BC2E6", "0000FF", "DDEBF7", "002060"),
}
"""Fills that spreadsheet programs offer, by the colour that people call them."""
_NEAR = 18.0
"""A difference of two colours (CIE76) up to which they are one to the eye of a reader of a table."""


class FillKey(NamedTuple):
    """What the fills of a sheet mean: how it goes, by the colour; and the cells of the key itself."""

    meanings: dict[str, HowItGoes]
    spots: frozenset[GridSpot]


def find_key(sheet: Grid, before: int) -> FillKey:
    """Find the key of the colours in the rows above a heading: filled cells with a state or a colour in words."""
    found: dict[str, HowItGoes] = {}
    spots: set[GridSpot] = set()
    for row in sorted(number for number in sheet.rows if number < before):
        for column, cell in sheet.words(row).items():
            going = read_state(cell.text)
            if cell.fill and (going.state or going.rag):
                found[cell.fill] = going
                spots.add(GridSpot(row, column))
    return FillKey(found, frozenset(spots)) if len(found) > 1 else FillKey({}, frozenset())


class FillColour(NamedTuple):
    """The colour that a fill is called, and what the key says of it; `by_key` is False where the sheet has none."""

    colour: str
    going: HowItGoes
    by_key: bool


def read_fill(fill: str, key: FillKey) -> FillColour | None:
    """Read the colour behind a cell; None where it is like none of the key's, or like no usual one."""
    name = _nearest({one: colour for colour, each in _OFFICE.items() for one in each}, fill)
    if key.meanings:
        meant = _nearest({one: one for one in key.meanings}, fill)
        return FillColour(name or key.meanings[meant].rag, key.meanings[meant], by_key=True) if meant else None
    return FillColour(name, HowItGoes(rag=name), by_key=False) if name else None


def _nearest(known: dict[str, str], fill: str) -> str:
    """What the nearest of the known colours stands for, where it is near enough; otherwise nothing."""
    away, meant = min((_difference(fill, one), meant) for one, meant in known.items())
    return meant if away <= _NEAR else ""


def _difference(one: str, other: str) -> float:
    return math.dist(_lab(one), _lab(other))


def _lab(colour: str) -> tuple[float, float, float]:
    """A colour in the space in which distances are those of the eye (CIE L*a*b*, white point D65)."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883
    fx, fy, fz = (part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116 for part in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)
