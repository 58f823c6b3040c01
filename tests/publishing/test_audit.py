"""The second look finds what the first has missed, and names what gives it away, but never the figure."""

import pytest

from strategy_tracker.model.period import MARCH
from strategy_tracker.publishing.audit import find_leaks
from strategy_tracker.publishing.public_record import public_measure
from strategy_tracker.publishing.spots import RawAndPublic
from strategy_tracker.publishing.what_to_withhold import Plan

from .test_what_to_withhold import T, count, percent

NOTHING = Plan(frozenset(), frozenset(), {})


def look(*moments, plan=NOTHING):
    """What the second look says where the first has done nothing but what the files say."""
    sides = [RawAndPublic(tuple(one), tuple(public_measure(m, plan) for m in one)) for one in moments]
    return find_leaks(sides, T, MARCH)


def said(*moments):
    return {(one.title, one.period, one.how) for one in look(*moments)}


EXACTLY = "it can be worked out exactly"
NARROW = "it can be narrowed down to a range of less than 6"


def test_a_small_count_that_is_printed_is_found():
    assert said([count("a", {"2022/23": 3})]) == {("A", "2022/23", "it holds a count under 6")}


@pytest.mark.parametrize("reading", [{"numerator": 3, "denominator": 40}, {"numerator": 38, "denominator": 40}])
def test_a_percentage_on_few_is_found(reading):
    assert said([percent("a", {"2022/23": reading})]) == {("A", "2022/23", "it holds a count under 6")}


def test_a_measure_that_is_not_public_is_found():
    inside = count("a", {"2022/23": 30}).model_copy(update={"public": False})
    assert said([inside]) == {("A", "2022/23", "its measure is not marked public")}


def test_a_total_less_its_other_parts_is_found_with_its_sources():
    parts = [
        count("t", {"2022/23": 40}),
        count("a", {"2022/23": "c"}, part_of="t"),
        count("b", {"2022/23": 37}, part_of="t"),
    ]
    found = look(parts)
    assert {(one.title, one.how) for one in found} == {("A", EXACTLY), ("A", NARROW)}
    assert all(set(one.sources) == {"'T' for 2022/23", "'B' for 2022/23"} for one in found)


def test_a_year_less_its_other_quarters_is_found():
    rows = {"2022/23": 60, "2022/23 Q1": "c", "2022/23 Q2": 20, "2022/23 Q3": 17, "2022/23 Q4": 20}
    assert said([count("a", rows, span="period")]) == {("A", "2022/23 Q1", EXACTLY), ("A", "2022/23 Q1", NARROW)}


def test_a_gap_between_two_running_totals_is_found():
    """April is not printed by itself, but it is what the first quarter has more than May and June."""
    rows = {"2022-04": "c", "2022-05": 20, "2022-06": 20, "2022/23 Q1": 45}
    assert ("A", "2022-04", EXACTLY) in said([count("a", rows)])


def test_a_part_of_a_part_is_found_over_two_sums():
    rows = [
        count("t", {"2022/23": 90}),
        count("a", {"2022/23": "c"}, part_of="t"),
        count("b", {"2022/23": 50}, part_of="t"),
        count("a1", {"2022/23": 30}, part_of="a"),
        count("a2", {"2022/23": "c"}, part_of="a"),
    ]
    assert {("A", "2022/23", EXACTLY), ("A2", "2022/23", EXACTLY)} <= said(rows)


def test_two_hidden_figures_whose_sum_is_small_are_found():
    parts = [
        count("t", {"2022/23": 26}),
        *(count(n, {"2022/23": v}, part_of="t") for n, v in (("a", "c"), ("b", "c"), ("d", 20))),
    ]
    assert said(parts) == {("A", "2022/23", NARROW), ("B", "2022/23", NARROW)}


def test_halves_of_percentages_are_solved_too():
    rows = {"2022/23": {"numerator": 63, "denominator": 200}, "2022/23 Q4": "c"}
    rows |= {f"2022/23 Q{n}": {"numerator": 20, "denominator": 50} for n in (1, 2, 3)}
    assert ("A", "2022/23 Q4", EXACTLY) in said([percent("a", rows, span="period")])


def test_a_figure_under_another_name_is_found():
    rows = {"2022-03": "c", "2022-03-31": 40}
    assert ("A", "2022-03-31", "it is published in another place") in said([count("a", rows, span="snapshot")])


def test_a_figure_that_an_earlier_moment_shows_is_found():
    now, then = [count("a", {"2022/23": "c"})], [count("a", {"2022/23": 40})]
    assert ("A", "2022/23", "it is published in another place") in said(now, then)


def test_an_earlier_value_beside_a_hidden_one_is_found():
    def moment(total, rest):
        parts = [("a", "c"), ("b", "c"), ("d", rest)]
        return [count("t", {"2022/23": total}), *(count(n, {"2022/23": v}, part_of="t") for n, v in parts)]

    told = said(moment(90, 20), moment(95, 20))
    assert {(title, how) for title, _, how in told} == {
        ("T", "an earlier value is shown beside a suppressed figure of its sum")
    }
    assert said(moment(90, 20), moment(90, 20)) == set()


def test_a_small_step_of_a_running_count_is_found():
    rows = {"2022/23 Q1": 20, "2022/23 Q2": 23}
    how = "it begins or ends a stretch of days whose count is under 6"
    assert said([count("a", rows, span="cumulative")]) == {("A", "2022/23 Q2", how)}


def test_enough_hidden_is_enough():
    parts = [
        count("t", {"2022/23": 90}),
        *(count(n, {"2022/23": v}, part_of="t") for n, v in (("a", "c"), ("b", "c"), ("d", 20))),
    ]
    assert said(parts) == set()


def test_figures_that_have_nothing_to_do_with_each_other_are_let_be():
    rolling = {"2022-03": 60, "2022-06": "c", "2022-09": 62}
    running = {"2022/23 Q1": "c", "2022/23 Q2": 40}
    odd = {"2022/23": {"value": 90, "denominator": 100}, "2021/22": "x", "2020/21": {"words": "most"}}
    assert (
        said([count("a", rolling, span="rolling-12-months"), count("b", running, span="cumulative"), percent("d", odd)])
        == set()
    )


def test_no_message_holds_the_figure():
    parts = [
        count("t", {"2022/23": 7919}),
        count("a", {"2022/23": "c"}, part_of="t"),
        count("b", {"2022/23": 7877}, part_of="t"),
    ]
    assert "42" not in repr(look(parts)).replace("2022", "")
