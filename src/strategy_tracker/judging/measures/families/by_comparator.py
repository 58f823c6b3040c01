"""Colours a figure by those of others: better, level or worse than the benchmark that a measure is compared with."""

from decimal import Decimal

from strategy_tracker.judging.measures.families.case import SIDES, Case, RatedReading
from strategy_tracker.judging.measures.known_readings import KnownReading
from strategy_tracker.judging.measures.show_figures import ZERO
from strategy_tracker.judging.standing.rating import grey
from strategy_tracker.model.dates.period import Period
from strategy_tracker.model.measures.limit import Limit
from strategy_tracker.model.measures.measure import Measure


def by_comparator(measure: Measure, period: Period, amount: Decimal, comparator: KnownReading | None) -> RatedReading:
    """Rate a figure by that of the benchmark its measure is compared with."""
    name = "its own average" if measure.own_years else measure.compared_with
    if measure.better is None:
        return RatedReading(grey("no-direction", f"compared with {name}, but which way is better is not declared"))
    side = SIDES[measure.better]
    if not side:
        return RatedReading(
            grey("no-rule", f"compared with {name}, but neither side is better where on target is best")
        )
    if comparator is None or comparator.amount is None:
        return RatedReading(grey("no-comparison", f"there is no figure of {name} to compare {period} with"))
    case = Case(measure.shown_in, side, amount, comparator.amount, f"{name} (", f" in {comparator.period})")
    level = measure.level_within
    if level and level.of_target and not case.goal:
        return RatedReading(grey("percent-of-zero", f"{level} cannot be worked out: the figure of {name} is 0"))
    return case.raised(_by_rule(measure, case, level), measure.exceeded_by)


def _by_rule(measure: Measure, case: Case, level: Limit | None) -> RatedReading:
    within = level.at(case.goal) if level else ZERO
    shown, goal, gap = case.figures(within)
    more = f", more than the {case.allowed(level, within)} allowed for level" if level else ""
    apart = f", {gap} apart: within the {case.allowed(level, within)} allowed" if level else ""
    met, near = f"{shown} is {gap} better than {goal}{more}", f"{shown} is level with {goal}{apart}"
    missed = f"{shown} is {gap} worse than {goal}{more}"
    if measure.amber == "none":
        missed = f"{missed}; this measure is green or red and has no amber"
        return case.settle(ZERO, None, met if case.ahead else near, "", missed)
    return case.settle(within, -within, met, near, missed, beyond=True)
