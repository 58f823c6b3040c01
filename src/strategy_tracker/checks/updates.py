"""Asks of what owners said that a red says what will be done and a halt why, and that nothing happened too early."""

from collections.abc import Iterator
from datetime import date, timedelta

from strategy_tracker.checks.dates import actions
from strategy_tracker.checks.of_names.resolutions import asks
from strategy_tracker.diagnostics import Diagnostic, Route
from strategy_tracker.judging.actions.clocks import known_updates
from strategy_tracker.model.action import HALTED, Action
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


def halts_have_a_reason(strategy: Strategy, today: date, settings: Settings) -> Iterator[Diagnostic]:
    """What is paused, stopped or superseded says why; said again later it needs no reason of its own."""
    for action, route in actions(strategy):
        before = None
        for update in reversed(known_updates(action.updates, date.max)):
            if update.state is None:
                continue
            if update.state in HALTED and update.state != before and not update.note:
                at = (*route, "updates", action.updates.index(update), "state")
                yield Diagnostic("halted-without-reason", f"'{action.id}' is {update.state} and nothing says why", at)
            before = update.state


def closed_actions_have_no_colour(strategy: Strategy, today: date, settings: Settings) -> Iterator[Diagnostic]:
    """Only an action that is running has its owner's colour."""
    for action, route in actions(strategy):
        for n, update in enumerate(action.updates):
            if update.rag and update.state not in (None, "in-progress", "not-started"):
                yield Diagnostic(
                    "rag-on-closed", f"{update.rag} on an action that is {update.state}", (*route, "updates", n, "rag")
                )


def nothing_happened_tomorrow(strategy: Strategy, today: date, settings: Settings) -> Iterator[Diagnostic]:
    """Updates, meetings and things done lie in the past."""
    for when, route in _happened(strategy):
        yield from not_come(when, today, route)


def not_come(when: When, day: date, route: Route) -> Iterator[Diagnostic]:
    """What is found on `day` of one that has not come; of the next one less: elsewhere it may have come."""
    if when.first > day:
        code = "dated-tomorrow" if when.first == day + timedelta(days=1) else "dated-in-future"
        yield Diagnostic(code, f"{when} has not come yet", route)


def _happened(strategy: Strategy) -> Iterator[tuple[When, Route]]:
    for b, body in enumerate(strategy.governance):
        for n, day in enumerate(body.held):
            yield day, ("governance", b, "held", n)
        for n, meeting in enumerate(body.meetings):
            if meeting.held in body.met:
                yield meeting.held, ("governance", b, "meetings", n, "held")
    yield from ((ask.done, (*route, "done")) for ask, route in asks(strategy) if ask.done)
    for c, promise in enumerate(strategy.pledge):
        for n, found in enumerate(promise.judgements):
            yield found.on, ("pledge", c, "judgements", n, "on")
    for p, priority in enumerate(strategy.priorities):
        for n, judgement in enumerate(priority.judgements):
            yield judgement.on, ("priorities", p, "judgements", n, "on")
    for action, route in actions(strategy):
        yield from _happened_to(action, route)


def _happened_to(action: Action, route: Route) -> Iterator[tuple[When, Route]]:
    for n, update in enumerate(action.updates):
        yield update.on, (*route, "updates", n, "on")
        if update.happened:
            yield update.happened, (*route, "updates", n, "happened")
    for n, day in enumerate(action.done):
        yield day, (*route, "done", n)
    for n, move in enumerate(action.moved):
        yield move.on, (*route, "moved", n, "on")
    for n, milestone in enumerate(action.milestones):
        if milestone.done:
            yield milestone.done, (*route, "milestones", n, "done")
        for m, move in enumerate(milestone.moved):
            yield move.on, (*route, "milestones", n, "moved", m, "on")
