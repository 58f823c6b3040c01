"""The changes of a measures file that a figure makes: a new line, or a revision that keeps what the reading was."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from strategy_tracker.checks.grade import grade
from strategy_tracker.checks.of_measures.readings import ASKED_ABOUT, readings_make_sense
from strategy_tracker.diagnostics import Route
from strategy_tracker.editing.changes import Append, Change, Drop, Put
from strategy_tracker.editing.insert_at import newest_first
from strategy_tracker.editing.refusals import Already
from strategy_tracker.editing.render import one_line
from strategy_tracker.editing.revisions import ORDER, dated, revised, same_period, whole
from strategy_tracker.editing.typed_figures import figure, figures_of_groups
from strategy_tracker.files.parsing.parse import read_tree
from strategy_tracker.model.dates.period import Period
from strategy_tracker.model.measures.measure import Measure, Measures
from strategy_tracker.model.measures.reading import Reading
from strategy_tracker.model.measures.unit import SPOKEN, as_number, as_typed
from strategy_tracker.model.new_entries import NewReading
from strategy_tracker.model.settings import Settings
from strategy_tracker.model.values import read_when
from strategy_tracker.problem import Problem


def reading_changes(
    measure: Measure, data: bytes, route: Route, when: Period, new: NewReading, today: date, settings: Settings
) -> list[Change]:
    """What a figure for a period changes in a file that holds `data`, whose measure stands at `route`.

    Raises `Problem`, or `Already` where there is nothing to change.
    """
    typed, place = figure(new.value, measure.unit), (*route, "readings")
    if new.groups:
        typed["by"] = figures_of_groups(measure, new.groups)
    said = {"note": new.note, "state": "provisional" if new.provisional else "", "source": new.source}
    said = {key: text for key, text in said.items() if text}
    if new.why and not new.revise:
        raise Problem("--why says why a figure was revised", "say --revise as well, or --note for a remark", "why")
    key = same_period(when, measure.readings)
    if key is None:
        if new.revise:
            raise Problem(f"'{measure.id}' has no reading for {when} to revise", "leave --revise out", "period")
        reading = {**typed, **said, **dated(measure, when, new.on, today)}
        _possible(measure, when, reading, today, settings)
        return [_added(measure, when, reading, place)]
    old = as_typed(_held(data, (*place, key.text)), measure.unit)
    reading = revised(old, typed, said, new.on or today.isoformat(), new.why, revise=new.revise)
    if new.why and reading.get("was") == whole(old).get("was"):
        raise Problem(
            f"'{measure.id}' for {key} is {one_line(old)}: the figure is the same", "leave --why out", "value"
        )
    _refuse_unasked(measure.id, key, old, reading, new)
    _refuse_before(measure, key, new.on)
    _possible(measure, key, reading, today, settings)
    return list(_steps((*place, key.text), old, reading))


def _added(measure: Measure, when: Period, new: dict[str, Any], place: Route) -> Change:
    """A new reading in its shortest form, between the nearest periods, in the order its owner writes them."""
    periods = list(measure.readings)
    if newest_first([one.end for one in periods]):
        ends = [one.end for one in periods if one.end >= when.end]
        near = min(ends, default=None)
    else:
        ends = [one.end for one in periods if one.end <= when.end]
        near = max(ends, default=None)
    after = [one.text for one in periods if one.end == near][-1:]
    short = next(iter(new.values())) if set(new) in ({"value"}, {"symbol"}) else new
    return Put(place, when.text, short, after, first=not after)


def _held(data: bytes, route: Route) -> Any:
    """What the file holds at `route`: a number, a symbol, or a map."""
    tree: Any = read_tree(data)
    for step in route:
        tree = tree[step]
    return tree


def _refuse_unasked(measure: str, key: Period, held: Any, reading: dict[str, Any], new: NewReading) -> None:
    """Refuse a change that was not asked for; that a provisional figure is a firm one would be one."""
    if reading == whole(held):
        if reading.get("state") == "provisional" and not new.provisional:
            next_step = "if it is confirmed, 'strategy record' with --revise makes it final"
            raise Problem(
                f"nothing was written: '{measure}' for {key} is provisional: {one_line(held)}", next_step, "value"
            )
        raise Already(f"'{measure}' for {key} is {one_line(held)}")
    if not new.revise:
        next_step = "'strategy record' with --revise replaces it and keeps what it was"
        raise Problem(f"'{measure}' has a reading for {key}: {one_line(held)}", next_step, "period")


def _refuse_before(measure: Measure, key: Period, known: str) -> None:
    """Refuse to revise a reading on a day on which nobody knew it."""
    recorded = measure.readings[key].recorded
    if known and recorded and read_when(known).last < recorded.first:
        message = f"'{measure.id}' for {key} became known on {recorded}, after {known}"
        raise Problem(f"nothing was written: {message}", "say with --on the day it was revised", "on")


def _possible(measure: Measure, key: Period, new: dict[str, Any], today: date, settings: Settings) -> None:
    """Refuse what `strategy validate` would find wrong with this reading, in its words."""
    reading = as_number(new, measure.unit) if measure.unit in SPOKEN else new
    read = {"readings": {key: Reading.model_validate(reading)}, "benchmarks": {}}
    alone = Measures(measures=(measure.model_copy(update=read),))
    for item in readings_make_sense(alone, today, settings):
        if item.code not in ASKED_ABOUT and grade(item, settings.severity):
            raise Problem(f"nothing was written: {item.message}", item.help, "value")


def _steps(route: Route, held: Any, new: dict[str, Any]) -> Iterator[Change]:
    """The changes of one reading: a short one becomes a map, a map changes key by key."""
    if not isinstance(held, dict):
        yield Put(route[:-1], str(route[-1]), new)
        return
    for key, value in new.items():
        before = ORDER[: ORDER.index(key)]
        if key == "was" and value != held.get("was"):
            yield Append((*route, "was"), value[-1], after=before)
        elif value != held.get(key):
            yield Put(route, key, value, before)
    for key in held:
        if key not in new:
            yield Drop(route, key)
