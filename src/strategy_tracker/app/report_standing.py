"""What a report is written from, read in one pass: the standing, the words of the records, and practice examples."""

from collections.abc import Callable, Collection, Mapping
from datetime import date
from functools import partial
from typing import NamedTuple

from strategy_tracker.app.standing import by_id
from strategy_tracker.briefing.own_words import kept, marked
from strategy_tracker.briefing.words import MeasureWords, StrategyWords, words_of_measure, words_of_strategy
from strategy_tracker.diagnostics import Diagnostic, Route
from strategy_tracker.files.find import DataFile
from strategy_tracker.files.portfolio import Portfolio, each_file
from strategy_tracker.judging.measure_standing import stand_measure
from strategy_tracker.judging.measures_in_use import wanted_while_running, with_what_is_missing
from strategy_tracker.judging.standing import MeasureStanding, Standing, StrategyStanding
from strategy_tracker.judging.strategy_standing import stand_strategy
from strategy_tracker.model.measure import Measure, Measures
from strategy_tracker.model.practice import Example, Practice
from strategy_tracker.model.record import Record
from strategy_tracker.model.settings import Settings
from strategy_tracker.model.strategy import Strategy
from strategy_tracker.publishing.public_record import LeftOut
from strategy_tracker.publishing.public_version import Version

Stand = Callable[[Measure, date, Settings, str, Route], MeasureStanding]


class ReportRead(NamedTuple):
    """The standing at a date with the words that belong to it, and what could not be read."""

    standing: Standing
    strategies: Mapping[str, StrategyWords]
    measures: Mapping[str, MeasureWords]
    examples: tuple[Example, ...]
    wrong: tuple[Diagnostic, ...]
    left_out: Mapping[str, LeftOut] = {}


class _Kept(NamedTuple):
    strategies: tuple[tuple[StrategyStanding, StrategyWords], ...] = ()
    measures: tuple[tuple[MeasureStanding, MeasureWords], ...] = ()
    examples: tuple[Example, ...] = ()
    left_out: Mapping[str, LeftOut] = {}


def read_report(
    portfolio: Portfolio, today: date, chosen: Mapping[str, str], *, practice: bool, version: Version | None = None
) -> ReportRead:
    """Read the strategies in `chosen`, which names the file of each, or all; with measures and, if asked, practice.

    With a public `version`, everything is worked out from that.
    """
    settings = portfolio.settings
    settings = settings.model_copy(update={"organisation": kept(settings.organisation, settings.wording)})
    files = [file for file in portfolio.files if _wanted(file, chosen.values(), practice)]
    found, wrong = each_file(portfolio, files, partial(_kept, today=today, settings=settings, version=version))
    strategies = tuple(one for each in found for one in each.strategies)
    listed = [one for each in found for one in each.measures]
    measures, twice = by_id((stood for stood, _ in listed), portfolio.known)
    standing = Standing(
        today,
        settings.organisation,
        tuple(stood for stood, _ in strategies),
        measures,
        portfolio.known,
    )
    return ReportRead(
        wanted_while_running(standing if version else with_what_is_missing(standing)),
        {stood.id: words for stood, words in strategies},
        {stood.id: words for stood, words in reversed(listed)},
        tuple(one for each in found for one in each.examples),
        (*portfolio.diagnostics, *wrong, *twice),
        {name: one for each in found for name, one in each.left_out.items()},
    )


def _kept(record: Record, file: DataFile, today: date, settings: Settings, version: Version | None) -> _Kept:
    if version is None:
        return _judged(record, file, today, settings, stand_measure)
    public = version.record(record)
    kept = _Kept() if public is None else _judged(public, file, today, settings, version.stand)
    return kept._replace(left_out=version.left_out(record))


def _judged(record: Record, file: DataFile, today: date, settings: Settings, stand: Stand) -> _Kept:
    record = marked(record, settings.wording)
    if isinstance(record, Strategy):
        return _Kept(((stand_strategy(record, today, settings, file.name), words_of_strategy(record, today)),))
    if isinstance(record, Practice):
        return _Kept(examples=record.practice)
    assert isinstance(record, Measures)
    both = []
    for n, measure in enumerate(record.measures):
        stood = stand(measure, today, settings, file.name, ("measures", n))
        both.append((stood, words_of_measure(measure, stood.points, today, settings.year_end)))
    return _Kept(measures=tuple(both))


def _wanted(file: DataFile, chosen: Collection[str], practice: bool) -> bool:
    if file.kind == "strategies":
        return not chosen or file.name in chosen
    return file.kind == "measures" or (practice and file.kind == "practice")
