"""HTML and SVG that is safe by construction: a plain text is always escaped, only what was made here is not."""

from html import escape

from strategy_tracker.views.text import visible


class Markup(str):
    """Markup made by `tag`; it is never escaped again."""

    __slots__ = ()


_VOID = frozenset({"meta", "br"})


def tag(element: str, /, *inside: str, **attributes: str | bool | None) -> Markup:
    """An element. Plain texts inside it and in attributes are escaped; `class_` is `class`, None leaves one out.

    Underlines in the names of attributes are hyphens; True is an attribute without a value.
    """
    opened = element
    for key, value in attributes.items():
        if value is None or value is False:
            continue
        written = key.rstrip("_").replace("_", "-")
        opened += f" {written}" if value is True else f' {written}="{escape(visible(str(value)))}"'
    if element in _VOID:
        return Markup(f"<{opened}>")
    return Markup(f"<{opened}>{''.join(map(text, inside))}</{element}>")


def text(part: str) -> Markup:
    """A text made harmless; markup as it is."""
    return part if isinstance(part, Markup) else Markup(escape(visible(part), quote=False))


def joined(parts: "list[Markup]") -> Markup:
    """Several elements, one on each line."""
    return Markup("\n".join(parts))
