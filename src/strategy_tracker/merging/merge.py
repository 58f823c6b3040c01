"""Three versions of a data file to one: by id and field, in both persons' own layout, and no value lost.

The lines of the file are merged as the map or list they are (`merge_entries`). What comes out is then read again and
must be what the three trees give by themselves (`merge_trees`); otherwise nothing is returned.
"""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from strategy_tracker.editing.splicing.nodes import BOM
from strategy_tracker.files.parsing.check_text import Unreadable
from strategy_tracker.files.parsing.parse import Tree, read_tree
from strategy_tracker.merging.match_items import same
from strategy_tracker.merging.merge_lines import Clash, Marked, ThreeVersions, merge_blocks, settled
from strategy_tracker.merging.split_lines import Block, NotOnLines, file_block
from strategy_tracker.merging.three_way import collided, three_way


class CannotMerge(Exception):
    """The files are not such as can be merged item by item; the text says why."""


class ConflictPlace(NamedTuple):
    """A conflict in a merged file: its line, and the item and field it is about."""

    line: int
    item: str
    field: str


class MergeResult(NamedTuple):
    """A merged file: its bytes, where both sides have to be looked at, and ids that now two things have."""

    data: bytes
    conflicts: tuple[ConflictPlace, ...]
    collided: tuple[ConflictPlace, ...]

    @property
    def clean(self) -> bool:
        """Whether nobody has to look at it."""
        return not self.conflicts and not self.collided


class _Version(NamedTuple):
    """A file as lines end with a line feed, and how it was written."""

    text: str
    tree: Tree
    bom: bool
    eol: str
    ends: bool


def merge(
    base: bytes, ours: bytes, theirs: bytes, names: tuple[str, str] = ("ours", "theirs"), size: int = 7
) -> MergeResult:
    """The file with the changes of both sides; conflict markers of `size` signs stand round what cannot be both.

    Raises `CannotMerge` where a version cannot be read, or the merge cannot be proved.
    """
    versions = _version(base, empty=True), _version(ours), _version(theirs)
    was, we, they = versions
    blocks = [_block(one) for one in versions]
    three = ThreeVersions(blocks[0], blocks[1], blocks[2], (was.tree, we.tree, they.tree))
    part = merge_blocks(three, "")
    if part is None or not _proved(part.lines, part.ours, part.theirs, versions):
        raise CannotMerge("the way the two sides are written does not allow a safe merge item by item")
    text, conflicts = _marked(part.lines, names, size)
    ends = they.ends if we.ends == was.ends else we.ends
    if not (ends or conflicts) and same(_tree(text[:-1].encode()), part.ours):
        text = text[:-1]
    bom = they.bom if we.bom == was.bom else we.bom
    data = (BOM * bom + text).replace("\n", they.eol if we.eol == was.eol else we.eol).encode()
    twice = [] if conflicts else [*_twice(text, collided(part.ours, we.tree, they.tree))]
    return MergeResult(data, tuple(conflicts), tuple(twice))


def _version(data: bytes, *, empty: bool = False) -> _Version:
    if empty and not data.strip():
        return _Version("", {}, False, "\n", True)
    try:
        tree = read_tree(data)
    except Unreadable as error:
        raise CannotMerge(f"one of the three versions has an error in line {error.line + 1}: {error.message}") from None
    text = data.decode()
    found = re.search("\r\n|\r|\n", text)
    plain = re.sub("\r\n|\r", "\n", text.removeprefix(BOM))
    ends = plain.endswith("\n")
    plain = plain if ends else f"{plain}\n"
    if not same(_tree(plain.encode()), tree):
        raise CannotMerge("the last line of one version has no line break, and with one its text would change")
    return _Version(plain, tree, text.startswith(BOM), found[0] if found else "\n", ends)


def _tree(data: bytes) -> Tree | None:
    try:
        return read_tree(data)
    except Unreadable:
        return None


def _block(version: _Version) -> Block:
    if not version.text:
        return Block("map", 0)
    try:
        return file_block(version.text)
    except NotOnLines:
        raise CannotMerge("one of the three versions has no line for each key") from None


def _proved(lines: Marked, ours: Any, theirs: Any, versions: tuple[_Version, ...]) -> bool:
    """Whether the lines say what they should, however they are settled, and a clean merge what the trees give."""
    for side, value in enumerate((ours, theirs)):
        text = "".join(f"{line}\n" for line in settled(lines, side))
        if not same(_tree(text.encode()), value):
            return False
    if any(isinstance(line, Clash) for line in lines):
        return True
    return same(ours, three_way(*(one.tree for one in versions)))


def _marked(lines: Marked, names: tuple[str, str], size: int) -> tuple[str, list[ConflictPlace]]:
    """The lines with conflict markers, and where they are."""
    out: list[str] = []
    places = []
    for line in lines:
        if isinstance(line, str):
            out.append(line)
            continue
        places.append(ConflictPlace(len(out) + 1, line.item, line.field))
        out += ["<" * size + f" {names[0]}", *line.ours, "=" * size, *line.theirs, ">" * size + f" {names[1]}"]
    return "".join(f"{line}\n" for line in out), places


def _twice(text: str, ids: list[str]) -> Iterator[ConflictPlace]:
    """Where an id stands for the second time."""
    for name in ids:
        lines = [n for n, line in enumerate(text.split("\n"), 1) if re.search(rf"\bid:\s*['\"]?{name}(?![\w-])", line)]
        yield ConflictPlace(lines[1] if len(lines) > 1 else 1, name, "id")
