"""Scores forecasts of a portfolio by owner and by strategy: how many were right, too hopeful or too cautious.

They are counted and never averaged: a forecast of days and one of percentages have nothing in common but their verdict.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Literal, NamedTuple

from strategy_tracker.judging.measures.show_figures import ZERO, show_amount, show_gap
from strategy_tracker.judging.standing.of_actions import ActionStanding
from strategy_tracker.judging.standing.of_measures import MeasureStanding
from strategy_tracker.judging.standing.of_outlook import ForecastVerdict
from strategy_tracker.judging.standing.of_portfolio import Standing

VERDICTS: tuple[ForecastVerdict, ...] = (
    "right", "too-hopeful", "too-cautious", "too-high", "too-low", "unknown", "open",
)  # fmt: skip
"""Verdicts as they are counted."""


class ScoredForecast(NamedTuple):
    """One forecast and what came, as it is printed; `gap` is what came less what was expected, of an action in days.

    `strategies` are those that its measure serves or its action belongs to.
    """

    thing: Literal["measure", "action"]
    item: str
    text: str
    strategies: tuple[str, ...]
    owner: str | None
    period: str | None
    on: str
    expected: str
    came: str | None
    apart: str | None
    gap: Decimal | int | None
    verdict: ForecastVerdict
    words: str


class ForecastScore(NamedTuple):
    """How many forecasts of an owner or a strategy had each verdict; without a name, those of nobody or of none."""

    name: str | None
    counts: dict[ForecastVerdict, int]


def scored(standing: Standing, address: str = "", thing: str = "") -> list[ScoredForecast]:
    """List every forecast of a standing, or of one strategy, priority, action or measure of it, oldest first."""
    found = [*_of_measures(standing, address, thing), *_of_actions(standing, address, thing)]
    return sorted(found, key=lambda one: (one.on, one.item, one.period or "", one.expected))


def by_owner(found: Iterable[ScoredForecast]) -> list[ForecastScore]:
    """Count verdicts by owner, in the order of their names; last what nobody owns."""
    return _counted((one.owner, one.verdict) for one in found)


def by_strategy(found: Iterable[ScoredForecast]) -> list[ForecastScore]:
    """Count verdicts by strategy; a measure that serves two is counted in each, and one that serves none comes last."""
    return _counted((name, one.verdict) for one in found for name in (one.strategies or (None,)))


def _counted(pairs: Iterable[tuple[str | None, ForecastVerdict]]) -> list[ForecastScore]:
    numbers = Counter(pairs)
    names = sorted({name for name, _ in numbers}, key=lambda name: (name is None, name or ""))
    return [ForecastScore(name, {verdict: numbers[name, verdict] for verdict in VERDICTS}) for name in names]


def _of_measures(standing: Standing, address: str, thing: str) -> Iterator[ScoredForecast]:
    serves: dict[str, list[str]] = {}
    inside: set[str] = set()
    for strategy in standing.strategies:
        for priority in strategy.priorities:
            for name in priority.every_measure:
                serves.setdefault(name, []).append(strategy.id)
                inside |= {name} if address in (strategy.id, f"{strategy.id}/{priority.id}") else set()
    for measure in standing.measures.values():
        wanted = not address or (measure.id == address if thing == "measure" else measure.id in inside)
        if wanted:
            yield from _of_measure(measure, tuple(dict.fromkeys(serves.get(measure.id, ()))))


def _of_measure(measure: MeasureStanding, strategies: tuple[str, ...]) -> Iterator[ScoredForecast]:
    unit = measure.shown_in
    for one in measure.forecasts:
        apart = None if one.apart is None else show_gap(abs(one.apart), unit, ZERO)
        more = f"{apart} {'more' if (one.apart or 0) > 0 else 'less'}" if one.apart else apart
        yield ScoredForecast(
            "measure", measure.id, measure.title, strategies, measure.owner, one.period, one.on,
            show_amount(one.value, unit), None if one.came is None else show_amount(one.came, unit), more, one.apart,
            one.verdict, one.words,
        )  # fmt: skip


def _of_actions(standing: Standing, address: str, thing: str) -> Iterator[ScoredForecast]:
    for strategy in standing.strategies:
        for priority in strategy.priorities:
            within = thing != "action" and address in ("", strategy.id, f"{strategy.id}/{priority.id}")
            for action in priority.actions:
                if within or (thing == "action" and f"{strategy.id}/{action.id}" == address):
                    yield from _of_action(action, strategy.id)


def _of_action(action: ActionStanding, strategy: str) -> Iterator[ScoredForecast]:
    for one in action.forecasts:
        days = f"{abs(one.days)} day{'' if abs(one.days) == 1 else 's'} {'later' if one.days > 0 else 'earlier'}"
        yield ScoredForecast(
            "action", f"{strategy}/{action.id}", action.text, (strategy,), action.owner, None, one.on, one.expected,
            one.done, days if one.days else None, one.days if one.done or one.days else None, one.verdict, one.words,
        )  # fmt: skip
