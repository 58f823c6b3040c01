"""The pages of a dashboard, made in a folder of their own, one strategy after another; nothing else is touched."""

import shutil
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from strategy_tracker.app.moment import Moment
from strategy_tracker.app.reporting.counts_over_time import counts_over_time
from strategy_tracker.app.reporting.dashboard_since import EarlierFiles, files_then
from strategy_tracker.app.reporting.dashboard_strategies import (
    FirstPass,
    StrategyInOutline,
    edition_of,
    first_pass,
    page_of,
    source_links,
)
from strategy_tracker.app.reporting.earlier import earlier_moment
from strategy_tracker.app.reporting.report_scope import ReportRequest
from strategy_tracker.briefing.material import ChangesSince
from strategy_tracker.briefing.over_time import CountsOverTime
from strategy_tracker.briefing.overview import StrategySummary, add_up, part
from strategy_tracker.diagnostics import Diagnostic
from strategy_tracker.files.find import DataFile
from strategy_tracker.files.parallel import over_files
from strategy_tracker.judging.measures_in_use import NO_STRATEGY
from strategy_tracker.model.names.joined import listed
from strategy_tracker.views.counts_chart import told_over_time
from strategy_tracker.views.dashboard.overview_page import overview, overview_title
from strategy_tracker.views.dashboard.page_frame import (
    PageFrame,
    around,
    write_filter,
    write_overview,
    write_strategy,
)
from strategy_tracker.views.dashboard.page_material import SourceLinks
from strategy_tracker.views.dashboard.strategy_page import strategy_section
from strategy_tracker.views.document import Address
from strategy_tracker.views.text import file_name

if TYPE_CHECKING:  # who is not the public needs nothing of what makes a public version
    from strategy_tracker.app.reporting.publish import Publisher

__all__ = ["DashboardPages", "ReportRequest", "make_pages"]

INDEX = "index.html"
MANY, MUCH = 10, 500_000
"""Strategies, and bytes of their files, from which each strategy has a page of its own in a folder."""


class DashboardPages(NamedTuple):
    """The names of the pages that were made in a folder, the first page last, and what could not be read.

    `made_from` is what they say of the commit they were made from, `measures` the ids of those they tell of, `files`
    those of the strategies.
    """

    names: tuple[str, ...]
    wrong: tuple[Diagnostic, ...]
    made_from: str = ""
    measures: tuple[str, ...] = ()
    files: frozenset[str] = frozenset()


class BuildPlan(NamedTuple):
    """What is built: of which strategies, compared with what, linked to where; `apart` with a page for each.

    `version` is set where the pages are served; `left_out` are files that could not be read.
    """

    first: FirstPass
    then: EarlierFiles
    links: SourceLinks
    folder: Path
    apart: bool
    version: str
    left_out: tuple[str, ...]
    mark: str = ""
    over_time: CountsOverTime = CountsOverTime()


def make_pages(
    moment: Moment,
    request: ReportRequest,
    folder: Path,
    *,
    revision: date | str = "",
    split: bool = True,
    keep_going: bool = False,
    version: str = "",
    publisher: "Publisher | None" = None,
    mark: str = "",
) -> DashboardPages:
    """Make the pages of a dashboard in a folder; with `split`, one for each strategy where there is much to tell.

    `revision` is the commit or the day that the moment is of, for links to lines; `version` is written into pages that
    are served. Nothing is made where there is no strategy, or something could not be read and not `keep_going`.
    With a publisher they are for the public; `mark` stands at the head of each.
    Raises `Problem` for a strategy, a body or a revision that is not there.
    """
    first, wrong = first_pass(moment, request, publisher)
    if not first.strategies or (wrong and not keep_going):
        return DashboardPages((), tuple(wrong))
    root = moment.portfolio.root
    plan = BuildPlan(
        first,
        files_then(earlier_moment(moment, first.meeting, request.since), root, request.since),
        SourceLinks(hidden=True) if publisher else source_links(moment, revision),
        folder,
        split and is_large(first),
        version,
        tuple(dict.fromkeys(file_name(one.file) for one in wrong)),
        mark,
        _over_time(first),
    )
    names, more = build(plan)
    every = (*wrong, *(one for one in more if one not in wrong))
    told = tuple(dict.fromkeys(name for one in first.strategies for name in one.measures))
    files = frozenset(one.file.name for one in first.strategies)
    return DashboardPages(tuple(names), every, first.made_from, told, files)


def _over_time(first: FirstPass) -> CountsOverTime:
    """The counts at earlier meetings: of the body that the only strategy goes to, or of all that review any."""
    stood = [one.standing for one in first.strategies if one.standing.id != NO_STRATEGY]
    body = first.meeting.body if first.meeting and len(stood) == 1 else ""
    return counts_over_time(first.moment, stood, body, edition_of(first.moment.portfolio.settings, first.publisher))


