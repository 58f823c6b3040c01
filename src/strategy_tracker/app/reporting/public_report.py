"""A document for everybody, or the reasons why it is not published: it is looked at a second time."""

from typing import NamedTuple

from strategy_tracker.app.moment import Moment
from strategy_tracker.app.reporting.publish import Publisher
from strategy_tracker.app.reporting.report import ReportRequest, gather
from strategy_tracker.diagnostics import Diagnostic
from strategy_tracker.problem import Problem
from strategy_tracker.views.document import Document
from strategy_tracker.views.papers.build import build
from strategy_tracker.views.screens.refusal import PublicationRefusal


class CannotPublish(Problem):
    """There is no public version of what was asked for."""


class PublicReport(NamedTuple):
    """A document for everybody, what could not be read for it, and why it is not to be published, if it is not.

    There is none where anything could not be read: it may say what is internal.
    """

    document: Document | None
    wrong: tuple[Diagnostic, ...]
    refusal: PublicationRefusal = PublicationRefusal()


def make_public_report(moment: Moment, view: str, request: ReportRequest, file_name: str = "") -> PublicReport:
    """The document of a view for the public; `file_name` is the name that it is to have, and is looked at as well.

    Raises `CannotPublish` where the settings have no threshold, or nothing of what was asked for is public, and
    `Problem` for a strategy, a body or a revision that is not there.
    """
    try:
        publisher = Publisher(moment.portfolio)
    except Problem as error:
        raise CannotPublish(error.message, error.next_step) from None
    material, wrong = gather(moment, request, publisher)
    if wrong:
        return PublicReport(None, wrong)
    if not (material.standing.strategies or material.standing.unnamed):
        raise CannotPublish("nothing is left: what was asked for is marked internal", "take 'internal: true' out")
    document = build(view, material)
    files = frozenset(one.file for one in material.standing.strategies)
    refusal = PublicationRefusal(
        figures=tuple(publisher.leaks()),
        words=tuple(publisher.leaks_in_words(files)),
        part=_difference(document, build(view, gather(moment, request, publisher.disguised())[0])),
        named=publisher.measure_named_in(file_name) if file_name else "",
    )
    return PublicReport(document, (), refusal)


def _difference(one: Document, other: Document) -> str:
    """Where two documents are not the same, without what stands there."""
    if one == other:
        return ""
    for first, second in zip(one.sections, other.sections, strict=False):
        if first != second:
            return f"'{first.title}'"
    return "the number of its sections" if len(one.sections) != len(other.sections) else "its cover"
