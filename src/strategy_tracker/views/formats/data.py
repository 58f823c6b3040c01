"""Results for machines: JSON with a version and a kind, and CSV that a spreadsheet cannot run."""

import csv
import io
import json
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from strategy_tracker.model.names.unseen import UNSEEN
from strategy_tracker.views.formats.workflow_log import harmless_json
from strategy_tracker.views.text import visible

SCHEMA_VERSION = 1
_LATER_VERSIONS = {"status": 3, "show": 3, "export": 3, "overdue": 2, "diff": 2, "history": 2, "trend": 2}
"""Kinds whose shape has changed; a version goes up where a key or a word of a closed list goes or changes its meaning.

The last was green, which needs a word of its owner now.
"""

_FORMULA = ("=", "+", "-", "@", "|", "%", "＝", "＋", "－", "＠")
"""How a formula can begin; the wide ones run where Excel is set to Japanese."""


def plain(value: Any) -> Any:
    """Turns a value into what JSON knows: exact decimals and dates become text, named tuples objects."""
    if hasattr(value, "_asdict"):
        return {key: plain(inner) for key, inner in value._asdict().items() if key not in ("route", "file")}
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [plain(inner) for inner in value]
    return value


def as_json(kind: str, content: Mapping[str, Any]) -> str:
    """Writes JSON with `schema_version` and `kind` first; what cannot be seen is escaped, so nothing is lost."""
    whole = {"schema_version": _LATER_VERSIONS.get(kind, SCHEMA_VERSION), "kind": kind, **plain(content)}
    text = json.dumps(whole, indent=2, ensure_ascii=False) + "\n"
    return harmless_json(UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", text))


def canonical_json(value: Any) -> bytes:
    """Writes a value as JSON without spaces, its keys in order: the same bytes everywhere, to take a digest of."""
    return json.dumps(plain(value), sort_keys=True, separators=(",", ":")).encode()


def as_csv(columns: Iterable[str], rows: Iterable[Mapping[str, Any]]) -> str:
    """Writes CSV with a heading row; a cell that a spreadsheet would take for a formula begins with an apostrophe."""
    names = list(columns)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(names)
    writer.writerows([_cell(row.get(name)) for name in names] for row in rows)
    return out.getvalue()


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list | tuple):
        return _cell("; ".join(str(part) for part in value))
    if isinstance(value, int | Decimal):
        return f"{value:f}" if isinstance(value, Decimal) else str(value)
    text = visible(str(plain(value)))
    runs = text.startswith("\t") or text.lstrip().startswith(_FORMULA)
    return f"'{text}" if runs and text != "-" else text
