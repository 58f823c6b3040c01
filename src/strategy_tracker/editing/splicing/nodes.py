"""The values of a file as they stand in its text, and where lines go: what an edit is worked out on.

Offsets count characters from the beginning of the text, a byte order mark left out.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from strategy_tracker.diagnostics import Route

BOM = "\ufeff"
BREAK = re.compile("\r\n|\r|\n")
"""The line breaks of YAML 1.2. Python's `splitlines` knows more, which are text in YAML."""
_COLON = re.compile(r"\s*:")


class Splice(NamedTuple):
    """The characters from `start` to `end` give way to `text`, as change number `change` asks."""

    start: int
    end: int
    text: str
    change: int = -1


@dataclass(slots=True)
class Node:
    """A value in the text, from its first character to `end`, after the last of its own or of its last leaf.

    Comments and blank lines behind it do not count. Beside the way to what was asked for, only `start`, `end` and
    `column` of a list or map are known, not its `items`.
    """

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
        """The value that `route` leads to from here; None where there is none."""
        node: Node | None = self
        for step in route:
            node = node.items.get(step) if node else None
        return node

    def leaves(self) -> Iterator[tuple[int, int]]:
        """Give start and end of every text and every key in it, in the order of the file."""
        if self.kind == "text":
            yield self.start, self.end
        for key, item in self.items.items():
            if isinstance(key, str):
                yield self.keys[key]
            yield from item.leaves()


@dataclass(slots=True)
class Source:
    """The text of a file with its nodes, where each line starts, and how far its owner indents a list under a key."""

    text: str
    bom: bool
    starts: list[int]
    top: Node
    list_indent: int

    @property
    def eol(self) -> str:
        """The line break that ends the first line; a newline where there is only one line."""
        found = BREAK.search(self.text)
        return found[0] if found else "\n"

    def line_number(self, offset: int) -> int:
        """The number of the line that holds `offset`, from 1."""
        return bisect_right(self.starts, offset)

    def line_start(self, offset: int) -> int:
        """Where the line that holds `offset` begins."""
        return self.starts[self.line_number(offset) - 1]

    def line_end(self, offset: int) -> int:
        """Where the line that holds `offset` ends, before its line break."""
        end = self.next_line(offset)
        return max(end - last_break(self.text[max(end - 2, 0) : end]), offset)

    def next_line(self, offset: int) -> int:
        """Where the line after the one that holds `offset` begins; the end of the text if there is none."""
        number = self.line_number(offset)
        return self.starts[number] if number < len(self.starts) else len(self.text)

    def below(self, offset: int, column: int) -> int:
        """Where a new line goes after the value that ends at `offset`, in a list or map that stands in `column`.

        Comments on the next lines stay with the value where they are indented further than `column`: people write
        what they have to say of an item below it, and what they say of the next one in its own column.
        """
        place = self.next_line(offset)
        comment = re.compile(rf"[ ]{{{column + 1},}}#[^\r\n]*(?:\r\n|\r|\n|\Z)")
        while found := comment.match(self.text, place):
            place = found.end()
        return place

    def colon(self, parent: Node, key: str) -> int:
        """The place after the colon of a key; after the key itself where it has none, as in `{a, b: 1}`."""
        return after_colon(self.text, parent.keys[key][1])

    def comment(self, node: Node, start: int, end: int) -> bool:
        """Whether a comment stands between two places that have no text between them but `node`."""
        bare = ""
        for first, last in node.leaves():
            bare += self.text[start:first]
            if self.text[first : first + 1] in ("|", ">"):
                bare += self.text[first : self.line_end(first)]  # `key: | # like this`
            start = last
        return "#" in bare + self.text[start:end]

    def spaced(self, node: Node) -> bool:
        """Whether a blank line parts the last two items of a list."""
        if len(node.items) < 2:
            return False
        between = self.text[node.items[len(node.items) - 2].end : node.items[len(node.items) - 1].start]
        return any(not line.strip(" \t") for line in BREAK.split(between)[1:-1])

    def comma(self, start: int, end: int) -> str:
        """What parts a new entry in brackets from the one between two places: a new line where that one has its own."""
        before = self.text[self.line_start(start) : start]
        alone = not before.strip() and "#" not in self.text[end : self.line_end(end)]
        return f",{self.eol}{before}" if alone else ", "

    def insert(self, place: int, lines: list[str]) -> Splice:
        """The splice that writes lines before the line that begins at `place`, or behind the last one."""
        text = self.eol.join(lines)
        if place == len(self.text) and self.text[-1] not in "\r\n":
            return Splice(place, place, self.eol + text)
        return Splice(place, place, text + self.eol)


def after_colon(text: str, offset: int) -> int:
    """The place after the colon that is the next thing at `offset`; `offset` itself where something else is."""
    found = _COLON.match(text, offset)
    return found.end() if found else offset


def last_break(text: str) -> int:
    """How many characters the line break at the end of a text has."""
    return 2 if text.endswith("\r\n") else 1 if text.endswith(("\r", "\n")) else 0
