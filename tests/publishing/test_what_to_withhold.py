"""Which figures are withheld is decided by a fixed rule, of all figures and of all that was published before."""

from decimal import Decimal

import pytest

from strategy_tracker.model.dates.period import MARCH
from strategy_tracker.publishing.cells import FigureCell
from strategy_tracker.publishing.memory import Memory
from strategy_tracker.publishing.public_record import public_measure
from strategy_tracker.publishing.what_to_withhold import plan
from strategy_tracker.publishing.withhold import Threshold
from tests.judging.measure_builder import measure
from tests.publishing.releases import QUARTERS, SIX, YEAR, figures, year
from tests.publishing.releases import published as documents

T = Threshold(Decimal(6))
HIDDEN = "hidden"


def count(name, readings, **more):
    return measure(id=name, title=name.title(), unit="count", public=True, readings=readings, **more)


def percent(name, readings, **more):
    return measure(id=name, title=name.title(), public=True, readings=readings, **more)


def published(measures, threshold=T):
    """What is left of the numbers: each measure's periods with the amount, or HIDDEN where it is suppressed."""
    made = plan(measures, Memory(), threshold, MARCH)
    return {
        one.id: {
            str(period): HIDDEN if reading.symbol == "c" else reading.value
            for period, reading in public_measure(one, made).readings.items()
        }
        for one in measures
    }


def hidden(measures, threshold=T):
    return {(name, p) for name, row in published(measures, threshold).items() for p, v in row.items() if v is HIDDEN}


def row(*releases):
    """What each of several documents shows, figure by figure, in one line each."""
    return [" ".join(value for _, value in output) for output in documents(*releases)]


# the table of docs/howto/publish.md


def test_a_small_part_hides_all_parts_and_no_total():
    assert row(year(t=18, a=3, b=7, c=8)) == ["18 c c c"]


def test_a_small_quarter_hides_itself_and_the_year():
    quarters = dict(zip(QUARTERS, (3, 20, 9, 15), strict=True))
    assert row([figures("a", quarters | {YEAR: 47})]) == ["c 20 9 15 c"]
    assert published([count("a", quarters | {YEAR: 47}, publish="year")]) == {"a": {YEAR: 47}}


def test_half_years_and_ranges_are_as_long_as_they_are():
    rows = {"2020/21 H1": 10, "2021/22 Q1..2021/22 Q2": 20, "2021/22..2022/23": 30}
    assert published([count("a", rows, publish="year")]) == {"a": {"2021/22..2022/23": 30}}
    assert published([count("a", rows, publish="quarter")]) == {"a": rows}


def test_a_new_small_part_hides_the_total_but_not_what_is_out():
    assert row(year(t=10, a=10), year(t=13, a=10, b=3)) == ["10 10", "c 10 c"]


def test_a_total_that_changes_with_its_list_of_parts_is_withheld():
    assert row(year(t=20, a=3, b=9, c=8), year(t=17, b=9, c=8)) == ["20 c c c", "c c c"]


def test_a_running_total_is_shown_when_it_has_grown_enough():
    assert row([figures("a", dict(zip(QUARTERS, (7, 10, 14), strict=False)), span="cumulative")]) == ["7 c 14"]


def test_a_share_is_withheld_for_the_few_who_are_left():
    assert row([figures("a", {YEAR: (8, 12)}, "percent")]) == ["c"]


# rule 1: parts, shares, and what a total has over


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


@pytest.mark.parametrize("span", [None, "period", "cumulative", "rolling-12-months"])
def test_a_part_of_another_span_than_its_total_is_no_way_round(span):
    parts = [count("all", {"2022/23": 40}, span=span)]
    parts += [count(n, {"2022/23": v}, part_of="all", span="snapshot") for n, v in (("a", 3), ("b", 37))]
    assert hidden(parts) == {("a", "2022/23"), ("b", "2022/23")}


def test_benchmarks_are_protected_too():
    one = count("a", {}, benchmarks={"Ward": {"2022/23": 3, "2021/22": 30}})
    made = public_measure(one, plan([one], Memory(), T, MARCH))
    assert [reading.symbol for reading in made.benchmarks["Ward"].values()] == ["c", None]


