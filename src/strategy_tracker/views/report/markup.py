"""HTML and SVG that is safe by construction: a plain text is always escaped, only what was made here is not."""

import re
from collections.abc import Iterable
from functools import lru_cache
from html import escape

from strategy_tracker.views.text import UNSEEN, visible


class Markup(str):
    """Markup made by `tag`; it is never escaped again."""

    __slots__ = ()


_VOID = frozenset({"meta"})
_SPECIAL = re.compile(f"[&<>\"']|{UNSEEN.pattern}")


def tag(element: str, /, *inside: str, **attributes: str | None) -> Markup:
    """An element. Plain texts inside it and in attributes are escaped; `class_` is `class`, None leaves one out.

    Underlines in the names of attributes are hyphens.
    """
    if element in _VOID:
        return Markup(_opened(element, **attributes))
    return Markup(f"{_opened(element, **attributes)}{''.join(map(text, inside))}</{element}>")


@lru_cache(maxsize=4096)
def _opened(element: str, **attributes: str | None) -> str:
    """The beginning of an element; a page has a few, many times."""
    written = [f' {key.rstrip("_").replace("_", "-")}="{text(v)}"' for key, v in attributes.items() if v is not None]
    return f"<{element}{''.join(written)}>"


def text(part: str) -> str:
    """A text made harmless inside an element or an attribute; markup as it is."""
    if isinstance(part, Markup) or _SPECIAL.search(part) is None:
        return part
    return escape(visible(part))


def joined(parts: Iterable[Markup]) -> Markup:
    """Several elements, one on each line."""
    return Markup("\n".join(parts))
