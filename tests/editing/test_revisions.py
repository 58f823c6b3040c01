import pytest

from strategy_tracker.editing.revisions import ORDER, expected, revised
from strategy_tracker.model.dates.period import MARCH, YearEnd, parse_period
from strategy_tracker.model.measures.reading import Reading
from strategy_tracker.model.values import read_interval


@pytest.mark.parametrize(
    ("last", "every", "year_end", "following"),
    [
        ("2022/23 Q1", "quarter", MARCH, "2022/23 Q2"),
        ("2022/23 Q4", "quarter", MARCH, "2023/24 Q1"),
        ("2022/23 Q2", "6 months", MARCH, "2022/23 Q4"),
        ("2022/23 Q1", "quarter", YearEnd(8), "2022/23 Q2"),
        ("2022/23", "year", MARCH, "2023/24"),
        ("2022", "year", MARCH, "2023"),
        ("AY 2021/22", "year", MARCH, "AY 2022/23"),
        ("AY 2098/99", "year", MARCH, "AY 2099/00"),
        ("2022", "year", YearEnd(12), "2023"),
        ("2022 Q4", "quarter", YearEnd(12), "2023 Q1"),
        ("2022/23 Q1", "quarter", YearEnd(4, 5), "2022/23 Q2"),
        ("2022/23 Q2", "quarter", YearEnd(5, 30), "2022/23 Q3"),
        ("2022/23 Q3", "quarter", YearEnd(5, 30), "2022/23 Q4"),
        ("2022/23 Q4", "quarter", YearEnd(5, 30), "2023/24 Q1"),
        ("2022/23 H2", "6 months", MARCH, "2023/24 H1"),
        ("2023 H1", "6 months", YearEnd(12), "2023 H2"),
        ("2018..2020", "year", MARCH, "2019..2021"),
        ("2015/16..2019/20", "5 years", MARCH, "2020/21..2024/25"),
        ("2023-01", "month", MARCH, "2023-02"),
        ("2023-02", "month", MARCH, "2023-03"),
        ("2022-11-30", "quarter", MARCH, "2023-02-28"),
        ("2023-02-28", "quarter", MARCH, "2023-05-31"),
        ("2023-02-14", "2 weeks", MARCH, "2023-02-28"),
    ],
)
def test_the_reading_that_is_wanted_next_is_for_a_period_of_the_same_kind(last, every, year_end, following):
    assert expected(parse_period(last, year_end), read_interval(every), year_end) == following


def test_no_key_of_a_reading_is_lost_when_its_figure_is_revised():
    assert set(ORDER) == {field.alias or name for name, field in Reading.model_fields.items()}
    held = {"value": 71, "source_note": "The year is not printed", "doubt": "Two were counted twice"}
    new = revised(held, {"value": 69}, {}, "2022-10-04", "", revise=True)
    assert new == held | {"value": 69, "state": "revised", "was": ({"value": 71, "until": "2022-10-04"},)}


def test_a_range_that_became_a_figure_is_kept_in_words():
    (was,) = revised({"from": 427, "to": 431, "note": "So far"}, {"value": 429}, {}, "2022-10-04", "", revise=True)[
        "was"
    ]
    assert was == {"words": "427 to 431", "until": "2022-10-04"}
    (was,) = revised({"above": 40}, {"value": 44}, {}, "2022-10-04", "", revise=True)["was"]
    assert was == {"words": "over 40", "until": "2022-10-04"}
