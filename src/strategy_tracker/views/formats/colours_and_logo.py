"""A body's own colours and its logo, as each format of a report takes them, and the colours of the program."""

from base64 import b64encode
from collections.abc import Mapping

from strategy_tracker.model.branding import BLACK, WHITE, Branding, Logo, Shade, contrast
from strategy_tracker.model.colour import Colour

Shades = Mapping[Colour, Shade]

SHADES: Shades = {
    "red": Shade("#a32020", "#fbeaea"),
    "amber": Shade("#875300", "#fdf1dc"),
    "green": Shade("#22662f", "#e9f4ea"),
    "blue": Shade("#1c568f", "#e8f0f9"),
    "grey": Shade("#505a5f", "#f1f2f3"),
}
"""The colours of the program, as on the page by day; each pair has a contrast above 4.5 to 1."""

_NIGHT = "#14171a"
"""The page by night."""

_TYPES = {"png": "image/png", "svg": "image/svg+xml"}


def shades_of(branding: Branding) -> Shades:
    """The colours of a document on paper: those of the body, and ours where it declares none."""
    return {**SHADES, **branding.shades}


def logo_address(logo: Logo) -> str:
    """The logo as a `data:` address: shown as a picture, in which nothing can act or reach out."""
    return f"data:{_TYPES[logo.kind]};base64,{b64encode(logo.data).decode()}"


def style_of(branding: Branding) -> str:
    """The rules that a body's branding adds to a style sheet: its colours, by day, by night and on paper.

    A word stands on its colour (`-bg`), or in it (`-on`) where that can be read on the page; on paper nothing has a
    background.
    """
    if not branding.shades:
        return ""
    day = "".join(
        f"--{name}:{shade.ink};--{name}-bg:{shade.fill};--{name}-bar:{shade.fill};--{name}-on:{_on(shade.fill, WHITE)};"
        for name, shade in branding.shades.items()
    )
    night = "".join(f"--{name}-on:{_on(shade.fill, _NIGHT)};" for name, shade in branding.shades.items())
    paper = "".join(
        f"--{name}:{_on(shade.fill, WHITE)};--{name}-bg:{WHITE};--{name}-on:{_on(shade.fill, WHITE)};"
        for name, shade in branding.shades.items()
    )
    dark = f"@media screen and (prefers-color-scheme:dark){{:root{{{night}}}}}"
    return f":root{{{day}}}\n{dark}\n@media print{{:root{{{paper}}}}}\n"


def _on(colour: str, paper: str) -> str:
    """A colour for words on a page of this colour: black or white where it cannot be read."""
    return colour if contrast(colour, paper) >= 4.5 else max((BLACK, WHITE), key=lambda ink: contrast(ink, paper))
