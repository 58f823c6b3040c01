"""The text that a draft asks for: what is replaced, taken out and put in, with everything else left where it is."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile
from typing import Any

from strategy_tracker.editing import render
from strategy_tracker.editing.changes import CannotEdit
from strategy_tracker.editing.splicing.draft import EntryDraft, NodeDraft
from strategy_tracker.editing.splicing.nodes import Node, Source, Splice


@dataclass(slots=True)
class Splicer:
    """Works out the splices of one reading of a file; `change` is the number of the change it is at."""

    source: Source
    change: int = -1

    def of(self, draft: NodeDraft) -> Iterator[Splice]:
        """Give the splices of a list or map and of all that is in it; of two at one place, the first stands first.

        Raises `CannotEdit` where a comment would be lost or a map on lines left without a key, and `Unwritable`.
        """
        for splice in self._in_list(draft) if draft.node.kind == "list" else self._in_map(draft):
            yield splice if splice.change >= 0 else splice._replace(change=self.change)

    def _in_entry(self, parent: Node, entry: EntryDraft, node: Node) -> Iterator[Splice]:
        """Give the splices of an entry that the file holds and keeps: of its key, and of its value."""
        if entry.draft:
            yield from self.of(entry.draft)
        self.change = entry.change
        if entry.name != entry.key:
            yield self._respelt(*parent.keys[entry.key], entry.key, entry.name)
        if entry.fate == "filled":
            yield self._filled(parent, entry, node)
        elif entry.fate == "put":
            yield self._replaced(parent, entry, node)
        elif entry.fate == "respelt":
            yield self._respelt(node.start, node.end, entry.held, entry.value)

    # lists

    def _in_list(self, draft: NodeDraft) -> Iterator[Splice]:
        node, at_end = draft.node, False
        write = self._item_in_brackets if node.flow else self._item_on_lines
        for entry in draft.entries:
            if entry.node:
                at_end = True
                yield from self._in_entry(node, entry, entry.node)
            else:
                self.change = entry.change
                yield write(node, entry, at_end)

    def _item_on_lines(self, node: Node, entry: EntryDraft, at_end: bool) -> Splice:
        source, last = self.source, node.items[len(node.items) - 1]
        lines = render.item(entry.value, node.column, source.list_indent, as_flow=entry.as_flow)
        gap = [""] if source.spaced(node) else []
        if at_end:
            return source.insert(source.below(last.end, node.column), [*gap, *lines])
        text = source.eol.join([*lines, *gap, " " * node.column])
        return Splice(node.start, node.start, text[node.column :])

    def _item_in_brackets(self, node: Node, entry: EntryDraft, at_end: bool) -> Splice:
        text, start, last = render.flow(entry.value), node.items[0].start, node.items[len(node.items) - 1]
        if at_end:
            return Splice(last.end, last.end, self.source.comma(last.start, last.end) + text)
        return Splice(start, start, text + self.source.comma(start, start))

    # maps

    def _in_map(self, draft: NodeDraft) -> Iterator[Splice]:
        node, old = draft.node, [entry for entry in draft.entries if entry.node]
        if not old:  # the whole file is `{}`
            self.change = max((entry.change for entry in draft.entries), default=-1)
            yield self._inside(node, {entry.name: entry.value for entry in draft.entries})
            return
        if not draft.named and not node.flow:
            last = max(old, key=lambda entry: entry.change)
            self.change = last.change
            raise CannotEdit(f"'{last.key}' is the only key there")
        beside = self._beside(node, old)
        yield from self._taken_out(node, old, beside)
        anchor, passed, added = "", 0, 0
        for entry in draft.entries:
            if entry.node:
                yield from self._in_entry(node, entry, entry.node)
                if entry.fate != "gone" or passed >= beside:
                    anchor = entry.key
                passed += 1
            else:
                self.change = entry.change
                yield self._key_after(node, entry, anchor) if anchor else self._key_before(node, entry, old, added)
                added += 1

    def _beside(self, node: Node, old: list[EntryDraft]) -> int:
        """How many entries, from the first on, go without their line, because something else stands on it."""
        if node.flow:
            return len(old)
        start = node.keys[old[0].key][0]
        on_dash = bool(self.source.text[self.source.line_start(start) : start].strip())
        return sum(1 for _ in takewhile(lambda entry: entry.fate == "gone", old)) if on_dash else 0

    def _taken_out(self, node: Node, old: list[EntryDraft], beside: int) -> Iterator[Splice]:
        """Give the splices that take out what goes: lines, or up to the next entry where other things are on them."""
        source, last = self.source, max((n for n, entry in enumerate(old) if entry.fate != "gone"), default=-1)
        for n, entry in enumerate(old):
            if entry.fate != "gone":
                continue
            self.change, value = entry.change, node.items[entry.key]
            start, key_end = node.keys[entry.key]
            if n >= beside:
                splice = Splice(source.line_start(start), source.below(value.end, node.column), "")
            elif n + 1 < len(old) and (n < last or last < 0):
                splice = Splice(start, node.keys[old[n + 1].key][0], "")
            else:
                splice = Splice(start if last < 0 else node.items[old[n - 1].key].end, value.end, "")
            if "#" in source.text[splice.start : start] or source.comment(value, key_end, splice.end):
                raise CannotEdit(f"there is a comment beside '{entry.key}'")
            yield splice

    def _key_after(self, node: Node, entry: EntryDraft, anchor: str) -> Splice:
        """A new key after one that is there, or was: its line tells where."""
        source, end = self.source, node.items[anchor].end
        if node.flow:
            text = source.comma(node.keys[anchor][0], end) + render.flow({entry.name: entry.value})[1:-1]
            return Splice(end, end, text)
        lines = render.entry(entry.name, entry.value, node.column, source.list_indent)
        return source.insert(source.below(end, node.column), lines)

    def _key_before(self, node: Node, entry: EntryDraft, old: list[EntryDraft], added: int) -> Splice:
        """A new key before all that are there; the first of them may go, or all of them."""
        source, start = self.source, node.keys[old[0].key][0]
        lines = render.entry(entry.name, entry.value, node.column, source.list_indent)
        place, text, gap = start, source.eol.join(lines)[node.column :], source.eol + " " * node.column
        if node.flow:
            text, gap = render.flow({entry.name: entry.value})[1:-1], source.comma(start, start)
        elif not source.text[source.line_start(start) : start].strip():
            return source.insert(source.line_start(start), lines)
        if any(entry.fate != "gone" for entry in old):
            return Splice(place, place, text + gap)
        return Splice(place, place, (gap if added else "") + text)

    # values

    def _filled(self, parent: Node, entry: EntryDraft, node: Node) -> Splice:
        """The first entry of `[]` or `{}`: on lines below the key where such a value has lines, or in the brackets."""
        below = parent.kind == "map" and not parent.flow and not self.source.comment(node, node.start, node.end)
        if below and len(render.after_key(entry.name, entry.value, parent.column, self.source.list_indent)) > 1:
            return self._replaced(parent, entry, node)
        return self._inside(node, entry.value)

    def _inside(self, node: Node, value: Any) -> Splice:
        return Splice(node.start + 1, node.start + 1, render.flow(value)[1:-1])

    def _replaced(self, parent: Node, entry: EntryDraft, node: Node) -> Splice:
        source, value = self.source, entry.value
        if isinstance(value, str) and node.style in ("'", '"'):
            return Splice(node.start, node.end, render.quoted(value, node.style))
        colon, end = source.colon(parent, entry.key), source.line_end(node.end)
        if source.comment(node, *((colon, end) if node.on_lines else (node.start, node.end))):
            raise CannotEdit("there is a comment inside the value")
        if parent.flow:
            return Splice(node.start, node.end, " " * (node.start == node.end) + render.flow(value))
        lines = render.after_key(entry.name, value, parent.column, source.list_indent)
        gap, tail = source.text[colon : node.start], source.text[node.end : end]
        if "#" in gap or (len(lines) == 1 and node.start < node.end and not node.on_lines):
            return Splice(node.start, node.end, render.one_line(value))
        return Splice(colon, end, source.eol.join([lines[0] + tail, *lines[1:]]))

    def _respelt(self, start: int, end: int, old: str, new: str) -> Splice:
        """A key or a text written in another way, in the quotes that it has; the same one, in quotes of ours."""
        typed = self.source.text[start:end]
        if typed == old == new:
            return Splice(start, end, render.quoted(new, "'"))
        if old not in typed:
            raise CannotEdit(f"the way '{old}' is written does not allow a safe edit")
        return Splice(start, end, typed.replace(old, new, 1))
