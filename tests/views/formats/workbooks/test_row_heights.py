"""Rows of a workbook are as high as the longest of their texts needs, with room for what is typed."""

from strategy_tracker.views.formats.workbooks.row_heights import row_height


def test_the_longest_text_counts_by_the_width_of_its_column():
    one = row_height([("short", 20)])
    assert row_height([("short", 20), ("word " * 20, 20)]) >= 5 * one * 0.8
    assert row_height([("word " * 20, 200)]) == one


def test_lines_of_a_text_each_need_their_own():
    assert row_height([("a\nb\nc", 20)]) == row_height([("a", 20)], at_least=3)


def test_no_row_is_higher_than_a_spreadsheet_has_them():
    assert row_height([("word " * 10_000, 10)]) == 409
    assert row_height([]) == row_height([("", 10)])
