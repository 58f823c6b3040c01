"""The changes of a file by which another post accepts a finished action."""

from datetime import date

from strategy_tracker.diagnostics import Route
from strategy_tracker.editing.changes import Change, Put
from strategy_tracker.editing.insert_at import keys_before
from strategy_tracker.editing.refusals import Already
from strategy_tracker.editing.typed_figures import written
from strategy_tracker.judging.actions.clocks import known_updates
from strategy_tracker.judging.actions.sign_off import is_own, said_since_finished
from strategy_tracker.model.action import Action, Update
from strategy_tracker.model.values import read_when
from strategy_tracker.problem import Problem


def acceptance(action: Action, route: Route, owners: tuple[str, ...], by: str, on: str) -> list[Change]:
    """Put on the update that says an action is finished who accepted it and when.

    Raises `Problem` where nobody says that it is finished, or the one who accepts it reported it; `Already` where it is
    accepted.
    """
    told = said_since_finished(known_updates(action.updates, date.max))
    if not told:
        step = f"first say so: strategy update {action.id} --state delivered"
        raise Problem(f"'{action.id}' is not said to be delivered or complete", step)
    if before := next((one for one in told if one.accepted_by), None):
        when = f" on {before.accepted_on}" if before.accepted_on else ""
        raise Already(f"'{action.id}' was accepted by {before.accepted_by}{when}")
    said = next(one for one in reversed(told) if one.state)
    if read_when(on).last < said.on.first:
        raise Problem(f"{on} lies before {said.on}, when it was said to be {said.state}", "say the day with --on")
    if is_own(said.model_copy(update={"accepted_by": by}), owners):
        raise Problem(f"'{by}' reported it, and cannot accept it as well", "say --by with another post or body")
    place = (*route, "updates", action.updates.index(said))
    return [
        Put(place, "accepted_by", by, keys_before(Update, "accepted_by")),
        Put(place, "accepted_on", written(on), keys_before(Update, "accepted_on")),
    ]
