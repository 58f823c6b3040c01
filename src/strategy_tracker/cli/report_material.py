"""What a report is made from: the moment, the strategies and their measures, the body, and what to compare with."""

import re
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from strategy_tracker.app.moment import Moment
from strategy_tracker.cli.options import day
from strategy_tracker.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from strategy_tracker.app.publish import Publisher
    from strategy_tracker.briefing.material import ChangesSince, Material, Meeting
    from strategy_tracker.briefing.own_words import Wording
    from strategy_tracker.diagnostics import Diagnostic
    from strategy_tracker.files.portfolio import Portfolio
    from strategy_tracker.history.two_moments import TwoMoments
    from strategy_tracker.judging.standing import Standing, StrategyStanding
    from strategy_tracker.model.commit import Commit, FrozenReport
    from strategy_tracker.publishing.public_version import Version

LAST_MEETING = "last-meeting"


class Wanted(NamedTuple):
    """What was asked for: ids of strategies, a body, a moment to compare with, and whether examples are told."""

    strategies: "Sequence[str]"
    body: str
    since: str
    practice: bool


class _Before(NamedTuple):
    """The moment to compare with: its commit and files, the day they are judged at, and its name for people."""

    commit: "Commit"
    portfolio: "Portfolio"
    on: date
    name: str


def gather(moment: Moment, wanted: Wanted, publisher: "Publisher | None" = None) -> "tuple[Material, list[Diagnostic]]":
    """The material of a report, and what could not be read on the way; for the public, where a publisher makes it so.

    Raises `Problem` for a strategy, a body or a revision that is not there.
    """
    from strategy_tracker.app.report_standing import read_report
    from strategy_tracker.briefing.material import ChangesSince, Material, only, withheld
    from strategy_tracker.files.read_branding import read_branding

    found, today = moment
    asked, version = ids_of(found, wanted.strategies), publisher.version if publisher else None
    read = read_report(found, today, asked, practice=wanted.practice, version=version)
    branding, undressed = read_branding(found)
    meeting, ids = meeting_of(read.standing, wanted, found.settings.wording)
    past = _past(only(read.standing, ids), wanted, meeting)
    ids = tuple(name for name in ids if all(name != one.id for one in past))
    standing = only(read.standing, ids)
    before = _before(moment, meeting, wanted.since)
    if publisher and isinstance(before, _Before):
        version = publisher.beside(before.portfolio)
        read = read_report(found, today, asked, practice=wanted.practice, version=version)
        standing = only(read.standing, ids)
    since, wrong = (
        _compared(moment, standing, before, version)
        if isinstance(before, _Before)
        else (ChangesSince(lacking=before), [])
    )
    material = Material(
        standing=standing,
        strategies={name: words for name, words in read.strategies.items() if name in ids},
        measures={name: read.measures[name] for name in standing.measures},
        examples=read.examples,
        meeting=meeting,
        since=since,
        made_from=standing.known or made_of(found, public=publisher is not None),
        red_after=found.settings.late_is_red_after.text,
        branding=branding,
        withheld=withheld(standing, publisher.threshold, read.left_out) if publisher else None,
        past=past,
    )
    every = (*read.wrong, *undressed, *wrong)  # the files of today are read for both; only one reading keeps the line
    return material, list(dict.fromkeys(one._replace(source="") for one in every))


def ids_of(found: "Portfolio", typed: "Sequence[str]") -> dict[str, str]:
    """Each strategy asked for by its id, with its file."""
    from strategy_tracker.app.find_item import find

    items = [find(found, one, ("strategy",)) for one in typed]
    return {item.address: item.file for item in items}


def meeting_of(standing: "Standing", wanted: Wanted, wording: "Wording") -> "tuple[Meeting | None, tuple[str, ...]]":
    """The meeting the report is for, and the strategies it is of: those asked for, else those the body reviews."""
    from strategy_tracker.briefing.material import NoSuchBody, choose_meeting, reviewed_by
    from strategy_tracker.briefing.own_words import protect, unprotect

    every = tuple(one.id for one in standing.strategies)
    try:
        meeting = choose_meeting(standing, protect(wanted.body, wording) or "")
    except NoSuchBody as error:
        names = "".join(f"\n    {unprotect(name)}" for name in error.names)
        raise Problem(unprotect(str(error)), f"the bodies are{names}" if names else "none is on record") from None
    if wanted.body and meeting and not wanted.strategies:
        return meeting, reviewed_by(standing, meeting.body)
    return meeting, every


def _past(standing: "Standing", wanted: Wanted, meeting: "Meeting | None") -> "tuple[StrategyStanding, ...]":
    """What a body need not be shown again: it was over when it last met, others go on, and nobody asked for it."""
    from strategy_tracker.briefing.material import seen_over

    past = seen_over(standing, meeting) if meeting and wanted.body and not wanted.strategies else ()
    return past if len(past) < len(standing.strategies) else ()


