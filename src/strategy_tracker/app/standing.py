"""The standing of a portfolio from its files: each file judged as it is read, so that little is kept."""

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING

from strategy_tracker.app.dates_in_git import NOT_ASKED, DatesInGit
from strategy_tracker.app.kept_answers import KeptAnswers
from strategy_tracker.diagnostics import Diagnostic
from strategy_tracker.files.find import DataFile
from strategy_tracker.files.portfolio import Portfolio, each_loaded
from strategy_tracker.judging.measures_in_use import wanted_while_running, with_what_is_missing
from strategy_tracker.judging.meetings.measures_resolved import with_measures_resolved
from strategy_tracker.judging.one_spelling import in_one_spelling
from strategy_tracker.judging.standing.of_files import JudgedRecord
from strategy_tracker.judging.standing.of_measures import MeasureStanding
from strategy_tracker.judging.standing.of_portfolio import Standing
from strategy_tracker.judging.standing.of_strategies import StrategyStanding
from strategy_tracker.judging.stems import with_stems

if TYPE_CHECKING:  # who knows already how each file stands imports no model, no parser and no rule
    from strategy_tracker.files.load import LoadedFile
    from strategy_tracker.judging.measures.others.join import OtherFigures
    from strategy_tracker.model.record import Record

Unread = tuple[Diagnostic, ...]
"""What could not be read of one file."""


def stand(
    portfolio: Portfolio,
    today: date,
    files: Iterable[DataFile] | None = None,
    *,
    whole: bool = True,
    as_written: bool = False,
    in_git: DatesInGit = NOT_ASKED,
    each: Callable[..., tuple[list[JudgedRecord], list[Diagnostic]]] = each_loaded,
) -> tuple[Standing, list[Diagnostic]]:
    """The standing at `today` of all files, or of some, and what could not be read.

    Without `whole`, former updates and readings are left out, as `judge_record` does. Of all files, each post and body
    has the spelling that most of them give it, but for `as_written`. `in_git` is what git knows of due dates. `each`
    is how the files are read, where somebody remembers what was read and judged before.
    """
    from strategy_tracker.app.other_figures import others_in

    others, unread = others_in(portfolio)
    keep, read = _judging(portfolio, today, others, in_git, whole=whole)
    kept, wrong = each(portfolio, _judgeable(portfolio.files if files is None else files), keep, read)
    standing, twice = together(KeptAnswers(portfolio), today, kept, portfolio.short.organisation)
    if files is None:
        standing = of_all(standing, KeptAnswers(portfolio), as_written=as_written)
    return _told(standing, [*portfolio.diagnostics, *wrong, *unread, *twice], in_git)


def stand_kept(kept: KeptAnswers, today: date, in_git: DatesInGit, *, whole: bool) -> tuple[Standing, list[Diagnostic]]:
    """As `stand` of all files; how a file stands by itself is taken from what is kept, where that is known."""
    portfolio = kept.portfolio

    def judging() -> Callable[[DataFile], tuple[JudgedRecord | None, Unread]]:
        from strategy_tracker.app.other_figures import others_in
        from strategy_tracker.files.portfolio import one_loaded

        return one_loaded(portfolio, *_judging(portfolio, today, others_in(portfolio)[0], in_git, whole=whole))

    judged = kept.each(_judgeable(portfolio.files), judging, tuple[JudgedRecord | None, Unread])
    others = kept.each(portfolio.of_kind("comparators"), lambda: _what_is_unread(portfolio), Unread)
    standing, twice = together(kept, today, [one for one, _ in judged if one], portfolio.short.organisation)
    standing = of_all(standing, kept)
    kept.save()
    wrong = [found for unread in (*(unread for _, unread in judged), *others) for found in unread]
    return _told(standing, [*portfolio.diagnostics, *wrong, *twice], in_git)


def _judgeable(files: Iterable[DataFile]) -> list[DataFile]:
    return [file for file in files if file.kind in ("strategies", "measures")]


