"""Plain values as the YAML that a person would type for them: no quotes where they read back the same without.

Whether they do is not guessed by rules of YAML but tried: every text is read by the strict reader before it is written.
"""

import re
import textwrap
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from strategy_tracker.files.parsing.check_text import Unreadable
from strategy_tracker.files.parsing.number_like import is_number_to_others
from strategy_tracker.files.parsing.parse import read_tree
from strategy_tracker.model.names.unseen import UNSEEN

WIDTH = 110
"""Characters a line of a long text is folded to."""

_PLAIN = re.compile(r"[^\W_][^\n\r\t]*", re.UNICODE)
"""Texts that may do without quotes: what begins with a letter or a digit begins with no indicator of YAML 1.2, 5.3."""
_BLOCK_MAPS = frozenset({"forecasts", "readings", "targets"})
"""Maps that people write with a line for each entry, so that a new one is a line of its own in a diff."""


class Unwritable(ValueError):
    """A text with a character that no data file may hold, because nobody can see it."""


# on one line


def scalar(value: Any, *, flow: bool) -> str:
    """A text, a number, or true or false on one line; `flow` says that brackets or braces are around it.

    Raises `Unwritable`, as all that follow do.
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal | int):
        return f"{value:f}" if isinstance(value, Decimal) else str(value)
    text = _seen(str(value))
    wrap = "k: [%s]" if flow else "k: %s"
    if (
        _PLAIN.fullmatch(text)
        and not is_number_to_others(text)
        and _reads(wrap % text, {"k": (text,) if flow else text})
    ):
        return text
    return quoted(text, "'")


def quoted(text: str, style: str) -> str:
    """A text in the quotes that `style` names, `'` or `"`; in double ones where only these can hold it."""
    if style == "'" and "\n" not in _seen(text) and "\t" not in text:
        return "'" + text.replace("'", "''") + "'"
    escaped = _seen(text).replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{escaped}"'


def _seen(text: str) -> str:
    """The same text, all of which can be seen."""
    unseen = UNSEEN.search(text)
    if unseen:
        raise Unwritable(f"the text has a character nobody can see (U+{ord(unseen[0]):04X})")
    return text


def _reads(text: str, tree: Mapping[str, Any]) -> bool:
    """Whether a text is the YAML of this tree."""
    try:
        return read_tree(text.encode()) == tree
    except Unreadable:
        return False


def flow(value: Any) -> str:
    """A value on one line, inside brackets or braces or with its own: `{value: 64, note: …}`, `[a, b]`."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_key(key, flow=True)}: {flow(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, tuple):
        return "[" + ", ".join(flow(inner) for inner in value) + "]"
    return scalar(value, flow=True)


def one_line(value: Any) -> str:
    """A value on the line of its `key: ` or `- `, which no brackets are around."""
    return flow(value) if isinstance(value, Mapping | tuple) else scalar(value, flow=False)


def _key(key: str, *, flow: bool = False) -> str:
    plain = "{%s: x}" if flow else "%s: x"
    return key if "\n" not in _seen(key) and _reads(plain % key, {key: "x"}) else quoted(key, "'")


# on lines


def entry(key: str, value: Any, indent: int, list_indent: int) -> list[str]:
    """The lines of `key: value`, each indented; `list_indent` says how far a list stands in from its key."""
    first, *rest = after_key(key, value, indent, list_indent)
    return [f"{' ' * indent}{_key(key)}:{first}", *rest]


def after_key(key: str, value: Any, indent: int, list_indent: int) -> list[str]:
    """What follows `key:` on its line, and then the lines below it; `indent` is that of the key."""
    if isinstance(value, tuple) and any(isinstance(one, Mapping) for one in value):
        return ["", *(line for one in value for line in item(one, indent + list_indent, list_indent))]
    if isinstance(value, tuple) and len(flow(value)) > WIDTH and all(isinstance(one, str) for one in value):
        column = indent + list_indent
        return ["", *(line for one in value for line in _text_item(one, column))]
    if isinstance(value, Mapping) and value and key in _BLOCK_MAPS:
        return ["", *mapping(value, indent + 2, list_indent)]
    if isinstance(value, str) and ("\n" in value or indent + len(key) + len(value) + 2 > WIDTH):
        return _block(_seen(value), indent + 2) or [f" {one_line(value)}"]
    return [f" {one_line(value)}"]


def _text_item(text: str, column: int) -> list[str]:
    """The lines of a text in a list that is too long for one line; a long one is folded."""
    first, *rest = (_block(_seen(text), column + 2) if len(text) + column > WIDTH else []) or [f" {one_line(text)}"]
    return [f"{' ' * column}-{first}", *rest]


def _block(text: str, indent: int) -> list[str]:
    """What follows the key of a long text, folded, or of one with several lines, as it is.

    Nothing where that would change the text, as it does to blanks at the ends of its lines.
    """
    if "\n" in text:
        head, lines = "|-", text.split("\n")
    else:
        head, lines = ">-", textwrap.wrap(text, max(WIDTH - indent, 40), break_long_words=False, break_on_hyphens=False)
    body = [" " * indent + line if line else "" for line in lines]
    kept = _reads("\n".join(["k:", f"{' ' * (indent - 1)}t: {head}", *body]), {"k": {"t": text}})
    return [f" {head}", *body] if kept else []


def mapping(value: Mapping[str, Any], indent: int, list_indent: int) -> list[str]:
    """The lines of a map that has one or more for each entry."""
    return [line for key, inner in value.items() for line in entry(key, inner, indent, list_indent)]


def item(value: Any, column: int, list_indent: int, *, as_flow: bool = False) -> list[str]:
    """The lines of an item of a list whose dash stands in `column`; `as_flow` wants a map in braces."""
    if as_flow or not value or not isinstance(value, Mapping):
        return [" " * column + "- " + one_line(value)]
    lines = mapping(value, column + 2, list_indent)
    return [" " * column + "- " + lines[0][column + 2 :], *lines[1:]]
