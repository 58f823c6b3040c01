"""A check-in with an owner or a meeting: what waits for a word and from whom, and what an answer to it proposes."""

from datetime import date
from typing import Literal, NamedTuple

from strategy_tracker.app.find_item import file_of, find, measure_in
from strategy_tracker.app.writing.items.record import propose_reading
from strategy_tracker.app.writing.items.update import can_still_hold, propose_update
from strategy_tracker.app.writing.proposal import Proposal, load_whole, refuse_wrong_settings
from strategy_tracker.editing.refusals import has_come
from strategy_tracker.editing.typed_figures import day
from strategy_tracker.files.portfolio import Portfolio
from strategy_tracker.files.write import CannotWrite
from strategy_tracker.judging.attention import list_asked
from strategy_tracker.judging.standing.of_actions import ActionStanding
from strategy_tracker.judging.standing.of_measures import MeasureStanding
from strategy_tracker.judging.standing.of_portfolio import Standing
from strategy_tracker.judging.standing.owners import owners_of
from strategy_tracker.model.names.address import Item
from strategy_tracker.model.new_entries import NewReading, NewUpdate
from strategy_tracker.model.values import Interval
from strategy_tracker.problem import Problem

__all__ = [
    "CannotWrite",
    "Item",
    "Sitting",
    "WaitingItem",
    "as_said",
    "item_of",
    "measure_now",
    "open_sitting",
    "propose_answer",
    "unchanged",
    "what_waits",
]


class Sitting(NamedTuple):
    """What a check-in is held on: the portfolio, today, the day of the meeting if one is named, and who speaks."""

    portfolio: Portfolio
    today: date
    on: str
    by: str

    @property
    def day(self) -> str:
        """The day of its updates."""
        return self.on or self.today.isoformat()


class WaitingItem(NamedTuple):
    """An action or a measure that waits for a word, and whose: of several owners the first answers.

    `owner_from` is as in the standing of an action.
    """

    owners: tuple[str, ...]
    thing: Literal["action", "measure"]
    address: str
    owner_from: str | None = None


def open_sitting(portfolio: Portfolio, today: date, on: str = "", by: str = "") -> Sitting:
    """The meeting on the day `on`, or today. Raises `Problem` for a day to come, and where the settings are wrong."""
    sitting = Sitting(portfolio, today, day(on, "--on"), by.strip())
    refuse_wrong_settings(portfolio)
    has_come(sitting.day, today, "--on is the day of the meeting")
    return sitting


def what_waits(sitting: Sitting, standing: Standing, within: Interval | None = None) -> tuple[WaitingItem, ...]:
    """What in a standing is late, waits for a word, is silent or asked about by an open round; what is due `within`.

    Actions come before measures, one owner after the other, most late first. An action that has an update of the
    meeting's day waits no more.
    """
    actions = {f"{one.id}/{action.id}": action for one in standing.strategies for action in one.actions}
    spoken = {name for name, action in actions.items() if any(said.on == sitting.day for said in action.updates)}
    late = list_asked(standing, within)
    silent = [one for one in late if one.item in actions.keys() - spoken]
    asked_of = [WaitingItem(one.owners, "action", one.item, one.owner_from) for one in silent]
    read = [WaitingItem(one.owners, "measure", one.item) for one in late if "late-reading" in one.kinds]
    asked_of += [
        WaitingItem(owners_of(actions[one.item]), "action", one.item, actions[one.item].owner_from)
        for each in standing.rounds
        for one in (each.round.asked if each.round.is_open else ())
        if one.answered is None and one.item in actions.keys() - spoken
    ]
    return tuple(sorted(dict.fromkeys([*asked_of, *read]), key=lambda one: (one.thing, one.owners)))


def item_of(portfolio: Portfolio, one: WaitingItem) -> Item:
    """Where the thing that waits stands in its file now. Raises `Problem` where that has errors."""
    return find(portfolio, one.address, (one.thing,))


def measure_now(portfolio: Portfolio, meant: Item, today: date) -> MeasureStanding:
    """How a measure stands. Raises `Problem` where its file has errors."""
    record = load_whole(file_of(portfolio, meant), portfolio.settings).record
    return measure_in(record, meant, today, portfolio)


def unchanged(sitting: Sitting, before: ActionStanding) -> NewUpdate:
    """The update that says that what was said of an action last still holds. Raises `Problem` where it cannot."""
    if not before.updates:
        raise Problem("nothing has been said of it yet that could be kept", "answer 'update'")
    can_still_hold(before, sitting.day)
    return NewUpdate(on=sitting.day, no_change=True)


def as_said(sitting: Sitting, new: NewUpdate | NewReading) -> NewUpdate | NewReading:
    """An answer in a meeting: of its day, and said by the post that speaks."""
    if isinstance(new, NewReading):
        return new._replace(on=sitting.on)
    return new._replace(on=sitting.day, by=sitting.by or new.by)


def propose_answer(sitting: Sitting, item: Item, new: NewUpdate | NewReading) -> Proposal:
    """The proposal that an answer in a meeting makes. Raises `Problem` as `propose_update` and `propose_reading` do."""
    said = as_said(sitting, new)
    if isinstance(said, NewReading):
        return propose_reading(sitting.portfolio, item, said, sitting.today)
    return propose_update(sitting.portfolio, item, said, sitting.today, asked=True)
