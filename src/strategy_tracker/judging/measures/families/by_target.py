"""Colours a figure by its target, or by what was expected on the way there: one function for each family of rule."""

from collections.abc import Iterator
from decimal import Decimal

from strategy_tracker.judging.measures.families.case import Case, RatedReading
from strategy_tracker.judging.measures.known_readings import KnownReading
from strategy_tracker.judging.measures.show_figures import ZERO
from strategy_tracker.judging.standing.rating import Rating, grey
from strategy_tracker.model.dates.period import Period
from strategy_tracker.model.measures.limit import Limit
from strategy_tracker.model.measures.measure import Measure


def by_target(
    measure: Measure, case: Case, last_year: KnownReading | None, floor: Decimal | None, part_of: Period | None
) -> RatedReading:
    """Rate a figure by the one rule its measure declares, held against a target or a value on the way to it.

    `floor` is the least that will do; on the way to the target of `part_of` it does not count yet.
    """
    share = next((each for each in limits_of(measure) if each.of_target), None)
    if share and not case.goal:
        return RatedReading(grey("percent-of-zero", f"{share} cannot be worked out: {case.before}0{case.after}"))
    if not case.side:
        return _plan(case, measure.green_within, measure.amber_within, no_amber=measure.amber == "none")
    if measure.band:
        return _band(case, measure.band)
    floor = measure.amber_from if floor is None else floor
    return _answer(case) if measure.unit == "yes-no" else _one_sided(measure, case, last_year, floor, part_of)


def _answer(case: Case) -> RatedReading:
    """Green or red: between yes and no there is nothing."""
    amount, goal, _ = case.figures()
    met, missed = f"{amount}: met, as {goal} says", f"{amount}: not met, as {goal} says"
    return case.settle_green(ZERO, met, Rating("red", "red", missed, "missed"))._replace(gap=None)


def _one_sided(
    measure: Measure, case: Case, last_year: KnownReading | None, floor: Decimal | None, part_of: Period | None
) -> RatedReading:
    """Rate by where amber ends; green ends at the target, or so near to it as 'green_within' says."""
    green = measure.green_within
    if measure.amber_within:
        return _tolerance(case, green, measure.amber_within)
    if green and measure.amber_if:
        return _softened(case, green, last_year)
    if measure.amber == "none":
        return _without_amber(case, green)
    return _floor(case, green, floor, part_of)


def limits_of(measure: Measure) -> Iterator[Limit]:
    """Give every distance from its target on which the colour of a measure, or the word for it, can turn."""
    declared = (measure.amber_within, measure.band, measure.green_within, measure.exceeded_by)
    return (each for each in declared if each)


def _green(case: Case, inner: Limit | None, *distances: Decimal, of: str = "") -> tuple[Decimal, str, str]:
    """Where green ends, its sentence, and how a sentence begins of what is beyond it; `of` names the colour allowed."""
    amount, goal, gap = case.figures(*distances)
    met = f"{amount} {'is better than' if case.low != case.top and case.ahead > 0 else 'meets'} {goal}"
    missed = f"{amount} misses {goal}"
    missed = f"{missed} by {gap}" if case.ahead else missed
    if inner is None:
        return ZERO, met, missed
    limit = f"the {case.allowed(inner, *distances)} allowed{of}"
    met = met if case.is_met else f"{missed}, within {limit}"
    return -inner.at(case.goal), met, f"{missed}, more than {limit}"


def _floor(case: Case, inner: Limit | None, floor: Decimal | None, part_of: Period | None) -> RatedReading:
    distances = (inner.at(case.goal),) if inner else ()
    if floor is None or part_of:
        why = f"the floor counts only at the end of {part_of}" if floor is not None else "no amber boundary is declared"
        green, met, _ = _green(case, inner, *distances)
        amount, goal, _ = case.figures(*distances)
        return case.settle_green(green, met, grey("no-rule", f"{amount} missed {goal} but {why}"))
    amber = (floor - case.goal) * case.side
    distances = (*distances, abs(amber))
    green, met, missed = _green(case, inner, *distances)
    amount, goal, _ = case.figures(*distances)
    least = f"the floor of {case.beside(floor, *distances)}"
    if inner:
        return case.settle(green, amber, met, f"{missed}, but meets {least}", f"{missed}, and misses {least}")
    missed = f"{amount} misses {goal}"
    return case.settle(green, amber, met, f"{missed} but meets {least}", f"{missed} and {least}")


def _tolerance(case: Case, inner: Limit | None, allowed: Limit) -> RatedReading:
    distances = tuple(each.at(case.goal) for each in (inner, allowed) if each)
    green, met, missed = _green(case, inner, *distances, of=" for green")
    limit = f"the {case.allowed(allowed, *distances)} allowed{' for amber' if inner else ''}"
    near = f"{missed} but within {limit}" if inner else f"{missed}, within {limit}"
    _, _, far = _green(case, None, *distances)
    return case.settle(green, -distances[-1], met, near, f"{far}, more than {limit}")


def _without_amber(case: Case, inner: Limit | None) -> RatedReading:
    green, met, missed = _green(case, inner, *((inner.at(case.goal),) if inner else ()))
    return case.settle(green, None, met, "", f"{missed}; this measure is green or red and has no amber")


def _band(case: Case, band: Limit) -> RatedReading:
    within = band.at(case.goal)
    amount, goal, gap = case.figures(within)
    name = f"the band of {case.allowed(band, within)}"
    met = f"{amount} is better than {goal} by {gap}, more than {name}"
    missed = f"{amount} is worse than {goal} by {gap}, more than {name}"
    return case.settle(within, -within, met, f"{amount} is within {name} round {goal}", missed, beyond=True)


def _plan(case: Case, inner: Limit | None, outer: Limit | None, *, no_amber: bool) -> RatedReading:
    distances = [each.at(case.goal) for each in (inner, outer) if each]
    amount, goal, gap = case.figures(*distances)
    exact = f"{amount} is {'exactly on' if case.low == case.top else 'inside'} {goal}"
    off = f"{amount} is {gap} off {goal}"
    if inner is None:
        if no_amber:
            return case.settle(ZERO, None, exact, "", f"{off}; this measure is green or red and has no amber")
        return case.settle_green(
            ZERO, exact, grey("no-rule", f"{off} but no distance is declared that counts as on plan")
        )
    limit = f"the {case.allowed(inner, *distances)} allowed"
    met = f"{off}, within {limit}" if case.ahead else exact
    last = f"the {case.allowed(outer, *distances)} allowed for amber" if outer else limit
    near = f"{off}, more than {limit} for green but within {last}"
    return case.settle(-distances[0], -distances[-1], met, near, f"{off}, more than {last}")


def _softened(case: Case, allowed: Limit, last_year: KnownReading | None) -> RatedReading:
    within = allowed.at(case.goal)
    before = last_year.amount if last_year else None
    distances = (within,) if before is None else (within, abs(before - case.goal))
    green, met, missed = _green(case, allowed, *distances)
    if last_year is None or before is None:
        lacking = grey("no-comparison", f"{missed}, and the same period last year has no number to compare with")
        return case.settle_green(green, met, lacking)
    former = f"the same period last year ({case.beside(before, *distances)} in {last_year.period})"
    amber = min((before - case.goal) * case.side, green)
    near, far = f"{missed}, but is no worse than {former}", f"{missed}, and is worse than {former}"
    return case.settle(green, amber, met, near, far)
