"""Figures of others join a measure by its code: its own come first, the latest download counts, and a group ranks."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategy_tracker.judging.judge_record import judge_record
from strategy_tracker.judging.measures.others.join import is_ourselves, join, other_figures
from strategy_tracker.model.comparators import Comparators
from strategy_tracker.model.dates.period import MARCH
from strategy_tracker.model.measures.measure import Measures
from strategy_tracker.model.settings import DEFAULTS
from tests.judging.measure_builder import as_read, measure

TODAY = date(2024, 4, 1)
YEAR = "2022/23"


def table(*rows, downloaded="2023-11-16", source="National tables"):
    """A file of comparators; each row is a geography, its group, and its figures by code and period."""
    listed = [
        {"geography": geography, "figures": figures} | ({"group": group} if group else {})
        for geography, group, figures in rows
    ]
    tree = {"source": source, "downloaded": downloaded, "comparators": listed}
    return Comparators.model_validate(as_read(tree), context={"year_end": MARCH})


def england(value, period=YEAR, **more):
    return table(("England", None, {"CLA-3": {period: value}}), **more)


def stood(*files, today=TODAY, organisation=None, **keys):
    given = {"code": "CLA-3", "better": "lower", "readings": {YEAR: 8}, **keys}
    record = Measures.model_construct(measures=(measure(**given),))
    settings = DEFAULTS.model_copy(update={"organisation": organisation})
    others = other_figures((f"comparators/{n}.yaml", one) for n, one in enumerate(files))
    (found,) = judge_record(record, "m.yaml", today, settings, others=others).measures
    return found


def positions(found):
    return [(one.name, one.kind) for one in found.comparisons]


def places(found):
    return [(one.period, one.place, one.of, one.among) for one in found.ranks]


# one more benchmark


def test_a_figure_of_the_same_code_gives_a_position_with_its_source():
    (found,) = stood(england(10)).comparisons
    assert found == (
        "England",
        "below",
        "2 points below England (10% in 2022/23)",
        "National tables, downloaded 2023-11-16",
    )


@pytest.mark.parametrize(("code", "expected"), [("CLA-3", 1), ("cla -3", 1), ("CLA-4", 0), (None, 0)])
def test_codes_are_one_whatever_their_blanks_and_capitals(code, expected):
    assert len(stood(england(10), code=code).comparisons) == expected


def test_it_is_known_from_the_day_of_its_download_on():
    assert stood(england(10), today=date(2023, 11, 15)).comparisons == ()
    assert len(stood(england(10), today=date(2023, 11, 16)).comparisons) == 1


def test_a_benchmark_of_its_own_comes_first_and_is_completed():
    own = {"ENGLAND": {YEAR: 7}}
    assert positions(stood(england(10), benchmarks=own)) == [("ENGLAND", "above")]
    assert positions(stood(england(10), benchmarks={"ENGLAND": {"2021/22": 7}})) == [("ENGLAND", "below")]
    assert positions(stood(england(10), benchmarks={"London": {YEAR: 8}})) == [
        ("London", "level"),
        ("England", "below"),
    ]


def test_of_two_downloads_the_later_one_counts_and_the_earlier_one_did_before():
    files = [england(10), england(7, "2022/2023", downloaded="2024-03-01")]
    for order in (files, files[::-1]):
        assert positions(stood(*order)) == [("England", "above")]
        assert positions(stood(*order, today=date(2024, 2, 1))) == [("England", "below")]


def test_of_two_downloads_of_one_day_the_first_file_counts():
    assert positions(stood(england(10), england(7))) == [("England", "below")]


def test_a_measure_can_be_coloured_by_it():
    found = stood(england(10), compared_with="England", level_within="1 points")
    assert found.rating.colour == "green"
    assert stood(england("c"), compared_with="England").rating.why == "no-comparison"
    assert stood(compared_with="England").rating.why == "no-comparison"


def test_what_is_impossible_for_the_unit_is_no_figure():
    assert stood(england(110)).comparisons == ()
    assert places(stood(table(("A", "near", {"CLA-3": {YEAR: 110}})))) == []


def test_a_table_that_names_the_body_itself_gives_it_no_position_beside_itself():
    found = stood(table(("Bromley", None, {"CLA-3": {YEAR: 8}})), organisation="London Borough of Bromley")
    assert found.comparisons == ()
    assert [is_ourselves(one, "Leeds City Council") for one in ("Leeds", "LEEDS city council", "City", "eds")] == [
        True, True, False, False,
    ]  # fmt: skip
    assert not is_ourselves("Leeds", None)


# the place among a group


def group(figures, **more):
    return table(*((name, "near", {"CLA-3": {YEAR: value}}) for name, value in figures.items()), **more)


def test_a_group_gives_a_place_and_no_positions():
    found = stood(group({"A": 9, "B": 7, "C": 10}))
    assert (positions(found), places(found)) == ([], [(YEAR, 2, 4, "near")])
    assert found.ranks[0].words == "2nd of 4 in near for 2022/23, in the second quartile"
    assert places(stood(group({"A": 9, "B": 7, "C": 10}), better="higher")) == [(YEAR, 3, 4, "near")]


def test_those_that_are_level_share_the_best_place():
    assert places(stood(group({"A": 8, "B": 8, "C": 7}))) == [(YEAR, 2, 4, "near")]


def test_without_the_figure_of_one_of_them_there_is_no_place_and_it_is_said_why():
    some = table(("A", "near", {"CLA-3": {YEAR: 9}}), ("B", "near", {"CLA-4": {YEAR: 9}}))
    found = stood(some)
    assert (places(found), [one.words for one in found.comparisons]) == (
        [], ["no place in near: no figure of B for 2022/23"],
    )  # fmt: skip
    assert [one.words for one in stood(group({"A": "c"})).comparisons] == [
        "no place in near: no figure of A for 2022/23"
    ]
    assert [one.words for one in stood(group({"A": 9}), readings={"2023/24": 8}).comparisons] == [
        "no place in near: no figures of it for 2023/24"
    ]


@pytest.mark.parametrize("better", ["none", "on-target", None])
def test_without_a_better_side_there_is_no_place(better):
    found = stood(group({"A": 9}), better=better)
    assert places(found) == []
    assert found.comparisons[0].words == "no place in near: which way is better is not declared"


def test_the_body_itself_is_not_counted_twice():
    assert places(stood(group({"A": 9, "Bromley": 8}), organisation="London Borough of Bromley")) == [
        (YEAR, 1, 2, "near")
    ]


def test_a_place_on_record_comes_before_the_one_worked_out():
    own = {YEAR: {"place": 9, "of": 10, "in": "NEAR"}}
    assert places(stood(group({"A": 9}), ranks=own)) == [(YEAR, 9, 10, "NEAR")]
    both = stood(group({"A": 9}), ranks={YEAR: {"place": 9, "of": 10, "in": "England"}})
    assert places(both) == [(YEAR, 9, 10, "England"), (YEAR, 1, 2, "near")]


def test_of_two_groups_the_limits_say_which_counts():
    two = table(("A", "near", {"CLA-3": {YEAR: 9}}), ("B", "far", {"CLA-3": {YEAR: 7}}))
    unclear = stood(two, rank_within={"green": "1st"}).rating
    assert (unclear.why, unclear.reason) == (
        "no-rank",
        "1st of 2 in near for 2022/23 and 2nd of 2 in far for 2022/23: 'in' of rank_within says which of them counts",
    )
    assert stood(two, rank_within={"green": "1st", "in": "Near"}).rating.colour == "green"
    assert stood(two, rank_within={"green": "1st", "amber": "2nd", "in": "far"}).rating.colour == "amber"
    assert stood(two, rank_within={"green": "1st", "in": "else"}).rating.reason == "no place among else is recorded yet"


def test_a_later_table_with_other_members_gives_another_place_for_its_periods():
    old = group({"A": 9, "B": 7}, downloaded="2023-11-16")
    new = group({"A": 7, "B": 7, "C": 7}, downloaded="2024-03-01")
    assert places(stood(old, new)) == [(YEAR, 4, 4, "near")]
    assert places(stood(old, new, today=date(2024, 2, 1))) == [(YEAR, 2, 3, "near")]


# a second computation, by sorting


AMOUNTS = st.decimals(0, 100, places=1)


@given(AMOUNTS, st.lists(AMOUNTS, min_size=1, max_size=12), st.sampled_from(["higher", "lower"]))
def test_the_place_is_that_of_a_sorted_list(own, others, better):
    files = group({f"body {n}": value for n, value in enumerate(others)})
    found = stood(files, readings={YEAR: own}, better=better)
    ordered = sorted([own, *others], reverse=better == "higher")
    assert places(found) == [(YEAR, ordered.index(own) + 1, len(ordered), "near")]


@given(AMOUNTS, st.lists(AMOUNTS, min_size=1, max_size=12))
def test_mirrored_figures_give_the_same_place(own, others):
    def place(own, others, better):
        files = group({f"body {n}": value for n, value in enumerate(others)})
        return places(stood(files, readings={YEAR: own}, better=better))

    assert place(own, others, "higher") == place(100 - own, [100 - one for one in others], "lower")


def test_joining_leaves_the_measure_itself_as_it_was():
    given = measure(code="CLA-3", benchmarks={"England": {"2021/22": 7}}, readings={YEAR: 8})
    before = given.model_copy(deep=True)
    joined, _ = join(given, other_figures([("a", england(10))]), TODAY, None)
    assert given == before
    assert [period.text for period in joined.benchmarks["England"]] == ["2021/22", YEAR]
    assert joined.benchmarks["England"][next(iter(given.readings))].value == Decimal(10)
