"""Follows the gap between a measure and others over the periods for which both have a figure, or a source tells one."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from strategy_tracker.judging.measures.benchmarks import place_beside
from strategy_tracker.judging.measures.known_readings import KnownReading
from strategy_tracker.judging.measures.show_figures import show_gap
from strategy_tracker.judging.measures.undated import dated
from strategy_tracker.judging.standing.of_measures import GapOverTime, GapPoint
from strategy_tracker.model.measures.measure import Measure
from strategy_tracker.model.measures.reading import POSITIONS
from strategy_tracker.model.names.labels import Word, phrase

_WITHOUT_A_GAP = ("yes-no", "rank")
"""Units of which a difference says nothing."""
_NONE = Decimal(0)


def gaps_over_time(
    measure: Measure, others: Mapping[str, Sequence[KnownReading]], readings: Sequence[KnownReading]
) -> Iterator[GapOverTime]:
    """Give for each of `others` where ours stood beside it, oldest first, and whether the gap grew since the first.

    Nothing is given of one beside which there are fewer than two positions; a gap is told only from two figures.
    """
    if measure.unit in _WITHOUT_A_GAP:
        return
    ours = {each.period[1:]: each for each in dated(readings)}
    for name, figures in others.items():
        pairs = [(ours[each.period[1:]], each) for each in dated(figures) if each.period[1:] in ours]
        found = [point for own, other in pairs if (point := _point(measure, own, other))]
        if len(found) > 1:
            yield GapOverTime(name, tuple(found), _words(measure, [one for one in found if one.ahead is not None]))


def _point(measure: Measure, own: KnownReading, other: KnownReading) -> GapPoint | None:
    """Where ours stood in a period: by how much where both have a figure, else as a source tells it."""
    if own.amount is not None and other.amount is not None:
        where = place_beside(measure, own.amount, other.amount)
        return GapPoint(own.period.text, own.period.end, own.amount - other.amount, where)
    said = other.reading.position
    if said is None or own.reading.symbol is not None:
        return None
    return GapPoint(own.period.text, own.period.end, None, phrase("so-as-reported", where=phrase(POSITIONS[said])))


def _words(measure: Measure, found: Sequence[GapPoint]) -> str:
    """Say whether the gap grew from the first figure to the last, or where it was then; empty where there are not two.

    There is no gap where one of them is level, and none that grew where they are on two sides.
    """
    if len(found) < 2:
        return ""
    first, last = found[0], found[-1]
    before, after = first.ahead or _NONE, last.ahead or _NONE
    if "level" in (first.where, last.where) or (before > 0) != (after > 0):
        return phrase("it-was-there", where=first.where, period=first.period)
    by = abs(after) - abs(before)
    leads = _leads(measure, after)
    if not by:
        return phrase("lead-is-as-large" if leads else "gap-is-as-wide", period=first.period)
    gap = show_gap(abs(by), measure.shown_in, _NONE)
    return phrase(_GREW[leads, by > 0], gap=gap, period=first.period)


_GREW: dict[tuple[bool, bool], Word] = {
    (True, True): "lead-grew",
    (True, False): "lead-shrank",
    (False, True): "gap-widened",
    (False, False): "gap-narrowed",
}
"""What is said of a difference by whether we lead, and whether it grew: a lead that shrinks is no good news."""


def _leads(measure: Measure, ahead: Decimal) -> bool:
    """Whether a difference from others is to our credit; never where it is not said which way is better."""
    return measure.better == "higher" if ahead > 0 else measure.better == "lower"
