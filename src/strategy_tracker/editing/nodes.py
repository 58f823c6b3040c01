"""The text of a file with every value's place in it, and where lines go; offsets count characters, BOM left out."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from ruamel.yaml.events import (
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from strategy_tracker.diagnostics import Route
from strategy_tracker.files.check_text import check_text
from strategy_tracker.files.events import events
from strategy_tracker.files.parse import Tree, document, read_tree

BOM = "\ufeff"
_ENDS = (SequenceEndEvent, MappingEndEvent)
_BREAK = re.compile("\r\n|\r|\n")
_COLON = re.compile(r"\s*:")
_LINE = re.compile("[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


class Splice(NamedTuple):
    """Characters `start` to `end` are replaced by `text`."""

    start: int
    end: int
    text: str


@dataclass(slots=True)
class Node:
    """A value in the text. `end` is after its last character, or its last leaf's; comments do not count."""

    kind: str  # "text", "map" or "list"
    style: str  # of a text: "", "'", '"', "|" or ">"; of a map or list: "flow" in brackets, "" on lines
    start: int
    end: int
    column: int
    null: bool = False  # a text that means nothing: none at all, `~` or `null`
    keys: dict[str, tuple[int, int]] = field(default_factory=dict)
    items: dict[str | int, "Node"] = field(default_factory=dict)

    @property
    def flow(self) -> bool:
        """Whether it is a map or list in brackets."""
        return self.style == "flow"

    @property
    def on_lines(self) -> bool:
        """Whether it has lines of its own, below its key."""
        return self.style in ("|", ">") or (self.kind != "text" and not self.flow)

    def at(self, route: Route) -> "Node | None":
        """The value at the end of `route`."""
        node: Node | None = self
        for step in route:
            node = node.items.get(step) if node else None
        return node

    def leaves(self) -> Iterator[tuple[int, int]]:
        """Beginning and end of every text and key in it, as they follow each other."""
        if self.kind == "text":
            yield self.start, self.end
        for key, item in self.items.items():
            if isinstance(key, str):
                yield self.keys[key]
            yield from item.leaves()


@dataclass(slots=True)
class Source:
    """A file's text, where its lines start, its nodes, and how far the person indents a list under its key."""

    text: str
    bom: bool
    starts: list[int]
    top: Node
    list_indent: int

    @property
    def eol(self) -> str:
        """The line ending of the file; that of its first line."""
        found = _BREAK.search(self.text)
        return found[0] if found else "\n"

    def line_number(self, offset: int) -> int:
        """The number of the line that holds `offset`, from 1."""
        return bisect_right(self.starts, offset)

    def line_start(self, offset: int) -> int:
        """Where the line that holds `offset` begins."""
        return self.starts[self.line_number(offset) - 1]

    def line_end(self, offset: int) -> int:
        """Where the line that holds `offset` ends, before its line ending."""
        found = _BREAK.search(self.text, offset)
        return found.start() if found else len(self.text)

    def next_line(self, offset: int) -> int:
        """Where the line after the one that holds `offset` begins; the end of the text if there is none."""
        number = self.line_number(offset)
        return self.starts[number] if number < len(self.starts) else len(self.text)

    def below(self, offset: int, column: int) -> int:
        """Where a new line goes after the value that ends at `offset`.

        Comments on the next lines that are indented further than `column` belong to the value and stay with it.
        """
        place = self.next_line(offset)
        comment = re.compile(rf"[ ]{{{column + 1},}}#[^\r\n]*(?:\r\n|\r|\n|\Z)")
        while found := comment.match(self.text, place):
            place = found.end()
        return place

    def colon(self, parent: Node, key: str) -> int:
        """The place after the colon of a key; after the key itself where it has none."""
        return _colon(self.text, parent.keys[key][1])

    def comment(self, node: Node, start: int, end: int) -> bool:
        """Whether a comment stands between two places that have no text between them but `node`."""
        bare = ""
        for first, last in node.leaves():
            bare += self.text[start:first]
            if self.text[first : first + 1] in ("|", ">"):
                bare += self.text[first : self.line_end(first)]  # the header of a block text may have one
            start = last
        return "#" in bare + self.text[start:end]

    def spaced(self, node: Node) -> bool:
        """Whether blank lines part the items of a list."""
        if len(node.items) < 2:
            return False
        between = self.text[node.items[len(node.items) - 2].end : node.items[len(node.items) - 1].start]
        return any(not line.strip(" \t") for line in _BREAK.split(between)[1:-1])

    def comma(self, start: int, end: int) -> str:
        """What parts a new entry in brackets from the one between two places: a new line where that has its own."""
        before = self.text[self.line_start(start) : start]
        alone = not before.strip() and "#" not in self.text[end : self.line_end(end)]
        return f",{self.eol}{before}" if alone else ", "

    def insert(self, place: int, lines: list[str]) -> Splice:
        """New lines before the line that begins at `place`."""
        text = self.eol.join(lines)
        if place == len(self.text) and self.text[-1] not in "\r\n":
            return Splice(place, place, self.eol + text)
        return Splice(place, place, text + self.eol)

    def without(self, start: int, end: int) -> Splice:
        """Lines taken out; at the end of a file without a last line break, the break before them."""
        first = self.line_start(start)
        if self.text[end - 1] not in "\r\n":
            first -= _last_break(self.text[:first])
        return Splice(first, end, "")


