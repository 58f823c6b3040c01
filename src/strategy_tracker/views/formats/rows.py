"""Where everything stands as data, for `status` and `export`: whole for JSON, and in flat rows for CSV."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from strategy_tracker.judging.headlines import headline_of
from strategy_tracker.judging.measure_counts import count_measures
from strategy_tracker.judging.standing.of_actions import ActionStanding
from strategy_tracker.judging.standing.of_measures import MeasureStanding
from strategy_tracker.judging.standing.of_portfolio import Standing
from strategy_tracker.judging.standing.of_strategies import PriorityStanding
from strategy_tracker.judging.standing.owners import owners_of
from strategy_tracker.judging.tally import tally_actions, tally_measures
from strategy_tracker.views.dates_and_amounts import moment_data, why_changed
from strategy_tracker.views.rounds_as_data import body_data
from strategy_tracker.views.text import approval_words

WAY_COLUMNS = ("next_target", "next_target_period", "way", "baseline", "share_of_way", "share_of_time")
"""How far a measure is on the way to its next target."""
VARIATION_COLUMNS = ("variation", "assurance")
"""The position of a measure beside its limits of usual variation."""
OUTLOOK_COLUMNS = (
    "forecasts", "pace", "pace_by", "pace_ends", "pace_needed", "pace_came", *VARIATION_COLUMNS, "signal_since",
    "limit_lower", "limit_mean", "limit_upper",
)  # fmt: skip
"""Where a measure is heading; of an action its forecasts."""
COLUMNS = (
    "strategy", "priority", "thing", "id", "text", "owner", "state", "colour", "word", "why", "reason",
    "due", "original_due", "days_overdue", "silent", "period", "reading", "unit", "target", "gap", "boundary",
    "direction", "direction_last_year", "days_late", "owner_from", "need", "owners", *WAY_COLUMNS,
    *VARIATION_COLUMNS, "level",
)  # fmt: skip


def status_rows(standing: Standing) -> Iterator[dict[str, Any]]:
    """A flat row for every action, and for every measure under each priority that names it; last what none names."""
    for strategy in standing.strategies:
        for priority in strategy.priorities:
            place = {"strategy": strategy.id, "priority": priority.id}
            for action in priority.actions:
                yield place | _action_row(action)
            for measure in standing.named(priority.every_measure):
                yield place | _measure_row(measure)
    for measure in standing.unnamed:
        yield {"strategy": None, "priority": None} | _measure_row(measure)


def _action_row(action: ActionStanding) -> dict[str, Any]:
    rating = action.rating._asdict()
    return {
        "thing": "action", "id": action.id, "text": action.text, "owner": action.owner, "state": action.state, **rating,
        "due": action.due.due, "original_due": action.original_due, "days_overdue": action.due.days,
        "silent": action.review.kind, "days_late": action.days_late, "owner_from": action.owner_from,
        "need": _need(action), "owners": owners_of(action),
    }  # fmt: skip


def _need(action: ActionStanding) -> str | None:
    return action.need.word if action.need else None


def _measure_row(measure: MeasureStanding) -> dict[str, Any]:
    reading = measure.reading
    return {
        "thing": "measure", "id": measure.id, "text": measure.title, "owner": measure.owner, **measure.rating._asdict(),
        "period": reading.period if reading else None, "reading": reading.amount if reading else None,
        "unit": measure.unit, "target": measure.target, "gap": measure.gap, "boundary": measure.boundary,
        "direction": measure.short.kind, "direction_last_year": measure.long.kind, "owners": owners_of(measure),
        "level": measure.level, **_way(measure), **_varies(measure),
    }  # fmt: skip


def _varies(measure: MeasureStanding) -> dict[str, Any]:
    found = measure.variation
    return {"variation": found.kind if found else None, "assurance": found.assurance if found else None}


def _outlook(measure: MeasureStanding) -> dict[str, Any]:
    """The forecasts of a measure beside what came, where its pace leads, and its limits."""
    pace, found = measure.pace, measure.variation
    return {
        "forecasts": tuple(one.words for one in measure.forecasts), **_varies(measure),
        "pace": pace.words if pace else None, "pace_by": pace.by if pace else None,
        "pace_ends": pace.ends if pace else None, "pace_needed": pace.needed if pace else None,
        "pace_came": pace.came if pace else None, "signal_since": found.since if found else None,
        "limit_lower": found.lower if found else None, "limit_mean": found.mean if found else None,
        "limit_upper": found.upper if found else None,
    }  # fmt: skip


def _way(measure: MeasureStanding) -> dict[str, Any]:
    """The target that is to come, and how much of the way from the baseline is done."""
    coming, way = measure.next_target, measure.way
    return {
        "next_target": coming.value if coming else None, "next_target_period": coming.period if coming else None,
        "way": way.words if way else None, "baseline": way.baseline if way else None,
        "share_of_way": way.share if way else None, "share_of_time": way.time if way else None,
    }  # fmt: skip


def status_content(standing: Standing) -> dict[str, Any]:
    """The whole standing for JSON, with the counts of each strategy and priority."""
    strategies = []
    for strategy in standing.strategies:
        priorities = [
            {
                **_fields(priority),
                "counts": _both([priority], standing),
                "headline": headline_of(priority, standing),
            }
            for priority in strategy.priorities
        ]
        counts = _both(strategy.priorities, standing)
        bodies = [body_data(body) for body in strategy.bodies]
        strategies.append({**_fields(strategy), "bodies": bodies, "counts": counts, "priorities": priorities})
    return {
        **moment_data(standing),
        "strategies": strategies,
        "measures": list(standing.measures.values()),
        "measure_counts": _counts(standing.measures.values()),
        **({"seals": [_fields(one) for one in standing.seals]} if standing.seals else {}),
    }


def _fields(record: Any) -> dict[str, Any]:
    """A record's fields without its place in the files, as `data.plain` leaves it out."""
    return {key: value for key, value in record._asdict().items() if key not in ("route", "file")}


