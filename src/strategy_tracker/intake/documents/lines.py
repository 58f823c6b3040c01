"""Lines of plain text to pieces: paragraphs put together again, items of lists, labels, tables, and page furniture."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from strategy_tracker.intake.documents.labels import label_of
from strategy_tracker.intake.documents.parts import Labelled, part_of
from strategy_tracker.intake.documents.pieces import Aside, PaperPiece
from strategy_tracker.intake.documents.tables import flat_headings, flat_table, spaced_table
from strategy_tracker.intake.outline import Grid

BULLET = re.compile(
    r"^(?P<indent>[ \t]*)(?P<mark>[-*+\u2022\u25cf\u25cb\u25aa\u25ab\u25a0\u25a1\u2023\u2043\u2013\u2014"
    r"\u00b7\u27a2\u2713\u2714\u2192\uf0b7\u2219\u25e6]|o(?=[ \t]))[ \t]+(?=\S)"
)
NUMBER = re.compile(
    r"^(?P<indent>[ \t]*)(?P<mark>\(?(?:\d{1,2}(?:\.\d{1,2})*[.)]?|[a-z][.)]|[ivx]{1,5}[.)]|\([a-z]\)))[ \t]*(?=\S)",
    re.ASCII,
)
_ALONE = re.compile(
    r"^\s*(?:page\s+)?[-\u2013]?\s*\d{1,3}\s*(?:of \d{1,3})?\s*[-\u2013]?\s*$|^\s*[ivx]{1,5}\s*$", re.IGNORECASE
)
_LEADERS = re.compile(r"(?:\.\s?){4,}\s*\d{0,3}\s*$|\t+\s*\d{1,3}\s*$|\S\s{6,}\d{1,3}\s*$")


class TextLine(NamedTuple):
    """A line as it stands, without its line end, and its place."""

    text: str
    place: str


class _Block(NamedTuple):
    """Lines that belong together; `mark` is the bullet or number of an item, `depth` how far it stands in."""

    lines: list[TextLine]
    mark: str = ""
    depth: int = 0


def pieces_of_lines(lines: Iterable[TextLine], name_of_table: str = "table") -> Iterator[PaperPiece]:
    """Put lines together to pieces. An empty line, a bullet or a number begins a new one; a short line ends one."""
    every = list(lines)
    furniture = _repeated(every)
    width = _width(every)
    tables = 0
    for block in _blocks([line for line in every if line.text.strip() not in furniture], width):
        found = list(_pieces(block, width))
        for piece in found:
            if piece.grid is not None:
                tables += 1
                yield piece._replace(grid=_named(piece.grid, f"{name_of_table} {tables}"))
            else:
                yield piece
    yield from (
        PaperPiece("para", line.text, line.place, aside="page furniture")
        for line in every
        if line.text.strip() in furniture
    )


def _named(grid: Grid, name: str) -> Grid:
    return grid._replace(name=name)


def _repeated(lines: list[TextLine]) -> set[str]:
    """Lines that stand on three pages or more, as the text between form feeds is a page."""
    pages: list[set[str]] = [set()]
    for line in lines:
        if "\f" in line.text:
            pages.append(set())
        pages[-1].add(line.text.strip())
    many = Counter(text for page in pages for text in page if text and len(pages) > 3)
    return {text for text, number in many.items() if number * 2 > len(pages) and number > 2}


def _width(lines: list[TextLine]) -> int:
    """The width to which the lines are broken: that of nearly all; a very large one where they are not broken."""
    sizes = [len(line.text.strip()) for line in lines]
    filled = sorted(size for size in sizes if size)
    width = filled[int(len(filled) * 0.9)] if filled else 0
    going_on = [size for size, after in pairwise(sizes) if size and after]
    return width if sum(size > 0.7 * width for size in going_on) * 2 >= len(going_on) else _UNBROKEN


_UNBROKEN = 1000


def _blocks(lines: list[TextLine], width: int) -> Iterator[_Block]:
    block: _Block | None = None
    for line in lines:
        text = line.text.replace("\f", "")
        line = line._replace(text=text)  # noqa: PLW2901
        if not text.strip():
            if block:
                yield block
            block = None
            continue
        mark = BULLET.match(text)
        number = None if mark else NUMBER.match(text)
        if mark or (number and _begins_item(number, text, block)):
            if block:
                yield block
            found = mark or number
            assert found is not None
            block = _Block([line._replace(text=text[found.end() :])], found["mark"], _depth(found["indent"]))
            again = NUMBER.match(block.lines[0].text) if mark else None
            if again and again["mark"][-1:] in ".)":
                block = block._replace(lines=[line._replace(text=block.lines[0].text[again.end() :])])
        elif block is None:
            block = _Block([line])
        elif block.mark and _ends(block.lines[-1].text, text, width):
            yield block
            block = _Block([line])
        else:
            block.lines.append(line)
    if block:
        yield block


def _depth(indent: str) -> int:
    return len(indent.expandtabs(4)) // 2


def _begins_item(number: re.Match[str], text: str, block: _Block | None) -> bool:
    """Whether a number at the beginning of a line is that of an item, and not a figure at a line's break."""
    rest = text[number.end() :]
    signed = number["mark"][-1] in ".)" or "." in number["mark"]
    if not signed or (re.match(r"[a-z]", rest) and number["mark"][-1] == "." and number["mark"][0].isalpha()):
        return False
    return block is None or bool(block.mark) or len(block.lines) == 1 or rest[:1].isupper()


