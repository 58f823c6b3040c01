"""What people asked for, and what was done about it."""

from collections.abc import Iterator, Mapping, Sequence

from strategy_tracker.briefing.material import Material
from strategy_tracker.briefing.record_words import StrategyWords, VoiceWords
from strategy_tracker.judging.standing.of_actions import ActionStanding
from strategy_tracker.judging.standing.of_strategies import StrategyStanding
from strategy_tracker.model.names.labels import label
from strategy_tracker.views.dates_and_amounts import when
from strategy_tracker.views.document import Paragraph, Section
from strategy_tracker.views.sheet import MARKS, Cell, Table, cell, columns

NOTHING = "nothing is recorded yet"


def heading(strategy: StrategyStanding, material: Material, alone: str) -> str:
    """The title of a strategy where there are several; the cover has it where there is one."""
    return strategy.title if len(material.standing.strategies) > 1 else alone


def you_said(material: Material) -> Iterator[Section]:
    """Sections of what people said, what was done, and how the actions that answer it stand."""
    for strategy in material.standing.strategies:
        title = heading(strategy, material, label("asked-for"))
        voice = material.strategies[strategy.id].voice
        if not voice:
            yield Section(title, 1, (Paragraph("No request is on record."),))
            continue
        actions = {action.id: action for action in strategy.actions}
        heads = columns("you-said", "who-said-it", "we-did", "how-it-stands")
        rows = tuple(_request(one, actions) for one in voice)
        yield Section(title, 1, (Table(label("you-said-we-did"), heads, rows),))


def _request(one: VoiceWords, actions: Mapping[str, ActionStanding]) -> tuple[Cell, ...]:
    who = ", ".join(part for part in (one.by, when(one.on) if one.on else "") if part)
    answers = [actions[name] for name in one.actions if name in actions]
    stands = "; ".join(f"{MARKS[each.rating.colour]} {each.rating.word}: {each.text}" for each in answers)
    return (cell(one.said), cell(who), cell(one.did or NOTHING), cell(stands or "no action is linked to it"))


def requests_for(words: StrategyWords, priorities: Sequence[str]) -> list[VoiceWords]:
    """The requests of people that one of these priorities answers."""
    return [one for one in words.voice if any(name in priorities for name in one.priorities)]
