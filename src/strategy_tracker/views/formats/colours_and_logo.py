"""A body's own colours and its logo, as each format of a report takes them, and the colours of the program."""

from base64 import b64encode
from collections.abc import Mapping

from strategy_tracker.model.branding import BLACK, WHITE, Branding, Logo, Shade, contrast
from strategy_tracker.model.colour import Colour
from strategy_tracker.views.templates import read_template

Shades = Mapping[Colour, Shade]

SHADES: Shades = {
    "red": Shade("#a32020", "#fbeaea"),
    "amber": Shade("#875300", "#fdf1dc"),
    "green": Shade("#22662f", "#e9f4ea"),
    "blue": Shade("#1c568f", "#e8f0f9"),
    "grey": Shade("#566270", "#f1efeb"),
}
"""The colours of the program, as on the page by day; each pair has a contrast above 4.5 to 1."""

_TYPES = {"png": "image/png", "svg": "image/svg+xml"}


def shades_of(branding: Branding) -> Shades:
    """The colours of a document on paper: those of the body, and ours where it declares none."""
    return {**SHADES, **branding.shades}


def logo_address(logo: Logo) -> str:
    """The logo as a `data:` address: shown as a picture, in which nothing can act or reach out."""
    return f"data:{_TYPES[logo.kind]};base64,{b64encode(logo.data).decode()}"


def style_of(branding: Branding) -> str:
    """The rules that a body's branding adds to a style sheet: its colours, by day and by night, and room for its logo.

    Paper has no background, so there the word stands in the colour itself where that can be read on white.
    """
    logo = read_template("logo.css") if branding.logo else ""
    if not branding.shades:
        return logo
    seen = "".join(f"--{name}:{shade.ink};--{name}-bg:{shade.fill};" for name, shade in branding.shades.items())
    paper = "".join(f"--{name}:{_on_white(shade.fill)};--{name}-bg:{WHITE};" for name, shade in branding.shades.items())
    return f":root{{{seen}}}\n@media print{{:root{{{paper}}}}}\n{logo}"


def _on_white(colour: str) -> str:
    return colour if contrast(colour, WHITE) >= 4.5 else BLACK
