"""Giving an action another due date: the proposal of a move, and what it does to the action's colour."""

from datetime import date
from pathlib import Path

from strategy_tracker.app.dates_in_git import dates_in_git
from strategy_tracker.app.find_item import action_in, file_of, find, item_in
from strategy_tracker.app.writing.proposal import (
    ColourChange,
    Draft,
    Proposal,
    edited,
    load_whole,
    proposal_of,
    refuse_wrong_settings,
)
from strategy_tracker.diagnostics import Route
from strategy_tracker.editing.entries.edit_action import move_changes
from strategy_tracker.editing.refusals import move_makes_sense, step_meant
from strategy_tracker.editing.typed_figures import day
from strategy_tracker.files.portfolio import Portfolio
from strategy_tracker.judging.standing.of_actions import ActionStanding
from strategy_tracker.model.action import Action, Milestone
from strategy_tracker.model.dates.date_steps import same_date
from strategy_tracker.model.dates.typed_dates import TypedDate
from strategy_tracker.model.names.address import Item
from strategy_tracker.model.new_entries import NewDueDate
from strategy_tracker.model.values import read_when
from strategy_tracker.problem import Problem


def propose_move(
    portfolio: Portfolio, action: str | Item, new: NewDueDate, today: date, milestone: str = ""
) -> Proposal:
    """The proposal of a due date of an action, which is named by its id or by any unambiguous end of it.

    With `milestone`, its number from 1 or some of its words, the date of that step moves. To the date that it has
    already it is the step that nobody recorded, as the file or git knows it. Raises `Problem` where the move says
    nothing or gives no reason, or where the file cannot take it.
    """
    meant = find(portfolio, action, ("action",)) if isinstance(action, str) else action
    file, settings = file_of(portfolio, meant), portfolio.settings
    if not new.due and not milestone:
        raise Problem("there is no date to move to", "say --to DATE", "to")
    due, decided = new.due and day(new.due, "--to"), day(new.on, "--on") or today.isoformat()
    said = NewDueDate(due, new.why.strip(), new.approved_by.strip(), decided, new.resolution.strip())

    def typed_dates(item: Action | Milestone) -> list[TypedDate]:
        step = item.text if isinstance(item, Milestone) else ""
        found = dates_in_git(portfolio, today).typed.get(meant.address, ())
        return [one for one in found if one.step == step]

    def plan() -> Draft:
        refuse_wrong_settings(portfolio)
        loaded = load_whole(file, settings)
        one: Action = item_in(loaded.record, meant)
        number = step_meant(one.milestones, milestone) if milestone else None
        if not due:
            raise Problem("there is no date to move to", "say --to DATE", "to")
        item, name, route = _moved(one, meant, number)
        before = action_in(loaded.record, meant, today, settings)
        to, on = read_when(due), read_when(decided)
        typed = typed_dates(item) if same_date(to, item.due) else []
        move_makes_sense(item, name, meant.address, before.state, due=to, decided=on, today=today, typed=typed)
        made = edited(loaded, move_changes(item, route, said, typed), today, settings)
        after = action_in(made.after, meant, today, settings)
        return Draft(meant, (made,), (ColourChange(before, after, (_slipped(after, due, number),)),))

    return proposal_of(portfolio.root, [Path(file.path)], plan)


def _moved(action: Action, meant: Item, number: int | None) -> tuple[Action | Milestone, str, Route]:
    """What is moved: the action, or its milestone of this number; with the name and the route of it."""
    if number is None:
        return action, action.id, meant.route
    step = action.milestones[number]
    return step, step.text, (*meant.route, "milestones", number)


def _slipped(action: ActionStanding, due: str, number: int | None) -> str:
    """How far the date is from the original one, and how often it was moved."""
    moves = action.moves if number is None else action.milestones[number].moves
    of = "" if number is None else f"milestone '{action.milestones[number].text}' "
    if not moves:
        return f"{of}due {due}: its first due date, so no move is recorded"
    days, times = max(0, (read_when(due).last - read_when(moves[0].former).last).days), len(moves)
    far = f"{days} day{'s' * (days > 1)} later than" if days else "not later than"
    often = "once" if times == 1 else "twice" if times == 2 else f"{times} times"
    return f"{of}due {due}: {far} the original date, {moves[0].former}; moved {often}"
