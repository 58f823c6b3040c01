"""What is to become of a file: many changes taken in one after the other, before any of them is written.

A list or map of the file that a change leads into has a draft: its entries, old and new, in the order they will
have. A change within something that the file does not hold yet is made in the value that will be written.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from strategy_tracker.diagnostics import Route
from strategy_tracker.editing.changes import Append, CannotEdit, Change, Drop, Put, Rename, Respell, changed, value_at
from strategy_tracker.editing.splicing.nodes import Node


@dataclass(slots=True, eq=False)
class EntryDraft:
    """An entry of a list or map: what it holds, where that stands in the file, and what becomes of it."""

    key: str = ""
    node: Node | None = None  # None: it is new
    held: Any = None
    fate: Literal["kept", "filled", "put", "respelt", "gone"] = "kept"  # filled: empty brackets get a first entry
    value: Any = None  # what it will hold if it is new, or not kept
    name: str = ""  # the key it will have
    draft: "NodeDraft | None" = None
    change: int = -1  # the number of the last change that was made here
    entered: bool = False  # whether a change leads into it
    as_flow: bool = False  # of a new item of a list: whether the one before it is a map in braces

    @property
    def now(self) -> Any:
        """What it will hold, where no change leads into it."""
        return self.held if self.node and self.fate == "kept" else self.value

    @property
    def in_braces(self) -> bool:
        """Whether it is a map in braces, or will be one as an item of a list."""
        if self.node:
            return self.node.flow and self.node.kind == "map"
        return isinstance(self.value, Mapping) and (self.as_flow or not self.value)


@dataclass(slots=True, eq=False)
class NodeDraft:
    """A list or map of the file with its entries as they will be; those of a map that go keep their place."""

    node: Node
    entries: list[EntryDraft] = field(default_factory=list)
    named: dict[str, EntryDraft] = field(default_factory=dict)  # of a map: the entries that it will have
    gone: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, node: Node, value: Any) -> "NodeDraft":
        """The draft of a list or map, of which nothing has changed yet."""
        if node.kind == "list":
            return cls(node, [EntryDraft(node=item, held=value[number]) for number, item in node.items.items()])
        entries = [EntryDraft(key, node.items[key], value.get(key), name=key) for key in node.keys]
        return cls(node, entries, {entry.key: entry for entry in entries})

    def take(self, change: Change, route: Route, number: int) -> None:
        """Take in a change of the list or map that `route` leads to from here; `number` is its place in the batch.

        Raises `CannotEdit` where there is none, or where one change takes away what another is made in.
        """
        if not route:
            (self._take_in_list if self.node.kind == "list" else self._take_in_map)(change, number)
            return
        entry = self._entry(route[0])
        if isinstance(change, Respell) and len(route) == 1:
            self._respell(entry, change, number)
            return
        if entry and entry.fate == "kept" and entry.node and entry.node.items:
            entry.draft = entry.draft or NodeDraft.of(entry.node, entry.held)
            entry.draft.take(change, route[1:], number)
        else:
            entry = self._take_in_value(entry, change, route, number)
        entry.entered = True

    def _entry(self, step: str | int) -> EntryDraft | None:
        """The entry that a step leads to; None for a key that the map does not have."""
        if isinstance(step, int) and self.node.kind == "list" and 0 <= step < len(self.entries):
            return self.entries[step]
        if isinstance(step, int) or self.node.kind == "list":
            raise CannotEdit("there is nothing at that place")
        if step in self.gone and step not in self.named:
            raise CannotEdit(f"another change takes '{step}' away")
        return self.named.get(step)

    def _take_in_value(self, entry: EntryDraft | None, change: Change, route: Route, number: int) -> EntryDraft:
        """Make a change within what is written anew; the entry that holds it."""
        value, inner = entry.now if entry else None, change._replace(route=route[1:])
        if isinstance(inner, Drop | Rename) and inner.key not in (value_at(value, inner.route) or ()):
            raise CannotEdit(f"there is no '{inner.key}' there")
        if isinstance(inner, Respell) and value_at(value, inner.route) != inner.text:
            raise CannotEdit(f"there is no '{inner.text}' there")
        made: Any = changed(value, inner)
        if entry is None:
            assert isinstance(change, Append | Put), "what is not there holds no key"
            return self._insert(str(route[0]), made, number, change.after)
        if entry.node and entry.fate == "kept":
            if entry.node.null and self.node.kind == "list":
                raise CannotEdit("lines of 'key: value' are wanted there")
            entry.fate = "put" if entry.node.null else "filled"
        entry.value, entry.change = made, number
        return entry

    def _take_in_list(self, change: Change, number: int) -> None:
        if not isinstance(change, Append):
            raise CannotEdit("lines of 'key: value' are wanted there")
        new = EntryDraft(value=change.value, change=number, as_flow=self.entries[-1].in_braces)
        self.entries.insert(0 if change.first else len(self.entries), new)

    def _take_in_map(self, change: Change, number: int) -> None:
        if isinstance(change, Append | Respell):
            raise CannotEdit("a list is wanted there" if isinstance(change, Append) else "a text is wanted there")
        entry = self.named.get(change.key)
        if isinstance(change, Put):
            if entry is None:
                self._insert(change.key, change.value, number, change.after, first=change.first)
            else:
                same = entry.held is not None and repr(entry.held) == repr(change.value)
                entry.fate, entry.value, entry.draft, entry.entered = (
                    "kept" if same else "put",
                    change.value,
                    None,
                    False,
                )
                entry.change = number
        elif entry is None:
            raise CannotEdit(f"there is no '{change.key}' there")
        elif isinstance(change, Drop):
            self._drop(entry, number)
        else:
            self._rename(entry, change.name, number)

    def _insert(self, name: str, value: Any, number: int, after: Sequence[str], *, first: bool = False) -> EntryDraft:
        """A new entry of a map, before all others, after the last of `after` that there is, or at the end."""
        entry = self.named[name] = EntryDraft(name, value=value, name=name, change=number)
        anchors = [self.named[key] for key in after if key in self.named and key != name]
        stays = (n for n in reversed(range(len(self.entries))) if self.entries[n].fate != "gone")
        last = max(map(self.entries.index, anchors)) if anchors else next(stays, len(self.entries) - 1)
        self.entries.insert(0 if first else last + 1, entry)
        return entry

    def _drop(self, entry: EntryDraft, number: int) -> None:
        if entry.entered:
            raise CannotEdit(f"another change is made within '{entry.name}'")
        del self.named[entry.name]
        if entry.node:
            self.gone.add(entry.name)
            entry.fate, entry.change, entry.name = "gone", number, entry.key
        else:
            self.entries.remove(entry)

    def _rename(self, entry: EntryDraft, name: str, number: int) -> None:
        if name in self.named:
            raise CannotEdit(f"there is a '{name}' there")
        del self.named[entry.name]
        self.named[name], entry.name, entry.change = entry, name, number

    def _respell(self, entry: EntryDraft | None, change: Respell, number: int) -> None:
        if entry is None or entry.draft or entry.now != change.text:
            raise CannotEdit(f"there is no '{change.text}' there")
        if entry.node and entry.fate == "kept":
            entry.fate = "respelt"
        entry.value, entry.change = change.right, number
