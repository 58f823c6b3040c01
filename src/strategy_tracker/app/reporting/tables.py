"""The tables of a portfolio at one day or at the end of each quarter, for everybody inside or for the public."""

import json
import re
from collections.abc import Iterable, Mapping
from datetime import date
from functools import partial
from typing import NamedTuple

from strategy_tracker.app.dates_in_git import NOT_ASKED, DatesInGit, dates_in_git
from strategy_tracker.app.kept_answers import KeptAnswers
from strategy_tracker.app.moment import Moment, Portfolio, open_moment
from strategy_tracker.app.other_figures import others_in
from strategy_tracker.app.reporting.publish import CannotPublish, Publisher, publisher_of
from strategy_tracker.app.standing import files_of, together, with_rounds
from strategy_tracker.briefing.edition import Edition
from strategy_tracker.checks.sound import load_sound
from strategy_tracker.diagnostics import Diagnostic
from strategy_tracker.files.load import LoadedFile
from strategy_tracker.files.portfolio import each_loaded, portfolio_of_bytes
from strategy_tracker.history.repository.past_portfolio import days_and_commits
from strategy_tracker.judging.colour_counts import Spacing, ends
from strategy_tracker.judging.measures.inherited import settled
from strategy_tracker.judging.measures_in_use import wanted_while_running, with_what_is_missing
from strategy_tracker.judging.one_spelling import in_one_spelling
from strategy_tracker.judging.standing.of_files import JudgedRecord
from strategy_tracker.model.measures.measure import Measure, Measures
from strategy_tracker.model.names.one_name import name_form
from strategy_tracker.model.publication import Publication
from strategy_tracker.model.record import Record
from strategy_tracker.model.settings import Settings
from strategy_tracker.model.strategy import Strategy
from strategy_tracker.model.values import read_when
from strategy_tracker.problem import Problem
from strategy_tracker.publishing.leaks_in_words import LeakInWords
from strategy_tracker.publishing.second_look import Leak
from strategy_tracker.views.screens.refusal import PublicationRefusal
from strategy_tracker.views.tables.judged_moment import JudgedMoment
from strategy_tracker.views.tables.rows import TableRows, joined, rows_of


class Tables(NamedTuple):
    """The rows of every table, and what could not be read for them; the `days` are those they are of.

    Of tables for the public, `refusal` says why they are not to be given out, if they are not, and `publication` is
    their entry in the register.
    """

    rows: TableRows
    wrong: tuple[Diagnostic, ...]
    days: tuple[date, ...]
    refusal: PublicationRefusal = PublicationRefusal()
    publication: Publication | None = None


def tables_of(moments: list[Moment]) -> Tables:
    """Everything that is known of a portfolio at each of some moments."""
    every = [judge_with_records(moment) for moment in moments]
    wrong = tuple(dict.fromkeys(found for _, faults in every for found in faults))
    return Tables(joined(rows_of(one) for one, _ in every), wrong, tuple(moment.today for moment in moments))


def tables_of_files(files: Mapping[str, bytes], today: date, name: str) -> Tables:
    """Everything that the files of a portfolio say, held in memory by their names; `name` is that of its folder.

    What only git knows, such as who is on record for a date that was typed over, is not in them.
    """
    judged, wrong = judge_with_records(Moment(portfolio_of_bytes(files, name), today), in_git=NOT_ASKED)
    return Tables(rows_of(judged), wrong, (today,))


def public_tables_of(moments: list[Moment]) -> Tables:
    """What everybody may know of a portfolio at each of some moments, looked at a second time.

    Raises `CannotPublish` where the settings have no threshold, or nothing is left.
    """
    rows, wrong, told = list[TableRows](), list[Diagnostic](), list[str]()
    figures, words, part = dict[Leak, None](), dict[LeakInWords, None](), ""
    for moment in moments:
        publisher = publisher_of(moment.portfolio)
        judged, faults = judge_with_records(moment, publisher)
        wrong += faults
        if not (judged.standing.strategies or judged.standing.unnamed):
            raise CannotPublish("nothing is left: what was asked for is marked internal", "take 'internal: true' out")
        rows.append(rows_of(judged))
        told += judged.standing.measures
        files = frozenset(one.file for one in judged.standing.strategies)
        figures |= dict.fromkeys(publisher.leaks())
        words |= dict.fromkeys(publisher.leaks_in_words(files))
        part = part or _difference(rows[-1], rows_of(judge_with_records(moment, publisher.disguised())[0]))
    refusal = PublicationRefusal(tuple(figures), tuple(words), part)
    entry = publisher.publication(dict.fromkeys(told), read_when(moments[-1].today.isoformat()))
    return Tables(joined(rows), tuple(dict.fromkeys(wrong)), tuple(one.today for one in moments), refusal, entry)


def _difference(one: TableRows, other: TableRows) -> str:
    """The first table that is not the same in two, without what stands there."""
    return next((f"the table '{name}'" for name in one if one[name] != other[name]), "")


