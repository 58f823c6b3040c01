"""The lines of a map or a list, cut into its entries, each with the comments above it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from strategy_tracker.editing.splicing.locate import locate, read
from strategy_tracker.editing.splicing.nodes import Node, Source
from strategy_tracker.files.parsing.check_text import Unreadable
from strategy_tracker.files.parsing.parse import read_tree
from strategy_tracker.merging.match_items import MissingValue, Name, same

Lines = list[str]
_TOP = "x"
"""The key under which lines are read that are not those of a whole file."""


class NotOnLines(Exception):
    """The text is not a map or list with lines for each entry."""


@dataclass(slots=True)
class EntryLines:
    """One entry: the comments and blank lines above it, and its own lines.

    `kind` is "map" or "list" where its value has lines of its own, from line `inner` on; 0: they begin beside a dash.
    """

    lead: Lines = field(default_factory=list)
    body: Lines = field(default_factory=list)
    kind: str = ""
    inner: int = 0


@dataclass(slots=True)
class Block:
    """A map or list: the column it stands in, what stands above its first and below its last entry, and its entries."""

    kind: str
    column: int
    head: Lines = field(default_factory=list)
    entries: dict[Name, EntryLines] = field(default_factory=dict)
    tail: Lines = field(default_factory=list)

    def moved(self, column: int) -> "Block":
        """The same in another column."""
        if column == self.column:
            return self
        by = column - self.column
        entries = {
            name: replace(entry, lead=_moved(entry.lead, by), body=_moved(entry.body, by))
            for name, entry in self.entries.items()
        }
        return Block(self.kind, column, _moved(self.head, by), entries, _moved(self.tail, by))

    def inside(self, entry: EntryLines) -> Lines:
        """The lines of the map or list in an entry; a dash it begins beside becomes a space."""
        if entry.inner:
            return entry.body[entry.inner :]
        first, *rest = entry.body
        return [f"{first[: self.column]} {first[self.column + 1 :]}", *rest]

    def says(self, name: Name, lines: Sequence[str], value: Any) -> bool:
        """Whether lines, read alone, are one entry `name` with this value."""
        return same(self.read(lines), self.alone(name, value))

    def in_order(self, name: Name, lines: Sequence[str], value: Any) -> bool:
        """The same, and with all keys in the order they have in the value."""
        return repr(self.read(lines)) == repr(self.alone(name, value))

    def alone(self, name: Name, value: Any) -> Any:
        """A map or list that has only this entry."""
        return {} if isinstance(value, MissingValue) else {name: value} if self.kind == "map" else (value,)

    def read(self, lines: Sequence[str]) -> Any:
        """The map or list that lines are; None where they cannot be read."""
        try:
            tree = read_tree(self.wrapped(lines).encode())
        except Unreadable:
            return None
        return tree if self.bare else tree.get(_TOP, {})

    @property
    def bare(self) -> bool:
        """Whether its lines are a file as they are."""
        return self.kind == "map" and self.column == 0

    def wrapped(self, lines: Sequence[str]) -> str:
        """Lines of it as the text of a file."""
        return "".join(f"{line}\n" for line in (lines if self.bare else [f"{_TOP}:", *lines]))

    def comments(self, lines: Sequence[str]) -> Lines:
        """The comments in lines of it, in their order."""
        return list(_comments(_located(self.wrapped(lines)))) if lines else []


def _moved(lines: Lines, by: int) -> Lines:
    if by > 0:
        return [" " * by + line if line else "" for line in lines]
    return [line[min(-by, len(line) - len(line.lstrip(" "))) :] for line in lines]


def _comments(source: Source) -> Iterator[str]:
    start = 0
    for first, last in [*source.top.leaves(), (len(source.text), len(source.text))]:
        between = source.text[start:first]
        yield from re.findall(r"#[^\n]*", between)
        if source.text[first : first + 1] in ("|", ">"):
            yield from re.findall(r"#[^\n]*", source.text[first : source.line_end(first)])
        start = last


def _located(text: str) -> Source:
    return locate(read(text.encode()))


def file_block(text: str) -> Block:
    """A whole file, whose map has lines.

    Raises `NotOnLines`.
    """
    source = _located(text)
    return _block(source, source.top, text.split("\n")[:-1], 0)


def block(lines: Lines) -> Block:
    """The map or list that some lines below a key or beside a dash are.

    Raises `NotOnLines`.
    """
    text = "".join(f"{line}\n" for line in [f"{_TOP}:", *lines])
    source = _located(text)
    return _block(source, source.top.items[_TOP], lines, 1)


def _block(source: Source, node: Node, lines: Lines, above: int) -> Block:
    """Cut `lines`, which begin after the first `above` lines of the source."""
    if not node.on_lines or node.kind == "text":
        raise NotOnLines
    block = Block(node.kind, node.column)
    place = 0
    for name, start in _starts(source, node):
        item = node.items[name]
        first = source.line_number(start) - 1 - above
        end = source.line_number(source.below(max(item.end, start), node.column) - 1) - above
        if first < place or end <= first:
            raise NotOnLines
        entry = EntryLines(lines[place:first], lines[first:end])
        if not block.entries:
            block.head, entry.lead = entry.lead, []
        if item.on_lines and item.kind != "text":
            entry.kind, entry.inner = item.kind, _inner(source, node, name, start)
        block.entries[name], place = entry, end
    block.tail = lines[place:]
    return block


def _starts(source: Source, node: Node) -> Iterator[tuple[Name, int]]:
    """Where each entry begins: its key, or its dash."""
    if node.kind == "map":
        for key, (start, _) in node.keys.items():
            if source.text[source.line_start(start) : start].strip():
                raise NotOnLines
            yield key, start
        return
    dash = re.compile(rf"^ {{{node.column}}}-(?=\s)", re.MULTILINE)
    place = source.line_start(node.start)
    for n, item in node.items.items():
        found = dash.search(source.text, place)
        if not found or found.start() > item.start:
            raise NotOnLines
        yield n, found.end() - 1
        place = source.next_line(max(item.end, found.end()))


def _inner(source: Source, node: Node, name: Name, start: int) -> int:
    here = source.line_number(start)
    if node.kind == "list":
        return 0 if source.line_number(node.items[name].start) == here else 1
    return source.line_number(source.colon(node, str(name))) - here + 1