def _judging(
    portfolio: Portfolio, today: date, others: "OtherFigures | None", in_git: DatesInGit, *, whole: bool
) -> "tuple[Callable[[Record, LoadedFile], JudgedRecord], Callable[[DataFile], LoadedFile]]":
    """How a record of a portfolio is judged, and how its file is read before that."""
    from functools import partial

    from strategy_tracker.checks.sound import load_sound
    from strategy_tracker.judging.judge_record import judge_record

    settings = portfolio.settings

    def judged(record: "Record", loaded: "LoadedFile") -> JudgedRecord:
        name, typed, left_out = loaded.file.name, in_git.typed, loaded.left_out
        return judge_record(record, name, today, settings, whole=whole, left_out=left_out, typed=typed, others=others)

    return judged, partial(load_sound, settings=settings, today=today)


def _what_is_unread(portfolio: Portfolio) -> Callable[[DataFile], Unread]:
    from strategy_tracker.app.other_figures import unread_in

    return lambda file: tuple(unread_in(portfolio, file))


def of_all(standing: Standing, kept: KeptAnswers, *, as_written: bool = False) -> Standing:
    """The standing of all files, with what only all of them together can say."""
    standing = with_what_is_missing(standing if as_written else in_one_spelling(standing))
    return with_rounds(standing, kept)


def _told(standing: Standing, every: list[Diagnostic], in_git: DatesInGit) -> tuple[Standing, list[Diagnostic]]:
    standing = wanted_while_running(standing)
    return standing._replace(unread=files_of(every), moves_not_known=in_git.not_known), every


def with_rounds(standing: Standing, kept: KeptAnswers) -> Standing:
    """The standing whose rounds, where there are any, also ask for readings."""
    if not any(body.round for one in standing.strategies for body in one.bodies):
        return standing
    from strategy_tracker.app.rounds import with_readings_asked

    return with_readings_asked(standing, kept)


def files_of(found: Iterable[Diagnostic]) -> tuple[str, ...]:
    """The names of the files of some diagnostics, each once."""
    return tuple(dict.fromkeys(one.file for one in found))


def together(
    kept: KeptAnswers, today: date, judged: Iterable[JudgedRecord], organisation: str | None
) -> tuple[Standing, list[Diagnostic]]:
    """One standing of what each file gave, and the ids that two strategies or measures have: the first is shown."""
    strategies, measures, twice = dict[str, StrategyStanding](), dict[str, MeasureStanding](), list[Diagnostic]()
    left_out: Counter[str] = Counter()
    for one in judged:
        left_out.update(one.left_out)
        if one.strategy and strategies.setdefault(one.strategy.id, one.strategy) is not one.strategy:
            twice.append(strategy_twice(one.strategy, strategies[one.strategy.id].file))
        for measure in one.measures:
            first = measures.setdefault(measure.id, measure)
            if first is not measure:
                twice.append(_twice(measure, first))
    known = kept.portfolio.known
    standing = Standing(today, organisation, tuple(strategies.values()), measures, known)
    standing = with_measures_resolved(with_stems(standing._replace(left_out=dict(left_out))))
    asked = (each for one in strategies.values() for body in one.bodies for each in body.resolutions)
    if any(each.resolved == "agreed" for each in asked):
        from strategy_tracker.app.seals import with_seals  # files are read again for these

        standing = with_seals(standing, kept)
    return standing, [one._replace(known=known) for one in twice]


def strategy_twice(strategy: StrategyStanding, first: str) -> Diagnostic:
    """That a strategy has the id of the one in the file named `first`, so that it cannot be shown as well."""
    what = f"'{strategy.id}' is also the id of a strategy in {first}"
    return Diagnostic("duplicate-id", what, ("id",), file=strategy.file)


def _twice(measure: MeasureStanding, first: MeasureStanding) -> Diagnostic:
    where = "above" if first.file == measure.file else f"in {first.file}"
    what = f"'{measure.id}' is also the id of a measure {where}"
    return Diagnostic("duplicate-id", what, (*measure.route, "id"), file=measure.file)
