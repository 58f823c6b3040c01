"""How high the rows of a workbook are, so that every text in them is seen whatever program opens it."""

from collections.abc import Iterable
from math import ceil

_LINE = 13.5
"""Points of a line of letters of 10 points."""
_HIGHEST = 409
"""Points of a row that no spreadsheet program goes beyond."""


def row_height(texts: Iterable[tuple[str, float]], at_least: int = 1) -> float:
    """The height of a row in points, from its texts and the width of each one's column, for `at_least` so many lines.

    It is set and not left to the program: LibreOffice does not work it out for a file that it did not write itself.
    """
    lines = max((_lines(text, width) for text, width in texts), default=1)
    return min(_HIGHEST, max(lines, at_least) * _LINE + 3)


def _lines(text: str, width: float) -> int:
    """The lines that a text takes in a column that is so many characters wide; words do not fill a line to its end."""
    return sum(max(1, ceil(len(line) * 1.15 / width)) for line in text.split("\n"))
