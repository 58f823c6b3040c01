"""Gives what the files of a portfolio say, key by key, of the strategies and measures of a standing."""

from collections.abc import Mapping
from typing import Any

from strategy_tracker.files.portfolio import Portfolio, each_file
from strategy_tracker.judging.standing.of_portfolio import Standing
from strategy_tracker.model.as_written import as_written
from strategy_tracker.model.settings import Settings


def written_records(portfolio: Portfolio, standing: Standing) -> dict[str, Any]:
    """All that is written of what a standing has: its strategies and measures, practice examples and figures of others.

    Of a strategy only the priorities and actions that the standing has; settings as far as they are set.
    """
    kept = {one.id: one for one in standing.strategies}
    found: dict[str, Any] = {"settings": _settings(portfolio), "strategies": [], "measures": []}
    wanted = [file for file in portfolio.files if file.kind in ("strategies", "measures", "practice", "comparators")]
    for kind, tree in each_file(portfolio, wanted, lambda record, file: (file.kind, as_written(record)))[0]:
        if kind == "strategies":
            found["strategies"] += [_within(tree, kept[tree["id"]])] if tree["id"] in kept else []
        elif kind == "measures":
            found["measures"] += [one for one in tree.get("measures", []) if one["id"] in standing.measures]
        else:
            found.setdefault(kind, []).extend(tree.get("practice", []) if kind == "practice" else [tree])
    return found


def _settings(portfolio: Portfolio) -> Mapping[str, Any]:
    own = portfolio.settings
    return {key: as_written(getattr(own, key)) for key in Settings.model_fields if key in own.model_fields_set}


def _within(tree: dict[str, Any], strategy: Any) -> dict[str, Any]:
    """A strategy as it is written, with only the priorities and the actions that its standing has."""
    stands = {one.id: {action.id for action in one.actions} for one in strategy.priorities}
    kept = [_priority(one, stands[one["id"]]) for one in tree.get("priorities", []) if one["id"] in stands]
    return {**tree, "priorities": kept}


def _priority(priority: dict[str, Any], ids: set[str]) -> dict[str, Any]:
    actions = [one for one in priority.get("actions", []) if one["id"] in ids]
    return {key: value for key, value in priority.items() if key != "actions"} | (
        {"actions": actions} if actions else {}
    )
