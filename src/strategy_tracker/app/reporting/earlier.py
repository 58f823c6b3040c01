"""The earlier moment that a report or a dashboard is compared with, and what changed since of what is told."""

import re
from datetime import date
from typing import NamedTuple

from strategy_tracker.app.moment import Moment
from strategy_tracker.app.reporting.report_scope import LAST_MEETING
from strategy_tracker.briefing.material import ChangesSince, Meeting, about
from strategy_tracker.briefing.own_words import unprotect
from strategy_tracker.comparing.compare import compare
from strategy_tracker.comparing.questions import signals
from strategy_tracker.history.frozen import last_shown, report_of
from strategy_tracker.history.items.two_moments import TwoMoments
from strategy_tracker.history.repository.find_commit import commit_at, commit_known_on
from strategy_tracker.history.repository.git import NoGit
from strategy_tracker.judging.standing.of_portfolio import Standing
from strategy_tracker.model.commit import Commit, FrozenReport
from strategy_tracker.model.names.joined import semicolons
from strategy_tracker.model.names.labels import Word, phrase
from strategy_tracker.model.values import read_when
from strategy_tracker.views.dates_and_amounts import long_date

_NO_NAME = re.compile(r"[~^@{]|^HEAD$|^[0-9a-f]{7,40}$")
"""A revision that only git knows: a commit by its number, or counted from another. A reader is told its day."""


class Earlier(NamedTuple):
    """A commit to compare with, the day it is judged at, and both in words; `lacking` says why where there is none.

    `moment` says it without the commit, for a paper.
    """

    words: str = ""
    commit: Commit | None = None
    on: date = date.min
    lacking: str = ""
    moment: str = ""


def earlier_moment(moment: Moment, meeting: Meeting | None, since: date | str) -> Earlier:
    """The moment meant by `since`: a day, a revision, or what the body was last shown, which is its last meeting.

    Raises `Problem` for a revision that git does not have; where it has no such day or meeting, that is `lacking`.
    """
    try:
        return _found(moment, meeting, since)
    except NoGit as error:
        return lacking(error, since)


def lacking(error: NoGit, since: date | str) -> Earlier:
    """No moment, because git has none; raises the error where a revision was asked for by its name."""
    if isinstance(since, str) and since not in ("", LAST_MEETING):
        raise error
    return Earlier(lacking=error.message)


def _found(moment: Moment, meeting: Meeting | None, since: date | str) -> Earlier:
    root = moment.portfolio.root
    if isinstance(since, date):
        return _named("", commit_known_on(root, since), since)
    if since not in ("", LAST_MEETING):
        commit, report = commit_at(root, since), report_of(root, since)
        found = _named(phrase("named-moment", called=since), commit, report.as_at if report else commit.day)
        return found._replace(moment=long_date(found.on)) if _NO_NAME.search(since) else found
    if meeting is None:
        return Earlier(lacking=semicolons([phrase("no-body-to-compare"), phrase("name-a-body")]))
    if report := _last_shown(moment, meeting):
        shown: Word = "they-were-last-shown" if meeting.plural else "was-last-shown"
        name = phrase(shown, called=report.name, body=meeting.body)
        return _named(name, commit_at(root, report.sha), report.as_at)
    if meeting.last is None:
        return Earlier(lacking=phrase("no-earlier-meeting"))
    on = read_when(meeting.last).last
    return _named(phrase("last-meeting-of", body=meeting.body), commit_known_on(root, on), on)


def _named(name: str, commit: Commit, on: date) -> Earlier:
    day = long_date(on)
    moment = phrase("two-words", first=name, second=day) if name else day
    return Earlier(phrase("thing-of", what=moment, of=commit.words()), commit, on, moment=moment)


def _last_shown(moment: Moment, meeting: Meeting) -> FrozenReport | None:
    """The newest report frozen for the body; none where its paper for a later meeting was not frozen."""
    earlier = read_when(meeting.earlier).last if meeting.earlier else None
    try:
        return last_shown(moment.portfolio.root, unprotect(meeting.body), moment.today, earlier)
    except NoGit:
        return None


def changes_since(then: Earlier, both: TwoMoments, standing: Standing) -> ChangesSince:
    """What changed between two moments of what is told, and what a careful reader would ask of it."""
    changes = about(compare(both.old, both.new, both.between), standing)
    told = {*standing.measures, *(one.id for one in standing.strategies)}
    asked = signals(both.old, both.new, changes)
    questions = tuple(one for one in asked if one.item.partition("/")[0] in told)
    files = {one.file for one in standing.strategies} | {one.file for one in standing.measures.values()}
    in_error = tuple(one for one in both.in_error if one.file in files)
    return ChangesSince(
        then.words,
        changes,
        questions,
        in_error=in_error,
        moment=then.moment,
        day=then.on,
        commit=then.commit.words() if then.commit else "",
    )
