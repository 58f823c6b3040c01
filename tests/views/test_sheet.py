import pytest

from strategy_tracker.model.colour import WORST_FIRST
from strategy_tracker.views.sheet import MARKS, Cell, cell, coloured


def test_nothing_becomes_a_dash():
    assert cell(None) == Cell("–")
    assert cell("") == Cell("–")
    assert cell("0") == Cell("0")


@pytest.mark.parametrize("colour", WORST_FIRST)
def test_a_colour_is_never_alone(colour):
    assert coloured(colour, "late") == Cell(f"{MARKS[colour]} late", colour)


def test_the_marks_differ_from_each_other():
    assert set(MARKS) == set(WORST_FIRST)
    assert len(set(MARKS.values())) == len(MARKS)
