"""Edits of a person's file: text is spliced at a place, nothing else moves, and the result is proved before anybody writes it.

An edit is a list of changes to the plain tree of a file. Each is made by replacing or inserting text at the place of one
value; comments, quotes, order, indentation, line endings, a BOM and a missing last line break stay. The new text is then read
again: its tree must be the old tree with exactly these changes, otherwise nothing is returned and the person is told why.
"""

import difflib
import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from strategy_tracker.diagnostics import Route
from strategy_tracker.store import render
from strategy_tracker.store.nodes import BOM, Node, Source, parse
from strategy_tracker.store.read import Tree, Unreadable, read_tree


class CannotEdit(Exception):
    """The edit cannot be made safely; its text says why, `line` is where a person can type it."""

    def __init__(self, message: str, line: int = 0) -> None:
        super().__init__(message)
        self.line = line


class Append(NamedTuple):
    """Add `value` to the list at `route`: at its end, or as its first item.

    Where there is no such list yet, it is written as a new key, after the last of `after` that the map has.
    """

    route: Route
    value: Any
    first: bool = False
    after: Sequence[str] = ()


class Put(NamedTuple):
    """Give `key` of the map at `route` a value, new or instead of the one it has.

    A new key is written after the last of `after` that the map has, or at its end.
    """

    route: Route
    key: str
    value: Any
    after: Sequence[str] = ()


Change = Append | Put


class Edit(NamedTuple):
    """A proved edit: the bytes of the file before and after, and the first line that differs."""

    before: bytes
    after: bytes
    line: int


class Splice(NamedTuple):
    """Characters `start` to `end` are replaced by `text`."""

    start: int
    end: int
    text: str


def edit(data: bytes, changes: Sequence[Change]) -> Edit:
    """The file with these changes made, one after the other.

    Raises `CannotEdit` where the text does not allow one without touching what is not meant.
    """
    try:
        tree = read_tree(data)
    except Unreadable as error:
        raise CannotEdit(f"the file has to be mended first: {error.message}", error.line + 1) from None
    text, line = data, 0
    for change in changes:
        tree = changed(tree, change)
        text, here = _made(text, change)
        line = line or here
        _prove(text, tree, here)
    return Edit(data, text, line)


def changed(tree: Tree, change: Change) -> Tree:
    """The tree with one change made; the tree given is not touched."""
    if isinstance(change, Append):
        parent, key = change.route[:-1], change.route[-1]
        old = _get(tree, change.route) or ()
        new = (change.value, *old) if change.first else (*old, change.value)
        return _with(tree, parent, key, new)
    return _with(tree, change.route, change.key, change.value)


def _get(tree: Any, route: Route) -> Any:
    for step in route:
        tree = tree.get(step) if isinstance(tree, dict) else tree[step]  # type: ignore[index]
    return tree


def _with(tree: Any, route: Route, key: str | int, value: Any) -> Any:
    if not route:
        return {**tree, key: value}
    step = route[0]
    if isinstance(tree, dict):
        return {**tree, step: _with(tree.get(step, {}), route[1:], key, value)}
    return tuple(_with(item, route[1:], key, value) if n == step else item for n, item in enumerate(tree))


def _made(data: bytes, change: Change) -> tuple[bytes, int]:
    source = parse(data)
    splice = _append(source, change) if isinstance(change, Append) else _put(source, change)
    text = source.text[: splice.start] + splice.text + source.text[splice.end :]
    first = splice.start + len(splice.text) - len(splice.text.lstrip("\r\n"))
    out = Source(text, source.bom, source.top, [])
    return ((BOM if source.bom else "") + text).encode("utf-8"), out.line_number(first)


def _prove(data: bytes, tree: Tree, line: int) -> None:
    try:
        if read_tree(data) == tree:
            return
    except Unreadable:
        pass
    raise CannotEdit("the way this part of the file is written does not allow a safe edit", line)


# where things go


def _append(source: Source, change: Append) -> Splice:
    node = source.top.at(change.route)
    parent = source.top.at(change.route[:-1])
    key = str(change.route[-1])
    if node is None or node.empty:
        return _put(source, Put(change.route[:-1], key, (change.value,), change.after))
    assert parent is not None
    if node.kind != "list":
        raise CannotEdit("a list is wanted there", source.line_number(node.start))
    if node.flow:
        return _into_flow_list(source, parent, key, node, change.value)
    last = node.items[len(node.items) - 1]
    lines = render.item(change.value, node.column, list_indent(source), as_flow=last.flow and last.kind == "map")
    if change.first:
        return _insert(source, source.line_start(node.start), lines)
    blank = [""] if _spaced(source, node) else []
    return _insert(source, _after(source, last.end, node.column + 1), [*blank, *lines])


def _spaced(source: Source, node: Node) -> bool:
    """Whether blank lines part the items of a list."""
    if len(node.items) < 2:
        return False
    before = source.text[node.items[len(node.items) - 2].end : node.items[len(node.items) - 1].start]
    return bool(re.search(r"(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)", before))


