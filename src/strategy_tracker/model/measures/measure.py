"""Measures ("how will we know"): targets, tolerances, benchmarks and readings."""

from datetime import date
from decimal import Decimal
from typing import Any, Literal

from pydantic import model_validator

from strategy_tracker.model.dates.period import Period, PeriodKey
from strategy_tracker.model.measures.claim import Claim
from strategy_tracker.model.measures.code import Code
from strategy_tracker.model.measures.groups import GroupNames, PartsOf
from strategy_tracker.model.measures.judgement import MeasureJudgement
from strategy_tracker.model.measures.level import MeasureLevel
from strategy_tracker.model.measures.limit import Within
from strategy_tracker.model.measures.outlook import Forecasts, Limits, LimitsOver, RatedBy
from strategy_tracker.model.measures.rank import Rank, RankLimits
from strategy_tracker.model.measures.reading import Reading
from strategy_tracker.model.measures.rule_change import RuleChange, RuleKey, RuleValue
from strategy_tracker.model.measures.suspension import Suspension
from strategy_tracker.model.measures.target import Target
from strategy_tracker.model.measures.unit import PER, SIGNED, SPOKEN, OwnUnit, ShownUnit, Unit, is_sum, with_numbers
from strategy_tracker.model.measures.way import Baseline, Line, OnTheWay
from strategy_tracker.model.record import Record
from strategy_tracker.model.values import (
    Currency,
    Date,
    Every,
    Id,
    Number,
    Text,
    Texts,
)

Better = Literal["higher", "lower", "on-target", "none"]
Span = Literal["snapshot", "period", "cumulative", "rolling-12-months"]
Counted = Literal["people", "events", "posts", "money", "things"]
Publish = Literal["year", "quarter"]

CURRENCY_WORDS = {
    "pounds": ("pound", "GBP"),
    "GBP": ("pound", "pounds"),
    "EUR": ("euro", "euros"),
    "USD": ("dollar", "dollars"),
}
"""What people call the units of a currency, in a tolerance such as '5000 euros'."""

OWN_AVERAGE = "own-average"
"""What stands in 'compared_with' for the average of its own earlier years."""


class Withdrawal(Record):
    """A measure that is given up: its figures stay, and from that day it is neither rated nor late."""

    on: Date
    """The day it was withdrawn."""
    why: Text | None = None
    """The reason; 'validate' asks for it where it is missing."""
    approved_by: Text | None = None
    """The body or post that agreed."""
    resolution: Text | None = None
    """The resolution of a meeting it points to, such as warm-homes/heat-loss-given-up."""


