"""What stands in the fields of a form: days as Britain writes them, an answer that was chosen, a post of the owners."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, get_args

from strategy_tracker.app.serving.memory import Picture
from strategy_tracker.editing.typed_figures import day
from strategy_tracker.judging.standing.owners import Owned, owners_of
from strategy_tracker.model.names.address import Item
from strategy_tracker.model.spellings import spelled_date
from strategy_tracker.model.values import shown
from strategy_tracker.problem import Problem
from strategy_tracker.views.dates_and_amounts import when

Typed = Mapping[str, Sequence[str]]
"""What a form holds: the values of each field."""


class Faulty(Problem):
    """What was typed cannot be: `faults` are all that are known, each with its field."""

    def __init__(self, faults: Sequence[Problem]) -> None:
        super().__init__(faults[0].message, faults[0].next_step, faults[0].field)
        self.faults = tuple(faults)


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


def chosen(typed: Typed, name: str, allowed: Any) -> str:
    """The answer that was chosen of those `allowed`. Raises `Problem` for any other, which no page of ours sends."""
    given = said(typed, name)
    if given and given not in get_args(allowed):
        raise Problem(f"{shown(given)} is none of the answers", "choose one of them", name)
    return given


def post_that_speaks(picture: Picture, item: Item, typed: Typed) -> str:
    """The post that speaks. Raises `Problem` where it owns nothing here: a form takes no name of a person.

    Where the settings let a post write only of what it owns, it has to be an owner of the item.
    """
    post = said(typed, "by")
    if post and post not in picture.posts:
        raise Problem(f"'{post}' owns nothing here", "choose a post from the list", "by")
    if picture.portfolio.settings.form.own_items:
        owners = owners_of(rated_in(picture, item))
        if post not in owners:
            who = f"'{post}' does not answer for this" if post else "it is not said who speaks"
            raise Problem(who, f"choose {' or '.join(owners)}" if owners else "nobody is named who does", "by")
    return post


def rated_in(picture: Picture, item: Item) -> Owned:
    """The action or measure of an item, as it stands."""
    if item.thing == "measure":
        return picture.standing.measures[item.address]
    return picture.action(item.address)[1]
