"""Of and for people: what they asked and what was done, and what others did for theirs."""

from collections.abc import Iterator, Mapping, Sequence

from strategy_tracker.briefing.material import Material, each_priority
from strategy_tracker.briefing.record_words import StrategyWords, VoiceWords
from strategy_tracker.judging.standing.of_actions import ActionStanding
from strategy_tracker.judging.standing.of_strategies import StrategyStanding
from strategy_tracker.model.names.labels import label
from strategy_tracker.model.practice import Example
from strategy_tracker.views.dates_and_amounts import when
from strategy_tracker.views.document import Block, Paragraph, Points, Section
from strategy_tracker.views.sheet import MARKS, Cell, Table, cell, columns
from strategy_tracker.views.text import sentence

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


def practice(material: Material) -> Iterator[Section]:
    """Sections of practice examples, each once under the first priority it serves; then the themes with theirs."""
    told: set[str] = set()
    many = len(material.standing.strategies) > 1
    for strategy, priority in each_priority(material.standing):
        found = [one for one in material.examples if f"{strategy.id}/{priority.id}" in one.priorities]
        if found:
            yield Section(f"{strategy.title}: {priority.title}" if many else priority.title, 1, _seen(found, told))
            yield from (_example(one) for one in found if one.id not in told)
            told |= {one.id for one in found}
    if not told:
        yield Section(label("practice-examples"), 1, (Paragraph("No practice example is linked to a priority."),))
    else:
        yield _themes([one for one in material.examples if one.id in told])


def _seen(found: list[Example], told: set[str]) -> tuple[Block, ...]:
    again = tuple(one.title for one in found if one.id in told)
    return (Paragraph(label("also-told-above")), Points(again)) if again else ()


def _example(one: Example) -> Section:
    who = ", ".join((*((one.authority,) if one.authority else ()), *one.partners))
    blocks: list[Block] = [Paragraph(f"{who}.")] if who else []
    blocks.append(Paragraph(sentence(one.summary)))
    blocks += [Paragraph(label("what-came-of-it")), Points(one.impact)] if one.impact else []
    blocks += [Paragraph(label("would-tell-others")), Points(one.lessons)] if one.lessons else []
    checked = f"last checked {when(one.checked.text)}" if one.checked else "nobody has recorded a check"
    blocks.append(Paragraph(sentence("; ".join(part for part in (one.source, checked) if part))))
    return Section(one.title, 2, tuple(blocks))


def _themes(examples: list[Example]) -> Section:
    themes: dict[str, list[str]] = {}
    for one in examples:
        for theme in one.themes:
            themes.setdefault(theme, []).append(one.title)
    rows = tuple((cell(theme), cell("; ".join(titles))) for theme, titles in sorted(themes.items()))
    block = Table(label("by-theme"), columns("theme", "examples"), rows) if rows else Paragraph("No theme is named.")
    return Section(label("by-theme"), 1, (block,))
