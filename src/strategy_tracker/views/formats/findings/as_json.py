"""Findings in our own JSON, as `schema/validate-output.schema.json` describes it."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from strategy_tracker.diagnostics import ORDER, Diagnostic, Position, how_many
from strategy_tracker.views.formats.data import as_json

_THINGS = ("strategies", "actions", "measures", "practice examples")
_NOWHERE = dict.fromkeys(Position._fields)


def write(found: Sequence[Diagnostic], things: Mapping[str, int], as_at: date) -> str:
    """Writes what was read, how much of each severity was found, and every finding."""
    counts = how_many(found)
    content = {
        "as_at": as_at,
        "read": {name.replace(" ", "_"): things.get(name, 0) for name in _THINGS},
        "counts": {severity: counts[severity] for severity in ORDER},
        "diagnostics": [_one(item) for item in found],
    }
    return as_json("validation", content)


def _one(item: Diagnostic) -> dict[str, Any]:
    return {
        "code": item.code,
        "severity": item.severity,
        "message": item.message,
        "help": item.help,
        "file": item.file,
        **(item.position._asdict() if item.position else _NOWHERE),
        "route": list(item.route),
        "more": item.more,
    }
