"""What a target asks for in numbers, with its words; one of an earlier period's reading is looked up first."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from strategy_tracker.judging.measures.known_readings import KnownReading, absence
from strategy_tracker.judging.measures.show_figures import show_amount
from strategy_tracker.model.dates.period import Period
from strategy_tracker.model.measures.measure import Measure
from strategy_tracker.model.measures.target import Target
from strategy_tracker.model.measures.unit import ShownUnit
from strategy_tracker.model.names.joined import from_to
from strategy_tracker.model.names.labels import Word, phrase


class Wanted(NamedTuple):
    """What is wanted, in the unit of the measure: from `low` to `high`, which are one number but for a range.

    `value` is the end that is to be reached. Where it is `strict`, just as much is not enough. `how` names what is said
    round the figures, with the `earlier` period whose reading they are; None of a value or a range alone.
    """

    value: Decimal
    low: Decimal
    high: Decimal
    amber_from: Decimal | None = None
    strict: bool = False
    how: Word | None = None
    earlier: str = ""

    @property
    def is_plain(self) -> bool:
        """Whether it is one value and no more, which its figure alone tells."""
        return self.low == self.high and self.how is None

    def words(self, unit: ShownUnit) -> str:
        """Write what is wanted: `80%`, `more than 80%`, `75% to 85%`, `no less than 74% (2017/18)`."""
        ends = dict.fromkeys(show_amount(end, unit) for end in (self.low, self.high))
        return self.said(from_to(*ends))

    def said(self, figure: str) -> str:
        """Say of printed figures what is wanted: that it is more than them, or no less than they were."""
        if self.how is None:
            return figure
        told = phrase(self.how, figure=figure)
        return phrase("thing-of", what=told, of=self.earlier) if self.earlier else told

    def nearest(self, amount: Decimal) -> Decimal:
        """Give the value wanted that is nearest to an amount: itself inside a range, else the end it is beyond."""
        return min(max(amount, self.low), self.high)


def wanted_of(measure: Measure, target: Target) -> Wanted | None:
    """Say in numbers what a target asks for; None where the reading it refers to is not known."""
    earlier = target.not_below or target.not_above
    ends = target.ends
    if ends is None:
        return None
    low, high = ends
    return Wanted(
        value=high if measure.better == "lower" else low,
        low=low,
        high=high,
        amber_from=target.amber_from,
        strict=target.above is not None or target.below is not None,
        how=_how(target),
        earlier=earlier.text if earlier else "",
    )


def _how(target: Target) -> Word | None:
    """The name of what is said round the figures of a target; None where nothing is."""
    if target.not_below or target.not_above:
        return "not-below-figure" if target.not_below else "not-above-figure"
    if target.above is not None:
        return "above-figure"
    return None if target.below is None else "below-figure"


def all_wanted(measure: Measure) -> Iterator[tuple[Period, Wanted]]:
    """Give what is wanted for each period that has a target in numbers, in the order of the file."""
    for period, target in measure.targets.items():
        if wanted := wanted_of(measure, target):
            yield period, wanted


def with_known_targets(measure: Measure, readings: Sequence[KnownReading]) -> Measure:
    """Give the measure with the value of each target that is no worse than an earlier reading, where that is known."""
    if not any(target.ends is None for target in measure.targets.values()):
        return measure
    known = {
        period: target if target.ends else target.model_copy(update={"value": _earlier(target, readings)})
        for period, target in measure.targets.items()
    }
    return measure.model_copy(update={"targets": known})


def _earlier(target: Target, readings: Sequence[KnownReading]) -> Decimal | None:
    earlier = target.not_below or target.not_above
    return next((each.amount for each in readings if earlier and each.period[1:] == earlier[1:]), None)


def why_unknown(target: Target, readings: Sequence[KnownReading]) -> str:
    """Say why a target has no value, which is no worse than the reading of an earlier period."""
    earlier = target.not_below or target.not_above
    assert earlier is not None
    found = next((each for each in readings if each.period[1:] == earlier[1:]), None)
    why = absence(found).reason if found else phrase("no-reading-on-record", period=earlier.text)
    return phrase("not-below-earlier" if target.not_below else "not-above-earlier", period=earlier.text, why=why)