def made_of(found: "Portfolio", *, public: bool) -> str:
    """The commit that the files on disk are the same as, or that there is none; the public is told no file's name."""
    from strategy_tracker.files.read_branding import names_in
    from strategy_tracker.history.find_commit import commit_at
    from strategy_tracker.history.git import NoGit
    from strategy_tracker.history.past_portfolio import uncommitted

    try:
        changed = uncommitted(found.root, names_in(found.settings))
        commit = commit_at(found.root, "HEAD")
    except NoGit:
        return "the files on disk, which no commit holds"
    if changed:
        where = "" if public else f" in {', '.join(changed)}"
        return f"{commit.words()} with changes that are not committed{where}"
    return commit.words()


def _before(moment: Moment, meeting: "Meeting | None", typed: str) -> "_Before | str":
    """The moment asked for, the body's last meeting where none is; or why nothing can be compared."""
    from strategy_tracker.history.git import NoGit
    from strategy_tracker.history.past_portfolio import portfolio_at

    try:
        found = earlier_moment(moment, meeting, typed)
        if isinstance(found, str):
            return found
        commit, on, name = found
        return _Before(commit, portfolio_at(moment.portfolio.root, commit), on, name)
    except NoGit as error:
        if typed and typed != LAST_MEETING and not is_date(typed):
            raise Problem(str(error), error.next_step) from None
        return str(error)


def is_date(text: str) -> bool:
    """Whether a moment is given as a whole date."""
    return re.fullmatch(r"\d{4}-\d\d-\d\d", text, re.ASCII) is not None


def earlier_moment(moment: Moment, meeting: "Meeting | None", typed: str) -> "tuple[Commit, date, str] | str":
    """The commit to compare with, the day it is judged at and its name for people; or why there is none.

    Raises `NoGit` where git has no such moment.
    """
    from strategy_tracker.history.find_commit import commit_at, commit_known_on
    from strategy_tracker.history.frozen import report_of
    from strategy_tracker.model.values import read_when

    root = moment.portfolio.root
    if is_date(typed):
        on = day(typed)
        return commit_known_on(root, on), on, ""
    if typed and typed != LAST_MEETING:
        commit, report = commit_at(root, typed), report_of(root, typed)
        return commit, report.as_at if report else commit.day, f"'{typed}', "
    if meeting is None:
        return "no body is named whose last meeting could be compared with; name one with --for, or a day with --since"
    if report := _last_shown(moment, meeting):
        return commit_at(root, report.sha), report.as_at, f"'{report.name}', what {meeting.body} was last shown, "
    if meeting.last is None:
        return f"no earlier meeting of {meeting.body} is on record"
    on = read_when(meeting.last).last
    return commit_known_on(root, on), on, f"the last meeting of {meeting.body}, "


def _last_shown(moment: Moment, meeting: "Meeting") -> "FrozenReport | None":
    """The newest report frozen for the body; none where its paper for a later meeting was not frozen."""
    from strategy_tracker.briefing.own_words import unprotect
    from strategy_tracker.history.frozen import last_shown
    from strategy_tracker.history.git import NoGit
    from strategy_tracker.model.values import read_when

    earlier = read_when(meeting.earlier).last if meeting.earlier else None
    try:
        return last_shown(moment.portfolio.root, unprotect(meeting.body), moment.today, earlier)
    except NoGit:
        return None


def _compared(
    moment: Moment, standing: "Standing", before: _Before, version: "Version | None"
) -> "tuple[ChangesSince, list[Diagnostic]]":
    """Everything is judged at both moments: time alone moves colours, and a board wants to know."""
    from strategy_tracker.briefing.edition import Edition
    from strategy_tracker.history.two_moments import two_moments
    from strategy_tracker.publishing.public_record import public_changes
    from strategy_tracker.views.dates_and_amounts import long_date

    found = moment.portfolio
    chosen, there = {one.file for one in standing.strategies}, {file.name for file in found.files}
    then = tuple(f for f in before.portfolio.files if f.name in chosen or f.kind == "measures" or f.name not in there)
    now = tuple(f for f in found.files if f.name in chosen or f.kind == "measures")
    old, new = before.portfolio._replace(files=then), found._replace(files=now)
    edition = Edition(found.settings.wording, version)
    both = two_moments(old, new, before.on, moment.today, everything=True, edition=edition)
    since = since_of(f"{before.name}{long_date(before.on)} ({before.commit.words()})", both, standing)
    if version is not None:
        since = since._replace(changes=public_changes(since.changes), questions=())
    return since, list(both.wrong)


def since_of(words: str, both: "TwoMoments", standing: "Standing") -> "ChangesSince":
    """What changed between two moments of what is told, and what a careful reader would ask of it."""
    from strategy_tracker.briefing.material import ChangesSince, about
    from strategy_tracker.comparing.compare import compare
    from strategy_tracker.comparing.questions import signals

    changes = about(compare(both.old, both.new, both.between), standing)
    told = {*standing.measures, *(one.id for one in standing.strategies)}
    asked = signals(both.old, both.new, changes)
    questions = tuple(one for one in asked if one.item.partition("/")[0] in told)
    return ChangesSince(words, changes, questions)
