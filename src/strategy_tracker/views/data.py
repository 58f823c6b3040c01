"""Results for machines: JSON with a version and a kind, and CSV that a spreadsheet cannot run."""

import csv
import io
import json
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

SCHEMA_VERSION = 1


def plain(value: Any) -> Any:
    """A value as JSON knows it: exact decimals as text, dates as ISO text, named tuples as objects."""
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
    """A JSON document with `schema_version` and `kind` first."""
    whole = {"schema_version": SCHEMA_VERSION, "kind": kind, **plain(content)}
    return json.dumps(whole, indent=2, ensure_ascii=False) + "\n"


def as_csv(columns: Iterable[str], rows: Iterable[Mapping[str, Any]]) -> str:
    """CSV with a heading row; a cell that a spreadsheet would take for a formula begins with an apostrophe."""
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
    text = str(plain(value))
    return (
        f"'{text}"
        if text.lstrip()[:1] in ("=", "+", "-", "@", "\t", "\r", "|", "%") and text.strip() not in ("-", "–")
        else text
    )
