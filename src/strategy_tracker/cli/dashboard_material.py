"""What a dashboard is made from: all strategies surveyed first, then the material of one after another."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from strategy_tracker.app.moment import Moment
from strategy_tracker.cli.options import day
from strategy_tracker.cli.report_material import Wanted, ids_of, made_of, meeting_of

if TYPE_CHECKING:
    from strategy_tracker.briefing.material import Material, Meeting
    from strategy_tracker.cli.dashboard_since import Earlier
    from strategy_tracker.diagnostics import Diagnostic, Route
    from strategy_tracker.files.find import DataFile
    from strategy_tracker.judging.standing import StrategyStanding
    from strategy_tracker.model.branding import Branding
    from strategy_tracker.model.record import Record
    from strategy_tracker.model.settings import Settings
    from strategy_tracker.views.dashboard.page_material import SourceLinks, StrategyPage


class Outline(NamedTuple):
    """What is known of a strategy before its page is made: its standing without priorities, and its measures.

    `name` is its own in this dashboard; `own` are the measures that no strategy before it names.
    """

    file: "DataFile"
    standing: "StrategyStanding"
    measures: tuple[str, ...]
    name: str = ""
    own: frozenset[str] = frozenset()


class Survey(NamedTuple):
    """Every strategy of a dashboard in its order; the file of each measure; for whom, and what it is made from."""

    moment: Moment
    outlines: tuple[Outline, ...]
    holding: Mapping[str, "DataFile"]
    meeting: "Meeting | None"
    made_from: str
    branding: "Branding"


class _Found(NamedTuple):
    file: str
    standing: "StrategyStanding | None"
    measures: tuple[str, ...]


def survey(moment: Moment, wanted: Wanted) -> "tuple[Survey, list[Diagnostic]]":
    """Read everything once, keep little of it, and say what could not be read.

    Raises `Problem` for a strategy or a body that is not there.
    """
    from strategy_tracker.files.portfolio import each_file
    from strategy_tracker.files.read_branding import read_branding
    from strategy_tracker.judging.reviews import in_order
    from strategy_tracker.judging.standing import Standing

    found, today = moment
    ids = ids_of(found, wanted.strategies)
    files = {file.name: file for file in found.files if _is_wanted(file, ids.values())}
    kept, wrong = each_file(found, files.values(), partial(_found, today=today, settings=found.settings))
    stood = [each for each in kept if each.standing is not None]
    strategies = in_order(each.standing for each in stood if each.standing is not None)
    standing = Standing(today, found.settings.organisation, tuple(strategies), {}, found.known)
    meeting, chosen = meeting_of(standing, wanted, found.settings.wording)
    named = {id(each.standing): each for each in stood}
    outlines = [Outline(files[one.file], one, named[id(one)].measures) for one in strategies if one.id in chosen]
    holding = {name: files[each.file] for each in kept if each.standing is None for name in each.measures}
    branding, undressed = read_branding(found)
    made_from = found.known or made_of(found, public=False)
    made = Survey(moment, _named(outlines), holding, meeting, made_from, branding)
    return made, [*found.diagnostics, *wrong, *undressed]


def _is_wanted(file: "DataFile", chosen: Collection[str]) -> bool:
    if file.kind == "strategies":
        return not chosen or file.name in chosen
    return file.kind == "measures"


def _found(record: "Record", file: "DataFile", today: date, settings: "Settings") -> _Found:
    from strategy_tracker.briefing.edition import Edition
    from strategy_tracker.model.measure import Measures

    if isinstance(record, Measures):  # its standing is wanted page by page: here only which file holds what
        return _Found(file.name, None, tuple(one.id for one in record.measures))
    edition = Edition(settings.wording)
    shown = edition.of(record)
    standing = edition.judge(shown, file.name, today, settings).strategy if shown else None
    assert standing is not None
    return _Found(file.name, standing._replace(priorities=()), standing.measures)


def _named(outlines: Sequence[Outline]) -> tuple[Outline, ...]:
    """Each with a name that no other has, and with the measures that it is the first to name."""
    names: set[str] = set()
    told: set[str] = set()
    made = []
    for one in outlines:
        name = one.standing.id
        while name in names:
            name += "-again"
        names.add(name)
        made.append(one._replace(name=name, own=frozenset(one.measures) - told))
        told.update(one.measures)
    return tuple(made)


def material(survey: Survey, outline: Outline, earlier: "Earlier") -> "tuple[Material, tuple[Diagnostic, ...]]":
    """The material of one strategy, read again, since all of them at once would not fit into memory.

    With it comes what could not be read of the earlier moment.
    """
    from strategy_tracker.app.report_standing import read_report
    from strategy_tracker.briefing.material import Material, only

    found, today = survey.moment
    files = (outline.file, *files_of(survey, outline))
    read = read_report(found._replace(files=files, diagnostics=()), today, {}, practice=False)
    standing = only(read.standing, [outline.standing.id])
    since, wrong = earlier.since(survey, outline, standing)
    made = Material(
        standing=standing,
        strategies=read.strategies,
        measures=read.measures,
        examples=(),
        meeting=survey.meeting,
        since=since,
        made_from=survey.made_from,
        red_after=found.settings.late_is_red_after.text,
        branding=survey.branding,
    )
    return made, wrong


def files_of(survey: Survey, outline: Outline) -> "tuple[DataFile, ...]":
    """The files that hold the measures of a strategy, each once."""
    held = {survey.holding[name].name: survey.holding[name] for name in outline.measures if name in survey.holding}
    return tuple(held.values())


def told(
    survey: Survey, outline: Outline, earlier: "Earlier", source: "SourceLinks", *, alone: bool
) -> "tuple[StrategyPage, tuple[Diagnostic, ...]]":
    """Everything a page tells of one strategy; `alone` on a page of its own it tells all of its measures whole."""
    from strategy_tracker.briefing.concerns import concerns, due_by
    from strategy_tracker.briefing.overview import part
    from strategy_tracker.views.dashboard.page_material import StrategyPage
    from strategy_tracker.views.dates_and_amounts import long_date

    found, today = survey.moment
    made, wrong = material(survey, outline, earlier)
    until = found.settings.due_soon.after(today)
    tells = StrategyPage(
        material=made,
        name=outline.name,
        own=frozenset(outline.measures) if alone else outline.own,
        part=part(made, outline.measures, until),
        concerns=concerns(made.standing),
        soon=due_by(made.standing, until),
        until=long_date(until),
        links=source._replace(lines=_lines(made, outline, files_of(survey, outline))),
    )
    return tells, wrong


def _lines(made: "Material", outline: Outline, measures: "tuple[DataFile, ...]") -> "dict[tuple[str, Route], int]":
    """The line that each strategy, priority, action and measure begins on; each file is read once for all of them."""
    from strategy_tracker.files.load import content
    from strategy_tracker.files.positions import locate, spots

    strategy = made.standing.strategies[0]
    routes = [(outline.file.name, route) for route in ((), *(p.route for p in strategy.priorities))]
    routes += [(outline.file.name, action.route) for action in strategy.actions]
    routes += [(one.file, one.route) for one in made.standing.measures.values()]
    tops = {file.name: spots(content(file)) for file in (outline.file, *measures)}
    return {(file, route): locate(tops[file], (*route, "id")).line for file, route in routes}


def source(survey: Survey, root: Path, revision: str, known_on: str) -> "SourceLinks":
    """What a link to a line is made of; nothing where no repository is set or no commit holds the files."""
    from strategy_tracker.views.dashboard.page_material import SourceLinks

    address = survey.moment.portfolio.settings.repository
    if not address:
        return SourceLinks()
    from strategy_tracker.history.find_commit import commit_at, commit_known_on
    from strategy_tracker.history.git import NoGit, folder_in
    from strategy_tracker.history.past_portfolio import uncommitted

    try:
        commit = commit_known_on(root, day(known_on)) if known_on else commit_at(root, revision or "HEAD")
        changed = frozenset() if survey.moment.portfolio.known else frozenset(uncommitted(root))
        return SourceLinks({}, address, commit.sha, folder_in(root), changed)
    except NoGit:
        return SourceLinks()
