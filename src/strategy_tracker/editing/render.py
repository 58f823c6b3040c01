"""Plain values as YAML text that reads back as the same values: unquoted where that is safe, quoted where not."""

import re
import textwrap
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from strategy_tracker.files.check_text import Unreadable
from strategy_tracker.files.parse import read_tree
from strategy_tracker.model.unseen import UNSEEN

WIDTH = 110
"""Characters a line of a long text is folded to."""

_PLAIN = re.compile(r"[^\W_][^\n\r\t]*", re.UNICODE)
_BLOCK_MAPS = frozenset({"readings", "targets"})
"""Maps that have a line for each entry."""


class Unwritable(ValueError):
    """A text with a character that cannot stand in a data file."""


# on one line


def scalar(value: Any, *, flow: bool) -> str:
    """One value on one line; `flow` where brackets or braces are around it.

    Raises `Unwritable`.
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal | int):
        return f"{value:f}" if isinstance(value, Decimal) else str(value)
    text = _seen(str(value))
    wrap = "k: [%s]" if flow else "k: %s"
    if _PLAIN.fullmatch(text) and _reads(wrap % text, {"k": (text,) if flow else text}):
        return text
    return quoted(text, "'")


def quoted(text: str, style: str) -> str:
    """A text in the quotes its owner uses (`'` or `"`).

    Raises `Unwritable`.
    """
    if style == "'" and "\n" not in _seen(text) and "\t" not in text:
        return "'" + text.replace("'", "''") + "'"
    escaped = _seen(text).replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{escaped}"'


def _seen(text: str) -> str:
    unseen = UNSEEN.search(text)
    if unseen:
        raise Unwritable(f"the text has a character nobody can see (U+{ord(unseen[0]):04X})")
    return text


def _reads(text: str, tree: Mapping[str, Any]) -> bool:
    try:
        return read_tree(text.encode()) == tree
    except Unreadable:
        return False


def flow(value: Any) -> str:
    """A value on one line: `{value: 64, note: …}`, `[a, b]`."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_key(key, flow=True)}: {flow(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, tuple):
        return "[" + ", ".join(flow(inner) for inner in value) + "]"
    return scalar(value, flow=True)


def one_line(value: Any) -> str:
    """A value after `key: ` or `- ` in block style."""
    return flow(value) if isinstance(value, Mapping | tuple) else scalar(value, flow=False)


def _key(key: str, *, flow: bool = False) -> str:
    plain = "{%s: x}" if flow else "%s: x"
    return key if "\n" not in _seen(key) and _reads(plain % key, {key: "x"}) else quoted(key, "'")


# on lines


def entry(key: str, value: Any, indent: int, list_indent: int) -> list[str]:
    """The lines of `key: value` in block style, each with its indentation."""
    first, *rest = after_key(key, value, indent, list_indent)
    return [f"{' ' * indent}{_key(key)}:{first}", *rest]


def after_key(key: str, value: Any, indent: int, list_indent: int) -> list[str]:
    """What follows `key:` on its line, and the lines below it; `indent` is that of the key."""
    if isinstance(value, tuple) and any(isinstance(one, Mapping) for one in value):
        return ["", *(line for one in value for line in item(one, indent + list_indent, list_indent))]
    if isinstance(value, Mapping) and value and key in _BLOCK_MAPS:
        return ["", *mapping(value, indent + 2, list_indent)]
    if isinstance(value, str) and ("\n" in value or indent + len(key) + len(value) + 2 > WIDTH):
        return _block(_seen(value), indent + 2) or [f" {one_line(value)}"]
    return [f" {one_line(value)}"]


def _block(text: str, indent: int) -> list[str]:
    """A long text folded, or one of several lines as it is; nothing where that would change it."""
    if "\n" in text:
        head, lines = "|-", text.split("\n")
    else:
        head, lines = ">-", textwrap.wrap(text, max(WIDTH - indent, 40), break_long_words=False, break_on_hyphens=False)
    body = [" " * indent + line if line else "" for line in lines]
    kept = _reads("\n".join(["k:", f"{' ' * (indent - 1)}t: {head}", *body]), {"k": {"t": text}})
    return [f" {head}", *body] if kept else []


def mapping(value: Mapping[str, Any], indent: int, list_indent: int) -> list[str]:
    """The lines of a map in block style."""
    return [line for key, inner in value.items() for line in entry(key, inner, indent, list_indent)]


def item(value: Any, column: int, list_indent: int, *, as_flow: bool = False) -> list[str]:
    """The lines of one list item whose dash stands in `column`."""
    if as_flow or not value or not isinstance(value, Mapping):
        return [" " * column + "- " + one_line(value)]
    lines = mapping(value, column + 2, list_indent)
    return [" " * column + "- " + lines[0][column + 2 :], *lines[1:]]
