"""Shell completion: live ids and owners of the portfolio. Silent where there is nothing to complete."""

from pathlib import Path


def items(incomplete: str) -> list[str]:
    """Ids that begin with what was typed."""
    from strategy_tracker.app.looking.complete import ids_above

    return [value for value in ids_above(Path()) if value.startswith(incomplete)]


def owners(incomplete: str) -> list[str]:
    """Owners that begin with what was typed."""
    from strategy_tracker.app.looking.complete import owners_above

    return [value for value in owners_above(Path()) if value.casefold().startswith(incomplete.casefold())]


def strategies(incomplete: str) -> list[str]:
    """Ids of strategies that begin with what was typed."""
    from strategy_tracker.app.looking.complete import strategies_above

    return [value for value in strategies_above(Path()) if value.startswith(incomplete)]
