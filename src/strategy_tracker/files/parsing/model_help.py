"""Says what pydantic found wrong in the words of a strategy: one diagnostic for each fault, with a next step.

Keys with nothing after them are judged here as well: one that the models know says nothing; any other is a slip, or the
rest of a text. `{note: Two left, none trained}` is a note and a key called "none trained", as inside brackets a comma
ends a text.
"""

import re
import typing
from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from pydantic import TypeAdapter, ValidationError

from strategy_tracker.diagnostics import CODES, LISTED, Diagnostic, Route
from strategy_tracker.did_you_mean import did_you_mean, nearest
from strategy_tracker.files.parsing.meant_keys import keys_of, kind_at, meant
from strategy_tracker.files.parsing.parse import EmptyKey, YamlDocument
from strategy_tracker.files.parsing.value_places import lines_of
from strategy_tracker.model.record import Record
from strategy_tracker.model.values import shown


def faults(told: Iterable[Any], record: type[Record], most: int = LISTED) -> list[Diagnostic]:
    """Give the faults of a file that should hold a `record`, from what pydantic told; `most` of one kind one by one.

    Guessing what was meant takes a fifth of a millisecond, and a stranger may send a million unknown keys.
    """
    found: list[Diagnostic] = []
    last: dict[str, int] = {}
    seen: Counter[str] = Counter()
    for item in told:
        kind = item["type"]
        seen[kind] += 1
        if seen[kind] <= most:
            last[kind] = len(found)
            found.append(_fault(item, record))
    for kind, place in last.items():
        found[place] = found[place]._replace(more=max(0, seen[kind] - most))
    return found


_FORMS = ("[own]", "[word]")
"""What pydantic puts into a route where a value has one of two forms."""


def _fault(item: Any, record: type[Record]) -> Diagnostic:
    route: Route = tuple(step for step in item["loc"] if step not in _FORMS)
    if item["type"] == "extra_forbidden":
        return unknown(str(route[-1]), route, kind_at(record, route[:-1]))
    if route and route[-1] == "[key]":  # pydantic's word for "the key, not its value"
        return _known(item, route[:-1])._replace(at_key=True)
    if item["type"] in ("model_type", "model_attributes_type") and isinstance(item["input"], str):
        return _text_for_lines(item["input"], route, kind_at(record, route))
    return _known(item, route)


def _text_for_lines(given: str, route: Route, kind: Any) -> Diagnostic:
    """Say of a text that stands where a record is wanted, such as a milestone, under which key it belongs."""
    key = next((name for name in ("text", "title", "body", "said", "note") if name in keys_of(kind)), "")
    text = f'"{_few(given)}"' if re.search("[:#]", given) else _few(given)
    what = f"lines of 'key: value' are wanted here, not {shown(given)}"
    return Diagnostic("wrong-shape", what, route, f"give the text its key: '{key}: {text}'" if key else "")


def _few(text: str) -> str:
    from textwrap import shorten

    return shorten(text, 40, placeholder=" …")


def _known(item: Any, route: Route) -> Diagnostic:
    kind, given = item["type"], item["input"]
    if kind in CODES:
        return Diagnostic(kind, item["ctx"]["message"], route, _unseen(given) or item["ctx"]["next_step"])
    if kind == "missing":
        return Diagnostic("missing-key", f"'{route[-1]}' is missing here", route[:-1], f"add '{route[-1]}: …'")
    if kind == "literal_error":
        return _choice(given, route, item["ctx"]["expected"])
    if kind in ("string_too_short", "string_pattern_mismatch"):
        return Diagnostic("empty-text", "there is no text here", route)
    return Diagnostic(*_wanted(kind, given, route))


def _unseen(given: object) -> str:
    """The next step where a value has a blank of another kind, or a mark nobody can see, and looks right."""
    hidden = isinstance(given, str) and not given.replace("\n", "").isprintable()
    return "type it again: it has a blank or a mark that is not a plain one" if hidden else ""


def _wanted(kind: str, given: object, route: Route) -> tuple[str, str, Route, str]:
    got = _name(given)
    if kind == "string_type":
        next_step = f'write "{given}" in quotes' if isinstance(given, Decimal | bool) else "write one text"
        if isinstance(given, dict) and isinstance(route[-1], int):  # an item of a list with a ': ' in it
            next_step = "if it is one text with a ': ' in it, put quotes round it"
        return (
            "wrong-type",
            f"a text is wanted here, not {got}",
            route,
            next_step.replace("True", "true").replace("False", "false"),
        )
    if kind == "tuple_type":
        return "wrong-type", f"a list is wanted here, not {got}", route, "begin each item with '- '"
    if kind == "bool_type":
        return "wrong-type", f"true or false is wanted here, not {got}", route, "write true or false"
    if kind in ("model_type", "dict_type", "model_attributes_type"):
        return "wrong-shape", f"lines of 'key: value' are wanted here, not {got}", route, ""
    return "wrong-type", f"{got} cannot stand here", route, ""


