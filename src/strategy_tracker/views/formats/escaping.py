"""Escaping for HTML, SVG and Markdown: a plain text is always made harmless, only what is markup already is not."""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any

from markupsafe import Markup

from strategy_tracker.model.colour import Colour
from strategy_tracker.model.names.unseen import UNSEEN
from strategy_tracker.views.directions import LEFTWARD, Run, is_leftward, isolated, runs
from strategy_tracker.views.sheet import MARKS
from strategy_tracker.views.text import one_line, visible

_VOID = frozenset({"meta", "img"})
_LINES = frozenset(["caption", "dd", "dt", "figcaption", "h1", "h2", "h3", "h4", "li", "p", "summary", "td", "th"])
"""Elements that are a line of their own: `dir` says so where their text runs from right to left."""

_READ = frozenset(["alt", "aria-label", "data-label", "title"])
"""Attributes that people read; the others are data."""

_SPECIAL = re.compile(f'[&<>"{LEFTWARD.pattern[1:-1]}{UNSEEN.pattern[1:]}').search
_HARMLESS = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;", ord('"'): "&quot;"}
"""Attributes always stand in double quotes, so that an apostrophe does no harm."""


def escape_text(part: Any) -> Any:
    """Escapes a plain text for the inside of an element; what is markup already, or no text, stays.

    What runs from right to left is isolated, so that it does not turn what is beside it.
    """
    if not isinstance(part, str) or isinstance(part, Markup) or _SPECIAL(part) is None:
        return part
    safe = visible(part).translate(_HARMLESS)
    parts = runs(safe) if is_leftward(safe) else ()
    return Markup("".join(map(_isolate, parts)) if len(parts) > 1 else safe)  # noqa: S704 - it is escaped


def _isolate(run: Run) -> str:
    return f"<bdi>{run.text}</bdi>" if run.leftward else run.text


def escape_html(part: str) -> Markup:
    """Escapes a plain text for where no element may stand, as in an attribute or a title: Unicode isolates it."""
    safe = part if _SPECIAL(part) is None else isolated(visible(part)).translate(_HARMLESS)
    return Markup(safe)  # noqa: S704 - it is escaped


def tag(element: str, /, *inside: str, **attributes: str | None) -> Markup:
    """Writes an element. Plain texts inside it and in attributes are escaped; `class_` is `class`, None leaves one out.

    Underlines in the names of attributes are hyphens.
    """
    if element in _VOID:
        return Markup(start(element, **attributes))  # noqa: S704 - it is escaped
    if element in _LINES and any(is_leftward(part) for part in inside if not isinstance(part, Markup)):
        if len(inside) == 1:
            return Markup(within(start(element, **attributes), inside[0], f"</{element}>"))  # noqa: S704
        attributes["dir"] = "auto"
    write = plain_text if element == "title" else text
    return Markup(f"{start(element, **attributes)}{''.join(map(write, inside))}</{element}>")  # noqa: S704


@lru_cache(maxsize=4096)
def start(element: str, **attributes: str | None) -> str:
    """Writes the start tag of an element; remembered, because a page has a few kinds of them, many times."""
    written = [element]
    for key, value in attributes.items():
        if value is not None:
            name = key.rstrip("_").replace("_", "-")
            written.append(f'{name}="{_in_attribute(name, value)}"')
    return f"<{' '.join(written)}>"


def text(part: str) -> str:
    """Escapes a plain text; markup stays as it is."""
    return part if isinstance(part, Markup) else _harmless(part)


def _harmless(part: str) -> str:
    if _SPECIAL(part) is None:
        return part
    safe = visible(part).translate(_HARMLESS)
    return "".join(map(_isolate, runs(safe))) if is_leftward(safe) else safe


def within(begin: str, part: str, end: str) -> str:
    """Writes a text that is all there is between two tags, and says in the first where it may run from right to left.

    `dir="auto"` goes by the first letter that is not isolated, so a text that runs one way as a whole is not.
    """
    if not is_leftward(part):
        return f"{begin}{_harmless(part)}{end}"
    safe = visible(part).translate(_HARMLESS)
    parts = runs(safe)
    return f'{begin[:-1]} dir="auto">{safe if len(parts) == 1 else "".join(map(_isolate, parts))}{end}'


def plain_text(part: str) -> str:
    """Escapes a text for where no element may stand in it, as in a title: Unicode isolates what runs to the left."""
    return part if _SPECIAL(part) is None else isolated(visible(part)).translate(_HARMLESS)


def _in_attribute(name: str, value: str) -> str:
    if name in _READ:
        return plain_text(value)
    return value if _SPECIAL(value) is None else visible(value).translate(_HARMLESS)


def harmless(parts: Iterable[str]) -> Callable[[str], str]:
    """The function that escapes each of these plain texts; it does nothing where one look shows all to be harmless."""
    return str if _SPECIAL("\n".join(parts)) is None else _harmless


def joined(parts: Iterable[Markup]) -> Markup:
    """Joins several elements, one on each line."""
    return Markup("\n".join(parts))  # noqa: S704


def mark(colour: Colour) -> Markup:
    """Writes the shape of a colour, which is not read out: the word beside it is."""
    return tag("span", MARKS[colour], class_="mark", aria_hidden="true")


_MARKUP = {ord(sign): f"\\{sign}" for sign in "\\`*_[]<>|#~$&!"} | {ord("@"): "@\u200b"}
"""No text is markup; no address becomes a link, and nobody is notified."""

_FIRST = re.compile(r"([-+=])|(\d+)(?=[.)](?:\s|$))")
"""What makes a list or a heading of a line; a figure such as 69.3% does not (CommonMark 0.31, 5.2)."""
_WWW = re.compile(r"(\bwww)\.", re.IGNORECASE)


def escape_markdown(text: str, *, begins_line: bool = True) -> str:
    """Escapes a text so that Markdown and HTML show it as it is, on one line; in a heading or a cell none begins."""
    text = isolated(one_line(text)).translate(_MARKUP)
    if begins_line and (begins := _FIRST.match(text)):
        text = f"\\{text}" if begins[1] else f"{begins[2]}\\{text[begins.end() :]}"
    if "://" in text:
        text = text.replace("://", ":\\//")
    return _WWW.sub(r"\1\\.", text) if "www." in text.lower() else text
