"""Findings on one line each, as `grep` and editors understand them."""

from collections.abc import Iterable

from strategy_tracker.diagnostics import Diagnostic
from strategy_tracker.views.formats.findings.as_text import where
from strategy_tracker.views.text import one_line


def write(found: Iterable[Diagnostic]) -> str:
    """`file:line:column: severity: message [code]` for each."""
    return "".join(f"{where(item)}: {item.severity}: {one_line(item.message)} [{item.code}]\n" for item in found)
