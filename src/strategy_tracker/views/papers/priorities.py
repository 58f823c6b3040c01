"""The priorities of a report, one by one: its lead's summary, what is done, coming and open, and the key figures."""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from strategy_tracker.briefing.account import PriorityAccount, account_of
from strategy_tracker.briefing.material import Material
from strategy_tracker.briefing.position import of_measures
from strategy_tracker.briefing.record_words import PriorityWords
from strategy_tracker.judging.standing.of_portfolio import UNNAMED
from strategy_tracker.judging.standing.of_strategies import JudgementStanding, PriorityStanding, StrategyStanding
from strategy_tracker.judging.standing.owners import owners_of
from strategy_tracker.model.names.labels import Word, label, phrase
from strategy_tracker.publishing.marks import WITHHELD
from strategy_tracker.views.dates_and_amounts import when
from strategy_tracker.views.document import Block, CountsLine, Paragraph, Points, Section
from strategy_tracker.views.papers.account_blocks import counts_line, told_of_actions
from strategy_tracker.views.papers.front.position_words import last_time
from strategy_tracker.views.papers.of_measures.key_measures import first_chart, key_measures, key_table
from strategy_tracker.views.text import owner_words, sentence


class Annexes(NamedTuple):
    """The letters of the annexes with every action and every measure; empty where a view has none."""

    actions: str = ""
    measures: str = ""


_NO_ANNEXES = Annexes()


def priorities(material: Material) -> Iterator[Section]:
    """A section for each strategy, with one under it for each of its priorities; last for measures that none names."""
    drawn: set[str] = set()
    letters = Annexes("A", "B" if material.standing.tells_actions else "A")
    many = len(material.standing.strategies) > 1
    for strategy in material.standing.strategies:
        title = label("of-strategy-by-priority", strategy=strategy.title) if many else label("the-priorities")
        author = common_author(strategy)
        yield Section(title, 1, (Paragraph(author),) if author else ())
        for priority in strategy.priorities:
            found = found_of(strategy, priority, material, told_elsewhere(strategy, priority, material))
            counts = counts_line(priority.actions)
            blocks = [
                *((CountsLine(counts),) if counts else ()),
                *_told(strategy, priority, found, signed=not author, annexes=letters),
            ]
            yield Section(priority.heading, 2, (*blocks, *first_chart(found.measures, drawn)))
    if unnamed := material.standing.unnamed:
        yield Section(UNNAMED, 1, (Paragraph(of_measures(unnamed)), key_table(unnamed, label("key-figures"))))


def common_author(strategy: StrategyStanding) -> str:
    """Say once whose the summaries are, where all are by one post and of one day; empty where they are not."""
    said = {(one.judgement.by, one.judgement.on) for one in strategy.priorities if one.judgement}
    whole = len(strategy.priorities) > 1 and all(
        one.judgement and one.judgement.rag is None and one.judgement.note != WITHHELD for one in strategy.priorities
    )
    if not whole or len(said) != 1:
        return ""
    by, on = said.pop()
    return label("summaries-by", by=by or label("its-lead"), when=when(on))


def account(strategy: StrategyStanding, priority: PriorityStanding, material: Material) -> Iterator[Block]:
    """What a paper and a dashboard tell of a priority, beside the counts of its actions and its chart."""
    return _told(strategy, priority, found_of(strategy, priority, material))


def told_elsewhere(strategy: StrategyStanding, priority: PriorityStanding, material: Material) -> frozenset[str]:
    """The measures of a priority that a paper tells under another one: where they are in a table, else the first."""
    words = material.strategies[strategy.id].priorities
    homes: dict[str, str] = {}
    for one in strategy.priorities:
        homes |= {name: one.id for table in words[one.id].tables for name in table.measures if name not in homes}
    for one in strategy.priorities:
        homes |= {name: one.id for name in one.every_measure if name not in homes}
    return frozenset(name for name in priority.every_measure if homes[name] != priority.id)


def found_of(
    strategy: StrategyStanding, priority: PriorityStanding, material: Material, elsewhere: Collection[str] = ()
) -> PriorityAccount:
    """Everything that there is to tell of a priority, since the last time; but measures that are told `elsewhere`."""
    first = [name for name in priority.every_measure if name in material.measures and material.measures[name].headline]
    tables = material.strategies[strategy.id].priorities[priority.id].tables
    return account_of(priority, material.standing, last_time(material), first, tables, elsewhere)


def _told(
    strategy: StrategyStanding,
    priority: PriorityStanding,
    found: PriorityAccount,
    *,
    signed: bool = True,
    annexes: Annexes = _NO_ANNEXES,
) -> Iterator[Block]:
    """The head of a priority, its lead's summary, its actions and its key figures; `signed` names the author."""
    if priority.owner:
        yield Paragraph(label("answerable", owner=owner_words(owners_of(priority), priority.owner_from)))
    if above := next((one for one in strategy.priorities if one.id == priority.under), None):
        yield Paragraph(label("under", priority=above.heading))
    if found.headline:
        yield Paragraph(sentence(found.headline))
    if priority.judgement and (told := summary(priority.judgement, signed=signed)):
        yield told
    yield from told_of_actions(found, annexes.actions)
    if priority.tells_measures:
        yield from key_measures(found, annexes.measures)


def summary(said: JudgementStanding, *, signed: bool = True) -> Paragraph | None:
    """The lead's account of a priority without its author where that is said elsewhere; None where it is withheld."""
    if said.note == WITHHELD:
        return None if said.rag is None else judgement(said)
    return judgement(said) if signed else Paragraph(sentence(said.note))


def wanted(priority: PriorityStanding, words: PriorityWords) -> Iterator[Block]:
    """Why a priority is one, and what is wanted of it: what does not change from paper to paper."""
    yield from (Paragraph(sentence(text)) for text in (words.strapline, *words.rationale) if text)
    if priority.aspirations:
        yield Paragraph(label("what-is-wanted"))
        yield Points(priority.aspirations)


def judgement(said: JudgementStanding) -> Paragraph:
    """The lead's account of a priority; a colour of the lead's begins it.

    It is called a summary: nothing on record says that these are the lead's very words.
    """
    note = sentence(said.note)
    if said.rag is None:
        name: Word = "summary-by" if said.by else "summary-of"
        return Paragraph(label(name, by=said.by or "", when=when(said.on), note=note))
    by = said.by or phrase("its-lead")
    words = phrase("judged-and-summed-up", colour=said.rag, by=by, when=when(said.on), note=note)
    return Paragraph(words, said.rag)  # type: ignore[arg-type]
