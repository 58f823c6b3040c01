"""The priorities of a report, one by one: what is wanted, what is done, how we know, and what the lead says."""

from collections.abc import Iterator

from strategy_tracker.briefing.concerns import words_said
from strategy_tracker.briefing.material import Material
from strategy_tracker.briefing.position import of_actions, of_measures, of_priority
from strategy_tracker.judging.headlines import headline_of
from strategy_tracker.judging.standing.of_actions import ActionStanding
from strategy_tracker.judging.standing.of_portfolio import UNNAMED
from strategy_tracker.judging.standing.of_strategies import JudgementStanding, PriorityStanding, StrategyStanding
from strategy_tracker.judging.standing.owners import owners_of
from strategy_tracker.judging.tally import tally_actions
from strategy_tracker.model.names.labels import label
from strategy_tracker.views.dates_and_amounts import dates_in, when
from strategy_tracker.views.dating import dated
from strategy_tracker.views.document import Block, Paragraph, Points, Section
from strategy_tracker.views.papers.of_measures.by_table import measures_by_table
from strategy_tracker.views.papers.of_measures.measure_blocks import measure_blocks
from strategy_tracker.views.papers.of_measures.outlook_blocks import expected_dates
from strategy_tracker.views.screens.status_detail import words_of
from strategy_tracker.views.sheet import Cell, Table, cell, coloured, columns, without_empty
from strategy_tracker.views.text import owner_words, sentence


def priorities(material: Material) -> Iterator[Section]:
    """A section for each strategy, with one under it for each of its priorities; last for measures that none names."""
    drawn: set[str] = set()
    for strategy in material.standing.strategies:
        many = len(material.standing.strategies) > 1
        title = label("of-strategy-by-priority", strategy=strategy.title) if many else label("by-priority")
        vision = material.strategies[strategy.id].vision
        blocks = (Paragraph(label("strategy-wants")), Points(vision)) if vision else ()
        yield Section(title, 1, blocks)
        for priority in strategy.priorities:
            yield _priority(strategy, priority, material, drawn)
    if unnamed := material.standing.unnamed:
        yield Section(UNNAMED, 1, (Paragraph(of_measures(unnamed)), *measure_blocks(unnamed, drawn)))


def _priority(strategy: StrategyStanding, priority: PriorityStanding, material: Material, drawn: set[str]) -> Section:
    measures = material.standing.named(priority.every_measure)
    blocks = list(account(strategy, priority, material))
    if priority.tells_actions:
        blocks.append(Paragraph(of_actions(tally_actions(priority.actions, priority.actions_left_out))))
    if priority.actions:
        blocks.append(actions_table(priority))
    blocks += expected_dates(priority.actions, material.standing.as_at)
    if priority.tells_measures:
        blocks.append(Paragraph(of_priority(priority, material.standing)))
    words = material.strategies[strategy.id].priorities[priority.id]
    blocks += measures_by_table(measures, words, drawn)
    return Section(priority.heading, 2, tuple(blocks))


def account(strategy: StrategyStanding, priority: PriorityStanding, material: Material) -> Iterator[Block]:
    """What a paper and a dashboard tell of a priority before its actions and measures: what is wanted, and its lead."""
    words = material.strategies[strategy.id].priorities[priority.id]
    if priority.owner:
        yield Paragraph(label("answerable", owner=owner_words(owners_of(priority), priority.owner_from)))
    if above := next((one for one in strategy.priorities if one.id == priority.under), None):
        yield Paragraph(label("under", priority=above.heading))
    if words.strapline:
        yield Paragraph(sentence(words.strapline))
    yield from (Paragraph(sentence(text)) for text in words.rationale)
    if priority.aspirations:
        yield Paragraph(label("what-is-wanted"))
        yield Points(priority.aspirations)
    if priority.judgement:
        yield judgement(priority.judgement)
    if found := headline_of(priority, material.standing):
        yield Paragraph(sentence(found.words))


def judgement(said: JudgementStanding) -> Paragraph:
    """The lead's account of a priority; a colour of the lead's begins it.

    It is called a summary: nothing on record says that these are the lead's very words.
    """
    note = sentence(said.note)
    if said.rag is None:
        return Paragraph(f"Summary{f' by {said.by}' if said.by else ''}, {when(said.on)}: {note}")
    judged = f"{said.rag}, in the judgement of {said.by or 'the lead'}, {when(said.on)}"
    return Paragraph(f"{judged}. Summary: {note}", said.rag)  # type: ignore[arg-type]


def actions_table(priority: PriorityStanding) -> Table:
    """A table of actions: colour, clocks, what was said last, and the owner where it is not the priority's."""
    heads = columns("action", "colour", "owner", "dates-and-clocks", "last-said")
    rows = tuple(_row(action, priority) for action in priority.actions)
    return without_empty(Table(label("actions"), heads, rows), keep=2)


def _row(action: ActionStanding, priority: PriorityStanding) -> tuple[Cell, ...]:
    return (
        cell(f"{action.text} ({action.id})"),
        coloured(action.rating.colour, action.rating.word),
        cell("" if owners_of(action) == owners_of(priority) else owner_words(owners_of(action), action.owner_from)),
        cell(clocks(action)),
        cell(last_said(action)),
    )


def clocks(action: ActionStanding) -> str:
    """Says what the clocks of an action say; two opinions of it have a table of their own."""
    return dates_in("; ".join(words for words in words_of(action) if words != action.disagreement))


def last_said(action: ActionStanding) -> str | None:
    """Tells the latest update in a line."""
    if not action.updates:
        return "never updated"
    latest = action.updates[0]
    day = dated(latest.on, undated=latest.undated)
    return f"{words_said(latest, when)} ({day}{', not confirmed' if latest.drafted else ''})"
