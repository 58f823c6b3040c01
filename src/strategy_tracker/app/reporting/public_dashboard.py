"""Pages of a dashboard for everybody, or the reasons why they are not published: they are looked at a second time."""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from strategy_tracker.app.moment import Moment
from strategy_tracker.app.reporting.dashboard import DashboardPages, ReportRequest, make_pages
from strategy_tracker.app.reporting.publish import DRAFT, CannotPublish, publisher_of
from strategy_tracker.app.reporting.register_files import place_for
from strategy_tracker.model.publication import Publication
from strategy_tracker.model.values import read_when
from strategy_tracker.views.screens.refusal import PublicationRefusal


class PublicPages(NamedTuple):
    """Pages for everybody, why they are not to be published, if they are not, and their entry in the register."""

    pages: DashboardPages
    refusal: PublicationRefusal = PublicationRefusal()
    publication: Publication | None = None


def make_public_pages(moment: Moment, request: ReportRequest, folder: Path, issue: str, *, split: bool) -> PublicPages:
    """Make the pages of a dashboard for the public in a folder: a draft, unless it is to be issued by a name.

    Raises `CannotPublish` as `make_public_report` does, and `Problem` for a strategy, a body or a revision that is not
    there.
    """
    publisher, mark = publisher_of(moment.portfolio), "" if issue else DRAFT
    if issue:
        place_for(moment.portfolio.root, issue)
    made = make_pages(moment, request, folder, split=split, publisher=publisher, mark=mark)
    if made.wrong:
        return PublicPages(made)
    if not made.names:
        raise CannotPublish("nothing is left: what was asked for is marked internal", "take 'internal: true' out")
    with TemporaryDirectory(prefix="strategy-") as other:
        hidden = publisher.disguised()
        make_pages(moment, request, Path(other), split=split, publisher=hidden, mark=mark)
        part = _difference(folder, Path(other), made.names)
    refusal = PublicationRefusal(tuple(publisher.leaks()), tuple(publisher.leaks_in_words(made.files)), part)
    issued = read_when(moment.today.isoformat())
    return PublicPages(made, refusal, publisher.publication(made.measures, issued))


def _difference(one: Path, other: Path, names: Sequence[str]) -> str:
    """The first page that is not the same in two folders."""
    for name in names:
        beside = other / name
        if not beside.is_file() or (one / name).read_bytes() != beside.read_bytes():
            return f"'{name}'"
    return ""
