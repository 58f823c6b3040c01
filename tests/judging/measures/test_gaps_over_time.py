"""Where our figures stood beside those of others is told period by period, and whether the gap grew."""

import pytest

from strategy_tracker.judging.measures.gaps_over_time import gaps_over_time
from tests.judging.measure_builder import measure, series

YEARS = ("2018/19", "2019/20", "2020/21")


def told(ours, theirs, **keys):
    def by_year(figures):
        return series({year: one for year, one in zip(YEARS, figures, strict=True) if one is not None})

    return list(gaps_over_time(measure(**keys), {"England": by_year(theirs)}, by_year(ours)))


@pytest.mark.parametrize(
    ("ours", "theirs", "places", "words"),
    [
        ((31, "c", 38.2), (17.8, 24.3, 28.8), ["13.2 points above", "9.4 points above"],
         "the lead shrank by 3.8 points since 2018/19"),
        ((10, 12, 11), (12, 15, 15), ["2 points below", "3 points below", "4 points below"],
         "the gap widened by 2 points since 2018/19"),
        ((10, 12, 20), (12, 12, 15), ["2 points below", "level", "5 points above"],
         "it was 2 points below in 2018/19"),
        ((19, 18, 26), (19, 21, 23), ["level", "3 points below", "3 points above"], "it was level in 2018/19"),
        ((12, 20, 22), (10, None, 20), ["2 points above", "2 points above"], "the lead is as large as in 2018/19"),
    ],
)  # fmt: skip
def test_each_period_with_two_figures_has_a_place(ours, theirs, places, words):
    (found,) = told(ours, theirs)
    assert [point.where for point in found.points] == places
    assert found.words == words


@pytest.mark.parametrize(
    ("better", "ours", "words"),
    [
        ("higher", (12, 15), "the lead grew by 3 points since 2019/20"),
        ("higher", (8, 9), "the gap narrowed by 1 point since 2019/20"),
        ("lower", (12, 15), "the gap widened by 3 points since 2019/20"),
        ("lower", (8, 9), "the lead shrank by 1 point since 2019/20"),
        ("none", (12, 15), "the gap widened by 3 points since 2019/20"),
        (None, (12, 12), "the gap is as wide as in 2019/20"),
    ],
)
def test_who_is_ahead_has_a_lead_that_grows_or_shrinks_and_no_gap_to_close(better, ours, words):
    (found,) = told((None, *ours), (None, 10, 10), better=better)
    assert found.words == words


def test_a_place_told_in_words_is_one_of_the_series_and_makes_no_gap():
    (found,) = told((10, 12, 14), ({"position": "level"}, {"position": "above"}, 12))
    assert [point.where for point in found.points] == ["level, as reported", "above, as reported", "2 points above"]
    assert found.words == ""


@pytest.mark.parametrize(
    ("ours", "theirs", "keys"),
    [
        ((None, None, 14), (10, 11, 12), {}),
        (("c", "c", 14), (10, 11, 12), {}),
        (("c", "c", 14), ({"position": "level"}, {"position": "level"}, 12), {}),
        ((1, 2, 3), (2, 3, 4), {"unit": "rank"}),
    ],
)
def test_nothing_is_told_of_fewer_than_two_places_nor_of_what_has_no_gap(ours, theirs, keys):
    assert told(ours, theirs, **keys) == []
