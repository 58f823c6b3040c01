"""Escaping for HTML, SVG and Markdown: a plain text is always made harmless, only markup that was made here is not."""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

from strategy_tracker.model.colour import Colour
from strategy_tracker.model.names.unseen import UNSEEN
from strategy_tracker.views.sheet import MARKS
from strategy_tracker.views.text import one_line, visible


class Markup(str):
    """A text that is markup already, because it was made by `tag`; it is never escaped again."""

    __slots__ = ()


_VOID = frozenset({"meta", "img"})
_SPECIAL = re.compile(f'[&<>"{UNSEEN.pattern[1:]}').search
_HARMLESS = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;", ord('"'): "&quot;"}
"""Attributes always stand in double quotes, so that an apostrophe does no harm."""


def tag(element: str, /, *inside: str, **attributes: str | None) -> Markup:
    """Writes an element. Plain texts inside it and in attributes are escaped; `class_` is `class`, None leaves one out.

    Underlines in the names of attributes are hyphens.
    """
    if element in _VOID:
        return Markup(start(element, **attributes))
    return Markup(f"{start(element, **attributes)}{''.join(map(text, inside))}</{element}>")


@lru_cache(maxsize=4096)
def start(element: str, **attributes: str | None) -> str:
    """Writes the start tag of an element; remembered, because a page has a few kinds of them, many times."""
    written = [element]
    for key, value in attributes.items():
        if value is not None:
            name = key.rstrip("_").replace("_", "-")
            written.append(f'{name}="{_harmless(value)}"')
    return f"<{' '.join(written)}>"


def text(part: str) -> str:
    """Escapes a plain text; markup stays as it is."""
    return part if isinstance(part, Markup) else _harmless(part)


def _harmless(part: str) -> str:
    return part if _SPECIAL(part) is None else visible(part).translate(_HARMLESS)


def harmless(parts: Iterable[str]) -> Callable[[str], str]:
    """The function that escapes each of these plain texts; it does nothing where one look shows all to be harmless."""
    return str if _SPECIAL("\n".join(parts)) is None else _harmless


def joined(parts: Iterable[Markup]) -> Markup:
    """Joins several elements, one on each line."""
    return Markup("\n".join(parts))


def mark(colour: Colour) -> Markup:
    """Writes the shape of a colour, which is not read out: the word beside it is."""
    return tag("span", MARKS[colour], class_="mark", aria_hidden="true")


_MARKUP = {ord(sign): f"\\{sign}" for sign in "\\`*_[]<>|#~$&!"} | {ord("@"): "@\u200b"}
"""No text is markup; no address becomes a link, and nobody is notified."""

_FIRST = re.compile(r"([-+=])|(\d+)(?=[.)])")
_WWW = re.compile(r"(\bwww)\.", re.IGNORECASE)


def escape_markdown(text: str) -> str:
    """Escapes a text so that Markdown and HTML show it as it is, on one line."""
    text = one_line(text).translate(_MARKUP)
    if begins := _FIRST.match(text):
        text = f"\\{text}" if begins[1] else f"{begins[2]}\\{text[begins.end() :]}"
    if "://" in text:
        text = text.replace("://", ":\\//")
    return _WWW.sub(r"\1\\.", text) if "www." in text.lower() else text
