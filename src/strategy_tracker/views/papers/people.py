"""What people asked for, and what was done about it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from strategy_tracker.briefing.material import Material
from strategy_tracker.briefing.record_words import StrategyWords, VoiceWords
from strategy_tracker.judging.standing.of_actions import ActionStanding
from strategy_tracker.judging.standing.of_strategies import StrategyStanding
from strategy_tracker.model.colour import WORST_FIRST, Colour
from strategy_tracker.model.names.joined import commas, sentences
from strategy_tracker.model.names.labels import Label, label, phrase
from strategy_tracker.views.dates_and_amounts import when
from strategy_tracker.views.document import Block, Paragraph, Section
from strategy_tracker.views.sheet import MARKS, Cell, Table, cell, columns, without_empty

Stage = Literal["unlinked", "finished", "passed", "planned", "undated"]


class AnswerStage(NamedTuple):
    """How far an answer to people is: whether actions answer it, all are complete, or a date passed or is to come."""

    stage: Stage
    when: str = ""


def heading(strategy: StrategyStanding, material: Material, alone: str) -> str:
    """The title of a strategy where there are several; the cover has it where there is one."""
    return strategy.title if len(material.standing.strategies) > 1 else alone


def you_said(material: Material) -> Iterator[Section]:
    """Sections of what people said, what was done, and how far that is."""
    for strategy in material.standing.strategies:
        told = told_of_voice(material, [strategy], "you-said", label("you-said-we-did"))
        blocks = tuple(told) or (Paragraph(label("nothing-said")),)
        yield Section(heading(strategy, material, label("asked-for")), 1, blocks)


def told_of_voice(material: Material, strategies: Sequence[StrategyStanding], said: str, title: str) -> Iterator[Block]:
    """A table of what people said and what was done, and how much of it has an answer; nothing where nobody spoke."""
    rows, answered, finished, are_linked = [], 0, 0, False
    for strategy in strategies:
        actions = {action.id: action for action in strategy.actions}
        for one in material.strategies[strategy.id].voice:
            linked = linked_to(one, actions)
            rows.append(_row(one, linked))
            answered += one.did is not None
            are_linked = are_linked or bool(linked)
            finished += stage_of(linked).stage == "finished"
    if rows:
        heads = columns(said, "who-said-it", "we-did", "how-it-stands")
        yield without_empty(Table(title, heads, tuple(rows)), keep=1)
        done = _counted("finished", finished, len(rows)) if are_linked else label("nothing-linked")
        yield Paragraph(sentences(_counted("answered", answered, len(rows)), *([done] if answered else [])))


def linked_to(one: VoiceWords, actions: Mapping[str, ActionStanding]) -> list[ActionStanding]:
    """The actions that answer what somebody said."""
    return [actions[name] for name in one.actions if name in actions]


def stage_of(linked: Sequence[ActionStanding]) -> AnswerStage:
    """How far the actions are that answer somebody, and the date that says so."""
    if not linked:
        return AnswerStage("unlinked")
    if all(action.state == "complete" for action in linked):
        return AnswerStage("finished")
    passed = [one.need for one in linked if one.need and one.need.word == "waiting"]
    if passed:
        return AnswerStage("passed", passed[0].text or str(passed[0].due or ""))
    clocks = (clock for one in linked if one.state != "complete" for clock in (one.due, one.interval))
    coming = [clock for clock in clocks if clock.due and not clock.run_out and clock.kind != "closed"]
    if coming:
        return AnswerStage("planned", min(coming, key=lambda clock: str(clock.due)).date_text)
    return AnswerStage("undated")


def _row(one: VoiceWords, linked: Sequence[ActionStanding]) -> tuple[Cell, ...]:
    who = commas([part for part in (one.by, when(one.on) if one.on else "") if part])
    return (cell(one.said), cell(who), cell(one.did), _stands(linked))


def _stands(linked: Sequence[ActionStanding]) -> Cell:
    """How far an answer is, with the mark of the worst of its actions."""
    found = stage_of(linked)
    if found.stage == "unlinked":
        return cell(None)
    colours = {one.rating.colour for one in linked}
    colour: Colour = next((one for one in WORST_FIRST if one in colours and one != "grey"), "grey")
    words = phrase(f"answer-{found.stage}", when=when(found.when))
    return Cell(phrase("with-mark", mark=MARKS[colour], words=words), colour)


_ALONE: dict[str, tuple[Label, Label]] = {
    "answered": (label("answered-only-none"), label("answered-only")),
    "finished": (label("finished-only-none"), label("finished-only")),
}
"""Of the only thing that was said: that it has no answer, and that it has one; then the same of its end."""
_COUNTS: dict[str, tuple[Label, Label, Label, Label]] = {
    "answered": (label("answered-none"), label("answered-one"), label("answered-some"), label("answered-all")),
    "finished": (label("finished-none"), label("finished-one"), label("finished-some"), label("finished-all")),
}


def _counted(what: str, number: int, total: int) -> str:
    """Says how many of all that was said have an answer, or an answer that is finished."""
    if total == 1:
        return _ALONE[what][number]
    size = 3 if number == total else min(number, 2)
    return label(_COUNTS[what][size].name, number=f"{number:,}", total=f"{total:,}")


def quoted(one: VoiceWords) -> str:
    """What somebody said, and who it was."""
    return phrase("thing-of", what=one.said, of=one.by) if one.by else one.said


def requests_for(words: StrategyWords, priorities: Sequence[str]) -> list[VoiceWords]:
    """The requests of people that one of these priorities answers."""
    return [one for one in words.voice if any(name in priorities for name in one.priorities)]
