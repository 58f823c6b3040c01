"""The strategies of a dashboard: all of them in a first pass that keeps little, then all of one after another."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from strategy_tracker.app.dates_in_git import DatesInGit, dates_in_git
from strategy_tracker.app.moment import Moment
from strategy_tracker.app.other_figures import others_in
from strategy_tracker.app.reporting.dashboard_since import EarlierFiles, since_then
from strategy_tracker.app.reporting.report_scope import ReportRequest, files_by_id, made_from, meeting_of
from strategy_tracker.app.reporting.report_standing import read_report
from strategy_tracker.app.standing import strategy_twice
from strategy_tracker.briefing.edition import Edition
from strategy_tracker.briefing.material import Material, Meeting, only
from strategy_tracker.briefing.overview import part
from strategy_tracker.briefing.record_words import PriorityWords, StrategyWords
from strategy_tracker.checks.sound import load_sound, sound
from strategy_tracker.diagnostics import Diagnostic
from strategy_tracker.files.find import DataFile
from strategy_tracker.files.load import LoadedFile, content, load
from strategy_tracker.files.parsing.positions import spots
from strategy_tracker.files.parsing.value_places import locate
from strategy_tracker.files.portfolio import each_loaded
from strategy_tracker.files.read_branding import read_branding
from strategy_tracker.history.repository.find_commit import commit_at, commit_known_on
from strategy_tracker.history.repository.git import NoGit, folder_in
from strategy_tracker.history.repository.past_portfolio import uncommitted
from strategy_tracker.judging.attention import list_attention, list_coming
from strategy_tracker.judging.measures.others.join import OtherFigures
from strategy_tracker.judging.measures_in_use import NO_STRATEGY, strategy_of_unnamed
from strategy_tracker.judging.meetings.reviews import in_order
from strategy_tracker.judging.one_spelling import respelt_strategy, written_names
from strategy_tracker.judging.standing.of_portfolio import Standing
from strategy_tracker.judging.standing.of_strategies import StrategyStanding
from strategy_tracker.model.branding import Branding
from strategy_tracker.model.measures.measure import Measures
from strategy_tracker.model.names.one_name import other_spellings
from strategy_tracker.model.record import Record
from strategy_tracker.model.settings import Settings
from strategy_tracker.views.dashboard.page_material import SourceLinks, StrategyPage
from strategy_tracker.views.dates_and_amounts import long_date

if TYPE_CHECKING:  # who is not the public needs nothing of what makes a public version
    from strategy_tracker.app.reporting.publish import Publisher

WORDS_OF_NONE = StrategyWords((), None, None, None, (), (), {NO_STRATEGY: PriorityWords((), None, ())}, {})
"""The words of what stands in the place of a strategy for measures that no priority names: it has none."""


class StrategyInOutline(NamedTuple):
    """What is known of a strategy before its page is made: its standing without priorities, and its measures.

    `name` is its own in this dashboard; `own` are the measures that no strategy before it names.
    """

    file: DataFile
    standing: StrategyStanding
    measures: tuple[str, ...]
    name: str = ""
    own: frozenset[str] = frozenset()


class FirstPass(NamedTuple):
    """Every strategy of a dashboard in its order; the file of each measure; for whom, and what it is made from.

    `spellings` are those of posts and bodies that are written in several ways; `in_git` is what git knows of due dates;
    `others` are the figures of others by the codes of measures.
    """

    moment: Moment
    strategies: tuple[StrategyInOutline, ...]
    holding: Mapping[str, DataFile]
    meeting: Meeting | None
    made_from: str
    branding: Branding
    spellings: Mapping[str, str]
    in_git: DatesInGit
    others: OtherFigures | None = None
    publisher: "Publisher | None" = None

    def files_of(self, strategy: StrategyInOutline) -> tuple[DataFile, ...]:
        """The file of a strategy, and those that hold its measures, each once."""
        held = [self.holding[name] for name in strategy.measures if name in self.holding]
        return tuple({file.name: file for file in (strategy.file, *held)}.values())


class _FileInOutline(NamedTuple):
    """What a file has for the first pass: its strategy's standing if it has one, ids of measures, and names written."""

    file: str
    standing: StrategyStanding | None
    measures: tuple[str, ...]
    names: Counter[str]


