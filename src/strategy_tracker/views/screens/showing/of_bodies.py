"""One body of a strategy, for `show`: what it is there for, when it meets, and what it was asked."""

from collections.abc import Iterator

from strategy_tracker.judging.standing.of_portfolio import Standing
from strategy_tracker.judging.standing.of_strategies import BodyStanding, StrategyStanding
from strategy_tracker.views.screens.facts import as_facts
from strategy_tracker.views.screens.resolutions import resolution_tables
from strategy_tracker.views.sheet import SheetSection

_DOES = {
    "reviews": "reviews the strategy",
    "works": "works in the strategy",
    "judges": "judges how its pledge is kept",
    "asks": "asks things of it from outside",
}


def body_sections(address: str, standing: Standing) -> Iterator[SheetSection]:
    """How a body stands that is named `strategy/Name of the body`, and all that it was asked."""
    outer, _, name = address.partition("/")
    for strategy in (one for one in standing.strategies if one.id == outer):
        for body in (one for one in strategy.bodies if one.body == name):
            yield SheetSection("", (), facts=tuple(as_facts(_lines(body, strategy))))
            for table in resolution_tables(strategy, settled=True, of_body=name):
                yield SheetSection("", (), (table,))


def _lines(body: BodyStanding, strategy: StrategyStanding) -> Iterator[str]:
    yield f"what it does: {_DOES[body.role]}, {strategy.title}"
    yield f"meetings: {body.clock.words}"
    if body.papers:
        yield f"papers due: {body.papers}"
    if body.to_note:
        yield f"to be noted at the next meeting: {', '.join(body.to_note)}"
