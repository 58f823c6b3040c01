"""What somebody typed into a form, as a proposal; and what the form holds when it is opened."""

from collections.abc import Callable

from strategy_tracker.app.serving import typed_readings
from strategy_tracker.app.serving.memory import Picture
from strategy_tracker.app.serving.typed_answers import Typed, chosen, day_said, post_that_speaks, rated_in, said
from strategy_tracker.app.writing.answers import still_said
from strategy_tracker.app.writing.items.move import propose_move
from strategy_tracker.app.writing.items.update import propose_update
from strategy_tracker.app.writing.meeting import propose_meeting
from strategy_tracker.app.writing.proposal import Proposal
from strategy_tracker.judging.standing.owners import owners_of
from strategy_tracker.model.action import Rag, State
from strategy_tracker.model.names.address import Item
from strategy_tracker.model.new_entries import NewDueDate, NewMeeting, NewUpdate
from strategy_tracker.views.dates_and_amounts import long_date, when


def begun(picture: Picture, form: str, item: Item, post: str) -> Typed:
    """What a form holds when it is opened: today, the post that speaks, and what was said last and can still hold."""
    if form == "meeting":
        return {}
    if form == "record":
        return {"period-1": (typed_readings.period_wanted(picture, item),)}
    owners = [one for one in owners_of(rated_in(picture, item)) if one in picture.posts]
    typed = {"on": (long_date(picture.today),), "by": (post or next(iter(owners), ""),)}
    if form == "update":
        last = still_said(picture.action(item.address)[1], NewUpdate(on=picture.today.isoformat()))
        typed |= {"state": (last.state,), "rag": (last.rag,), "forecast": (last.forecast and when(last.forecast),)}
    return typed


def _update(picture: Picture, item: Item, typed: Typed) -> Proposal:
    new = NewUpdate(
        state=chosen(typed, "state", State),
        rag=chosen(typed, "rag", Rag),
        note=said(typed, "note"),
        forecast=day_said(typed, "forecast"),
        by=post_that_speaks(picture, item, typed),
        on=day_said(typed, "on"),
        evidence=tuple(said(typed, "evidence").splitlines()),
        ticked=tuple(typed.get("tick", ())),
        did=day_said(typed, "did"),
        approved_by=said(typed, "approved_by"),
    )
    return propose_update(picture.portfolio, item, new, picture.today, asked=True)


def _no_change(picture: Picture, item: Item, typed: Typed) -> Proposal:
    new = NewUpdate(by=post_that_speaks(picture, item, typed), on=day_said(typed, "on"), no_change=True)
    return propose_update(picture.portfolio, item, new, picture.today, asked=True)


def _move(picture: Picture, item: Item, typed: Typed) -> Proposal:
    post_that_speaks(picture, item, typed)
    new = NewDueDate(day_said(typed, "to"), said(typed, "why"), said(typed, "approved_by"), day_said(typed, "on"))
    return propose_move(picture.portfolio, item, new, picture.today, said(typed, "milestone"))


def _meeting(picture: Picture, item: Item, typed: Typed) -> Proposal:
    strategy = item.address.partition("//")[0]
    new = NewMeeting(day_said(typed, "held"), day_said(typed, "planned"), (strategy,))
    return propose_meeting(picture.portfolio, item.words, new, picture.today)


PROPOSED: dict[str, Callable[[Picture, Item, Typed], Proposal]] = {
    "update": _update,
    "no-change": _no_change,
    "move": _move,
    "record": typed_readings.record,
    "revise": typed_readings.revise,
    "meeting": _meeting,
}
"""What each form proposes of what was typed into it. Each raises `Problem`, which may name the field it is about."""

DAYS: dict[str, tuple[str, ...]] = {
    "update": ("forecast", "on", "did"),
    "no-change": ("on",),
    "move": ("to", "on"),
    "record": ("on",),
    "revise": ("on",),
    "meeting": ("held", "planned"),
}
"""The fields of each form that hold a day."""
THINGS: dict[str, str] = {
    "update": "action",
    "no-change": "action",
    "move": "action",
    "record": "measure",
    "revise": "measure",
    "meeting": "body",
}
"""What each form is about."""
