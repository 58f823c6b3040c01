"""Names the rules that a report makes use of, so that its glossary explains those and no others."""

from collections.abc import Iterator

from strategy_tracker.briefing.material import Material
from strategy_tracker.judging.standing.of_actions import ActionStanding
from strategy_tracker.judging.standing.of_measures import MeasureStanding


def terms_used(material: Material) -> frozenset[str]:
    """Name every rule that gave a colour, a word, an arrow or a place in this standing."""
    standing = material.standing
    actions = [action for strategy in standing.strategies for action in strategy.actions]
    return frozenset(
        (
            *(term for action in actions for term in _of_action(action)),
            *(term for measure in standing.measures.values() for term in _of_measure(measure, material)),
        )
    )


def _of_action(action: ActionStanding) -> Iterator[str]:
    yield f"action:{action.rating.why}"
    if action.need:
        yield f"need:{action.need.word}"
    if any(clock.kind == "due-soon" for clock in (action.due, action.interval, *(m.clock for m in action.milestones))):
        yield "clock:due-soon"
    if action.slipped:
        yield "clock:slipped"
    if action.disagreement:
        yield "action:disagreement"
    if action.judgement_is_old:
        yield "action:old-judgement"


def _of_measure(measure: MeasureStanding, material: Material) -> Iterator[str]:
    yield "measure:rated"
    if measure.rating.colour == "grey":
        yield f"grey:{measure.rating.why}"
    elif measure.rating.why != "judged":
        yield f"family:{material.measures[measure.id].family}"
    if measure.rating.why in ("exceeded", "judged"):
        yield f"measure:{measure.rating.why}"
    if measure.disagreement:
        yield "measure:disagreement"
    for name, arrow in (("short", measure.short), ("long", measure.long), ("trend", measure.trend)):
        if arrow.kind != "none":
            yield f"arrow:{name}"
    if any(one.kind != "none" for one in measure.comparisons):
        yield "position"
    if measure.ranks:
        yield "place"
    yield from _of_outlook(measure)
    if measure.late.run_out:
        yield "late-reading"


def _of_outlook(measure: MeasureStanding) -> Iterator[str]:
    if measure.forecasts:
        yield "forecast"
    if measure.pace and measure.pace.ends is not None:
        yield "pace"
    if measure.variation:
        yield "variation"