def test_a_measure_not_marked_public_is_named_and_no_more():
    one = measure(id="a", unit="count", readings={"2022/23": 50}, note="Secret", targets={"2022/23": 60})
    made = public_measure(one, plan([one], Memory(), T, MARCH))
    assert (made.id, made.title, made.readings, made.note, made.targets) == ("a", "M", {}, None, {})


def test_a_chain_of_totals_that_bites_its_tail_is_no_trap():
    loop = [
        count("a", {"2022/23": 3}, part_of="b"),
        count("b", {"2022/23": 30}, part_of="a"),
        count("s", {"2022/23": 9}, part_of="s"),
    ]
    assert ("a", "2022/23") in hidden(loop)


def test_a_plan_names_cells_by_their_days():
    made = plan([count("a", {"2022/2023": 3})], Memory(), T, MARCH)
    assert {(cell.measure, str(cell.start)) for cell in made.suppressed} == {("a", "2022-04-01")}
    assert all(isinstance(cell, FigureCell) for cell in made.suppressed)


def test_what_a_total_has_over_is_a_part_by_its_size():
    assert row(year(t=40, a=19, b=19)) == ["40 c c"]
    assert row(year(t=40, a=16, b=16)) == ["40 16 16"]


def test_the_only_part_that_is_not_public_hides_its_brothers():
    inside = figures("b", {YEAR: 20}, part_of="t", public=False)
    assert row([*year(t=40, a=20), inside]) == ["40 c"]
    assert row([*year(t=60, a=20), inside, figures("c", {YEAR: 20}, part_of="t", public=False)]) == ["60 20"]


def test_zeros_are_withheld_where_the_settings_say_so():
    zeros = Threshold(Decimal(6), zeros=True)
    rows = [count("a", {YEAR: 0}), percent("b", {YEAR: {"numerator": 0, "denominator": 40}})]
    rows += [percent("d", {YEAR: {"numerator": 40, "denominator": 40}})]
    assert hidden(rows) == set()
    assert hidden(rows, zeros) == {(name, YEAR) for name in "abd"}


def test_a_share_alone_is_judged_by_its_whole_and_withheld_where_that_has_no_figure():
    bare = percent("a", {YEAR: 25}, of="w")
    assert hidden([bare, count("w", {YEAR: 40})]) == set()
    assert hidden([bare, count("w", {YEAR: 20})]) == {("a", YEAR)}
    assert hidden([bare, count("w", {"2021/22": 20})]) == {("a", YEAR)}


def test_what_counts_no_people_is_not_small():
    assert hidden([count("a", {YEAR: 3}, counts="events"), percent("b", {YEAR: 25}, counts="money")]) == set()
    assert hidden([count("a", {YEAR: 3}, counts="people")]) == {("a", YEAR)}


def test_a_count_of_some_of_a_whole_hides_as_its_part():
    assert row([figures("w", {YEAR: 20}), figures("a", {YEAR: 17}, of="w")]) == ["20 c"]
    assert row([figures("w", {YEAR: 20}), figures("a", {YEAR: 12}, of="w")]) == ["20 12"]


def test_a_share_goes_with_its_whole():
    whole = figures("w", {YEAR: 20}, part_of="t")
    assert row([figures("t", {YEAR: 23}), whole, figures("a", {YEAR: (10, 20)}, "percent", of="w")]) == ["23 c c"]


# rule 2: longer and shorter periods


def test_months_quarters_and_years_hide_upwards():
    rows = {"2022-04": 2, "2022-05": 9, "2022-06": 9, "2022/23 Q1": 20, "2022/23 Q2": 30, YEAR: 90}
    assert hidden([count("a", rows, span="period")]) == {("a", "2022-04"), ("a", "2022/23 Q1"), ("a", YEAR)}


def test_shares_of_quarters_hide_the_share_of_the_year():
    shares = dict.fromkeys(QUARTERS[:3], (20, 50)) | {QUARTERS[3]: (3, 50), YEAR: (63, 200)}
    assert row([figures("a", shares, "percent")]) == ["40 40 40 c c"]


def test_what_is_left_of_a_year_that_is_out_counts_as_written():
    rows = dict(zip(QUARTERS, (20, 20, 17, 3), strict=True)) | {YEAR: 60}
    first = {YEAR: 60}
    assert row([figures("a", first)], [figures("a", {QUARTERS[0]: 20} | first)], [figures("a", rows)]) == [
        "60",
        "20 60",
        "20 c c c 60",
    ]
    assert row([figures("a", {q: rows[q] for q in (*QUARTERS[:3], YEAR)})]) == ["20 20 17 c"]


