"""What is sure of a figure that is no number: its colour, its position beside others, and its direction."""

from collections.abc import Callable, Sequence
from decimal import Decimal

from strategy_tracker.judging.measures.families.case import SIDES, RatedReading
from strategy_tracker.judging.measures.known_readings import KnownReading
from strategy_tracker.judging.measures.show_figures import ZERO, show_amount
from strategy_tracker.judging.measures.undated import at
from strategy_tracker.judging.standing.of_measures import Arrow, ArrowKind, Comparison
from strategy_tracker.judging.standing.rating import grey
from strategy_tracker.model.measures.ends import Ends
from strategy_tracker.model.measures.measure import Measure
from strategy_tracker.model.measures.reading import Reading
from strategy_tracker.model.names.labels import Word, phrase

_WAYS = {"up": 1, "level": 0, "down": -1}
_REPORTED: dict[str, Word] = {"above": "reported-above", "level": "reported-level", "below": "reported-below"}
_RANGED: dict[int, Word] = {1: "range-above", 0: "range-level", -1: "range-below"}

AS_REPORTED = "as reported without a figure"
"""What is said of a place beside others that a source tells in words."""


def ends_of(known: KnownReading) -> Ends | None:
    """The ends of a figure, both the number itself where it is one; None where nothing is known."""
    if known.amount is not None:
        return Ends(known.amount, known.amount)
    return known.reading.ends


def show_words(reading: Reading, measure: Measure) -> str:
    """Write what a figure says that is no number and no symbol: its own words, or a range in the measure's unit."""
    ends = reading.ends
    if ends is None or reading.words:
        return reading.in_words or phrase("no-number")
    low, high = (show_amount(end, measure.shown_in) if end is not None else "" for end in ends[:2])
    return ends.words(low, high)


def judge_range(
    measure: Measure, known: KnownReading, judge: Callable[[KnownReading], RatedReading]
) -> RatedReading | None:
    """Give the colour that every number inside the range would have; None where the figure is no range.

    Of one with a single end the colour is sure only where all beyond it is better than green, or worse than red.
    """
    ends, side = known.reading.ends, SIDES[measure.better] if measure.better and measure.better != "none" else 0
    if ends is None or known.amount is not None or known.reading.symbol or measure.better == "none":
        return None
    judged = [judge(known._replace(amount=end)) for end in ends[:2] if end is not None]
    colours = {one.rating.colour for one in judged}
    shown = show_words(known.reading, measure)
    if len(judged) == 1:
        grows_better = (ends.low is not None) == (side > 0)
        sure = bool(side) and colours == ({"green"} if grows_better else {"red"})
    else:
        sure = len(colours) == 1
    if colours == {"grey"}:
        return RatedReading(judged[0].rating)
    if not sure:
        return RatedReading(grey("range", phrase("range-on-either-side", period=known.period.text, range=shown)))
    rating = judged[0].rating
    return RatedReading(rating._replace(reason=phrase("whatever-it-is", range=shown, reason=rating.reason)))


def position_in_words(name: str, other: KnownReading | None, reading: KnownReading) -> Comparison | None:
    """Give the position that the source tells without a figure; None where it tells none, or ours is withheld."""
    said = other.reading.position if other and other.amount is None else None
    if other is None or said is None or reading.reading.symbol is not None:
        return None
    told = phrase(_REPORTED[said], whose=at(name, other))
    if other.reading.words:
        told = phrase("thing-of", what=told, of=other.reading.words)
    return Comparison(name, said, told, other.reading.source)


def position_of_ranges(measure: Measure, name: str, other: KnownReading, reading: KnownReading) -> Comparison | None:
    """Put two figures beside each other of which one at least is a range; None where neither is."""
    ours, theirs = ends_of(reading), ends_of(other)
    if ours is None or theirs is None:
        return None
    figure = theirs.low if theirs.low is not None else theirs.high or ZERO
    way = ours.beside(theirs, measure.level_within.at(figure) if measure.level_within else ZERO)
    beside = phrase("thing-of", what=name, of=at(_shown(other, measure), other))
    if way is None:
        return Comparison(name, "none", phrase("ranges-cannot-tell", beside=beside))
    kind = {1: "above", 0: "level", -1: "below"}[way]
    words = phrase(_RANGED[way], figure=_shown(reading, measure), beside=beside)
    return Comparison(name, kind, words, other.reading.source)  # type: ignore[arg-type]


def arrow_in_words(
    measure: Measure,
    readings: Sequence[KnownReading],
    reading: KnownReading,
    band: Decimal,
    kind_of: Callable[[Measure, int], ArrowKind],
) -> Arrow | None:
    """Give the arrow that the source tells, or that two figures show of which one is a range; None where there is none.

    `band` is the change that counts as none; `kind_of` says what up (1), level (0) or down (-1) is for the measure.
    """
    if said := reading.reading.direction:
        kind = kind_of(measure, _WAYS[said])
        told = phrase("reported-without-figure")
        if reading.reading.words and not reading.reading.ends:
            told = phrase("thing-of", what=told, of=reading.reading.words)
        return Arrow(kind, phrase("way-and-figures", way=phrase(kind), figures=told))
    ours = reading.reading.ends if reading.reading.symbol is None else None
    like = [each for each in readings if each.period.is_like(reading.period) and each.period.end < reading.period.end]
    before = next((each for each in reversed(like) if ends_of(each)), None)
    theirs = ends_of(before) if before else None
    if before is None or theirs is None or (ours is None and before.amount is not None):
        return None
    way = (ours or ends_of(reading) or theirs).beside(theirs, band)
    if way is None:
        return Arrow("none", phrase("not-enough-data", why=phrase("ranges-overlap")))
    kind = kind_of(measure, way)
    there, here = at(_shown(before, measure), before), at(_shown(reading, measure), reading)
    figures = phrase("from-to", first=there, last=here)
    return Arrow(kind, phrase("way-and-figures", way=phrase(kind), figures=figures))


def _shown(known: KnownReading, measure: Measure) -> str:
    return (
        show_amount(known.amount, measure.shown_in) if known.amount is not None else show_words(known.reading, measure)
    )
