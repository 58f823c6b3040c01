"""Asks that a measure declares one rule for its colour, complete, in its unit, with targets the rule can work on."""

from collections.abc import Iterator
from datetime import date

from strategy_tracker.diagnostics import Diagnostic, Route
from strategy_tracker.judging.measures.inherited import inherited, settled
from strategy_tracker.judging.measures.suspended import suspension_at
from strategy_tracker.judging.measures.way_to_target.tolerances import fits
from strategy_tracker.model.dates.period import latest
from strategy_tracker.model.measures.limit import Limit, parts_of
from strategy_tracker.model.measures.measure import OWN_AVERAGE, Measure, Measures
from strategy_tracker.model.measures.reading import Reading
from strategy_tracker.model.measures.suspension import Suspension
from strategy_tracker.model.measures.unit import OwnUnit, in_words
from strategy_tracker.model.settings import Settings
from strategy_tracker.model.values import Distance

DISTANCES = ("amber_within", "band", "green_within", "exceeded_by", "level_within", "same_within")
"""Keys of a measure that take a distance."""


def each(file: Measures) -> Iterator[tuple[Measure, Route]]:
    """Give every measure of a file with its route."""
    for n, measure in enumerate(file.measures):
        yield measure, ("measures", n)


_RULES = ("amber_within", "green_within", "amber_from", "targets", "amber", "band", "rank_within", "compared_with")
"""Keys that declare a rule; of two that do, the later one is pointed at."""


def families(measure: Measure) -> list[str]:
    """List the keys that declare how a measure is coloured, one for each family of rules.

    'green_within' says where green ends: beside a key that says where amber ends it is a part of that rule.
    """
    plan, rank = measure.better == "on-target", measure.rank_within
    # beside others, or on plan, 'amber: none' says only that what is not green is red
    part = (measure.compared_with and not measure.level_within) or (rank and rank.amber is None)
    part = part or (plan and measure.green_within and not measure.amber_within)
    ends: dict[str, object] = {
        "amber_within": None if plan else measure.amber_within,
        "amber_from": measure.amber_from is not None,
        "targets": any(target.amber_from is not None for target in measure.targets.values()),
        "amber": None if part else measure.amber,
    }
    whole = {"band": measure.band, "rank_within": rank, "compared_with": measure.compared_with}
    alone = plan or any(whole.values()) or not any(ends.values())
    green = measure.amber_if or (plan and measure.amber_within) or (measure.green_within and alone)
    declared = {**ends, "green_within": green, **whole}
    return [key for key in _RULES if declared[key]]


def one_rule_is_declared(file: Measures, today: date, settings: Settings) -> Iterator[Diagnostic]:
    """A measure declares one rule: two would give two colours.

    A floor for all years and one in a target are the same rule.
    """
    for measure, route in each(file):
        rules = [key for key in families(measure) if key != "targets" or measure.amber_from is None]
        if rules == ["amber", "compared_with"]:
            rules = ["amber", "level_within"]  # only what counts as level would be amber
        if len(rules) > 1:
            yield Diagnostic(
                "two-rules",
                f"'{measure.id}' declares both '{rules[0]}' and '{rules[1]}'",
                (*route, rules[1]),
                at_key=True,
            )


def defaults_agree(file: Measures, today: date, settings: Settings) -> Iterator[Diagnostic]:
    """The strategies that name a measure say the same of what it does not say itself."""
    for measure, route in each(file):
        for one in inherited(measure, settings):
            if one.differ:
                what = f"'{measure.id}' says no '{one.key}', and {' and '.join(one.differ)} say different things of it"
                yield Diagnostic("defaults-differ", what, (*route, "id"), f"add '{one.key}' to the measure")


def withdrawals_have_a_reason(file: Measures, today: date, settings: Settings) -> Iterator[Diagnostic]:
    """A measure that was withdrawn says why."""
    for measure, route in each(file):
        if measure.withdrawn and not measure.withdrawn.why:
            what = f"'{measure.id}' was withdrawn and nothing says why"
            yield Diagnostic("withdrawn-without-reason", what, (*route, "withdrawn"), at_key=True)


def suspensions_make_sense(file: Measures, today: date, settings: Settings) -> Iterator[Diagnostic]:
    """A suspension says why, and ends after it began."""
    for measure, route in each(file):
        for one, what, place in _suspensions(measure, route):
            if not one.why:
                yield Diagnostic(
                    "suspended-without-reason", f"{what} is suspended and nothing says why", place, at_key=True
                )
            if one.until and one.until.last < one.on.first:
                message = f"suspended until {one.until}, and since {one.on}"
                yield Diagnostic("dates-out-of-order", message, (*place, "until"))


def _suspensions(measure: Measure, route: Route) -> Iterator[tuple[Suspension, str, Route]]:
    if measure.suspended:
        yield measure.suspended, f"'{measure.id}'", (*route, "suspended")
    for period, target in measure.targets.items():
        if target.suspended:
            place = (*route, "targets", period.text, "suspended")
            yield target.suspended, f"the target of '{measure.id}' for {period}", place


def red_figures_have_a_note(file: Measures, today: date, settings: Settings) -> Iterator[Diagnostic]:
    """A red figure has a note: whoever reads it asks what is being done."""
    for measure, route in each(file):
        if not (measure.targets or measure.compared_with or measure.rank_within) or measure.withdrawn_by(today):
            continue
        readings = measure.readings
        last = latest(readings)
        if last is not None and not readings[last].is_known(last, today):
            last = latest([period for period, one in readings.items() if one.is_known(period, today)])
        if last is None or readings[last].note or _cannot_be_red(measure, readings[last]):
            continue
        if suspension_at(measure, last, today):
            continue
        from strategy_tracker.judging.measures.measure_standing import (
            is_red,  # where nothing is left to ask, it is not needed
        )

        if is_red(settled(measure, settings), last, today):
            what = f"'{measure.id}' is red for {last} and nothing says what will be done"
            yield Diagnostic("red-without-note", what, (*route, "readings", last.text))


