"""Shell completion: live ids and owners of the portfolio, names of templates. Silent where there is nothing."""

import os
import re
from pathlib import Path


def items(incomplete: str) -> list[str]:
    """Ids that begin with what was typed."""
    from strategy_tracker.app.looking.complete import ids_above

    return [value for value in ids_above(Path()) if value.startswith(incomplete)]


def owners(incomplete: str) -> list[str]:
    """Owners that begin with what was typed."""
    from strategy_tracker.app.looking.complete import owners_above

    found = [value for value in owners_above(Path()) if value.casefold().startswith(incomplete.casefold())]
    return [_as_typed(value) for value in found]


def _as_typed(value: str) -> str:
    """A value as a person would type it in bash, which puts a completion in as it is; others quote it themselves."""
    typed = os.environ.get("COMP_WORDS", "")
    in_quotes = typed.count("'") % 2 or typed.count('"') % 2
    if in_quotes or not os.environ.get("_STRATEGY_COMPLETE", "").endswith("_bash"):
        return value
    return re.sub(r"([^\w.,:/@%+=-])", r"\\\1", value)


def strategies(incomplete: str) -> list[str]:
    """Ids of strategies that begin with what was typed."""
    from strategy_tracker.app.looking.complete import strategies_above

    return [value for value in strategies_above(Path()) if value.startswith(incomplete)]


def templates(incomplete: str) -> list[str]:
    """Examples that a portfolio can begin with, and whose names begin with what was typed."""
    from strategy_tracker.app.writing.init import TEMPLATES

    return [name for name in TEMPLATES if name.startswith(incomplete)]
