"""The second look finds what the first has missed, and names what gives it away, but never the figure."""

from decimal import Decimal

import pytest

from strategy_tracker.model.dates.period import MARCH
from strategy_tracker.model.publication import Publication
from strategy_tracker.publishing.cells import figures as cells
from strategy_tracker.publishing.cells import told
from strategy_tracker.publishing.memory import Memory, remember
from strategy_tracker.publishing.public_record import public_measure
from strategy_tracker.publishing.second_look import SecondLook
from strategy_tracker.publishing.what_to_withhold import Plan, plan
from tests.judging.measure_builder import measure
from tests.publishing.releases import QUARTERS, SIX, YEAR

from .test_what_to_withhold import count, percent


def everything(measures):
    """A plan that shows whatever the files do not withhold themselves."""
    shown = {
        cell: frozenset({told(reading, one.unit)})
        for one in measures
        for cell, _, reading in cells(one)
        if reading.symbol != "c"
    }
    return Plan(frozenset(one.id for one in measures), frozenset(), shown)


NOTHING = Memory()


def said(measures, memory=NOTHING):
    """What the second look says where the first has done nothing."""
    public = [public_measure(one, everything(measures)) for one in measures]
    return {(one.title, one.period, one.how) for one in SecondLook(measures, public, memory, SIX.below).leaks()}


def before(**given):
    """What one earlier document told of the year."""
    told_of = {name: {YEAR: Decimal(value) if value != "c" else value} for name, value in given.items()}
    tree = {"issued": "2023-01-01", "suppress_below": Decimal(6), "figures": told_of}
    return remember([Publication.model_validate(tree, context={"year_end": MARCH})])


LITTLE = "too little is left of its total"


def of_year(**values):
    return [count(name, {YEAR: value}, part_of=None if name == "t" else "t") for name, value in values.items()]


def test_a_small_count_that_is_printed_is_found():
    assert said([count("a", {YEAR: 3})]) == {("A", YEAR, "it holds a count under 6")}


@pytest.mark.parametrize("reading", [{"numerator": 3, "denominator": 40}, {"numerator": 38, "denominator": 40}])
def test_a_percentage_on_few_is_found(reading):
    assert said([percent("a", {YEAR: reading})]) == {("A", YEAR, "it holds a count under 6")}


def test_a_measure_that_is_not_public_is_found():
    inside = measure(id="a", title="A", unit="count", readings={YEAR: 30})
    assert said([inside]) == {("A", YEAR, "its measure is not marked public")}


def test_what_an_earlier_document_left_out_is_found():
    assert said([count("a", {YEAR: 30})], before(a="c")) == {("A", YEAR, "an earlier document left it out")}


def test_a_total_less_its_other_parts_is_found_with_its_source():
    parts = of_year(t=40, a="c", b=37)
    public = [public_measure(one, everything(parts)) for one in parts]
    (leak,) = SecondLook(parts, public, Memory(), SIX.below).leaks()
    assert (leak.title, leak.how, leak.sources) == ("A", LITTLE, (f"'T' for {YEAR}",))


def test_two_withheld_parts_whose_sum_is_small_are_found():
    assert said(of_year(t=25, a="c", b="c", d=20)) == {("A", YEAR, LITTLE)}
    assert said(of_year(t=26, a="c", b="c", d=20)) == set()


def test_a_total_with_a_few_more_than_its_parts_is_found():
    assert said(of_year(t=40, a=19, b=19)) == {("T", YEAR, "it has a few more than its parts")}
    assert said(of_year(t=40, a=16, b=16)) == set()


def test_a_part_that_was_once_shown_is_no_second_unknown():
    assert said(of_year(t=40, a="c", b="c"), before(b=30)) == {("A", YEAR, LITTLE)}


def test_a_part_of_a_year_that_is_out_is_not_told_by_a_second_sum():
    quarter = QUARTERS[0]
    rows = [count("t", {quarter: 20}), count("a", {quarter: "c", YEAR: "c"}, part_of="t")]
    rows.append(count("b", {quarter: "c"}, part_of="t"))
    assert said(rows) == set()
    assert said(rows, before(a=30)) == {("A", quarter, "it stands in two sums")}


def test_quarters_that_are_shown_are_taken_off_a_total():
    parts = [count(name, {YEAR: "c", QUARTERS[0]: 15}, part_of="t") for name in "ab"]
    assert said([count("t", {YEAR: 33}), *parts]) == {("A", YEAR, LITTLE)}


def test_a_year_above_a_withheld_quarter_is_found_unless_it_was_out():
    rows = [count("a", {YEAR: 60, QUARTERS[0]: "c"})]
    assert said(rows) == {("A", QUARTERS[0], "a longer period is shown")}
    assert said(rows, before(a=60)) == set()


def test_a_year_with_a_few_more_than_its_quarters_is_found():
    quarters = dict.fromkeys(QUARTERS[:3], 20)
    how = "it has a few more than its shorter periods"
    assert said([count("a", quarters | {YEAR: 63}, span="period")]) == {("A", YEAR, how)}
    assert said([count("a", quarters | {YEAR: 63}, span="snapshot")]) == set()


def test_a_small_step_of_a_running_total_is_found():
    rows = dict(zip(QUARTERS, (20, 23), strict=False))
    how = "it is a few more than the running total before"
    assert said([count("a", rows, span="cumulative")]) == {("A", QUARTERS[1], how)}


def test_those_whom_a_count_of_some_leaves_are_found():
    rows = [count("w", {YEAR: 20}), count("a", {YEAR: 17}, of="w")]
    assert said(rows) == {("W", YEAR, "it has a few more than its parts")}
    assert said([count("w", {YEAR: 20}), count("a", {YEAR: "c"}, of="w")]) == set()


def test_a_share_of_a_withheld_whole_is_found():
    rows = [count("w", {YEAR: "c"}), percent("a", {YEAR: {"numerator": 10, "denominator": 20}}, of="w")]
    assert said(rows) == {("A", YEAR, "it is a share of a figure that is left out")}


def test_no_message_holds_the_figure():
    assert "42" not in repr(said(of_year(t=7919, a="c", b=7877)))


def test_what_the_rule_leaves_is_never_refused():
    rows = [*of_year(t=18, a=3, b=7, d=8), count("q", dict(zip(QUARTERS, (3, 20, 9, 15), strict=True)) | {YEAR: 47})]
    public = [public_measure(one, plan(rows, Memory(), SIX, MARCH)) for one in rows]
    assert SecondLook(rows, public, Memory(), SIX.below).leaks() == []
