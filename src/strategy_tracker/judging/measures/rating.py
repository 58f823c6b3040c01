"""Colours one reading by its target and the rule its measure declares, with the sentence that explains it.

Published practice knows seven families of rule. Each is a distance from a goal with two limits on it:
where green ends and where amber ends. Nothing is green by default, and "not rated" carries its reason.
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from strategy_tracker.judging.measures.known_readings import KnownReading, absence
from strategy_tracker.judging.measures.show_figures import (
    ZERO,
    is_short,
    show_allowed,
    show_amount,
    show_beside,
    show_gap,
    show_near,
)
from strategy_tracker.judging.measures.targets import expected_for, goal_for, target_for
from strategy_tracker.judging.standing.rating import Rating, grey
from strategy_tracker.model.dates.period import Period
from strategy_tracker.model.measures.measure import Better, Measure, Target
from strategy_tracker.model.values import Distance

_SIDES: dict[Better, int] = {"higher": 1, "lower": -1, "on-target": 0}


class RatedReading(NamedTuple):
    """A rating with the figures behind it, in the measure's unit.

    `gap` is above 0 on the good side of `goal`, which is a target or the figure of a benchmark.
    """

    rating: Rating
    boundary: Decimal | None = None
    gap: Decimal | None = None
    goal: Decimal | None = None


def show_reading(
    measure: Measure, period: Period, amount: Decimal, judged: RatedReading | None = None, *, fine: bool = False
) -> str:
    """Print the amount of a reading, not rounded onto anything its colour turns on."""
    limits = () if is_short(amount) else _limits(measure, period, judged)
    return show_near(amount, measure.shown_in, *limits, fine=fine)


def _limits(measure: Measure, period: Period, judged: RatedReading | None) -> tuple[Decimal, ...]:
    """What the colour of an amount for `period` turns on: its goal and both limits."""
    found = target_for(measure, period)
    goal = judged.goal if judged and judged.goal is not None else goal_for(measure, period)
    floors = (found[1].amber_from if found else None, measure.amber_from, judged.boundary if judged else None)
    declared = (measure.amber_within, measure.band, measure.green_within, measure.level_within)
    ways = [each.at(goal) for each in declared if each] if goal is not None else []
    around = [limit for way in ways for limit in (goal + way, goal - way)] if goal is not None else []
    return tuple(limit for limit in (goal, *floors, *around) if limit is not None)


_CONTEXT = grey("context", "context only: neither higher nor lower is better", "context")


class _Case(NamedTuple):
    """An amount held against a goal, and the words before and after the goal in a sentence.

    `side` is 1 where higher is better, -1 where lower is, 0 where the goal itself is best.
    """

    unit: str
    side: int
    amount: Decimal
    goal: Decimal
    before: str
    after: str = ""

    @property
    def ahead(self) -> Decimal:
        """How far on the good side of the goal; 0 at best where the goal itself is best."""
        away = self.amount - self.goal
        return away * self.side if self.side else -abs(away)

    def figures(self, *distances: Decimal) -> tuple[str, str, str]:
        """Amount, goal and the gap between them, none of them rounded onto the `distances` of the rule."""
        limits = self._limits(distances)
        goal = self.beside(self.goal, *distances)
        gap = show_gap(abs(self.ahead), self.unit, ZERO, *distances)
        return show_near(self.amount, self.unit, self.goal, *limits), f"{self.before}{goal}{self.after}", gap

    def beside(self, other: Decimal, *distances: Decimal) -> str:
        """A figure the amount is held against, not printed as the amount itself where the two differ."""
        return show_beside(other, self.unit, self.amount, self.goal, *self._limits(distances))

    def _limits(self, distances: Sequence[Decimal]) -> list[Decimal]:
        return [limit for way in distances for limit in (self.goal + way, self.goal - way)]

    def allowed(self, distance: Distance, *distances: Decimal) -> str:
        """A declared distance in the measure's unit, with its share of the target where it is one."""
        text = show_allowed(distance.at(self.goal), self.unit, abs(self.ahead), *distances)
        return f"{text} ({distance})" if distance.of_target else text

    def settle(
        self, green: Decimal, amber: Decimal, met: str, near: str, missed: str, *, beyond: bool = False
    ) -> RatedReading:
        """Green from `green` on (or only beyond it), amber from `amber` on: a limit belongs to the better colour."""
        boundary = self.goal + amber * self.side if self.side else None
        if self.ahead > green or (self.ahead == green and not beyond):
            return RatedReading(Rating("green", "green", met, "met"), boundary, self.ahead, self.goal)
        if self.ahead >= amber:
            return RatedReading(Rating("amber", "amber", near, "near"), boundary, self.ahead, self.goal)
        return RatedReading(Rating("red", "red", missed, "missed"), boundary, self.ahead, self.goal)

    def settle_green(self, green: Decimal, met: str, otherwise: Rating) -> RatedReading:
        """Green from `green` on; `otherwise` the answer for want of an amber boundary."""
        enough = self.ahead >= green
        return RatedReading(Rating("green", "green", met, "met") if enough else otherwise, None, self.ahead, self.goal)


