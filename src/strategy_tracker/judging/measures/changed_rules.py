"""Tells how targets and tolerances were changed by a day: each step with its reason, and where nobody is on record."""

from collections.abc import Iterator
from datetime import date

from strategy_tracker.judging.measures.show_figures import show_amount
from strategy_tracker.judging.standing.of_measures import RuleStepStanding
from strategy_tracker.model.dates.period import Period
from strategy_tracker.model.measures.limit import LowerOrHigher, limit_words
from strategy_tracker.model.measures.measure import Measure
from strategy_tracker.model.measures.rule_change import RuleKey, RuleStep, RuleValue, rule_steps
from strategy_tracker.model.names.labels import phrase
from strategy_tracker.model.values import Distance


def changed_rules(measure: Measure, today: date) -> tuple[RuleStepStanding, ...]:
    """List every change of a target or a tolerance made by `today`, oldest first.

    A step nobody recorded follows the one before it.
    """
    found = [
        (day, _standing(measure, target, rule, step))
        for target, rule in changed_keys(measure)
        for day, step in _dated(measure, target, rule, today)
    ]
    return tuple(one for _, one in sorted(found, key=lambda pair: pair[0]))


def changed_keys(measure: Measure) -> list[tuple[Period | None, RuleKey | None]]:
    """List the targets, floors and tolerances of which a change is on record, each once, as the file first names it."""
    seen: dict[tuple[object, RuleKey | None], tuple[Period | None, RuleKey | None]] = {}
    for one in measure.changed:
        seen.setdefault((one.target and one.target[1:], one.rule), (one.target, one.rule))
    return list(seen.values())


def steps_of(measure: Measure, target: Period | None, rule: RuleKey | None, today: date = date.max) -> list[RuleStep]:
    """List the steps by `today` of one target or tolerance; one that comes later says what it was until then."""
    of = target and target[1:]
    mine = [one for one in measure.changed if one.rule == rule and (one.target and one.target[1:]) == of]
    made = [one for one in mine if one.on.first <= today]
    to_come = min((one for one in mine if one.on.first > today), key=lambda one: one.on.first, default=None)
    return list(rule_steps(made, to_come.former if to_come else measure.rule_value(target, rule)))


def _dated(
    measure: Measure, target: Period | None, rule: RuleKey | None, today: date
) -> Iterator[tuple[date, RuleStep]]:
    """Give each step with the day of the recorded one it follows."""
    day = date.min
    for step in steps_of(measure, target, rule, today):
        day = step.change.on.last if step.change else day
        yield day, step


def _standing(measure: Measure, target: Period | None, rule: RuleKey | None, step: RuleStep) -> RuleStepStanding:
    change = step.change
    return RuleStepStanding(
        change.on.text if change else None,
        named(target, rule),
        shown_value(step.former, measure),
        shown_value(step.to, measure),
        change.why if change else None,
        change.approved_by if change else None,
        change.resolution if change else None,
    )


def named(target: Period | None, rule: RuleKey | None) -> str:
    """Name a target or a tolerance: `target for 2026/27`, `amber from, for 2026/27`, `amber within`."""
    words = phrase("the-target")
    if rule:
        words = phrase("amber" if rule == "amber" else f"rule-{rule.replace('_', '-')}")
    if target is None:
        return words
    return phrase("rule-for" if rule else "target-for", target=words, period=target.text)


def shown_value(value: RuleValue | None, measure: Measure) -> str:
    """Print a target or a tolerance in the unit of its measure."""
    if value is None:
        return phrase("no-value")
    if isinstance(value, Distance | LowerOrHigher):
        return limit_words(value)
    return value if isinstance(value, str) else show_amount(value, measure.shown_in)
