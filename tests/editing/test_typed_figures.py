import pytest

from strategy_tracker.editing.typed_figures import figure, period_and_figure
from strategy_tracker.model.dates.period import MARCH
from strategy_tracker.problem import Problem


@pytest.mark.parametrize(
    ("typed", "period", "rest"),
    [
        ("2022/23 Q2 64", "2022/23 Q2", "64"),
        ("2022/23 64", "2022/23", "64"),
        ("AY 2021/22 c", "AY 2021/22", "c"),
        ("2022/23 Q1..2022/23 Q3 12", "2022/23 Q1..2022/23 Q3", "12"),
        ("2020..2024 64", "2020..2024", "64"),
        (" 2022-06   105/262 ", "2022-06", "105/262"),
        ("2022 better than last year", "2022", "better than last year"),
    ],
)
def test_a_period_and_a_figure_stand_on_one_line(typed, period, rest):
    when, figure_of_it = period_and_figure(typed, MARCH)
    assert (when.text, figure_of_it) == (period, rest)


@pytest.mark.parametrize(
    ("typed", "message"),
    [("2022/23 Q2", "there is no figure after 2022/23 Q2"), ("64", "'64' is not a period"), ("2011-12 5", "may be")],
)
def test_one_of_the_two_is_missing(typed, message):
    with pytest.raises(Problem, match=message):
        period_and_figure(typed, MARCH)


def test_words_keep_the_minus_that_was_typed():
    assert figure("\N{MINUS SIGN}5, they say", "narrative") == {"words": "\N{MINUS SIGN}5, they say"}