def _name(given: object) -> str:
    if isinstance(given, Decimal):
        return f"the number {given}"
    return "nothing" if given is None else shown(given)


def unknown(key: str, route: Route, kind: Any) -> Diagnostic:
    """Say of a key that a `kind` of record has none of this name, and what to do instead."""
    keys = keys_of(kind)
    if key[0].isspace():  # blanks from a web page, which YAML takes for letters
        what = f"{shown(key)} begins with blanks that are not plain ones"
        return Diagnostic("unknown-key", what, route, "delete them and type them again", at_key=True)
    next_step = meant(key, kind)
    if "".join(filter(str.isprintable, key)) in keys:
        next_step = _unseen(key)
    return Diagnostic("unknown-key", f"{shown(key)} means nothing here", route, next_step, at_key=True)


def _choice(given: object, route: Route, expected: str) -> Diagnostic:
    words = expected.replace("'", "").replace(" or ", ", ").split(", ")
    text = str(given).lower().replace(" ", "-")
    near = [word for word in words if text.startswith(word)] or nearest(text, words)
    own = "for a unit of your own write its name: 'unit: {name: tonnes}'" if route[-1:] == ("unit",) else ""
    next_step = did_you_mean(near, own or _any_of(words))
    what = shown(given) if isinstance(given, str) else _name(given)
    next_step = _unseen(given) or next_step
    return Diagnostic("not-a-choice", f"{what} is not one of the words allowed here", route, next_step)


def _any_of(words: list[str]) -> str:
    """The next step where none of these words is near: the words, unless they are a catalogue."""
    if len(words) > _MANY:
        return "'strategy explain wording' lists them"
    return f"write {', '.join(words[:-1])} or {words[-1]}"


_MANY = 40
"""Words that fit into a hint; more are only those that documents are worded with."""


def refused_gaps(
    found: YamlDocument, data: bytes, record: type[Record], context: dict[str, Any]
) -> Iterator[Diagnostic]:
    """Give one diagnostic for each key that has nothing after it and may not stand in its place in a `record`."""
    lines = lines_of(data)
    for gap, route in _routes(found):
        kind = kind_at(record, route)
        if keys_of(kind) or typing.get_origin(kind) is dict:  # otherwise no map belongs here at all, which is told
            yield from _refused(gap, (*route, gap.key), kind, _has_colon(gap, lines), context)


def _has_colon(gap: EmptyKey, lines: list[str]) -> bool:
    """Whether a colon follows the key; without one, a comma or bracket made a key of it: `{a, b: c}`."""
    return lines[gap.end.line][gap.end.column :].lstrip().startswith(":")


def _refused(gap: EmptyKey, route: Route, kind: Any, colon: bool, context: dict[str, Any]) -> Iterable[Diagnostic]:
    if not colon:
        what = f"{shown(gap.key)} stands here without a value"
        return (Diagnostic("unknown-key", what, route, _comma(gap.key), at_key=True),)
    keys = keys_of(kind)
    if not keys:
        return _refused_name(gap.key, route, kind, context)
    return () if gap.key in keys else (unknown(gap.key, route, kind),)


def _comma(key: str) -> str:
    what = "write the number without it" if key.isdecimal() else "put quotes round the whole text"
    return f"a comma ends a text inside curly brackets: {what}"


def _refused_name(key: str, route: Route, kind: Any, context: dict[str, Any]) -> list[Diagnostic]:
    """What is wrong with a key that a person may choose, such as the period of a reading."""
    try:
        TypeAdapter(typing.get_args(kind)[0]).validate_python(key, context=context)
    except ValidationError as error:
        return [item._replace(route=route, at_key=True) for item in faults(error.errors(include_url=False), Record)]
    return []


def _routes(found: YamlDocument) -> Iterator[tuple[EmptyKey, Route]]:
    """Each gap with the route to the map it stands in, which is the same object in the tree."""
    inside: dict[int, list[EmptyKey]] = {}
    for gap in found.gaps:
        inside.setdefault(id(gap.inside), []).append(gap)
    for value, route in _maps(found.tree, ()):
        for gap in inside.get(id(value), ()):
            yield gap, route


def _maps(value: Any, route: Route) -> Iterator[tuple[Any, Route]]:
    """Every map in a tree, with the route to it."""
    if isinstance(value, dict):
        yield value, route
        for key, item in value.items():
            yield from _maps(item, (*route, key))
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from _maps(item, (*route, number))
