"""The self-evaluation: for each priority, what do we know, how do we know it, what next."""

from collections.abc import Iterable, Iterator, Sequence

from strategy_tracker.briefing.account import PriorityAccount
from strategy_tracker.briefing.material import Material, each_priority
from strategy_tracker.judging.attention import AttentionItem, list_attention
from strategy_tracker.judging.standing.of_actions import ActionStanding
from strategy_tracker.judging.standing.of_measures import MeasureStanding
from strategy_tracker.judging.standing.of_portfolio import UNNAMED
from strategy_tracker.judging.standing.of_strategies import PriorityStanding, StrategyStanding
from strategy_tracker.model.names.joined import semicolons
from strategy_tracker.model.names.labels import Word, label, phrase
from strategy_tracker.views.dating import dated
from strategy_tracker.views.document import Block, CountsLine, Paragraph, Points, Section
from strategy_tracker.views.papers.account_blocks import counts_line, told_as_done, told_as_open, told_of_dates
from strategy_tracker.views.papers.front.attention import told
from strategy_tracker.views.papers.front.position_blocks import position
from strategy_tracker.views.papers.of_measures.key_measures import key_table
from strategy_tracker.views.papers.people import quoted, requests_for
from strategy_tracker.views.papers.priorities import found_of, summary
from strategy_tracker.views.papers.said import priority_title


def evaluation(material: Material) -> Iterator[Section]:
    """Gives the position of all, then answers the three questions for each priority."""
    standing = material.standing
    yield _position(material)
    found = list_attention(standing)
    for strategy, priority in each_priority(standing):
        measures = standing.named(priority.every_measure)
        ids = {f"{strategy.id}/{action.id}" for action in priority.actions} | {one.id for one in measures}
        account = found_of(strategy, priority, material)
        yield Section(priority_title(strategy, priority, material), 1, ())
        sources = tuple(_sources(strategy, priority, measures, material))
        mine = [one for one in found if one.item in ids]
        yield from (
            _asked("what-do-we-know", _known(priority, account, measures)),
            _asked("how-do-we-know", sources or (Paragraph(label("how-is-not-known")),)),
            _asked("what-next", _next(account, mine, material)),
        )
    if unnamed := standing.unnamed:
        yield Section(UNNAMED, 1, tuple(_results(unnamed)))


def _asked(question: Word, answer: Iterable[Block]) -> Section:
    return Section(label(question), 2, tuple(answer), asked_of_each=True)


def _position(material: Material) -> Section:
    """The position, and once for all that no owner has named evidence, where none has."""
    made = position(material)
    actions = [action for strategy in material.standing.strategies for action in strategy.actions]
    if not actions or any(update.evidence for action in actions for update in action.updates):
        return made
    return made._replace(blocks=(*made.blocks, Paragraph(label("no-evidence-named"))))


def _known(
    priority: PriorityStanding, account: PriorityAccount, measures: Sequence[MeasureStanding]
) -> Iterator[Block]:
    if counts := counts_line(priority.actions):
        yield CountsLine(counts)
    if priority.judgement and (said := summary(priority.judgement)):
        yield said
    yield from told_as_done(account)
    yield from _results(measures)


_UNTOLD = ("context", "withdrawn", "not-published")
"""Why a measure has no colour that says nothing of how a priority does."""


def _results(measures: Sequence[MeasureStanding]) -> Iterator[Block]:
    known = [one for one in measures if one.reading and one.rating.why not in _UNTOLD]
    if known:
        yield key_table(known, label("what-figures-say"))


def _sources(
    strategy: StrategyStanding, priority: PriorityStanding, measures: Sequence[MeasureStanding], material: Material
) -> Iterator[Block]:
    """Where its figures are from, what owners can show, and what people said of it."""
    sources: dict[str, list[str]] = {}
    for one in measures:
        source = material.measures[one.id].source
        if source and one.reading and one.rating.why not in _UNTOLD:
            sources.setdefault(source, []).append(one.title)
    yield from _listed("figures", [phrase("and-what", what=s, of=semicolons(each)) for s, each in sources.items()])
    yield from _listed("owners-can-show", [line for action in priority.actions for line in _evidence(action)])
    yield from _listed("people-said", list(map(quoted, requests_for(material.strategies[strategy.id], (priority.id,)))))


def _listed(lead: str, texts: Sequence[str]) -> Iterator[Block]:
    if texts:
        yield Paragraph(label(lead))
        yield Points(tuple(texts))


def _evidence(action: ActionStanding) -> Iterator[str]:
    for update in action.updates:
        if update.evidence:
            day = phrase("thing-dated", what=action.text, when=dated(update.on, undated=update.undated))
            yield phrase("and-what", what=day, of=semicolons(update.evidence))


def _next(account: PriorityAccount, found: Sequence[AttentionItem], material: Material) -> Iterator[Block]:
    """Dates to come, what is to be put right, and what has no date."""
    blocks = [*told_of_dates(account), *(told(found, label("to-put-right"), material) if found else ())]
    blocks += told_as_open(account)
    yield from blocks or (Paragraph(label("nothing-planned")),)
