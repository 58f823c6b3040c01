"""Findings as workflow commands of GitHub Actions, which marks the lines of a pull request with them."""

from collections import Counter
from collections.abc import Sequence

from strategy_tracker.diagnostics import ORDER, Diagnostic, Severity, how_many
from strategy_tracker.views.formats.findings.as_text import where
from strategy_tracker.views.formats.workflow_log import harmless
from strategy_tracker.views.sheet import Column, Sheet, SheetSection, Table, cell
from strategy_tracker.views.text import counted, file_name, visible

COMMANDS: dict[Severity, str] = {"error": "error", "warning": "warning", "advice": "notice"}
SHOWN = 10
"""Marks of one severity that GitHub shows for a step; it drops the rest without a word."""
LARGEST = 1_000_000
"""Bytes of a summary; GitHub drops one of more than 1 MiB."""


def commands(found: Sequence[Diagnostic]) -> str:
    """Writes a command for each finding that GitHub will show, and a line that says how many there are besides."""
    seen: Counter[Severity] = Counter()
    lines = []
    for item in found:
        seen[item.severity] += 1
        if seen[item.severity] <= SHOWN:
            lines.append(_command(item))
    every = how_many(found)
    left = {name: every[name] - min(seen[name], SHOWN) for name in ORDER}
    more = [counted(number, f"more {COMMANDS[name]}") for name, number in left.items() if number]
    lines += [f"not marked in the files, because GitHub shows {SHOWN} of each: {', '.join(more)}"] if more else []
    return "".join(f"{line}\n" for line in lines)


def _command(item: Diagnostic) -> str:
    place = item.position
    about: dict[str, str | int] = {"file": file_name(item.file)} if item.file else {}
    if place:
        about["line"] = place.line
        if place.line == place.end_line:  # GitHub knows columns only within one line
            about |= {"col": place.column, "endColumn": place.end_column}
        about["endLine"] = place.end_line
    about["title"] = item.code
    listed = ",".join(f"{key}={_property(str(value))}" for key, value in about.items())
    text = visible(f"{item.message}\n{item.help}")
    return f"::{COMMANDS[item.severity]} {listed}::{_data(text)}"


def _data(text: str) -> str:
    return harmless(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def summary(found: Sequence[Diagnostic], closing: str) -> Sheet:
    """A sheet of every finding under the closing line, for the summary of the job."""
    columns = (Column("Severity"), Column("Where"), Column("What"), Column("Next step"))
    rows = tuple(
        (cell(item.severity), cell(where(item)), cell(f"{item.message} [{item.code}]"), cell(item.help))
        for item in found
    )
    return Sheet(f"strategy validate: {closing.strip()}", (), (SheetSection("", (), (Table("", columns, rows),)),))


def cut(text: str) -> str:
    """Cuts a text before the line where it becomes too large for a summary, and says how many lines that leaves out."""
    size = 0
    kept: list[str] = []
    lines = text.splitlines(keepends=True)
    for line in lines:
        size += len(line.encode())
        if size > LARGEST:
            return f"{''.join(kept)}\n… and {len(lines) - len(kept)} more lines, which are in the log\n"
        kept.append(line)
    return text
