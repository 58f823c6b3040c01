"""The annexes of a paper, for looking things up: action plan, scorecard, notes, dates moved, every change."""

from collections.abc import Iterable, Iterator

from strategy_tracker.briefing.material import Material, each_priority
from strategy_tracker.judging.standing.of_portfolio import UNNAMED
from strategy_tracker.judging.standing.of_strategies import PriorityStanding, StrategyStanding
from strategy_tracker.model.names.labels import label
from strategy_tracker.views.document import Block, Paragraph, Points, Section
from strategy_tracker.views.papers.action_plan import how_it_reads, planned, usual_word
from strategy_tracker.views.papers.front.to_settle import dates_moved
from strategy_tracker.views.papers.front.what_changed import every_change
from strategy_tracker.views.papers.of_measures.by_table import measures_by_table
from strategy_tracker.views.papers.of_measures.measure_blocks import measure_blocks
from strategy_tracker.views.papers.of_measures.outlook_blocks import expected_dates
from strategy_tracker.views.papers.priorities import wanted
from strategy_tracker.views.papers.reader_notes import notes
from strategy_tracker.views.papers.said import priority_title

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def annexes(material: Material) -> Iterator[Section]:
    """Every annex with its letter; the first section of each begins it, the others stand under it."""
    change = None if material.since.lacking else every_change(material)
    yield from lettered(_plan(material), _score(material), _notes(material), dates_moved(material), change)


def lettered(*found: Iterable[Section] | Section | None) -> Iterator[Section]:
    """Make annexes of sections, or of several that stand under the first of them; what is not there takes no letter."""
    every = ((one,) if isinstance(one, Section) else tuple(one or ()) for one in found)
    for letter, (first, *others) in zip(LETTERS, filter(None, every), strict=False):
        yield first._replace(title=label("annex", letter=letter, title=first.title), level=1, annex=True)
        yield from (one._replace(level=2, annex=True) for one in others)


def _plan(material: Material) -> Iterator[Section]:
    if not material.standing.tells_actions:
        return
    vision = [text for strategy in material.standing.strategies for text in material.strategies[strategy.id].vision]
    wanted = (Paragraph(label("strategy-wants")), Points(tuple(vision))) if vision else ()
    yield Section(label("the-action-plan"), 1, (*wanted, *how_it_reads(material)))
    usual = usual_word(material)
    for strategy, priority in each_priority(material.standing):
        blocks = tuple(_actions(strategy, priority, material, usual))
        yield Section(priority_title(strategy, priority, material), 2, blocks)


def _actions(strategy: StrategyStanding, priority: PriorityStanding, material: Material, usual: str) -> Iterator[Block]:
    """Why a priority is one and what is wanted of it, then all of its actions."""
    words = material.strategies[strategy.id].priorities[priority.id]
    yield from wanted(priority, words)
    yield from planned(priority.actions, priority.actions_left_out, usual)
    yield from expected_dates(priority.actions, material.standing.as_at)


def _score(material: Material) -> Iterator[Section]:
    if not material.standing.tells_measures:
        return
    yield Section(label("the-scorecard"), 1, ())
    drawn: set[str] = set()
    for strategy, priority in each_priority(material.standing):
        measures = material.standing.named(priority.every_measure)
        words = material.strategies[strategy.id].priorities[priority.id]
        if blocks := tuple(measures_by_table(measures, words, drawn)):
            yield Section(priority_title(strategy, priority, material), 2, blocks)
    if unnamed := material.standing.unnamed:
        yield Section(UNNAMED, 2, tuple(measure_blocks(unnamed, drawn)))


def _notes(material: Material) -> Iterator[Section]:
    yield Section(label("notes-and-rules"), 1, ())
    yield from notes(material)
