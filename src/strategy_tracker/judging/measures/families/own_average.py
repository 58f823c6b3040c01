"""Works out the average of a measure's own earlier years, which its latest figure may be compared with."""

from collections.abc import Sequence
from decimal import Decimal

from strategy_tracker.judging.measures.known_readings import KnownReading, absence, cut, same_period_earlier
from strategy_tracker.judging.measures.show_figures import ROOMY, ZERO
from strategy_tracker.judging.standing.rating import Rating, grey
from strategy_tracker.model.dates.period import Period
from strategy_tracker.model.measures.measure import Measure
from strategy_tracker.model.measures.reading import Reading
from strategy_tracker.model.measures.unit import PER
from strategy_tracker.model.names.joined import commas
from strategy_tracker.model.names.labels import Label, Word, phrase


def own_average(measure: Measure, readings: Sequence[KnownReading], shown: KnownReading) -> KnownReading | Rating:
    """Give the average of the same period in each of the earlier years that count; a rating says why there is none.

    Shares and rates are worked out from all numerators and all denominators where every year has both; otherwise it is
    the mean of the years' figures. A year that is missing or withheld is not passed over.
    """
    over, found = f"{measure.over}", list[KnownReading]()
    for back in range(measure.own_years, 0, -1):
        one = same_period_earlier(readings, shown.period, back)
        if one is None:
            name: Word = "average-without-year" if back == 1 else "average-without-years"
            return grey("no-comparison", phrase(name, over=over, number=f"{back}", period=shown.period.text))
        if one.amount is None:
            return grey("no-comparison", phrase("average-with-none", over=over, why=absence(one).reason))
        found.append(one)
    amount, how = _average(measure, found)
    first, last = found[0].period, found[-1].period
    span = commas([phrase("from-to", first=first.text, last=last.text), how]) if len(found) > 1 else first.text
    return KnownReading(Period(span, last.kind, first.start, last.end), Reading.model_construct(value=amount), amount)


def _average(measure: Measure, found: Sequence[KnownReading]) -> tuple[Decimal, Label]:
    """Average the figures, and say how."""
    parts = [(one.reading.numerator, one.reading.denominator) for one in found]
    if measure.unit in PER and all(top is not None and bottom for top, bottom in parts):
        top, bottom = (sum((each[n] or ZERO for each in parts), ZERO) for n in (0, 1))
        return cut(ROOMY.divide(top * PER[measure.unit], bottom)), phrase(
            "worked-out-from", top=f"{top:,f}", bottom=f"{bottom:,f}"
        )
    amounts = [one.amount or ZERO for one in found]
    return cut(ROOMY.divide(sum(amounts, ZERO), Decimal(len(amounts)))), phrase("mean-of", number=f"{len(amounts)}")
