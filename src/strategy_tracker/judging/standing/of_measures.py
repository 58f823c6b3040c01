"""What is known of a measure on a day; amounts are exact, in its own unit."""

from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple

from strategy_tracker.diagnostics import Route
from strategy_tracker.judging.standing.of_outlook import ForecastStanding, PaceStanding, VariationStanding
from strategy_tracker.judging.standing.rating import Clock, Rating
from strategy_tracker.model.names.labels import Label, phrase
from strategy_tracker.model.plain.action_words import Rag
from strategy_tracker.model.plain.unit_name import ShownUnit, UnitName

ROOM = 40
"""Letters of a title that a table on a screen has room for."""


class Point(NamedTuple):
    """One reading, for charts and tables; `amount` is None where there is no number to draw.

    `anew` is true where counting began again since the reading before it, so that no line joins the two. `restated`
    says what it was before it was revised, and why. Of one that is `undated` the period is that of its source. `more`
    is None where the record holds no more of it.
    """

    period: str
    end: date
    amount: Decimal | None
    shown: str
    state: str | None
    note: str | None
    anew: bool = False
    restated: str = ""
    drafted: bool = False
    undated: bool = False
    more: "PointMore | None" = None


class PointMore(NamedTuple):
    """What few readings hold beside their figure: a fraction's halves, the source, what is said of it, and why."""

    numerator: Decimal | None = None
    denominator: Decimal | None = None
    source: str | None = None
    doubt: str | None = None
    source_note: str | None = None
    cause: str | None = None
    response: str | None = None


class OtherPoint(NamedTuple):
    """A figure of others: whose, and for which period; of one that is `undated` the period is that of its source.

    `ours` says where our own figure of that period stood beside it, in few words; empty where there is none.
    """

    name: str
    period: str
    end: date
    amount: Decimal | None
    shown: str
    note: str | None
    undated: bool = False
    more: PointMore | None = None
    ours: str = ""


class GapPoint(NamedTuple):
    """Where our figure of a period stood beside that of others; `ahead` is by how much, if that is known."""

    period: str
    end: date
    ahead: Decimal | None
    where: str


class GapOverTime(NamedTuple):
    """Where our figures stood beside those of one geography, oldest first; `words` say whether that grew."""

    name: str
    points: tuple[GapPoint, ...]
    words: str


class TargetWords(NamedTuple):
    """What is said of a target beside its value."""

    period: str
    shown: str
    note: str | None
    doubt: str | None


class ClaimWords(NamedTuple):
    """What a source claims of a measure, whether the figures bear it out, and what they say."""

    text: str
    holds: str | None
    check: str | None
    source: str | None


class MeasureAbout(NamedTuple):
    """What a measure is, as its file says it: who and what is counted, from where, and what is not certain of it."""

    cohort: str | None = None
    definition: str | None = None
    source: str | None = None
    note: str | None = None
    doubt: str | None = None
    source_note: str | None = None
    span: str | None = None
    counts: str | None = None
    part_of: str | None = None
    of: str | None = None
    code: str | None = None
    targets: tuple[TargetWords, ...] = ()
    others: tuple[OtherPoint, ...] = ()
    claims: tuple[ClaimWords, ...] = ()
    gaps: tuple[GapOverTime, ...] = ()


class TargetStep(NamedTuple):
    """What counts as the target from a day to another, for a chart; `amber` are values from a lower to a higher.

    On the way to a target it is what was `expected` by then. `wanted` says what is, where it is more than a value.
    """

    period: str
    start: date
    end: date
    value: Decimal
    amber: tuple[tuple[Decimal, Decimal], ...]
    expected: bool = False
    wanted: str = ""


class NextTarget(NamedTuple):
    """A target that is not due yet; `words` say how far it is from the latest reading, and where its line began.

    `wanted` says what is, where it is more than a value: "more than 80%". `then` are the targets after it, in order.
    """

    period: str
    value: Decimal
    words: str
    wanted: str = ""
    then: tuple["NextTarget", ...] = ()


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
    resolution: str | None = None
    minute: str | None = None


ArrowKind = Literal["better", "worse", "same", "up", "down", "level", "none"]


class Arrow(NamedTuple):
    """Direction of travel: better, worse or the same; up, down or level where neither is good.

    `since` is the period it begins at, `former` the figure of that period and `change` what came on top, as printed.
    """

    kind: ArrowKind
    words: str
    since: str = ""
    former: str = ""
    change: str = ""

    @property
    def figures(self) -> str:
        """What its words say behind the word for the way."""
        if isinstance(self.words, Label) and self.words.name == "way-and-figures":
            return self.words.values["figures"]
        return self.words.partition(": ")[2]


class Comparison(NamedTuple):
    """Position against a benchmark: above, level or below. It is no colour.

    `source` says where the figure of others is from, where the record does.
    """

    name: str
    kind: Literal["above", "level", "below", "none"]
    words: str
    source: str | None = None


class RankStanding(NamedTuple):
    """A place among others for a period, the first being the best; `quartile` is 1 for the best quarter, to 4."""

    period: str
    place: int
    of: int
    among: str | None
    quartile: int
    words: str


