"""The standing of a portfolio from its files: each file judged as it is read, so that little is kept."""

from collections.abc import Iterable
from datetime import date

from strategy_tracker.diagnostics import Diagnostic
from strategy_tracker.files.find import DataFile
from strategy_tracker.files.portfolio import Portfolio, each_file
from strategy_tracker.judging.judge_record import JudgedRecord, judge_record
from strategy_tracker.judging.measures_in_use import wanted_while_running, with_what_is_missing
from strategy_tracker.judging.standing import MeasureStanding, Standing
from strategy_tracker.model.record import Record


def stand(
    portfolio: Portfolio, today: date, files: Iterable[DataFile] | None = None, *, whole: bool = True
) -> tuple[Standing, list[Diagnostic]]:
    """The standing at `today` of all files, or of some, and what could not be read.

    Without `whole`, former updates and readings are left out, as `judge_record` does.
    """
    settings = portfolio.settings

    def judged(record: Record, file: DataFile) -> JudgedRecord:
        return judge_record(record, file.name, today, settings, whole=whole)

    chosen = portfolio.files if files is None else files
    kept, wrong = each_file(portfolio, [file for file in chosen if file.kind in ("strategies", "measures")], judged)
    standing, twice = together(portfolio, today, kept, settings.organisation)
    if files is None:
        standing = with_what_is_missing(standing)
    return wanted_while_running(standing), [*portfolio.diagnostics, *wrong, *twice]


def together(
    portfolio: Portfolio, today: date, judged: Iterable[JudgedRecord], organisation: str | None
) -> tuple[Standing, list[Diagnostic]]:
    """One standing of what each file gave, and the ids that two measures have: only the first of them can be shown."""
    strategies, measures, twice = [], dict[str, MeasureStanding](), []
    for one in judged:
        strategies += [one.strategy] if one.strategy else []
        for measure in one.measures:
            first = measures.setdefault(measure.id, measure)
            if first is not measure:
                twice.append(_twice(measure, first)._replace(known=portfolio.known))
    return Standing(today, organisation, tuple(strategies), measures, portfolio.known), twice


def _twice(measure: MeasureStanding, first: MeasureStanding) -> Diagnostic:
    where = "above" if first.file == measure.file else f"in {first.file}"
    what = f"'{measure.id}' is also the id of a measure {where}"
    return Diagnostic("duplicate-id", what, (*measure.route, "id"), file=measure.file)
