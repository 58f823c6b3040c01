"""How a body wants its documents to look and speak: its words, its colours, its logo, its Word template."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from strategy_tracker.model.colour import Colour
from strategy_tracker.model.names.labels import Word
from strategy_tracker.model.names.language import ENGLISH

LogoKind = Literal["png", "svg"]
BLACK, WHITE = "#000000", "#ffffff"


class Shade(NamedTuple):
    """The colour of a word and of what is behind it, each as `#rrggbb`."""

    ink: str
    fill: str


class Logo(NamedTuple):
    """A picture for the cover. `data` is untrusted: it may only be shown as a picture, never as part of a page."""

    kind: LogoKind
    data: bytes


class Branding(NamedTuple):
    """What a body declared; empty where it declared nothing. `words` are by the keys of the settings.

    `language` is as BCP 47 writes it.
    """

    words: Mapping[Word, str] = {}
    shades: Mapping[Colour, Shade] = {}
    logo: Logo | None = None
    template: bytes | None = None
    language: str = ENGLISH


PLAIN = Branding()
"""No wish of its own: the words of the field and the colours that come with the program."""


def shade(fill: str) -> Shade:
    """Put black or white on a colour, whichever can be read better: never less than 4.5 to 1."""
    return Shade(max((BLACK, WHITE), key=lambda ink: contrast(ink, fill)), fill)


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 to 21, as WCAG 2 measures it (success criterion 1.4.3 asks for 4.5)."""
    low, high = sorted((_light(one), _light(other)))
    return (high + 0.05) / (low + 0.05)


def _light(colour: str) -> float:
    """The relative luminance of `#rrggbb`, from 0 to 1."""
    # 0.04045 is the limit of sRGB (IEC 61966-2-1); WCAG 2.0 printed 0.03928, and no colour of 8 bits lies between
    parts = (int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
