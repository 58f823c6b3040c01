"""A figure as people print it: a share with its two halves, `105 of 262 (40%)`, and of few the count alone."""

from decimal import ROUND_HALF_UP, Decimal

from strategy_tracker.judging.measures.show_figures import show_amount
from strategy_tracker.judging.standing.of_measures import MeasureStanding, Point
from strategy_tracker.model.names.labels import phrase

FEW = 30
"""A base under which a percentage says less than the count."""
_SMALL, _HUNDREDTH, _TENTH, _WHOLE = Decimal(5), Decimal("0.01"), Decimal("0.1"), Decimal(1)


def figure_shown(measure: MeasureStanding, point: Point) -> str:
    """Write `105 of 262 (40%)`, under a base of 30 `9 of 17`; a figure whose halves are not known as it is shown."""
    if measure.unit != "percent" or point.amount is None:
        return point.shown
    halves = point.more
    if halves is None or halves.numerator is None or not halves.denominator:
        return (_was_divided(point.amount) and _share(point.amount, measure.target)) or point.shown
    told = phrase("answered-of", number=f"{halves.numerator:,f}", total=f"{halves.denominator:,f}")
    if halves.denominator < FEW:
        return told
    return phrase("thing-of", what=told, of=_share(point.amount, measure.target) or point.shown)


def _was_divided(amount: Decimal) -> bool:
    """Whether an amount has more digits than anybody writes: it is of two halves that are not published."""
    return amount != amount.quantize(_HUNDREDTH)


def _share(amount: Decimal, target: Decimal | None) -> str:
    """A share to as many digits as a base of some hundreds bears; empty where that would put it across its target."""
    rounded = _rounded(amount)
    across = target is not None and rounded.compare(target) != amount.compare(target)
    return "" if across else show_amount(rounded, "percent")


def share_shown(amount: Decimal) -> str:
    """Write a share in percent to as many digits as a base of some hundreds bears: `40%`, `3.6%`."""
    return show_amount(_rounded(amount), "percent")


def _rounded(amount: Decimal) -> Decimal:
    return amount.quantize(_TENTH if amount < _SMALL else _WHOLE, ROUND_HALF_UP)
