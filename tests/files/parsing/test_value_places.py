"""The place of a value is the deepest part of its route that a file has; lines are those of an editor."""

from strategy_tracker.diagnostics import Position
from strategy_tracker.files.parsing.value_places import ValuePlace, lines_of, locate

HERE, KEY = Position(2, 5, 2, 9), Position(2, 1, 2, 4)
TOP = ValuePlace(None, None, KEY, {"id": ValuePlace(KEY, HERE, HERE, {})})


def test_a_route_leads_to_its_value_or_its_key_and_else_to_what_it_would_stand_in():
    assert locate(TOP, ("id",)) == HERE
    assert locate(TOP, ("id",), at_key=True) == KEY
    assert locate(TOP, ("id", "more", 0)) == HERE
    assert locate(TOP, ("title",)) == KEY


def test_only_the_line_breaks_of_yaml_break_a_line():
    assert lines_of("\ufeffone\r\ntwo\u2028still two\rthree\n".encode()) == ["one", "two\u2028still two", "three", ""]
