"""Rows of measures and their figures: own and of others, each version of a restated one, and those of groups."""

from collections.abc import Iterator
from datetime import date

from strategy_tracker.judging.measures.known_readings import amount_of
from strategy_tracker.judging.standing.of_measures import MeasureStanding
from strategy_tracker.model.dates.period import Period
from strategy_tracker.model.measures.measure import Measure
from strategy_tracker.model.measures.reading import Figure, Reading
from strategy_tracker.model.measures.unit import Unit
from strategy_tracker.views.tables.judged_moment import JudgedMoment, Row, rounded
from strategy_tracker.views.tables.of_strategies import TableRow

OWN = "own"
"""The series of a measure's own figures."""


def measure_rows(moment: JudgedMoment) -> Iterator[TableRow]:
    """Give the rows of every measure that is shown, with its figures known on the day, oldest period first."""
    for stood in moment.standing.measures.values():
        measure = moment.measures.get(stood.id)
        yield "measures", _measure(stood, measure)
        for n, post in enumerate(stood.owners, 1):
            yield "people_of", {"thing": "measure", "item": stood.id, "role": "owner", "position": n, "post": post}
        if measure is None or stood.rating.why == "not-published":
            continue
        today = moment.standing.as_at
        for name, readings in ((OWN, measure.readings), *measure.benchmarks.items()):
            known = [(period, one) for period, one in readings.items() if one.is_known(period, today)]
            for period, reading in sorted(known, key=lambda each: (each[0].end, each[0].start, each[0].text)):
                yield from _versions(stood, measure, name, period, reading)
                yield from _groups(measure, period, reading) if name == OWN else ()


def _measure(stood: MeasureStanding, measure: Measure | None) -> Row:
    rating, reading = stood.rating, stood.reading
    row = {
        "item": stood.id, "title": stood.title, "unit": stood.unit, "currency": stood.currency, "better": stood.better,
        "frequency": stood.frequency, "level": stood.level, "owner": stood.owner, "amber_rule": stood.rule,
        "latest_period": reading.period if reading else None, "target": rounded(stood.target),
        "target_period": stood.target_period, "colour": rating.colour, "word": rating.word, "reason_code": rating.why,
        "reason": rating.reason, "direction": stood.headline.kind, "withdrawn": stood.withdrawn is not None,
    }  # fmt: skip
    if measure is None:
        return row
    return row | {
        "span": measure.span, "family": family_of(measure), "public": measure.public, "code": measure.code,
        "part_of": measure.part_of, "cohort": measure.cohort, "definition": measure.definition,
        "source": measure.source,
    }  # fmt: skip


def family_of(measure: Measure) -> str:
    """What the colour of a measure comes from: `target`, `comparator`, `own-average`, `rank` or `none`."""
    if measure.better in (None, "none"):
        return "none"
    if measure.rank_within:
        return "rank"
    if measure.compared_with:
        return "own-average" if measure.own_years else "comparator"
    return "target" if measure.targets else "none"


def _versions(
    stood: MeasureStanding, measure: Measure, series: str, period: Period, reading: Reading
) -> Iterator[TableRow]:
    """Give each former value of a reading, oldest first, then what it says now."""
    about = {"item": stood.id, "series": series, "period": period.text, **_of_period(period)}
    former = sorted(reading.was, key=lambda one: one.until.last if one.until else date.min)
    for version, was in enumerate(former, 1):
        yield "readings", {**about, "version": version, "is_current": False, **_figure(was, measure.unit)}
    is_rated = series == OWN and stood.reading is not None and stood.reading.period == period.text
    rated = {"target": rounded(stood.target), "colour": stood.rating.colour, "reason_code": stood.rating.why}
    yield "readings", {
        **about, "version": len(former) + 1, "is_current": True, **_figure(reading, measure.unit),
        "state": reading.state, "recorded": reading.recorded.last if reading.recorded else None,
        "note": reading.note, "source": reading.source, **(rated if is_rated else {}),
    }  # fmt: skip


def _groups(measure: Measure, period: Period, reading: Reading) -> Iterator[TableRow]:
    for split, groups in reading.by.items():
        for name, figure in groups.items():
            yield "group_readings", {
                "item": measure.id, "split": split, "group_name": name, "period": period.text, **_of_period(period),
                **_figure(figure, measure.unit),
            }  # fmt: skip


def _of_period(period: Period) -> Row:
    return {"period_kind": period.kind, "period_start": period.start, "period_end": period.end}


def _figure(figure: Figure, unit: Unit) -> Row:
    """The cells of a figure; where a symbol stands the number beside it is no figure to count with."""
    amount = amount_of(Reading.model_construct(**dict(figure)), unit)
    return {
        "value": rounded(amount), "numerator": rounded(figure.numerator),
        "denominator": rounded(figure.denominator), "symbol": figure.symbol, "words": figure.words,
    }  # fmt: skip