def _colon(text: str, offset: int) -> int:
    found = _COLON.match(text, offset)
    return found.end() if found else offset


class Reading(NamedTuple):
    """A file as the strict reader took it: its tree, and the events it was made of."""

    data: bytes
    tree: Tree
    events: list[Any]


def read(data: bytes, pure: bool = False) -> Reading:
    """The same as `read_tree`, with what is needed to find places.

    Raises `Unreadable`.
    """
    try:
        check_text(data)
        seen = list(iter(events(data, pure), None))
        return Reading(data, document(iter(seen).__next__).tree, seen)
    except Exception:
        read_tree(data, pure)  # says what is wrong, in words
        raise  # pragma: no cover - what failed once fails again


def locate(reading: Reading, route: Route = ()) -> Source:
    """The places in a file; of what does not lie on the way to `route`, only beginning and end."""
    text = reading.data.decode("utf-8")
    bom = text.startswith(BOM)
    text = text.removeprefix(BOM)
    starts = [0, *(found.end() for found in _BREAK.finditer(text))]
    give = iter(reading.events).__next__
    while type(event := give()) is not MappingStartEvent:
        pass
    builder = _Builder(text, starts, give)
    top = builder.node(event, route)
    return Source(text, bom, starts, top, 2 if builder.list_indent is None else builder.list_indent)


@dataclass(slots=True)
class _Builder:
    text: str
    starts: list[int]
    give: Callable[[], Any]
    list_indent: int | None = None

    def node(self, event: Any, route: Route | None) -> Node:
        """A value; `route` leads to what is wanted in it: () is all of it, None nothing but where it ends."""
        if type(event) is ScalarEvent:
            return self.scalar(event)
        style = "flow" if event.flow_style else ""
        start = self.offset(event.start_mark)
        kind = "list" if type(event) is SequenceStartEvent else "map"
        node = Node(kind, style, start, start, event.start_mark.column)
        if route is None:
            node.end = self.end(event)
            return node
        while type(inner := self.give()) not in _ENDS:
            item = self.pair(node, event, inner, route) if kind == "map" else self.item(node, inner, route)
            node.end = item.end
        if style:
            node.end = self.offset(inner.end_mark)
        return node

    def item(self, node: Node, event: Any, route: Route) -> Node:
        number = len(node.items)
        item = node.items[number] = self.node(event, _beyond(route, number))
        return item

    def pair(self, node: Node, parent: Any, key: Any, route: Route) -> Node:
        name, end = key.value, self.offset(key.end_mark)
        node.keys[name] = (self.offset(key.start_mark), end)
        self.indented(parent, event := self.give())
        item = node.items[name] = self.node(event, _beyond(route, name))
        if item.null and item.start == item.end:  # the parsers mark it at different places
            item.start = item.end = _colon(self.text, end)
        return item

    def end(self, event: Any) -> int:
        """Where the last leaf of a list or map ends, the events of which are passed over."""
        opened, last, key, around = [event], event, event, event
        while opened:
            inner = self.give()
            kind = type(inner)
            if kind is ScalarEvent:
                key, last, around = last, inner, opened[-1]
            elif kind in _ENDS:
                last = inner if opened.pop().flow_style else last
            else:
                self.indented(opened[-1], inner)
                opened.append(inner)
        if type(last) is not ScalarEvent:
            return self.offset(last.end_mark)
        leaf = self.scalar(last)
        if leaf.null and leaf.start == leaf.end and type(around) is MappingStartEvent:
            return _colon(self.text, self.offset(key.end_mark))
        return leaf.end

    def indented(self, parent: Any, event: Any) -> None:
        """Take the indentation of the first list on lines below a key as the person's own."""
        below = type(parent) is MappingStartEvent and type(event) is SequenceStartEvent and not event.flow_style
        if below and self.list_indent is None:
            self.list_indent = event.start_mark.column - parent.start_mark.column

    def scalar(self, event: Any) -> Node:
        style = event.style or ""
        start, end = self.offset(event.start_mark), self.offset(event.end_mark)
        if style in ("|", ">"):
            end = start + _block_length(self.text[start:end])
        null = not style and event.value in ("", "~", "null", "Null", "NULL")
        return Node("text", style, start, end, event.start_mark.column, null)

    def offset(self, mark: Any) -> int:
        place: int = self.starts[mark.line] + mark.column
        return place


def _beyond(route: Route, step: str | int) -> Route | None:
    """The rest of a route after a step: all of everything at its end, nothing beside it."""
    return (route[1:] if route[0] == step else None) if route else ()


def _block_length(body: str) -> int:
    """Characters of a block text without its last line break; blank lines at its end count where `+` keeps them."""
    head, *lines = _LINE.findall(body)
    if "+" not in head.partition("#")[0]:
        indent = min((len(line) - len(line.lstrip(" ")) for line in lines if line.strip(" \r\n")), default=len(body))
        while lines and not lines[-1].strip(" \r\n") and len(lines[-1].rstrip("\r\n")) <= indent:
            lines.pop()
    kept = "".join([head, *lines])
    return len(kept) - _last_break(kept)


def _last_break(text: str) -> int:
    """How many characters the line break at the end of a text has."""
    return 2 if text.endswith("\r\n") else 1 if text.endswith(("\r", "\n")) else 0
