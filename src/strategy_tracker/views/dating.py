"""Says of when something is; where its source gives no date, that it is undated, and when that source was printed."""

from strategy_tracker.judging.standing.of_measures import OtherPoint, Point
from strategy_tracker.model.names.labels import phrase
from strategy_tracker.views.dates_and_amounts import when

UNDATED = phrase("undated")
"""Stands where a date would, in the narrow column of a drawing."""


def dated(text: str, *, undated: bool) -> str:
    """Write a date or a period for people: `August 2022`; of an undated thing `undated; printed in August 2022`."""
    if not undated:
        return when(text)
    is_day = len(text) == len("2022-08-31") and text[4] == "-"
    return phrase("undated-printed-on" if is_day else "undated-printed-in", when=when(text))


def dated_point(point: Point | OtherPoint) -> str:
    """Write the period of a figure for people, or that it is undated and when it was printed."""
    return dated(point.period, undated=point.undated)


def in_brackets(point: Point | OtherPoint) -> str:
    """Write the period of a figure as the file has it, behind the figure: `2022-08`, or that it is undated."""
    return UNDATED if point.undated else point.period
