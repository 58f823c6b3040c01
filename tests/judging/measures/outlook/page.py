"""The worked tables of docs/ratings.md, by the line of their headings."""

from pathlib import Path

_PAGE = (Path(__file__).parents[4] / "docs" / "ratings.md").read_text(encoding="utf-8")


def table(headings: str) -> list[list[str]]:
    """The rows below these headings, cell by cell."""
    _, found, rest = _PAGE.partition(f"\n{headings}")
    assert found, f"there is no table {headings}"
    rows = rest.split("\n\n")[0].splitlines()[2:]
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]
