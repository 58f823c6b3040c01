"""Asks that each post and each body is written in one spelling: in two, a list has two of them."""

import json
from binascii import a2b_base64, b2a_base64
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple
from zlib import compress, decompress

from strategy_tracker.diagnostics import Diagnostic, Route
from strategy_tracker.model.names.one_name import difference, name_form, other_spellings, strange_letter
from strategy_tracker.model.plain.quoted import shown


class NamedPost(NamedTuple):
    """A post or body that a file names, and where; one that only signs something is not one of those asked."""

    name: str
    route: Route
    signs: bool = False


class PostPlaces(NamedTuple):
    """A post or body in one spelling, how often a file names it so, and where.

    `routes` are packed, and read only where one of them is to be pointed at: a large portfolio has hundreds of
    thousands.
    """

    name: str
    signs: bool
    number: int
    routes: str

    def placed(self) -> Iterator[Route]:
        """The route of each place, in the order of the file."""
        yield from map(tuple, json.loads(decompress(a2b_base64(self.routes))))


def by_spelling(posts: Iterable[NamedPost]) -> tuple[PostPlaces, ...]:
    """The posts of a file, those of one spelling together."""
    found = dict[tuple[str, bool], list[Route]]()
    for one in posts:
        found.setdefault((one.name, one.signs), []).append(one.route)
    return tuple(
        PostPlaces(name, signs, len(routes), b2a_base64(compress(json.dumps(routes).encode(), 1)).decode())
        for (name, signs), routes in found.items()
    )


def names_are_spelled_alike(files: Iterable[tuple[str, Iterable[PostPlaces]]]) -> Iterator[Diagnostic]:
    """Each post and body is written in one spelling in all files: in that of most that answer or review."""
    placed = [(file, one) for file, people in files for one in people]
    answers = {name_form(one.name) for _, one in placed if not one.signs}
    counted = Counter[str]()
    for _, one in placed:
        if not one.signs or name_form(one.name) not in answers:
            counted[one.name] += one.number
    meant = {name_form(right): right for right in counted.keys() - other_spellings(counted).keys()}
    for file, one in placed:
        letter, right = strange_letter(one.name), meant[name_form(one.name)]
        for route in one.placed() if letter or one.name != right else ():
            if letter:
                what = f"'{letter}' in {shown(one.name)} is a letter of another alphabet"
                yield Diagnostic("look-alike-letters", f"{what}, which only looks like a usual one", route, file=file)
            if one.name != right:
                how = difference(one.name, right)
                what = f"{shown(one.name)} is written {shown(right)} elsewhere" + (f": {how}" if how else "")
                yield Diagnostic("name-spelled-otherwise", what, route, right_spelling(right), file)


def right_spelling(name: str) -> str:
    """The next step of `name-spelled-otherwise`, from which `--fix` takes the name."""
    return f"write it as '{name}'"
