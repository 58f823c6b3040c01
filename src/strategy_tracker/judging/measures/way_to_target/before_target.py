"""Says of a figure whose target is still to come what is wanted and when, how far it is, and whether it is reached."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from strategy_tracker.judging.measures.families.case import SIDES, RatedReading
from strategy_tracker.judging.measures.known_readings import KnownReading
from strategy_tracker.judging.measures.show_figures import ZERO, show_amount, show_gap, show_near
from strategy_tracker.judging.measures.way_to_target.targets import coming_target, leads_to
from strategy_tracker.judging.measures.way_to_target.wanted import Wanted
from strategy_tracker.judging.standing.of_measures import NextTarget
from strategy_tracker.judging.standing.rating import grey
from strategy_tracker.model.dates.period import Period
from strategy_tracker.model.measures.measure import Measure
from strategy_tracker.model.names.joined import commas, semicolons
from strategy_tracker.model.names.labels import Label, phrase

REACHED, ON_THE_WAY = phrase("is-reached"), phrase("is-on-the-way")


def before_target(measure: Measure, period: Period, amount: Decimal, key: Period, wanted: Wanted) -> RatedReading:
    """Tell where a figure of `period` stands before the target of `key` is due: a word, and no colour."""
    shown = within(show_near(amount, measure.shown_in, wanted.value), period)
    aim = show_near(wanted.value, measure.shown_in, amount) if wanted.is_plain else wanted.words(measure.shown_in)
    if is_reached(measure, amount, wanted):
        reached = semicolons([shown, phrase("wanted-is-reached", wanted=within(phrase("wanted", target=aim), key))])
        return RatedReading(grey("reached", reached, REACHED), goal=wanted.value)
    start = measure.baseline and measure.baseline.expected
    known = [phrase("baseline-expected-by", day=start.text)] if start else []
    distance = to_go(measure, amount, wanted)
    coming = within(phrase("wanted", target=aim), key)
    told = semicolons([shown, commas([coming, *([distance] if distance else [])]), *known])
    return RatedReading(grey("on-the-way", told, ON_THE_WAY), goal=wanted.value)


def within(told: str, period: Period) -> Label:
    """Say of a figure or a few words when they are of: `80% on 2016-12-13`, `80% wanted in 2021/22`."""
    return phrase("on-day" if period.kind == "day" else "in-period", figure=told, period=period.text)


def is_reached(measure: Measure, amount: Decimal, wanted: Wanted) -> bool:
    """Whether an amount is as good as what is wanted; never where nobody has said which way is better."""
    if measure.better is None or measure.better == "none":
        return False
    side = SIDES[measure.better]
    if side:
        ahead = (amount - wanted.value) * side
        return ahead > 0 or (ahead == 0 and not wanted.strict)
    allowed = measure.green_within.at(wanted.value) if measure.green_within else ZERO
    return abs(amount - wanted.nearest(amount)) <= allowed


def next_target(measure: Measure, shown: KnownReading | None, today: date, rated: Period | None) -> NextTarget | None:
    """Find the first target that is due after the latest reading, or what is `rated`, and counts for neither of them.

    Without a reading it is the first that is due from `today` on.
    """
    yesterday = today - timedelta(days=1)
    last = rated or (shown.period if shown else Period("", "day", yesterday, yesterday))
    coming = coming_target(measure, last)
    if coming is None or measure.better == "none":
        return None
    key, wanted = coming
    amount = shown.amount if shown and leads_to(measure, shown.period, key) else None
    parts = [to_go(measure, amount, wanted)] if amount is not None else []
    start = measure.start
    if start:
        parts.append(phrase("from-figure-on", figure=show_amount(start.value, measure.shown_in), day=start.on.text))
    words = commas([part for part in parts if part])
    return _named(measure, key, wanted)._replace(words=words, then=tuple(_later(measure, key)))


def _named(measure: Measure, key: Period, wanted: Wanted) -> NextTarget:
    return NextTarget(key.text, wanted.value, "", "" if wanted.is_plain else wanted.words(measure.shown_in))


def _later(measure: Measure, key: Period) -> Iterator[NextTarget]:
    """Every target that is due after that of `key`."""
    while coming := coming_target(measure, key):
        key, wanted = coming
        yield _named(measure, key, wanted)


def to_go(measure: Measure, amount: Decimal, wanted: Wanted) -> str:
    """Say how far an amount is from what is wanted, or that it is reached; empty where no way is called better."""
    if measure.better is None:
        return ""
    if is_reached(measure, amount, wanted):
        return phrase("reached-already")
    if measure.unit == "yes-no":
        return phrase("not-yet")
    apart = abs(amount - wanted.nearest(amount))
    if not apart:
        return phrase("exactly-there")
    return phrase("gap-to-go", gap=show_gap(apart, measure.shown_in, ZERO))
