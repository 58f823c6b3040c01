"""Finds what changed in measures: targets, rules, new readings, and figures of a reported period that were restated."""

from collections.abc import Iterator
from decimal import Decimal

from strategy_tracker.comparing.differences import (
    TIME,
    ChangeKind,
    Difference,
    MomentSide,
    colour,
    details,
    field,
    ids,
    same_colour,
    whole,
)
from strategy_tracker.comparing.eased import RULES, reason_of, rules_are_easier, target_is_easier
from strategy_tracker.comparing.reasons import UNSAID
from strategy_tracker.judging.measures.changed_rules import named, shown_value
from strategy_tracker.judging.measures.known_readings import amount_of, is_unexplained
from strategy_tracker.judging.measures.show_figures import show_amount, show_gap, signed
from strategy_tracker.judging.measures.small_cohort import one_is
from strategy_tracker.judging.standing.of_measures import MeasureStanding
from strategy_tracker.model.measures.measure import Measure
from strategy_tracker.model.measures.reading import SYMBOLS, Reading
from strategy_tracker.model.names.joined import commas, semicolons
from strategy_tracker.model.names.labels import phrase

WITHHELD = phrase("is-withheld")
"""Stands for a figure of a period that is suppressed on the other side: the difference must not reveal it."""
RULE_KEYS = (*RULES, "same_within", "profile", "straight_line_from", "baseline", "on_the_way", "counts_from")
_OWN_WORDS = frozenset({"id", "targets", "readings", "benchmarks", *RULE_KEYS})


def compare_measures(
    old: MomentSide, new: MomentSide, between: MomentSide | None = None, *, time: bool = True
) -> Iterator[Difference]:
    """List every change of a measure from `old` to `new`; `between` and `time` are those of `compare`."""
    for name in ids(old.measures, new.measures):
        one, two = old.measures.get(name), new.measures.get(name)
        if one is None or two is None:
            yield whole(name, "measure", one.title if one else "", two.title if two else "")
            continue
        if one != two:
            yield from _measure(name, one, two, two.with_currency(new.settings.currency))
        stood, stands = old.measures_stood.get(name), new.measures_stood.get(name)
        if stood and stands and (time or between or one != two):
            why = _why_measure(one, two, stood, stands)
            middle = between.measures_stood.get(name) if between else None
            if middle and not same_colour(middle.rating, stood.rating):
                why = commas([phrase("settings-changed"), *([] if one == two else [why])])
            yield from colour(name, "measure", two.title, stood.rating, stands.rating, why)


def _measure(name: str, one: Measure, two: Measure, shown: Measure) -> Iterator[Difference]:
    rules = [*_targets(name, one, shown), *_rules(name, one, shown)]
    yield from details(name, "measure", two.title, one, two, _OWN_WORDS | ({"changed"} if rules else set()))
    yield from rules
    yield from _readings(name, one, shown)
    yield from _benchmarks(name, one, two)


def _targets(name: str, one: Measure, two: Measure) -> Iterator[Difference]:
    for period in sorted({*one.targets, *two.targets}, key=lambda p: (p.end, p.start, p.text)):
        before, after = one.targets.get(period), two.targets.get(period)
        values = [target.written if target else None for target in (before, after)]
        if values[0] != values[1]:
            shown = _apart(values[0], values[1], two)
            easier = target_is_easier(one, two, period) if before and after else None
            how = [] if easier is None else [phrase("easier-to-meet" if easier else "harder-to-meet")]
            on_record = _reason(easier, reason_of(one, two, period, None))
            why = semicolons([commas([phrase("for-period", period=period.text), *how]), *on_record])
            yield Difference("target", name, "measure", two.title, *shown, why)
        floors = [target.amber_from if target else None for target in (before, after)]
        if before and after and floors[0] != floors[1]:
            reason = reason_of(one, two, period, "amber_from")
            why = semicolons([named(period, "amber_from"), *_reason(rules_are_easier(one, two), reason)])
            yield Difference("rule", name, "measure", two.title, *_apart(floors[0], floors[1], two), why)
        if before and after and before.note != after.note:
            yield field(
                name, "measure", two.title, phrase("note-on-target", period=period.text), before.note, after.note
            )


