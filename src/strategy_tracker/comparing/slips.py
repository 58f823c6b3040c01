"""Lists every move of the due dates of a strategy: those its file records, and those that only git knows."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from strategy_tracker.comparing.typed_over import QuietChange
from strategy_tracker.model.action import Action, Milestone
from strategy_tracker.model.commit import Commit
from strategy_tracker.model.date_steps import DateStep, date_steps, moves_in_order
from strategy_tracker.model.strategy import Strategy
from strategy_tracker.model.values import When, read_when


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
            found = _in_order(item, known.get((address, milestone), []))
            for number, (_, move) in enumerate(found, 1):
                placed = move._replace(strategy=strategy.id, item=address, text=action.text, milestone=milestone)
                yield placed._replace(number=number, times=len(found))


def _in_order(item: Action | Milestone, quiet: Sequence[QuietChange]) -> list[tuple[date, DateMove]]:
    """Put the moves of one date in the order of their days; a step of no known day stands after the one before it."""
    found: list[tuple[date, DateMove]] = [(one.commit.day, _of_git(one)) for one in quiet if one.commit]
    day = date.min
    for step in date_steps(moves_in_order(item.moved), item.due):
        day = step.move.on.last if step.move else day
        if step.move or not _is_known(step, quiet):
            found.append((day, _of_file(step)))
    return sorted(found, key=lambda pair: pair[0])


def _is_known(step: DateStep, quiet: Iterable[QuietChange]) -> bool:
    """Whether what git knows leads from one end of a step to the other."""
    at = step.former.text
    for one in quiet:
        at = one.after if one.before == at else at
    return at == _text(step.to)


def _of_file(step: DateStep) -> DateMove:
    move, former, to = step.move, step.former.text, _text(step.to)
    why, by = ((move.why or ""), (move.approved_by or "")) if move else ("", "")
    on = move.on.text if move else ""
    return DateMove("", "", "", "", 0, 0, on, former, to, _days(former, to), move is not None, why, by, None)


def _of_git(one: QuietChange) -> DateMove:
    on = str(one.commit.day) if one.commit else ""
    return DateMove("", "", "", "", 0, 0, on, one.before, one.after, one.days, False, "", "", one.commit)


def _text(day: When | None) -> str:
    return day.text if day else ""


def _days(former: str, to: str) -> int:
    return (read_when(to).last - read_when(former).last).days if to else 0
