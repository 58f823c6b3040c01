"""Places in sheets."""

from hypothesis import given
from hypothesis import strategies as some

from strategy_tracker.intake.outline import Grid, GridCell, GridSpot, column_number, letters


@given(some.integers(1, 16384))
def test_letters_of_a_column_are_its_number_again(number):
    assert column_number(letters(number)) == number


def test_places_are_named_as_programs_name_them():
    sheet = Grid("Action plan", {})
    assert (sheet.place(8, 6), sheet.place(13)) == ("Action plan!F8", "Action plan!13:13")
    assert sheet._replace(named=False).place(5, 4) == "row 5, column D"
    assert column_number("7") is None


def test_a_cell_that_only_has_a_colour_is_not_filled():
    sheet = Grid("Plan", {1: {1: GridCell("", fill="00B050"), 2: GridCell("x")}})
    assert list(sheet.filled()) == [GridSpot(1, 2)]
