"""What is known of a strategy, its priorities and its bodies on a day."""

from datetime import date
from typing import Literal, NamedTuple

from strategy_tracker.diagnostics import Route
from strategy_tracker.judging.standing.of_actions import ActionStanding, Inherited
from strategy_tracker.judging.standing.of_resolutions import ResolutionStanding
from strategy_tracker.judging.standing.of_rounds import RoundStanding
from strategy_tracker.judging.standing.rating import Clock
from strategy_tracker.model.plain.headline_rule import HeadlineRule
from strategy_tracker.model.plan import Plan

ROOM = 31
"""Letters of a heading that a table on a screen has room for."""


class BodyStanding(NamedTuple):
    """A body of a strategy: meetings held, the next one, papers due, a missed one.

    Its `role` is to review the strategy; one that works in it, or judges its pledge, misses no review. `to_note` are
    the ids of actions that were paused, stopped or superseded, and that it has not noted yet. `round` is the one that
    is open, or was last; `asks` the day on which the next one opens. A name that is `plural` needs another verb.
    `resolutions` are what it was asked and resolved.
    """

    body: str
    kind: str | None
    every: str | None
    paper_by: str | None
    held: tuple[str, ...]
    clock: Clock
    papers: date | None
    note: str | None
    role: Literal["reviews", "works", "judges", "asks"] = "reviews"
    to_note: tuple[str, ...] = ()
    round: RoundStanding | None = None
    asks: date | None = None
    plural: bool = False
    resolutions: tuple[ResolutionStanding, ...] = ()


class JudgementStanding(NamedTuple):
    """A priority lead's account."""

    on: str
    rag: str | None
    note: str
    by: str | None


class HeadlineDeclared(NamedTuple):
    """The named rule of a body for the headline of each priority."""

    name: str
    rule: HeadlineRule


class PriorityStanding(NamedTuple):
    """A priority with its actions; measures are named by id and stand beside the strategies.

    `owner_from` is "strategy" where its owner is the strategy's. `actions_left_out` and `measures_left_out` count what
    stands there as well and has an error. It stands `under` the priority of that id, or `over` others; `level` is what
    one of its depth is called, where the settings say so. Titles of measures may go on from its `stem`.
    """

    id: str
    title: str
    group: str | None
    owner: str | None
    judgement: JudgementStanding | None
    aspirations: tuple[str, ...]
    measures: tuple[str, ...]
    actions: tuple[ActionStanding, ...]
    route: Route
    owner_from: Inherited | None = None
    actions_left_out: int = 0
    measures_left_out: int = 0
    owners: tuple[str, ...] = ()
    plan: Plan | None = None
    headline: HeadlineDeclared | None = None
    under: str | None = None
    over: bool = False
    level: str | None = None
    short_title: str | None = None
    stem: str | None = None

    @property
    def brief(self) -> str:
        """Its heading where there is little room: the short title, if it has one and the heading is long."""
        return self.short_title or self.heading if len(self.heading) > ROOM else self.heading

    @property
    def heading(self) -> str:
        """Its title, with what a priority of its level is called: `Objective: Homes are warm`."""
        return f"{self.level[:1].upper()}{self.level[1:]}: {self.title}" if self.level else self.title

    @property
    def tells_actions(self) -> bool:
        """Whether its actions are told, and missed where there are none: not where others under it have them."""
        return (self.plan != "measures" and not self.over) or bool(self.actions or self.actions_left_out)

    @property
    def tells_measures(self) -> bool:
        """Whether its measures are told, and missed where there are none: not where others under it have them."""
        return (self.plan != "actions" and not self.over) or bool(self.every_measure or self.measures_left_out)

    @property
    def every_measure(self) -> tuple[str, ...]:
        """Ids of the measures that it and its actions name, each once, in printed order."""
        return tuple(dict.fromkeys((*self.measures, *(name for one in self.actions for name in one.measures))))


class Phase(NamedTuple):
    """Where a strategy is in its life; `words` says it in a sentence, `ended` is the day on which it was over."""

    kind: Literal["running", "not-begun", "ended", "superseded", "undated"]
    words: str
    ended: date | None = None

    @property
    def runs(self) -> bool:
        """Whether it is under way: begun, as far as anybody said, and not over."""
        return self.kind in ("running", "undated")


class StrategyStanding(NamedTuple):
    """One strategy at a date; `left_out` counts what its file holds as well and has an error."""

    id: str
    title: str
    organisation: str | None
    owner: str | None
    phase: Phase
    priorities: tuple[PriorityStanding, ...]
    bodies: tuple[BodyStanding, ...]
    gaps: tuple[str, ...]
    file: str
    left_out: int = 0
    owners: tuple[str, ...] = ()
    starts: date | None = None
    plan: Plan | None = None

    @property
    def tells_actions(self) -> bool:
        """Whether its actions are told: not where it is known by measures alone, and has none."""
        return self.plan != "measures" or any(one.tells_actions for one in self.priorities)

    def with_those_under(self, priority: PriorityStanding) -> tuple[PriorityStanding, ...]:
        """Give a priority and all that stand under it, in printed order."""
        found = {priority.id}
        for one in self.priorities:  # each stands after the one it is under
            if one.under in found:
                found.add(one.id)
        return tuple(one for one in self.priorities if one.id in found)

    @property
    def tells_measures(self) -> bool:
        """Whether its measures are told: not where it is known by actions alone, and names none."""
        return self.plan != "actions" or any(one.tells_measures for one in self.priorities)

    @property
    def reviewing(self) -> tuple[BodyStanding, ...]:
        """The bodies that review it, in printed order."""
        return tuple(body for body in self.bodies if body.role == "reviews")

    @property
    def asking(self) -> tuple[BodyStanding, ...]:
        """Those who ask things of it from outside, such as inspectors, in printed order."""
        return tuple(body for body in self.bodies if body.role == "asks")

    @property
    def working(self) -> tuple[BodyStanding, ...]:
        """The groups that work in it and do not review it, in printed order."""
        return tuple(body for body in self.bodies if body.role == "works")

    @property
    def judging(self) -> tuple[BodyStanding, ...]:
        """The bodies that judge how its pledge is kept, in printed order."""
        return tuple(body for body in self.bodies if body.role == "judges")

    def to_be_noted_by(self, action: str) -> tuple[str, ...]:
        """Names of the bodies that have yet to note that an action was paused, stopped or superseded."""
        return tuple(body.body for body in self.bodies if action in body.to_note)

    @property
    def actions(self) -> tuple[ActionStanding, ...]:
        """Every action, in printed order."""
        return tuple(action for priority in self.priorities for action in priority.actions)

    @property
    def measures(self) -> tuple[str, ...]:
        """Ids of every measure it names, each once, in printed order."""
        return tuple(dict.fromkeys(name for one in self.priorities for name in one.every_measure))
