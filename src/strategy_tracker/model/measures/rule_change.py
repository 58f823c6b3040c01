"""Changes of a measure's target or tolerance that are on record: what it was, what it became, why, and who agreed."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Annotated, Literal, NamedTuple

from pydantic import Field, PlainValidator, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from strategy_tracker.model.dates.period import PeriodKey
from strategy_tracker.model.measures.limit import Limit, LowerOrHigher, read_limit, same_limit
from strategy_tracker.model.record import Record
from strategy_tracker.model.values import Date, Distance, Text, refuse

RuleKey = Literal[
    "amber_within", "amber_from", "amber", "band", "green_within", "amber_if", "exceeded_by", "compared_with",
    "over", "level_within", "rank_within",
]  # fmt: skip
"""Keys of a measure that say, beside its targets, which colour a figure has."""
RuleValue = Decimal | Limit | str
"""A target or a floor, a tolerance with its unit, or a word."""


def _value(given: object) -> RuleValue:
    if isinstance(given, Decimal):
        return given
    if isinstance(given, dict):
        return read_limit(given)
    if not isinstance(given, str) or not given.strip():
        raise refuse("wrong-type", "a number or a tolerance is wanted here", "write it as it stood: 90, or '5 points'")
    try:
        return read_limit(given)
    except PydanticCustomError:
        return given


WrittenRule = Annotated[
    RuleValue,
    PlainValidator(_value),
    WithJsonSchema({"type": ["number", "string", "object"], "errorMessage": "write it as it stood: 90, or '5 points'"}),
]
"""A target or a tolerance as a person writes down what it was."""


class RuleChange(Record):
    """One change of a target or a tolerance: what it was, what it became, and why."""

    on: Date
    """The day it was changed."""
    target: PeriodKey | None = None
    """The period whose target was changed."""
    rule: RuleKey | None = None
    """The tolerance that was changed; beside a target it is the floor of that one, 'amber_from'."""
    former: WrittenRule | None = Field(default=None, alias="from")
    """What it was; left out where there was none."""
    to: WrittenRule | None = None
    """What it became; left out where it was taken away."""
    why: Text | None = None
    """The reason."""
    approved_by: Text | None = None
    """The body or post that agreed; the approval is of this step and of no later one."""
    resolution: Text | None = None
    """The resolution of a meeting it points to, such as warm-homes/heat-loss-target."""

    @model_validator(mode="after")
    def _of_one_thing(self) -> "RuleChange":
        if self.target is None and self.rule is None:
            what = "a change says which target or which tolerance it is of"
            raise refuse("missing-key", what, "add 'target: 2026/27' or 'rule: amber_within'")
        if self.target is not None and self.rule not in (None, "amber_from"):
            what = f"'{self.rule}' is of the whole measure, not of the target for {self.target}"
            raise refuse("wrong-shape", what, "leave 'target' out")
        return self


class RuleStep(NamedTuple):
    """One step of a target or a tolerance. Without a change, the file holds another value than the last one led to.

    Since when such a value is there is not looked up.
    """

    former: RuleValue | None
    to: RuleValue | None
    change: RuleChange | None
    since: None = None


def rule_steps(changes: Iterable[RuleChange], present: RuleValue | None) -> Iterator[RuleStep]:
    """Give every step of one target or tolerance from its first value on record to `present`, oldest first."""
    ordered = sorted(changes, key=lambda one: (one.on.last, one.on.first))
    for n, change in enumerate(ordered):
        left = ordered[n + 1].former if n + 1 < len(ordered) else present
        yield RuleStep(change.former, change.to, change)
        if not same_value(change.to, left):
            yield RuleStep(change.to, left, None)


def same_value(one: RuleValue | None, other: RuleValue | None) -> bool:
    """Whether two values are one: 90 and 90.0, 5 points and 5.0 points."""
    if isinstance(one, Distance | LowerOrHigher) and isinstance(other, Distance | LowerOrHigher):
        return same_limit(one, other)
    return one == other