def _apart(before: Decimal | str | None, after: Decimal | str | None, measure: Measure) -> tuple[str, str]:
    """Two amounts as texts; exact where rounding would make them look the same."""
    shown = tuple(shown_value(one, measure) for one in (before, after))
    if shown[0] == shown[1]:
        return str(before), str(after)
    return shown[0], shown[1]


def _reason(easier: bool | None, reason: str) -> list[str]:
    """The reason on record; of what was made easier also that there is none."""
    return [reason or UNSAID] if reason or easier else []


def _rules(name: str, one: Measure, two: Measure) -> Iterator[Difference]:
    for key in RULE_KEYS:
        if getattr(one, key) != getattr(two, key):
            why = _reason(rules_are_easier(one, two), reason_of(one, two, None, key) if key in RULES else "")
            hidden = frozenset(type(two).model_fields) - {key}
            for found in details(name, "measure", two.title, one, two, hidden):
                what = named(None, key) if key in RULES else found.why
                yield found._replace(kind="rule", why=semicolons([what, *why]))


def _readings(name: str, one: Measure, two: Measure) -> Iterator[Difference]:
    for period in sorted({*one.readings, *two.readings}, key=lambda p: (p.end, p.start, p.text)):
        before, after = one.readings.get(period), two.readings.get(period)
        if before == after:
            continue
        if before is None or after is None:
            kind: ChangeKind = "reading" if before is None else "restated"
            one_side = [_shown(reading, two) if reading else phrase("no-value") for reading in (before, after)]
            why = commas([phrase("for-period", period=period.text), *([phrase("taken-away")] if before else [])])
            yield Difference(kind, name, "measure", two.title, one_side[0], one_side[1], why)
            continue
        shown = figures(before, after, two)
        if shown[0] != shown[1]:
            size = commas([phrase("for-period", period=period.text), *_size(before, after, two)])
            why = semicolons([size, *_reason_of_figure(before, after, two)])
            yield Difference("restated", name, "measure", two.title, *shown, why)
        yield from _remarks(name, before, after, two, phrase("for-period", period=period.text))


def _reason_of_figure(before: Reading, after: Reading, measure: Measure) -> list[str]:
    """Why a figure was revised, or that nobody says so; nothing where one is withheld."""
    if "c" in (before.symbol, after.symbol):
        return []
    reasons = [former.why for former in after.was if former not in before.was and former.why]
    reasons += [UNSAID] if is_unexplained(before, after, measure.unit) else []
    return reasons


def figures(before: Reading, after: Reading, measure: Measure) -> tuple[str, str]:
    """Print two readings of one period: the same only where the figures are; withheld where one is suppressed."""
    hidden = [reading.symbol == "c" for reading in (before, after)]
    if any(hidden):
        one, two = (SYMBOLS["c"] if each else WITHHELD for each in hidden)
        return one, two if hidden[1] else _shown(after, measure)
    amounts = [amount_of(reading, measure.unit) for reading in (before, after)]
    if None not in amounts and amounts[0] != amounts[1]:
        return _apart(amounts[0], amounts[1], measure)
    return _shown(before, measure), _shown(after, measure)


def _remarks(name: str, before: Reading, after: Reading, measure: Measure, period: str) -> Iterator[Difference]:
    """What else is said of a figure; nothing where it is suppressed, since a fraction or a note may give it away."""
    if "c" not in (before.symbol, after.symbol):
        hidden = frozenset({"value", "symbol", "words", "was"})
        for found in details(name, "measure", measure.title, before, after, hidden):
            yield found._replace(
                kind="detail", why=phrase("and-what", what=period, of=found.why) if found.why else period
            )


