"""Asks that dates are in order, and points at dates that nobody seems to have thought about."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from strategy_tracker.diagnostics import Diagnostic, Route
from strategy_tracker.model.action import Action, Milestone
from strategy_tracker.model.dates.date_steps import unrecorded
from strategy_tracker.model.names.one_name import name_form
from strategy_tracker.model.settings import Settings
from strategy_tracker.model.strategy import Strategy
from strategy_tracker.model.values import When

CROWD = 8
"""Due dates, or actions of one owner in one month, from which a crowd is worth a word."""


def actions(strategy: Strategy) -> Iterator[tuple[Action, Route]]:
    """Give every action of a strategy with its route."""
    for p, priority in enumerate(strategy.priorities):
        for a, action in enumerate(priority.actions):
            yield action, ("priorities", p, "actions", a)


def due_dates(strategy: Strategy) -> Iterator[tuple[When, Action, Route]]:
    """Give every due date of an action or a milestone, with the action and the route of the date."""
    for action, route in actions(strategy):
        if action.due:
            yield action.due, action, (*route, "due")
        for n, milestone in enumerate(action.milestones):
            if milestone.due:
                yield milestone.due, action, (*route, "milestones", n, "due")


def strategy_dates_in_order(strategy: Strategy, today: date, settings: Settings) -> Iterator[Diagnostic]:
    """A strategy ends after it starts, a forecast lies after its update, and what an update tells of before it."""
    if strategy.starts and strategy.ends and strategy.ends.last < strategy.starts.first:
        yield Diagnostic("dates-out-of-order", f"it ends before it starts ({strategy.starts})", ("ends",))
    if strategy.starts and strategy.superseded and strategy.superseded.on.last < strategy.starts.first:
        yield Diagnostic(
            "dates-out-of-order", f"it was replaced before it starts ({strategy.starts})", ("superseded", "on")
        )
    for action, route in actions(strategy):
        for n, update in enumerate(action.updates):
            if update.happened and update.happened.first > update.on.last:
                yield Diagnostic(
                    "dates-out-of-order",
                    f"it happened after the update of {update.on} that tells of it",
                    (*route, "updates", n, "happened"),
                )
            if (
                update.forecast
                and update.forecast.last < update.on.first
                and update.state in (None, "not-started", "in-progress")
            ):
                yield Diagnostic(
                    "dates-out-of-order",
                    f"the forecast lies before the update of {update.on} that makes it",
                    (*route, "updates", n, "forecast"),
                )


def due_dates_make_sense(strategy: Strategy, today: date, settings: Settings) -> Iterator[Diagnostic]:
    """A due date lies within the life of the strategy, after the action begins, on a working day."""
    for due, action, route in due_dates(strategy):
        if strategy.starts and due.last < strategy.starts.first:
            yield Diagnostic("due-before-start", f"due {due}, before the strategy starts ({strategy.starts})", route)
        elif action.starts and due.last < action.starts.first:
            yield Diagnostic("due-before-start", f"due {due}, before the action starts ({action.starts})", route)
        if strategy.ends and due.first > strategy.ends.last:
            yield Diagnostic("due-after-end", f"due {due}, after the strategy ends ({strategy.ends})", route)
        if due.first == due.last and due.first.weekday() >= 5:  # bank holidays differ between the nations of the UK
            yield Diagnostic("due-on-weekend", f"{due} is a {due.first:%A}", route)
        if "milestones" in route and action.due and due.last > action.due.last:
            yield Diagnostic("milestone-after-due", f"due {due}, after the action itself ({action.due})", route)


def moved_dates(strategy: Strategy) -> Iterator[tuple[Action | Milestone, Route, str]]:
    """Give every action and every milestone, with its route, and how `move` names it."""
    for action, route in actions(strategy):
        yield action, route, f"{strategy.id}/{action.id}"
        for n, milestone in enumerate(action.milestones):
            yield milestone, (*route, "milestones", n), f"{strategy.id}/{action.id} --milestone {n + 1}"


def moves_make_sense(strategy: Strategy, today: date, settings: Settings) -> Iterator[Diagnostic]:
    """Each move changes the date, and not to a day already past."""
    for item, route, _ in moved_dates(strategy):
        moves = sorted(enumerate(item.moved), key=lambda pair: pair[1].on.last)
        later: list[When | None] = [move.former for _, move in moves[1:]]
        for (n, move), left in zip(moves, [*later, item.due], strict=False):
            place, to = (*route, "moved", n), move.to or left
            if left is None:
                thing = "action" if isinstance(item, Action) else "milestone"
                yield Diagnostic(
                    "missing-key", "the date was moved, but there is no 'due'", place, f"add 'due: …' to the {thing}"
                )
            elif to is None or to.text == move.former.text:
                yield Diagnostic("moved-nowhere", f"moved from {move.former} to the same date", (*place, "from"))
            elif to.last < move.on.first:
                yield Diagnostic("due-already-past", f"moved on {move.on} to {to}, which had passed", (*place, "on"))


def every_move_is_on_record(strategy: Strategy, today: date, settings: Settings) -> Iterator[Diagnostic]:
    """A due date is the one that the last move led to, where that one says where it led."""
    for item, route, named in moved_dates(strategy):
        step = unrecorded(item.moved, item.due)
        if step and step.to:
            yield Diagnostic(
                "moved-without-record",
                f"due {step.to}, but the last move on record led to {step.former}",
                (*route, "due"),
                f'strategy move {named} --to {step.to} --why "…" records it',
            )


def every_move_has_a_reason(strategy: Strategy, today: date, settings: Settings) -> Iterator[Diagnostic]:
    """A recorded move says why."""
    for item, route, _ in moved_dates(strategy):
        for n, move in enumerate(item.moved):
            if move.why is None:
                said = f"moved from {move.former}{f' to {move.to}' if move.to else ''}, and no reason is on record"
                yield Diagnostic("moved-without-reason", said, (*route, "moved", n, "from"))


def due_dates_do_not_crowd(strategy: Strategy, today: date, settings: Settings) -> Iterator[Diagnostic]:
    """No more than a third of at least eight due dates is the last day of the financial year."""
    dues = list(due_dates(strategy))
    ends = [route for due, _, route in dues if due.last == settings.year_end.in_year(due.last.year)]
    if len(dues) >= CROWD and len(ends) * 3 > len(dues):
        yield Diagnostic(
            "due-dates-crowd", f"{len(ends)} of {len(dues)} due dates are the end of the financial year", ends[0]
        )


def owners_are_not_crowded(strategy: Strategy, today: date, settings: Settings) -> Iterator[Diagnostic]:
    """No owner has eight or more actions due in one month."""
    first: dict[tuple[str, str], Route] = {}
    count: Counter[tuple[str, str]] = Counter()
    names: dict[str, str] = {}
    for action, route in actions(strategy):
        if not action.due or len(action.due.text) < len("2026-07"):
            continue
        for form, name in {name_form(name): name for name in action.owner}.items():
            count[form, action.due.text[:7]] += 1
            first.setdefault((form, action.due.text[:7]), (*route, "due"))
            names.setdefault(form, name)
    for (form, month), number in count.items():
        if number >= CROWD:
            yield Diagnostic("owner-crowd", f"{names[form]} has {number} actions due in {month}", first[form, month])
