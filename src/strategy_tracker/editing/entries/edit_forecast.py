"""The change of a measures file that a forecast makes: one more entry for its period, beside those made before."""

from datetime import date
from decimal import Decimal
from typing import Any

from strategy_tracker.diagnostics import Route
from strategy_tracker.editing.changes import Append, Change, Put, value_at
from strategy_tracker.editing.insert_at import keys_before, newest_first
from strategy_tracker.editing.refusals import Already, has_come
from strategy_tracker.editing.revisions import same_period
from strategy_tracker.editing.typed_figures import figure, written
from strategy_tracker.files.parsing.parse import read_tree
from strategy_tracker.model.dates.period import Period
from strategy_tracker.model.measures.measure import Measure
from strategy_tracker.model.new_entries import NewReading
from strategy_tracker.model.values import read_when, shown
from strategy_tracker.problem import Problem


def forecast_change(measure: Measure, data: bytes, route: Route, when: Period, new: NewReading, today: date) -> Change:
    """What a forecast for a period, made on a day that is whole or partial, changes in a file that holds `data`.

    Raises `Problem`, or `Already` where the file says exactly this.
    """
    _refuse_what_is_of_readings(new)
    on = new.on or today.isoformat()
    has_come(on, today, "a forecast is made on a day that has come")
    if not new.on and same_period(when, measure.readings):
        message = f"'{measure.id}' has come out for {when}: {_shown(measure, when)}"
        raise Problem(f"nothing was written: {message}", "say with --on the day on which it was expected")
    value = figure(new.value, measure.unit).get("value")
    if value is None:
        raise Problem(f"a forecast is one number, not {shown(new.value)}", "write a plain number such as 97.5")
    key = same_period(when, measure.forecasts)
    _refuse_twice(measure, key, on, value)
    entry: dict[str, Any] = {"value": value, "on": written(on)} | ({"note": new.note} if new.note else {})
    place = (*route, "forecasts")
    if key is None:
        if not measure.forecasts:
            return Put(route, "forecasts", {when.text: (entry,)}, keys_before(Measure, "forecasts"))
        after = [one.text for one in measure.forecasts if one.end <= when.end]
        return Put(place, when.text, (entry,), after, first=not after)
    held = value_at(read_tree(data), (*place, key.text))
    if isinstance(held, dict):
        return Put(place, key.text, (held, entry))
    return Append((*place, key.text), entry, first=newest_first([one.on.last for one in measure.forecasts[key]]))


def _refuse_what_is_of_readings(new: NewReading) -> None:
    for option in ("provisional", "revise", "source", "why"):
        if getattr(new, option):
            raise Problem(f"--{option} is said of a figure that came, not of a forecast", f"leave --{option} out")


def _shown(measure: Measure, when: Period) -> str:
    key = same_period(when, measure.readings)
    value = measure.readings[key].amount(measure.unit) if key else None
    return "its reading is there" if value is None else f"its reading is {value.normalize():f}"


def _refuse_twice(measure: Measure, key: Period | None, on: str, value: Decimal) -> None:
    """Refuse another forecast of the same day: each is kept, and that one would be a correction."""
    day = read_when(on)
    held = next((one for one in measure.forecasts[key] if one.on == day), None) if key else None
    if held and held.value == value:
        raise Already(f"the forecast of {on} for '{measure.id}' in {key} is {held.value}")
    if held:
        message = f"'{measure.id}' has a forecast of {on} for {key}: {held.value}"
        raise Problem(f"nothing was written: {message}", "if it was mistyped, correct it in the file")
