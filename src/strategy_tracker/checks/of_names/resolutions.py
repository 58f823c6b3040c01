"""Asks of what bodies resolved that it leads somewhere, is told once, and that an approval points to an agreement."""

from collections.abc import Iterator
from datetime import date

from strategy_tracker.checks.dates import actions
from strategy_tracker.checks.of_names.minutes import NamedApproval, without_minute
from strategy_tracker.diagnostics import Diagnostic, Route
from strategy_tracker.did_you_mean import did_you_mean, nearest
from strategy_tracker.judging.actions.clocks import dated
from strategy_tracker.judging.standing.of_seals import SealStanding
from strategy_tracker.model.action import Action, Move, Update
from strategy_tracker.model.measures.measure import Measures
from strategy_tracker.model.meeting import Ask
from strategy_tracker.model.named import items
from strategy_tracker.model.names.one_name import name_form
from strategy_tracker.model.settings import Settings
from strategy_tracker.model.strategy import Strategy
from strategy_tracker.model.values import When

_COMES_BACK = (None, "deferred", "answer-wanted")
"""What was resolved so may be resolved again at a later meeting."""


def asks(strategy: Strategy) -> Iterator[tuple[Ask, Route]]:
    """Give everything that bodies of a strategy were asked, with its route, each body's meetings oldest first."""
    for b, body in enumerate(strategy.governance):
        for m in sorted(range(len(body.meetings)), key=lambda m: body.meetings[m].held[1:]):
            for a, ask in enumerate(body.meetings[m].asks):
                yield ask, ("governance", b, "meetings", m, "asks", a)


def nothing_is_answered_twice(strategy: Strategy, today: date, settings: Settings) -> Iterator[Diagnostic]:
    """What a body resolved for good is not resolved again, and nothing is asked twice at one meeting."""
    seen: dict[tuple[object, str], tuple[Ask, Route]] = {}
    for ask, route in asks(strategy):
        before, at = seen.get((route[1], ask.id), (None, ()))
        if before and (at[:4] == route[:4] or before.resolved not in _COMES_BACK):
            where = "above" if at[:4] == route[:4] else "at an earlier meeting"
            what = f"'{ask.id}' is {before.resolved.replace('-', ' ') if before.resolved else 'asked'} {where} already"
            yield Diagnostic("ask-answered-twice", what, (*route, "id"))
        seen[route[1], ask.id] = ask, route


def resolutions_lead_somewhere(strategy: Strategy, today: date, settings: Settings) -> Iterator[Diagnostic]:
    """An approval points to a resolution that is there and agreed; actions that carry one out are there."""
    written = {ask.id: ask for ask, _ in asks(strategy)}
    there = {action.id for action, _ in actions(strategy)}
    for ask, route in asks(strategy):
        for n, name in enumerate(ask.actions):
            if name not in there:
                step = did_you_mean(nearest(name, sorted(there)))
                what = f"'{ask.id}' is carried out by '{name}', which is no action of this strategy"
                yield Diagnostic("ask-about-nothing", what, (*route, "actions", n), step)
    for name, approved, at in _pointers(strategy):
        if name not in written:
            step = did_you_mean(nearest(name, sorted(written)))
            yield Diagnostic("resolution-unknown", f"no meeting of this strategy resolved '{name}'", at, step)
        elif approved and written[name].resolved != "agreed":
            told = (written[name].resolved or "not answered").replace("-", " ")
            yield Diagnostic("approval-not-agreed", f"'{name}' is {told}, and {approved} is said to have agreed", at)


def _pointers(strategy: Strategy) -> Iterator[tuple[str, str | None, Route]]:
    """Each id of a resolution that something of an action points to, who is said to have approved that, and where."""
    for action, route in actions(strategy):
        for one, at in _pointing(action, route):
            if one.resolution:
                yield one.resolution, one.approved_by, (*at, "resolution")


def _pointing(action: Action, route: Route) -> Iterator[tuple[Update | Move, Route]]:
    for n, update in enumerate(action.updates):
        yield update, (*route, "updates", n)
    for n, move in enumerate(action.moved):
        yield move, (*route, "moved", n)
    for s, step in enumerate(action.milestones):
        for n, move in enumerate(step.moved):
            yield move, (*route, "milestones", s, "moved", n)


