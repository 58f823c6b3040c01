"""Colours behind cells, by a key or by the usual ones."""

import pytest

from strategy_tracker.intake.cells.closed_lists import HowItGoes
from strategy_tracker.intake.cells.colours import FillKey, find_key, read_fill
from strategy_tracker.intake.outline import Grid, GridCell

NO_KEY = FillKey({}, frozenset())


@pytest.mark.parametrize(
    ("fill", "colour"),
    [("00B050", "green"), ("92D050", "green"), ("FFC000", "amber"), ("FF0000", "red"), ("0070C0", "blue")],
)
def test_the_usual_colours_of_an_office_are_known(fill, colour):
    found = read_fill(fill, NO_KEY)
    assert (found.colour, found.by_key) == (colour, False)


def test_a_colour_between_is_none():
    assert read_fill("808000", NO_KEY) is None


def test_the_key_of_a_sheet_says_what_its_colours_mean():
    rows = {2: {1: GridCell("Key"), 2: GridCell("Done", fill="7030A0"), 3: GridCell("On track", fill="00B050")}}
    key = find_key(Grid("Plan", rows), 5)
    assert read_fill("7030A0", key).going == HowItGoes("complete")
    assert read_fill("01B151", key).going == HowItGoes("in-progress", "green")
    assert read_fill("FF0000", key) is None
    assert find_key(Grid("Plan", rows), 2) == NO_KEY
