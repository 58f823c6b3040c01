"""Texts that run from right to left, wherever they stand in a line of ours: found, and kept from turning the rest.

Unicode (UAX 9) lets a word in Arabic or Hebrew draw the figures and signs beside it to its own side. So what
somebody wrote is isolated; where it ends and ours begins again is seen by the signs between: quotes, colons, brackets.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from strategy_tracker.views.text import visible

BEGIN, END = "\u2068", "\u2069"
"""First strong isolate, and pop directional isolate: what is between them does not turn what is around."""

_LETTERS = "\u0590-\u08ff\ufb1d-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
LEFTWARD = re.compile(f"[{_LETTERS}]")
"""A letter that runs from right to left."""

_WORDS = re.compile(f"[{_LETTERS}]+")
_STRONG = re.compile(f"[^\\W\\d_{_LETTERS}]")
_BETWEEN = re.compile("""[:;'"()|]""")
_SMALL = re.compile(r"""\b[a-zà-ÿ]|['"]""")
"""A word with a small letter first, which no name begins with, or a quote."""

_OURS = re.compile("""[:;'"()|,.]""")
_FIGURES = re.compile(r"""(?:\s+[\d.,/%–-]+)+(?=\s*(?:$|[:;,.'"()|]))""")
"""Figures at the end of a title, such as a year, with nothing of ours after them but a sign."""


class Run(NamedTuple):
    """A part of a text, and whether it runs from right to left."""

    text: str
    leftward: bool


def is_leftward(text: str) -> bool:
    """Whether a text has letters that run from right to left."""
    return not text.isascii() and LEFTWARD.search(text) is not None


def runs(text: str) -> list[Run]:
    """Cuts a text into parts that run one way; words of another script stay inside a text that they stand in.

    Where only figures and signs stand beside it, or where it begins a line without any sign that we would put after
    it, the whole line runs from right to left.
    """
    spans = [*_spans(text)] if is_leftward(text) else []
    edges = [0, *(edge for span in spans for edge in span), len(text)]
    parts = [Run(text[at:to], leftward=bool(n % 2)) for n, (at, to) in enumerate(pairwise(edges)) if at < to]
    beside = [part.text for part in parts if not part.leftward and _STRONG.search(part.text)]
    theirs = not beside or (not text.startswith(beside[0]) and _OURS.search(text) is None)
    return [Run(text, leftward=True)] if spans and theirs else parts


def _spans(text: str) -> Iterator[tuple[int, int]]:
    start, end = -1, -1
    for word in _WORDS.finditer(text):
        if start >= 0 and not _apart(text[end : word.start()]):
            end = word.end()
            continue
        if start >= 0:
            yield start, _with_figures(text, end)
        start, end = word.span()
    if start >= 0:
        yield start, _with_figures(text, end)


def _apart(between: str) -> bool:
    """Whether words of ours stand between two texts, and not a name of theirs in Latin letters."""
    return _SMALL.search(between) is not None or bool(_STRONG.search(between) and _BETWEEN.search(between))


def _with_figures(text: str, end: int) -> int:
    figures = _FIGURES.match(text, end)
    return figures.end() if figures else end


def isolated(text: str) -> str:
    """A line of plain text in which no part that runs from right to left turns the others; alone it needs nothing."""
    if not is_leftward(text):
        return text
    parts = runs(text)
    if len(parts) == 1:
        return text
    return "".join(f"{BEGIN}{part.text}{END}" if part.leftward else part.text for part in parts)


def apart(text: str) -> str:
    """A text of somebody's, as it is put into a line of ours."""
    return f"{BEGIN}{text}{END}" if is_leftward(text) else text


def legible(text: str) -> str:
    """A line of plain text as a reader may have it: nothing in it steers, and nothing turns what is beside it."""
    return isolated(visible(text))