def _benchmarks(name: str, one: Measure, two: Measure) -> Iterator[Difference]:
    hidden = frozenset(type(two).model_fields) - {"benchmarks"}
    for found in details(name, "measure", two.title, one, two, hidden):
        hides = found.after == SYMBOLS["c"] and found.before != "none"
        yield found._replace(before=WITHHELD) if hides else found


def _shown(reading: Reading, measure: Measure) -> str:
    amount = amount_of(reading, measure.unit)
    if amount is not None:
        return show_amount(amount, measure.shown_in)
    if reading.symbol is None:
        return reading.in_words or phrase("no-number")
    value = reading.amount(measure.unit) if reading.symbol == "u" else None
    name = SYMBOLS[reading.symbol]
    return name if value is None else phrase("thing-of", what=show_amount(value, measure.shown_in), of=name)


def _size(before: Reading, after: Reading, measure: Measure) -> list[str]:
    """How much a restated figure moved; nothing where one of the two is suppressed or has no number."""
    was, now = amount_of(before, measure.unit), amount_of(after, measure.unit)
    if was is None or now is None:
        return []
    gap = now - was
    one = one_is(measure, before, after) if gap else ""
    size = signed(show_gap(abs(gap), measure.shown_in, Decimal(0)), "+" if gap > 0 else "-")
    return [phrase("thing-of", what=size, of=one) if one else size]


def _why_measure(one: Measure, two: Measure, stood: MeasureStanding, stands: MeasureStanding) -> str:
    """What moved the colour of a measure, most telling first."""
    reasons: list[str] = []
    if one.withdrawn != two.withdrawn and stood.withdrawn != stands.withdrawn:
        reasons.append(phrase("it-was-withdrawn" if two.withdrawn else "no-longer-withdrawn"))
    if stood.suspended != stands.suspended and bool(stood.suspended) != bool(stands.suspended):
        reasons.append(phrase("its-target-was-suspended" if stands.suspended else "no-longer-suspended"))
    if {p: t.written for p, t in one.targets.items()} != {p: t.written for p, t in two.targets.items()}:
        reasons.append(phrase("target-was-changed"))
    if any(getattr(one, key) != getattr(two, key) for key in RULE_KEYS) or _floors_differ(one, two):
        reasons.append(phrase("tolerance-was-changed"))
    if one.better != two.better:
        reasons.append(phrase("better-was-changed"))
    if one.benchmarks != two.benchmarks and two.compared_with:
        reasons.append(phrase("others-were-changed"))
    reasons += _what_it_is_rated_on(one, two)
    before, after = stood.reading, stands.reading
    if before and after and before.period == after.period and before.amount != after.amount:
        reasons.append(phrase("reading-was-restated", period=after.period))
    elif after and (before is None or before.period != after.period):
        reasons.append(_other_reading(one, two, before.period if before else "", after.period))
    return commas(reasons) or (TIME if one == two else phrase("readings-were-changed"))


def _what_it_is_rated_on(one: Measure, two: Measure) -> Iterator[str]:
    if one.rated_by != two.rated_by:
        yield phrase("rated-on-forecast-now" if two.rated_by else "rated-on-readings-now")
    elif two.rated_by and one.forecasts != two.forecasts:
        yield phrase("forecasts-were-changed")


def _other_reading(one: Measure, two: Measure, was: str, now: str) -> str:
    """Why the reading of another period counts: it is new, a later one was taken away, or its day has come."""
    if all(period.text != now for period in one.readings):
        return phrase("new-reading-for", period=now)
    if was and all(period.text != was for period in two.readings):
        return phrase("reading-taken-away", period=was)
    return phrase("and-what", what=TIME, of=phrase("reading-counts-now", period=now))


def _floors_differ(one: Measure, two: Measure) -> bool:
    """Whether the floor of a target that both have is another."""
    return any(
        one.targets[period].amber_from != two.targets[period].amber_from for period in one.targets.keys() & two.targets
    )
