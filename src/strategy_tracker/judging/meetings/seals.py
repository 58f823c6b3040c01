"""Says of what a body approved whether it still stands so: titles, dates, targets and tolerances under its seal."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple, get_args

from strategy_tracker.diagnostics import Route
from strategy_tracker.judging.measures.changed_rules import named, shown_value
from strategy_tracker.judging.meetings.resolutions import meetings_by
from strategy_tracker.judging.standing.of_seals import SealStanding
from strategy_tracker.model.action import Action
from strategy_tracker.model.dates.period import Period
from strategy_tracker.model.measures.limit import LowerOrHigher
from strategy_tracker.model.measures.measure import Measure, Measures
from strategy_tracker.model.measures.rule_change import RuleKey, RuleValue, same_value
from strategy_tracker.model.meeting import Approved, Ask
from strategy_tracker.model.names.labels import phrase
from strategy_tracker.model.settings import Matter, Settings
from strategy_tracker.model.strategy import Priority, Strategy
from strategy_tracker.model.values import When


def as_it_stands(record: Priority | Action | Measure) -> dict[str, Any]:
    """Give what a body can approve of a thing, as its file has it and as a resolution holds it; empty if nothing."""
    if isinstance(record, Priority):
        return {"title": record.title}
    if isinstance(record, Action):
        return {"due": record.due.text} if record.due else {}
    targets = {period.text: written_rule(value) for period, value in _targets(record)}
    tolerances = {rule: written_rule(value) for rule, value in _tolerances(record)}
    return {key: value for key, value in (("targets", targets), ("tolerances", tolerances)) if value}


def _targets(measure: Measure) -> Iterator[tuple[Period, RuleValue]]:
    for period in measure.targets:
        value = measure.rule_value(period, None)
        if value is not None:
            yield period, value


def _tolerances(measure: Measure) -> Iterator[tuple[RuleKey, RuleValue]]:
    for rule in get_args(RuleKey):
        value = measure.rule_value(None, rule)
        if value is not None:
            yield rule, value


def written_rule(value: RuleValue) -> Any:
    """A target or a tolerance as a file holds it."""
    if isinstance(value, LowerOrHigher):
        return {f"{value.which}_of": tuple(map(str, value.parts))}
    return value if isinstance(value, Decimal | str) else value.text


class _Seal(NamedTuple):
    """One thing that was approved: in which words, by whom and when, and what it is compared with now."""

    day: date
    what: str
    approved: RuleValue
    body: str
    ask: Ask
    held: When


class _Resolutions(NamedTuple):
    """What was agreed at meetings about one strategy, by the id of each ask: by which body, and when."""

    strategy: str
    agreed: dict[str, tuple[str, Ask, When]]


def find_seals(
    strategies: Sequence[tuple[str, Strategy]],
    measures: Sequence[tuple[str, Measures]],
    today: date,
    settings: Settings,
) -> tuple[SealStanding, ...]:
    """List what bodies approved by `today`, each title, date, target and tolerance by its last approval.

    The strategies and the measures come with the names of their files. A move or a change that points to a resolution
    which agreed to it is approved as well.
    """
    known = [_agreed(one, today) for _, one in strategies]
    found = [
        seal
        for (file, one), resolutions in zip(strategies, known, strict=True)
        for seal in _of_strategy(one, file, resolutions, today, settings)
    ]
    for file, record in measures:
        for n, measure in enumerate(record.measures):
            found += _of_measure(measure, file, ("measures", n), known, today, settings)
    return tuple(found)


def _agreed(strategy: Strategy, today: date) -> _Resolutions:
    found: dict[str, tuple[str, Ask, When]] = {}
    for body in strategy.governance:
        for meeting in meetings_by(body, today):
            found |= {ask.id: (body.body, ask, meeting.held) for ask in meeting.asks if ask.resolved == "agreed"}
    return _Resolutions(strategy.id, found)


def _of_strategy(
    strategy: Strategy, file: str, resolutions: _Resolutions, today: date, settings: Settings
) -> Iterator[SealStanding]:
    def standing(seal: _Seal | None, item: str, now: str, matter: Matter, route: Route) -> Iterator[SealStanding]:
        if seal:
            yield _stood(
                seal, f"{strategy.id}/{item}", now, str(seal.approved), matter in settings.reserved, file, route
            )

    for p, priority in enumerate(strategy.priorities):
        route: Route = ("priorities", p)
        titles = (
            _seal(each, phrase("the-title"), each[1].approved.title)
            for each in resolutions.agreed.values()
            if each[1].about == priority.id and each[1].approved and each[1].approved.title
        )
        yield from standing(_latest(titles), priority.id, priority.title, "titles", (*route, "title"))
        for a, action in enumerate(priority.actions):
            due = _latest(_dates(action, resolutions, today))
            now = action.due.text if action.due else phrase("no-date")
            yield from standing(due, action.id, now, "dates", (*route, "actions", a, "due" if action.due else "id"))


def _dates(action: Action, resolutions: _Resolutions, today: date) -> Iterator[_Seal]:
    """The due dates of an action that were approved: as it stood, or by a move that was agreed to."""
    for each in resolutions.agreed.values():
        approved = each[1].approved
        if each[1].about == action.id and approved and approved.due:
            yield _seal(each, phrase("due-date"), approved.due.text)
    for move in action.moved:
        agreed = resolutions.agreed.get(move.resolution or "")
        if agreed and move.to and move.on.first <= today:
            yield _seal(agreed, phrase("due-date"), move.to.text)


def _of_measure(
    measure: Measure, file: str, route: Route, known: Sequence[_Resolutions], today: date, settings: Settings
) -> Iterator[SealStanding]:
    found: dict[tuple[Period | None, RuleKey | None], list[_Seal]] = {}
    for of, by, seal in _rules(measure, known, today):
        found.setdefault((of, by), []).append(seal)
    for (of, by), seals in found.items():
        last, now = max(seals, key=lambda one: one.day), measure.rule_value(of, by)
        same = now is not None and (same_value(now, last.approved) or written_rule(now) == last.approved)
        then = shown_value(last.approved, measure)
        key = "targets" if of else by or "id"
        at = (*route, key if key in measure.model_fields_set else "id")
        words = then if same else shown_value(now, measure)
        yield _stood(last, measure.id, words, then, _matter(of) in settings.reserved, file, at)


def _rules(
    measure: Measure, known: Sequence[_Resolutions], today: date
) -> Iterator[tuple[Period | None, RuleKey | None, _Seal]]:
    """The targets and tolerances of a measure that were approved: as they stood, or by a change that was agreed to."""
    periods = {period[1:]: period for period in measure.targets}
    for resolutions in known:
        for each in (one for one in resolutions.agreed.values() if one[1].about == measure.id and one[1].approved):
            yield from _as_approved(each, periods)
        for change in measure.changed:
            agreed = resolutions.agreed.get((change.resolution or "").removeprefix(f"{resolutions.strategy}/"))
            if agreed and change.to is not None and change.on.first <= today:
                target = periods.get(change.target[1:], change.target) if change.target else None
                yield target, change.rule, _seal(agreed, named(target, change.rule), change.to)


def _as_approved(
    each: tuple[str, Ask, When], periods: Mapping[tuple[Any, ...], Period]
) -> Iterator[tuple[Period | None, RuleKey | None, _Seal]]:
    approved = each[1].approved or Approved()
    for period, value in approved.targets.items():
        own = periods.get(period[1:], period)
        yield own, None, _seal(each, named(own, None), value)
    for rule, value in approved.tolerances.items():
        yield None, rule, _seal(each, named(None, rule), value)


def _matter(period: Period | None) -> Matter:
    return "targets" if period else "tolerances"


def _seal(each: tuple[str, Ask, When], what: str, value: RuleValue | None) -> _Seal:
    body, ask, held = each
    assert value is not None
    return _Seal(held.last, what, value, body, ask, held)


def _latest(seals: Iterable[_Seal]) -> _Seal | None:
    return max(seals, key=lambda one: one.day, default=None)


def _stood(seal: _Seal, item: str, now: str, approved: str, reserved: bool, file: str, route: Route) -> SealStanding:
    ask = seal.ask
    return SealStanding(
        item, seal.what, approved, now, seal.body, seal.held.text, ask.minute, ask.id, reserved, file, route
    )
