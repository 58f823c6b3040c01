"""Plain values as YAML text that reads back as the same values: unquoted where that is safe, quoted where not."""

import re
import textwrap
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from strategy_tracker.store.read import Unreadable, read_tree

WIDTH = 110
"""Characters a line of a long text is folded to."""

_PLAIN = re.compile(r"[^\W_][^\n\r\t]*", re.UNICODE)


def scalar(value: Any, *, flow: bool) -> str:
    """One value on one line; `flow` where brackets or braces are around it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return f"{value:f}"
    text = str(value)
    for candidate in (text, _single(text), _double(text)):
        if candidate and _reads_back(candidate, text, flow):
            return candidate
    raise ValueError(f"no way to write {text!r}")


def quoted(text: str, style: str) -> str:
    """A text in the quotes its owner uses (`'` or `"`)."""
    return _single(text) or _double(text) if style == "'" else _double(text)


def _single(text: str) -> str:
    return "" if "\n" in text else "'" + text.replace("'", "''") + "'"


def _double(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{escaped}"'


def _reads_back(candidate: str, text: str, flow: bool) -> bool:
    if candidate == text and not _PLAIN.fullmatch(text):
        return False
    try:
        tree = read_tree((f"k: [{candidate}]" if flow else f"k: {candidate}").encode())
    except Unreadable:
        return False
    return tree == {"k": (text,) if flow else text}


def flow(value: Any) -> str:
    """A value on one line: `{value: 64, note: …}`, `[a, b]`."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_key(key, flow=True)}: {flow(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, tuple):
        return "[" + ", ".join(flow(inner) for inner in value) + "]"
    return scalar(value, flow=True)


def _key(key: str, *, flow: bool = False) -> str:
    for candidate in (key, _single(key)):
        try:
            text = f"{{{candidate}: x}}" if flow else f"{candidate}: x"
            if read_tree((f"k: {text}" if flow else text).encode()) == ({"k": {key: "x"}} if flow else {key: "x"}):
                return candidate
        except Unreadable:
            continue
    return _double(key)


def entry(key: str, value: Any, indent: int, list_indent: int) -> list[str]:
    """The lines of `key: value` in block style, each with its indentation."""
    pad = " " * indent
    if isinstance(value, tuple) and any(isinstance(item, Mapping) for item in value):
        lines = [f"{pad}{_key(key)}:"]
        for one in value:
            lines += item(one, indent + list_indent, list_indent)
        return lines
    if isinstance(value, Mapping) and key in _BLOCK_MAPS:
        return [f"{pad}{_key(key)}:", *mapping(value, indent + 2, list_indent)]
    if isinstance(value, str) and len(pad) + len(key) + len(value) + 2 > WIDTH:
        folded = _folded(value, indent + 2)
        if folded:
            return [f"{pad}{_key(key)}: >-", *folded]
    return [f"{pad}{_key(key)}: {one_line(value)}"]


def one_line(value: Any) -> str:
    """A value after `key: ` or `- ` in block style."""
    return flow(value) if isinstance(value, Mapping | tuple) else scalar(value, flow=False)


_BLOCK_MAPS = frozenset({"readings", "targets"})
"""Maps that have a line for each entry."""


def _folded(text: str, indent: int) -> list[str]:
    """The lines of a folded text, or none where folding would change it."""
    lines = textwrap.wrap(text, WIDTH - indent, break_long_words=False, break_on_hyphens=False)
    body = [" " * indent + line for line in lines]
    try:
        tree = read_tree("\n".join(["k:", " " * max(indent - 2, 1) + "t: >-", *body]).encode())
    except Unreadable:
        return []
    return body if tree == {"k": {"t": text}} else []


def mapping(value: Mapping[str, Any], indent: int, list_indent: int) -> list[str]:
    """The lines of a map in block style."""
    return [line for key, inner in value.items() for line in entry(key, inner, indent, list_indent)]


def item(value: Any, column: int, list_indent: int, *, as_flow: bool = False) -> list[str]:
    """The lines of one list item whose dash stands in `column`."""
    if as_flow or not isinstance(value, Mapping):
        return [" " * column + "- " + one_line(value)]
    lines = mapping(value, column + 2, list_indent)
    return [" " * column + "- " + lines[0][column + 2 :], *lines[1:]]
