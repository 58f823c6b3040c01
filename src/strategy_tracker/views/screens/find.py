"""What has the words that somebody looks for: its id, its own words, and where they stand."""

from collections.abc import Iterator, Sequence
from typing import Any

from strategy_tracker.model.names.address import Item
from strategy_tracker.views.sheet import Column, Sheet, SheetSection, Table, cell
from strategy_tracker.views.text import counted, one_line

COLUMNS = ("item", "thing", "words", "file", "where", "text")
LONGEST = 90
"""Characters of a text that are shown round the word that was looked for."""


def found_rows(found: Sequence[tuple[Item, str, str]], words: str) -> Iterator[dict[str, Any]]:
    """A flat row for each thing: the item, the key its text stands under, and the text round the first word."""
    first = next(iter(words.split()), "")
    for item, key, text in found:
        row = {"item": item.address, "thing": item.thing, "words": item.words, "file": item.file}
        yield row | {"where": key, "text": _round(one_line(text), first)}


def found_sheet(rows: Sequence[dict[str, Any]], words: str) -> Sheet:
    """A sheet with a row for each thing; a text that is its own is not printed twice."""
    columns = (Column("Item"), Column("What"), Column("Where"))
    cells = tuple((cell(row["item"]), cell(row["words"]), cell(_where(row))) for row in rows)
    title = f"{counted(len(rows), 'thing has', 'things have')} the words: {one_line(words)}"
    return Sheet(title, (), (SheetSection("", (), (Table("", columns, cells),)),))


def _where(row: dict[str, Any]) -> str:
    if row["text"].strip("… ") in one_line(row["words"]):
        return f"{row['where']} of the {row['thing']}"
    return f"{row['where']}: {row['text']}"


def _round(text: str, word: str) -> str:
    """As much of a text as tells, round a word of it."""
    if len(text) <= LONGEST:
        return text
    at = max(text.casefold().find(word.casefold()), 0)
    start = max(min(at - LONGEST // 3, len(text) - LONGEST), 0)
    start = text.rfind(" ", 0, start) + 1 if start else 0
    end = text.find(" ", start + LONGEST)
    return ("… " if start else "") + (text[start:] if end < 0 else f"{text[start:end]} …")
