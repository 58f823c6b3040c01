"""Asks of what owners said that a red says what will be done, and that nothing happened before its day."""

from collections.abc import Iterator
from datetime import date

from strategy_tracker.checks.dates import actions
from strategy_tracker.diagnostics import Diagnostic, Route
from strategy_tracker.model.action import Action
from strategy_tracker.model.settings import Settings
from strategy_tracker.model.strategy import Strategy
from strategy_tracker.model.values import When


def reds_have_a_note(strategy: Strategy, today: date, settings: Settings) -> Iterator[Diagnostic]:
    """A red update has a note: without its corrective action it tells a board nothing."""
    for action, route in actions(strategy):
        for n, update in enumerate(action.updates):
            if update.rag == "red" and not update.note:
                yield Diagnostic(
                    "red-without-note", f"'{action.id}' is red and nothing says why", (*route, "updates", n, "rag")
                )


def closed_actions_have_no_colour(strategy: Strategy, today: date, settings: Settings) -> Iterator[Diagnostic]:
    """Only an action that is running has its owner's colour."""
    for action, route in actions(strategy):
        for n, update in enumerate(action.updates):
            if update.rag and update.state not in ("in-progress", "not-started"):
                yield Diagnostic(
                    "rag-on-closed", f"{update.rag} on an action that is {update.state}", (*route, "updates", n, "rag")
                )


def nothing_happened_tomorrow(strategy: Strategy, today: date, settings: Settings) -> Iterator[Diagnostic]:
    """Updates, meetings and things done lie in the past."""
    for when, route in _happened(strategy):
        if when.first > today:
            yield Diagnostic("dated-in-future", f"{when} has not come yet", route)


def _happened(strategy: Strategy) -> Iterator[tuple[When, Route]]:
    for b, body in enumerate(strategy.governance):
        for n, day in enumerate(body.held):
            yield day, ("governance", b, "held", n)
    for p, priority in enumerate(strategy.priorities):
        for n, judgement in enumerate(priority.judgements):
            yield judgement.on, ("priorities", p, "judgements", n, "on")
    for action, route in actions(strategy):
        yield from _happened_to(action, route)


def _happened_to(action: Action, route: Route) -> Iterator[tuple[When, Route]]:
    for n, update in enumerate(action.updates):
        yield update.on, (*route, "updates", n, "on")
    for n, day in enumerate(action.done):
        yield day, (*route, "done", n)
    for n, move in enumerate(action.moved):
        yield move.on, (*route, "moved", n, "on")
    for n, milestone in enumerate(action.milestones):
        if milestone.done:
            yield milestone.done, (*route, "milestones", n, "done")
        for m, move in enumerate(milestone.moved):
            yield move.on, (*route, "milestones", n, "moved", m, "on")
