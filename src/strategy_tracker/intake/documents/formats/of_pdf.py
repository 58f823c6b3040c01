"""PDFs to pieces: headings by the size of their letters, paragraphs and items by their lines, tables by their rules."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from strategy_tracker.intake.documents.formats.pdf_pages import PageLine, PageTable, PdfPages, pages_of
from strategy_tracker.intake.documents.lines import TextLine, pieces_of_lines
from strategy_tracker.intake.documents.pieces import Aside, PaperDocument, PaperPiece, document_of
from strategy_tracker.intake.documents.tables import are_headings, grid_of
from strategy_tracker.intake.outline import Grid
from strategy_tracker.intake.readers.in_a_child import read_apart
from strategy_tracker.problem import Problem

_SAVE = "save its text as .txt, or the document that it was made of as .docx"
_LONGEST = 16
"""Words of a heading."""


def read_pdf(name: str, data: bytes) -> PaperDocument:
    """Read a PDF. Raises `Problem` where it cannot be read, has no text, or is larger than what is read."""
    found: PdfPages = read_apart(name, data, pages_of, "pdf-in", _SAVE)
    if not found.lines and not found.tables:
        raise Problem(
            f"{name} holds no text: its pages are pictures, and pictures are not read",
            "have it recognised, or type its text",
        )
    remarks = [f"it has {found.pictures} pictures, which are not read"] if found.pictures else []
    return document_of(name, _PdfReader(found).read(), remarks=remarks)


def _place(line: PageLine) -> str:
    return f"page {line.page}, line {line.number}"


class _PdfReader:
    """Goes through the lines of all pages, and knows the size of plain text and those of headings."""

    def __init__(self, found: PdfPages) -> None:
        self.found = found
        sizes = Counter[float]()
        for line in found.lines:
            sizes[line.size] += len(line.text)
        self.body = sizes.most_common(1)[0][0] if sizes else 10.0
        larger = {line.size for line in found.lines if self._is_heading(line)}
        self.levels = {size: min(number, 6) for number, size in enumerate(sorted(larger, reverse=True), 1)}
        self.furniture = _furniture(found.lines)
        self.spacing = _spacing(found.lines)
        self.on_page = Counter[int]()
        self.notes: dict[int, set[str]] = {}
        for line in found.lines:
            if self._aside(line) == "a footnote":
                self.notes.setdefault(line.page, set()).add(re.match(r"\d*", line.text)[0])  # type: ignore[index]

    def read(self) -> Iterator[PaperPiece]:
        """Give the pieces in reading order."""
        run: list[PageLine] = []
        last: tuple[PaperPiece, PageTable] | None = None
        for item in self._in_order():
            if isinstance(item, PageLine):
                item = item._replace(text=self._without_marks(item))  # noqa: PLW2901
                if aside := self._aside(item):
                    yield PaperPiece("para", item.text, _place(item), aside=aside)
                    continue
                if run and self._belongs(run[-1], item):
                    run.append(item)
                    continue
            elif last and not run and _goes_on(last[1], item):
                last = (_with_rows(last[0], item), last[1]._replace(page=item.page))
                continue
            yield from [last[0]] if last else []
            yield from self._run(run)
            run, last = [], None
            if isinstance(item, PageLine):
                run = [item]
            else:
                name = self._table_name(item.page)
                last = (PaperPiece("table", "", name, grid=grid_of(item.rows, name=name)), item)
        yield from [last[0]] if last else []
        yield from self._run(run)

    def _without_marks(self, line: PageLine) -> str:
        """The text of a line without the numbers of the footnotes of its page."""
        numbers = "|".join(filter(None, self.notes.get(line.page, ())))
        return re.sub(rf"(?<=[a-z][a-z.,;:])(?:{numbers})(?![\w.%])", "", line.text) if numbers else line.text

    def _table_name(self, page: int) -> str:
        self.on_page[page] += 1
        return f"page {page}, table {self.on_page[page]}"

    def _belongs(self, above: PageLine, line: PageLine) -> bool:
        """Whether a line goes on with what stands above: the same heading, or plain text as it is."""
        if self._is_heading(above):
            return self._is_one_heading(above, line)
        return not self._is_heading(line)

    def _in_order(self) -> Iterator[PageLine | PageTable]:
        """Lines and tables: a table comes before the first line below its beginning, by the page's own order."""
        tables = sorted(self.found.tables, key=lambda one: (one.page, one.top))
        for line in self.found.lines:
            while tables and (tables[0].page < line.page or (tables[0].page == line.page and tables[0].top < line.top)):
                yield tables.pop(0)
            yield line
        yield from tables

    def _is_heading(self, line: PageLine) -> bool:
        """Whether a line is larger than plain text, and short."""
        return (
            line.size >= self.body + 0.9
            and len(line.text.split()) <= _LONGEST
            and bool(re.search(r"[^\W\d_]{2}", line.text))
        )

    def _is_one_heading(self, above: PageLine, line: PageLine) -> bool:
        """Whether two lines are one heading that was broken."""
        return above.page == line.page and above.size == line.size and 0 <= line.top - above.bottom < 0.8 * line.size

    def _aside(self, line: PageLine) -> Aside:
        if _as_furniture(line) in self.furniture or (
            _at_edge(line) and re.fullmatch(r"\W*(page )?(\d{1,3}|[ivx]{1,5})( of \d+)?\W*", line.text, re.IGNORECASE)
        ):
            return "page furniture"
        if (
            line.size <= self.body - 0.9
            and line.top > 0.6 * line.height
            and re.match(r"(\d{1,3}|[*\u2020])[.)]?\s*\S", line.text)
        ):
            return "a footnote"
        return ""

    def _run(self, run: list[PageLine]) -> Iterator[PaperPiece]:
        """A heading, or lines of plain text with what they were put together to."""
        if not run:
            return
        if self._is_heading(run[0]):
            text = re.sub(r"([-\u2013]) (?=\d)", r"\1", " ".join(line.text for line in run))
            yield PaperPiece("heading", text, _place(run[0]), self.levels.get(run[0].size, 6))
            return
        edge = min(line.left for line in run)
        lines: list[TextLine] = []
        strong: set[str] = set()
        at = 0
        while at < len(run):
            found, size = _table_in(run[at:])
            if found is not None:
                yield from _marked(lines, strong)
                lines = []
                name = self._table_name(run[at].page)
                yield PaperPiece("table", "", name, grid=found._replace(name=name))
                at += size
                continue
            line = run[at]
            if lines and self._is_apart(run[at - 1], line):
                lines.append(TextLine("", ""))
            letters = (line.left - edge) / (0.5 * max(line.size, 1))  # a broken file may say anything of both
            indent = " " * int(max(0, min(letters, 20)))
            lines.append(TextLine(indent + line.text, _place(line)))
            strong |= {_place(line)} if line.strong else set()
            at += 1
        yield from _marked(lines, strong)

    def _is_apart(self, above: PageLine, line: PageLine) -> bool:
        """Whether a paragraph ends between two lines: by distance, letters, or a sentence that ends a page."""
        if above.strong != line.strong or abs(above.size - line.size) > 0.6:
            return True
        if above.page != line.page or line.top < above.top:
            return above.text.rstrip()[-1:] in ".:;?!" or not line.text[:1].islower()
        return line.top - above.top > 1.25 * self.spacing


