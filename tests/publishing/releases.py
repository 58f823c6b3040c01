"""Documents published one after another, each remembering those before, for tests and benches."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from strategy_tracker.model.dates.period import MARCH, parse_period
from strategy_tracker.model.measures.group_measures import with_groups
from strategy_tracker.model.measures.measure import Measure
from strategy_tracker.model.measures.reading import GroupFigure, Reading
from strategy_tracker.model.values import read_when
from strategy_tracker.publishing.memory import Memory, remember
from strategy_tracker.publishing.public_record import public_measure
from strategy_tracker.publishing.register import entry
from strategy_tracker.publishing.second_look import Leak, SecondLook
from strategy_tracker.publishing.what_to_withhold import plan
from strategy_tracker.publishing.withhold import Threshold

YEAR = "2022/23"
QUARTERS = ("2022/23 Q1", "2022/23 Q2", "2022/23 Q3", "2022/23 Q4")
SIX = Threshold(Decimal(6))
Output = tuple[tuple[tuple[str, str], str], ...]


def figures(
    name: str, readings: Mapping[str, Any], unit: str = "count", *, public: bool = True, **more: Any
) -> Measure:
    """A measure with whole numbers, or pairs of a numerator and a denominator; None is no reading. Made unchecked."""
    made = {parse_period(period): _reading(value) for period, value in readings.items() if value is not None}
    return Measure.model_construct(id=name, title=name, unit=unit, public=public, readings=made, **more)


def _reading(value: Any) -> Reading:
    if isinstance(value, tuple):
        return Reading.model_construct(numerator=Decimal(value[0]), denominator=Decimal(value[1]))
    return Reading.model_construct(value=Decimal(value))


def year(**values: int | None) -> list[Measure]:
    """The figures of one year: `t` is the total, the others are its parts."""
    return [figures(name, {YEAR: value}, part_of=None if name == "t" else "t") for name, value in values.items()]


def refused(*releases: Sequence[Measure], thresholds: Sequence[Threshold] = ()) -> list[Leak]:
    """What the second look finds in any of these documents: nothing, where the rule has decided."""
    documents, found = [], []
    for n, measures in enumerate(releases):
        threshold = thresholds[n] if thresholds else SIX
        memory = remember(documents)
        made = plan(measures, memory, threshold, MARCH)
        shown = [public_measure(one, made) for one in measures]
        found += SecondLook(measures, shown, memory, threshold.below).leaks()
        told = [one.id for one in measures]
        documents.append(entry(measures, made, told, read_when(f"2023-01-{n + 1:02d}"), threshold))
    return found


def published(*releases: Sequence[Measure], thresholds: Sequence[Threshold] = ()) -> tuple[Output, ...]:
    """What each of these documents shows of its figures, as text; `c` is withheld."""
    documents = []
    for n, measures in enumerate(releases):
        threshold = thresholds[n] if thresholds else SIX
        made = plan(measures, remember(documents) if documents else Memory(), threshold, MARCH)
        told = [one.id for one in measures]
        documents.append(entry(measures, made, told, read_when(f"2023-01-{n + 1:02d}"), threshold))
    return tuple(_shown(one, measures) for one, measures in zip(documents, releases, strict=True))


def _shown(document: Any, measures: Sequence[Measure]) -> Output:
    return tuple(
        ((one.id, period.text), str(document.figures.get(one.id, {}).get(period, "")))
        for one in with_groups(measures)
        if one.public
        for period in one.readings
    )


def grouped(measures: Sequence[Measure], by: str = "sex") -> list[Measure]:
    """The same figures with each measure that is a part of a total as a group of it."""
    parts = [one for one in measures if one.part_of]
    return [
        _with_parts(one, [each for each in parts if each.part_of == one.id], by) for one in measures if not one.part_of
    ]


def _with_parts(total: Measure, parts: Sequence[Measure], by: str) -> Measure:
    readings = {
        period: reading.model_copy(
            update={
                "by": {
                    by: {
                        one.id: GroupFigure.model_construct(value=one.readings[period].value)
                        for one in parts
                        if period in one.readings
                    }
                }
            }
        )
        for period, reading in total.readings.items()
    }
    return total.model_copy(update={"readings": readings, "by": {by: tuple(one.id for one in parts)}})


def share_shown(outputs: Sequence[tuple[Output, ...]]) -> float:
    """The share of all figures that are shown, in percent."""
    every = [value for output in outputs for release in output for _, value in release]
    return 100 * sum(value != "c" for value in every) / len(every)
