"""Which keys of an action or a measure have lines and tables of their own; what is left is told as it is written."""

from collections.abc import Iterable, Mapping
from typing import Any

from strategy_tracker.comparing.fields import says

Told = Mapping[str, "Told | None"]
"""Keys that are told: whole where nothing stands behind them, else those of them that stand there."""
_ALL = "*"
"""Stands for every key, where keys are periods or names of groups."""


def _keys(names: Iterable[str], inside: Told | None = None) -> Told:
    return {**dict.fromkeys(names), **(inside or {})}


_MOVE = _keys(("on", "from", "to", "why", "approved_by"))
_UPDATE = _keys((
    "on", "happened", "state", "rag", "complete", "note", "by", "approved_by", "forecast", "evidence", "accepted_by",
    "accepted_on", "drafted", "undated", "doubt", "source_note",
))  # fmt: skip
_FIGURE = ("value", "symbol", "words")
_READING = _keys(
    (*_FIGURE, "note", "source", "drafted", "undated", "doubt", "source_note", "cause", "response"),
    {"was": _keys((*_FIGURE, "until", "why")), "by": {_ALL: {_ALL: _keys(_FIGURE)}}},
)
OF_ACTION: Told = _keys(
    (
        "id",
        "text",
        "kind",
        "owner",
        "partners",
        "measures",
        "due",
        "every",
        "note",
        "drafted",
        "doubt",
        "source_note",
        "stage",
    ),
    {
        "moved": _MOVE,
        "milestones": _keys(("text", "due", "done", "undated", "doubt"), {"moved": _MOVE}),
        "updates": _UPDATE,
    },
)
OF_MEASURE: Told = _keys(
    (
        "id", "title", "better", "level", "owner", "cohort", "counts", "definition", "span", "part_of", "of", "code",
        "source", "note", "doubt", "source_note", "judgements", "benchmarks", "ranks", "claims", "short",
    ),
    {
        "changed": _keys(("on", "target", "rule", "from", "to", "why", "approved_by")),
        "forecasts": {_ALL: _keys(("value", "on"))},
        "readings": {_ALL: _READING},
    },
)  # fmt: skip
_NAMES = ("on", "text")
"""Keys that say of which entry of a list something is."""


def untold(written: Mapping[str, Any], told: Told) -> dict[str, Any]:
    """Give the keys of a record that are not told; of an entry of a list, also what says which one it is."""
    found = {key: _left(value, told[name]) if (name := _name(key, told)) else value for key, value in written.items()}
    return {key: value for key, value in found.items() if says(value) and value != []}


def _name(key: str, told: Told) -> str:
    """The name under which a key is told: its own, or that of all; empty where it is not."""
    return key if key in told else _ALL if _ALL in told else ""


def _left(value: Any, told: Told | None) -> Any:
    """What is left of what stands behind a key that is told whole, or as far as `told` says."""
    if told is None:
        return None
    if isinstance(value, list):
        return [{**_named(one), **left} for one in value if (left := untold(one, told))]
    return untold(value, told)


def _named(entry: Mapping[str, Any]) -> dict[str, Any]:
    return next(({name: entry[name]} for name in _NAMES if name in entry), {})