def _into_flow_list(source: Source, parent: Node, key: str, node: Node, value: Any) -> Splice:
    if not node.items and not parent.flow and parent.kind == "map":
        tail = source.text[node.end : source.line_end(node.end)].rstrip()
        lines = render.entry(key, (value,), parent.column, list_indent(source))
        start = parent.keys[key][0]
        if tail and len(lines) > 1:
            lines[0] += tail if tail[0] == " " else f" {tail}"
        return Splice(start, source.line_end(node.end), source.eol.join(lines)[parent.column :])
    leaf = max((item.end for item in node.items.values()), default=node.start + 1)
    if source.text[leaf : node.end - 1].strip():
        raise CannotEdit("the list in brackets has comments or a comma at its end", source.line_number(leaf))
    return Splice(leaf, leaf, (", " if node.items else "") + render.flow(value))


def _put(source: Source, change: Put) -> Splice:
    node = source.top.at(change.route)
    if node is None or node.empty:
        return _put(source, Put(change.route[:-1], str(change.route[-1]), {change.key: change.value}, change.after))
    if node.kind != "map":
        raise CannotEdit("lines of 'key: value' are wanted there", source.line_number(node.start))
    old = node.items.get(change.key)
    if old is None:
        return _new_key(source, node, change)
    if old.empty and not node.flow:
        return _fill(source, node, change)
    return _replace(source, node, old, change.value)


def _replace(source: Source, parent: Node, old: Node, value: Any) -> Splice:
    if old.style in ("|", ">") or (old.kind != "text" and not old.flow):
        raise CannotEdit("the value there has several lines", source.line_number(old.start))
    if isinstance(value, str) and old.style and not isinstance(value, bool):
        return Splice(old.start, old.end, render.quoted(value, old.style))
    text = render.flow(value) if parent.flow else render.one_line(value)
    return Splice(old.start, old.end, f" {text}" if old.empty else text)


def _fill(source: Source, parent: Node, change: Put) -> Splice:
    """A value for a key that has none: on its line, or on lines of its own below."""
    lines = render.entry(change.key, change.value, parent.column, list_indent(source))
    colon = source.text.index(":", parent.keys[change.key][1]) + 1
    if len(lines) == 1:
        return Splice(colon, colon, lines[0][lines[0].index(":", parent.column + len(change.key)) + 1 :])
    return _insert(source, source.after_line(colon), lines[1:])


def _new_key(source: Source, node: Node, change: Put) -> Splice:
    anchors = [key for key in node.keys if key in change.after] or list(node.keys)
    anchor = node.items[anchors[-1]] if anchors else None
    if node.flow:
        return _into_flow_map(source, node, anchor, change)
    assert anchor is not None
    lines = render.entry(change.key, change.value, node.column, list_indent(source))
    return _insert(source, _after(source, max(anchor.end, node.keys[anchors[-1]][1]), node.column + 1), lines)


def _into_flow_map(source: Source, node: Node, anchor: Node | None, change: Put) -> Splice:
    text = render.flow({change.key: change.value})[1:-1]
    if anchor is None:
        return Splice(node.start + 1, node.start + 1, text)
    rest = source.text[anchor.end : node.end]
    if not re.match(r"\s*[,}]", rest) or re.fullmatch(r"\s*,\s*}", rest):
        raise CannotEdit("the map in braces has comments or a comma at its end", source.line_number(anchor.end))
    return Splice(anchor.end, anchor.end, f", {text}")


def _after(source: Source, offset: int, column: int) -> int:
    """Where a new line goes after the value that ends at `offset`: past the comments that are indented under it."""
    place = source.after_line(offset)
    comment = re.compile(r"[ ]{%d,}#[^\r\n]*(?:\r\n|\r|\n|\Z)" % column)
    while place < len(source.text) and (found := comment.match(source.text, place)):
        place = found.end()
    return place


def _insert(source: Source, place: int, lines: list[str]) -> Splice:
    text = source.eol.join(lines)
    if place == len(source.text) and source.text and source.text[-1] not in "\r\n":
        return Splice(place, place, source.eol + text)
    return Splice(place, place, text + source.eol)


def list_indent(source: Source) -> int:
    """How far this person indents a list under its key: 2, or 0 where dashes stand under the key."""
    for parent, node in _lists(source.top):
        return node.column - parent.column
    return 2


def _lists(node: Node) -> Iterator[tuple[Node, Node]]:
    for item in node.items.values():
        if node.kind == "map" and item.kind == "list" and not item.flow:
            yield node, item
        yield from _lists(item)


def diff(one: Edit, name: str) -> str:
    """The edit as a unified diff."""
    old, new = (data.decode("utf-8").splitlines(keepends=True) for data in (one.before, one.after))
    lines = difflib.unified_diff(old, new, f"a/{name}", f"b/{name}")
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)
