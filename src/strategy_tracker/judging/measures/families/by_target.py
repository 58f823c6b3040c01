"""Colours a figure by its target, or by what was expected on the way there: one function for each family of rule."""

from decimal import Decimal

from strategy_tracker.judging.measures.families.case import Case, RatedReading
from strategy_tracker.judging.measures.known_readings import KnownReading
from strategy_tracker.judging.measures.show_figures import ZERO
from strategy_tracker.judging.standing.rating import grey
from strategy_tracker.model.dates.period import Period
from strategy_tracker.model.measures.measure import Measure
from strategy_tracker.model.values import Distance


def by_target(
    measure: Measure, case: Case, last_year: KnownReading | None, floor: Decimal | None, part_of: Period | None
) -> RatedReading:
    """Rate a figure by the one rule its measure declares, held against a target or a value on the way to it.

    `floor` is the least that will do; on the way to the target of `part_of` it does not count yet.
    """
    distances = (measure.amber_within, measure.band, measure.green_within)
    share = next((each for each in distances if each and each.of_target), None)
    if share and not case.goal:
        return RatedReading(grey("percent-of-zero", f"{share} cannot be worked out: {case.before}0{case.after}"))
    if not case.side:
        return _plan(case, measure.green_within, measure.amber_within)
    if measure.amber_within:
        return _tolerance(case, measure.amber_within)
    if measure.band:
        return _band(case, measure.band)
    if measure.green_within and measure.amber_if:
        return _softened(case, measure.green_within, last_year)
    return _floor(case, measure.amber_from if floor is None else floor, part_of)


def _floor(case: Case, floor: Decimal | None, part_of: Period | None) -> RatedReading:
    amount, goal, _ = case.figures()
    met = f"{amount} meets {goal}"
    if floor is None or part_of:
        why = f"the floor counts only at the end of {part_of}" if floor is not None else "no amber boundary is declared"
        return case.settle_green(ZERO, met, grey("no-rule", f"{amount} missed {goal} but {why}"))
    amber = (floor - case.goal) * case.side
    amount, goal, _ = case.figures(abs(amber))
    least, missed = f"the floor of {case.beside(floor, abs(amber))}", f"{amount} misses {goal}"
    return case.settle(ZERO, amber, met, f"{missed} but meets {least}", f"{missed} and {least}")


def _tolerance(case: Case, allowed: Distance) -> RatedReading:
    within = allowed.at(case.goal)
    amount, goal, gap = case.figures(within)
    met, missed = f"{amount} meets {goal}", f"{amount} misses {goal} by {gap}"
    limit = f"the {case.allowed(allowed, within)} allowed"
    return case.settle(ZERO, -within, met, f"{missed}, within {limit}", f"{missed}, more than {limit}")


def _band(case: Case, band: Distance) -> RatedReading:
    within = band.at(case.goal)
    amount, goal, gap = case.figures(within)
    name = f"the band of {case.allowed(band, within)}"
    met = f"{amount} is better than {goal} by {gap}, more than {name}"
    missed = f"{amount} is worse than {goal} by {gap}, more than {name}"
    return case.settle(within, -within, met, f"{amount} is within {name} round {goal}", missed, beyond=True)


def _plan(case: Case, inner: Distance | None, outer: Distance | None) -> RatedReading:
    distances = [each.at(case.goal) for each in (inner, outer) if each]
    amount, goal, gap = case.figures(*distances)
    exact = f"{amount} is exactly on {goal}"
    if inner is None:
        lacking = grey("no-rule", f"{amount} is {gap} off {goal} but no distance is declared that counts as on plan")
        return case.settle_green(ZERO, exact, lacking)
    off, limit = f"{amount} is {gap} off {goal}", f"the {case.allowed(inner, *distances)} allowed"
    met = f"{off}, within {limit}" if case.ahead else exact
    last = f"the {case.allowed(outer, *distances)} allowed for amber" if outer else limit
    near = f"{off}, more than {limit} for green but within {last}"
    return case.settle(-distances[0], -distances[-1], met, near, f"{off}, more than {last}")


def _softened(case: Case, allowed: Distance, last_year: KnownReading | None) -> RatedReading:
    within = allowed.at(case.goal)
    before = last_year.amount if last_year else None
    distances = (within,) if before is None else (within, abs(before - case.goal))
    amount, goal, gap = case.figures(*distances)
    limit = f"the {case.allowed(allowed, *distances)} allowed"
    start, far = f"{amount} misses {goal} by {gap}", f"more than {limit}"
    met = f"{start}, within {limit}" if case.ahead < 0 else f"{amount} meets {goal}"
    if last_year is None or before is None:
        lacking = grey("no-comparison", f"{start}, {far}, and the same period last year has no number to compare with")
        return case.settle_green(-within, met, lacking)
    former = f"the same period last year ({case.beside(before, *distances)} in {last_year.period})"
    amber = min((before - case.goal) * case.side, -within)
    near, missed = f"{start}, {far}, but is no worse than {former}", f"{start}, {far}, and is worse than {former}"
    return case.settle(-within, amber, met, near, missed)
