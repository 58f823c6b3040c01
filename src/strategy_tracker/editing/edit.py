"""Edits of a person's file: text is spliced at one place, nothing else moves, and the result is proved.

An edit is a list of changes to the plain tree of a file. Each is made by replacing or inserting text at the place
of one value; comments, quotes, order, indentation, line endings, a BOM and a missing last line break stay. The new
text is then read again: its tree must be the old tree with exactly this change, otherwise nothing is returned and
the person is told why and where to type it.
"""

import difflib
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from strategy_tracker.diagnostics import Route
from strategy_tracker.editing import render
from strategy_tracker.editing.changes import Append, CannotEdit, Change, Drop, Put, Unseen, changed
from strategy_tracker.editing.nodes import BOM, Node, Reading, Source, Splice, locate, read
from strategy_tracker.files.check_text import Unreadable
from strategy_tracker.files.parse import Tree, read_tree


class Edit(NamedTuple):
    """A proved edit: the bytes of the file before and after, and the first line of the last change."""

    before: bytes
    after: bytes
    line: int


def edit_all(data: bytes, changes: Sequence[Change]) -> Edit:
    """The file with these changes made, one after the other.

    Raises `CannotEdit` where the text does not allow one without touching what is not meant, and `Unseen` for what no
    file may hold.
    """
    text, line = data, 0
    for change in changes:
        try:
            text, line = _made(read(text), change)
        except Unreadable as error:
            raise CannotEdit(f"the file has to be mended first: {error.message}", error.line + 1) from None
        except render.Unwritable as error:
            raise Unseen(str(error), _line(read(data), change)) from None
        except CannotEdit as error:
            raise CannotEdit(str(error), _line(read(data), change)) from None
    return Edit(data, text, line)


def _made(old: Reading, change: Change) -> tuple[bytes, int]:
    """One change made and proved: the new bytes, and the line of the change."""
    wanted = changed(old.tree, change)
    if isinstance(change, Put) and repr(wanted) == repr(old.tree):
        return old.data, _line(old, change)
    source = locate(old, _route(change))
    splice = _PLAN[type(change)](source, change)
    text = source.text[: splice.start] + splice.text + source.text[splice.end :]
    new = ((BOM if source.bom else "") + text).encode("utf-8")
    if not _holds(new, wanted):
        if splice.start == len(source.text) and source.text[-1] not in "\r\n":
            raise CannotEdit("the last line has no line break, and with one its text would change")
        raise CannotEdit("the way this part of the file is written does not allow a safe edit")
    blank = len(splice.text) - len(splice.text.lstrip("\r\n"))
    return new, source.line_number(splice.start) + len(splice.text[:blank].splitlines())


def _holds(data: bytes, tree: Tree) -> bool:
    """The proof: whether the bytes read as this tree."""
    try:
        return read_tree(data) == tree
    except Unreadable:
        return False


def _route(change: Change) -> Route:
    return change.route if isinstance(change, Append) else (*change.route, change.key)


def _line(reading: Reading, change: Change) -> int:
    """Where a person would make this change: at the value, or at the end of what it would be in."""
    source = locate(reading, _route(change))
    node = source.top
    for step in _route(change):
        if step not in node.items:
            return source.line_number(node.end)
        node = node.items[step]
    return source.line_number(node.end if isinstance(change, Append) else node.start)


# where it goes


def _append(source: Source, change: Append) -> Splice:
    node = source.top.at(change.route)
    if node is None or node.null:
        return _put(source, _outer(change, (change.value,)))
    if not node.items:
        return _open(source, node, _outer(change, (change.value,)))
    if node.flow:
        return _into_flow_list(source, node, change)
    last = node.items[len(node.items) - 1]
    lines = render.item(change.value, node.column, source.list_indent, as_flow=last.flow and last.kind == "map")
    gap = [""] if source.spaced(node) else []
    if change.first:
        text = source.eol.join([*lines, *gap, " " * node.column])
        return Splice(node.start, node.start, text[node.column :])
    return source.insert(source.below(last.end, node.column), [*gap, *lines])


def _outer(change: Append | Put, value: Any) -> Put:
    """The same, seen from one level further out: the whole list or map is put there."""
    return Put(change.route[:-1], str(change.route[-1]), value, change.after)


def _into_flow_list(source: Source, node: Node, change: Append) -> Splice:
    text = render.flow(change.value)
    if change.first:
        start = node.items[0].start
        return Splice(start, start, text + source.comma(start, start))
    last = node.items[len(node.items) - 1]
    return Splice(last.end, last.end, source.comma(last.start, last.end) + text)