def test_a_year_withheld_before_its_quarters_came_hides_them_all():
    assert row([figures("a", {YEAR: 3})], [figures("a", {QUARTERS[0]: 0, YEAR: 3})]) == ["c", "c c"]


def test_of_years_that_cross_the_financial_ones_are_shown():
    rows = {"2022": 40, "2022/23": 50, "AY 2022/23": 60, "2022/23 Q1": 20}
    assert hidden([count("a", rows, span="period")]) == {("a", "2022"), ("a", "AY 2022/23")}


# rule 3: a total over withheld parts


def test_a_total_stays_where_its_parts_can_be_worked_out_from_quarters():
    """The year of a is the sum of its quarters, so a total of the year would tell b."""
    quarters = dict.fromkeys(QUARTERS, 10) | {YEAR: 40}
    rows = [figures("t", {YEAR: 43}), figures("a", quarters, part_of="t"), figures("b", {YEAR: 3}, part_of="t")]
    assert row(rows) == ["c 10 10 10 10 c c"]


def test_shorter_periods_that_are_shown_are_taken_off_a_total():
    rows = {QUARTERS[0]: 20, QUARTERS[1]: 2, YEAR: 22}, {QUARTERS[0]: 9, QUARTERS[1]: 1, YEAR: 10}
    parts = [figures(name, each, part_of="t") for name, each in zip("ab", rows, strict=True)]
    assert row([figures("t", {YEAR: 32}), *parts]) == ["c 20 c c 9 c c"]


def test_a_withheld_total_takes_parts_along_that_would_tell_it():
    inside = figures("t", {YEAR: 40}, public=False)
    assert row([inside, *year(a=20, b=20)]) == ["c c"]
    assert row(year(t=4, a=0, b=4), year(t=20, a=8, b=12)) == ["c c c", "c c c"]


def test_one_part_that_was_once_shown_is_no_second_unknown():
    assert row(year(a=8, b=9), year(t=20, a=8, b=3, c=9)) == ["8 9", "c 8 c c"]


# rule 4: running totals and rolling years


def test_parts_of_running_totals_are_shown_at_the_end_of_the_year():
    rows = [
        figures(name, dict(zip((QUARTERS[0], QUARTERS[3]), values, strict=True)), span="cumulative", part_of=above)
        for name, values, above in (("t", (20, 60), None), ("a", (10, 30), "t"), ("b", (10, 30), "t"))
    ]
    assert row(rows) == ["20 60 c 30 c 30"]


def test_a_rolling_year_of_a_count_ends_with_the_year():
    rolling = count("a", {"2022-03": 60, "2022-06": 62}, span="rolling-12-months")
    assert hidden([rolling]) == {("a", "2022-06")}
    share = {"numerator": 20, "denominator": 60}
    assert hidden([percent("a", {"2022-03": share, "2022-06": share}, span="rolling-12-months")]) == set()


# rule 5: withheld once, withheld for good; the strictest of then and now


def test_what_was_withheld_stays_withheld():
    assert row(year(a=3), year(a=20)) == ["c", "c"]


def test_the_highest_threshold_of_all_documents_holds():
    ten = Threshold(Decimal(10))
    assert documents(year(a=20), year(b=8), thresholds=[ten, SIX])[1] == ((("b", YEAR), "c"),)
    assert documents(year(a=8), year(a=8), thresholds=[SIX, ten])[1] == ((("a", YEAR), "c"),)


def test_files_that_contradict_themselves_publish_less_not_more():
    rows = {YEAR: 10} | dict(zip(QUARTERS, (3, 20, 20, 20), strict=True))
    assert hidden([count("a", rows, span="period")]) == {("a", QUARTERS[0]), ("a", YEAR)}


def test_a_former_value_is_shown_where_it_was_published():
    revised = count("a", {YEAR: {"value": 20, "was": [{"value": 24, "until": "2023-05-01"}]}})
    (shown,) = public_measure(revised, plan([revised], Memory(), T, MARCH)).readings.values()
    assert shown.was == ()
