"""The letter to the young people whom a strategy is for: what was done, what was not, and what nobody has told us."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest

from strategy_tracker.briefing.account import ComingDate, coming_dates
from strategy_tracker.briefing.material import Material
from strategy_tracker.briefing.news import DAY, YEAR
from strategy_tracker.briefing.record_words import StrategyWords, VoiceWords
from strategy_tracker.judging.standing.of_actions import ActionStanding
from strategy_tracker.judging.standing.of_strategies import StrategyStanding
from strategy_tracker.model.names.joined import sentences
from strategy_tracker.model.names.labels import Label, label
from strategy_tracker.views.dates_and_amounts import by_when, long_date, when
from strategy_tracker.views.document import Block, Paragraph, Points, Section
from strategy_tracker.views.papers.people import Stage, heading, linked_to, stage_of
from strategy_tracker.views.text import sentence

MOST, FEW = 12, 6
"""Things under one head of a letter, and of what only goes on or waits; a longer list is not read."""
_UNSAID = {
    "improving": (label("young-improving"), label("young-improving-over")),
    "striving": (label("young-striving"), label("young-striving-over")),
    "considering": (label("young-considering"), label("young-considering-over")),
}
"""The head of what is not done yet and only said, by its stage, while a plan runs and when it is over."""


def young(material: Material) -> Iterator[Section]:
    """The sections of a letter for each strategy; what has no plain wording is told only where nothing has any."""
    for strategy in material.standing.strategies:
        words = material.strategies[strategy.id]
        opening = tuple(_opening(strategy, words, material))
        yield Section(heading(strategy, material, label("young-dear")), 1, opening)
        if promised := _lines(one.plain or one.text for one in words.pledge if one.is_promise):
            yield Section(label("you-were-promised"), 1, promised)
        actions = [action for action in strategy.actions if not words.plain or action.id in words.plain]
        yield from _told(actions, strategy, words, material)
        closing = _closing(words, material, told=len(actions), of=len(strategy.actions))
        yield Section(label("young-answer"), 1, tuple(closing))


def _opening(strategy: StrategyStanding, words: StrategyWords, material: Material) -> Iterator[Block]:
    day = long_date(material.standing.as_at)
    if len(material.standing.strategies) > 1:
        yield Paragraph(label("young-greeting"))
    yield Paragraph(label("young-opening" if words.voice else "young-opening-unasked", day=day))
    if strategy.phase.ended:
        yield Paragraph(label("young-over"))
    yield from _sum(strategy)
    yield from (Paragraph(sentence(text)) for text in words.vision[:1])
    plain = dict.fromkeys(text for priority in words.priorities.values() for text in priority.plain)
    if plain:
        yield Paragraph(label("young-is-about"))
        yield Points(tuple(map(sentence, plain)))


def _sum(strategy: StrategyStanding) -> Iterator[Block]:
    """How many things of the whole plan are done; nothing where not all of it could be read, or there is one thing."""
    total, done = len(strategy.actions), sum(one.state == "complete" for one in strategy.actions)
    if total > 1 and not any(priority.actions_left_out for priority in strategy.priorities):
        few = "young-sum-one" if done == 1 else "young-sum" if done else "young-sum-none"
        yield Paragraph(label("young-sum-all" if done == total else few, number=f"{done:,}", total=f"{total:,}"))


def _told(
    actions: Sequence[ActionStanding], strategy: StrategyStanding, words: StrategyWords, material: Material
) -> Iterator[Section]:
    """Sections of what is done, wanted and not there yet, not known, going badly, stopped and next, each thing once."""
    next_up = _coming(actions, material) if strategy.phase.runs else []
    dated = {one.text for one in next_up}
    said = {name for one in words.voice for name in one.actions}
    done = [one for one in actions if one.state == "complete"]
    silent = [one for one in actions if one.need and one.need.word == "waiting"]
    badly = [one for one in actions if one not in silent and one.rating.colour in ("red", "amber")]
    halted = [one for one in actions if one.state in ("paused", "stopped", "superseded")]
    told = (*done, *silent, *badly, *halted)
    others = [one for one in actions if one.id not in said and one.text not in dated and one not in told]
    waiting = [one for one in others if one.state == "not-started" or one.rating.word == "not started"]
    working = [one for one in others if one not in waiting and one.state in ("in-progress", None)]
    unsaid = [one for one in working if one.stage in _UNSAID and not one.updates]
    working = [one for one in working if one not in unsaid]
    heads: tuple[tuple[Label, tuple[Block, ...]], ...] = (
        (label("young-done"), _led("young-done-lead", done, strategy, words, MOST)),
        (label("young-asked"), _answers(words.voice, {one.id: one for one in strategy.actions})),
        (label("young-unheard"), _unheard(silent, words)),
        (label("young-badly"), _lines(_late(one, words) for one in badly)),
        (label("young-halted"), _lines(_plainly(one, words) for one in halted)),
        (
            label("young-left" if strategy.phase.ended else "young-working"),
            _led("young-working-lead", working, strategy, words, FEW),
        ),
        (
            label("young-unbegun" if strategy.phase.ended else "young-waiting"),
            _led("young-waiting-lead", waiting, strategy, words, FEW),
        ),
        *(_of_stage(stage, unsaid, words, over=bool(strategy.phase.ended)) for stage in _UNSAID),
        (label("young-next"), _next(next_up, actions, words)),
    )
    yield from (Section(head, 1, blocks) for head, blocks in heads if blocks)
    if not any(blocks for _, blocks in heads):
        yield Section(label("young-nothing-head"), 1, (Paragraph(label("young-nothing")),))


def _of_stage(
    stage: str, actions: Sequence[ActionStanding], words: StrategyWords, *, over: bool
) -> tuple[Label, tuple[Block, ...]]:
    """What the plan says that it wants to reach, will do better, or only thinks about, where nobody has said more."""
    return _UNSAID[stage][over], _lines(_plainly(one, words) for one in actions if one.stage == stage)


def _lines(texts: Iterator[str], more: int = 0) -> tuple[Block, ...]:
    """A list of sentences, cut where nobody would read on; nothing where there is none. There are so many `more`."""
    told = [sentence(text) for text in texts]
    more += max(0, len(told) - MOST)
    lines = [*told[:MOST], *([label("young-more", number=f"{more:,}")] if more else [])]
    return (Points(tuple(lines)),) if lines else ()


def _led(
    lead: str, actions: Sequence[ActionStanding], strategy: StrategyStanding, words: StrategyWords, most: int
) -> tuple[Block, ...]:
    """A list of actions behind the sentence that says what is true of all, from each part of the plan in turn."""
    chosen = _in_turn(actions, strategy, most)
    lines = _lines((_plainly(one, words) for one in chosen), len(actions) - len(chosen))
    return (Paragraph(label(lead)), *lines) if lines else ()


def _in_turn(actions: Sequence[ActionStanding], strategy: StrategyStanding, most: int) -> list[ActionStanding]:
    """Chooses so many actions, one of each priority in turn, in the order of the plan: each part of it is told."""
    rounds = zip_longest(*([one for one in priority.actions if one in actions] for priority in strategy.priorities))
    chosen = [one for each in rounds for one in each if one is not None][:most]
    return [one for one in actions if one in chosen]


def _plainly(action: ActionStanding, words: StrategyWords) -> str:
    """An action in plain words, where there are any, with its latest note where that may be published."""
    text = sentence(words.plain.get(action.id, action.text))
    latest = action.updates[0] if action.updates else None
    return sentences(text, sentence(latest.note)) if latest and latest.public and latest.note else text


def _late(action: ActionStanding, words: StrategyWords) -> str:
    """The same, with the day that was named and is past."""
    text = _plainly(action, words)
    if action.due.run_out and action.due.due:
        return label("young-we-said", what=text, day=when(action.due.date_text))
    return text


def _unheard(actions: Sequence[ActionStanding], words: StrategyWords) -> tuple[Block, ...]:
    told = _lines(_waited(action, words) for action in actions)
    return (Paragraph(label("young-nobody-wrote")), *told, Paragraph(label("young-you-know-more"))) if told else ()


def _waited(action: ActionStanding, words: StrategyWords) -> str:
    need = action.need
    day = "" if need is None else need.text or (need.due.isoformat() if need.due else "")
    text = _plainly(action, words)
    return label("young-we-said", what=text, day=when(day)) if day else text


def _answers(voice: Sequence[VoiceWords], actions: Mapping[str, ActionStanding]) -> tuple[Block, ...]:
    """What people said with what was done about it, and whether that is finished; what has no answer stands last."""
    answered = [one for one in voice if one.did]
    told = _lines(_answer(one, linked_to(one, actions)) for one in answered)
    left = _lines(one.said for one in voice if not one.did)
    return (*told, Paragraph(label("young-no-answer")), *left) if left else told


def _answer(one: VoiceWords, linked: Sequence[ActionStanding]) -> str:
    said = label("young-said", said=sentence(one.said))
    did = label("young-did", did=sentence(one.did or ""))
    stands = _stage(linked)
    return label("young-three", said=said, did=did, stands=stands) if stands else sentences(said, did)


_STAGES: dict[Stage, Label] = {
    "finished": label("young-finished"),
    "passed": label("young-should-have"),
    "planned": label("young-planned"),
    "undated": label("young-no-date"),
}


def _stage(linked: Sequence[ActionStanding]) -> str:
    """Says whether it is finished, by when the rest is to come, or that there is no date; nothing without actions."""
    found = stage_of(linked)
    return label(_STAGES[found.stage].name, day=when(found.when)) if found.stage in _STAGES else ""


def _coming(actions: Sequence[ActionStanding], material: Material) -> list[ComingDate]:
    """The dates from tomorrow to a year ahead of actions that are not done, without those of their steps."""
    day, texts = material.standing.as_at, {one.text for one in actions}
    coming = coming_dates([one for one in actions if one.state != "complete"], day + DAY, day + YEAR)
    return [one for one in coming if one.text in texts]


def _next(coming: Sequence[ComingDate], actions: Sequence[ActionStanding], words: StrategyWords) -> tuple[Block, ...]:
    """What comes next, one line a day."""
    plain = {action.text: words.plain.get(action.id, action.text) for action in actions}
    days: dict[str, list[str]] = {}
    for one in coming:
        days.setdefault(by_when(one.when), []).append(sentence(plain[one.text]))
    return _lines(label("young-by", day=day, what=sentences(*these)) for day, these in days.items())


def _closing(words: StrategyWords, material: Material, *, told: int, of: int) -> Iterator[Block]:
    """Whom to tell, that there is more than a letter holds, and who is to sign it."""
    yield Paragraph(label("young-tell-us"))
    if told < of:
        one = of - told == 1
        yield Paragraph(label("young-not-told-one" if one else "young-not-told", number=f"{of - told:,}"))
    if material.withheld:
        yield Paragraph(label("young-left-out"))
    yield Paragraph(label("young-sign", by=words.about.letter_by) if words.about.letter_by else label("young-unsigned"))
