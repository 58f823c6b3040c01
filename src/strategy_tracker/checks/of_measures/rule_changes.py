"""Asks that each change of a target or a tolerance led somewhere, and that no other value was typed over it."""

from collections.abc import Iterator
from datetime import date

from strategy_tracker.checks.updates import not_come
from strategy_tracker.diagnostics import Diagnostic, Route
from strategy_tracker.judging.measures.changed_rules import changed_keys, named, shown_value, steps_of
from strategy_tracker.model.measures.measure import Measure
from strategy_tracker.model.measures.rule_change import same_value


def of_measure(measure: Measure, route: Route, today: date) -> Iterator[Diagnostic]:
    """Give what is odd in the changes of one measure, which stands at `route`."""
    for n, change in enumerate(measure.changed):
        place = (*route, "changed", n)
        if same_value(change.former, change.to):
            what = f"{named(change.target, change.rule)}: changed from {change.former or 'none'} to the same"
            yield Diagnostic("moved-nowhere", what, place, "delete the change, or correct 'from' or 'to'")
        if change.why is None:
            what = f"'{measure.id}': {named(change.target, change.rule)} was changed, and no reason is on record"
            yield Diagnostic("moved-without-reason", what, place, "add 'why: …'")
        yield from not_come(change.on, today, (*place, "on"))
    for target, rule in changed_keys(measure):
        last = steps_of(measure, target, rule)[-1]
        if last.change is None:
            name, now, led = named(target, rule), shown_value(last.to, measure), shown_value(last.former, measure)
            what = f"'{measure.id}': {name} is {now}, but the last change on record led to {led}"
            yield Diagnostic("moved-without-record", what, (*route, "changed"), "add the step to 'changed'")