def _ends(above: str, text: str, width: int) -> bool:
    """Whether a line below an item is none of it: a heading, a label, or after a line that was broken on purpose."""
    if _opens_something(text):
        return True
    return len(above) < 0.5 * width and text[:1].isupper() and above.rstrip()[-1:] in ".;:!?"


def _opens_something(text: str) -> bool:
    """Whether a line is a heading or a label by its own words, and no part of a sentence that goes on."""
    begins = text.strip()[:1]
    if not (begins.isupper() or begins.isdigit() or begins in "*_"):
        return False
    ended = re.search(r"[^.][.;,]$", text.rstrip())
    return bool(label_of(text) or (not ended and (part_of(text) or Labelled(text))))


def leads_to_a_page(text: str) -> bool:
    """Whether dots or a wide blank at the end of a line lead to the number of a page."""
    return bool(_LEADERS.search(text[-200:]))


def typed_item(text: str) -> tuple[str, str] | None:
    """The bullet or number that somebody typed before a paragraph, and the rest; None where there is none."""
    found = BULLET.match(text) or NUMBER.match(text)
    if found is None or label_of(text) or not re.search(r"[.)]|[^\w]", found["mark"]):
        return None
    return found["mark"], text[found.end() :]


def contents_in(text: str) -> Aside:
    """Whether a line is one of a table of contents: dots or a wide blank lead to the number of a page."""
    return "a table of contents" if leads_to_a_page(text) else ""


def _pieces(block: _Block, width: int) -> Iterator[PaperPiece]:
    texts = [line.text for line in block.lines]
    if block.mark:
        text = _joined(texts)
        kind_aside: Aside = "a table of contents" if leads_to_a_page(texts[-1]) else ""
        yield PaperPiece("item", text, block.lines[0].place, block.depth, kind_aside, (block.mark, *texts))
        return
    at = flat_headings(texts)
    if at > 0:
        yield from _pieces(_Block(block.lines[:at]), width)
        block, texts = _Block(block.lines[at:]), texts[at:]
    grid = spaced_table(texts) or flat_table(texts)
    if grid is not None:
        yield PaperPiece("table", "", block.lines[0].place, grid=grid)
        return
    if at >= 0:
        for line in block.lines:
            yield PaperPiece("para", line.text, line.place, aside="a table whose cells cannot be told apart")
        return
    for part in parts_of(block.lines, width):
        words = [line.text for line in part]
        yield PaperPiece("para", _joined(words), part[0].place, aside=_aside(words), lines=tuple(words))


def parts_of(lines: list[TextLine], width: int) -> Iterator[list[TextLine]]:
    """The paragraphs of a block, whose lines were broken to a width: those that were broken on purpose stand alone."""
    part: list[TextLine] = []
    for line in lines:
        if part and _is_meant(part, line.text, width):
            yield part
            part = []
        part.append(line)
    if part:
        yield part


def _is_meant(part: list[TextLine], text: str, width: int) -> bool:
    """Whether the line end between a part and the next line was meant, and not made by the width of the page."""
    above, whole = part[-1].text.strip(), _joined([line.text for line in part])
    if (head := Labelled(whole)) and not head.title:
        return False
    if (
        leads_to_a_page(above)
        or leads_to_a_page(text)
        or _opens_something(text)
        or (part_of(whole) and _opens_something(whole))
    ):
        return True
    if above.isupper() and text.strip().isupper():
        return False
    short = len(above) < 0.6 * width or width > _UNBROKEN // 5
    return short and (text.strip()[:1].isupper() or text.strip()[:1].isdigit())


def _joined(texts: list[str]) -> str:
    """Lines as one text; a word that was parted at a line's end is whole again."""
    text = ""
    for line in (one.strip() for one in texts):
        parted = re.search(r"[^\W\d_]-$", text) and re.match(r"[a-z]", line)
        soft = text.endswith("\u00ad")
        text = text[:-1] + line if soft else text + line if parted else f"{text} {line}".strip()
    return text


def _aside(texts: list[str]) -> Aside:
    if all(leads_to_a_page(one) for one in texts):
        return "a table of contents"
    return "page furniture" if len(texts) == 1 and _ALONE.match(texts[0].strip()[:40]) else ""
