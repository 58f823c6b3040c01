"""The self-evaluation: for each priority, what do we know, how do we know it, what next."""

from collections.abc import Iterator, Sequence
from datetime import date

from strategy_tracker.briefing.material import Material, each_priority
from strategy_tracker.briefing.position import of_actions, of_measures, of_priority
from strategy_tracker.judging.attention import AttentionItem, list_attention
from strategy_tracker.judging.standing.of_actions import ActionStanding
from strategy_tracker.judging.standing.of_measures import MeasureStanding
from strategy_tracker.judging.standing.of_portfolio import UNNAMED, Standing
from strategy_tracker.judging.standing.of_strategies import PriorityStanding
from strategy_tracker.judging.standing.rating import Clock
from strategy_tracker.judging.tally import tally_actions
from strategy_tracker.model.names.labels import label
from strategy_tracker.model.values import read_when
from strategy_tracker.views.dates_and_amounts import dates_in, long_date, target_of, when
from strategy_tracker.views.dating import dated
from strategy_tracker.views.document import Block, Paragraph, Points, Section
from strategy_tracker.views.papers.exceptions import correction
from strategy_tracker.views.papers.of_measures.measure_blocks import beside, reading
from strategy_tracker.views.papers.people import requests_for
from strategy_tracker.views.papers.priorities import judgement
from strategy_tracker.views.text import sentence


def evaluation(material: Material) -> Iterator[Section]:
    """Answers the three questions for each priority."""
    found = list_attention(material.standing)
    many = len(material.standing.strategies) > 1
    for strategy, priority in each_priority(material.standing):
        measures = material.standing.named(priority.every_measure)
        ids = {f"{strategy.id}/{action.id}" for action in priority.actions} | {one.id for one in measures}
        yield Section(f"{strategy.title}: {priority.heading}" if many else priority.heading, 1, ())
        yield Section(label("what-do-we-know"), 2, tuple(_known(priority, measures, material.standing)))
        yield Section(label("how-do-we-know"), 2, tuple(_sources(strategy.id, priority, measures, material)))
        mine = [one for one in found if one.item in ids]
        yield Section(label("what-next"), 2, tuple(_next(priority, mine, material.standing.as_at)))
    if unnamed := material.standing.unnamed:
        yield Section(UNNAMED, 1, (Paragraph(of_measures(unnamed)), *_results(unnamed)))


def _known(priority: PriorityStanding, measures: list[MeasureStanding], standing: Standing) -> Iterator[Block]:
    if priority.judgement:
        yield judgement(priority.judgement)
    if priority.tells_actions:
        yield Paragraph(of_actions(tally_actions(priority.actions, priority.actions_left_out)))
    if priority.tells_measures:
        yield Paragraph(of_priority(priority, standing))
    yield from _results(measures)


_UNTOLD = ("context", "withdrawn")
"""Why a measure has no colour that says nothing of how a priority does."""


def _results(measures: Sequence[MeasureStanding]) -> Iterator[Block]:
    told = tuple(_result(one) for one in measures if one.reading and one.rating.why not in _UNTOLD)
    if told:
        yield Points(told)


def _result(one: MeasureStanding) -> str:
    """Tells a measure in a line: reading, target, direction, place beside others."""
    parts = [f"{one.title}: {reading(one)}"]
    parts += [f"target {target_of(one)}"] if one.target is not None else []
    parts += [one.rating.word] if one.rating.colour != "grey" else []
    parts += [dates_in(one.headline.words)] if one.headline.kind != "none" else []
    parts += [beside(one)] if beside(one) else []
    return "; ".join(parts)


def _sources(
    strategy: str, priority: PriorityStanding, measures: list[MeasureStanding], material: Material
) -> Iterator[Block]:
    sources: dict[str, list[str]] = {}
    for one in measures:
        sources.setdefault(material.measures[one.id].source or "no source is named", []).append(one.title)
    if sources:
        yield Paragraph(label("figures"))
        yield Points(tuple(f"{source}: {'; '.join(titles)}" for source, titles in sources.items()))
    said = tuple(line for action in priority.actions for line in _evidence(action))
    if said or priority.tells_actions:
        yield Paragraph(label("owners-can-show") if said else "No owner has named evidence.")
    if said:
        yield Points(said)
    voices = requests_for(material.strategies[strategy], (priority.id,))
    yield Paragraph(label("people-said") if voices else "Nothing that people said is linked to this priority.")
    if voices:
        yield Points(tuple(f"{one.said}{f' ({one.by})' if one.by else ''}" for one in voices))


def _evidence(action: ActionStanding) -> Iterator[str]:
    for update in action.updates:
        if update.evidence:
            yield f"{action.text} ({dated(update.on, undated=update.undated)}): {'; '.join(update.evidence)}"


def _next(priority: PriorityStanding, found: list[AttentionItem], day: date) -> Iterator[Block]:
    coming = tuple(line for action in priority.actions for line in _coming(action, day))
    if coming or priority.tells_actions:
        yield Paragraph(label("dates-to-come") if coming else "No date to come is on record.")
    if coming:
        yield Points(coming)
    if found:
        yield Paragraph(label("to-put-right"))
        yield Points(tuple(f"{one.text}: {dates_in(one.why[0])}. {sentence(correction(one))}" for one in found))


def _coming(action: ActionStanding, day: date) -> Iterator[str]:
    if action.start.due and action.start.kind == "none":  # a start is never called on time
        yield f"{action.text}: {dates_in(action.start.words)}"
    yield from _ahead(action.text, action.due)
    yield from _ahead(f"{action.text}, again", action.interval)
    for milestone in action.milestones:
        yield from _ahead(f"{action.text}, {milestone.text}", milestone.clock)
    if action.forecast and read_when(action.forecast).last >= day:
        yield f"{action.text}: now expected {when(action.forecast)}"


def _ahead(text: str, clock: Clock) -> Iterator[str]:
    if clock.due and clock.kind in ("on-time", "due-soon", "due-today"):
        yield f"{text}: {long_date(clock.due)}"
