"""The report for young people: in plain words and large print, what was promised and what happened."""

from collections.abc import Iterator

from strategy_tracker.briefing.material import Material
from strategy_tracker.briefing.record_words import StrategyWords
from strategy_tracker.judging.standing.of_actions import ActionStanding
from strategy_tracker.judging.standing.of_strategies import PriorityStanding, StrategyStanding
from strategy_tracker.model.colour import Colour
from strategy_tracker.model.names.labels import label
from strategy_tracker.views.dates_and_amounts import long_date
from strategy_tracker.views.document import Block, Paragraph, Points, Section
from strategy_tracker.views.papers.people import heading
from strategy_tracker.views.text import sentence

_HEADS: dict[str, Colour | None] = {
    "done": "blue",
    "well": "green",
    "harder": "amber",
    "badly": "red",
    "slow": "amber",
    "late": "red",
    "unheard": None,
    "quiet": None,
    "working": "grey",
    "waiting": "grey",
    "halted": "grey",
    "left": "grey",
    "unbegun": "grey",
    "unsaid": "grey",
    "unknown": "grey",
}
"""How something is going, in the order it is told, with the colour of the standing; the catalogue has the words.

Of silence no colour is told: nobody said that it is not going well.
"""

_BY_COLOUR: dict[Colour, str] = {"blue": "done", "green": "well", "amber": "harder", "red": "badly"}
_LATE: dict[Colour, str] = {"amber": "slow", "red": "late"}
_BY_STATE = {
    "not-started": "waiting",
    "in-progress": "working",
    "paused": "halted",
    "stopped": "halted",
    "superseded": "halted",
}


_OVER = {"working": "left", "waiting": "unbegun"}
"""How the same is told where the plan is over."""


def young(material: Material) -> Iterator[Section]:
    """Sections on what the strategy is for, what was promised, and for each priority what has happened."""
    for strategy in material.standing.strategies:
        words = material.strategies[strategy.id]
        yield Section(heading(strategy, material, label("what-this-is")), 1, tuple(_opening(strategy, words, material)))
        promises = [one.plain or one.text for one in words.pledge if one.is_promise]
        if promises:
            yield Section(label("you-were-promised"), 1, (Points(tuple(map(sentence, promises))),))
        yield Section(label("what-has-happened"), 1, ())
        for priority in strategy.priorities:
            yield Section(priority.title, 2, tuple(_priority(priority, words, over=strategy.phase.ended is not None)))
        answered = [one for one in words.voice if one.did]
        if answered:
            told = tuple(
                f"{sentence('You said: ' + one.said)} {sentence('We did: ' + (one.did or ''))}" for one in answered
            )
            yield Section(label("you-told-us"), 1, (Points(told),))
        if signer := words.about.letter_by:
            yield Section(label("signature"), 1, (Paragraph(label("to-read-and-sign", post=signer)),))


def _opening(strategy: StrategyStanding, words: StrategyWords, material: Material) -> Iterator[Block]:
    day = long_date(material.standing.as_at)
    yield Paragraph(f"This says what was promised to you and what has happened. It was true on {day}.")
    if strategy.phase.ended:
        yield Paragraph("This plan is over. Here is what we know of it.")
    yield from (Paragraph(sentence(text)) for text in words.vision[:1])


def _priority(priority: PriorityStanding, words: StrategyWords, *, over: bool) -> Iterator[Block]:
    yield from (Paragraph(sentence(text)) for text in words.priorities[priority.id].plain)
    groups: dict[str, list[ActionStanding]] = {}
    for action in priority.actions:
        group = _group(action)
        groups.setdefault(_OVER.get(group, group) if over else group, []).append(action)
    for name, colour in _HEADS.items():
        if name in groups:
            yield Paragraph(label(f"young-{name}"), colour)
            yield Points(tuple(_told(action, words) for action in groups[name]))
    if not priority.actions and priority.tells_actions:
        yield Paragraph("Nothing has been written down that we will do.")


def _group(action: ActionStanding) -> str:
    """The head that an action is told under: by what was said of it and its colour; without one, by its state."""
    if action.rating.word == "not started":
        return "waiting"
    word = action.need.word if action.need else None
    if word == "waiting":
        return "unheard"
    if word == "late" and action.rating.colour in _LATE:
        return _LATE[action.rating.colour]
    if action.rating.why == "no-word" or (word and action.rating.colour in ("red", "amber", "green")):
        return "quiet"
    return _BY_COLOUR.get(action.rating.colour) or _BY_STATE.get(
        action.state or "", "unsaid" if action.updates else "unknown"
    )


def _told(action: ActionStanding, words: StrategyWords) -> str:
    """Tells an action in plain words, where there are any, with the owner's note where it may be published."""
    text = sentence(words.plain.get(action.id, action.text))
    if action.due.run_out and action.due.due:
        text += f" We said {long_date(action.due.due)}."
    latest = action.updates[0] if action.updates else None
    return f"{text} {sentence(latest.note)}" if latest and latest.public and latest.note else text
