"""A document for everybody, or the reasons why it is not published: it is looked at a second time."""

from pathlib import Path
from typing import NamedTuple

from strategy_tracker.app.moment import Moment
from strategy_tracker.app.reporting.publish import DRAFT, CannotPublish, publisher_of
from strategy_tracker.app.reporting.register_files import enter, place_for
from strategy_tracker.app.reporting.report import ReportRequest, gather
from strategy_tracker.briefing.own_words import unprotect, vocabulary_of
from strategy_tracker.diagnostics import Diagnostic
from strategy_tracker.model.publication import Publication
from strategy_tracker.model.values import read_when
from strategy_tracker.views.document import Document
from strategy_tracker.views.papers.build import build
from strategy_tracker.views.screens.refusal import PublicationRefusal

MEETING_PAPERS = frozenset({"pack", "highlight", "exceptions", "scorecard", "actions"})
"""Views that are papers for a meeting; the others are for staff, children or everybody."""


class PublicReport(NamedTuple):
    """A document for everybody, what could not be read for it, and why it is not to be published, if it is not.

    There is none where anything could not be read: it may say what is internal. `publication` is its entry in the
    register, with which it is issued.
    """

    document: Document | None
    wrong: tuple[Diagnostic, ...]
    refusal: PublicationRefusal = PublicationRefusal()
    publication: Publication | None = None


def make_public_report(
    moment: Moment, view: str, request: ReportRequest, file_name: str = "", issue: str = ""
) -> PublicReport:
    """The document of a view for the public: a draft, unless it is to be issued by a name.

    `file_name` is the name of the file that it is to have, and is looked at as well.

    Raises `CannotPublish` where the settings have no threshold, or nothing of what was asked for is public, and
    `Problem` for a strategy, a body or a revision that is not there.
    """
    publisher = publisher_of(moment.portfolio)
    if issue:
        place_for(moment.portfolio.root, issue)
    material, wrong = gather(moment, request, publisher)
    if wrong:
        return PublicReport(None, wrong)
    meeting = material.meeting
    asked = [one.id for one in material.standing.strategies]
    body = unprotect(meeting.body) if meeting and request.body and view in MEETING_PAPERS else ""
    if body and publisher.meets_in_public(body, asked):
        publisher = publisher.for_meeting_in_public()
        material, _ = gather(moment, request, publisher)
    if not (material.standing.strategies or material.standing.unnamed):
        raise CannotPublish("nothing is left: what was asked for is marked internal", "take 'internal: true' out")
    document = build(view, material)
    files = frozenset(one.file for one in material.standing.strategies)
    refusal = PublicationRefusal(
        figures=tuple(publisher.leaks()),
        words=tuple(publisher.leaks_in_words(files)),
        part=_difference(document, build(view, gather(moment, request, publisher.disguised())[0])),
        named=publisher.measure_named_in(file_name) if file_name else "",
        in_public=publisher.version.marks.in_public,
    )
    issued = read_when(moment.today.isoformat())
    if not issue:
        own = vocabulary_of(document.branding.words, document.branding.language)
        document = document._replace(mark=own.say(DRAFT) if own else DRAFT)
    return PublicReport(document, (), refusal, publisher.publication(material.standing.measures, issued))


def enter_earlier_report(
    moment: Moment, request: ReportRequest, name: str
) -> tuple[Path | None, tuple[Diagnostic, ...]]:
    """Enter in the register what a report of an earlier moment may have shown, and give the file; none is made.

    Where something could not be read, that is given, and nothing is entered. Raises `Problem`.
    """
    publisher = publisher_of(moment.portfolio)
    path = place_for(moment.portfolio.root, name)
    material, wrong = gather(moment, request, publisher)
    if wrong:
        return None, wrong
    enter(path, publisher.assumed_publication(material.standing.measures, read_when(moment.today.isoformat())))
    return path, ()


def _difference(one: Document, other: Document) -> str:
    """Where two documents are not the same, without what stands there."""
    if one == other:
        return ""
    for first, second in zip(one.sections, other.sections, strict=False):
        if first != second:
            return f"'{first.title}'"
    return "the number of its sections" if len(one.sections) != len(other.sections) else "its cover"