def rate(
    measure: Measure,
    period: Period,
    amount: Decimal,
    *,
    last_year: KnownReading | None = None,
    comparator: KnownReading | None = None,
) -> Rating:
    """Give the rating alone, without the boundary and the gap that `judge` gives with it."""
    return judge(measure, period, amount, last_year=last_year, comparator=comparator).rating


def judge_reading(
    measure: Measure,
    known: KnownReading | None,
    last_year: KnownReading | None,
    comparator: KnownReading | None,
    *,
    only_grows: bool = False,
) -> RatedReading:
    """Rate a reading as `judge` does, also one that is missing, withheld or only in words."""
    if known and known.amount is not None:
        return judge(
            measure, known.period, known.amount, last_year=last_year, comparator=comparator, only_grows=only_grows
        )
    never = _never_rated(measure)
    if never and (known is None or never is _CONTEXT or known.reading.value is not None):
        return RatedReading(never)
    return RatedReading(absence(known) if known else grey("no-reading", "no reading yet"))


def judge(
    measure: Measure,
    period: Period,
    amount: Decimal,
    *,
    last_year: KnownReading | None = None,
    comparator: KnownReading | None = None,
    only_grows: bool = False,
) -> RatedReading:
    """Rate one amount by the one rule the measure declares, and give the boundary and the gap with it.

    `last_year` is the same period one year before, for the family softened by direction; `comparator` is the
    figure of the benchmark the measure is compared with. What `only_grows` may be decided before its year is over.
    """
    never = _never_rated(measure)
    if never:
        return RatedReading(never)
    if measure.compared_with is not None:
        return _against_comparator(measure, period, amount, comparator)
    found = target_for(measure, period)
    if found is None:
        return RatedReading(grey("no-target", f"no target is declared for {period}"))
    within, target = found
    if measure.better is None:
        shown, aim = show_amount(amount, measure.shown_in), show_amount(target.value, measure.shown_in)
        return RatedReading(
            grey("no-direction", f"{shown} against a target of {aim}: which way is better is not declared")
        )
    decided = _decided(measure, within, target, amount) if only_grows and period.end != within.end else None
    return decided or _as_expected(measure, period, amount, within, target, last_year)


def _as_expected(
    measure: Measure, period: Period, amount: Decimal, within: Period, target: Target, last_year: KnownReading | None
) -> RatedReading:
    """Rate an amount by what is wanted at the end of its period: the target, or a value on the way to it."""
    assert measure.better in _SIDES
    aim = show_amount(target.value, measure.shown_in)
    goal = expected_for(measure, period, within, target.value)
    if goal is None:
        part = f"{period} is part of {within}, whose target of {aim} counts at its end"
        return RatedReading(grey("not-due", f"not due: {part}, and no value is declared for the way there"))
    part_way = period.end != within.end and goal != target.value
    before, after = ("the ", f" expected by {period.end} (on the way to {aim})") if part_way else ("the target of ", "")
    case = _Case(measure.shown_in, _SIDES[measure.better], amount, goal, before, after)
    return _by_rule(measure, case, last_year, target.amber_from, within if part_way else None)


