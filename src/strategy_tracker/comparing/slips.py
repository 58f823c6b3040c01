"""Lists every move of the due dates of a strategy: those its file records, and those that only git knows."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from strategy_tracker.comparing.typed_over import QuietChange
from strategy_tracker.model.action import Action, Milestone
from strategy_tracker.model.commit import Commit
from strategy_tracker.model.dates.date_steps import date_steps, moves_in_order
from strategy_tracker.model.dates.typed_dates import TypedDate, steps_with_typed
from strategy_tracker.model.strategy import Strategy
from strategy_tracker.model.values import read_when


class DateMove(NamedTuple):
    """One move of one due date, the `number`th of `times`; `days` is how much later, below 0 how much earlier.

    `milestone` is empty where the date is the action's own, and `to` where the date was taken away. A move that is not
    `recorded` has the commit that made it, or no day where nobody knows it; one without a `sha` is not committed.
    """

    strategy: str
    item: str
    text: str
    milestone: str
    number: int
    times: int
    on: str
    former: str
    to: str
    days: int
    recorded: bool
    why: str
    approved_by: str
    commit: Commit | None


def slips(strategy: Strategy, quiet: Iterable[QuietChange]) -> Iterator[DateMove]:
    """List the moves of each due date, oldest first, in the order of the file; `quiet` is what git knows of it."""
    known: dict[tuple[str, str], list[QuietChange]] = {}
    for one in quiet:
        if one.kind == "due":
            known.setdefault((one.item, one.what), []).append(one)
    for action in (action for priority in strategy.priorities for action in priority.actions):
        address = f"{strategy.id}/{action.id}"
        dated: list[tuple[str, Action | Milestone]] = [("", action), *((one.text, one) for one in action.milestones)]
        for milestone, item in dated:
            found = list(_moves(item, known.get((address, milestone), [])))
            for number, move in enumerate(found, 1):
                placed = move._replace(strategy=strategy.id, item=address, text=action.text, milestone=milestone)
                yield placed._replace(number=number, times=len(found))


def _moves(item: Action | Milestone, quiet: Sequence[QuietChange]) -> Iterator[DateMove]:
    steps = list(date_steps(moves_in_order(item.moved), item.due))
    for step in steps_with_typed(steps, item.due, [_typed(one) for one in quiet]):
        move, former, to = step.move, step.former.text, step.to.text if step.to else ""
        commit = next((one.commit for one in quiet if not move and (one.before, one.after) == (former, to)), None)
        on = move.on.text if move else str(commit.day) if commit else ""
        why, by = ((move.why or ""), (move.approved_by or "")) if move else ("", "")
        days = (step.to.last - step.former.last).days if step.to else 0
        yield DateMove("", "", "", "", 0, 0, on, former, to, days, move is not None, why, by, commit)


def _typed(one: QuietChange) -> TypedDate:
    since = str(one.commit.day) if one.commit and one.commit.sha else ""
    return TypedDate(one.what, read_when(one.before), read_when(one.after) if one.after else None, since)
