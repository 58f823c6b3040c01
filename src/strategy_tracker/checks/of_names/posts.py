"""Lists every post and body that a record names, with the place of each."""

from collections.abc import Iterator

from strategy_tracker.checks.of_names.names import NamedPost
from strategy_tracker.checks.of_names.resolutions import asks
from strategy_tracker.diagnostics import Route
from strategy_tracker.model.action import Action
from strategy_tracker.model.measures.measure import Measure, Measures
from strategy_tracker.model.measures.suspension import Suspension
from strategy_tracker.model.strategy import Strategy


def posts_of(strategy: Strategy) -> Iterator[NamedPost]:
    """Every post and body that a strategy names: who answers, who reviews, who spoke and who approved."""
    yield from _owners(strategy.owner, ())
    for n, body in enumerate(strategy.governance):
        yield NamedPost(body.body, ("governance", n, "body"))
        if body.paper_by:
            yield NamedPost(body.paper_by, ("governance", n, "paper_by"))
    for c, promise in enumerate(strategy.pledge):
        for n, found in enumerate(promise.judgements):
            if found.by:
                yield NamedPost(found.by, ("pledge", c, "judgements", n, "by"), signs=True)
    yield from (NamedPost(ask.by, (*route, "by")) for ask, route in asks(strategy) if ask.by)
    for p, priority in enumerate(strategy.priorities):
        yield from _owners(priority.owner, ("priorities", p))
        for a, action in enumerate(priority.actions):
            yield from _of_action(action, ("priorities", p, "actions", a))


def _of_action(action: Action, route: Route) -> Iterator[NamedPost]:
    yield from _owners(action.owner, route)
    for n, update in enumerate(action.updates):
        for key, name in (("by", update.by), ("approved_by", update.approved_by)):
            if name:
                yield NamedPost(name, (*route, "updates", n, key), signs=True)
    moved = [((*route, "moved"), action.moved)]
    moved += [((*route, "milestones", n, "moved"), one.moved) for n, one in enumerate(action.milestones)]
    for place, moves in moved:
        for n, move in enumerate(moves):
            if move.approved_by:
                yield NamedPost(move.approved_by, (*place, n, "approved_by"), signs=True)


def _owners(names: tuple[str, ...], route: Route) -> Iterator[NamedPost]:
    """Each owner of a thing where it stands: one alone is a text, of several each is in a list."""
    for n, name in enumerate(names):
        yield NamedPost(name, (*route, "owner", *((n,) if len(names) > 1 else ())))


def _suspensions(measure: Measure, route: Route) -> Iterator[tuple[Suspension, Route]]:
    if measure.suspended:
        yield measure.suspended, (*route, "suspended")
    for period, target in measure.targets.items():
        if target.suspended:
            yield target.suspended, (*route, "targets", period.text, "suspended")


def owners_of(measures: Measures) -> Iterator[NamedPost]:
    """Every owner of a measure, and who approved what was changed in one or that it was withdrawn."""
    for n, measure in enumerate(measures.measures):
        yield from _owners(measure.owner, ("measures", n))
        if measure.withdrawn and measure.withdrawn.approved_by:
            yield NamedPost(measure.withdrawn.approved_by, ("measures", n, "withdrawn", "approved_by"), signs=True)
        for suspended, route in _suspensions(measure, ("measures", n)):
            if suspended.approved_by:
                yield NamedPost(suspended.approved_by, (*route, "approved_by"), signs=True)
        for m, change in enumerate(measure.changed):
            if change.approved_by:
                yield NamedPost(change.approved_by, ("measures", n, "changed", m, "approved_by"), signs=True)
