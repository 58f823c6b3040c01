"""Make the pages of a dashboard in a folder of their own, one strategy after another; nothing else is touched."""

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

if TYPE_CHECKING:
    from strategy_tracker.briefing.overview import StrategySummary
    from strategy_tracker.cli.dashboard_material import Outline, Survey
    from strategy_tracker.cli.dashboard_since import Earlier
    from strategy_tracker.diagnostics import Diagnostic
    from strategy_tracker.files.find import DataFile
    from strategy_tracker.views.dashboard.page_frame import PageFrame
    from strategy_tracker.views.dashboard.page_material import SourceLinks

INDEX = "index.html"
MANY, MUCH = 10, 500_000
"""Strategies, and bytes of their files, from which each strategy has a page of its own in a folder."""


class Job(NamedTuple):
    """What is built: of which strategies, compared with what, linked to where; `apart` with a page for each.

    `version` is set where the pages are served; `left_out` are files that could not be read.
    """

    survey: "Survey"
    earlier: "Earlier"
    source: "SourceLinks"
    folder: Path
    apart: bool
    version: str = ""
    left_out: tuple[str, ...] = ()


def is_large(survey: "Survey") -> bool:
    """Whether one page would be too much to open."""
    from strategy_tracker.cli.dashboard_material import files_of

    sizes = {f.name: f.size for one in survey.outlines for f in (one.file, *files_of(survey, one))}
    return len(survey.outlines) > MANY or sum(sizes.values()) > MUCH


def page_of(outline: "Outline") -> str:
    """The name of a strategy's page: made of its id only, and no name that Windows keeps for itself."""
    return f"strategy-{outline.name}.html"


def build(job: Job) -> "tuple[list[str], list[Diagnostic]]":
    """The names of the pages that were made in the folder, the first page last, and what could not be read."""
    from strategy_tracker.files.parallel import over_files

    outlines = {one.file.name: one for one in job.survey.outlines}

    def work(file: "DataFile") -> "tuple[StrategySummary, StrategySummary, tuple[Diagnostic, ...]]":
        return _strategy(job, outlines[file.name])

    done = over_files([one.file for one in job.survey.outlines], work)
    parts, own = [part for part, _, _ in done], [part for _, part, _ in done]
    wrong = dict.fromkeys(one._replace(source="") for *_, found in done for one in found)
    with (job.folder / INDEX).open("wb") as page:
        _first(job, parts, own, page)
    return [*(map(page_of, outlines.values()) if job.apart else ()), INDEX], list(wrong)


def _strategy(job: Job, outline: "Outline") -> "tuple[StrategySummary, StrategySummary, tuple[Diagnostic, ...]]":
    """Write a strategy's page, or its part of the only page: what it says, and what of that no other has said."""
    from strategy_tracker.briefing.overview import part
    from strategy_tracker.cli.dashboard_material import told
    from strategy_tracker.views.dashboard.page_frame import begin, end, in_own_words
    from strategy_tracker.views.dashboard.strategy_page import strategy_section

    alone = job.apart or len(job.survey.outlines) == 1
    tells, wrong = told(job.survey, outline, job.earlier, job.source, alone=alone)
    text = in_own_words(strategy_section(tells, 1 if alone else 2), job.survey.branding) + "\n"
    if job.apart:
        face = _face(job, tells.part.strategy.title, tells.part.strategy.organisation, INDEX)
        text = begin(face) + text + end(face)
    (job.folder / page_of(outline)).write_bytes(text.encode())
    until = job.survey.moment.portfolio.settings.due_soon.after(job.survey.moment.today)
    return tells.part, part(tells.material, outline.own, until), wrong


def _face(job: Job, title: str, organisation: str | None, home: str = "") -> "PageFrame":
    from strategy_tracker.views.dashboard.page_frame import PageFrame

    survey = job.survey
    return PageFrame(
        title, organisation, survey.moment.today, survey.made_from, home, job.version, job.left_out, survey.branding
    )


def _first(job: Job, parts: "list[StrategySummary]", own: "list[StrategySummary]", page: BinaryIO) -> None:
    """Write the first page; where it is the only one, the strategies are copied into it and not kept."""
    from strategy_tracker.views.dashboard.page_frame import begin, end, filters, in_own_words

    many = len(parts) > 1 or job.apart
    face = _face(job, *(_all(job, parts) if many else (parts[0].strategy.title, parts[0].strategy.organisation)))
    page.write(begin(face).encode())
    if many:
        page.write(in_own_words(_overview(job, parts, own), job.survey.branding).encode())
    if many and not job.apart:
        page.write(f"\n{filters(job.survey.branding)}\n".encode())
    for outline in () if job.apart else job.survey.outlines:
        with (job.folder / page_of(outline)).open("rb") as made:
            shutil.copyfileobj(made, page)
        (job.folder / page_of(outline)).unlink()
    page.write(f"\n{end(face)}".encode())


def _all(job: Job, parts: "list[StrategySummary]") -> tuple[str, str | None]:
    from strategy_tracker.briefing.position import listed
    from strategy_tracker.views.text import counted

    names = list(dict.fromkeys(part.strategy.organisation for part in parts if part.strategy.organisation))
    few = listed(names) if names and len(names) <= 3 else job.survey.moment.portfolio.settings.organisation
    return f"How {counted(len(parts), 'strategy', 'strategies')} stand", few


def _overview(job: Job, parts: "list[StrategySummary]", own: "list[StrategySummary]") -> str:
    """All together, in which a measure of several strategies counts once, and a row for each as it is told."""
    from strategy_tracker.briefing.material import ChangesSince
    from strategy_tracker.briefing.overview import add_up
    from strategy_tracker.views.dashboard.overview_page import overview
    from strategy_tracker.views.dates_and_amounts import long_date

    found, today = job.survey.moment
    names = {one.standing.id: one for one in reversed(job.survey.outlines)}

    def address(strategy: str) -> str:
        one = names[strategy]
        return page_of(one) if job.apart else f"#s.{one.name}"

    since = ChangesSince(job.earlier.words, lacking=job.earlier.lacking)
    until = long_date(found.settings.due_soon.after(today))
    return overview(add_up(own), parts, since, until, address, job.survey.branding if job.apart else None)
