"""Finds updates that came long after their day: what was recorded when it could no longer be said to a body in time."""

from collections.abc import Iterator
from datetime import date, timedelta

from strategy_tracker.comparing.typed_over import FormerRecords
from strategy_tracker.model.record import Record
from strategy_tracker.model.strategy import Strategy
from strategy_tracker.model.values import Interval, When

LONG = timedelta(days=60)
"""How long after its day an update may be recorded at least; a longer review cadence gives it longer."""


def dated_back(old: FormerRecords, new: Record | None, day: date, review_every: Interval) -> Iterator[tuple[str, When]]:
    """List the updates that are new on `day` and dated long before, each as its action's address and its own day.

    Long is more than `LONG` and more than the review cadence: by then nobody had spoken. An action that is new itself
    may bring what was said of it before it was put on file.
    """
    was = old.strategies.get(new.id) if isinstance(new, Strategy) else None
    if was is None or not isinstance(new, Strategy):
        return
    known = {action.id: action for priority in was.priorities for action in priority.actions}
    for action in (action for priority in new.priorities for action in priority.actions):
        former = known.get(action.id)
        days = {update.on for update in former.updates} if former else set()
        cadence = action.review_every or new.review_every or review_every
        for update in action.updates if former else ():
            if update.on not in days and max(update.on.last + LONG, cadence.after(update.on.last)) < day:
                yield f"{new.id}/{action.id}", update.on