def _marked(lines: list[TextLine], strong: set[str]) -> Iterator[PaperPiece]:
    for piece in pieces_of_lines(lines):
        yield piece._replace(strong=piece.place in strong)


def _table_in(run: list[PageLine]) -> tuple[Grid | None, int]:
    """The table without rules that begins with the first line, and how many lines it has.

    A part of a line stands in the column whose heading begins nearest on its left; a line without a first cell goes on
    with the row above.
    """
    heads = run[0].parts
    if len(heads) < 3 or not are_headings([text for _, text in heads]):
        return None, 0
    rows = [[text for _, text in heads]]
    size = 1
    for line in run[1:200]:
        inside = len(line.parts) > 1 or line.left > heads[1][0] - line.size
        if line.page != run[0].page or not inside:
            break
        cells = [""] * len(heads)
        for left, text in line.parts:
            column = max((at for at, (start, _) in enumerate(heads) if start <= left + line.size), default=0)
            cells[column] = f"{cells[column]} {text}".strip()
        if cells[0]:
            rows.append(cells)
        else:
            rows[-1] = [f"{above} {cell}".strip() for above, cell in zip(rows[-1], cells, strict=True)]
        size += 1
    return (grid_of(rows), size) if len(rows) > 1 else (None, 0)


def _goes_on(above: PageTable, table: PageTable) -> bool:
    """Whether a table at the beginning of the next page goes on with one: as many columns, and no other headings."""
    same = len(above.rows[0]) == len(table.rows[0])
    again = table.rows[0] == above.rows[0]
    return table.page == above.page + 1 and same and (again or not are_headings(table.rows[0]))


def _with_rows(piece: PaperPiece, table: PageTable) -> PaperPiece:
    assert piece.grid is not None
    rows = dict(piece.grid.rows)
    start = max(rows, default=0)
    again = [cell.text for _, cell in sorted(piece.grid.words(1).items())] == [one for one in table.rows[0] if one]
    more = grid_of(table.rows[1:] if again else table.rows).rows
    rows |= {start + number: row for number, row in more.items()}
    return piece._replace(grid=piece.grid._replace(rows=rows))


def _as_furniture(line: PageLine) -> str:
    return re.sub(r"\d+|\b[ivx]{1,5}\b", "#", " ".join(line.text.split())) if _at_edge(line) else ""


def _at_edge(line: PageLine) -> bool:
    return line.top < 0.1 * line.height or line.bottom > 0.9 * line.height


def _furniture(lines: Sequence[PageLine]) -> set[str]:
    """Lines at the edges of three pages or more, whatever their numbers; of two where there are hardly more."""
    pages: dict[str, set[int]] = {}
    for line in lines:
        if text := _as_furniture(line):
            pages.setdefault(text, set()).add(line.page)
    few = max((line.page for line in lines), default=0) < 4
    return {text for text, found in pages.items() if len(found) > (1 if few else 2)}


def _spacing(lines: Sequence[PageLine]) -> float:
    """The usual distance from one line to the next."""
    steps = Counter(
        round(line.top - above.top)
        for above, line in pairwise(lines)
        if above.page == line.page and 0 < line.top - above.top < 4 * line.size and above.size == line.size
    )
    return float(steps.most_common(1)[0][0]) if steps else 14.0
