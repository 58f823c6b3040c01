"""The text of a file with every value's place in it, for edits: offsets count characters, BOM left out."""

import re
from dataclasses import dataclass, field
from typing import Any

from ruamel.yaml.events import (
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from strategy_tracker.diagnostics import Route
from strategy_tracker.store.read import events

BOM = "\ufeff"


@dataclass(slots=True)
class Node:
    """A value in the text. `end` is after its last character, or its last leaf's; comments do not count."""

    kind: str  # "text", "map" or "list"
    flow: bool
    style: str
    start: int
    end: int
    column: int
    empty: bool = False
    keys: dict[str, tuple[int, int]] = field(default_factory=dict)
    items: dict[str | int, "Node"] = field(default_factory=dict)

    def at(self, route: Route) -> "Node | None":
        """The value at the end of `route`."""
        node: Node | None = self
        for step in route:
            node = node.items.get(step) if node else None
        return node


@dataclass(slots=True)
class Source:
    """A file's text and its tree of nodes."""

    text: str
    bom: bool
    top: Node
    starts: list[int]

    @property
    def eol(self) -> str:
        """The line ending of the file; that of its first line."""
        found = re.search("\r\n|\r|\n", self.text)
        return found[0] if found else "\n"

    def line_start(self, offset: int) -> int:
        """Where the line that holds `offset` begins."""
        return max(max(self.text.rfind("\n", 0, offset), self.text.rfind("\r", 0, offset)) + 1, 0)

    def line_end(self, offset: int) -> int:
        """Where the line that holds `offset` ends, before its line ending."""
        found = re.compile("\r\n|\r|\n").search(self.text, offset)
        return found.start() if found else len(self.text)

    def after_line(self, offset: int) -> int:
        """Where the line after the one that holds `offset` begins; the end of the text if there is none."""
        end = self.line_end(offset)
        found = re.compile("\r\n|\r|\n").match(self.text, end)
        return found.end() if found else end

    def line_number(self, offset: int) -> int:
        """The number of the line that holds `offset`, from 1."""
        return len(re.findall("\r\n|\r|\n", self.text[:offset])) + 1


def parse(data: bytes) -> Source:
    """The nodes of a file that `read_tree` accepts."""
    text = data.decode("utf-8")
    bom = text.startswith(BOM)
    text = text.removeprefix(BOM)
    starts = [0, *(found.end() for found in re.finditer("\r\n|\r|\n", text))]
    give = events(text.encode("utf-8"))
    while type(event := give()) is not MappingStartEvent:
        pass
    return Source(text, bom, _node(event, give, starts, text), starts)


def _node(event: Any, give: Any, starts: list[int], text: str) -> Node:
    start = _offset(event.start_mark, starts)
    if type(event) is ScalarEvent:
        return _scalar(event, start, _offset(event.end_mark, starts), text)
    node = Node(
        "list" if type(event) is SequenceStartEvent else "map",
        bool(event.flow_style),
        "",
        start,
        start,
        event.start_mark.column,
    )
    closing = SequenceEndEvent if node.kind == "list" else MappingEndEvent
    while type(inner := give()) is not closing:
        key: str | int = len(node.items)
        if node.kind == "map":
            key = inner.value
            node.keys[inner.value] = (_offset(inner.start_mark, starts), _offset(inner.end_mark, starts))
            node.end = node.keys[inner.value][1]
            inner = give()
        child = _node(inner, give, starts, text)
        node.items[key] = child
        node.end = max(node.end, child.end)
    if node.flow:
        node.end = _offset(inner.end_mark, starts)
    return node


def _scalar(event: Any, start: int, end: int, text: str) -> Node:
    style = event.style or ""
    if style in ("|", ">"):  # its end mark is past the line break, sometimes past comments
        body = text[start:end]
        end = start + len(body.rstrip("\r\n \t"))
        if event.value.endswith("\n\n"):
            end = start + len(body.rstrip("\r\n")) + _kept_breaks(body, event.value)
    return Node("text", False, style, start, end, event.start_mark.column, empty=not event.value and not style)


def _kept_breaks(body: str, value: str) -> int:
    """Characters of the line breaks at the end that belong to the value (`|+`), but for the last one."""
    kept = len(value) - len(value.rstrip("\n")) - 1
    tail = body[len(body.rstrip("\r\n")) :]
    found = re.match("(?:\r\n|\r|\n){%d}" % kept, tail)
    return found.end() if found else 0


def _offset(mark: Any, starts: list[int]) -> int:
    if mark.line >= len(starts):
        return starts[-1]
    return starts[mark.line] + int(mark.column)