def _both(priorities: Sequence[PriorityStanding], standing: Standing) -> dict[str, Any]:
    actions = [action for one in priorities for action in one.actions]
    measures = standing.named(dict.fromkeys(name for one in priorities for name in one.every_measure))
    lost = sum(one.actions_left_out for one in priorities)
    found = tally_measures(measures, standing.measures_left_out(priorities), lost)
    return {"actions": tally_actions(actions, lost), "measures": found, **_counts(measures)}


def _counts(measures: Iterable[MeasureStanding]) -> dict[str, Any]:
    """Directions and positions of measures, each measure once."""
    return count_measures(measures)._asdict()


EXPORT_COLUMNS = (
    "as_at", "known", "thing", "strategy", "priority", "id", "text", "owner", "partners", "kind", "state", "colour",
    "word", "why", "reason", "due", "original_due", "days_overdue", "next", "review", "silent", "forecast",
    "measures", "unit", "better", "period", "period_end", "value", "value_words", "value_state", "latest", "target",
    "note", "days_late", "owner_from", "restated", "need", "moves",
    "owners", *WAY_COLUMNS, *OUTLOOK_COLUMNS, "by", "group", "level",
)  # fmt: skip
"""The columns of the exported rows: a promise to those who load them. New ones come last."""


def export_rows(standing: Standing) -> Iterator[dict[str, Any]]:
    """A row for each action and each reading; a measure without a reading has one row, so that none is missing.

    `strategy` and `priority` of a measure are all that name it. Only its latest reading is rated.
    """
    known = {"as_at": standing.as_at, "known": standing.known or None}
    for strategy in standing.strategies:
        for priority in strategy.priorities:
            for action in priority.actions:
                yield {**known, "strategy": strategy.id, "priority": priority.id, **_exported_action(action)}
    for measure in standing.measures.values():
        serves = [
            (s.id, p.id)
            for s in standing.strategies
            for p in s.priorities
            if measure.id in p.measures or any(measure.id in action.measures for action in p.actions)
        ]
        place = {
            "strategy": list(dict.fromkeys(s for s, _ in serves)),
            "priority": list(dict.fromkeys(p for _, p in serves)),
        }
        for row in _exported_readings(measure):
            yield {**known, **place, **row}


def _exported_action(action: ActionStanding) -> dict[str, Any]:
    return {
        **action._asdict(), **action.rating._asdict(), "thing": "action", "due": action.due.due,
        "days_overdue": action.due.days, "next": action.interval.due, "review": action.review.due,
        "silent": action.review.kind, "need": _need(action), "moves": tuple(_moves(action)),
        "forecasts": tuple(one.words for one in action.forecasts),
    }  # fmt: skip


def _moves(action: ActionStanding) -> Iterator[str]:
    """Write every step of its due date and of those of its milestones, each with who agreed, or that nobody did."""
    for name, moves in (("", action.moves), *((f"{step.text}: ", step.moves) for step in action.milestones)):
        for move in moves:
            agreed = f"approved by {approval_words(move)}" if move.approved_by else approval_words(move)
            yield f"{name}{move.former} → {move.to} ({agreed if move.on else why_changed(move)})"


def _exported_readings(measure: MeasureStanding) -> Iterator[dict[str, Any]]:
    about = {
        "thing": "reading", "id": measure.id, "text": measure.title, "owner": measure.owner, "unit": measure.unit,
        "better": measure.better, "owners": owners_of(measure), "level": measure.level,
    }  # fmt: skip
    rated = {
        **measure.rating._asdict(),
        "next": measure.late.due,
        "latest": True,
        "target": measure.target,
        **_way(measure),
        **_outlook(measure),
    }
    if not measure.points:
        yield {**about, **rated, "thing": "measure", "latest": None}
    for point in measure.points:
        yield {
            **about, "latest": False, **(rated if point == measure.reading else {}), "period": point.period,
            "period_end": point.end, "value": point.amount, "value_state": point.state, "note": point.note,
            "value_words": point.shown if point.amount is None else None, "restated": point.restated or None,
        }  # fmt: skip
        for one in measure.groups:
            if one.period == point.period:  # a thing of its own: who adds up readings must not add up a total twice
                yield {
                    **about, "thing": "group", "by": one.by, "group": one.group, "period": one.period,
                    "period_end": one.end, "value": one.amount,
                    "value_words": one.shown if one.amount is None else None,
                }  # fmt: skip