def moments_of(portfolio: Portfolio, every: Spacing, since: date, until: date) -> list[Moment]:
    """The portfolio at the end of each month or quarter from `since` to `until`, as it was known on each of these days.

    Raises `Problem` where nothing of it was on record on any of them, or git cannot tell.
    """
    root, year_end = portfolio.root, portfolio.settings.year_end
    if since > until:
        raise Problem(f"{since} comes after {until}", "--from is the earlier day")
    known, unsure = days_and_commits(root, lambda first: list(ends(max(first, since), until, every, year_end)))
    if not known:
        step = unsure or "name a later day with --to, or leave --every out for the files as they are"
        raise Problem(f"nothing was committed between {since} and {until}", step)
    return [open_moment(root, one.day, known_on=one.day) for one in known]


class _FileForTables(NamedTuple):
    """What one file gives: how it stands, and the records that its rows are of, by their ids."""

    judged: JudgedRecord
    strategies: dict[str, Strategy] = {}
    measures: dict[str, Measure] = {}


def judge_with_records(
    moment: Moment, publisher: Publisher | None = None, in_git: DatesInGit | None = None
) -> tuple[JudgedMoment, tuple[Diagnostic, ...]]:
    """Judge a portfolio with the records that its rows are of; `in_git` is what git knows, where it is not asked."""
    portfolio, today = moment
    settings = portfolio.settings
    commit = _commit(portfolio) if in_git is None else ("", None)
    in_git = dates_in_git(portfolio, today) if in_git is None else in_git
    others, unread = others_in(portfolio)
    edition = Edition({}, publisher.version if publisher else None, in_git.typed, others)
    found, wrong = each_loaded(
        portfolio,
        [*portfolio.of_kind("strategies"), *portfolio.of_kind("measures")],
        partial(_read, today=today, settings=settings, edition=edition),
        partial(load_sound, settings=settings, today=today),
    )
    standing, twice = together(KeptAnswers(portfolio), today, (one.judged for one in found), settings.organisation)
    every = (*portfolio.diagnostics, *wrong, *unread, *twice)
    standing = with_rounds(in_one_spelling(standing), KeptAnswers(portfolio))._replace(unread=files_of(every))
    standing = wanted_while_running(standing if publisher else with_what_is_missing(standing))
    strategies = {name: one for each in reversed(found) for name, one in each.strategies.items()}
    return JudgedMoment(
        _organisation(portfolio, strategies.values()),
        settings.organisation,
        standing,
        strategies,
        {name: one for each in reversed(found) for name, one in each.measures.items()},
        *commit,
        publisher is not None,
        "" if publisher else _as_json(settings),
    ), every


def _read(record: Record, loaded: LoadedFile, today: date, settings: Settings, edition: Edition) -> _FileForTables:
    shown = edition.of(record)
    if shown is None:
        return _FileForTables(JudgedRecord())
    judged = edition.judge(shown, loaded.file.name, today, settings, loaded.left_out)
    if isinstance(shown, Strategy):
        return _FileForTables(judged, strategies={shown.id: shown})
    assert isinstance(shown, Measures)
    measures = edition.joined(shown, today, settings)
    return _FileForTables(judged, measures={one.id: settled(one, settings) for one in reversed(measures)})


def _organisation(portfolio: Portfolio, strategies: Iterable[Strategy]) -> str:
    """An id for whose portfolio it is: made of the name in the settings, or of the one that its strategies have.

    Where there is none, or it has no letter that an id may have, it is made of the folder's name.
    """
    named = {one.organisation for one in strategies}
    own = portfolio.settings.organisation or (named.pop() if len(named) == 1 else None) or ""
    tried = (_id_of(own), _id_of(portfolio.root.absolute().name))
    return next((one for one in tried if one), "portfolio")


def _id_of(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name_form(name))[:60].strip("-")


def _commit(portfolio: Portfolio) -> tuple[str, date | None]:
    """The name and day of the commit that the files are of; empty where they are not as one has them."""
    from strategy_tracker.history.repository.find_commit import commit_at
    from strategy_tracker.history.repository.git import NoGit
    from strategy_tracker.history.repository.past_portfolio import uncommitted

    try:
        if not portfolio.sha and uncommitted(portfolio.root):
            return "", None
        commit = commit_at(portfolio.root, portfolio.sha or "HEAD")
    except NoGit:
        return "", None
    return commit.sha, commit.day


def _as_json(settings: Settings) -> str:
    """What the settings say that is not as it is where nothing is said."""
    said = {name: getattr(settings, name) for name in Settings.model_fields if name in settings.model_fields_set}
    return json.dumps(said, default=_said, sort_keys=True, ensure_ascii=False)


def _said(value: object) -> object:
    return value.model_dump(mode="json", exclude_defaults=True) if isinstance(value, Record) else str(value)
