"""Findings as a Code Quality report of GitLab, shown in the merge request."""

import json
from collections.abc import Sequence

from strategy_tracker.diagnostics import Diagnostic, Severity
from strategy_tracker.views.formats.findings.fingerprints import fingerprints
from strategy_tracker.views.formats.workflow_log import harmless_json
from strategy_tracker.views.text import file_name, one_line

SEVERITIES: dict[Severity, str] = {"error": "major", "warning": "minor", "advice": "info"}


def write(found: Sequence[Diagnostic]) -> str:
    """Writes the report; GitLab wants a line, so a finding about a whole file is at its first one."""
    report = [
        {
            "description": one_line(f"{item.message}; {item.help}"),
            "check_name": item.code,
            "fingerprint": fingerprint,
            "severity": SEVERITIES[item.severity],
            "location": {"path": file_name(item.file), "lines": _lines(item)},
        }
        for item, fingerprint in zip(found, fingerprints(found), strict=True)
    ]
    return harmless_json(json.dumps(report, indent=2, ensure_ascii=False)) + "\n"


def _lines(item: Diagnostic) -> dict[str, int]:
    place = item.position
    return {"begin": place.line, "end": place.end_line} if place else {"begin": 1}
