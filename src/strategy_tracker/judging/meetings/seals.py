"""Says of what a body approved whether it still stands so: titles, dates, targets and tolerances under its seal."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, get_args

from strategy_tracker.model.action import Action
from strategy_tracker.model.dates.period import Period
from strategy_tracker.model.measures.limit import LowerOrHigher
from strategy_tracker.model.measures.measure import Measure
from strategy_tracker.model.measures.rule_change import RuleKey, RuleValue
from strategy_tracker.model.strategy import Priority


def as_it_stands(record: Priority | Action | Measure) -> dict[str, Any]:
    """Give what a body can approve of a thing, as its file has it and as a resolution holds it; empty if nothing."""
    if isinstance(record, Priority):
        return {"title": record.title}
    if isinstance(record, Action):
        return {"due": record.due.text} if record.due else {}
    targets = {period.text: written_rule(value) for period, value in _targets(record)}
    tolerances = {rule: written_rule(value) for rule, value in _tolerances(record)}
    return {key: value for key, value in (("targets", targets), ("tolerances", tolerances)) if value}


def _targets(measure: Measure) -> Iterator[tuple[Period, RuleValue]]:
    for period in measure.targets:
        value = measure.rule_value(period, None)
        if value is not None:
            yield period, value


def _tolerances(measure: Measure) -> Iterator[tuple[RuleKey, RuleValue]]:
    for rule in get_args(RuleKey):
        value = measure.rule_value(None, rule)
        if value is not None:
            yield rule, value


def written_rule(value: RuleValue) -> Any:
    """A target or a tolerance as a file holds it."""
    if isinstance(value, LowerOrHigher):
        return {f"{value.which}_of": tuple(map(str, value.parts))}
    return value if isinstance(value, Decimal | str) else value.text