def first_pass(
    moment: Moment, request: ReportRequest, publisher: "Publisher | None" = None
) -> tuple[FirstPass, list[Diagnostic]]:
    """Everything read once, of which little is kept, and what could not be read.

    Raises `Problem` for a strategy or a body that is not there.
    """
    found, today = moment
    ids = files_by_id(found, request.strategies)
    files = {file.name: file for file in found.files if _is_wanted(file, ids.values())}
    kept, wrong = each_loaded(
        found,
        files.values(),
        partial(_outline, today=today, settings=found.settings, edition=edition_of(found.settings, publisher)),
        partial(load_sound, settings=found.settings, today=today),
    )
    spellings = other_spellings(sum((each.names for each in kept), Counter()))
    kept = [one._replace(standing=one.standing and respelt_strategy(one.standing, spellings)) for one in kept]
    stood = _each_once(kept, wrong, found.known)
    strategies = in_order(each.standing for each in stood if each.standing is not None)
    standing = Standing(today, found.settings.organisation, tuple(strategies), {}, found.known)
    meeting, chosen = meeting_of(standing, request, found.settings.wording)
    named = {id(each.standing): each for each in stood}
    outlines = [
        StrategyInOutline(files[one.file], one, named[id(one)].measures) for one in strategies if one.id in chosen
    ]
    holding = {name: files[each.file] for each in kept if each.standing is None for name in each.measures}
    if not (request.strategies or request.body or any(one.file.startswith("strategies/") for one in wrong)):
        outlines += _unnamed(outlines, holding, found.settings.organisation)
    branding, undressed = read_branding(found)
    in_git = dates_in_git(found, today)
    commit = made_from(found, public=publisher is not None)
    others, unread = others_in(found)
    made = FirstPass(moment, _named(outlines), holding, meeting, commit, branding, spellings, in_git, others, publisher)
    return made, [*found.diagnostics, *wrong, *unread, *undressed]


def _unnamed(
    outlines: Sequence[StrategyInOutline], holding: Mapping[str, DataFile], organisation: str | None
) -> Iterator[StrategyInOutline]:
    """The measures that no priority names, in the place of a strategy."""
    named = {name for one in outlines for name in one.measures}
    left = tuple(name for name in holding if name not in named)
    if left:
        standing = strategy_of_unnamed(left, organisation, alone=not outlines)
        yield StrategyInOutline(holding[left[0]], standing, left)


def _each_once(kept: Sequence[_FileInOutline], wrong: list[Diagnostic], known: str) -> list[_FileInOutline]:
    """The files of strategies, without those whose id another has: that is added to what is wrong."""
    stood: dict[str, _FileInOutline] = {}
    again = [one for one in kept if one.standing and stood.setdefault(one.standing.id, one) is not one]
    wrong += [
        strategy_twice(one.standing, stood[one.standing.id].file)._replace(known=known) for one in again if one.standing
    ]
    return list(stood.values())


def _is_wanted(file: DataFile, chosen: Collection[str]) -> bool:
    if file.kind == "strategies":
        return not chosen or file.name in chosen
    return file.kind == "measures"


def edition_of(settings: Settings, publisher: "Publisher | None") -> Edition:
    """The edition of a dashboard: in the body's own words, and for the public where there is a publisher."""
    return Edition(settings.wording, publisher.version if publisher else None)


def _outline(record: Record, loaded: LoadedFile, today: date, settings: Settings, edition: Edition) -> _FileInOutline:
    file = loaded.file
    if isinstance(record, Measures):  # its standing is wanted page by page: here only which file holds what
        names = Counter(name for one in record.measures for name in one.owner)
        return _FileInOutline(file.name, None, tuple(one.id for one in record.measures), names)
    shown = edition.of(record)
    if shown is None:  # it is internal
        return _FileInOutline(file.name, None, (), Counter())
    standing = edition.judge(shown, file.name, today, settings, loaded.left_out).strategy
    assert standing is not None
    names = written_names([standing], ())
    return _FileInOutline(file.name, standing._replace(priorities=()), standing.measures, names)