class WayStanding(NamedTuple):
    """The way from a baseline to the target of a period: how much of it is done, and of its time, both in percent.

    `share` is above 100 beyond the target and below 0 behind the baseline. `is_straight` where the line between the two
    is what is expected. While the baseline is not known there is nothing but `words`.
    """

    words: str
    since: date | None = None
    baseline: Decimal | None = None
    until: date | None = None
    period: str | None = None
    target: Decimal | None = None
    share: Decimal | None = None
    time: Decimal | None = None
    is_straight: bool = False


class WithdrawalStanding(NamedTuple):
    """That a measure was withdrawn: since when, why, and who agreed, as far as it is on record."""

    on: str
    why: str | None
    approved_by: str | None
    resolution: str | None = None
    minute: str | None = None


class GroupPoint(NamedTuple):
    """The figure of one group for a period: by what, which group, and how much; `amount` is None without a number.

    `share` is its part of the total in percent, where groups add up to one that is known.
    """

    by: str
    group: str
    period: str
    end: date
    amount: Decimal | None
    shown: str
    share: Decimal | None = None


class InheritedRule(NamedTuple):
    """What a measure does not say itself and has from elsewhere: the key, its value, and who says it.

    Where strategies that name it `differ`, none is taken, and both are empty.
    """

    key: str
    value: str
    source: str
    differ: tuple[str, ...]


class SuspensionStanding(NamedTuple):
    """That targets do not count for a time; `target` is the period of the one, None where it is all of them."""

    on: str
    until: str | None
    why: str | None
    approved_by: str | None
    target: str | None
    resolution: str | None = None
    minute: str | None = None


class MeasureJudgementStanding(NamedTuple):
    """What somebody judged of a measure; `is_old` where it has outlived the `cadence` it is valid for."""

    on: str
    rag: Rag
    note: str | None
    by: str | None
    is_old: bool
    cadence: str

    @property
    def words(self) -> str:
        """Write `judged amber by the Board on 2022-05-03`, and that it is old where it is."""
        is_day = len(self.on) == len("2022-05-03")
        when = phrase("on-the-day", day=self.on) if is_day else phrase("in-the-month", month=self.on)
        told = phrase("was-judged", colour=self.rag, when=when)
        if self.by:
            told = phrase("was-judged-by", colour=self.rag, who=self.by, when=when)
        return phrase("judged-long-ago", told=told, cadence=self.cadence) if self.is_old else told


class MeasureStanding(NamedTuple):
    """One measure at a date. Amounts are exact, in the measure's unit; `gap` is above 0 on the good side.

    Of its `judgements` the latest comes first; `disagreement` says that its colour is not the computed one.
    `gap` and `boundary` have six places at most, unless that hid on which side of them the reading is. One that
    `counts_up` begins again at 0 with each year, or when its running total did. `owners` are all who
    are asked, of whom the `owner` answers. `rule` is the declared one in a sentence, `target_words` what is wanted
    where that is more than a value. `one_is` says how much one of few moves the reading: `one child = 4 points`.
    `ending` is its title as it is written, where that goes on from the stem of a priority.
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
    judgements: tuple[MeasureJudgementStanding, ...] = ()
    disagreement: str = ""
    ranks: tuple[RankStanding, ...] = ()
    compared_with: str | None = None
    one_is: str = ""
    forecasts: tuple[ForecastStanding, ...] = ()
    pace: PaceStanding | None = None
    variation: VariationStanding | None = None
    owners: tuple[str, ...] = ()
    level: str | None = None
    own_unit: UnitName | None = None
    inherited: tuple[InheritedRule, ...] = ()
    groups: tuple[GroupPoint, ...] = ()
    target_words: str = ""
    way: WayStanding | None = None
    frequency: str | None = None
    lag: str | None = None
    known_since: date | None = None
    read_to: date | None = None
    suspended: SuspensionStanding | None = None
    unconfirmed: int = 0
    rule: str = ""
    about: MeasureAbout = MeasureAbout()
    short_title: str | None = None
    told_first: bool = False
    ending: str | None = None

    @property
    def brief(self) -> str:
        """Its title where there is little room: the short one, if it has one and the title is long."""
        return self.short_title or self.title if len(self.title) > ROOM else self.title

    @property
    def shown_in(self) -> ShownUnit:
        """The unit that figures are printed with: of money its currency, of a unit of its own the name."""
        return self.own_unit or self.currency or self.unit

    @property
    def missed_without_colour(self) -> bool:
        """Whether its target is missed and it is neither red nor amber."""
        return self.rating.colour == "grey" and self.gap is not None and self.gap < 0

    @property
    def missed_without_amber(self) -> bool:
        """Whether its target is missed and has no colour, because nobody declared what counts as amber."""
        return self.missed_without_colour and self.rating.why == "no-rule"

    @property
    def headline(self) -> Arrow:
        """The arrow that counts of better and worse are made of: since the period before.

        Of a measure that counts up over its year it is the one since the same point last year, unless values are
        declared for the way there.
        """
        return self.long if self.counts_up and self.short.kind == "none" else self.short
