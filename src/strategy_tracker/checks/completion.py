"""Asks of finished actions that somebody else accepted them, and that evidence is named where it is needed."""

from collections.abc import Iterator
from datetime import date

from strategy_tracker.checks.dates import actions
from strategy_tracker.checks.of_names.mentioned import EvidenceFile
from strategy_tracker.diagnostics import Diagnostic, Route
from strategy_tracker.judging.actions.clocks import known_updates
from strategy_tracker.judging.actions.sign_off import is_own, needed, said_since_finished
from strategy_tracker.model.action import FINISHED
from strategy_tracker.model.record import Record
from strategy_tracker.model.settings import Settings
from strategy_tracker.model.strategy import Strategy


def acceptance_makes_sense(strategy: Strategy, today: date, settings: Settings) -> Iterator[Diagnostic]:
    """What is accepted was said to be finished, and by somebody else."""
    for action, route in actions(strategy):
        owners = action.owner or strategy.priorities[_priority(route)].owner or strategy.owner
        for n, update in enumerate(action.updates):
            at = (*route, "updates", n, "accepted_by")
            if update.accepted_by and update.state not in FINISHED:
                yield Diagnostic("accepted-unfinished", f"'{action.id}' is accepted and not said to be delivered", at)
            elif update.accepted_by and is_own(update, owners):
                what = f"'{update.accepted_by}' reported '{action.id}' and accepted it as well"
                yield Diagnostic("accepted-by-itself", what, at)
            if update.accepted_on and update.accepted_on.last < update.on.first:
                what = f"accepted on {update.accepted_on}, before the update of {update.on}"
                yield Diagnostic("dates-out-of-order", what, (*route, "updates", n, "accepted_on"))


def _priority(route: Route) -> int:
    assert isinstance(route[1], int)
    return route[1]


def completion_has_evidence(strategy: Strategy, today: date, settings: Settings) -> Iterator[Diagnostic]:
    """An action that the settings want evidence of names some, once it is said to be finished."""
    rules = settings.completion
    if "evidence" not in rules.needs:
        return
    for action, route in actions(strategy):
        told = said_since_finished(known_updates(action.updates, date.max))
        if told and needed(rules, action.kind, told[0]) and not any(one.evidence for one in told):
            at = (*route, "updates", action.updates.index(told[0]), "state")
            yield Diagnostic("complete-without-evidence", f"'{action.id}' is {told[0].state} and names no evidence", at)


def evidence_files(record: Record) -> tuple[EvidenceFile, ...]:
    """List the files with a digest that the updates of a strategy name; the disk says if they are as they were."""
    if not isinstance(record, Strategy):
        return ()
    return tuple(
        EvidenceFile(name, digest, (*route, "updates", n, "digests", name))
        for action, route in actions(record)
        for n, update in enumerate(action.updates)
        for name, digest in update.digests
    )
