"""Colours a figure by those of others: better, level or worse than the benchmark that a measure is compared with."""

from decimal import Decimal
from functools import partial

from strategy_tracker.judging.measures.families.case import SIDES, Case, RatedReading
from strategy_tracker.judging.measures.known_readings import KnownReading
from strategy_tracker.judging.measures.show_figures import ZERO
from strategy_tracker.judging.standing.rating import grey
from strategy_tracker.model.dates.period import Period
from strategy_tracker.model.measures.limit import Limit, limit_words
from strategy_tracker.model.measures.measure import Measure
from strategy_tracker.model.names.labels import Label, Word, phrase


def by_comparator(measure: Measure, period: Period, amount: Decimal, comparator: KnownReading | None) -> RatedReading:
    """Rate a figure by that of the benchmark its measure is compared with."""
    name = phrase("its-own-average") if measure.own_years else measure.compared_with or ""
    if measure.better is None:
        return RatedReading(grey("no-direction", phrase("compared-without-way", whose=name)))
    side = SIDES[measure.better]
    if not side:
        return RatedReading(grey("no-rule", phrase("compared-without-side", whose=name)))
    if comparator is None or comparator.amount is None:
        return RatedReading(grey("no-comparison", phrase("no-figure-to-compare", whose=name, period=period.text)))
    goal_words = partial(_figure_of, name, comparator.period)
    case = Case(measure.shown_in, side, amount, comparator.amount, goal_words)
    level = measure.level_within
    if level and level.of_target and not case.goal:
        return RatedReading(grey("percent-of-zero", phrase("no-share-of-figure", limit=limit_words(level), whose=name)))
    return case.raised(_by_rule(measure, case, level), measure.exceeded_by)


def _figure_of(name: str, period: Period, figure: str) -> Label:
    """The figure of others as it is called in a sentence: `England (75% in 2021/22)`."""
    return phrase("thing-of", what=name, of=phrase("in-period", figure=figure, period=period.text))


def _by_rule(measure: Measure, case: Case, level: Limit | None) -> RatedReading:
    within = level.at(case.goal) if level else ZERO
    shown, goal, gap = case.figures(within)
    met, near, missed = (phrase(name, figure=shown, gap=gap, goal=goal) for name in _RULED)
    if level:
        limit = case.allowed(level, within)
        met, missed = (phrase("more-than-level", told=told, limit=limit) for told in (met, missed))
        near = phrase("level-within", told=near, gap=gap, limit=limit)
    if measure.amber == "none":
        missed = phrase("has-no-amber", told=missed)
        return case.settle(ZERO, None, met if case.ahead else near, "", missed)
    return case.settle(within, -within, met, near, missed, beyond=True)


_RULED: tuple[Word, ...] = ("better-than-by", "level-with-goal", "worse-than-by")
