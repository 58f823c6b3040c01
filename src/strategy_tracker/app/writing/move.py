"""Giving an action another due date: the proposal of a move, and what it does to the action's colour."""

from datetime import date
from pathlib import Path

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
from strategy_tracker.editing.edit_action import move_changes
from strategy_tracker.editing.refusals import move_makes_sense, step_meant
from strategy_tracker.editing.typed_figures import day
from strategy_tracker.files.portfolio import Portfolio
from strategy_tracker.files.positions import where
from strategy_tracker.judging.standing import ActionStanding
from strategy_tracker.model.action import Action
from strategy_tracker.model.address import Item
from strategy_tracker.model.new_entries import NewDueDate
from strategy_tracker.model.values import read_when
from strategy_tracker.problem import Problem


def propose_move(portfolio: Portfolio, action: str | Item, new: NewDueDate, today: date) -> Proposal:
    """The proposal of a due date of an action, which is named by its id or by any unambiguous end of it.

    Raises `Problem` where the move says nothing or gives no reason, or where the file cannot take it.
    """
    meant = find(portfolio, action, ("action",)) if isinstance(action, str) else action
    file, settings = file_of(portfolio, meant), portfolio.settings
    if not new.due:
        raise Problem("there is no date to move to", "say --to DATE")
    due, decided = day(new.due, "--to"), day(new.on, "--on") or today.isoformat()
    said = NewDueDate(due, new.why.strip(), new.approved_by.strip(), decided)

    def plan() -> Draft:
        refuse_wrong_settings(portfolio)
        loaded = load_whole(file, settings)
        one: Action = item_in(loaded.record, meant)
        before = action_in(loaded.record, meant, today, settings)
        move_makes_sense(one, meant.address, before.state, read_when(due), read_when(decided), today)
        made = edited(loaded, move_changes(one, meant.route, said), today, settings)
        after = action_in(made.after, meant, today, settings)
        return Draft(meant, (made,), ColourChange(before, after, (_slipped(after, due),)))

    return proposal_of(portfolio.root, [Path(file.path)], plan)


def why_no_milestone_moves(portfolio: Portfolio, action: str, milestone: str) -> Problem:
    """Why a milestone is not moved, and where to type its date; raised where there is no such milestone, too."""
    meant = find(portfolio, action, ("action",))
    loaded = load_whole(file_of(portfolio, meant), portfolio.settings)
    steps = item_in(loaded.record, meant).milestones
    number = step_meant(steps, milestone)
    line = where(loaded.data, (*meant.route, "milestones", number, "due")).line
    return Problem(
        f"a milestone keeps no list of moves, so '{steps[number].text}' is not moved here",
        f'type its date at {meant.file}:{line}, and the reason with: strategy update {meant.address} --note "…"',
    )


def _slipped(action: ActionStanding, due: str) -> str:
    """How far the date is from the original one, and how often it was moved."""
    if not action.moves:
        return f"due {due}: its first due date, so no move is recorded"
    days, times = action.slipped, len(action.moves)
    far = f"{days} day{'s' * (days > 1)} later than" if days else "not later than"
    often = "once" if times == 1 else "twice" if times == 2 else f"{times} times"
    return f"due {due}: {far} the original date, {action.moves[0].former}; moved {often}"
