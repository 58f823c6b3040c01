"""What a report is written from, read in one pass: the standing, the words of the records, and practice examples."""

from collections.abc import Callable, Collection, Mapping
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from strategy_tracker.app.dates_in_git import NOT_ASKED, DatesInGit
from strategy_tracker.app.kept_answers import KeptAnswers
from strategy_tracker.app.other_figures import others_in
from strategy_tracker.app.standing import files_of, together, with_rounds
from strategy_tracker.briefing.edition import Edition
from strategy_tracker.briefing.own_words import protect
from strategy_tracker.briefing.record_words import MeasureWords, StrategyWords, words_of_measure, words_of_strategy
from strategy_tracker.checks.sound import load_sound
from strategy_tracker.diagnostics import Diagnostic
from strategy_tracker.files.find import DataFile
from strategy_tracker.files.load import LoadedFile
from strategy_tracker.files.portfolio import Portfolio, each_loaded
from strategy_tracker.judging.measures.inherited import settled
from strategy_tracker.judging.measures.others.join import OtherFigures
from strategy_tracker.judging.measures_in_use import wanted_while_running, with_what_is_missing
from strategy_tracker.judging.one_spelling import in_one_spelling, respelt
from strategy_tracker.judging.standing.of_files import JudgedRecord
from strategy_tracker.judging.standing.of_portfolio import Standing
from strategy_tracker.model.measures.measure import Measures
from strategy_tracker.model.practice import Example, Practice
from strategy_tracker.model.record import Record
from strategy_tracker.model.settings import Settings
from strategy_tracker.model.strategy import Strategy

if TYPE_CHECKING:  # who is not the public needs nothing of what makes a public version
    from strategy_tracker.publishing.public_record import Omissions
    from strategy_tracker.publishing.public_version import Version


class ReportContents(NamedTuple):
    """The standing at a date with the words that belong to it, and what could not be read."""

    standing: Standing
    strategies: Mapping[str, StrategyWords]
    measures: Mapping[str, MeasureWords]
    examples: tuple[Example, ...]
    wrong: tuple[Diagnostic, ...]
    left_out: "Mapping[str, Omissions]" = {}


class _FileForReport(NamedTuple):
    """What one file gives to a report; the words of its strategy and of its measures are by their ids."""

    judged: JudgedRecord = JudgedRecord()
    strategies: Mapping[str, StrategyWords] = {}
    measures: Mapping[str, MeasureWords] = {}
    examples: tuple[Example, ...] = ()
    left_out: "Mapping[str, Omissions]" = {}


def read_report(
    portfolio: Portfolio,
    today: date,
    chosen: Mapping[str, str],
    *,
    practice: bool,
    version: "Version | None" = None,
    spellings: Mapping[str, str] | None = None,
    in_git: DatesInGit = NOT_ASKED,
    others: OtherFigures | None = None,
    load_one: Callable[[DataFile], LoadedFile] | None = None,
) -> ReportContents:
    """Read the strategies in `chosen`, which names the file of each, or all; with measures and, if asked, practice.

    With a public `version`, everything is worked out from that. Each post and body has the spelling that most of these
    files give it, or that of `spellings`. `in_git` is what git knows of due dates; `others` are the figures of others
    where they are read already, and `load_one` gives a sound file where that is.
    """
    settings = portfolio.settings
    settings = settings.model_copy(update={"organisation": protect(settings.organisation, settings.wording)})
    files = [file for file in portfolio.files if _wanted(file, chosen.values(), practice)]
    own, unread = others_in(portfolio)
    edition = Edition(settings.wording, version, in_git.typed, others or own)
    found, wrong = each_loaded(
        portfolio,
        files,
        partial(_read, today=today, settings=settings, edition=edition),
        load_one or partial(load_sound, settings=portfolio.settings, today=today),
    )
    standing, twice = together(KeptAnswers(portfolio), today, (each.judged for each in found), settings.organisation)
    every = (*portfolio.diagnostics, *wrong, *unread, *twice)
    standing = in_one_spelling(standing) if spellings is None else respelt(standing, spellings)
    standing = with_rounds(standing, KeptAnswers(portfolio))
    standing = standing._replace(unread=files_of(every), moves_not_known=in_git.not_known)
    return ReportContents(
        wanted_while_running(standing if version else with_what_is_missing(standing)),
        {name: words for each in reversed(found) for name, words in each.strategies.items()},
        {name: words for each in reversed(found) for name, words in each.measures.items()},
        tuple(one for each in found for one in each.examples),
        every,
        {name: one for each in reversed(found) for name, one in each.left_out.items()},
    )


def _read(record: Record, loaded: LoadedFile, today: date, settings: Settings, edition: Edition) -> _FileForReport:
    left_out = edition.left_out(record)
    shown = edition.of(record)
    if shown is None:
        return _FileForReport(left_out=left_out)
    judged = edition.judge(shown, loaded.file.name, today, settings, loaded.left_out)
    made = _FileForReport(judged, left_out=left_out)
    if isinstance(shown, Strategy):
        return made._replace(strategies={shown.id: words_of_strategy(shown, today)})
    if isinstance(shown, Measures):
        measures = edition.joined(shown, today, settings)
        both = [*zip(measures, judged.measures, strict=True)][::-1]  # of two with one id, the first is told
        return made._replace(
            measures={
                one.id: words_of_measure(settled(one, settings), stood.points, today, settings.year_end)
                for one, stood in both
            }
        )
    assert isinstance(shown, Practice)
    return made._replace(examples=shown.practice)


def _wanted(file: DataFile, chosen: Collection[str], practice: bool) -> bool:
    if file.kind == "strategies":
        return not chosen or file.name in chosen
    return file.kind == "measures" or (practice and file.kind == "practice")
