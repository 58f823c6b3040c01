"""What would be of no use to a board: an update or a move that says nothing, or two things."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from strategy_tracker.judging.actions.action_colour import LIVE
from strategy_tracker.model.action import CLOSED, HALTED, Action, Milestone
from strategy_tracker.model.dates.date_steps import DateStep, date_steps, moves_in_order, same_date
from strategy_tracker.model.dates.typed_dates import TypedDate, steps_with_typed
from strategy_tracker.model.new_entries import NewUpdate
from strategy_tracker.model.values import When, read_when
from strategy_tracker.problem import Problem


class Already(Exception):
    """The file says exactly this; the text shows how."""


def update_makes_sense(new: NewUpdate, today: date) -> None:
    """Refuse an update that a board could not use.

    Raises `Problem`.
    """
    has_come(new.on, today, "an update is said on a day that has come")
    if new.no_change and (new.state or new.rag or new.forecast):
        raise Problem(
            "no change, and a state, a colour or a forecast, say two things", "leave one of them out", "state"
        )
    if new.happened and read_when(new.happened).first > read_when(new.on).last:
        raise Problem(
            f"--happened {new.happened} lies after the update, of {new.on}", "correct one of the days", "happened"
        )
    if new.rag in ("blue", "grey"):
        raise Problem(f"an owner's judgement is red, amber or green, not {new.rag}", "a complete action: --done", "rag")
    if new.rag and (new.state or None) not in LIVE:
        again = "leave --rag out, or say --state in-progress if it goes on"
        raise Problem(f"an action that is {new.state} has no red, amber or green", again, "rag")
    if new.rag in ("red", "amber") and not new.note:
        raise Problem(f"{new.rag} without a note", 'say what will be done about it: --note "…"', "note")
    if new.forecast:
        _forecast_makes_sense(new.forecast, new.state, new.on)


def halts(new: NewUpdate, before: str | None) -> bool:
    """Whether an update pauses, stops or supersedes an action that was in another state `before`: it needs a reason."""
    return new.state in HALTED and new.state != before


def _forecast_makes_sense(forecast: str, state: str, on: str) -> None:
    if state in CLOSED:
        raise Problem(f"an action that is {state} is not expected any more", "leave --forecast out", "forecast")
    if read_when(forecast).last < read_when(on).first:
        raise Problem(f"the forecast {forecast} lies before the update", "correct one of the dates", "forecast")


def has_come(text: str, today: date, why: str, field: str = "on") -> None:
    """Raise `Problem` for a day that lies ahead."""
    if read_when(text).first > today:
        raise Problem(f"{text} has not come yet", why, field)


def move_makes_sense(
    item: Action | Milestone,
    name: str,
    address: str,
    state: str | None,
    *,
    due: When,
    decided: When,
    today: date,
    typed: Sequence[TypedDate] = (),
) -> None:
    """Refuse a move that says nothing, or that a record of moves could not show; `state` is that of the action.

    `typed` are the dates of the item that git saw typed over. Raises `Problem`.
    """
    has_come(decided.text, today, "--on is the day the move was decided")
    if isinstance(item, Milestone) and item.done:
        raise Problem(
            f"'{name}' was done on {item.done}: its date holds nobody to anything", "leave it as it is", "milestone"
        )
    if state in CLOSED:
        again = f"if it goes on, first say so: strategy update {address} --state in-progress"
        action = name if isinstance(item, Action) else address
        raise Problem(f"'{action}' is {state}: its due date holds nobody to anything", again)
    missing = missing_step(item, due, typed)
    if same_date(due, item.due) and not missing:
        raise Problem(f"'{name}' is due {item.due} already", "say another date", "to")
    if due.last < decided.first and not missing:
        raise Problem(f"{due} had passed on {decided}, the day of the move", "say a date to come", "to")
    for move in item.moved if item.due else ():
        if _order(move.on, move.former) > _order(decided, missing.former if missing else item.due):
            before = f"it was moved on {move.on}, from {move.former}: this move would come before that one"
            raise Problem(before, "say the day it was decided with --on", "on")


def missing_step(item: Action | Milestone, due: When, typed: Sequence[TypedDate]) -> DateStep | None:
    """The step to the date that is in the file already, where no move is on record for it; as git knows it, too."""
    if not same_date(due, item.due):
        return None
    last = steps_with_typed(list(date_steps(moves_in_order(item.moved), item.due)), item.due, typed)[-1:]
    return last[0] if last and last[0].move is None else None


def _order(on: When, former: When | None) -> tuple[date, ...]:
    """What the moves of an action are sorted by where they are read."""
    return (on.last, on.first, former.last, former.first) if former else (on.last, on.first)


class MilestoneText(Protocol):
    """A milestone, as a file holds it or as it stands."""

    @property
    def text(self) -> str:
        """What will have happened."""

    @property
    def done(self) -> object:
        """When it was done, if it was."""


def step_meant(steps: Sequence[MilestoneText], typed: str) -> int:
    """The number, from 0, of the milestone a person means by its number from 1, or by some of its words.

    Of several with these words it is the only one that is not done. Raises `Problem`.
    """
    typed = typed.strip()
    fits = [n for n in range(len(steps)) if typed == str(n + 1)]
    fits = fits or [n for n, step in enumerate(steps) if typed and typed.casefold() in step.text.casefold()]
    fits = fits if len(fits) < 2 else [n for n in fits if not steps[n].done]
    if len(fits) == 1:
        return fits[0]
    listed = "; ".join(f"{n} {step.text}" for n, step in enumerate(steps, 1))
    raise Problem(f"'{typed}' is not one milestone of this action", f"they are: {listed}" if listed else "it has none")
