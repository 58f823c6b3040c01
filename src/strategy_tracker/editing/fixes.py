"""What `strategy validate --fix` mends: faults that have one right answer, found in the plain tree of a file.

Six kinds are safe. A thing without an id is given one: nothing can refer to it yet. A key such as `2018-19` is
written `2018/19` where the keys beside it leave no doubt; `2011-12`, which may be a month, only beside years. A date or
a period in a spelling that can mean one thing, such as `30/06/2026` or `Q1 2025/26`, is written as files have it. A
text that others read as a number is put in quotes. A post or body gets the spelling that most files give it. A due
date, a target or a tolerance that was typed over gets the entry of its change, whose reason is left to the person.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any, NamedTuple

from strategy_tracker.diagnostics import Diagnostic, Route
from strategy_tracker.editing.changes import Rename, Respell, value_at
from strategy_tracker.editing.fixable import FIXABLE
from strategy_tracker.model.spellings import spelled_date, spelled_period


class NeedsId(NamedTuple):
    """A thing without an id: where it is, what it is, its words, and the key they stand at."""

    route: Route
    thing: str
    words: str
    key: str


class NeedsEntry(NamedTuple):
    """A value that was typed over: the route of the list that records such changes, and the entry that is missing."""

    route: Route
    entry: tuple[tuple[str, str | Decimal], ...]


Fix = NeedsId | NeedsEntry | Rename | Respell
_SPELT = {"not-a-date": spelled_date, "not-a-period": spelled_period}
_WRITTEN_ANEW = {*_SPELT, "number-like-text", "name-spelled-otherwise"}
_NAME = re.compile(r"write it as '(.*)'", re.DOTALL)

_ANY = -1
_THINGS: dict[str, tuple[tuple[Route, str, str], ...]] = {
    "strategies": (
        ((), "strategy", "title"),
        (("groups", _ANY), "group", "title"),
        (("priorities", _ANY), "priority", "title"),
        (("priorities", _ANY, "actions", _ANY), "action", "text"),
        (("pledge", _ANY), "pledge", "text"),
        (("voice", _ANY), "voice", "said"),
    ),
    "measures": ((("measures", _ANY), "measure", "title"),),
    "practice": ((("practice", _ANY), "practice example", "title"),),
}
"""Where each kind of file has things with an id, outer ones first: an action's id is made from its priority's."""


def answers(fix: Fix, found: Diagnostic) -> bool:
    """Whether a fix mends what a diagnostic says."""
    if isinstance(fix, NeedsEntry):
        return False  # the help says so itself
    if isinstance(fix, NeedsId):
        return (found.code, found.route) == ("missing-key", fix.route) and found.message.startswith("'id' ")
    if isinstance(fix, Rename):
        return found.at_key and found.code in FIXABLE and found.route == (*fix.route, fix.key)
    return not found.at_key and found.code in _WRITTEN_ANEW and found.route == fix.route


def fixes(kind: str, tree: Mapping[str, Any], found: Iterable[Diagnostic] = ()) -> Iterator[Fix]:
    """Everything in a file of this kind that can be mended safely; `found` are the diagnostics of the file.

    Values come before keys, so that no route leads through a key that has been written anew.
    """
    found = list(found)
    yield from (fix for one in found if (fix := _anew(tree, one)))
    found = [one for one in found if one.code in _SPELT and one.route]
    yield from _values(tree, found)
    for pattern, thing, key in _THINGS.get(kind, ()):
        for route, value in _at(tree, pattern, ()):
            if isinstance(value, dict) and "id" not in value and isinstance(words := value.get(key), str):
                yield NeedsId(route, thing, words, key)
    if kind == "measures":
        for route, value in _at(tree, ("measures", _ANY), ()):
            if isinstance(value, dict):
                yield from _renames(value, route)
    yield from _keys(tree, found)


def _anew(tree: Mapping[str, Any], found: Diagnostic) -> Respell | None:
    """The text of a finding in quotes, or a name in the spelling that its help says; None for any other finding."""
    text = str(value_at(tree, found.route))
    if found.code == "number-like-text":
        return Respell(found.route, text, text)
    if found.code == "name-spelled-otherwise":
        return Respell(found.route, text, _NAME.sub(r"\1", found.next_step))
    return None


def _values(tree: Mapping[str, Any], found: Iterable[Diagnostic]) -> Iterator[Respell]:
    """Each value that can be a single date or period only."""
    for one in found:
        text = value_at(tree, one.route)
        if not one.at_key and isinstance(text, str) and (right := _right(one, text)):
            yield Respell(one.route, text, right)


def _keys(tree: Mapping[str, Any], found: Iterable[Diagnostic]) -> Iterator[Rename]:
    """Each key that can be a single period only, and stands beside no other one of that name; years apart."""
    meant: dict[Route, dict[str, str]] = {}
    for one in found:
        key = one.route[-1]
        if one.at_key and isinstance(key, str) and not year(key) and (right := _right(one, key)):
            meant.setdefault(one.route[:-1], {})[key] = right
    for route, names in meant.items():
        used = Counter([*names.values(), *(value_at(tree, route) or ())])
        yield from (Rename(route, key, name) for key, name in names.items() if used[name] == 1)


def _right(found: Diagnostic, text: str) -> str:
    """The one right spelling of a date or a period, if the help says so too; nothing where it may mean another."""
    spelled = _SPELT[found.code](text)
    return spelled.text if spelled and spelled.certain and found.next_step.startswith(spelled.words) else ""


def _at(value: Any, pattern: Route, route: Route) -> Iterator[tuple[Route, Any]]:
    """Every value whose route fits a pattern."""
    if not pattern:
        yield route, value
    elif pattern[0] == _ANY:
        for number, item in enumerate(value if isinstance(value, tuple) else ()):
            yield from _at(item, pattern[1:], (*route, number))
    elif isinstance(value, dict) and pattern[0] in value:
        yield from _at(value[pattern[0]], pattern[1:], (*route, pattern[0]))


def _renames(measure: dict[str, Any], route: Route) -> Iterator[Rename]:
    maps = [((*route, key), measure[key]) for key in ("readings", "targets", "profile") if key in measure]
    benchmarks = measure.get("benchmarks")
    if isinstance(benchmarks, dict):
        maps += [((*route, "benchmarks", name), one) for name, one in benchmarks.items()]
    maps = [(place, entries) for place, entries in maps if isinstance(entries, dict)]
    if any(key.startswith("AY ") for _, entries in maps for key in entries):
        return  # an academic year may be meant
    for place, entries in maps:
        names = {key: year(key) for key in entries}
        certain = {key for key in entries if names[key] and not _may_be_month(key)}
        only_years = bool(certain) and all(names.values())
        used = Counter(names.values())
        for key, name in names.items():
            if name and "/" not in key and used[name] == 1 and (key in certain or only_years):
                yield Rename(place, key, name)


def year(text: str) -> str:
    """`2018/19` for every way of writing two years that follow each other; "" for anything else."""
    found = re.fullmatch(r"(\d{4})[-–/](\d\d|\d{4})", text, re.ASCII)
    after = str(int(found[1]) + 1) if found else ""
    return f"{found[1]}/{after[2:]}" if found and found[2] in (after, after[2:]) else ""


def _may_be_month(text: str) -> bool:
    """Whether `2011-12` may mean December 2011; a range of years is often typed with a dash too."""
    return bool(re.fullmatch(r"\d{4}[-–](0[1-9]|1[0-2])", text, re.ASCII))
