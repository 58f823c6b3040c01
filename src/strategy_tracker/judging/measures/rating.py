"""Colours one reading by its target and the rule its measure declares, with the sentence that explains it.

Published practice knows families of rule, in `families/`. Each is a distance from a goal with two limits on it: where
green ends and where amber ends. Nothing is green by default, and "not rated" carries its reason.
"""

from collections.abc import Sequence
from decimal import Decimal
from functools import partial

from strategy_tracker.judging.measures.families.by_comparator import by_comparator
from strategy_tracker.judging.measures.families.by_target import by_target, limits_of
from strategy_tracker.judging.measures.families.case import SIDES, Case, RatedReading
from strategy_tracker.judging.measures.known_readings import KnownReading, absence
from strategy_tracker.judging.measures.others.ranks import KnownRank, rate_rank
from strategy_tracker.judging.measures.show_figures import is_short, show_amount, show_near
from strategy_tracker.judging.measures.way_to_target.before_target import before_target
from strategy_tracker.judging.measures.way_to_target.targets import aim_of, expected_for, goal_for, target_for
from strategy_tracker.judging.measures.way_to_target.wanted import Wanted
from strategy_tracker.judging.standing.rating import Rating, grey
from strategy_tracker.model.dates.period import Period
from strategy_tracker.model.measures.measure import Measure
from strategy_tracker.model.names.labels import Label, phrase


def show_reading(
    measure: Measure, period: Period, amount: Decimal, judged: RatedReading | None = None, *, fine: bool = False
) -> str:
    """Print the amount of a reading, not rounded onto anything its colour turns on."""
    unit = measure.shown_in
    if is_short(amount, unit):
        return show_amount(amount, unit)
    return show_near(amount, unit, *_limits(measure, period, judged), fine=fine)


def _limits(measure: Measure, period: Period, judged: RatedReading | None) -> tuple[Decimal, ...]:
    """What the colour of an amount for `period` turns on: its goal and both limits."""
    found = target_for(measure, period)
    goal = judged.goal if judged and judged.goal is not None else goal_for(measure, period)
    ends = (found[1].low, found[1].high) if found else ()
    floors = (*ends, found[1].amber_from if found else None, measure.amber_from, judged.boundary if judged else None)
    declared = (*limits_of(measure), measure.level_within)
    ways = [each.at(goal) for each in declared if each] if goal is not None else []
    around = [limit for way in ways for limit in (goal + way, goal - way)] if goal is not None else []
    return tuple(limit for limit in (goal, *floors, *around) if limit is not None)


_CONTEXT = grey("context", phrase("context-only"), phrase("is-context"))


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
    ranks: Sequence[KnownRank] = (),
) -> RatedReading:
    """Rate a reading as `judge` does, also one that is missing, withheld or only in words, or its place among others.

    `ranks` are the places known, for the family that is rated by them.
    """
    if measure.rank_within and measure.better != "none":
        return RatedReading(rate_rank(measure.rank_within, ranks, known, no_amber=measure.amber == "none"))
    if known and known.amount is not None:
        return judge(
            measure, known.period, known.amount, last_year=last_year, comparator=comparator, only_grows=only_grows
        )
    never = _never_rated(measure)
    if never and (known is None or never is _CONTEXT or known.reading.value is not None):
        return RatedReading(never)
    return RatedReading(absence(known) if known else grey("no-reading", phrase("no-reading-yet")))


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
        return by_comparator(measure, period, amount, comparator)
    found = target_for(measure, period)
    aimed = found or aim_of(measure, period)
    if aimed is None:
        return RatedReading(grey("no-target", phrase("no-target-for", period=period.text)))
    within, target = aimed
    early = found is None or measure.span == "snapshot"
    if early and expected_for(measure, period, within, target.value) is None:
        return before_target(measure, period, amount, within, target)
    if measure.better is None:
        shown, aim = show_amount(amount, measure.shown_in), target.words(measure.shown_in)
        return RatedReading(grey("no-direction", phrase("no-way-declared", figure=shown, target=aim)))
    decided = _decided(measure, within, target, amount) if only_grows and period.end != within.end else None
    return decided or _as_expected(measure, period, amount, within, target, last_year)


def _as_expected(
    measure: Measure, period: Period, amount: Decimal, within: Period, target: Wanted, last_year: KnownReading | None
) -> RatedReading:
    """Rate an amount by what is wanted at the end of its period: the target, or a value on the way to it."""
    assert measure.better in SIDES
    aim = target.words(measure.shown_in)
    goal = expected_for(measure, period, within, target.value)
    if goal is None:
        return RatedReading(grey("not-due", phrase("not-due-yet", period=period.text, whole=within.text, target=aim)))
    part_way = period.end < within.end and goal != target.value
    case = _held_against(measure, amount, target)
    if part_way:
        expected = partial(_expected_figure, f"{period.end}", aim)
        case = Case(measure.shown_in, SIDES[measure.better], amount, goal, expected)
    judged = by_target(measure, case, last_year, target.amber_from, within if part_way else None)
    return judged if part_way else case.raised(judged, measure.exceeded_by)


def _expected_figure(day: str, aim: str, figure: str) -> Label:
    """What was expected on the way, as it is called in a sentence."""
    return phrase("figure-expected-by", figure=figure, day=day, target=aim)


def _held_against(measure: Measure, amount: Decimal, wanted: Wanted, within: Period | None = None) -> Case:
    """An amount held against what is wanted at the end, which is named where it is `within` something."""
    assert measure.better in SIDES
    words = partial(_target_figure, wanted, within)
    side = SIDES[measure.better]
    return Case(measure.shown_in, side, amount, wanted.low, words, wanted.high, wanted.strict)


def _target_figure(wanted: Wanted, within: Period | None, figure: str) -> Label:
    """What is wanted, as it is called in a sentence: `the target of more than 80%`."""
    if within:
        return phrase("target-of-for", target=wanted.said(figure), period=within.text)
    return phrase("target-of", target=wanted.said(figure))


def _decided(measure: Measure, within: Period, target: Wanted, amount: Decimal) -> RatedReading | None:
    """Give the colour that nothing can change any more: a target already passed, a ceiling already broken.

    None where growth can still change it. Until the end of `within` the count can only grow, so that it is held against
    the target itself, whatever was expected by now.
    """
    case = _held_against(measure, amount, target, within)
    judged = case.raised(by_target(measure, case, None, target.amber_from, None), measure.exceeded_by)
    too_much = amount > case.top or (case.strict and amount == case.top)
    good, broken = judged.rating.colour == "green", judged.rating.why in ("missed", "no-rule") and too_much
    if not (good if case.side > 0 else broken):
        return None
    reason = phrase("decided-early", reason=judged.rating.reason, period=within.text)
    return judged._replace(rating=judged.rating._replace(reason=reason))


def _never_rated(measure: Measure) -> Rating | None:
    if measure.better == "none":
        return _CONTEXT
    return grey("narrative", phrase("in-words-only")) if measure.unit == "narrative" else None
