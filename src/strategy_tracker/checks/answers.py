"""Asks of what owners answered that "no change" can be true, and that the same words do not stand in for news."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from strategy_tracker.checks.dates import actions
from strategy_tracker.diagnostics import Diagnostic
from strategy_tracker.judging.actions.clocks import known_updates, stated_of
from strategy_tracker.judging.actions.no_change import ASKED_ABOUT, times_said
from strategy_tracker.model.action import CLOSED, Update
from strategy_tracker.model.settings import Settings
from strategy_tracker.model.strategy import Strategy


def no_change_is_clear(strategy: Strategy, today: date, settings: Settings) -> Iterator[Diagnostic]:
    """Something was said before an update that says "no change", and it says nothing else than that."""
    for action, route in actions(strategy):
        known = known_updates(action.updates, date.max) if any(one.no_change for one in action.updates) else []
        for update, before in [*pairwise(known), *((one, None) for one in known[-1:])]:
            if update.no_change and (what := _unclear(update, before)):
                at = (*route, "updates", action.updates.index(update), "no_change")
                yield Diagnostic("no-change-unclear", f"'{action.id}' has no change, {what}", at)


def _unclear(update: Update, before: Update | None) -> str:
    if before is None:
        return "and nothing was said before"
    said = [str(value) for value in (update.state, update.rag, update.forecast) if value]
    return f"and is said to be {', '.join(said)} in the same update" if said else ""


def the_same_is_asked_about(strategy: Strategy, today: date, settings: Settings) -> Iterator[Diagnostic]:
    """A live action has something new after two updates that said the same; a sentence counts where a body asks."""
    asks = any(body.asks_before for body in strategy.governance)
    for action, route in actions(strategy):
        if len(action.updates) < ASKED_ABOUT:
            continue
        known = known_updates(action.updates, date.max)
        stated, times = stated_of(known), times_said(known, sentences=asks)
        if times < ASKED_ABOUT or (stated and stated.state in CLOSED):
            continue
        key = "no_change" if known[0].no_change else "note"
        words = "'no change'" if known[0].no_change else f"'{known[0].note}'"
        at = (*route, "updates", action.updates.index(known[0]), key)
        yield Diagnostic("same-words-again", f"'{action.id}' says {words} {times} times running", at)