def _cannot_be_red(measure: Measure, reading: Reading) -> bool:
    """What is plain without working the colour out: it has no number, or meets every target there is.

    By no rule is that red, unless others or the way to the target decide.
    """
    if measure.rank_within:
        return reading.symbol == "c"
    amount = None if reading.symbol else reading.amount(measure.unit)
    if amount is None:
        return True
    if measure.compared_with or measure.line or measure.profile:
        return False
    goals = [target.value for target in measure.targets.values() if target.value is not None]
    if len(goals) < len(measure.targets):
        return False  # more or less than a value, or no worse than another reading
    return (measure.better == "higher" and amount >= max(goals)) or (measure.better == "lower" and amount <= min(goals))


def the_rule_is_complete(file: Measures, today: date, settings: Settings) -> Iterator[Diagnostic]:
    """Every part that the declared rule needs is there."""
    for measure, route in each(file):
        for key, message, next_step in _missing_parts(measure):
            yield Diagnostic("rule-incomplete", f"'{measure.id}': {message}", (*route, key), next_step, at_key=True)
        named = (None, OWN_AVERAGE, *measure.benchmarks)
        if measure.compared_with not in named and measure.code is None:
            yield Diagnostic(
                "unknown-reference",
                f"'{measure.id}' has no benchmark '{measure.compared_with}'",
                (*route, "compared_with"),
                f"write {' or '.join(measure.benchmarks)}" if measure.benchmarks else "add it under 'benchmarks'",
            )


def _missing_parts(measure: Measure) -> Iterator[tuple[str, str, str]]:
    yield from _own_average(measure)
    rules = families(measure)
    between = [key for key in rules if key != "amber"] if measure.unit == "yes-no" else []
    if between:
        yield between[0], "between yes and no there is nothing that could be amber", "leave it out"
    # a place says by itself which way is better, as long as neither is called so
    undirected = [key for key in rules if measure.better == "none" or (measure.better is None and key != "rank_within")]
    if undirected:
        yield (
            undirected[0],
            "a rule for colours, but nothing says which way is better",
            "add 'better: higher' or 'better: lower'",
        )
    if measure.better == "on-target":
        if measure.amber_within and not measure.green_within:
            yield "amber_within", "the inner distance is missing", "add 'green_within'"
        for key in set(rules) & {"amber_from", "band", "targets"}:
            yield key, "this rule does not fit a measure that should be on target", "use 'green_within'"
        if measure.exceeded_by:
            yield "exceeded_by", "a target that should be hit is not exceeded", "leave it out"
    elif rules == ["green_within"] and not measure.amber_if:
        yield "green_within", "nothing says when it is amber", "add 'amber_within', or 'amber: none'"
    elif measure.amber_if and not measure.green_within:
        yield "amber_if", "the tolerance is missing", "add 'green_within', for example '10% of target'"


def _own_average(measure: Measure) -> Iterator[tuple[str, str, str]]:
    """What an average of its own earlier years lacks, or what is said of one that is not asked for."""
    own = measure.compared_with == OWN_AVERAGE and OWN_AVERAGE not in measure.benchmarks
    if own and not measure.over:
        yield "compared_with", "nothing says over how many years the average is", "add 'over: 3 years'"
    elif measure.over and measure.compared_with != OWN_AVERAGE:
        yield "over", "years to average, but it is not compared with them", f"add 'compared_with: {OWN_AVERAGE}'"
    elif measure.over and (measure.over.days or not measure.over.months or measure.over.months % 12):
        yield "over", f"'{measure.over}' is not a number of years", "write it as '3 years'"
    elif measure.over and measure.unit in _NOT_AVERAGED:
        yield "compared_with", f"its unit, '{measure.unit}', has no average", "compare it with a benchmark or a target"


_NOT_AVERAGED = ("narrative", "yes-no", "rank")
"""Units of which a mean says nothing."""


def distances_have_the_unit(file: Measures, today: date, settings: Settings) -> Iterator[Diagnostic]:
    """A tolerance is in the unit of its measure, and percent of a percentage says of what."""
    for measure, route in each(file):
        for key in DISTANCES:
            limit: Limit | None = getattr(measure, key)
            for distance in parts_of(limit) if limit else ():
                if not fits(distance, measure.with_currency(settings.currency), key):
                    next_step = _right_unit(measure, distance)
                    what = f"'{distance}' does not fit '{measure.id}'"
                    yield Diagnostic("distance-unit", what, (*route, key), next_step)


def _right_unit(measure: Measure, distance: Distance) -> str:
    """The next step for a tolerance in another unit than its measure's."""
    if distance.of_target or measure.unit in ("percent", "percent-change"):
        return "write it in points"
    return f"write '{distance.amount} {in_words(measure.unit)}'" if isinstance(measure.unit, OwnUnit) else ""


def changes_make_sense(file: Measures, today: date, settings: Settings) -> Iterator[Diagnostic]:
    """A change of a target or a tolerance leads to another value on a day that has come, and no other value follows."""
    for measure, route in each(file):
        if measure.changed:
            from strategy_tracker.checks.of_measures.rule_changes import of_measure  # most measures have none

            yield from of_measure(measure, route, today)
