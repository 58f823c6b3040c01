"""A report as Markdown: for a wiki, a pull request, or a paper that somebody goes on writing."""

from collections.abc import Iterator

from strategy_tracker.views.document import Block, Chart, Document, Paragraph, Points, Section
from strategy_tracker.views.formats.markdown import escape
from strategy_tracker.views.sheet import MARKS, Table


def write(document: Document) -> bytes:
    """The whole report in UTF-8, ending with a line break."""
    parts = [f"# {escape(document.title)}", f"**{escape(document.subtitle)}**"]
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
        yield escape(f"{MARKS[block.colour]} {block.text}" if block.colour else block.text)
    elif isinstance(block, Points):
        yield "\n".join(f"{f'{n}.' if block.numbered else '-'} {escape(text)}" for n, text in enumerate(block.items, 1))
    elif isinstance(block, Table):
        yield from _table(block)
    else:
        yield from _chart(block)


def _table(table: Table) -> Iterator[str]:
    if table.title:
        yield f"**{escape(table.title)}**"
    if table.rows:
        lines = [_row(column.name for column in table.columns)]
        lines.append("|" + "|".join(" ---: " if column.figures else " --- " for column in table.columns) + "|")
        lines += [_row(cell.text for cell in row) for row in table.rows]
        yield "\n".join(lines)
    yield from map(escape, table.notes)


def _row(texts: "Iterator[str]") -> str:
    return f"| {' | '.join(map(escape, texts))} |"


def _chart(chart: Chart) -> Iterator[str]:
    """What it shows in words, and its figures."""
    yield escape(chart.words)
    lines = [_row(mark.label for mark in chart.marks), "|" + " ---: |" * len(chart.marks)]
    yield "\n".join([*lines, _row(mark.shown for mark in chart.marks)])
