"""Several dated updates in one cell."""

from strategy_tracker.intake.cells.days import Days
from strategy_tracker.intake.cells.updates import split_updates
from strategy_tracker.model.dates.period import MARCH

DAYS = Days(day_first=True, year_end=MARCH)


def told(text, year=""):
    return [(one.on or one.period, one.note) for one in split_updates(text, DAYS, year)]


def test_a_line_that_begins_with_a_date_begins_an_update():
    assert told("12/05/2025: rota agreed.\nIt holds.\n03.09.25 - 94% answered, was 81%") == [
        ("2025-05-12", "rota agreed.\nIt holds."),
        ("2025-09-03", "94% answered, was 81%"),
    ]


def test_a_month_and_a_quarter_begin_one_as_well():
    assert told("Sept 2025: two posts vacant") == [("2025-09", "two posts vacant")]
    assert told("Q1: 24%\nQ2: 21%", "2025/26") == [("2025/26 Q1", "24%"), ("2025/26 Q2", "21%")]
    assert told("Q1: 24%") == [("Q1", "24%")]


def test_words_without_a_date_are_one_update_without_a_day():
    assert told("Dip sample: 6 of 20\nNo more yet") == [("", "Dip sample: 6 of 20\nNo more yet")]
    assert told("As at 1 Oct: mean 17.4") == [("", "As at 1 Oct: mean 17.4")]


def test_the_only_day_in_a_short_sentence_is_its_day_unless_it_looks_ahead():
    assert told("Agreed 22 July 2025 and published") == [("2025-07-22", "Agreed 22 July 2025 and published")]
    assert told("To be agreed by 22 July 2025")[0][0] == ""
    assert told("Agreed 1 May 2025, published 2 June 2025")[0][0] == ""
