"""Less to read: of the files of two moments only what differs; of one file only what an action or a measure needs."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from strategy_tracker.comparing.questions import HURRY
from strategy_tracker.files.find import DataFile
from strategy_tracker.files.load import content
from strategy_tracker.files.parse import Unreadable
from strategy_tracker.history.cut import CORE, WITH_MEETINGS, Cut, Run, cut, of_keys
from strategy_tracker.history.window import around, windows

_SHORT = 4096
"""Bytes below which what two versions do not share is read sooner than it is cut."""


class _Keys(NamedTuple):
    """What stands on one side: actions with all they inherit, whole priorities, measures, and heads."""

    items: set[tuple[bytes, ...]]
    owners: set[tuple[bytes, ...]]
    heads: set[bytes]


def differing(old: Iterable[DataFile], new: Iterable[DataFile]) -> tuple[list[DataFile], list[DataFile]]:
    """The files of two moments without the actions, measures and priorities that are the same on both sides.

    What an action inherits belongs to it: below a priority with another owner, every action stays.
    """
    old, new = _windows(list(old), list(new))
    before, after = ([(file, _cut(file)) for file in side] for side in (old, new))
    one, two = (_keys(made for _, made in side if made) for side in (before, after))
    same = _Keys(one.items & two.items, one.owners & two.owners, one.heads & two.heads)
    first, second = ([_without(file, made, same) for file, made in side] for side in (before, after))
    return first, second


def _windows(old: list[DataFile], new: list[DataFile]) -> tuple[list[DataFile], list[DataFile]]:
    """Files of the same name in both, each with what its two versions do not share."""
    places = {file.name: place for place, file in enumerate(new)}
    for n, file in enumerate(old):
        place = places.get(file.name)
        found = _near(file, new[place]) if place is not None else None
        if place is not None and found:
            old[n], new[place] = (
                one._replace(data=data, size=len(data), near=data)
                for one, data in zip((file, new[place]), found, strict=True)
            )
    return old, new


def _near(old: DataFile, new: DataFile) -> tuple[bytes, bytes] | None:
    if old.near is not None and new.near is not None:
        return old.near, new.near
    try:
        return windows(content(old), content(new), old.kind)
    except Unreadable:  # said where it is read
        return None


def _cut(file: DataFile) -> Cut | None:
    if file.near is not None and file.size < _SHORT:
        return None
    try:
        return cut(content(file), file.kind)
    except Unreadable:  # said where it is read
        return None


def _keys(side: Iterable[Cut]) -> _Keys:
    keys = _Keys(set(), set(), set())
    for made in side:
        keys.heads.add(made.head)
        keys.items.update(_item(made, run) for run in made.runs if run.item)
        keys.owners.update(_owners(made))
    return keys


def _item(made: Cut, run: Run) -> tuple[bytes, ...]:
    return (run.text,) if run.owner is None else (made.core, made.cores[run.owner], run.text)


def _owners(made: Cut) -> Iterator[tuple[bytes, ...]]:
    inside: list[list[bytes]] = [[] for _ in made.owners]
    for run in made.runs:
        if run.item and run.owner is not None:
            inside[run.owner].append(run.text)
    return ((made.core, text, *items) for text, items in zip(made.owners, inside, strict=True))


def _without(file: DataFile, made: Cut | None, same: _Keys) -> DataFile:
    if made is None:
        return file
    gone = [key in same.owners for key in _owners(made)]
    kept = [
        run
        for run in made.runs
        if not (run.owner is not None and gone[run.owner]) and not (run.item and _item(made, run) in same.items)
    ]
    if made.head in same.heads and file.kind == "strategies":
        keys = WITH_MEETINGS if sum(run.item for run in kept) >= HURRY else CORE
        wanted = of_keys((run for run in kept if run.owner is None), keys)
        kept = [run for run in kept if run.owner is not None or next(wanted)]
    return _of(file, b"".join(run.text for run in kept))


def _of(file: DataFile, data: bytes) -> DataFile:
    return file._replace(data=data, size=len(data), near=None)


def narrowed(file: DataFile, own: str) -> DataFile | None:
    """A file with only one action or measure and what it inherits; None where it must be read whole."""
    data = file.data or b""
    line = b"- id: " + own.encode()
    place = data.find(line) + len(line)
    near = around(data, file.kind, place) if data.count(line) == 1 else None
    kept = _narrow(near if near is not None else data, file.kind, own)
    return _of(file, kept) if kept is not None else None


@lru_cache(maxsize=1024)
def _narrow(data: bytes, kind: str, own: str) -> bytes | None:
    made = cut(data, kind)
    line = re.compile(rb" *- id: ([\"']?)%s\1[ \t]*(?:#[^\n]*)?\r?(?:\n|\Z)" % re.escape(own.encode()))
    found = [run for run in made.runs if run.item and line.match(run.text)] if made else []
    if made is None or len(found) != 1:
        return None
    meant = found[0]
    if meant.owner is None:
        return made.head + meant.text
    return b"".join(
        run.text
        for run, needed in zip(made.runs, of_keys(made.runs, CORE), strict=True)
        if run is meant or (needed and not run.item and run.owner in (None, meant.owner))
    )