def _put(source: Source, change: Put) -> Splice:
    node = source.top.at(change.route)
    if node is None or node.null:
        return _put(source, _outer(change, {change.key: change.value}))
    if node.kind != "map":
        raise CannotEdit("lines of 'key: value' are wanted there")
    if change.key in node.items:
        return _replace(source, node, change)
    if not node.items:
        inside = {change.key: change.value}
        return _open(source, node, _outer(change, inside)) if change.route else _inside(node, inside)
    if change.first:
        return _put_first(source, node, change)
    anchor = [key for key in node.keys if key in change.after or not set(change.after) & set(node.keys)][-1]
    end = node.items[anchor].end
    if node.flow:
        text = source.comma(node.keys[anchor][0], end) + render.flow({change.key: change.value})[1:-1]
        return Splice(end, end, text)
    lines = render.entry(change.key, change.value, node.column, source.list_indent)
    return source.insert(source.below(end, node.column), lines)


def _put_first(source: Source, node: Node, change: Put) -> Splice:
    start = next(iter(node.keys.values()))[0]
    if node.flow:
        text = render.flow({change.key: change.value})[1:-1]
        return Splice(start, start, text + source.comma(start, start))
    lines = render.entry(change.key, change.value, node.column, source.list_indent)
    return Splice(start, start, source.eol.join([*lines, " " * node.column])[node.column :])


def _open(source: Source, node: Node, change: Put) -> Splice:
    """The first entry of `[]` or `{}`: on lines below the key where such a value has lines, or in the brackets."""
    parent = source.top.at(change.route)
    assert parent is not None
    below = parent.kind == "map" and not parent.flow and not source.comment(node, node.start, node.end)
    if below and len(render.after_key(change.key, change.value, parent.column, source.list_indent)) > 1:
        return _replace(source, parent, change)
    return _inside(node, change.value)


def _inside(node: Node, value: Any) -> Splice:
    return Splice(node.start + 1, node.start + 1, render.flow(value)[1:-1])


def _replace(source: Source, parent: Node, change: Put) -> Splice:
    old, value = parent.items[change.key], change.value
    if isinstance(value, str) and old.style in ("'", '"'):
        return Splice(old.start, old.end, render.quoted(value, old.style))
    colon, end = source.colon(parent, change.key), source.line_end(old.end)
    if source.comment(old, *((colon, end) if old.on_lines else (old.start, old.end))):
        raise CannotEdit("there is a comment inside the value")
    if parent.flow:
        return Splice(old.start, old.end, " " * (old.start == old.end) + render.flow(value))
    lines = render.after_key(change.key, value, parent.column, source.list_indent)
    gap, tail = source.text[colon : old.start], source.text[old.end : end]
    if "#" in gap or (len(lines) == 1 and old.start < old.end and not old.on_lines):
        return Splice(old.start, old.end, render.one_line(value))
    return Splice(colon, end, source.eol.join([lines[0] + tail, *lines[1:]]))


def _drop(source: Source, change: Drop) -> Splice:
    node = source.top.at(change.route)
    if node is None or change.key not in node.keys:
        raise CannotEdit(f"there is no '{change.key}' there")
    (start, key_end), value = node.keys[change.key], node.items[change.key]
    before = max((item.end for item in node.items.values() if item.end < start), default=None)
    after = min((first for first, _ in node.keys.values() if first > start), default=None)
    if before is None and after is None and not node.flow:
        raise CannotEdit(f"'{change.key}' is the only key there")
    on_dash = source.text[source.line_start(start) : start].strip() and not node.flow
    if after and (node.flow or on_dash):
        splice = Splice(start, after, "")
    elif node.flow:
        splice = Splice(before or start, value.end, "")
    else:
        splice = source.without(start, source.below(value.end, node.column))
    if "#" in source.text[splice.start : start] or source.comment(value, key_end, splice.end):
        raise CannotEdit(f"there is a comment beside '{change.key}'")
    return splice


_PLAN: dict[type, Callable[[Source, Any], Splice]] = {Append: _append, Put: _put, Drop: _drop}


def diff(one: Edit, name: str) -> str:
    """The edit as a unified diff."""
    old, new = (data.decode("utf-8").splitlines(keepends=True) for data in (one.before, one.after))
    lines = difflib.unified_diff(old, new, f"a/{name}", f"b/{name}")
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)
