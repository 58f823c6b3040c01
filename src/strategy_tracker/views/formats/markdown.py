"""A sheet as Markdown: for a pull request, a wiki or a paper. Texts are escaped, so that they stay texts."""

import re

from strategy_tracker.views.sheet import Sheet, SheetSection, Table
from strategy_tracker.views.text import file_name, one_line

_MARKUP = {ord(sign): f"\\{sign}" for sign in "\\`*_[]<>|#~$&!"} | {ord("@"): "@\u200b"}
"""No text is markup; no address becomes a link, and nobody is notified."""

_FIRST = re.compile(r"([-+=])|(\d+)(?=[.)])")
_WWW = re.compile(r"(\bwww)\.", re.IGNORECASE)


def escape(text: str) -> str:
    """`text` so that Markdown and HTML show it as it is."""
    text = one_line(text).translate(_MARKUP)
    if begins := _FIRST.match(text):
        text = f"\\{text}" if begins[1] else f"{begins[2]}\\{text[begins.end() :]}"
    if "://" in text:
        text = text.replace("://", ":\\//")
    return _WWW.sub(r"\1\\.", text) if "www." in text.lower() else text


def write_sheet(sheet: Sheet) -> str:
    """The whole sheet, ending with a line break."""
    parts = [f"## {escape(sheet.title)}", *(escape(line) for line in sheet.lines)]
    for section in sheet.sections:
        parts += _section(section)
    return "\n\n".join(parts) + "\n"


def _section(section: SheetSection) -> list[str]:
    parts = [f"### {escape(section.title)}"] if section.title else []
    parts += _drawing(section.lines) if section.drawn else [_line(line) for line in section.lines]
    for table in section.tables:
        parts += [f"**{escape(table.title)}**"] if table.title else []
        parts += [_table(table)] if table.rows else []
        parts += [escape(note) for note in table.notes]
    return parts


def _line(line: str) -> str:
    return f"- {escape(line[4:])}" if line.startswith("  - ") else escape(line)


def _drawing(lines: tuple[str, ...]) -> list[str]:
    """As code by indentation: its spaces stay, and nothing in it is markup."""
    return ["\n".join(f"    {file_name(line)}" for line in lines)]


def _table(table: Table) -> str:
    lines = ["| " + " | ".join(escape(column.name) for column in table.columns) + " |"]
    lines.append("|" + "|".join(" ---: " if column.figures else " --- " for column in table.columns) + "|")
    lines += ["| " + " | ".join(escape(cell.text) for cell in row) + " |" for row in table.rows]
    return "\n".join(lines)
