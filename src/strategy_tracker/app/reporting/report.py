"""What a document for people who never open the files is made from: gathered once, for every view alike."""

from typing import TYPE_CHECKING

from strategy_tracker.app.dates_in_git import dates_in_git
from strategy_tracker.app.moment import Moment, Portfolio
from strategy_tracker.app.reporting.counts_over_time import counts_over_time
from strategy_tracker.app.reporting.earlier import Earlier, changes_since, earlier_moment, lacking
from strategy_tracker.app.reporting.report_scope import ReportRequest, files_by_id, made_from, meeting_of
from strategy_tracker.app.reporting.report_standing import read_report
from strategy_tracker.briefing.edition import Edition
from strategy_tracker.briefing.material import ChangesSince, Material, Meeting, only, seen_over, withheld
from strategy_tracker.briefing.own_words import unprotect
from strategy_tracker.diagnostics import Diagnostic
from strategy_tracker.files.read_branding import read_branding
from strategy_tracker.history.items.two_moments import two_moments
from strategy_tracker.history.repository.git import NoGit
from strategy_tracker.history.repository.past_portfolio import portfolio_at
from strategy_tracker.judging.standing.of_portfolio import Standing
from strategy_tracker.judging.standing.of_strategies import StrategyStanding
from strategy_tracker.model.paper_template import template_for

if TYPE_CHECKING:  # who is not the public needs nothing of what makes a public version
    from strategy_tracker.app.reporting.publish import Publisher

__all__ = ["ReportRequest", "gather"]


def gather(
    moment: Moment, request: ReportRequest, publisher: "Publisher | None" = None
) -> tuple[Material, tuple[Diagnostic, ...]]:
    """The material of a report, and what could not be read on the way; for the public, where a publisher makes it so.

    Raises `Problem` for a strategy, a body or a revision that is not there.
    """
    found, today = moment
    asked, version = files_by_id(found, request.strategies), publisher.version if publisher else None
    in_git = dates_in_git(found, today)
    read = read_report(found, today, asked, practice=request.practice, version=version, in_git=in_git)
    branding, undressed = read_branding(found)
    meeting, ids = meeting_of(read.standing, request, found.settings.wording)
    past = _past(only(read.standing, ids), request, meeting)
    ids = tuple(name for name in ids if all(name != one.id for one in past))
    unnamed = not (request.strategies or request.body)
    standing = only(read.standing, ids, unnamed=unnamed)
    then, before = _opened(moment, earlier_moment(moment, meeting, request.since), request)
    if publisher and before:
        publisher.beside(before)
    edition = Edition(found.settings.wording, version, in_git.typed)
    since, wrong = (
        _compared(moment, standing, then, before, edition) if before else (ChangesSince(lacking=then.lacking), ())
    )
    material = Material(
        standing=standing,
        strategies={name: words for name, words in read.strategies.items() if name in ids},
        measures={name: read.measures[name] for name in standing.measures},
        examples=read.examples,
        meeting=meeting,
        since=since,
        made_from=made_from(found, public=publisher is not None),
        red_after=found.settings.late_is_red_after.text,
        branding=branding,
        withheld=withheld(standing, publisher.threshold, read.left_out, in_public=publisher.version.marks.in_public)
        if publisher
        else None,
        past=past,
        over_time=counts_over_time(moment, standing.strategies, meeting.body if meeting else "", edition)
        if request.over_time
        else None,
        template=template_for(found.settings.papers, unprotect(meeting.body)) if meeting else None,
        is_for_body=bool(request.body),
    )
    every = (*read.wrong, *undressed, *wrong)  # the files of today are read for both; only one reading keeps the line
    return material, tuple(dict.fromkeys(one._replace(source="") for one in every))


def _past(standing: Standing, request: ReportRequest, meeting: Meeting | None) -> tuple[StrategyStanding, ...]:
    """What a body need not be shown again: it was over when it last met, others go on, and nobody asked for it."""
    past = seen_over(standing, meeting) if meeting and request.body and not request.strategies else ()
    return past if len(past) < len(standing.strategies) else ()


def _opened(moment: Moment, then: Earlier, request: ReportRequest) -> tuple[Earlier, Portfolio | None]:
    """The earlier moment with its portfolio; where the commit has none, why there is no such moment."""
    if then.commit is None:
        return then, None
    try:
        return then, portfolio_at(moment.portfolio.root, then.commit)
    except NoGit as error:
        return lacking(error, request.since), None


def _compared(
    moment: Moment, standing: Standing, then: Earlier, before: Portfolio, edition: Edition
) -> tuple[ChangesSince, tuple[Diagnostic, ...]]:
    """Everything is judged at both moments: time alone moves colours, and a board wants to know."""
    found = moment.portfolio
    chosen, there = {one.file for one in standing.strategies}, {file.name for file in found.files}
    kinds = ("measures", "comparators")
    old = tuple(f for f in before.files if f.name in chosen or f.kind in kinds or f.name not in there)
    new = tuple(f for f in found.files if f.name in chosen or f.kind in kinds)
    both = two_moments(
        before._replace(files=old), found._replace(files=new), then.on, moment.today, everything=True, edition=edition
    )
    since = changes_since(then, both, standing)
    if edition.public:
        from strategy_tracker.publishing.public_record import public_changes

        since = since._replace(changes=public_changes(since.changes), questions=(), in_error=())
    return since, both.wrong
