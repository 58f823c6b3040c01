"""Keeps a standing from telling of emptiness, silence or a colour where something was left out of the record."""

from strategy_tracker.judging.standing.of_measures import Arrow, MeasureStanding
from strategy_tracker.judging.standing.of_strategies import StrategyStanding
from strategy_tracker.judging.standing.rating import Clock, grey
from strategy_tracker.model.left_out import LeftOut, left_out_words
from strategy_tracker.model.names.labels import phrase


def tell_left_out(strategy: StrategyStanding, left_out: LeftOut) -> StrategyStanding:
    """A strategy that says how much of it is left out, and of no gap that this may be."""
    if not left_out.things:
        return strategy
    told = phrase("not-known-left-out", things=left_out_words(left_out.things))
    priorities = tuple(
        one._replace(
            actions_left_out=left_out.actions.get(one.id, 0), measures_left_out=left_out.measures.get(one.id, 0)
        )
        for one in strategy.priorities
    )
    return strategy._replace(priorities=priorities, gaps=(told,), left_out=sum(left_out.things.values()))


def without_colour(measure: MeasureStanding, left_out: LeftOut) -> MeasureStanding:
    """A measure that is not rated where parts of it are left out: the latest reading, or its target, may be one."""
    number = left_out.parts.get(measure.id, 0)
    if not number:
        return measure
    told = phrase("part-left-out" if number == 1 else "parts-left-out", number=f"{number}")
    arrow = Arrow("none", told)
    return measure._replace(
        rating=grey("left-out", told),
        gap=None,
        boundary=None,
        short=arrow,
        long=arrow,
        trend=arrow,
        late=Clock("none", None, 0, told),
        next_target=None,
        notes=(*measure.notes, told),
    )
