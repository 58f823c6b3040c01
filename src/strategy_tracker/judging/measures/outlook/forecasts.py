"""Holds forecasts of a measure against what came, and finds the one it is rated on while nothing has come."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from strategy_tracker.judging.measures.families.case import RatedReading
from strategy_tracker.judging.measures.known_readings import KnownReading, absence
from strategy_tracker.judging.measures.rating import show_reading
from strategy_tracker.judging.measures.show_figures import ROOMY, ZERO, show_amount, show_gap
from strategy_tracker.judging.measures.way_to_target.targets import target_for
from strategy_tracker.judging.standing.of_outlook import ForecastStanding, ForecastVerdict
from strategy_tracker.judging.standing.rating import grey
from strategy_tracker.model.dates.period import Period
from strategy_tracker.model.measures.measure import Measure
from strategy_tracker.model.measures.outlook import Forecast
from strategy_tracker.model.measures.reading import Reading
from strategy_tracker.model.measures.unit import is_sum
from strategy_tracker.model.names.joined import commas, semicolons
from strategy_tracker.model.names.labels import Word, phrase


class OpenForecast(NamedTuple):
    """The forecast that counts for a period which has not come out yet, as a reading that can be rated."""

    forecast: Forecast
    expected: KnownReading


def stand_forecasts(measure: Measure, readings: Sequence[KnownReading], today: date) -> tuple[ForecastStanding, ...]:
    """List every forecast made by `today`, by the end of its period and the day it was made, beside what came."""
    found = sorted(_known(measure, today), key=lambda one: (one[0].end, one[0].start, one[1].on.last, one[1].on.first))
    waits = open_forecast(measure, readings, today) if measure.rated_by else None
    return tuple(
        _standing(measure, period, one, outturn(measure, readings, period))._replace(
            rates=waits is not None and one is waits.forecast
        )
        for period, one in found
    )


def _known(measure: Measure, today: date) -> Iterator[tuple[Period, Forecast]]:
    for period, forecasts in measure.forecasts.items():
        yield from ((period, one) for one in forecasts if one.on.first <= today)


def outturn(measure: Measure, readings: Sequence[KnownReading], period: Period) -> KnownReading | None:
    """Find what a period came out at: its own reading, or where a figure is of a day, the one of its last day.

    The last month of a year is the year's outturn where a figure is a state or counts up, not where months add up.
    """
    same = next((each for each in readings if each.period[2:] == period[2:]), None)
    if same or _adds_up(measure):
        return same
    ended = [each for each in readings if each.period.end == period.end and period.holds(each.period)]
    return min(ended, key=lambda each: each.period.start, default=None)


def _adds_up(measure: Measure) -> bool:
    return measure.span == "period" or (measure.span is None and is_sum(measure.unit))


def open_forecast(measure: Measure, readings: Sequence[KnownReading], today: date) -> OpenForecast | None:
    """Find the forecast to rate on: of the first period that has begun and has not come out, the latest one made."""
    waiting = [
        (period.end, period.start, one.on.last, n, period, one)
        for n, (period, one) in enumerate(_known(measure, today))
        if period.start <= today and not outturn(measure, readings, period) and not _is_past(period, readings)
    ]
    if not waiting:
        return None
    first = min(waiting)[4]
    period, one = max(each for each in waiting if each[4][2:] == first[2:])[4:]
    return OpenForecast(one, KnownReading(period, Reading.model_construct(value=one.value), one.value))


def _is_past(period: Period, readings: Sequence[KnownReading]) -> bool:
    """Whether a later period of the same kind has come out, so that nobody waits for this one any more."""
    return any(each.period.kind == period.kind and each.period.end > period.end for each in readings)


def is_outturn(measure: Measure, readings: Sequence[KnownReading], shown: KnownReading) -> bool:
    """Whether a reading is what the period of its target came out at; without a target every reading is."""
    found = target_for(measure, shown.period)
    came = outturn(measure, readings, found[0]) if found else shown
    return came is not None and came.period == shown.period


def rate_expected(
    measure: Measure,
    readings: Sequence[KnownReading],
    shown: KnownReading | None,
    today: date,
    judge: Callable[[KnownReading], RatedReading],
) -> tuple[Period, RatedReading] | None:
    """Rate a measure on what its period is expected to come out at, by its own rule, and say which period that is.

    None where the reading that is `shown` is to be rated, being what its period came out at, or nothing can be.
    """
    waits = open_forecast(measure, readings, today)
    if waits is not None:
        period = waits.expected.period
        judged = judge(waits.expected)
        if judged.goal is None:
            return period, judged
        day, why = waits.forecast.on.text, judged.rating.reason
        reason = phrase("by-the-forecast", day=day, period=period.text, reason=why)
        return period, RatedReading(judged.rating._replace(reason=reason), goal=judged.goal)
    found = target_for(measure, shown.period if shown else Period("", "day", today, today))
    if found is None or measure.better == "none" or (shown and is_outturn(measure, readings, shown)):
        return None
    reason = phrase("no-forecast-given", period=found[0].text)
    return found[0], RatedReading(grey("no-forecast", reason))


def _standing(measure: Measure, period: Period, one: Forecast, came: KnownReading | None) -> ForecastStanding:
    amount = came.amount if came else None
    expected = show_amount(one.value, measure.shown_in)
    said = phrase("forecast-for", figure=expected, period=period.text, day=one.on.text)
    verdict: ForecastVerdict
    if came is None:
        verdict, words = "open", commas([said, phrase("not-come-out")])
    elif amount is None:
        verdict, words = "unknown", semicolons([said, absence(came).reason])
    else:
        verdict = _verdict(measure, period, one.value, amount)
        told: list[str] = [phrase(_VERDICTS[verdict])]
        if amount != one.value:
            apart = show_gap(abs(amount - one.value), measure.shown_in, ZERO)
            told.append(phrase("so-much-more" if amount > one.value else "so-much-less", gap=apart))
        shown = show_reading(measure, came.period, amount)
        words = phrase("came-out-at", said=said, figure=shown, verdict=commas(told))
    gap = None if amount is None else amount - one.value
    return ForecastStanding(
        period.text, period.end, one.on.text, one.value, one.by, one.note, amount, gap, verdict, words
    )


_VERDICTS: dict[ForecastVerdict, Word] = {
    "right": "forecast-right",
    "too-hopeful": "too-hopeful",
    "too-cautious": "too-cautious",
    "too-high": "too-high",
    "too-low": "too-low",
}


def _verdict(measure: Measure, period: Period, expected: Decimal, came: Decimal) -> ForecastVerdict:
    """Whether a forecast was too good or not good enough; right where it differs by no more than it was rounded."""
    same = measure.same_within
    target = target_for(measure, period)
    within = same.at(target[1].value if same.of_target and target else ZERO) if same else ZERO
    places = Decimal(1).scaleb(min(0, int(expected.as_tuple().exponent)))
    if abs(came - expected) <= within or came.quantize(places, ROUND_HALF_UP, ROOMY) == expected:
        return "right"
    nearer = abs(expected - target[1].value) - abs(came - target[1].value) if target else ZERO
    if measure.better == "on-target" and nearer:
        return "too-hopeful" if nearer < 0 else "too-cautious"
    if measure.better in ("higher", "lower"):
        return "too-hopeful" if (expected > came) == (measure.better == "higher") else "too-cautious"
    return "too-high" if expected > came else "too-low"
