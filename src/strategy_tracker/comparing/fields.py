"""Turns every field of a record into texts under the words people use: to compare two, and to say who wrote which."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from strategy_tracker.model.measures.reading import SYMBOLS, Figure
from strategy_tracker.model.record import Record

FieldTexts = tuple[str, ...]
"""The parts of a field; their order means nothing."""

_ONE_OF = {
    "audits": "audit",
    "benchmarks": "benchmark",
    "changed": "change",
    "changes": "change",
    "claims": "claim",
    "forecasts": "forecast",
    "governance": "body",
    "groups": "group",
    "judgements": "judgement",
    "links": "link",
    "milestones": "milestone",
    "moved": "move",
    "outcomes": "outcome",
    "phases": "phase",
    "pledge": "commitment",
    "profile": "expected",
    "ranks": "rank",
    "readings": "reading",
    "surveys": "survey",
    "tables": "table",
    "targets": "target",
    "updates": "update",
    "values": "value",
    "voice": "voice",
    "watch": "outside change",
}
ASK = "ask '"
"""What the name of a field begins with that is one thing a body was asked: each is told by itself."""
_NAMES = ("id", "body", "title", "name", "text", "topic", "what", "domain", "point", "on")
"""The keys that name an entry of a list, the most telling first."""


def fields(record: Record, hidden: frozenset[str] = frozenset()) -> dict[str, FieldTexts]:
    """List the fields that are set and not hidden: `owner`, `milestone 'Venue booked'`, `target for 2022/23`."""
    found: dict[str, FieldTexts] = {}
    numbers: Counter[str] = Counter()
    for key, value in record:
        if key not in hidden and says(value):
            for name, texts in _named(key, value):
                found[_free(name, found, numbers)] = texts
    return found


def says(value: object) -> bool:
    """Whether a value of a record says something; a 0 does."""
    return value is not None and value is not False and value not in ((), {})


def _free(name: str, taken: Mapping[str, FieldTexts], numbers: Counter[str]) -> str:
    """The name itself, or with a number where it is there already: two updates of one day."""
    free = name
    while free in taken:
        numbers[name] += 1
        free = f"{name} ({numbers[name] + 1})"
    return free


def _named(key: str, value: Any) -> Iterator[tuple[str, FieldTexts]]:
    word = _ONE_OF.get(key, key.replace("_", " "))
    if isinstance(value, dict):
        for name, inner in value.items():
            if isinstance(inner, dict):
                yield from ((f"{word} {name} for {period}", _parts(one)) for period, one in inner.items())
            else:
                yield f"{word} for {name}", _parts(inner)
    elif _is_list(value) and all(isinstance(entry, Record) for entry in value):
        for entry in value:
            own = next(name for name in _NAMES if name in type(entry).model_fields)
            yield f"{word} '{getattr(entry, own)}'", _parts(entry, own)
            for meeting in getattr(entry, "meetings", ()):
                yield from ((f"{ASK}{ask.id}'", _parts(ask, "id")) for ask in meeting.asks)
    else:
        yield word, _parts(value)


def _is_list(value: Any) -> bool:
    return type(value) is tuple  # dates and intervals are named tuples


def _parts(value: Any, own: str = "") -> FieldTexts:
    """The texts of a value; of a figure that is withheld nothing but that it is."""
    if isinstance(value, Figure) and value.symbol == "c":
        return (SYMBOLS["c"],)
    if isinstance(value, Record):
        names = {name: field.alias or name for name, field in type(value).model_fields.items()}
        parts = ((names[key], inner) for key, inner in value if key not in (own, "meetings") and says(inner))
        return tuple(_part(key, inner) for key, inner in parts)
    if _is_list(value):
        return tuple(map(_text, value))
    return (_text(value),)


def _part(key: str, value: Any) -> str:
    text = ", ".join(map(_text, value)) if _is_list(value) else _text(value)
    return text if key in ("text", "note", "value", "rag", "state", "said") else f"{key.replace('_', ' ')} {text}"


def _text(value: Any) -> str:
    if isinstance(value, Record):
        return ", ".join(_parts(value))
    return "yes" if value is True else str(value)
