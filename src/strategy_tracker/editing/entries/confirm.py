"""The changes of a file by which a person confirms what a machine drafted: the marks go."""

from collections.abc import Iterator

from strategy_tracker.diagnostics import Route
from strategy_tracker.editing.changes import Change, Drop, Put
from strategy_tracker.editing.insert_at import keys_before
from strategy_tracker.editing.refusals import Already
from strategy_tracker.model.action import Action, Update
from strategy_tracker.model.measures.measure import Measure


def confirmed_action(action: Action, route: Route, by: str) -> list[Change]:
    """Take the marks off an action and its updates; `by` is put where an update names nobody.

    Raises `Already` where nothing is marked.
    """
    changes: list[Change] = [Drop(route, "drafted")] if action.drafted else []
    for number, update in enumerate(action.updates):
        changes += _confirmed(update, (*route, "updates", number), by)
    return _or_already(changes, action.id)


def _confirmed(update: Update, route: Route, by: str) -> Iterator[Change]:
    if update.drafted:
        yield Drop(route, "drafted")
        if by and not update.by:
            yield Put(route, "by", by, keys_before(Update, "by"))


def confirmed_measure(measure: Measure, route: Route) -> list[Change]:
    """Take the marks off the readings of a measure. Raises `Already` where nothing is marked."""
    drafted = [period.text for period, reading in measure.readings.items() if reading.drafted]
    return _or_already([Drop((*route, "readings", name), "drafted") for name in drafted], measure.id)


def _or_already(changes: list[Change], name: str) -> list[Change]:
    if not changes:
        raise Already(f"nothing of '{name}' is marked as drafted")
    return changes
