"""Looks for personal data and small numbers, which must not stand in a file that others will read.

Only where the settings ask for it (`check_privacy: true`) or `strategy validate --privacy` does.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from strategy_tracker.checks.of_measures.measure_rules import each
from strategy_tracker.checks.of_people.personal_data import personal_data
from strategy_tracker.checks.of_people.small_counts import tells_a_small_count
from strategy_tracker.diagnostics import Diagnostic, Route
from strategy_tracker.model.dates.period import Period
from strategy_tracker.model.measures.group_measures import of_groups, with_groups
from strategy_tracker.model.measures.groups import address_of
from strategy_tracker.model.measures.measure import Measure, Measures
from strategy_tracker.model.measures.reading import Figure
from strategy_tracker.model.measures.unit import OwnUnit
from strategy_tracker.model.record import Record
from strategy_tracker.model.settings import Settings


def texts(value: Any, route: Route = ()) -> Iterator[tuple[str, Route]]:
    """Give every text in a record with its route."""
    if isinstance(value, Record):
        for name, field in type(value).model_fields.items():
            yield from texts(getattr(value, name), (*route, str(field.alias or name)))
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from texts(inner, (*route, str(getattr(key, "text", key))))
    elif type(value) is tuple:
        for number, inner in enumerate(value):
            yield from texts(inner, (*route, number))
    elif type(value) is str:
        yield value, route


def nobody_can_be_recognised(record: Record, today: date, settings: Settings) -> Iterator[Diagnostic]:
    """No text looks like an age, a date of birth or a number of one person, a way to reach one, or a count of few."""
    if not settings.check_privacy:
        return
    for text, route in texts(record):
        if found := told_of_people(text, settings):
            yield found._replace(route=route)


def told_of_people(text: str, settings: Settings) -> Diagnostic | None:
    """Say what a text tells of one person or of few; None where it looks like nothing of the kind."""
    threshold = settings.suppress_below
    if kind := personal_data(text):
        return Diagnostic("personal-data", f"this looks like {kind}")
    if threshold is not None and tells_a_small_count(text, threshold):
        return Diagnostic("small-count-in-words", f"this counts fewer than {threshold} people")
    return None


def small_numbers_are_suppressed(file: Measures, today: date, settings: Settings) -> Iterator[Diagnostic]:
    """No measure has a count under the threshold, nor one behind a percentage; one meant for publication must not."""
    if not settings.check_privacy:
        return
    threshold = settings.suppress_below
    for measure, route in each(file):
        if threshold is None:
            if measure.public:
                what = f"'{measure.id}' is meant for publication"
                yield Diagnostic("no-threshold", what, (*route, "public"), at_key=True)
            continue
        start = measure.baseline.known if measure.baseline else None
        if start and _small(measure, Figure(value=start.value), threshold):
            message = f"the baseline of '{measure.id}' shows a count under {threshold}"
            code = "small-number" if measure.public else "small-number-kept"
            yield Diagnostic(code, message, (*route, "baseline", "value"))
        listed = (
            (held, period, reading)
            for held in (measure, *of_groups(measure))
            for period, reading in held.readings.items()
        )
        for held, period, reading in listed:
            shown = _small(measure, reading, threshold)
            if shown or any(_small(measure, former, threshold) for former in reading.was):
                verb = "shows" if shown else "once had"
                message = f"'{held.id}' for {period} {verb} a count under {threshold}"
                code = "small-number" if shown and measure.public else "small-number-kept"
                yield Diagnostic(code, message, _place(held, period, route))


def _place(measure: Measure, period: Period, route: Route) -> Route:
    """Where the figure of a measure stands, or that of one of its groups."""
    address = address_of(measure.id)
    groups = ("by", address.by, address.group) if address.by else ()
    return (*route, "readings", period.text, *groups)


def _small(measure: Measure, reading: Figure, threshold: Decimal) -> bool:
    """Whether a count of people, a numerator, or what is left of its whole, is above 0 and under the threshold."""
    if measure.counts not in (None, "people"):
        return False
    own = isinstance(measure.unit, OwnUnit) and measure.is_about_people
    counts = [reading.value] if measure.unit == "count" or own else []
    if reading.numerator is not None and reading.denominator is not None:
        counts += [reading.numerator, reading.denominator - reading.numerator]
    return any(count is not None and 0 < count < threshold for count in counts)


def suppressed_figures_stay_hidden(file: Measures, today: date, settings: Settings) -> Iterator[Diagnostic]:
    """A suppressed figure is not the only one missing from a total that is published beside its parts."""
    if not settings.check_privacy:
        return
    routes = {measure.id: route for measure, route in each(file)}
    for total, parts in _sums(file):
        for period in total.readings:
            if total.readings[period].value is None:
                continue
            hidden = [part for part in parts if _is_hidden(part, period)]
            if len(hidden) == 1 and all(_is_known(part, period) for part in parts if part is not hidden[0]):
                message = f"'{hidden[0].id}' for {period} can be worked out: '{total.id}' less its other parts"
                place = _place(hidden[0], period, routes[address_of(hidden[0].id).measure])
                yield Diagnostic("suppressed-can-be-worked-out", message, place)
    for measure, route in each(file):
        yield from _quarters(measure, route)


def _sums(file: Measures) -> Iterator[tuple[Measure, list[Measure]]]:
    parts: dict[tuple[str, str], list[Measure]] = defaultdict(list)
    for measure in with_groups(file.measures):
        parts[measure.part_of or "", address_of(measure.id).by].append(measure)
    totals = {total.id: total for total in file.measures}
    yield from ((totals[name], listed) for (name, _), listed in parts.items() if name in totals)


def _is_hidden(measure: Measure, period: Period) -> bool:
    return period in measure.readings and measure.readings[period].symbol == "c"


def _is_known(measure: Measure, period: Period) -> bool:
    return period in measure.readings and measure.readings[period].value is not None


def _quarters(measure: Measure, route: Route) -> Iterator[Diagnostic]:
    """Quarters of a counted year: with the year and three of them known, the fourth is."""
    if not (measure.unit == "count" or isinstance(measure.unit, OwnUnit)) or measure.span not in (None, "period"):
        return
    for year in (
        period for period, reading in measure.readings.items() if period.kind == "year" and reading.value is not None
    ):
        inside = [period for period in measure.readings if period.kind == "quarter" and year.holds(period)]
        hidden = [period for period in inside if _is_hidden(measure, period)]
        if len(inside) == 4 and len(hidden) == 1:
            message = f"'{measure.id}' for {hidden[0]} can be worked out: {year} less its other quarters"
            yield Diagnostic("suppressed-can-be-worked-out", message, (*route, "readings", hidden[0].text))
