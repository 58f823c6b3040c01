"""Sentences of a paper from the catalogue: joined so that a body's own wording still finds each of them."""

from collections.abc import Sequence

from strategy_tracker.briefing.material import Material
from strategy_tracker.briefing.requests import RequestedThing
from strategy_tracker.judging.standing.of_strategies import PriorityStanding, StrategyStanding
from strategy_tracker.model.names.joined import listed, semicolons
from strategy_tracker.model.names.labels import Label, Word, label, phrase
from strategy_tracker.views.dates_and_amounts import dates_in, when

FEW = 6
"""Things that a sentence names; the others are counted."""


def parts(counts: Sequence[tuple[int, str]]) -> str:
    """Write `4 green, 1 amber and 1 red`; what nobody has is left out."""
    told = [phrase("count-of", number=f"{number:,}", what=word) for number, word in counts if number]
    return listed(told) if told else ""


def things(found: Sequence[RequestedThing], most: int = FEW) -> str:
    """Name things one after the other, each with its date or what it was and is; beyond a few they are counted."""
    told = semicolons(list(map(_thing, found[:most])))
    return label("and-more", number=f"{len(found) - most:,}", things=told) if len(found) > most else told


def _thing(one: RequestedThing) -> str:
    was, now = (when(one.was), when(one.now)) if one.of_dates else (one.was, one.now)
    if was and now:
        return label("thing-changed", was=was, now=now, what=one.text)
    return label("thing-dated", when=was, what=one.text) if was else one.text


def priority_title(strategy: StrategyStanding, priority: PriorityStanding, material: Material) -> str:
    """The heading of a priority, with its strategy where a report is of several."""
    if len(material.standing.strategies) == 1:
        return priority.heading
    return phrase("of-strategy", strategy=strategy.title, what=priority.heading)


def lacking_words(lacking: str) -> str:
    """Say why nothing can be compared, without what to type and without commits: a committee has neither."""
    while isinstance(lacking, Label) and lacking.name in _WITH_MORE:
        lacking = lacking.values["first"]
    return dates_in(lacking)


_WITH_MORE: tuple[Word, ...] = ("two-parts", "and-the-first-commit")