def _named(outlines: Sequence[StrategyInOutline]) -> tuple[StrategyInOutline, ...]:
    """Each with its name, and with the measures that it is the first to name."""
    told: set[str] = set()
    made = []
    for one in outlines:
        made.append(one._replace(name=one.standing.id, own=frozenset(one.measures) - told))
        told.update(one.measures)
    return tuple(made)


def page_of(
    first: FirstPass, strategy: StrategyInOutline, then: EarlierFiles, links: SourceLinks, *, alone: bool
) -> tuple[StrategyPage, tuple[Diagnostic, ...]]:
    """Everything that a page tells of one strategy, and what could not be read of the earlier moment.

    `alone` on a page of its own it tells all of its measures whole.
    """
    found, today = first.moment
    made, wrong = _material(first, strategy, then)
    until = found.settings.due_soon.after(today)
    found_wanting = list_attention(made.standing)
    page = StrategyPage(
        material=made,
        name=strategy.name,
        own=frozenset(strategy.measures) if alone else strategy.own,
        part=part(made, strategy.measures, until),
        concerns=found_wanting,
        soon=list_coming(made.standing, until),
        until=long_date(until),
        links=_with_lines(links, made.standing, first.files_of(strategy)),
        needing=frozenset(one.item for one in found_wanting),
    )
    return page, wrong


def _material(
    first: FirstPass, strategy: StrategyInOutline, then: EarlierFiles
) -> tuple[Material, tuple[Diagnostic, ...]]:
    """The material of one strategy, read again, since all of them at once would not fit into memory."""
    found, today = first.moment
    loaded = {file.name: load(file, found.settings.year_end) for file in first.files_of(strategy)}
    read = read_report(
        found.with_files(first.files_of(strategy)),
        today,
        {},
        practice=False,
        version=first.publisher.version if first.publisher else None,
        spellings=first.spellings,
        in_git=first.in_git,
        others=first.others,
        load_one=lambda file: sound(loaded[file.name], found.settings, today),
    )
    words: Mapping[str, StrategyWords] = read.strategies
    if strategy.standing.id == NO_STRATEGY:
        measures = {name: one for name, one in read.standing.measures.items() if name in strategy.measures}
        standing = read.standing._replace(strategies=(strategy.standing,), measures=measures)
        words = {NO_STRATEGY: WORDS_OF_NONE}
    else:
        standing = only(read.standing, [strategy.standing.id])
    edition = edition_of(found.settings, first.publisher)._replace(typed=first.in_git.typed)
    since, wrong = since_then(then, first.moment, standing, tuple(loaded.values()), strategy.measures, edition)
    made = Material(
        standing=standing,
        strategies=words,
        measures=read.measures,
        examples=(),
        meeting=first.meeting,
        since=since,
        made_from=first.made_from,
        red_after=found.settings.late_is_red_after.text,
        branding=first.branding,
    )
    return made, wrong


def _with_lines(links: SourceLinks, standing: Standing, files: Sequence[DataFile]) -> SourceLinks:
    """Links to the line that each strategy, priority, action and measure begins on, where any lead there.

    Each file is read once more for all of them.
    """
    if not links.address or links.hidden:
        return links
    strategy = standing.strategies[0]
    routes = [(strategy.file, route) for route in ((), *(p.route for p in strategy.priorities)) if strategy.file]
    routes += [(strategy.file, action.route) for action in strategy.actions]
    routes += [(one.file, one.route) for one in standing.measures.values()]
    inside = {file.name: [(*route, "id") for name, route in routes if name == file.name] for file in files}
    tops = {file.name: spots(content(file), inside[file.name]) for file in files}
    return links._replace(lines={(file, route): locate(tops[file], (*route, "id")).line for file, route in routes})


def source_links(moment: Moment, revision: date | str) -> SourceLinks:
    """What a link to a line is made of: the commit at a day or of a name, that of the files on disk where it is empty.

    Nothing where no repository is set or no commit holds the files.
    """
    found = moment.portfolio
    address = found.settings.repository
    if not address:
        return SourceLinks()
    try:
        if isinstance(revision, date):
            commit = commit_known_on(found.root, revision)
        else:
            commit = commit_at(found.root, revision or "HEAD")
        changed = frozenset() if found.known else frozenset(uncommitted(found.root))
        return SourceLinks({}, address, commit.sha, folder_in(found.root), changed)
    except NoGit:
        return SourceLinks()