class Measure(Record):
    """How success is known, and the declared rule that colours it."""

    id: Id
    """Short and stable, unique in the portfolio, never reused."""
    title: Text
    """What is measured, so that a stranger understands it."""
    unit: Unit
    """What the numbers are: a word, or a unit of your own with its name. 'narrative' is known in words only."""
    currency: Currency | None = None
    """The currency of money, as banks write it: EUR. Left out: the one of the settings. Pounds are always GBP."""
    may_exceed: bool = False
    """True where a percentage may be over 100, such as of a budget spent; a target over 100 says it as well."""
    better: Better | None = None
    """Which way is good; 'none' is context and never coloured. Left out: nobody has said yet."""
    span: Span | None = None
    """What a reading covers; a cumulative one counts from the start of its year, or from 'counts_from'."""
    counts_from: PeriodKey | None = None
    """The day, or the first day of the year, from which a running total counts that runs over several years."""
    frequency: Every | None = None
    """How often a reading is expected."""
    lag: Every | None = None
    """A reading is expected this long after its period ends."""
    level: MeasureLevel | None = None
    """Whether it measures a lasting impact, an outcome for people, an output of the work, or the process."""
    cohort: Text | None = None
    """The people it is about."""
    definition: Text | None = None
    """Exactly what is counted, and how."""
    source: Text | None = None
    """Where the figures come from."""
    owner: Texts = ()
    """The post answerable for the figures; of several each is asked, and the first answers for it."""
    note: Text | None = None
    """Anything a reader must know about this measure."""
    public: bool = False
    """True where the measure is meant for publication."""
    code: Code | None = None
    """Its code in a national framework, by which the figures of others are found in 'comparators/'."""
    by: dict[Text, GroupNames] = {}
    """The groups that have figures of their own beside the total, such as {sex: [women, men]}."""
    parts: PartsOf | None = None
    """Whether the figures of the groups add up to the total, or are shares; left out, what the unit does."""
    part_of: Id | None = None
    """The measure this one is a part of, where the parts add up to it."""
    of: Id | None = None
    """The measure that counts those of whom this one counts some, or a share: the whole under a numerator."""
    counts: Counted | None = None
    """What is counted. Left out, it is people, and small figures are not published."""
    publish: Publish | None = None
    """The shortest period that is ever published; left out, every one may be."""
    targets: dict[PeriodKey, Target] = {}
    """The value wanted for a period; it covers every reading inside the period, and the narrowest target counts."""
    amber_within: Within | None = None
    """Tolerance: a target missed by no more than this is amber. Always with its unit."""
    amber_from: Number | None = None
    """Floor: a missed target is amber from this value, red beyond it."""
    band: Within | None = None
    """Green where better than the target by more than this, amber within it, red where worse by more."""
    green_within: Within | None = None
    """Green within this distance of the target; with it stands what is amber: 'amber_within', a floor, 'amber_if'."""
    amber: Literal["none"] | None = None
    """Where it is 'none' a figure is green or red, and nothing is amber."""
    amber_if: Literal["no-worse-than-last-year"] | None = None
    """A missed target is amber, not red, if it is no worse than the same period last year."""
    exceeded_by: Within | None = None
    """Better than the target by at least this is called 'exceeded', a word above green."""
    compared_with: Text | None = None
    """The benchmark to compare with in place of a target; 'own-average' is that of its own earlier years."""
    over: Every | None = None
    """How many earlier years the average is of, where it is compared with its own-average: 3 years."""
    level_within: Within | None = None
    """How near the benchmark counts as level, which is amber."""
    rank_within: RankLimits | None = None
    """How good its place among others must be, in place of a target: green to one limit, amber to another."""
    same_within: Within | None = None
    """A change no larger than this is 'the same'."""
    profile: dict[PeriodKey, Number] = {}
    """Values expected on the way to the target of a cumulative measure."""
    straight_line_from: Line | None = None
    """Where a straight line of expected values to the target begins: a baseline and 'on_the_way: straight-line'."""
    baseline: Baseline | None = None
    """Where it stood at the start, with the day; or the day by which that will be known."""
    on_the_way: OnTheWay | None = None
    """What is expected before a target is due: a straight line from the baseline, or the profile. Left out: nothing."""
    benchmarks: dict[Text, dict[PeriodKey, Reading]] = {}
    """Readings of others to compare with: England, the region, statistical neighbours."""
    ranks: dict[PeriodKey, Rank] = {}
    """Its place among others for a period, as it was published: the first is the best."""
    changed: tuple[RuleChange, ...] = ()
    """Each time a target or a tolerance was changed: the day, what it was, what it became, the reason."""
    suspended: Suspension | None = None
    """Where no target of it counts for a time: since when, until when, why, and who agreed."""
    withdrawn: Withdrawal | None = None
    """Where it was given up: since when, why, and who agreed; its figures stay."""
    forecasts: dict[PeriodKey, Forecasts] = {}
    """What a period is expected to come out at, and on which day that was said; each forecast is kept."""
    rated_by: RatedBy | None = None
    """With 'forecast' it is rated on the expected outturn of a period until the reading for it is there."""
    variation: Limits | None = None
    """With 'xmr' its readings are held against limits of usual variation, worked out from themselves."""
    limits_over: LimitsOver | None = None
    """Which readings the limits are worked out from. Left out, all of them."""
    judgements: tuple[MeasureJudgement, ...] = ()
    """What somebody judged of it and when, beside the colour of its rule and never in its place."""
    readings: dict[PeriodKey, Reading] = {}
    """The figure for each period: a number, a symbol (c, x, z, low, u), or a map with more."""
    doubt: Text | None = None
    """What is not certain of this measure, as a reader must know it beside its figures."""
    source_note: Text | None = None
    """What its source says or leaves out, as a remark on the source and not on what is measured."""

    short: Text | None = None
    """Its title in a word or two, where there is little room."""
    headline: bool = False
    """True where it is one of the few that are told first."""
    claims: tuple[Claim, ...] = ()
    """What a source says of it, and whether the figures bear it out."""
    uses_stem: bool = False
    """True where its title goes on from the 'measures_stem' of the priority that names it."""

    @model_validator(mode="before")
    @classmethod
    def _in_numbers(cls, given: Any) -> Any:
        unit = given.get("unit") if isinstance(given, dict) else None
        return with_numbers(given, unit) if isinstance(unit, str) and unit in SPOKEN else given

    @property
    def own_years(self) -> int:
        """Over how many of its own earlier years it is compared with their average; 0 where it is not."""
        own = self.compared_with == OWN_AVERAGE and self.over and OWN_AVERAGE not in self.benchmarks
        return self.over.months // 12 if own and self.over else 0

    def withdrawn_by(self, today: date) -> Withdrawal | None:
        """Give its withdrawal where it was known on the evening of `today`."""
        return self.withdrawn if self.withdrawn and self.withdrawn.on.first <= today else None

    @property
    def line(self) -> Line | None:
        """Where the straight line to a target begins, if one is declared and that is known."""
        if self.on_the_way == "straight-line" and self.baseline:
            return self.baseline.known
        return self.straight_line_from

    @property
    def start(self) -> Line | None:
        """Where the way to a target begins, as far as that is known, with or without a line."""
        return self.baseline.known if self.baseline else self.straight_line_from

    @property
    def shown_in(self) -> ShownUnit:
        """The unit that figures are printed with: of money its currency, of a unit of its own the name."""
        if isinstance(self.unit, OwnUnit):
            return self.unit.printed
        return self.currency or self.unit if self.unit == "money" else self.unit

    @property
    def adds_up_by_groups(self) -> bool:
        """Whether the figures of its groups add up to the total."""
        return self.parts != "shares" and is_sum(self.unit)

    @property
    def is_about_people(self) -> bool:
        """Whether small figures are about few people: it counts them, or is a share of them.

        A unit of its own may count people as well, unless its figures have places after the point.
        """
        if isinstance(self.unit, OwnUnit):
            return self.counts in (None, "people") and not self.unit.decimals
        return self.counts in (None, "people") and self.unit in (*PER, "count", "thousands", "millions", "billions")

    def with_currency(self, usual: str) -> "Measure":
        """Give the measure with the `usual` currency where it measures money and names none."""
        if self.unit != "money" or self.currency is not None:
            return self
        return self.model_copy(update={"currency": usual})

    def rule_value(self, target: Period | None, rule: RuleKey | None) -> RuleValue | None:
        """Give what stands in the file for the target of a period, for its floor, or for a tolerance of the measure."""
        if target is None:
            value = getattr(self, rule) if rule else None
            return str(value) if isinstance(value, RankLimits) else value
        found = next((one for period, one in self.targets.items() if period[1:] == target[1:]), None)
        return None if found is None else found.amber_from if rule else found.written

    @property
    def bounds(self) -> tuple[Decimal | None, Decimal | None]:
        """The least and the most that a figure can be; None where there is no end."""
        if self.unit in ("yes-no", "rank"):
            return Decimal(self.unit == "rank"), Decimal(1) if self.unit == "yes-no" else None
        signed = isinstance(self.unit, OwnUnit) or self.unit in SIGNED
        return None if signed else Decimal(0), Decimal(100) if self.unit == "percent" and not self.goes_over else None

    def nearest_possible(self, amount: Decimal) -> Decimal:
        """Give the amount, or the end of what is possible that it lies beyond: no line leads to 103% of all."""
        least, most = self.bounds
        if least is not None and amount < least:
            return least
        return most if most is not None and amount > most else amount

    @property
    def goes_over(self) -> bool:
        """Whether a percentage over 100 is possible here, as the measure or one of its targets says."""
        return self.may_exceed or any(ends[1] > 100 for target in self.targets.values() if (ends := target.ends))


class Measures(Record):
    """A measures file."""

    measures: tuple[Measure, ...] = ()
    """Any number of measures; each may serve several strategies."""
