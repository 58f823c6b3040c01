"""Joins what bodies resolved with the measures it is about: which of them carry it out, who owns them, which minute."""

from collections.abc import Iterator, Mapping

from strategy_tracker.judging.meetings.minutes import measure_with_minutes, minutes_of
from strategy_tracker.judging.meetings.resolutions import with_carried_out, with_owner_of_measure
from strategy_tracker.judging.standing.of_measures import MeasureStanding
from strategy_tracker.judging.standing.of_portfolio import Standing
from strategy_tracker.judging.standing.of_resolutions import ResolutionStanding
from strategy_tracker.judging.standing.of_strategies import BodyStanding, StrategyStanding
from strategy_tracker.judging.standing.owners import owners_of


def with_measures_resolved(standing: Standing) -> Standing:
    """A standing in which resolutions know what became of measures; the same one where nothing was ever asked."""
    minutes = minutes_of((strategy.id, body) for strategy in standing.strategies for body in strategy.bodies)
    if not minutes.resolved:
        return standing
    carried = dict[str, list[str]]()
    for measure in standing.measures.values():
        for name, words in _pointing(measure):
            carried.setdefault(name, []).append(words)
    return standing._replace(
        strategies=tuple(_strategy(one, standing.measures, carried) for one in standing.strategies),
        measures={name: measure_with_minutes(one, minutes) for name, one in standing.measures.items()},
    )


def _strategy(
    strategy: StrategyStanding, measures: Mapping[str, MeasureStanding], carried: Mapping[str, list[str]]
) -> StrategyStanding:
    def joined(one: ResolutionStanding) -> ResolutionStanding:
        pointing = [*carried.get(one.id, ()), *carried.get(f"{strategy.id}/{one.id}", ())]
        one = with_carried_out(one, pointing)
        measure = measures.get(one.about or "")
        return with_owner_of_measure(one, owners_of(measure)) if measure else one

    def body_joined(body: BodyStanding) -> BodyStanding:
        return body._replace(resolutions=tuple(joined(one) for one in body.resolutions)) if body.resolutions else body

    return strategy._replace(bodies=tuple(body_joined(body) for body in strategy.bodies))


def _pointing(measure: MeasureStanding) -> Iterator[tuple[str, str]]:
    """The resolutions that a measure points to, each with what was done by it."""
    for step in measure.changed:
        if step.resolution:
            yield step.resolution, f"{measure.id}: {step.what} from {step.former} to {step.to}"
    if measure.suspended and measure.suspended.resolution:
        yield measure.suspended.resolution, f"{measure.id} suspended on {measure.suspended.on}"
    if measure.withdrawn and measure.withdrawn.resolution:
        yield measure.withdrawn.resolution, f"{measure.id} withdrawn on {measure.withdrawn.on}"
