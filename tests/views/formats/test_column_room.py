"""How much of a line each column of a table gets."""

from strategy_tracker.views.formats.column_room import LONG_WORD, longest_word, shared_room, wanted_room


def test_a_column_has_room_for_its_longest_word_as_far_as_there_is_any():
    assert longest_word(["a few short words", "relationships"]) == len("relationships")
    assert longest_word(["x" * 99]) == LONG_WORD
    assert longest_word([]) == 1


def test_one_long_text_among_many_short_ones_does_not_make_a_column_wide():
    said = ["What was last said of it, in some twenty words or so"] * 9
    owner = ["–"] * 8 + ["Head of Service for Children in Care and Care Leavers"]
    assert wanted_room(owner, 9) < wanted_room(said, 9) / 1.5
    wide, narrow = shared_room([said, owner], 60)
    assert wide > 1.5 * narrow
    assert abs(wide + narrow - 60) < 0.2


def test_where_there_is_no_room_left_each_has_its_longest_word():
    assert shared_room([["relationships"], ["a b"]], 5) == [13.0, 1.0]
