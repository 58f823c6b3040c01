"""The branding of a portfolio: the words and colours of its settings, and the logo and the template that they name."""

from collections.abc import Callable
from typing import TypeVar

from strategy_tracker.diagnostics import Diagnostic
from strategy_tracker.files.find import SETTINGS
from strategy_tracker.files.named_files import Unusable, read_named
from strategy_tracker.files.portfolio import Portfolio
from strategy_tracker.model.branding import Branding, Logo, shade

T = TypeVar("T")
LOGO_BYTES, TEMPLATE_BYTES = 1_000_000, 10_000_000
"""The most that a logo and a template may have: the first is in every page that is sent by e-mail."""


def read_branding(portfolio: Portfolio) -> tuple[Branding, list[Diagnostic]]:
    """The branding of a portfolio, and why a file that the settings name is left out, at the routes of its keys."""
    settings = portfolio.settings
    logo, no_logo = _read(portfolio, "logo", LOGO_BYTES, _logo)
    template, no_template = _read(portfolio, "word_template", TEMPLATE_BYTES, _template)
    shades = {colour: shade(fill) for colour, fill in settings.colours.items()}
    return Branding(settings.wording, shades, logo, template), [*no_logo, *no_template]


def _logo(data: bytes) -> Logo:
    from strategy_tracker.files.logo import read_logo  # few portfolios have a logo or a template

    return read_logo(data)


def _template(data: bytes) -> bytes:
    from strategy_tracker.files.word_template import read_template

    return read_template(data)


def _read(
    portfolio: Portfolio, key: str, most: int, made: Callable[[bytes], T]
) -> tuple[T | None, tuple[Diagnostic, ...]]:
    name = getattr(portfolio.settings, key)
    if name is None:
        return None, ()
    try:
        return made(read_named(portfolio, name, most)), ()
    except Unusable as error:
        return None, (Diagnostic(error.code, str(error), (key,), error.mend, SETTINGS),)
