"""How much of a file is read. What is met first is named, and nothing of the file is taken."""

from strategy_tracker.problem import Problem

BYTES = 20_000_000
"""Of the file as it lies on the disk."""
PARTS = 2_000
"""Files packed into one workbook."""
UNPACKED = 200_000_000
"""Bytes of all of them together."""
RATIO = 200
"""Bytes that one packed byte may grow to, from a megabyte on."""
CELLS = 1_000_000
ROWS = 100_000
COLUMNS = 500
LETTERS = 32_767
"""Characters in a cell, which is what a spreadsheet holds."""


def too_much(what: str, most: int, of: str) -> Problem:
    """Say which limit was met: `what` has more than `most` `of`."""
    return Problem(f"{what} has more than {most:,} {of}, and no more is read", "keep only what is to be brought in")
