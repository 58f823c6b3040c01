"""Takes from a record what other files depend on: the ids that it gives and names, its posts, and what was agreed."""

from collections.abc import Iterator

from strategy_tracker.checks.of_names.mentioned import Mentions, NamedId
from strategy_tracker.checks.of_names.minutes import NamedApproval
from strategy_tracker.checks.of_names.names import by_spelling
from strategy_tracker.checks.of_names.posts import owners_of, posts_of
from strategy_tracker.checks.of_names.resolutions import asks, minuted, named_approval
from strategy_tracker.diagnostics import Route
from strategy_tracker.model.measures.measure import Measures, Withdrawal
from strategy_tracker.model.measures.rule_change import RuleChange
from strategy_tracker.model.measures.suspension import Suspension
from strategy_tracker.model.named import items
from strategy_tracker.model.record import Record
from strategy_tracker.model.strategy import Strategy


def mentions(record: Record, file: str) -> Mentions:
    """Take from a record what other files depend on; small, so that a thousand files stay small."""
    if isinstance(record, Strategy):
        asked = tuple(f"{record.id}/{ask.id}" for ask, _ in asks(record))
        about = tuple(_about(record))
        declared = tuple(_declared(record))
        people, kept = by_spelling(posts_of(record)), tuple(minuted(record))
        return Mentions(file, declared, tuple(_named(record)), people, asks=asked, about=about, minuted=kept)
    if isinstance(record, Measures):
        listed = list(enumerate(record.measures))
        links = [(n, key, name) for n, m in listed for key, name in (("part_of", m.part_of), ("of", m.of)) if name]
        wholes = [("measure", name, ("measures", n, key)) for n, key, name in links]
        declared = tuple(("measure", m.id, ("measures", n, "id")) for n, m in listed)
        coded, points = any(m.code for _, m in listed), tuple(_pointers(record))
        agreed, people = tuple(_approvals(record)), by_spelling(owners_of(record))
        return Mentions(file, declared, tuple(wholes), people, coded, resolutions=points, approvals=agreed)
    if hasattr(record, "practice"):  # its model is not imported where no file needs it
        declares = [("practice example", e.id, ("practice", n, "id")) for n, e in enumerate(record.practice)]
        names = [
            ("priority", p, ("practice", n, "priorities", i))
            for n, e in enumerate(record.practice)
            for i, p in enumerate(e.priorities)
        ]
        return Mentions(file, tuple(declares), tuple(names))
    return Mentions(file, (), ())


def _declared(strategy: Strategy) -> Iterator[NamedId]:
    yield "strategy", strategy.id, ("id",)
    for n, priority in enumerate(strategy.priorities):
        yield "priority", f"{strategy.id}/{priority.id}", ("priorities", n, "id")


def _named(strategy: Strategy) -> Iterator[NamedId]:
    for p, priority in enumerate(strategy.priorities):
        for n, name in enumerate(priority.measures):
            yield "measure", name, ("priorities", p, "measures", n)
        for a, action in enumerate(priority.actions):
            for n, name in enumerate(action.measures):
                yield "measure", name, ("priorities", p, "actions", a, "measures", n)
    for s, survey in enumerate(strategy.surveys):
        for n, name in enumerate(survey.feeds):
            yield "measure", name, ("surveys", s, "feeds", n)


def _about(strategy: Strategy) -> Iterator[NamedId]:
    """What resolutions are about that the strategy does not have itself, so that it is a measure or nothing."""
    inside = {one.id for one in items(strategy) if one.thing in ("priority", "action")}
    for ask, route in asks(strategy):
        if ask.about and ask.about not in inside:
            yield "measure", ask.about, (*route, "about")


def _pointers(measures: Measures) -> Iterator[NamedId]:
    """The resolutions that changes, suspensions and withdrawals of measures point to."""
    for one, route in _agreed_to(measures):
        if one.resolution:
            yield "ask", one.resolution, (*route, "resolution")


def _approvals(measures: Measures) -> Iterator[NamedApproval]:
    for one, route in _agreed_to(measures):
        if one.approved_by and not one.resolution:
            yield named_approval(one.approved_by, one.on, (*route, "approved_by"))


def _agreed_to(measures: Measures) -> Iterator[tuple[RuleChange | Suspension | Withdrawal, Route]]:
    """What may be agreed to of measures: each change of a rule, each suspension and withdrawal, with its place."""
    for n, measure in enumerate(measures.measures):
        yield from ((one, ("measures", n, "changed", c)) for c, one in enumerate(measure.changed))
        for key, one in (("suspended", measure.suspended), ("withdrawn", measure.withdrawn)):
            if one:
                yield one, ("measures", n, key)
        for period, target in measure.targets.items():
            if target.suspended:
                yield target.suspended, ("measures", n, "targets", period.text, "suspended")
