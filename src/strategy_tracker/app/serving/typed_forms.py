"""What somebody typed into a form, as a proposal: days as Britain writes them, a post chosen from the owners."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, get_args

from strategy_tracker.app.serving.memory import Picture
from strategy_tracker.app.writing.answers import still_said
from strategy_tracker.app.writing.move import propose_move
from strategy_tracker.app.writing.proposal import Proposal
from strategy_tracker.app.writing.update import propose_update
from strategy_tracker.editing.typed_figures import day
from strategy_tracker.judging.standing.owners import owners_of
from strategy_tracker.model.action import Rag, State
from strategy_tracker.model.names.address import Item
from strategy_tracker.model.new_entries import NewDueDate, NewUpdate
from strategy_tracker.model.spellings import spelled_date
from strategy_tracker.model.values import shown
from strategy_tracker.problem import Problem
from strategy_tracker.views.dates_and_amounts import long_date, when
from strategy_tracker.views.screens.show import ItemShown

Typed = Mapping[str, Sequence[str]]
"""What a form holds: the values of each field."""


def said(typed: Typed, name: str) -> str:
    """The value of a field, without the blanks around it; empty where it has none."""
    return next(iter(typed.get(name, ())), "").strip()


def day_said(typed: Typed, name: str) -> str:
    """The day in a field as a file holds it; what is no day is as it was typed.

    Day comes before month, as in Britain: `3/4/26` is 3 April 2026.
    """
    text = said(typed, name)
    short = re.fullmatch(r"(\d\d?)([/.-])(\d\d?)\2(\d\d)", text, re.ASCII)
    meant = spelled_date(f"{short[1]}/{short[3]}/20{short[4]}" if short else text)
    return meant.text if meant else text


def begun(picture: Picture, form: str, item: ItemShown, post: str) -> Typed:
    """What a form holds when it is opened: today, the post that speaks, and what was said last and can still hold."""
    rated = item.action or item.measure
    owners = [one for one in (owners_of(rated) if rated else ()) if one in picture.posts]
    typed = {"on": (long_date(picture.today),), "by": (post or next(iter(owners), ""),)}
    if form == "update" and item.action:
        last = still_said(item.action, NewUpdate(on=picture.today.isoformat()))
        typed |= {"state": (last.state,), "rag": (last.rag,), "forecast": (last.forecast and when(last.forecast),)}
    return typed


def understood(typed: Typed, days: Sequence[str]) -> Typed:
    """What was typed, with each day in the words it was understood in: a person sees what was made of `3/4/26`."""
    return {**typed, **{name: (when(said_day),) for name in days if (said_day := day_said(typed, name))}}


def faults_in(typed: Typed, days: Sequence[str]) -> Iterator[Problem]:
    """What is no day in fields that hold one, each by itself: a person is told of all of them at once."""
    for name in days:
        try:
            day(day_said(typed, name), f"--{name}")
        except Problem as error:
            yield error


def _update(picture: Picture, item: Item, typed: Typed) -> Proposal:
    new = NewUpdate(
        state=_chosen(typed, "state", State),
        rag=_chosen(typed, "rag", Rag),
        note=said(typed, "note"),
        forecast=day_said(typed, "forecast"),
        by=_post(picture, typed),
        on=day_said(typed, "on"),
        evidence=tuple(said(typed, "evidence").splitlines()),
        ticked=tuple(typed.get("tick", ())),
        did=day_said(typed, "did"),
        approved_by=said(typed, "approved_by"),
    )
    return propose_update(picture.portfolio, item, new, picture.today, asked=True)


def _no_change(picture: Picture, item: Item, typed: Typed) -> Proposal:
    new = NewUpdate(by=_post(picture, typed), on=day_said(typed, "on"), no_change=True)
    return propose_update(picture.portfolio, item, new, picture.today, asked=True)


def _move(picture: Picture, item: Item, typed: Typed) -> Proposal:
    new = NewDueDate(day_said(typed, "to"), said(typed, "why"), said(typed, "approved_by"), day_said(typed, "on"))
    return propose_move(picture.portfolio, item, new, picture.today, said(typed, "milestone"))


def _post(picture: Picture, typed: Typed) -> str:
    """The post that speaks. Raises `Problem` where it owns nothing here: a form takes no name of a person."""
    post = said(typed, "by")
    if post and post not in picture.posts:
        raise Problem(f"'{post}' owns nothing here", "choose a post from the list", "by")
    return post


def _chosen(typed: Typed, name: str, allowed: Any) -> str:
    """The answer that was chosen of those `allowed`. Raises `Problem` for any other, which no page of ours sends."""
    given = said(typed, name)
    if given and given not in get_args(allowed):
        raise Problem(f"{shown(given)} is none of the answers", "choose one of them", name)
    return given


PROPOSED: dict[str, Callable[[Picture, Item, Typed], Proposal]] = {
    "update": _update,
    "no-change": _no_change,
    "move": _move,
}
"""What each form proposes of what was typed into it. Each raises `Problem`, which may name the field it is about."""

DAYS: dict[str, tuple[str, ...]] = {"update": ("forecast", "on", "did"), "no-change": ("on",), "move": ("to", "on")}
"""The fields of each form that hold a day."""
THINGS: dict[str, str] = {"update": "action", "no-change": "action", "move": "action"}
"""What each form is about."""
