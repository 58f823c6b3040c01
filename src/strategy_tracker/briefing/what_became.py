"""Finds what became of what a body asked for at its last meeting on record, and before, and what others asked for."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from strategy_tracker.judging.standing.of_portfolio import Standing
from strategy_tracker.judging.standing.of_resolutions import ResolutionStanding, ResolutionState
from strategy_tracker.judging.standing.of_strategies import BodyStanding, StrategyStanding
from strategy_tracker.model.values import read_when

TOLD: tuple[ResolutionState, ...] = ("done", "late", "no-owner", "open")
"""How far a thing that was asked for can be, in the order it is told."""


class AskedFor(NamedTuple):
    """One thing that was asked for, by which body, and of which strategy."""

    strategy: StrategyStanding
    body: BodyStanding
    resolution: ResolutionStanding


class WhatBecame(NamedTuple):
    """What became of what a body asked for: when it met last, how far each thing is, and what is still open before.

    `counts` are of the last meeting that asked for anything, `unanswered` counts what that body was asked and did not
    answer. `listed` are all these and what is open of bodies that ask from outside, most late first.
    """

    meeting: str
    counts: Mapping[ResolutionState, int]
    before: int
    unanswered: int
    listed: tuple[AskedFor, ...]

    @property
    def total(self) -> int:
        """How many things were asked for at the last meeting."""
        return sum(self.counts.values())


def what_became(standing: Standing, body: str) -> WhatBecame | None:
    """Find what became of what a body asked for before the day of the standing; None where nothing is on record."""
    every = [one for one in _asked(standing) if one.resolution.meeting != standing.as_at.isoformat()]
    own = [one for one in every if one.body.body == body and not one.resolution.recommended]
    wanted = [one for one in own if one.resolution.asked_for and one.resolution.state in TOLD]
    last = max((one.resolution.meeting for one in wanted), key=_day, default="")
    now = [one for one in wanted if one.resolution.meeting == last]
    before = [one for one in wanted if one.resolution.meeting != last and one.resolution.is_open]
    unanswered = [one for one in own if one.resolution.state == "unanswered"]
    outside = [one for one in every if one.resolution.recommended and one.resolution.is_open]
    listed = sorted((*now, *before, *outside), key=lambda one: (-one.resolution.days, not one.resolution.is_open))
    if not (listed or unanswered):
        return None
    counts = Counter(one.resolution.state for one in now)
    return WhatBecame(last, counts, len(before), len(unanswered), tuple(listed))


def _asked(standing: Standing) -> Iterator[AskedFor]:
    for strategy in standing.strategies:
        for body in strategy.bodies:
            yield from (AskedFor(strategy, body, one) for one in body.resolutions)


def _day(held: str) -> tuple[str, str]:
    when = read_when(held)
    return when.last.isoformat(), when.first.isoformat()
