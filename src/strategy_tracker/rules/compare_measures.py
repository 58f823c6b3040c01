"""What changed in measures: targets, rules, new readings, and readings of a reported period that were restated."""

from collections.abc import Iterator
from decimal import Decimal

from strategy_tracker.model.measure import Measure, Reading, Target, show_amount
from strategy_tracker.rules.changes import Difference, Side, colour, field, ids, whole, words
from strategy_tracker.rules.readings import amount_of, show_gap
from strategy_tracker.rules.standing import MeasureStanding


def compare_measures(old: Side, new: Side) -> Iterator[Difference]:
    """Every change of a measure from `old` to `new`."""
    for name in ids(old.measures, new.measures):
        one, two = old.measures.get(name), new.measures.get(name)
        if one is None or two is None:
            yield whole(name, "measure", one.title if one else "", two.title if two else "")
            continue
        if one.title != two.title:
            yield Difference("reworded", name, "measure", two.title, *words(one.title, two.title))
        for key in ("owner", "unit", "better", "span", "frequency", "cohort", "definition"):
            before, after = getattr(one, key), getattr(two, key)
            if before != after:
                yield field(name, "measure", two.title, key, before, after)
        yield from _targets(name, one, two)
        yield from _rules(name, one, two)
        yield from _readings(name, one, two)
        stood, stands = old.measures_stood.get(name), new.measures_stood.get(name)
        if stood and stands:
            yield from colour(
                name, "measure", two.title, stood.rating, stands.rating, _why_measure(one, two, stood, stands)
            )


def _targets(name: str, one: Measure, two: Measure) -> Iterator[Difference]:
    for period in sorted({*one.targets, *two.targets}, key=lambda p: (p.end, p.start)):
        before, after = one.targets.get(period), two.targets.get(period)
        shown = [show_amount(t.value, two.unit) if t else "none" for t in (before, after)]
        if shown[0] != shown[1]:
            yield Difference(
                "target", name, "measure", two.title, shown[0], shown[1], f"for {period}{_easier(before, after, two)}"
            )


def _easier(before: Target | None, after: Target | None, measure: Measure) -> str:
    if before is None or after is None or measure.better not in ("higher", "lower"):
        return ""
    return ", easier to meet" if (after.value < before.value) == (measure.better == "higher") else ", harder to meet"


RULE_KEYS = (
    "amber_within", "amber_from", "band", "green_within", "amber_if", "compared_with", "level_within",
    "same_within", "profile", "straight_line_from",
)  # fmt: skip


def _rules(name: str, one: Measure, two: Measure) -> Iterator[Difference]:
    for key in RULE_KEYS:
        before, after = getattr(one, key), getattr(two, key)
        if before != after:
            found = field(name, "measure", two.title, key, before, after)
            yield found._replace(kind="rule")


def _readings(name: str, one: Measure, two: Measure) -> Iterator[Difference]:
    for period in sorted({*one.readings, *two.readings}, key=lambda p: (p.end, p.start)):
        before, after = one.readings.get(period), two.readings.get(period)
        if before == after:
            continue
        shown = [_shown(reading, two) if reading else "none" for reading in (before, after)]
        if before is None:
            yield Difference("reading", name, "measure", two.title, shown[0], shown[1], f"for {period}")
        elif shown[0] != shown[1]:
            yield Difference(
                "restated", name, "measure", two.title, shown[0], shown[1], f"for {period}{_size(before, after, two)}"
            )


def _shown(reading: Reading, measure: Measure) -> str:
    amount = amount_of(reading, measure.unit)
    if amount is not None:
        return show_amount(amount, measure.unit)
    return reading.symbol or reading.words or "no number"


def _size(before: Reading | None, after: Reading | None, measure: Measure) -> str:
    """How much a restated figure moved; nothing where one of the two is suppressed or has no number."""
    was, now = (amount_of(reading, measure.unit) if reading else None for reading in (before, after))
    if was is None or now is None:
        return ""
    gap = now - was
    return f", {'+' if gap > 0 else '-'}{show_gap(abs(gap), measure.unit, Decimal(0))}"


def _why_measure(one: Measure, two: Measure, stood: MeasureStanding, stands: MeasureStanding) -> str:
    """What moved the colour of a measure, most telling first."""
    reasons = []
    if {p: t.value for p, t in one.targets.items()} != {p: t.value for p, t in two.targets.items()}:
        reasons.append("target changed")
    if any(getattr(one, key) != getattr(two, key) for key in RULE_KEYS) or _floors(one) != _floors(two):
        reasons.append("tolerance changed")
    if one.better != two.better:
        reasons.append("which way is better changed")
    before, after = stood.reading, stands.reading
    if before and after and before.period == after.period and before.amount != after.amount:
        reasons.append(f"the reading for {after.period} was restated")
    elif after and (before is None or before.period != after.period):
        reasons.append(f"new reading for {after.period}")
    return ", ".join(reasons) or ("a date passed" if one == two else "its readings were changed")


def _floors(measure: Measure) -> dict[object, Decimal | None]:
    return {period: target.amber_from for period, target in measure.targets.items()}
