"""Plain text to pieces: lines in the encodings of tables of text, paragraphs by their number."""

import re
from collections import Counter

from strategy_tracker.intake.documents.lines import TextLine, pieces_of_lines
from strategy_tracker.intake.documents.pieces import PaperDocument, document_of
from strategy_tracker.intake.readers.limits import LETTERS, ROWS, too_much
from strategy_tracker.intake.readers.tables import decode


def is_table_of_text(name: str, data: bytes) -> bool:
    """Whether most lines of a text have the same number of tabs, semicolons or bars: a table that was copied."""
    text, _ = decode(name, data)
    lines = [line for line in re.split(r"\r\n|\r|\n", text[:200_000]) if line.strip()]
    for between in ("\t", ";", "|", ","):
        counts = Counter(line.count(between) for line in lines)
        many, often = max(((number, one) for one, number in counts.items() if one), default=(0, 0))
        if many * 5 >= len(lines) * 4 or (
            between == "\t" and lines and lines[0].count("\t") > 1 and often > 1 and many * 2 >= len(lines)
        ):
            return not (between == "," and often < 2)
    return False


def read_text(name: str, data: bytes) -> PaperDocument:
    """Read a text. Raises `Problem` where it is none, or larger than what is read."""
    text, remark = decode(name, data)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if len(lines) > ROWS:
        raise too_much(name, ROWS, "lines")
    if any(len(line) > 4 * LETTERS for line in lines):
        raise too_much(f"a line of {name}", 4 * LETTERS, "characters")
    pieces = pieces_of_lines(TextLine(line, f"line {number}") for number, line in enumerate(lines, 1))
    return document_of(name, pieces, remarks=[remark] if remark else [])
