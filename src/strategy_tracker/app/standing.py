"""The standing of a portfolio from its files: each file judged as it is read, so that little is kept."""

from collections.abc import Iterable
from datetime import date

from strategy_tracker.diagnostics import Diagnostic
from strategy_tracker.files.find import DataFile
from strategy_tracker.files.portfolio import Portfolio, each_file
from strategy_tracker.judging.measures_in_use import wanted_while_running, with_what_is_missing
from strategy_tracker.judging.standing import MeasureStanding, Standing, StrategyStanding
from strategy_tracker.model.measure import Measures
from strategy_tracker.model.record import Record
from strategy_tracker.model.strategy import Strategy


def stand(
    portfolio: Portfolio, today: date, files: Iterable[DataFile] | None = None, *, whole: bool = True
) -> tuple[Standing, list[Diagnostic]]:
    """The standing at `today` of all files, or of some, and what could not be read.

    Without `whole`, former updates and readings are left out: counts and clocks do not need them, and they are
    most of what one process would have to hand to another.
    """
    settings = portfolio.settings

    def judged(record: Record, file: DataFile) -> StrategyStanding | list[MeasureStanding]:
        if isinstance(record, Measures):
            from strategy_tracker.judging.measure_standing import stand_measure

            listed = enumerate(record.measures)
            return [stand_measure(m, today, settings, file.name, ("measures", n), whole=whole) for n, m in listed]
        from strategy_tracker.judging.strategy_standing import stand_strategy

        assert isinstance(record, Strategy)
        strategy = stand_strategy(record, today, settings, file.name)
        return strategy if whole else _counted(strategy)

    chosen = portfolio.files if files is None else files
    kept, wrong = each_file(portfolio, [file for file in chosen if file.kind in ("strategies", "measures")], judged)
    strategies = tuple(one for one in kept if isinstance(one, StrategyStanding))
    measures, twice = by_id((measure for one in kept if isinstance(one, list) for measure in one), portfolio.known)
    standing = Standing(today, settings.organisation, strategies, measures, portfolio.known)
    if files is None:
        standing = with_what_is_missing(standing)
    return wanted_while_running(standing), [*portfolio.diagnostics, *wrong, *twice]


def by_id(listed: Iterable[MeasureStanding], known: str) -> tuple[dict[str, MeasureStanding], list[Diagnostic]]:
    """The measures by their ids, and what is wrong where two have one: only the first of them can be shown."""
    measures: dict[str, MeasureStanding] = {}
    twice: list[Diagnostic] = []
    for measure in listed:
        first = measures.setdefault(measure.id, measure)
        if first is not measure:
            where = "above" if first.file == measure.file else f"in {first.file}"
            what = f"'{measure.id}' is also the id of a measure {where}"
            twice.append(Diagnostic("duplicate-id", what, (*measure.route, "id"), file=measure.file, known=known))
    return measures, twice


def _counted(strategy: StrategyStanding) -> StrategyStanding:
    """The strategy without what only a close look at one action shows."""
    priorities = tuple(
        priority._replace(actions=tuple(action._replace(updates=()) for action in priority.actions))
        for priority in strategy.priorities
    )
    return strategy._replace(priorities=priorities)
