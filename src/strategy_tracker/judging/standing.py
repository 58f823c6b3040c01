"""The standing of a portfolio on a day: the one computed picture that every output is made from.

Plain, immutable, picklable data; no pydantic objects, so that a thousand strategies stay small, and can be handed from
one process to another. The other modules of this room fill it in; nothing outside the room works out a colour or a
count of its own.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple

from strategy_tracker.diagnostics import Route
from strategy_tracker.model.colour import Colour


class Rating(NamedTuple):
    """A colour, the word printed beside it, and the sentence that explains it.

    `why` is the reason in one word for filters and counts, such as `no-target` or `met`.
    """

    colour: Colour
    word: str
    reason: str
    why: str


def grey(why: str, reason: str, word: str = "not rated") -> Rating:
    """A rating without a colour, which is an answer like any other: it has its reason."""
    return Rating("grey", word, reason, why)


class Clock(NamedTuple):
    """One clock of an action: start date, due date, interval or review.

    `due` is the day it runs out, `days` how many days late it is (0 when it is not), `words` the
    sentence. `kind` is `none` where the clock does not apply, `uncounted` where an interval has no day to count
    from, `missed` of a meeting only.
    """

    kind: Literal[
        "none",
        "uncounted",
        "on-time",
        "due-soon",
        "due-today",
        "passed",
        "missed",
        "fresh",
        "silent",
        "very-silent",
        "closed",
    ]
    due: date | None
    days: int
    words: str

    @property
    def run_out(self) -> bool:
        """Whether this clock has run out."""
        return self.kind in ("passed", "missed", "silent", "very-silent")


NeedWord = Literal["late", "waiting", "silent", "very-silent"]


class Need(NamedTuple):
    """Why an action needs somebody, in one word, the first that fits; `words` say it in sentences.

    `late`: its date has passed, and its owner has spoken since; `waiting`: it has passed, and nothing was said since;
    `silent`: no date has passed, and no update came within its review cadence; `very-silent`: within two. `due` is the
    day that passed, `days` how long ago. `silence` is the word of its silence where a date has passed too.
    """

    word: NeedWord
    due: date | None
    days: int
    words: tuple[str, ...]
    silence: NeedWord | None = None


class UpdateStanding(NamedTuple):
    """An update as it is shown: dates as written."""

    on: str
    state: str | None
    rag: str | None
    note: str | None
    by: str | None
    forecast: str | None
    evidence: tuple[str, ...]
    public: bool
    approved_by: str | None = None
    happened: str | None = None


class Halt(NamedTuple):
    """That an action was paused, stopped or superseded: since when, why, and who agreed, as far as it is on record.

    `said` is the day it was said, where it happened on another.
    """

    state: str
    on: str
    why: str | None
    approved_by: str | None
    said: str | None = None


class MoveStanding(NamedTuple):
    """One change of a due date: from which date to which, and why.

    `on` is None where the file holds another date than the last move led to, and nobody is on record; `why` also where
    a recorded move gives no reason. `since` is then the day it was committed, as far as git knows; empty: not yet.
    """

    on: str | None
    former: str
    to: str
    why: str | None
    approved_by: str | None
    since: str | None = None


class MilestoneStanding(NamedTuple):
    """A milestone with its own due clock, and the moves of its date, oldest first."""

    text: str
    done: str | None
    clock: Clock
    moves: tuple[MoveStanding, ...] = ()


Inherited = Literal["priority", "strategy"]
"""Whose owner answers for what names none of its own."""


class ActionStanding(NamedTuple):
    """Four facts kept apart (state, timing, judgement, forecast) and the colour they give.

    `days_late` is how late the date is that its colour is worked out from: the one most days late, 0 where none is.
    `original_due` is, as the day of `due`, the last one it can mean. `owner_from` says whose owner it is, where it
    names none of its own.
    """

    id: str
    text: str
    kind: str | None
    priority: str
    owner: str | None
    partners: tuple[str, ...]
    measures: tuple[str, ...]
    state: str | None
    rating: Rating
    start: Clock
    due: Clock
    interval: Clock
    review: Clock
    milestones: tuple[MilestoneStanding, ...]
    days_late: int
    original_due: date | None
    slipped: int
    moves: tuple[MoveStanding, ...]
    judgement: str | None
    judgement_is_old: bool
    disagreement: str
    forecast: str | None
    updates: tuple[UpdateStanding, ...]
    note: str | None
    route: Route
    owner_from: Inherited | None = None
    halt: Halt | None = None
    need: Need | None = None

    @property
    def state_words(self) -> str:
        """The state for a reader, and where there is none, why."""
        if self.state:
            return self.state.replace("-", " ")
        return "not said" if self.updates else "never updated"


class BodyStanding(NamedTuple):
    """A body of a strategy: meetings held, the next one, papers due, a missed one.

    Its `role` is to review the strategy, or to work in it: then it misses no review. `to_note` are the ids of actions
    that were paused, stopped or superseded, and that it has not noted yet.
    """

    body: str
    kind: str | None
    every: str | None
    paper_by: str | None
    held: tuple[str, ...]
    clock: Clock
    papers: date | None
    note: str | None
    role: Literal["reviews", "works"] = "reviews"
    to_note: tuple[str, ...] = ()


class JudgementStanding(NamedTuple):
    """A priority lead's account."""

    on: str
    rag: str | None
    note: str
    by: str | None


