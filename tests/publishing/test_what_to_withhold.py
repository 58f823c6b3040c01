"""What is suppressed cannot be worked out from what is published."""

from decimal import Decimal

import pytest

from strategy_tracker.model.period import MARCH
from strategy_tracker.publishing.cells import FigureCell
from strategy_tracker.publishing.public_record import public_measure
from strategy_tracker.publishing.what_to_withhold import plan
from tests.judging.measure_builder import measure

T = Decimal(6)
HIDDEN = "hidden"


def count(name, readings, **more):
    return measure(id=name, title=name.title(), unit="count", public=True, readings=readings, **more)


def percent(name, readings, **more):
    return measure(id=name, title=name.title(), public=True, readings=readings, **more)


def published(measures, threshold=T, then=()):
    """What is left of the numbers: each measure's periods with the amount, or HIDDEN where it is suppressed."""
    made = plan(measures, then, threshold, MARCH)
    return {
        one.id: {
            str(period): HIDDEN if reading.symbol == "c" else reading.value
            for period, reading in public_measure(one, made).readings.items()
        }
        for one in measures
    }


def hidden(measures, threshold=T, then=()):
    return {
        (name, p) for name, row in published(measures, threshold, then).items() for p, v in row.items() if v is HIDDEN
    }


def test_a_small_count_is_suppressed_and_a_zero_is_not():
    assert hidden([count("a", {"2022/23": 5, "2021/22": 6, "2020/21": 0})]) == {("a", "2022/23")}


@pytest.mark.parametrize(
    "reading",
    [
        {"numerator": 3, "denominator": 40},
        {"numerator": 37, "denominator": 40},
        {"value": 7.5, "denominator": 40},
        {"value": 50, "denominator": 4},
        {"value": 50, "numerator": 3},
        {"words": "two of the older ones"},
        {"value": 20, "symbol": "u", "denominator": 20},
        "c",
    ],
)
def test_a_percentage_that_stands_on_few_people_is_suppressed(reading):
    assert hidden([percent("a", {"2022/23": reading})]) == {("a", "2022/23")}


@pytest.mark.parametrize(
    "reading",
    [
        {"numerator": 20, "denominator": 40},
        {"numerator": 0, "denominator": 40},
        {"numerator": 40, "denominator": 40},
        50,
        {"words": "mostly well"},
        "x",
    ],
)
def test_a_percentage_that_stands_on_many_is_published(reading):
    assert hidden([percent("a", {"2022/23": reading})]) == set()


def test_money_and_scores_are_not_counts():
    assert hidden([measure(id="a", unit="pounds", public=True, readings={"2022/23": 3})]) == set()


def test_a_small_former_value_hides_the_figure():
    assert hidden([count("a", {"2022/23": {"value": 20, "was": [{"value": 3}]}})]) == {("a", "2022/23")}


def test_the_last_hidden_part_of_a_total_takes_another_with_it():
    parts = [
        count("all", {"2022/23": 40}),
        *(count(n, {"2022/23": v}, part_of="all") for n, v in zip("abc", (3, 17, 20), strict=True)),
    ]
    assert hidden(parts) == {("a", "2022/23"), ("b", "2022/23")}


def test_two_small_parts_whose_sum_is_small_take_a_third_with_them():
    parts = [
        count("all", {"2022/23": 26}),
        *(count(n, {"2022/23": v}, part_of="all") for n, v in zip("abc", (1, 5, 20), strict=True)),
    ]
    assert len(hidden(parts)) > 2


def test_a_hidden_quarter_takes_another_with_it():
    rows = {"2022/23": 60, "2022/23 Q1": 3, "2022/23 Q2": 20, "2022/23 Q3": 17, "2022/23 Q4": 20}
    assert hidden([count("a", rows, span="period")]) == {("a", "2022/23 Q1"), ("a", "2022/23 Q3")}


def test_snapshots_do_not_add_up():
    rows = {"2022/23": 60, "2022/23 Q1": 3, "2022/23 Q2": 20, "2022/23 Q3": 17, "2022/23 Q4": 20}
    assert hidden([count("a", rows, span="snapshot")]) == {("a", "2022/23 Q1")}


def test_a_cumulative_count_hides_small_first_quarters_and_the_steps_are_safe():
    rows = {"2022/23 Q1": 3, "2022/23 Q2": 20, "2022/23 Q3": 40}
    assert hidden([count("a", rows, span="cumulative")]) == {("a", "2022/23 Q1")}


def test_a_count_of_calendar_years_begins_again_in_january_whatever_the_settings_say():
    """What April has more than March is a count of few people, where a year that began in April would hide it."""
    rows = {"2022-03": 20, "2022-04": 22, "2022-05": 40}
    assert hidden([count("a", rows, span="cumulative")]) == set()
    assert len(hidden([count("a", rows, span="cumulative", targets={"2022": 90})])) == 1
    whole = count("b", {"2022-04": 62}, span="cumulative", targets={"2022": 90})
    assert len(hidden([whole, count("a", rows, span="cumulative", part_of="b")])) >= 1


def test_a_few_more_in_a_running_count_are_a_small_count():
    assert len(hidden([count("a", {"2022/23 Q1": 20, "2022/23 Q2": 22, "2022/23 Q3": 40}, span="cumulative")])) == 1
    assert hidden([count("a", {"2022/23 Q1": 20, "2022/23 Q2": 20, "2022/23 Q3": 40}, span="cumulative")]) == set()


