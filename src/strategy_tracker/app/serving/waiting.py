"""What waits for a word of each post, as a check-in asks it, with why."""

from collections.abc import Iterator
from typing import NamedTuple

from strategy_tracker.app.serving.memory import Picture
from strategy_tracker.app.writing.items.checkin import WaitingItem, open_sitting, what_waits
from strategy_tracker.judging.standing.of_actions import ActionStanding
from strategy_tracker.judging.standing.rating import Rating
from strategy_tracker.views.screens.standing.status_detail import words_of


class WaitingThing(NamedTuple):
    """An action or a measure that waits for a word: its address, its own words, its colour, and why it waits."""

    address: str
    thing: str
    words: str
    rating: Rating
    why: tuple[str, ...]
    owners: tuple[str, ...]


class WaitingPost(NamedTuple):
    """A post and what waits for its word; the name is empty for what nobody owns."""

    post: str
    things: tuple[WaitingThing, ...]


def waiting_by_post(picture: Picture) -> tuple[WaitingPost, ...]:
    """Every post for which something waits, by name, with what it is; what nobody owns comes last.

    Of several owners each is shown it. Raises `Problem` where the settings are wrong.
    """
    found: dict[str, list[WaitingThing]] = {}
    for one in _things(picture):
        for owner in one.owners or ("",):
            found.setdefault(owner, []).append(one)
    return tuple(WaitingPost(post, tuple(found[post])) for post in sorted(found, key=lambda name: (not name, name)))


def _things(picture: Picture) -> Iterator[WaitingThing]:
    sitting = open_sitting(picture.portfolio, picture.today)
    actions = {f"{one.id}/{action.id}": action for one in picture.standing.strategies for action in one.actions}
    asked = {
        one.item: f"asked before the meeting of {each.body} on {each.round.meeting}"
        for each in picture.standing.rounds
        for one in (each.round.asked if each.round.is_open else ())
        if one.answered is None
    }
    for waits in what_waits(sitting, picture.standing):
        yield _action(waits, actions[waits.address], asked) if waits.thing == "action" else _measure(waits, picture)


def _action(waits: WaitingItem, action: ActionStanding, asked: dict[str, str]) -> WaitingThing:
    why = (*words_of(action), *([asked[waits.address]] if waits.address in asked else []))
    return WaitingThing(waits.address, "action", action.text, action.rating, why, waits.owners)


def _measure(waits: WaitingItem, picture: Picture) -> WaitingThing:
    measure = picture.standing.measures[waits.address]
    return WaitingThing(waits.address, "measure", measure.title, measure.rating, (measure.late.words,), waits.owners)