def resolutions_are_in_order(strategy: Strategy, today: date, settings: Settings) -> Iterator[Diagnostic]:
    """What a meeting asked for was not done before it, nor due before it."""
    for ask, route in asks(strategy):
        held = strategy.governance[_number(route, 1)].meetings[_number(route, 3)].held
        for key, when, said in (("done", ask.done, "done"), ("due", ask.due, "due")):
            if when and when.last < held.first:
                yield Diagnostic("dates-out-of-order", f"{said} before the meeting of {held}", (*route, key))


def what_was_resolved_is_done_in_time(strategy: Strategy, today: date, settings: Settings) -> Iterator[Diagnostic]:
    """What a meeting asked for is not past its day, and every ask of a meeting has its answer on record.

    What was agreed of a measure is left to `overdue`: it may be carried out in a file of measures.
    """
    if not any(body.meetings for body in strategy.governance):
        return
    # only who records meetings is judged for them
    from strategy_tracker.judging.strategy_standing import stand_strategy

    stood = stand_strategy(strategy, today, settings, "")
    routes = {(route[1], ask.id): route for ask, route in asks(strategy)}
    inside = {one.id for one in items(strategy)}
    for b, body in enumerate(stood.bodies):
        for one in body.resolutions:
            route = routes[b, one.id]
            elsewhere = one.resolved == "agreed" and one.about and one.about not in inside
            if one.state == "late" and (one.to_do or one.actions or not elsewhere):
                yield Diagnostic("resolution-late", f"'{one.id}' is not done: {one.words}", (*route, "id"))
            elif one.state == "unanswered":
                yield Diagnostic("ask-without-answer", f"'{one.id}': {one.words}", (*route, "id"))


def approvals_have_a_minute(strategy: Strategy, today: date, settings: Settings) -> Iterator[Diagnostic]:
    """What a body agreed to that keeps its minutes here points to one of them."""
    yield from without_minute(approvals_of(strategy), dict(minuted(strategy)))


def named_approval(by: str, on: When, route: Route) -> NamedApproval:
    """An approval that points to no resolution, as it is compared with those of other files."""
    return NamedApproval(by, on.last, dated(on), route)


def approvals_of(strategy: Strategy) -> Iterator[NamedApproval]:
    """Give each approval of something of an action that points to no resolution."""
    for action, route in actions(strategy):
        for one, at in _pointing(action, route):
            if one.approved_by and not one.resolution:
                yield named_approval(one.approved_by, one.on, (*at, "approved_by"))


def minuted(strategy: Strategy) -> Iterator[tuple[str, date]]:
    """Give the name of each body that keeps what it resolves here, as names are compared, and since when it does."""
    for body in strategy.governance:
        if body.meetings:
            yield name_form(body.body), min(one.held.first for one in body.meetings)


def what_is_reserved_has_an_approval(strategy: Strategy, today: date, settings: Settings) -> Iterator[Diagnostic]:
    """A date that is reserved to a body does not move without its agreement."""
    if "dates" not in settings.reserved:
        return
    agreed = {ask.id for ask, _ in asks(strategy) if ask.resolved == "agreed"}
    for action, route in actions(strategy):
        for one, at in _pointing(action, route):
            if isinstance(one, Move) and not one.approved_by and one.resolution not in agreed:
                what = f"'{action.id}' was moved {dated(one.on)} with nobody's agreement, and dates are reserved"
                yield Diagnostic("reserved-changed", what, (*at, "on"))


def what_is_reserved_of_measures(measures: Measures, today: date, settings: Settings) -> Iterator[Diagnostic]:
    """A target or a tolerance that is reserved to a body does not change without its agreement."""
    for n, measure in enumerate(measures.measures):
        for c, one in enumerate(measure.changed):
            matter = "targets" if one.target else "tolerances"
            if matter in settings.reserved and not (one.approved_by or one.resolution):
                what = f"a change of '{measure.id}' {dated(one.on)} has nobody's agreement, and {matter} are reserved"
                yield Diagnostic("reserved-changed", what, ("measures", n, "changed", c, "on"))


def seal_is_whole(seal: SealStanding) -> Iterator[Diagnostic]:
    """What a body approved is as it was then, or was approved again."""
    if seal.is_broken:
        code = "reserved-changed" if seal.reserved else "changed-since-approved"
        yield Diagnostic(code, f"'{seal.item}': {seal.words}", seal.route, file=seal.file)


def _number(route: Route, place: int) -> int:
    number = route[place]
    assert isinstance(number, int)
    return number