class PriorityStanding(NamedTuple):
    """A priority with its actions; measures are named by id and stand beside the strategies.

    `owner_from` is "strategy" where its owner is the strategy's. `actions_left_out` and `measures_left_out` count what
    stands there as well and has an error.
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

    @property
    def reviewing(self) -> tuple[BodyStanding, ...]:
        """The bodies that review it, in printed order."""
        return tuple(body for body in self.bodies if body.role == "reviews")

    @property
    def working(self) -> tuple[BodyStanding, ...]:
        """The groups that work in it and do not review it, in printed order."""
        return tuple(body for body in self.bodies if body.role == "works")

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


class Point(NamedTuple):
    """One reading, for charts and tables; `amount` is None where there is no number to draw.

    `anew` is true where counting began again since the reading before it, so that no line joins the two. `restated`
    says what it was before it was revised, and why.
    """

    period: str
    end: date
    amount: Decimal | None
    shown: str
    state: str | None
    note: str | None
    anew: bool = False
    restated: str = ""


class TargetStep(NamedTuple):
    """What counts as the target from a day to another, for a chart; `amber` are values from a lower to a higher.

    On the way to a target it is what was `expected` by then.
    """

    period: str
    start: date
    end: date
    value: Decimal
    amber: tuple[tuple[Decimal, Decimal], ...]
    expected: bool = False


class NextTarget(NamedTuple):
    """A target that is not due yet; `words` say how far it is from the latest reading, and where its line began."""

    period: str
    value: Decimal
    words: str


class RuleStepStanding(NamedTuple):
    """One change of a target or a tolerance: which, what it was and became as it is printed, and why.

    `on` is None where the file holds another value than the last change led to, and nobody is on record; `why` is None
    there, too, and where a recorded change gives no reason.
    """

    on: str | None
    what: str
    former: str
    to: str
    why: str | None
    approved_by: str | None


class Arrow(NamedTuple):
    """Direction of travel: better, worse or the same; up, down or level where neither is good."""

    kind: Literal["better", "worse", "same", "up", "down", "level", "none"]
    words: str


class Comparison(NamedTuple):
    """Position against a benchmark: above, level or below. It is no colour."""

    name: str
    kind: Literal["above", "level", "below", "none"]
    words: str


class WithdrawalStanding(NamedTuple):
    """That a measure was withdrawn: since when, why, and who agreed, as far as it is on record."""

    on: str
    why: str | None
    approved_by: str | None


class MeasureStanding(NamedTuple):
    """One measure at a date. Amounts are exact, in the measure's unit; `gap` is above 0 on the good side.

    `gap` and `boundary` have six places at most, unless that hid on which side of them the reading is. One that
    `counts_up` begins again at 0 with each year.
    """

    id: str
    title: str
    unit: str
    better: str | None
    owner: str | None
    reading: Point | None
    target: Decimal | None
    target_period: str | None
    boundary: Decimal | None
    gap: Decimal | None
    rating: Rating
    short: Arrow
    long: Arrow
    trend: Arrow
    comparisons: tuple[Comparison, ...]
    late: Clock
    points: tuple[Point, ...]
    notes: tuple[str, ...]
    file: str
    route: Route
    counts_up: bool = False
    currency: str | None = None
    targets: tuple[TargetStep, ...] = ()
    next_target: NextTarget | None = None
    changed: tuple[RuleStepStanding, ...] = ()
    withdrawn: WithdrawalStanding | None = None

    @property
    def shown_in(self) -> str:
        """The unit that figures are printed with: of money its currency."""
        return "GBP" if self.unit == "pounds" else self.currency or self.unit

    @property
    def headline(self) -> Arrow:
        """The arrow that counts of better and worse are made of: since the period before.

        Of a measure that counts up over its year it is the one since the same point last year, unless values are
        declared for the way there.
        """
        return self.long if self.counts_up and self.short.kind == "none" else self.short


UNNAMED = "Not named by any priority"
"""The heading of measures that no priority names."""


class Standing(NamedTuple):
    """The whole portfolio at a date; `known` says from which earlier moment's files, if not today's.

    `unread` are the files in which something could not be read, or has an error, and is left out; `left_out` counts
    what that is, in files of which the rest is told. `moves_not_known` says why git cannot tell which dates were typed
    over; it is empty where it can, and where it was not asked.
    """

    as_at: date
    organisation: str | None
    strategies: tuple[StrategyStanding, ...]
    measures: dict[str, MeasureStanding]
    known: str = ""
    unread: tuple[str, ...] = ()
    left_out: Mapping[str, int] = {}
    moves_not_known: str = ""

    def measures_left_out(self, priorities: Iterable[PriorityStanding]) -> int:
        """Count the measures of some priorities that have an error, or may: no file that can be read has them."""
        priorities = list(priorities)
        names = {name for one in priorities for name in one.every_measure} if self.unread else set()
        return sum(one.measures_left_out for one in priorities) + len(names - self.measures.keys())

    @property
    def unnamed(self) -> tuple[MeasureStanding, ...]:
        """The measures that no priority names, as far as they may be shown: they stand under a heading of their own.

        None where a strategy could not be read whole: what it names is not known.
        """
        if any(name.startswith("strategies/") for name in self.unread):
            return ()
        named = {name for strategy in self.strategies for name in strategy.measures}
        return tuple(
            one for name, one in self.measures.items() if name not in named and one.rating.why != "not-published"
        )

    @property
    def withdrawn(self) -> tuple[MeasureStanding, ...]:
        """The measures that were withdrawn, each once."""
        return tuple(one for one in self.measures.values() if one.withdrawn)

    def named(self, ids: Iterable[str]) -> list[MeasureStanding]:
        """The measures of these ids, as far as they are on record."""
        return [self.measures[name] for name in ids if name in self.measures]
