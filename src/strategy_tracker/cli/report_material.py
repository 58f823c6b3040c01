"""What a report is made from: the moment, the strategies and their measures, the body, and what to compare with."""

import re
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from strategy_tracker.cli.boundary import CannotRun
from strategy_tracker.cli.options import Moment, day

if TYPE_CHECKING:
    from collections.abc import Sequence

    from strategy_tracker.diagnostics import Diagnostic
    from strategy_tracker.rules.moment import Commit
    from strategy_tracker.rules.report_facts import Material, Meeting, Since
    from strategy_tracker.rules.standing import Standing
    from strategy_tracker.store.portfolio import Portfolio

LAST_MEETING = "last-meeting"


class Wanted(NamedTuple):
    """What was asked for: ids of strategies, a body, a moment to compare with, and whether examples are told."""

    strategies: "Sequence[str]"
    body: str
    since: str
    practice: bool


def gather(moment: Moment, wanted: Wanted) -> "tuple[Material, list[Diagnostic]]":
    """The material of a report, and what could not be read on the way.

    Raises `CannotRun` for a strategy, a body or a revision that is not there.
    """
    from strategy_tracker.rules.report_facts import Material, only
    from strategy_tracker.store.stand_report import read_report

    found, today = moment
    read = read_report(found, today, _ids(found, wanted.strategies), practice=wanted.practice)
    meeting, ids = _meeting(read.standing, wanted)
    standing = only(read.standing, ids)
    since, wrong = _since(moment, standing, meeting, wanted.since)
    material = Material(
        standing=standing,
        strategies={name: words for name, words in read.strategies.items() if name in ids},
        measures={name: read.measures[name] for name in standing.measures},
        examples=read.examples,
        meeting=meeting,
        since=since,
        made_from=standing.known or _made_from(found),
        red_after=found.settings.late_is_red_after.text,
    )
    return material, [*read.wrong, *(one for one in wrong if one not in read.wrong)]


def _ids(found: "Portfolio", typed: "Sequence[str]") -> dict[str, str]:
    """Each strategy asked for by its id, with its file."""
    from strategy_tracker.cli.items import find

    items = [find(found, one, ("strategy",)) for one in typed]
    return {item.address: item.file for item in items}


def _meeting(standing: "Standing", wanted: Wanted) -> "tuple[Meeting | None, tuple[str, ...]]":
    """The meeting the report is for, and the strategies it is of: those asked for, else those the body reviews."""
    from strategy_tracker.rules.report_facts import NoSuchBody, choose_meeting, reviewed_by

    every = tuple(one.id for one in standing.strategies)
    try:
        meeting = choose_meeting(standing, wanted.body)
    except NoSuchBody as error:
        names = "".join(f"\n    {name}" for name in error.names)
        raise CannotRun(str(error), f"the bodies are{names}" if names else "none is on record") from None
    if wanted.body and meeting and not wanted.strategies:
        return meeting, reviewed_by(standing, meeting.body)
    return meeting, every


def _made_from(found: "Portfolio") -> str:
    """The commit that the files on disk are the same as, or that there is none."""
    from strategy_tracker.history import NoGit, commit_at, uncommitted

    try:
        changed = uncommitted(found.root)
        commit = commit_at(found.root, "HEAD")
    except NoGit:
        return "the files on disk, which no commit holds"
    if changed:
        return f"{commit.words()} with changes that are not committed in {', '.join(changed)}"
    return commit.words()


def _since(
    moment: Moment, standing: "Standing", meeting: "Meeting | None", typed: str
) -> "tuple[Since, list[Diagnostic]]":
    """What changed since the moment asked for; the body's last meeting where nothing is asked."""
    from strategy_tracker.history import NoGit
    from strategy_tracker.rules.report_facts import Since

    try:
        moment_before = _earlier(moment, meeting, typed)
    except NoGit as error:
        if typed and typed != LAST_MEETING and not _is_date(typed):
            raise CannotRun(str(error), error.mend) from None
        return Since(lacking=str(error)), []
    if isinstance(moment_before, str):
        return Since(lacking=moment_before), []
    return _compared(moment, standing, *moment_before)


def _is_date(text: str) -> bool:
    return re.fullmatch(r"\d{4}-\d\d-\d\d", text, re.ASCII) is not None


def _earlier(moment: Moment, meeting: "Meeting | None", typed: str) -> "tuple[Commit, date, str] | str":
    """The commit to compare with, the day it is judged at and its name for people; or why there is none.

    Raises `NoGit` where git has no such moment.
    """
    from strategy_tracker.history import commit_at, commit_known_on, report_of
    from strategy_tracker.model.values import read_when

    root = moment.portfolio.root
    if _is_date(typed):
        on = day(typed)
        return commit_known_on(root, on), on, ""
    if typed and typed != LAST_MEETING:
        commit, report = commit_at(root, typed), report_of(root, typed)
        return commit, report.as_at if report else commit.day, f"'{typed}', "
    if meeting is None:
        return "no body is named whose last meeting could be compared with; name one with --for, or a day with --since"
    if meeting.last is None:
        return f"no earlier meeting of {meeting.body} is on record"
    on = read_when(meeting.last).last
    return commit_known_on(root, on), on, f"the last meeting of {meeting.body}, "


def _compared(
    moment: Moment, standing: "Standing", commit: "Commit", on: date, name: str
) -> "tuple[Since, list[Diagnostic]]":
    """Everything is judged at both moments: time alone moves colours, and a board wants to know."""
    from strategy_tracker.history import portfolio_at
    from strategy_tracker.rules.compare import compare
    from strategy_tracker.rules.report_facts import Since, about
    from strategy_tracker.rules.signals import signals
    from strategy_tracker.store.sides import sides
    from strategy_tracker.views.figures import long_date

    found = moment.portfolio
    chosen, there = {one.file for one in standing.strategies}, {file.name for file in found.files}
    before = portfolio_at(found.root, commit)
    then = tuple(f for f in before.files if f.name in chosen or f.kind == "measures" or f.name not in there)
    now = tuple(f for f in found.files if f.name in chosen or f.kind == "measures")
    both = sides(before._replace(files=then), found._replace(files=now), on, moment.today, everything=True)
    changes = about(compare(both.old, both.new, both.between), standing)
    items = {one.item for one in changes}
    questions = tuple(one for one in signals(both.old, both.new, changes) if one.item in items)
    return Since(f"{name}{long_date(on)} ({commit.words()})", changes, questions), list(both.wrong)
