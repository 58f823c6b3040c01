"""Numerators and denominators in columns of their own."""

from tests.intake.reading import codes, of_csv

LONG = "Indicator,Unit,Period,Actual,Numerator,Denominator\n"


def readings(text):
    _, draft, ledger = of_csv(text)
    return [(period, one.said) for each in draft.measures for period, one in each.readings.items()], draft, ledger


def test_a_part_and_its_whole_are_the_reading_where_the_share_agrees():
    found, _, ledger = readings(f"{LONG}Answered,%,2023/24,88.1,37,42\nAnswered,%,2024/25,90,44,49\n")
    assert found == [("2023/24", "37/42"), ("2024/25", "44/49")]
    assert not ledger.remarks


def test_a_share_that_agrees_tells_the_unit():
    _, draft, _ = readings("Indicator,Period,Actual,Numerator,Denominator\nAnswered,2023/24,88,44,50\n")
    assert draft.measures[0].unit == "percent"


def test_a_share_that_differs_is_kept_and_said():
    found, _, ledger = readings(f"{LONG}Answered,%,2023/24,91,44,50\n")
    assert found == [("2023/24", "91")]
    assert codes(ledger) == {("row 2, column E", "parts-differ"), ("row 2, column F", "parts-differ")}
    assert "44 of 50 is 88, and the figure is 91" in ledger.remarks[0].words


def test_parts_of_what_is_no_percentage_are_said_to_have_no_place():
    found, _, ledger = readings(f"{LONG}Fires,per 1000,2023/24,2.5,50,20000\n")
    assert found == [("2023/24", "2.5")]
    assert codes(ledger) == {("column E", "no-place-for-it"), ("column F", "no-place-for-it")}


def test_a_part_and_its_whole_alone_are_a_reading():
    found, draft, _ = readings("Indicator,Period,Numerator,Denominator\nAnswered,2023/24,44,50\n")
    assert (found, draft.measures[0].unit) == ([("2023/24", "44/50")], "percent")


def test_they_stand_beside_the_only_reading_of_a_row_of_measures():
    found, _, ledger = readings("Measure,Unit,2024/25,Numerator,Denominator\nAnswered,%,88,44,50\n")
    assert found == [("2024/25", "44/50")]
    found, _, ledger = readings("Measure,Unit,2023/24,2024/25,Numerator,Denominator\nAnswered,%,87,88,44,50\n")
    assert found == [("2023/24", "87"), ("2024/25", "88")]
    assert {code for _, code in codes(ledger)} == {"no-place-for-it"}
