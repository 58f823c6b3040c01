"""Asks that what is expected of a measure is possible, and that limits are asked of figures that can have them."""

from collections.abc import Iterator
from datetime import date

from strategy_tracker.checks.of_measures.measure_rules import each
from strategy_tracker.checks.of_measures.readings import twice
from strategy_tracker.checks.updates import not_come
from strategy_tracker.diagnostics import Diagnostic
from strategy_tracker.model.measures.measure import Measures
from strategy_tracker.model.measures.possible import impossible
from strategy_tracker.model.settings import Settings


def forecasts_are_possible(file: Measures, today: date, settings: Settings) -> Iterator[Diagnostic]:
    """No forecast is of what cannot be, and no period has forecasts under two names."""
    for measure, route in each(file):
        if measure.forecasts:
            yield from twice(measure.forecasts, (*route, "forecasts"))
        for period, forecasts in measure.forecasts.items():
            for n, one in enumerate(forecasts):
                if words := impossible(one.value, measure):
                    message = f"a forecast of {one.value} for '{measure.id}': {words}"
                    yield Diagnostic("out-of-range", message, (*route, "forecasts", period.text, n))


def forecasts_were_made(file: Measures, today: date, settings: Settings) -> Iterator[Diagnostic]:
    """No forecast is of a day that has not come."""
    for measure, route in each(file):
        for period, forecasts in measure.forecasts.items():
            for n, one in enumerate(forecasts):
                yield from not_come(one.on, today, (*route, "forecasts", period.text, n, "on"))


def limits_fit(file: Measures, today: date, settings: Settings) -> Iterator[Diagnostic]:
    """Limits of variation are asked of figures that stand beside each other, not of what counts up or is words."""
    for measure, route in each(file):
        if measure.limits_over and not measure.variation:
            what = f"'{measure.id}' says what its limits are worked out from, and asks for none"
            yield Diagnostic("limits-do-not-fit", what, (*route, "limits_over"), "add 'variation: xmr'", at_key=True)
        if measure.variation and (measure.span == "cumulative" or measure.unit == "narrative"):
            why = "it is known in words only" if measure.unit == "narrative" else "it grows all year"
            what = f"'{measure.id}' asks for limits of usual variation, and {why}"
            yield Diagnostic("limits-do-not-fit", what, (*route, "variation"), at_key=True)


def red_forecasts_have_a_note(file: Measures, today: date, settings: Settings) -> Iterator[Diagnostic]:
    """A forecast by which a measure is red has a note, as a red figure has."""
    for measure, route in each(file):
        if not (measure.rated_by and measure.forecasts) or measure.withdrawn_by(today):
            continue
        from strategy_tracker.judging.measures.measure_standing import stand_measure  # few measures ask for it

        stood = stand_measure(measure, today, settings, "", route)
        expected = next((one for one in stood.forecasts if one.rates), None)
        if expected and stood.rating.colour == "red" and not expected.note:
            what = f"'{measure.id}' is red by its forecast for {expected.period} and nothing says what will be done"
            yield Diagnostic("red-without-note", what, (*route, "forecasts", expected.period))
