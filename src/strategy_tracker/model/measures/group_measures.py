"""Takes the figures of groups apart: each group becomes a part of its total, for rules that know totals and parts.

So the figures of groups are withheld, and remembered, by the very rules that hold for measures that are `part_of` one.
"""

from collections.abc import Iterable, Iterator

from strategy_tracker.model.dates.period import Period
from strategy_tracker.model.measures.groups import GroupAddress
from strategy_tracker.model.measures.measure import Measure
from strategy_tracker.model.measures.reading import Reading


def with_groups(measures: Iterable[Measure]) -> Iterator[Measure]:
    """Give each measure, and after it the figures of each of its groups as a measure that is a part of it."""
    for measure in measures:
        yield measure
        yield from of_groups(measure)


def of_groups(measure: Measure) -> Iterator[Measure]:
    """Give the figures of each group of a measure, also of one it does not declare, as a measure of their own."""
    found: dict[GroupAddress, dict[Period, Reading]] = {}
    for period, reading in measure.readings.items():
        for by, groups in reading.by.items():
            for group, figure in groups.items():
                address = GroupAddress(measure.id, by, group)
                found.setdefault(address, {})[period] = figure.as_reading()
    for by, names in measure.by.items():  # one without any figure is a part all the same
        for group in names:
            found.setdefault(GroupAddress(measure.id, by, group), {})
    for address, readings in found.items():
        yield measure.model_copy(
            update={
                "id": str(address), "title": f"{measure.title}: {address.group}", "part_of": measure.id, "of": None,
                "readings": readings, "benchmarks": {}, "by": {}, "targets": {}, "forecasts": {}, "ranks": {},
            }
        )  # fmt: skip