def is_large(first: FirstPass) -> bool:
    """Whether one page would be too much to open."""
    sizes = {file.name: file.size for one in first.strategies for file in first.files_of(one)}
    return len(first.strategies) > MANY or sum(sizes.values()) > MUCH


def page_name(strategy: StrategyInOutline) -> str:
    """The name of a strategy's page: made of its id only, and no name that Windows keeps for itself."""
    return f"strategy-{strategy.name}.html"


def build(plan: BuildPlan) -> tuple[list[str], list[Diagnostic]]:
    """The names of the pages that were made in the folder, the first page last, and what could not be read."""
    strategies = {one.file.name: one for one in plan.first.strategies}

    def work(file: DataFile) -> tuple[StrategySummary, StrategySummary, tuple[Diagnostic, ...]]:
        return _write_strategy(plan, strategies[file.name])

    done = over_files([one.file for one in plan.first.strategies], work, "writing pages")
    parts, own = [part for part, _, _ in done], [part for _, part, _ in done]
    wrong = dict.fromkeys(one._replace(source="") for *_, found in done for one in found)
    with (plan.folder / INDEX).open("wb") as page:
        _write_first(plan, parts, own, page)
    return [*(map(page_name, strategies.values()) if plan.apart else ()), INDEX], list(wrong)


def _write_strategy(
    plan: BuildPlan, strategy: StrategyInOutline
) -> tuple[StrategySummary, StrategySummary, tuple[Diagnostic, ...]]:
    """Write a strategy's page, or its part of the only page: what it says, and what of that no other has said."""
    first = plan.first
    alone = plan.apart or len(first.strategies) == 1
    page, wrong = page_of(first, strategy, plan.then, plan.links, alone=alone)
    told = plan.over_time if len(first.strategies) == 1 else None
    text = write_strategy(strategy_section(page, alone=alone, over_time=told), first.branding)
    if plan.apart:
        frame = _frame(plan, page.part.strategy.title, page.part.strategy.organisation, INDEX)
        text = text.join(around(frame))
    (plan.folder / page_name(strategy)).write_bytes(text.encode())
    until = first.moment.portfolio.settings.due_soon.after(first.moment.today)
    return page.part, part(page.material, strategy.own, until), wrong


def _frame(plan: BuildPlan, title: str, organisation: str | None, home: str = "") -> PageFrame:
    first = plan.first
    return PageFrame(
        title,
        organisation,
        first.moment.today,
        first.made_from,
        home,
        plan.version,
        plan.left_out,
        first.branding,
        first.in_git.not_known,
        plan.mark,
    )


def _write_first(
    plan: BuildPlan, parts: Sequence[StrategySummary], own: Sequence[StrategySummary], page: BinaryIO
) -> None:
    """Write the first page; where it is the only one, the strategies are copied into it and not kept."""
    first = plan.first
    many = len(parts) > 1 or plan.apart
    frame = _frame(plan, *(_head(first, parts) if many else (parts[0].strategy.title, parts[0].strategy.organisation)))
    before, after = around(frame)
    page.write(before.encode())
    if many:
        page.write(_overview(plan, parts, own).encode())
    if many and not plan.apart:
        page.write(write_filter(first.branding).encode())
    for strategy in () if plan.apart else first.strategies:
        with (plan.folder / page_name(strategy)).open("rb") as made:
            shutil.copyfileobj(made, page)
        (plan.folder / page_name(strategy)).unlink()
    page.write(after.encode())


def _head(first: FirstPass, parts: Sequence[StrategySummary]) -> tuple[str, str | None]:
    """The title of a page of several strategies, and whose they are."""
    names = list(dict.fromkeys(part.strategy.organisation for part in parts if part.strategy.organisation))
    few = listed(names) if names and len(names) <= 3 else first.moment.portfolio.settings.organisation
    number = sum(part.strategy.id != NO_STRATEGY for part in parts)
    return overview_title(number), few


def _overview(plan: BuildPlan, parts: Sequence[StrategySummary], own: Sequence[StrategySummary]) -> str:
    """All together, in which a measure of several strategies counts once, and a row for each as it is told."""
    names = {one.standing.id: one for one in reversed(plan.first.strategies)}

    def address(strategy: str) -> Address:
        one = names[strategy]
        return Address(page_name(one) if plan.apart else f"#s.{one.name}")

    since = ChangesSince(plan.then.moment.words, lacking=plan.then.moment.lacking)
    whole, meets = add_up(own), plan.first.meeting.next if plan.first.meeting else None
    over_time = told_over_time(plan.over_time, plan.first.moment.today, whole.every.actions, meets)
    return write_overview(overview(whole, parts, since, address, over_time, apart=plan.apart), plan.first.branding)
