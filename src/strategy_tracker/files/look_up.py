"""Finds the one thing a person names: a search for bytes finds the files that can hold it, and only those are read."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from strategy_tracker.diagnostics import Diagnostic
from strategy_tracker.files.find import DataFile
from strategy_tracker.files.load import content, load
from strategy_tracker.files.parsing.check_text import Unreadable
from strategy_tracker.files.parsing.positions import where
from strategy_tracker.files.portfolio import Portfolio, each_file
from strategy_tracker.model.named import items
from strategy_tracker.model.names.address import Item, NotFound, Thing, resolve
from strategy_tracker.model.record import Record
from strategy_tracker.model.strategy import Strategy


def look_up(portfolio: Portfolio, typed: str, things: tuple[Thing, ...] = ()) -> tuple[Item, list[Diagnostic]]:
    """Find the thing meant by `typed`, of one of these kinds if any are given, and say what could not be read.

    Raises `Ambiguous` or `NotFound`.
    """
    kinds = {_KINDS.get(thing, "strategies") for thing in things}
    held = [file for file in portfolio.files if not kinds or file.kind in kinds]
    for part in typed.strip().lower().split("/"):  # a file that holds the thing holds every part of its address
        held = containing(held, [part])
    found, wrong = addresses(portfolio, held, things)
    try:
        return resolve(typed, found), wrong
    except NotFound:
        found, wrong = addresses(portfolio, portfolio.files, things)  # everything, to offer the nearest
        try:
            return resolve(typed, found), wrong
        except NotFound as error:
            faulty = {one.file for one in wrong}
            error.unread = next((file.name for file in held if file.name in faulty), "")
            raise


_KINDS = {"measure": "measures", "practice example": "practice"}
"""The kind of file that holds a thing, where that is not a strategy."""


_MANY = 50
"""Ids from which on a file is split into words once, instead of being searched for each of them."""
_WORDS = re.compile(rb"[a-z0-9-]+")


def containing(files: Iterable[DataFile], texts: Iterable[str]) -> list[DataFile]:
    """Find the files that hold any of these texts, or that cannot be read; where they are many, they are ids."""
    wanted = {text.encode() for text in texts if text}
    held = []
    for file in files:
        try:
            data = content(file)
        except Unreadable:
            held.append(file)  # reading it properly will say why it cannot be read
            continue
        many = len(wanted) > _MANY
        if not wanted.isdisjoint(_WORDS.findall(data)) if many else any(text in data for text in wanted):
            held.append(file)
    return held


def addresses(
    portfolio: Portfolio, files: Iterable[DataFile], things: tuple[Thing, ...] = ()
) -> tuple[list[Item], list[Diagnostic]]:
    """List everything with an id in these files, or only things of these kinds, and say what could not be read."""
    kept, wrong = each_file(portfolio, files, named)
    return [item for found in kept for item in found if not things or item.thing in things], wrong


def named(record: Record, file: DataFile) -> list[Item]:
    """List everything with an id in one file."""
    if isinstance(record, Strategy):
        inside = [Item(f"{record.id}/{one.id}", one.thing, one.words, file.name, one.route) for one in items(record)]
        return [Item(record.id, "strategy", record.title, file.name, ()), *inside]
    if file.kind in ("comparators", "imports"):
        return []
    key: str = file.kind
    thing: Thing = "measure" if key == "measures" else "practice example"
    return [Item(one.id, thing, one.title, file.name, (key, n)) for n, one in enumerate(getattr(record, key, ()))]


def record_at(portfolio: Portfolio, item: Item) -> Any:
    """Read the record of an item from its file; None where the file cannot be read."""
    file = next(one for one in portfolio.files if one.name == item.file)
    place: Any = load(file, portfolio.settings.year_end).record
    for step in item.route:
        if place is None:
            return None
        place = place[step] if isinstance(step, int) else getattr(place, step)
    return place


def around(portfolio: Portfolio, item: Item) -> list[DataFile]:
    """Find the files needed to judge an item: its own, and those of its measures or of the strategies that name it."""
    own = [file for file in portfolio.files if file.name == item.file]
    if item.thing == "measure":
        return own + containing(portfolio.of_kind("strategies"), [item.address])
    if item.thing == "ask":
        return own + containing(portfolio.of_kind("measures"), _words_of_ask(portfolio, item))
    if item.thing == "body":
        return own
    if item.thing not in ("strategy", "priority", "action"):
        return []
    return own + containing(portfolio.of_kind("measures"), set(_measures(record_at(portfolio, item))))


def _words_of_ask(portfolio: Portfolio, item: Item) -> set[str]:
    """What the measures that an ask is about, or that point to it, have among their words."""
    ask = record_at(portfolio, item)
    return {one for one in (item.address.rpartition("/")[2], getattr(ask, "about", None)) if one}


def _measures(record: Any) -> Iterator[str]:
    yield from getattr(record, "measures", ())
    for inner in (*getattr(record, "priorities", ()), *getattr(record, "actions", ())):
        yield from _measures(inner)


def line_of(portfolio: Portfolio, item: Item) -> int:
    """Find the line an item begins on, counted from 1."""
    file = next(one for one in portfolio.files if one.name == item.file)
    return where(content(file), (*item.route, "body" if item.thing == "body" else "id")).line


_SHOWN = {
    "Strategy": ("priorities",),
    "Priority": ("actions", "measures"),
    "Action": ("updates",),
    "Measure": ("readings",),
}
"""Keys of a record that its standing shows."""


def plain_words(record: Any) -> dict[str, Any]:
    """Turn a record into plain texts and tuples, without what its standing already shows."""
    hidden = _SHOWN.get(type(record).__name__, ())
    return {name: _plain(value) for name, value in record if name not in hidden} if record is not None else {}


def _plain(value: Any) -> Any:
    if isinstance(value, Record):
        return {name: _plain(inner) for name, inner in value}
    if isinstance(value, dict):
        return {str(key): _plain(inner) for key, inner in value.items()}
    if type(value) is tuple:
        return tuple(_plain(inner) for inner in value)
    if isinstance(value, dict):
        return {str(key): _plain(inner) for key, inner in value.items()}
    return value if value is None or isinstance(value, bool) else str(value)
