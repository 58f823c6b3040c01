"""Points at what is not written down and would be missed at the first review: advice, never blame."""

from collections.abc import Iterator
from datetime import date

from strategy_tracker.checks.dates import actions
from strategy_tracker.checks.of_measures.measure_rules import each, families
from strategy_tracker.diagnostics import Diagnostic
from strategy_tracker.judging.actions.clocks import known_updates, stated_of
from strategy_tracker.judging.measures.inherited import settled
from strategy_tracker.model.action import CLOSED, Action
from strategy_tracker.model.measures.measure import Measures
from strategy_tracker.model.settings import Settings
from strategy_tracker.model.strategy import Strategy


def strategy_is_complete(strategy: Strategy, today: date, settings: Settings) -> Iterator[Diagnostic]:
    """A strategy has dates, a reviewing body, measures, and actions under each priority; who has met, an interval.

    A body without a meeting on record is only named: nothing is missed without it.
    """
    if not strategy.starts or not strategy.ends:
        missing = [key for key in ("starts", "ends") if not getattr(strategy, key)]
        next_step = f"add {' and '.join(map(repr, missing))}"
        yield Diagnostic(
            "no-period", f"'{strategy.id}' does not say when it {' or '.join(missing)}", ("id",), next_step
        )
    if not any(body.reviews for body in strategy.governance):
        yield Diagnostic("no-governance", f"nobody reviews '{strategy.id}'", ("id",))
    for n, body in enumerate(strategy.governance):
        if body.reviews and body.met and not body.every and not body.next and body.kind != "children":
            often = f"how often {body.body} {'review' if body.plural else 'reviews'} it is not said"
            yield Diagnostic("no-review-interval", often, ("governance", n, "body"))
    named = any(p.measures or any(a.measures for a in p.actions) for p in strategy.priorities)
    if not named and strategy.plan != "actions":
        yield Diagnostic("no-measures", f"'{strategy.id}' names no measure", ("id",))
    for p, priority in enumerate(strategy.priorities):
        over = any(one.under == priority.id for one in strategy.priorities)
        if strategy.plan != "measures" and not priority.actions and not over:
            yield Diagnostic("empty-priority", f"'{priority.id}' has no action", ("priorities", p, "id"))


def actions_are_complete(strategy: Strategy, today: date, settings: Settings) -> Iterator[Diagnostic]:
    """Every action has somebody answerable; what is to be finished or decided has a date."""
    for p, priority in enumerate(strategy.priorities):
        if strategy.owner or priority.owner:
            continue
        alone = [action.id for action in priority.actions if not action.owner]
        if alone:
            message = f"nobody is answerable for {len(alone)} of {len(priority.actions)} actions of '{priority.id}'"
            yield Diagnostic("no-owner", message, ("priorities", p, "id"))
    for action, route in actions(strategy):
        if action.kind in ("deliverable", "decision") and not action.due and not _closed(action):
            yield Diagnostic(
                "undated-deliverable", f"'{action.id}' is a {action.kind} without a due date", (*route, "id")
            )


def _closed(action: Action) -> bool:
    stated = stated_of(known_updates(action.updates, date.max))
    return stated is not None and stated.state in CLOSED


def measures_are_complete(file: Measures, today: date, settings: Settings) -> Iterator[Diagnostic]:
    """A measure that is still held has readings, a direction, and with a target a boundary between amber and red."""
    for measure, route in each(file):
        if measure.withdrawn_by(today):
            continue
        if not measure.readings and measure.unit != "narrative":
            yield Diagnostic("never-read", f"'{measure.id}' has no reading", (*route, "id"))
        if measure.better is None and measure.unit != "narrative":
            yield Diagnostic("no-direction", f"'{measure.id}' does not say which way is better", (*route, "id"))
        coloured = measure.better in ("higher", "lower", "on-target") and measure.unit != "yes-no"
        if measure.targets and coloured and not families(settled(measure, settings)):
            yield Diagnostic(
                "no-amber-boundary",
                f"'{measure.id}' has a target but no amber boundary",
                (*route, "targets"),
                at_key=True,
            )
