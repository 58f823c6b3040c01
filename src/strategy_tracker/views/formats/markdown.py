"""A sheet or a report as Markdown: for a pull request, a wiki, or a paper that somebody goes on writing."""

from collections.abc import Iterable, Iterator

from strategy_tracker.views.document import Block, Chart, CountsLine, Document, Paragraph, Points, Section
from strategy_tracker.views.formats.escaping import escape_markdown as escape
from strategy_tracker.views.sheet import MARKS, Sheet, SheetSection, Table
from strategy_tracker.views.text import file_name


def write_sheet(sheet: Sheet) -> str:
    """Writes the whole sheet, ending with a line break."""
    parts = [f"## {escape(sheet.title)}", *map(escape, sheet.lines)]
    for section in sheet.sections:
        parts += _sheet_section(section)
    return "\n\n".join(parts) + "\n"


def _sheet_section(section: SheetSection) -> Iterator[str]:
    if section.title:
        yield f"### {escape(section.title)}"
    if section.drawn:
        yield _drawing(section.lines)
    else:
        yield from map(_line, section.lines)
    for table in section.tables:
        yield from _table(table)


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
    return ("\n\n".join(part for part in parts if part) + "\n").encode()


def _section(section: Section) -> Iterator[str]:
    yield f"{'#' * (section.level + 1)} {escape(section.title)}"
    for block in section.blocks:
        yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield _words(block)
    elif isinstance(block, Points):
        yield "\n".join(f"{f'{n}.' if block.numbered else '-'} {escape(text)}" for n, text in enumerate(block.items, 1))
    elif isinstance(block, CountsLine):
        yield " · ".join(escape(one.text) for one in block.items)
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
        lines = [_row(column.name for column in table.columns)]
        lines.append("|" + "|".join(" ---: " if column.figures else " --- " for column in table.columns) + "|")
        lines += [_row(cell.text for cell in row) for row in table.rows]
        yield "\n".join(lines)
    yield from map(escape, table.notes)


def _row(texts: Iterable[str]) -> str:
    return f"| {' | '.join(map(escape, texts))} |"


def _chart(chart: Chart) -> Iterator[str]:
    """What it shows in words, and its figures."""
    yield escape(chart.words)
    lines = [_row(mark.label for mark in chart.marks), "|" + " ---: |" * len(chart.marks)]
    yield "\n".join([*lines, _row(mark.shown for mark in chart.marks)])
