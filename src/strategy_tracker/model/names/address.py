"""Resolves what a person typed to the one thing meant by it: a strategy, an action, a measure, by id or address."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from typing import Literal, NamedTuple

from strategy_tracker.diagnostics import Route
from strategy_tracker.did_you_mean import nearest

Thing = Literal[
    "strategy",
    "priority",
    "action",
    "measure",
    "commitment",
    "voice",
    "group",
    "survey",
    "ask",
    "body",
    "practice example",
    "comparator",
]


class Item(NamedTuple):
    """Something with an id: its address, what it is, its own words, and where it stands."""

    address: str
    thing: Thing
    words: str
    file: str
    route: Route


class NotFound(Exception):
    """Nothing has this id. `near` holds the addresses most like it, `unread` a file that may have it."""

    def __init__(self, typed: str, near: list[str]) -> None:
        super().__init__(f"nothing has the id '{typed}'")
        self.near = near
        self.unread = ""


class Ambiguous(Exception):
    """More than one thing is meant by what was typed."""

    def __init__(self, typed: str, items: list[Item]) -> None:
        super().__init__(f"'{typed}' may be any of {len(items)} things")
        self.items = items


def resolve(typed: str, items: Iterable[Item]) -> Item:
    """Find the thing whose address ends in `typed`; a whole address or a whole id goes before a part of one.

    Raises `Ambiguous` or `NotFound`.
    """
    items = list(items)
    typed = typed.strip().lower()
    for fits in (_whole, _own, _end):
        found = [item for item in items if typed and fits(item.address, typed)]
        if len(found) == 1:
            return found[0]
        if found:
            raise Ambiguous(typed, found)
    raise NotFound(typed, _near(typed, items))


def _whole(address: str, typed: str) -> bool:
    return address == typed


def _own(address: str, typed: str) -> bool:
    return address.rpartition("/")[2] == typed


def _end(address: str, typed: str) -> bool:
    return address.endswith((f"/{typed}", f"-{typed}"))


def shortest_ends(addresses: Iterable[str], of: Collection[str]) -> dict[str, str]:
    """Give some of all addresses the shortest end of each that means no other: its own id, or a little more."""
    own = {address.rpartition("/")[2] for address in of}
    near = {address for address in addresses if address.rpartition("/")[2] in own}  # any other ends otherwise
    counts = Counter(end for address in near for end in _ends(address))
    return {one: next((end for end in _ends(one) if counts[end] == 1), one) for one in near.intersection(of)}


def _ends(address: str) -> Iterator[str]:
    """The ends of an address that it is found by, the shortest first."""
    outer, _, own = address.rpartition("/")
    yield own
    yield from (f"{outer[n + 1 :]}/{own}" for n in range(len(outer) - 1, -1, -1) if outer[n] == "-")


def _near(typed: str, items: list[Item]) -> list[str]:
    own = {item.address.rpartition("/")[2]: item.address for item in items}
    return [own[name] for name in nearest(typed.rpartition("/")[2], own, 3)]