def test_a_quarter_that_is_not_there_is_not_told_by_its_year():
    rows = {"2022/23": 62, "2022/23 Q1": 20, "2022/23 Q2": 20, "2022/23 Q3": 20}
    assert len(hidden([count("a", rows, span="period")])) == 1


def test_a_few_more_than_all_parts_are_a_small_count():
    parts = [count("all", {"2022/23": 40}), *(count(n, {"2022/23": 19}, part_of="all") for n in "ab")]
    assert ("a", "2022/23") in hidden(parts)


def test_a_rolling_year_gives_no_quarter_away():
    rolling = count("a", {"2022-03": 60, "2022-06": 62}, span="rolling-12-months", part_of="all")
    assert hidden([rolling]) == set()


@pytest.mark.parametrize("span", [None, "period", "cumulative", "rolling-12-months"])
def test_a_part_of_another_span_than_its_total_is_no_way_round(span):
    parts = [count("all", {"2022/23": 40}, span=span)]
    parts += [count(n, {"2022/23": v}, part_of="all", span="snapshot") for n, v in (("a", 3), ("b", 37))]
    assert hidden(parts) == {("a", "2022/23"), ("b", "2022/23")}


def test_months_quarters_and_years_are_one_set_of_sums():
    rows = {
        "2022-04": 2,
        "2022-05": 9,
        "2022-06": 9,
        "2022/23 Q1": 20,
        "2022/23 Q2": 30,
        "2022-07": 10,
        "2022-08": 10,
        "2022-09": 10,
    }
    found = hidden([count("a", rows, span="period")])
    assert ("a", "2022-04") in found
    assert len(found) == 2


def test_the_halves_of_percentages_add_up_as_well():
    rows = {
        "2022/23": {"numerator": 63, "denominator": 200},
        **{f"2022/23 Q{n}": {"numerator": 20, "denominator": 50} for n in (1, 2, 3)},
        "2022/23 Q4": {"numerator": 3, "denominator": 50},
    }
    assert len(hidden([percent("a", rows, span="period")])) == 2


def test_benchmarks_are_protected_too():
    one = count("a", {}, benchmarks={"Ward": {"2022/23": 3, "2021/22": 30}})
    made = public_measure(one, plan([one], (), T, MARCH))
    assert [reading.symbol for reading in made.benchmarks["Ward"].values()] == ["c", None]


def test_a_measure_not_marked_public_is_named_and_no_more():
    one = measure(id="a", unit="count", readings={"2022/23": 50}, note="Secret", targets={"2022/23": 60})
    made = public_measure(one, plan([one], (), T, MARCH))
    assert (made.id, made.title, made.readings, made.note, made.targets) == ("a", "M", {}, None, {})


def test_what_is_not_public_cannot_be_worked_out_of_what_is():
    parts = [count("all", {"2022/23": 40}), count("a", {"2022/23": 20}, part_of="all")]
    inside = measure(id="b", unit="count", readings={"2022/23": 20}, part_of="all")
    assert hidden([*parts, inside]) == {("a", "2022/23")}


def test_what_is_hidden_at_one_of_two_moments_is_hidden_at_both():
    now, then = [count("a", {"2022/23": 20})], [count("a", {"2022/23": 4})]
    assert hidden(now, then=then) == hidden(then, then=now) == {("a", "2022/23")}


def test_a_figure_beside_a_hidden_one_has_no_former_value():
    was = {"value": 20, "was": [{"value": 24, "until": "2023-05-01"}]}
    parts = [
        count("all", {"2022/23": 50}),
        count("a", {"2022/23": 3}, part_of="all"),
        count("b", {"2022/23": 27}, part_of="all"),
        count("c", {"2022/23": was}, part_of="all"),
    ]
    then = [count("all", {"2022/23": 54}), *parts[1:3], count("c", {"2022/23": 24}, part_of="all")]
    made = plan(parts, then, T, MARCH)
    shown = {one.id: public_measure(one, made).readings for one in parts}
    before = {one.id: public_measure(one, made).readings for one in then}
    assert list(shown["all"].values()) == list(before["all"].values())
    assert [one.symbol for reading in [*shown["c"].values(), *before["c"].values()] for one in reading.was] in (
        ["c", "c"],
        [],
    )


def test_a_chain_of_totals_that_bites_its_tail_is_no_trap():
    loop = [
        count("a", {"2022/23": 3}, part_of="b"),
        count("b", {"2022/23": 30}, part_of="a"),
        count("s", {"2022/23": 9}, part_of="s"),
    ]
    assert ("a", "2022/23") in hidden(loop)


def test_files_that_contradict_themselves_publish_less_not_more():
    rows = {"2022/23": 10, "2022/23 Q1": 3, "2022/23 Q2": 20, "2022/23 Q3": 20, "2022/23 Q4": 20}
    assert len(hidden([count("a", rows, span="period")])) >= 2


def test_a_plan_names_cells_by_their_days():
    made = plan([count("a", {"2022/2023": 3})], (), T, MARCH)
    assert {(cell.measure, str(cell.start)) for cell in made.suppressed} == {("a", "2022-04-01")}
    assert all(isinstance(cell, FigureCell) for cell in made.suppressed)
