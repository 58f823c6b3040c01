"""The changes of a strategy's file that a meeting of a body makes: one that was held, and one that is planned."""

from collections.abc import Iterator

from strategy_tracker.diagnostics import Route
from strategy_tracker.editing.changes import Append, Change, Drop, Put
from strategy_tracker.editing.insert_at import keys_before, newest_first
from strategy_tracker.editing.refusals import Already
from strategy_tracker.editing.typed_figures import written
from strategy_tracker.model.new_entries import NewMeeting
from strategy_tracker.model.strategy import Body
from strategy_tracker.model.values import read_when


def meeting_changes(body: Body, route: Route, new: NewMeeting) -> list[Change]:
    """The days and the window that are new; the day that was planned goes once a meeting was held on it or later.

    Raises `Already` where the file says exactly this.
    """
    changes = [*_held(body, route, new.held), *_window(body, route, new)]
    if new.planned:
        if body.next is None or body.next.text != new.planned:
            changes.append(Put(route, "next", written(new.planned), keys_before(Body, "next")))
    elif is_past_plan(body, new.held):
        changes.append(Drop(route, "next"))
    if not changes:
        told = (
            new.held and f"met on {new.held}",
            new.planned and f"next {new.planned}",
            new.asks_before and f"asks {new.asks_before} before",
            new.grace and f"grace of {new.grace}",
        )
        days = " and ".join(one for one in told if one)
        raise Already(f"'{body.body}': {days}")
    return changes


def _window(body: Body, route: Route, new: NewMeeting) -> Iterator[Change]:
    """How long before a meeting owners are asked, and how long after it an answer is taken, where that is new."""
    for key, now, wanted in (("asks_before", body.asks_before, new.asks_before), ("grace", body.grace, new.grace)):
        if wanted and (now is None or now.text != wanted):
            yield Put(route, key, wanted, keys_before(Body, key))


def is_past_plan(body: Body, held: str) -> bool:
    """Whether the meeting that was planned is the one that was held, or lies before it."""
    return bool(body.next and held and body.next.first <= read_when(held).last)


def _held(body: Body, route: Route, day: str) -> Iterator[Change]:
    if not day or day in [one.text for one in body.met]:
        return
    after = keys_before(Body, "held")
    if len(body.held) == 1:  # may be written as one date, not as a list
        yield Put(route, "held", (written(body.held[0].text), written(day)), after)
        return
    first = newest_first([one.last for one in body.held])
    yield Append((*route, "held"), written(day), first=first, after=after)
