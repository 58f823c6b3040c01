"""Colours a figure by its target, or by what was expected on the way there: one function for each family of rule."""

from collections.abc import Iterator
from decimal import Decimal

from strategy_tracker.judging.measures.families.case import Case, RatedReading
from strategy_tracker.judging.measures.known_readings import KnownReading
from strategy_tracker.judging.measures.show_figures import ZERO
from strategy_tracker.judging.standing.rating import Rating, grey
from strategy_tracker.model.dates.period import Period
from strategy_tracker.model.measures.limit import Limit, limit_words
from strategy_tracker.model.measures.measure import Measure
from strategy_tracker.model.names.labels import Label, Word, phrase


def by_target(
    measure: Measure, case: Case, last_year: KnownReading | None, floor: Decimal | None, part_of: Period | None
) -> RatedReading:
    """Rate a figure by the one rule its measure declares, held against a target or a value on the way to it.

    `floor` is the least that will do; on the way to the target of `part_of` it does not count yet.
    """
    share = next((each for each in limits_of(measure) if each.of_target), None)
    if share and not case.goal:
        what = phrase("no-share-of-target", limit=limit_words(share), goal=case.goal_words("0"))
        return RatedReading(grey("percent-of-zero", what))
    if not case.side:
        return _plan(case, measure.green_within, measure.amber_within, no_amber=measure.amber == "none")
    if measure.band:
        return _band(case, measure.band)
    floor = measure.amber_from if floor is None else floor
    return _answer(case) if measure.unit == "yes-no" else _one_sided(measure, case, last_year, floor, part_of)


def _answer(case: Case) -> RatedReading:
    """Green or red: between yes and no there is nothing."""
    amount, goal, _ = case.figures()
    met = phrase("answer-is-met", answer=amount, goal=goal)
    missed = phrase("answer-is-not-met", answer=amount, goal=goal)
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


def _green(case: Case, inner: Limit | None, *distances: Decimal, of: Word = "allowed") -> tuple[Decimal, Label, Label]:
    """Where green ends, its sentence, and how a sentence begins of what is beyond it; `of` names what is allowed."""
    amount, goal, gap = case.figures(*distances)
    met = phrase("better-than" if case.low != case.top and case.ahead > 0 else "meets", figure=amount, goal=goal)
    missed = phrase("misses-by" if case.ahead else "misses", figure=amount, goal=goal, gap=gap)
    if inner is None:
        return ZERO, met, missed
    limit = phrase(of, limit=case.allowed(inner, *distances))
    met = met if case.is_met else phrase("within", told=missed, limit=limit)
    return -inner.at(case.goal), met, phrase("more-than", told=missed, limit=limit)


def _floor(case: Case, inner: Limit | None, floor: Decimal | None, part_of: Period | None) -> RatedReading:
    distances = (inner.at(case.goal),) if inner else ()
    if floor is None or part_of:
        green, met, _ = _green(case, inner, *distances)
        amount, goal, _ = case.figures(*distances)
        why = phrase("missed-no-amber", figure=amount, goal=goal)
        if floor is not None and part_of:
            why = phrase("missed-before-floor", figure=amount, goal=goal, period=part_of.text)
        return case.settle_green(green, met, grey("no-rule", why))
    amber = (floor - case.goal) * case.side
    distances = (*distances, abs(amber))
    green, met, missed = _green(case, inner, *distances)
    amount, goal, _ = case.figures(*distances)
    least = case.beside(floor, *distances)
    if inner:
        near, far = (phrase(name, told=missed, floor=least) for name in _FLOORS)
    else:
        near, far = (phrase(name, figure=amount, goal=goal, floor=least) for name in _BARE_FLOORS)
    return case.settle(green, amber, met, near, far)


_FLOORS: tuple[Word, ...] = ("but-meets-floor", "and-misses-floor")
_BARE_FLOORS: tuple[Word, ...] = ("misses-but-meets-floor", "misses-goal-and-floor")


def _tolerance(case: Case, inner: Limit | None, allowed: Limit) -> RatedReading:
    distances = tuple(each.at(case.goal) for each in (inner, allowed) if each)
    green, met, missed = _green(case, inner, *distances, of="allowed-for-green")
    limit = phrase("allowed-for-amber" if inner else "allowed", limit=case.allowed(allowed, *distances))
    near = phrase("but-within" if inner else "within", told=missed, limit=limit)
    _, _, far = _green(case, None, *distances)
    return case.settle(green, -distances[-1], met, near, phrase("more-than", told=far, limit=limit))


def _without_amber(case: Case, inner: Limit | None) -> RatedReading:
    green, met, missed = _green(case, inner, *((inner.at(case.goal),) if inner else ()))
    return case.settle(green, None, met, "", phrase("has-no-amber", told=missed))


def _band(case: Case, band: Limit) -> RatedReading:
    within = band.at(case.goal)
    amount, goal, gap = case.figures(within)
    limit = case.allowed(band, within)
    met, near, missed = (phrase(name, figure=amount, goal=goal, gap=gap, band=limit) for name in _BANDS)
    return case.settle(within, -within, met, near, missed, beyond=True)


_BANDS: tuple[Word, ...] = ("better-than-band", "within-band", "worse-than-band")


def _plan(case: Case, inner: Limit | None, outer: Limit | None, *, no_amber: bool) -> RatedReading:
    distances = [each.at(case.goal) for each in (inner, outer) if each]
    amount, goal, gap = case.figures(*distances)
    exact = phrase("exactly-on" if case.low == case.top else "is-inside", figure=amount, goal=goal)
    off = phrase("is-off", figure=amount, gap=gap, goal=goal)
    if inner is None:
        if no_amber:
            return case.settle(ZERO, None, exact, "", phrase("has-no-amber", told=off))
        return case.settle_green(ZERO, exact, grey("no-rule", phrase("no-plan-distance", told=off)))
    allowed = case.allowed(inner, *distances)
    limit = phrase("allowed", limit=allowed)
    met = phrase("within", told=off, limit=limit) if case.ahead else exact
    last = phrase("allowed-for-amber", limit=case.allowed(outer, *distances)) if outer else limit
    beyond = phrase("more-than", told=off, limit=phrase("allowed-for-green", limit=allowed))
    near, far = phrase("but-within", told=beyond, limit=last), phrase("more-than", told=off, limit=last)
    return case.settle(-distances[0], -distances[-1], met, near, far)


def _softened(case: Case, allowed: Limit, last_year: KnownReading | None) -> RatedReading:
    within = allowed.at(case.goal)
    before = last_year.amount if last_year else None
    distances = (within,) if before is None else (within, abs(before - case.goal))
    green, met, missed = _green(case, allowed, *distances)
    if last_year is None or before is None:
        return case.settle_green(green, met, grey("no-comparison", phrase("no-number-last-year", told=missed)))
    former, period = case.beside(before, *distances), last_year.period.text
    amber = min((before - case.goal) * case.side, green)
    near, far = (phrase(name, told=missed, figure=former, period=period) for name in _LAST_YEAR)
    return case.settle(green, amber, met, near, far)


_LAST_YEAR: tuple[Word, ...] = ("but-no-worse-than-last-year", "and-worse-than-last-year")
