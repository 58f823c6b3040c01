"""A sheet or a report as Markdown: for a pull request, a wiki, or a paper that somebody goes on writing."""

from collections.abc import Iterable, Iterator

from strategy_tracker.views.document import Block, Chart, CountsChart, CountsLine, Document, Paragraph, Points, Section
from strategy_tracker.views.formats.escaping import escape_markdown as escape
from strategy_tracker.views.sheet import MARKS, Cell, GridColumn, ScreenGrid, Sheet, SheetSection, Table, line_text
from strategy_tracker.views.text import file_name


def write_sheet(sheet: Sheet) -> str:
    """Writes the whole sheet, ending with a line break."""
    name = [escape(sheet.name)] if sheet.name else []
    parts = [f"## {escape(line_text(sheet.title))}", *name, *(escape(line_text(line)) for line in sheet.lines)]
    for section in sheet.sections:
        parts += _sheet_section(section)
    return "\n\n".join(parts) + "\n"


def _sheet_section(section: SheetSection) -> Iterator[str]:
    if section.title:
        yield f"### {escape(line_text(section.title))}"
    lines = tuple(map(line_text, section.lines))
    if section.drawn:
        yield _drawing(lines)
    else:
        yield from map(_line, lines)
    if section.facts:
        yield "\n".join(
            f"- **{escape(name)}**: {escape('; '.join(value.splitlines()))}" for name, value in section.facts
        )
    for table in section.tables:
        yield from _grid(table) if isinstance(table, ScreenGrid) else _table(table)


def _line(line: str) -> str:
    return f"- {escape(line[4:])}" if line.startswith("  - ") else escape(line)


def _drawing(lines: tuple[str, ...]) -> str:
    """Writes lines as code by indentation: their spaces stay, and nothing in them is markup."""
    return "\n".join(f"    {file_name(line)}" for line in lines)


def write(document: Document) -> bytes:
    """Writes the whole report in UTF-8, ending with a line break."""
    mark = f"**{escape(document.mark)}**" if document.mark else ""
    parts = [mark, f"# {escape(document.title)}", f"**{escape(document.subtitle)}**"]
    parts += [escape(document.organisation)] if document.organisation else []
    parts.append("\n".join(f"- **{escape(name)}:** {escape(value)}" for name, value in document.facts))
    for section in document.sections:
        parts += _section(section)
    parts.append(f"*{escape(document.foot)}*")
    return ("\n\n".join(part for part in parts if part) + "\n").encode()


def _section(section: Section) -> Iterator[str]:
    yield f"{'#' * (section.level + 1)} {escape(section.title, begins_line=False)}"
    for block in section.blocks:
        yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield _words(block)
    elif isinstance(block, Points):
        yield "\n".join(f"{f'{n}.' if block.numbered else '-'} {escape(text)}" for n, text in enumerate(block.items, 1))
    elif isinstance(block, CountsLine):
        yield " · ".join(escape(one.text) for one in block.items)
    elif isinstance(block, CountsChart):
        yield from _table(block.table)
        yield escape(block.words)
    elif isinstance(block, Table):
        yield from _table(block)
    else:
        yield from _chart(block)


def _words(words: Paragraph) -> str:
    """A paragraph with its number and, in bold, its lead; one with neither is escaped as a line of its own."""
    text = f"{MARKS[words.colour]} {words.text}" if words.colour else words.text
    lead = [f"**{escape(words.lead)}**"] if words.lead else []
    return " ".join([*([words.number] if words.number else []), *lead, *([escape(text)] if text else [])])


def _table(table: Table) -> Iterator[str]:
    if table.title:
        yield f"**{escape(table.title)}**"
    if table.rows:
        lines = [_row(column.heading for column in table.columns)]
        lines.append("|" + "|".join(" ---: " if column.figures else " --- " for column in table.columns) + "|")
        lines += [_row(cell.text for cell in row) for row in table.rows]
        yield "\n".join(lines)
    yield from map(escape, table.notes)


def _grid(grid: ScreenGrid) -> Iterator[str]:
    """A grid as a table for each of its headings; a line of words under a row stands below the table."""
    rows: list[tuple[Cell, ...]] = []
    words: list[str] = []
    for row in (*grid.rows, (Cell("", strong=True),)):
        if len(row) == 1 and not row[0].strong:
            words += [f"{rows[-1][_name(grid)].text}: {row[0].text}"] if row[0].text else []
        elif len(row) > 1:
            rows.append(row)
        else:
            yield from _grid_part(grid, rows, words)
            rows, words = [], []
            yield from [f"**{escape(row[0].text)}**"] if row[0].text else []
    yield from (escape(line_text(note)) for note in grid.notes)


def _grid_part(grid: ScreenGrid, rows: list[tuple[Cell, ...]], words: list[str]) -> Iterator[str]:
    if rows:
        heads = [_row(map(_head, grid.columns))]
        heads.append("|" + "|".join(" ---: " if column.figures else " --- " for column in grid.columns) + "|")
        yield "\n".join([*heads, *(_row(cell.text for cell in row) for row in rows)])
    yield from (f"- {escape(one)}" for one in words)


def _name(grid: ScreenGrid) -> int:
    return next((n for n, column in enumerate(grid.columns) if column.gives_way), 0)


def _head(column: GridColumn) -> str:
    """The heading of a column; a mark alone has the words over it beside it."""
    text = column.head.text
    return f"{column.group} {text}".strip() if column.head.colour else text


def _row(texts: Iterable[str]) -> str:
    return f"| {' | '.join(escape(text, begins_line=False) for text in texts)} |"


def _chart(chart: Chart) -> Iterator[str]:
    """Its title, what it shows in words, and its figures."""
    yield f"**{escape(chart.title)}**"
    yield escape(chart.words)
    lines = [_row(mark.label for mark in chart.marks), "|" + " ---: |" * len(chart.marks)]
    yield "\n".join([*lines, _row(mark.shown for mark in chart.marks)])
