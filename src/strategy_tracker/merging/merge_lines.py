"""Three versions of the lines of a map or list to one, made of the lines that people wrote.

What one side changed is taken over with its comments; what both changed is merged inside; what cannot be is left
between conflict markers.
"""

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from strategy_tracker.merging.edit_one_entry import edited, torn
from strategy_tracker.merging.match_items import MISSING, MissingValue, Name, rows_of_maps, same
from strategy_tracker.merging.split_lines import Block, EntryLines, Lines, NotOnLines, block
from strategy_tracker.merging.three_way import at, former, gathered, rows_of, three_way

_MARKER = re.compile(r"---|\.\.\.")
"""Where a document begins or ends; the one of ours is enough."""


class Clash(NamedTuple):
    """Lines of both sides that cannot stand together, and what they are about: the item and the field."""

    ours: Lines
    theirs: Lines
    item: str
    field: str


Marked = list[str | Clash]


class MergedLines(NamedTuple):
    """Merged lines, and the value they have where every clash is settled as ours, and as theirs."""

    lines: Marked
    ours: Any
    theirs: Any


class ThreeVersions(NamedTuple):
    """The same thing in three versions: its block of lines and its value in each."""

    base: Block
    ours: Block
    theirs: Block
    values: tuple[Any, Any, Any]

    def rows(self) -> Any:
        """Its entries side by side; keys without a value are entries too."""
        rows = rows_of(*self.values)
        if rows is None or self.ours.kind == "list":
            return rows
        return rows_of_maps(*([str(key) for key in one.entries] for one in (self.base, self.ours, self.theirs)))


def settled(lines: Marked, side: int) -> Lines:
    """The lines with every clash settled as ours (0) or theirs (1)."""
    out: Lines = []
    for line in lines:
        out += [line] if isinstance(line, str) else line[side]
    return out


def merge_blocks(three: ThreeVersions, item: str) -> MergedLines | None:
    """The merged lines of a map or list in the column of ours; None where its entries cannot be merged one by one.

    `item` is the id of the nearest item around it.
    """
    rows = three.rows()
    if rows is None:
        return None
    column, (_, ours, theirs) = three.ours.column, three.values
    three = three._replace(base=three.base.moved(column), theirs=three.theirs.moved(column))
    lines: Marked = [*_remarks(three.base.head, three.ours.head, three.theirs.head)]
    parts = []
    for row in rows:
        entries = tuple(side.entries.get(name) for side, name in zip(three[:3], row, strict=True))
        values = tuple(at(value, name) for value, name in zip(_aligned(three.values), row, strict=True))
        part = _Row(three, row.name, entries, values, item).merged()
        lines += part.lines
        parts.append((row.name, part))
    lines += _remarks(three.base.tail, three.ours.tail, three.theirs.tail)
    like = ours if isinstance(ours, dict | tuple) else theirs
    return MergedLines(
        lines,
        gathered(like, [(name, part.ours) for name, part in parts]),
        gathered(like, [(name, part.theirs) for name, part in parts]),
    )


def _aligned(values: tuple[Any, Any, Any]) -> tuple[Any, Any, Any]:
    base, ours, theirs = values
    return former(base, ours), ours, theirs


def _remarks(base: Lines, ours: Lines, theirs: Lines) -> Lines:
    """Comments and blank lines of both sides; where both changed them, those of ours and what theirs added."""
    if ours in (base, theirs):
        return theirs
    if theirs == base:
        return ours
    new = [line for line in theirs if line.strip() and line not in base and line not in ours]
    return ours + [line[line.find("#") :] if _MARKER.match(line) else line for line in new if "#" in line]


