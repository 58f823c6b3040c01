"""Findings as SARIF 2.1.0, which code scanners and editors exchange."""

import json
import re
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from strategy_tracker.diagnostics import CODES, Diagnostic, Severity, read_explanation
from strategy_tracker.views.formats.escaping import escape_markdown
from strategy_tracker.views.formats.findings.fingerprints import fingerprints
from strategy_tracker.views.formats.workflow_log import harmless_json
from strategy_tracker.views.text import visible

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "advice": "note"}
_INDEX = {name: number for number, name in enumerate(CODES)}


def write(found: Sequence[Diagnostic], version: str) -> str:
    """Writes one run of this `version` of the program, with every code of the catalogue as a rule."""
    driver = {
        "name": "strategy-tracker",
        "semanticVersion": version,
        "rules": [_rule(name) for name in CODES],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(*pair) for pair in zip(found, fingerprints(found), strict=True)],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return harmless_json(json.dumps(log, indent=2, ensure_ascii=False)) + "\n"


def _rule(name: str) -> dict[str, Any]:
    explanation = read_explanation(name)
    meaning, step = _text(explanation.meaning), explanation.next_step
    return {
        "id": name,
        "shortDescription": {"text": meaning},
        "fullDescription": {"text": meaning},  # GitHub refuses a rule without one
        "help": {"text": _text(step), "markdown": escape_markdown(step)},
        "defaultConfiguration": {"level": LEVELS[CODES[name].severity]},
    }


def _result(item: Diagnostic, fingerprint: str) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": quote(item.file, errors="replace")}}
    if item.position:
        line, column, end_line, end_column = item.position
        place["region"] = {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}
    return {
        "ruleId": item.code,
        "ruleIndex": _INDEX[item.code],
        "level": LEVELS[item.severity],
        "message": {"text": _text(f"{item.message}\n{item.help}")},
        "locations": [{"physicalLocation": place}],
        "partialFingerprints": {"finding/v1": fingerprint},
    }


def _text(text: str) -> str:
    """`text` as SARIF shows it: `[a](b)` is not a link in it, and `{0}` no place for an argument."""
    text = re.sub(r"\{(\d+)\}", r"{{\1}}", visible(text))
    return re.sub(r"([\[\]])", r"\\\1", text) if "](" in text else text
