"""What a measure is, as its file says it, and the figures of others beside it: plain texts for every output."""

from collections.abc import Iterator, Mapping, Sequence

from strategy_tracker.judging.measures.benchmarks import place_beside
from strategy_tracker.judging.measures.gaps_over_time import gaps_over_time
from strategy_tracker.judging.measures.known_readings import KnownReading
from strategy_tracker.judging.measures.ranges import show_words
from strategy_tracker.judging.measures.show_figures import show_amount
from strategy_tracker.judging.measures.undated import dated
from strategy_tracker.judging.standing.of_measures import ClaimWords, MeasureAbout, OtherPoint, PointMore, TargetWords
from strategy_tracker.model.measures.measure import Measure
from strategy_tracker.model.measures.reading import SYMBOLS, Reading


def about(
    measure: Measure, others: Mapping[str, Sequence[KnownReading]], readings: Sequence[KnownReading]
) -> MeasureAbout:
    """Give what its file says of a measure, its targets in words and all known figures of `others`, oldest first.

    Each figure of others is told with where ours of the same period stood beside it.
    """
    ours = {each.period: each for each in dated(readings)}
    return MeasureAbout(
        cohort=measure.cohort,
        definition=measure.definition,
        source=measure.source,
        note=measure.note,
        doubt=measure.doubt,
        source_note=measure.source_note,
        span=measure.span,
        counts=measure.counts,
        part_of=measure.part_of,
        of=measure.of,
        code=measure.code,
        targets=tuple(_targets(measure)),
        gaps=tuple(gaps_over_time(measure, others, readings)),
        claims=tuple(ClaimWords(one.text, one.holds, one.check, one.source) for one in measure.claims),
        others=tuple(
            _other(name, each, ours.get(each.period), measure) for name, figures in others.items() for each in figures
        ),
    )


def more_of(reading: Reading) -> PointMore | None:
    """Give what a reading holds beside its figure; None where that is nothing."""
    found = PointMore(
        reading.numerator,
        reading.denominator,
        reading.source,
        reading.doubt,
        reading.source_note,
        reading.cause,
        reading.response,
    )
    return None if found == _NOTHING else found


_NOTHING = PointMore()


def _targets(measure: Measure) -> Iterator[TargetWords]:
    """The targets of which something is said."""
    for period, target in measure.targets.items():
        if target.note or target.doubt:
            written = target.written
            shown = written if isinstance(written, str) or written is None else show_amount(written, measure.shown_in)
            yield TargetWords(period.text, shown or "", target.note, target.doubt)


def _other(name: str, known: KnownReading, ours: KnownReading | None, measure: Measure) -> OtherPoint:
    reading, period = known.reading, known.period
    absent = SYMBOLS[reading.symbol] if reading.symbol else show_words(reading, measure)
    shown = absent if known.amount is None else show_amount(known.amount, measure.shown_in)
    beside = ""
    if known.amount is not None and ours is not None and ours.amount is not None and not reading.undated:
        beside = place_beside(measure, ours.amount, known.amount)
    return OtherPoint(
        name, period.text, period.end, known.amount, shown, reading.note, reading.undated, more_of(reading), beside
    )