class _Row(NamedTuple):
    """One entry in three versions."""

    three: ThreeVersions
    name: Name
    entries: tuple[EntryLines | None, ...]
    values: tuple[Any, ...]
    item: str

    def merged(self) -> MergedLines:
        """Its lines after the merge."""
        base, ours, theirs = self.entries
        if ours is None and theirs is None:
            return MergedLines([], MISSING, MISSING)
        if ours is None or theirs is None:
            return self.one_sided(base, ours or theirs or EntryLines(), 1 if ours else 2)
        old = base or EntryLines()
        lead = _remarks(old.lead, ours.lead, theirs.lead)
        if theirs.body in (ours.body, old.body):
            return self.whole([*lead, *ours.body], self.values[1])
        if ours.body == old.body:
            return self.whole([*lead, *theirs.body], self.values[2])
        part = self.inside(old, ours, theirs) or self.in_place(old, ours, theirs) or self.clash()
        return part._replace(lines=[*lead, *part.lines])

    @staticmethod
    def whole(lines: Lines, value: Any) -> MergedLines:
        """Lines of one side."""
        return MergedLines([*lines], value, value)

    def one_sided(self, base: EntryLines | None, entry: EntryLines, side: int) -> MergedLines:
        """An entry that only one side has: it was added there, or deleted on the other side."""
        was, value, other = self.values[0], self.values[side], self.values[3 - side]
        if base is None or (same(was, other) and not same(was, value)):
            return self.whole([*entry.lead, *entry.body], value)
        if same(was, value) and not self.remarked(base, entry):
            return self.whole([], MISSING)
        part = self.clash()
        return part._replace(lines=[*entry.lead, *part.lines])

    def remarked(self, base: EntryLines, entry: EntryLines) -> bool:
        """Whether somebody added a comment to an entry."""
        block = self.three.ours
        old, new = (block.comments([*one.lead, *one.body]) for one in (base, entry))
        return bool(_more(new, old))

    def clash(self) -> MergedLines:
        """Both versions, each as it is."""
        _, ours, theirs = self.entries
        field = str(self.name) if self.three.ours.kind == "map" else ""
        return MergedLines(
            [Clash(ours.body if ours else [], theirs.body if theirs else [], self.known_as(), field)], *self.values[1:]
        )

    def known_as(self) -> str:
        """The id of the entry, or of the item it is in."""
        for value in self.values:
            if isinstance(value, dict) and isinstance(value.get("id"), str):
                return str(value["id"])
        return self.item

    def inside(self, base: EntryLines, ours: EntryLines, theirs: EntryLines) -> MergedLines | None:
        """An entry whose value has lines on both sides, merged line group by line group; None where it has not."""
        if not ours.kind or ours.kind != theirs.kind or bool(ours.inner) != bool(theirs.inner):
            return None
        block_ = self.three.ours
        try:
            inner = [block(block_.inside(one)) for one in (ours, theirs)]
            old = block(block_.inside(base)) if base.kind == ours.kind else None
        except NotOnLines:
            return None
        if old is None and not _nothing(self.values[0]):
            return None
        three = ThreeVersions(old or Block(ours.kind, inner[0].column), inner[0], inner[1], self.values)
        part = merge_blocks(three, self.known_as())
        if part is None:
            return None
        heads = [one.body[: one.inner] for one in (base if old else EntryLines(), ours, theirs)]
        lines = self.headed(heads, part.lines, bool(ours.inner))
        return self.proved(MergedLines(lines, part.ours, part.theirs))

    def headed(self, heads: list[Lines], inner: Marked, below: bool) -> Marked:
        """Merged lines with the line of their key above, or their dash before the first."""
        base, ours, theirs = heads
        block_ = self.three.ours
        if below:
            head = theirs if ours == base else ours
            said = [] if theirs in (head, base) else block_.comments(theirs)
            lost = _more(said, [*block_.comments(base), *block_.comments(ours)])
            return [*(" " * block_.column + comment for comment in lost), *head, *inner]
        for n, line in enumerate(inner):
            if isinstance(line, Clash):
                break
            if line.strip() and not line.lstrip().startswith("#"):
                dashed = f"{line[: block_.column]}-{line[block_.column + 1 :]}"
                return [*inner[:n], dashed, *inner[n + 1 :]]
        return [" " * block_.column + "-", *inner]

    def in_place(self, base: EntryLines, ours: EntryLines, theirs: EntryLines) -> MergedLines | None:
        """An entry in the words of one side, with what the other changed put in; None where both changed one thing."""
        merged = three_way(*self.values)
        if torn(merged):
            return None
        block_ = self.three.ours
        sides = [(ours, self.values[1]), (theirs, self.values[2])]
        if same(self.values[0], self.values[2]) and not same(merged, self.values[2]):
            sides.reverse()  # they changed only how it is written
        bodies = [edited(block_, self.name, entry.body, value, merged) for entry, value in sides]
        made = sorted((body for body in bodies if body), key=lambda body: not block_.in_order(self.name, body, merged))
        if not made:
            return None
        written = [comment for one in (ours, theirs) for comment in block_.comments(one.body)]
        lost = _more(dict.fromkeys(written), [*block_.comments(made[0]), *block_.comments(base.body)])
        lines = [" " * block_.column + comment for comment in lost]
        return self.proved(self.whole([*lines, *made[0]], merged))

    def proved(self, part: MergedLines) -> MergedLines | None:
        """The part if its lines say what they should, whichever way its clashes are settled."""
        block_ = self.three.ours
        sides = enumerate((part.ours, part.theirs))
        return part if all(block_.says(self.name, settled(part.lines, n), value) for n, value in sides) else None


def _nothing(value: Any) -> bool:
    return isinstance(value, MissingValue) or value in ({}, ())


def _more(new: Sequence[str] | dict[str, None], old: Sequence[str]) -> Lines:
    return [line for line in new if line not in old]
