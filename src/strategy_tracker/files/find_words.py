"""Finds what people remember a thing by: words of its title, its notes, its owner, or of what was said of it."""

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from strategy_tracker.diagnostics import Diagnostic
from strategy_tracker.files.find import DataFile
from strategy_tracker.files.look_up import named
from strategy_tracker.files.portfolio import Portfolio, each_file
from strategy_tracker.model.names.address import Item, Thing
from strategy_tracker.model.record import Record

_NAMES_OTHERS = ("measures", "priorities", "actions", "see_also", "part_of", "group")
"""Keys that hold ids of other things, which have words of their own."""


class Mention(NamedTuple):
    """Something with an id that has all the words, and the text with the first of them; `key` says where that stands.

    `in_title` is whether its own words have them all.
    """

    item: Item
    key: str
    text: str
    in_title: bool


def mentions_of(
    portfolio: Portfolio, words: Iterable[str], things: tuple[Thing, ...] = ()
) -> tuple[list[Mention], list[Diagnostic]]:
    """Everything of these kinds that has all the words, by its title first, and what could not be read.

    A word that begins as one of them does is enough.
    """
    wanted = _wanted(words)
    if not wanted:
        return [], []
    kept, wrong = each_file(portfolio, portfolio.files, lambda record, file: list(_in_file(record, file, wanted)))
    return _by_title(one for each in kept for one in each if not things or one.item.thing in things), wrong


ItemTexts = tuple[Item, tuple[tuple[str, str], ...], str]
"""Something with an id, all its texts, each with the key it stands under, and all of them as one in small letters."""


def mentions_in(read: Iterable[ItemTexts], words: Iterable[str]) -> list[Mention]:
    """Everything of what `texts_in` gave before that has all the words, by its title first."""
    wanted = _wanted(words)
    return _by_title(_having(read, wanted)) if wanted else []


class _WantedWord(NamedTuple):
    """A word that is looked for: what finds it where a word begins as it does, and itself in small letters."""

    begins: re.Pattern[str]
    small: str


def _wanted(words: Iterable[str]) -> list[_WantedWord]:
    every = (part for word in words for part in word.split())
    return [
        _WantedWord(re.compile(rf"(?<!\w){re.escape(one)}", re.IGNORECASE), _in_small_letters(one)) for one in every
    ]


def _by_title(found: Iterable[Mention]) -> list[Mention]:
    return sorted(found, key=lambda one: not one.in_title)


def _in_file(record: Record, file: DataFile, wanted: list[_WantedWord]) -> Iterator[Mention]:
    return _having(texts_in(record, file), wanted)


def _having(read: Iterable[ItemTexts], wanted: list[_WantedWord]) -> Iterator[Mention]:
    words = [one.begins for one in wanted]
    for item, texts, every in read:
        if not all(one.small in every for one in wanted):  # most things; a closer look at each takes ten times as long
            continue
        found = next((pair for pair in texts if words[0].search(pair[1])), None)
        if found and all(any(word.search(text) for _, text in texts) for word in words[1:]):
            yield Mention(item, *found, all(word.search(item.words) for word in words))


def texts_in(record: Record, file: DataFile) -> Iterator[ItemTexts]:
    """Give everything in a file that can be found by its words, with its texts."""
    yield from _of_others(record, file) if file.kind == "comparators" else ()
    for item in named(record, file):
        yield _as_one(item, tuple(_texts(_at(record, item.route), "")))


def _of_others(record: Any, file: DataFile) -> Iterator[ItemTexts]:
    """The geographies of a file of comparators: they have no id, and the name of the file stands in its place."""
    for n, one in enumerate(record.comparators):
        texts = [("geography", one.geography), ("group", one.group or ""), ("source", record.source)]
        texts += [("figures", code) for code in one.figures]
        yield _as_one(Item(file.name, "comparator", one.geography, file.name, ("comparators", n)), tuple(texts))


def _as_one(item: Item, texts: tuple[tuple[str, str], ...]) -> ItemTexts:
    return item, texts, _in_small_letters("\n".join(text for _, text in texts))


def _in_small_letters(text: str) -> str:
    """A text in which two letters are one where they are so for a search that knows no capitals."""
    return text.casefold().replace("ı", "i")


def _at(record: Any, route: tuple[str | int, ...]) -> Any:
    for step in route:
        record = record[step] if isinstance(step, int) else getattr(record, step)
    return record


def _texts(value: Any, key: str) -> Iterator[tuple[str, str]]:
    """Every text of a record with the key it stands under; not those of what has an id of its own inside it."""
    if isinstance(value, str):
        yield key, value
    elif isinstance(value, tuple) and type(value) is tuple:
        for one in value:
            if not hasattr(one, "id"):
                yield from _texts(one, key)
    elif isinstance(value, dict):
        for name, one in value.items():
            yield from _texts(one, f"{key} {name}")
    elif isinstance(value, Record):
        for name, one in value:
            if name in _NAMES_OTHERS:
                continue
            yield from _texts(one, f"{key}: {name}" if key else name)
