"""A file read so that every value has its place: once for its tree, and from the same events the nodes."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

from ruamel.yaml.events import (
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from strategy_tracker.diagnostics import Route
from strategy_tracker.editing.splicing.nodes import BOM, BREAK, Node, Source, after_colon, last_break
from strategy_tracker.files.parsing.check_text import check_text
from strategy_tracker.files.parsing.events import made_of_events
from strategy_tracker.files.parsing.parse import Tree, document, read_tree

_ENDS = (SequenceEndEvent, MappingEndEvent)
_LINE = re.compile("[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_Ways = dict[str | int, "_Ways"]
"""Routes as a tree of their steps; an empty one means everything from there on."""


class Transcript(NamedTuple):
    """A file as the parser gave it: its bytes, the tree they are, and the events that the tree was made of."""

    data: bytes
    tree: Tree
    events: list[Any]


def read(data: bytes, pure: bool = False) -> Transcript:
    """A file read by the strict reader, with the events that places are found in.

    Raises `Unreadable` for what `read_tree` cannot read either.
    """
    try:
        check_text(data)
        seen = made_of_events(data, lambda give: list(iter(give, None)), pure)
        return Transcript(data, document(iter(seen).__next__).tree, seen)
    except Exception:
        read_tree(data, pure)  # says what is wrong, in words
        raise  # pragma: no cover - what failed once fails again


def locate(script: Transcript, routes: Iterable[Route] = ((),)) -> Source:
    """The text of a file with its nodes: of what lies beside the way to all `routes`, only where it begins and ends."""
    text = script.data.decode("utf-8")
    bom = text.startswith(BOM)
    text = text.removeprefix(BOM)
    starts = [0, *(found.end() for found in BREAK.finditer(text))]
    give = iter(script.events).__next__
    while type(event := give()) is not MappingStartEvent:
        pass
    builder = _Builder(text, starts, give)
    top = builder.node(event, _ways(routes))
    return Source(text, bom, starts, top, 2 if builder.list_indent is None else builder.list_indent)


def _ways(routes: Iterable[Route]) -> _Ways:
    """All routes as one tree; where a route ends, what another wants within is wanted already."""
    ways: _Ways = {}
    for route in sorted(set(routes), key=len):
        if not route:
            break
        here = ways
        for step in route:
            known = here.get(step)
            if known is None:
                here[step] = here = {}
            elif known:
                here = known
            else:
                break
    return ways


@dataclass(slots=True)
class _Builder:
    """What makes nodes of events, which are taken one by one; it notes the first indentation of a list on its way."""

    text: str
    starts: list[int]
    give: Callable[[], Any]
    list_indent: int | None = None

    def node(self, event: Any, ways: _Ways | None) -> Node:
        """The value that begins with `event`; None wants nothing in it but where it ends."""
        if type(event) is ScalarEvent:
            return self.scalar(event)
        style = "flow" if event.flow_style else ""
        start = self.offset(event.start_mark)
        kind = "list" if type(event) is SequenceStartEvent else "map"
        node = Node(kind, style, start, start, event.start_mark.column)
        if ways is None:
            node.end = self.end(event)
            return node
        while type(inner := self.give()) not in _ENDS:
            item = self.pair(node, event, inner, ways) if kind == "map" else self.item(node, inner, ways)
            node.end = item.end
        if style:
            node.end = self.offset(inner.end_mark)
        return node

    def item(self, node: Node, event: Any, ways: _Ways) -> Node:
        number = len(node.items)
        item = node.items[number] = self.node(event, ways.get(number) if ways else ways)
        return item

    def pair(self, node: Node, parent: Any, key: Any, ways: _Ways) -> Node:
        name, end = key.value, self.offset(key.end_mark)
        node.keys[name] = (self.offset(key.start_mark), end)
        self.indented(parent, event := self.give())
        item = node.items[name] = self.node(event, ways.get(name) if ways else ways)
        if item.null and item.start == item.end:  # the C parser marks nothing elsewhere than the one in Python
            item.start = item.end = after_colon(self.text, end)
            item.column = 0
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
            return after_colon(self.text, self.offset(key.end_mark))
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


def _block_length(body: str) -> int:
    """Characters of a block text without its last line break.

    Blank lines at its end count only where a `+` in its header keeps them (YAML 1.2, 8.1.1.2).
    """
    head, *lines = _LINE.findall(body)
    if "+" not in head.partition("#")[0]:
        indent = min((len(line) - len(line.lstrip(" ")) for line in lines if line.strip(" \r\n")), default=len(body))
        while lines and not lines[-1].strip(" \r\n") and len(lines[-1].rstrip("\r\n")) <= indent:
            lines.pop()
    kept = "".join([head, *lines])
    return len(kept) - last_break(kept)
