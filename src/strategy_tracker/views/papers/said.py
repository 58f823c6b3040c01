"""Sentences of a paper from the catalogue: joined so that a body's own wording still finds each of them."""

from collections.abc import Sequence
from functools import reduce

from strategy_tracker.briefing.position import listed
from strategy_tracker.briefing.requests import RequestedThing
from strategy_tracker.model.names.labels import label, phrase
from strategy_tracker.views.dates_and_amounts import when

FEW = 6
"""Things that a sentence names; the others are counted."""


def together(*sentences: str) -> str:
    """One text of several sentences, each of which keeps its name in the catalogue."""
    told = [one for one in sentences if one]
    return reduce(lambda first, second: label("two-sentences", first=first, second=second), told) if told else ""


def semicolons(told: Sequence[str]) -> str:
    """Put texts after each other, with a semicolon between; empty where there is none."""
    return reduce(lambda first, second: phrase("two-parts", first=first, second=second), told) if told else ""


def commas(told: Sequence[str]) -> str:
    """Put short texts after each other, with a comma between; empty where there is none."""
    return reduce(lambda first, second: phrase("two-words", first=first, second=second), told) if told else ""


def parts(counts: Sequence[tuple[int, str]]) -> str:
    """Write `4 green, 1 amber and 1 red`; what nobody has is left out."""
    told = [f"{number:,} {word}" for number, word in counts if number]
    return listed(told) if told else ""


def things(found: Sequence[RequestedThing], most: int = FEW) -> str:
    """Name things one after the other, each with its date or what it was and is; beyond a few they are counted."""
    told = "; ".join(map(_thing, found[:most]))
    return label("and-more", number=f"{len(found) - most:,}", things=told) if len(found) > most else told


def _thing(one: RequestedThing) -> str:
    was, now = (when(one.was), when(one.now)) if one.of_dates else (one.was, one.now)
    if was and now:
        return label("thing-changed", was=was, now=now, what=one.text)
    return label("thing-dated", when=was, what=one.text) if was else one.text
