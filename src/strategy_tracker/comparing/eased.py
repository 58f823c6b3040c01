"""Finds targets and tolerances that were made easier to meet: what a figure needs for a better colour than before."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from strategy_tracker.comparing.reasons import UNSAID, reasons
from strategy_tracker.judging.measures.changed_rules import named, shown_value, steps_of
from strategy_tracker.judging.measures.families.by_target import limits_of
from strategy_tracker.judging.measures.known_readings import KnownReading, known_readings
from strategy_tracker.judging.measures.rating import rate
from strategy_tracker.judging.measures.way_to_target.targets import goal_for, target_for
from strategy_tracker.judging.measures.way_to_target.wanted import with_known_targets
from strategy_tracker.judging.standing.rating import Rating
from strategy_tracker.model.colour import WORST_FIRST
from strategy_tracker.model.dates.period import Period
from strategy_tracker.model.measures.measure import Measure
from strategy_tracker.model.measures.reading import Reading
from strategy_tracker.model.measures.rule_change import RuleKey, same_value
from strategy_tracker.model.names.joined import commas, semicolons, sentences
from strategy_tracker.model.names.labels import Word, phrase

RULES: tuple[RuleKey, ...] = (
    "amber_within", "amber_from", "amber", "band", "green_within", "amber_if", "exceeded_by", "compared_with",
    "over", "level_within", "rank_within",
)  # fmt: skip


def target_is_easier(one: Measure, two: Measure, period: Period) -> bool | None:
    """Say whether less is wanted for a period than before; None where nobody can say, or nothing was wanted before.

    Of a target that came or went it is what counts in its place: a narrower one that is lower asks for less.
    """
    before, after = (_asked(_known(each), period) for each in (one, two))
    return _is_easier(before, after, two)


class _Asked(NamedTuple):
    """What counts for a period: up to `top` where it is a range, and more than `goal` where it is `strict`."""

    goal: Decimal
    strict: bool
    top: Decimal
    words: str


def _asked(measure: Measure, period: Period) -> _Asked | None:
    goal, found = goal_for(measure, period), target_for(measure, period)
    if goal is None:
        return None
    if found is None or goal != found[1].value:
        return _Asked(goal, False, goal, shown_value(goal, measure))
    return _Asked(goal, found[1].strict, found[1].high, found[1].words(measure.shown_in))


def _known(measure: Measure) -> Measure:
    """The measure with the value of each target that is no worse than a reading of its file."""
    if all(target.ends for target in measure.targets.values()):
        return measure
    return with_known_targets(measure, known_readings(measure.readings, measure.unit, date.max))


def _is_easier(before: _Asked | None, after: _Asked | None, measure: Measure) -> bool | None:
    if before is None or after is None or before[:2] == after[:2] or measure.better not in ("higher", "lower"):
        return None
    if before.goal == after.goal:
        return before.strict
    return (after.goal < before.goal) == (measure.better == "higher")


def reason_of(one: Measure, two: Measure, target: Period | None, rule: RuleKey | None) -> str:
    """Tell why a target or a tolerance is another one than before, and who agreed; empty where it is not on record."""
    before, after = (each.rule_value(target, rule) for each in (one, two))
    known, steps = (steps_of(each, target, rule) for each in (one, two))
    return reasons(before, after, known, steps, same_value, lambda value: shown_value(value, two))


def rules_are_easier(one: Measure, two: Measure) -> bool:
    """Say whether any figure would have a better colour by the tolerances of `two` than by those of `one`.

    Both are asked with the targets of `two`, so that a target that moved is no tolerance that did.
    """
    two = _known(two)
    targets = {
        period: target.model_copy(update={"amber_from": one.rule_value(period, "amber_from")})
        for period, target in two.targets.items()
    }
    was = two.model_copy(update={"targets": targets} | {key: getattr(one, key) for key in _KEYS})
    return _places_are_easier(one, two) or any(
        _better_at(was, two, period) for period in {*two.targets, *two.profile, *two.readings}
    )


_MANY = 100
"""So many are asked about where nobody is ranked yet."""


def _places_are_easier(one: Measure, two: Measure) -> bool:
    """Say whether a worse place among others would do than before; without the rule no place is bad."""
    before, after = one.rank_within, two.rank_within
    if before is None or after is None:
        return before is not None
    sizes = {rank.of for measure in (one, two) for rank in measure.ranks.values()} or {_MANY}
    pairs = ((before.green, after.green), (before.amber or before.green, after.amber or after.green))
    return any(now.last_place(of) > was.last_place(of) for was, now in pairs for of in sizes)


def eased(one: Measure, two: Measure) -> Iterator[str]:
    """Tell which targets and tolerances ask for less than before, or are gone, each with the reason on record.

    Where the target itself is best nobody can say which is easier, so that every move of it is told.
    """
    for period in sorted({*one.targets, *two.targets}, key=lambda each: (each.end, each.start, each.text)):
        before, after = (_asked(_known(each), period) for each in (one, two))
        how = _eased_target(before, after, two)
        if how:
            was, now = (each.words if each else phrase("no-value") for each in (before, after))
            moved = commas([phrase(how, period=period.text), phrase("from-arrow", before=was, after=now)])
            yield semicolons([moved, reason_of(one, two, period, None) or UNSAID])
    if rules_are_easier(one, two):
        yield from _eased_rules(one, two)


def _eased_target(before: _Asked | None, after: _Asked | None, two: Measure) -> Word:
    if before is None or two.better not in ("higher", "lower", "on-target"):
        return ""
    if after is None:
        return "target-was-taken-away"
    if two.better == "on-target":
        return "target-was-moved" if before[:3] != after[:3] else ""
    return "target-was-eased" if _is_easier(before, after, two) else ""


def _eased_rules(one: Measure, two: Measure) -> Iterator[str]:
    """Tell of each tolerance that was changed what it was and is, where the colours it gives are easier to have."""
    keys: list[tuple[Period | None, RuleKey]] = [(None, key) for key in RULES]
    keys += [(period, "amber_from") for period in two.targets if period in one.targets]
    for target, rule in keys:
        values = [each.rule_value(target, rule) for each in (one, two)]
        if not same_value(*values):
            was, now = (shown_value(value, two) for value in values)
            moved = sentences(named(target, rule), phrase("from-arrow", before=was, after=now))
            why = reason_of(one, two, target, rule) or UNSAID
            yield semicolons([phrase("colours-are-easier", what=moved), why])
    for key in _BESIDE_RULES:
        if getattr(one, key) != getattr(two, key):
            changed = phrase("key-was-changed", key=key.replace("_", " "))
            yield semicolons([phrase("colours-are-easier", what=changed), UNSAID])


_BESIDE_RULES = ("better", "profile", "straight_line_from", "baseline", "on_the_way", "counts_from")
_KEYS = (*_BESIDE_RULES, *RULES)


_FAR = Decimal(10) ** 9
_BESIDE = Decimal(100)
"""Stands for the figure of others: how much may lie between is asked, not who they are."""


def _better_at(one: Measure, two: Measure, period: Period) -> bool:
    """Say whether a figure for `period` that was red or amber would be anything better, or newly be exceeded."""
    for amount in _amounts(one, two, period):
        was, now = (_rating(each, period, amount) for each in (one, two))
        ranks = [WORST_FIRST.index(each.colour) for each in (was, now)]
        if ranks[0] < min(ranks[1], WORST_FIRST.index("grey")) or (was.why != now.why == "exceeded"):
            return True
    return False


def _rating(measure: Measure, period: Period, amount: Decimal) -> Rating:
    """Rate a figure that is no worse than last year's."""
    far = amount + (_FAR if measure.better == "lower" else -_FAR)
    last_year, others = (KnownReading(period, Reading(value=each), each) for each in (far, _BESIDE))
    return rate(measure, period, amount, last_year=last_year, comparator=others)


def _amounts(one: Measure, two: Measure, period: Period) -> Iterator[Decimal]:
    """Give every value at which a colour can change by either rule, one between each two, and one beyond either end."""
    edges = set[Decimal]()
    for each in (one, two):
        for goal in (goal_for(each, period), _BESIDE if each.compared_with else None):
            if goal is not None:
                ways = (*limits_of(each), each.level_within)
                away = [Decimal(0), *(way.at(goal) for way in ways if way)]
                edges |= {goal + way for way in away} | {goal - way for way in away}
        found = target_for(each, period)
        edges |= {found[1].low, found[1].high} if found else set()
        edges |= {floor for floor in (each.amber_from, found and found[1].amber_from) if floor is not None}
    ordered = sorted(edges)
    yield from ordered
    yield from ((low + high) / 2 for low, high in pairwise(ordered))
    yield from ((ordered[0] - 1, ordered[-1] + 1) if ordered else ())
