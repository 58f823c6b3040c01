"""Lists the figures of groups for a reader: of each reading that has any, by what, of which group, how much."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from strategy_tracker.judging.measures.known_readings import KnownReading, amount_of
from strategy_tracker.judging.measures.show_figures import ROOMY, show_near
from strategy_tracker.judging.standing.of_measures import GroupPoint
from strategy_tracker.model.measures.measure import Measure
from strategy_tracker.model.measures.reading import SYMBOLS, GroupFigure
from strategy_tracker.model.names.labels import phrase


def stand_groups(measure: Measure, readings: Iterable[KnownReading]) -> Iterator[GroupPoint]:
    """Give the figure of every group, in the order of the readings and then as the measure declares its groups.

    A group that is declared and has no figure beside others that have is told as not recorded.
    """
    for known in readings:
        held = known.reading.by
        for by in [name for name in measure.by if name in held] + [name for name in held if name not in measure.by]:
            groups = held[by]
            for name in dict.fromkeys((*measure.by.get(by, ()), *groups)):
                yield _point(measure, known, by, name, groups.get(name))


def _point(measure: Measure, known: KnownReading, by: str, group: str, figure: GroupFigure | None) -> GroupPoint:
    if figure is None:
        return GroupPoint(by, group, known.period.text, known.period.end, None, phrase("not-recorded"))
    amount = amount_of(figure.as_reading(), measure.unit)
    if amount is not None:
        shown = show_near(amount, measure.shown_in)
    else:
        shown = SYMBOLS[figure.symbol] if figure.symbol else figure.words or phrase("no-number")
    share = _share(measure, amount, known.amount)
    return GroupPoint(by, group, known.period.text, known.period.end, amount, shown, share)


def _share(measure: Measure, amount: Decimal | None, total: Decimal | None) -> Decimal | None:
    """Give a group's part of a total in percent; None where the groups do not add up, or nothing is there to divide."""
    if amount is None or not total or not measure.adds_up_by_groups:
        return None
    return ROOMY.divide(100 * amount, total)
