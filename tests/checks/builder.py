"""Strategies and measures in as few words as a check needs; numbers and lists as Python writes them."""

from datetime import date
from decimal import Decimal

from strategy_tracker.diagnostics import CODES
from strategy_tracker.model.measures.measure import Measures
from strategy_tracker.model.practice import Practice
from strategy_tracker.model.settings import DEFAULTS
from strategy_tracker.model.strategy import Strategy

TODAY = date(2026, 1, 15)


def tidy(value):
    """Plain Python as the reader gives it: exact decimals, tuples."""
    if isinstance(value, dict):
        return {str(key): tidy(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return tuple(tidy(item) for item in value)
    return Decimal(str(value)) if isinstance(value, int | float) and not isinstance(value, bool) else value


def action(name="safe-01", **keys):
    return {"id": name, "text": f"Do {name}", **keys}


def priority(name="safe", *actions, **keys):
    return {"id": name, "title": "Safe", "actions": actions, **keys}


def strategy(*actions, **keys):
    """A strategy with one priority, `safe`, that has these actions, unless `priorities` are given."""
    given = {"id": "plan", "title": "Plan", "priorities": [priority("safe", *actions)], **keys}
    return Strategy.model_validate(tidy(given))


def measure(name="dental", **keys):
    return {"id": name, "title": "Dental checks", "unit": "percent", **keys}


def measures(*given, **keys):
    """A measures file: with these measures, or one that has these keys."""
    return Measures.model_validate(tidy({"measures": given or [measure(**keys)]}))


def practice(*priorities, name="example"):
    example = {"id": name, "title": "Example", "summary": "What they did", "priorities": priorities}
    return Practice.model_validate(tidy({"practice": [example]}))


def found(check, record, settings=DEFAULTS):
    """The code and route of what a check finds, with the steps of the route joined by dots."""
    items = list(check(record, TODAY, settings))
    assert all(item.code in CODES and item.message and item.help for item in items)
    return [(item.code, ".".join(map(str, item.route))) for item in items]
