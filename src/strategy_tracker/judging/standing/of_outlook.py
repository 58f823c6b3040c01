"""Where a measure is heading: what was forecast and what came, where its pace ends, and what varies more than usual."""

from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple

ForecastVerdict = Literal["too-hopeful", "too-cautious", "too-high", "too-low", "right", "unknown", "open"]
"""How a forecast came out; `unknown` where the outturn has no number, `open` where there is none yet."""


class ForecastStanding(NamedTuple):
    """One forecast of a measure beside what came; amounts are exact, in its unit.

    `apart` is what came less what was expected. `words` say it in a sentence. The measure has its colour of the one
    that `rates`.
    """

    period: str
    end: date
    on: str
    value: Decimal
    by: str | None
    note: str | None
    came: Decimal | None
    apart: Decimal | None
    verdict: ForecastVerdict
    words: str
    rates: bool = False


class DateForecastStanding(NamedTuple):
    """One forecast of the day on which an action is done, beside the day on which it was; `days` are how far apart.

    They are above 0 where it came later. Of one that is not done they run up to the as-at date.
    """

    on: str
    expected: str
    by: str | None
    done: str | None
    days: int
    verdict: ForecastVerdict
    words: str


class PaceStanding(NamedTuple):
    """Where a measure ends if it goes on as it did: `ends` on the day `by`, from its latest number on the day `start`.

    The target of that day is the `goal`.

    `needed` and `came` are changes in each `step`, above 0 upwards; `needed` is None where the target is met already.
    There is no number where there are too few readings: `words` say so.
    """

    words: str
    basis: str = ""
    start: date | None = None
    first: Decimal | None = None
    by: date | None = None
    ends: Decimal | None = None
    step: str = ""
    needed: Decimal | None = None
    came: Decimal | None = None
    goal: Decimal | None = None


VariationKind = Literal["improving", "concerning", "high", "low", "none", "unknown"]
"""What kind of variation the latest number shows; `high` and `low` where neither way is better."""
AssuranceKind = Literal["meets", "misses", "hit-and-miss", "unknown"]
"""Whether usual variation lets a measure meet its target each time, never, or now and then."""


class VariationStanding(NamedTuple):
    """How a measure varies beside its limits, which are in its unit.

    `side` is where the numbers of a signal are. `since` is the day of its first number, `signal_on` the day of the
    number that made it one. The limits hold from `start` to `end`. There are none where there are too few readings.
    """

    kind: VariationKind
    words: str
    assurance: AssuranceKind
    assurance_words: str
    side: Literal["high", "low", ""] = ""
    since: date | None = None
    signal_on: date | None = None
    mean: Decimal | None = None
    lower: Decimal | None = None
    upper: Decimal | None = None
    start: date | None = None
    end: date | None = None