def _decided(measure: Measure, within: Period, target: Target, amount: Decimal) -> RatedReading | None:
    """Give the colour that nothing can change any more: a target already passed, a ceiling already broken.

    None where growth can still change it. Until the end of `within` the count can only grow, so that it is held against
    the target itself, whatever was expected by now.
    """
    assert measure.better in _SIDES
    case = _Case(measure.shown_in, _SIDES[measure.better], amount, target.value, "the target of ", f" for {within}")
    judged = _by_rule(measure, case, None, target.amber_from, None)
    good, broken = judged.rating.why == "met", judged.rating.why in ("missed", "no-rule") and amount > target.value
    if not (good if case.side > 0 else broken):
        return None
    reason = f"{judged.rating.reason}; decided before {within} is over, for the count can only grow"
    return judged._replace(rating=judged.rating._replace(reason=reason))


def _never_rated(measure: Measure) -> Rating | None:
    if measure.better == "none":
        return _CONTEXT
    return grey("narrative", "known in words only") if measure.unit == "narrative" else None


def _by_rule(
    measure: Measure, case: _Case, last_year: KnownReading | None, floor: Decimal | None, part_of: Period | None
) -> RatedReading:
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


def _floor(case: _Case, floor: Decimal | None, part_of: Period | None) -> RatedReading:
    amount, goal, _ = case.figures()
    met = f"{amount} meets {goal}"
    if floor is None or part_of:
        why = f"the floor counts only at the end of {part_of}" if floor is not None else "no amber boundary is declared"
        return case.settle_green(ZERO, met, grey("no-rule", f"{amount} missed {goal} but {why}"))
    amber = (floor - case.goal) * case.side
    amount, goal, _ = case.figures(abs(amber))
    least, missed = f"the floor of {case.beside(floor, abs(amber))}", f"{amount} misses {goal}"
    return case.settle(ZERO, amber, met, f"{missed} but meets {least}", f"{missed} and {least}")


def _tolerance(case: _Case, allowed: Distance) -> RatedReading:
    within = allowed.at(case.goal)
    amount, goal, gap = case.figures(within)
    met, missed = f"{amount} meets {goal}", f"{amount} misses {goal} by {gap}"
    limit = f"the {case.allowed(allowed, within)} allowed"
    return case.settle(ZERO, -within, met, f"{missed}, within {limit}", f"{missed}, more than {limit}")


def _band(case: _Case, band: Distance) -> RatedReading:
    within = band.at(case.goal)
    amount, goal, gap = case.figures(within)
    name = f"the band of {case.allowed(band, within)}"
    met = f"{amount} is better than {goal} by {gap}, more than {name}"
    missed = f"{amount} is worse than {goal} by {gap}, more than {name}"
    return case.settle(within, -within, met, f"{amount} is within {name} round {goal}", missed, beyond=True)


def _plan(case: _Case, inner: Distance | None, outer: Distance | None) -> RatedReading:
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


def _softened(case: _Case, allowed: Distance, last_year: KnownReading | None) -> RatedReading:
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


def _against_comparator(
    measure: Measure, period: Period, amount: Decimal, comparator: KnownReading | None
) -> RatedReading:
    name = measure.compared_with
    if measure.better is None:
        return RatedReading(grey("no-direction", f"compared with {name}, but which way is better is not declared"))
    side = _SIDES[measure.better]
    if not side:
        return RatedReading(
            grey("no-rule", f"compared with {name}, but neither side is better where on target is best")
        )
    if comparator is None or comparator.amount is None:
        return RatedReading(grey("no-comparison", f"there is no figure of {name} to compare {period} with"))
    case = _Case(measure.shown_in, side, amount, comparator.amount, f"{name} (", f" in {comparator.period})")
    level = measure.level_within
    if level and level.of_target and not case.goal:
        return RatedReading(grey("percent-of-zero", f"{level} cannot be worked out: the figure of {name} is 0"))
    within = level.at(case.goal) if level else ZERO
    shown, goal, gap = case.figures(within)
    more = f", more than the {case.allowed(level, within)} allowed for level" if level else ""
    near = f"{shown} is level with {goal}" + (
        f", {gap} apart: within the {case.allowed(level, within)} allowed" if level else ""
    )
    met, missed = f"{shown} is {gap} better than {goal}{more}", f"{shown} is {gap} worse than {goal}{more}"
    return case.settle(within, -within, met, near, missed, beyond=True)
