"""`strategy explain`: what a diagnostic means, why it matters, and how to mend it."""

import shutil
import sys
from collections.abc import Iterable
from typing import Annotated

import typer

from strategy_tracker.cli.boundary import CLEAN
from strategy_tracker.did_you_mean import did_you_mean, nearest
from strategy_tracker.problem import Problem

EXAMPLE = "strategy explain due-on-weekend"
WORDING = "wording"
"""What is asked for the names of all fixed words."""


def codes(incomplete: str) -> list[str]:
    """The codes, and the word for the fixed words, that begin with what was typed, for the shell."""
    from strategy_tracker.diagnostics import CODES, TABLE_CODES

    return [name for name in (*CODES, *TABLE_CODES, WORDING) if name.startswith(incomplete)]


def command(
    code: Annotated[
        str,
        typer.Argument(
            help="the word in square brackets at the end of a message; or wording: every fixed word of documents",
            autocompletion=codes,
            show_default="all, by severity",
        ),
    ] = "",
) -> int:
    """Say what a diagnostic means and why it matters, with an example that gives it and the same lines mended."""
    from strategy_tracker.diagnostics import CODES, TABLE_CODES
    from strategy_tracker.views.screens.explain import write_codes, write_explanation, write_wording

    name = code.strip("[]").lower()
    width = min(shutil.get_terminal_size().columns, 100)
    if name == WORDING:
        sys.stdout.write(write_wording(width))
        return CLEAN
    known = (*CODES, *TABLE_CODES)
    if name not in known and code:
        raise Problem(f"there is no diagnostic '{code}'", _near(name, (*known, WORDING)))
    sys.stdout.write(write_explanation(name, width) if code else write_codes(width))
    return CLEAN


def _near(name: str, names: Iterable[str]) -> str:
    return did_you_mean(nearest(name, names, 3), "'strategy explain' lists them all", quoted=False)
