"""Places among others: their quarter, their colour, and the sentence for both, held against a second computation."""

import re
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategy_tracker.judging.measures.measure_standing import stand_measure
from strategy_tracker.model.settings import DEFAULTS
from tests.judging.measure_builder import measure

TODAY = date(2024, 4, 1)
RULE = {"green": "first quartile", "amber": "third quartile"}
QUARTERS = ("first quartile", "second quartile", "third quartile")
COLOURS = ["red", "amber", "green"]


def stood(place=4, of=32, rule=RULE, **more):
    ranks = {"2022/23": {"place": place, "of": of, "in": "family group"}}
    keys = {"readings": {"2022/23": 50}, "ranks": ranks, "rank_within": rule, **more}
    return stand_measure(measure(**keys), TODAY, DEFAULTS, "", ())


def colour(place, of, **rule):
    return stood(place, of, rule).rating.colour


# the page that explains it

PAGE = (Path(__file__).parents[4] / "docs" / "ratings.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| (\d+) of (\d+) \| (\w+) \| (\w+) \| (.+) \|$", PAGE, re.MULTILINE)


@pytest.mark.parametrize(("place", "of", "quartile", "expected", "words"), ROWS)
def test_the_page_prints_what_the_rules_say(place, of, quartile, expected, words):
    found = stood(int(place), int(of))
    assert (found.rating.colour, found.rating.reason) == (expected, words)
    assert found.ranks[0].words == f"{words.partition(' is ')[0]}, in the {quartile} quartile"


def test_the_page_has_its_rows():
    assert len(ROWS) == 9


# a second computation, by counting who is ahead


def counted(place, of, limit):
    """Whether a place is within a limit: fewer than so many quarters of all are ahead, or the place is no later."""
    if limit in QUARTERS:
        return Fraction(place - 1, of) < Fraction(QUARTERS.index(limit) + 1, 4)
    return place <= int(re.sub(r"\D", "", limit))


LIMITS = st.sampled_from([*QUARTERS, "1st", "2nd", "5th", "22nd"])
PLACES = st.integers(1, 60).flatmap(lambda of: st.tuples(st.integers(1, of), st.just(of)))


@given(PLACES, LIMITS, LIMITS)
def test_the_colour_is_that_of_a_second_computation(placed, green, amber):
    place, of = placed
    within = counted(place, of, green), counted(place, of, amber)
    assert colour(place, of, green=green, amber=amber) == ("green" if within[0] else "amber" if within[1] else "red")


@given(PLACES, LIMITS, LIMITS)
def test_a_better_place_is_never_a_worse_colour(placed, green, amber):
    place, of = placed
    before = colour(max(1, place - 1), of, green=green, amber=amber)
    assert COLOURS.index(before) >= COLOURS.index(colour(place, of, green=green, amber=amber))


@given(PLACES, LIMITS)
def test_polarity_means_nothing_to_a_place(placed, limit):
    found = {stood(*placed, {"green": limit, "amber": "third quartile"}, better=way).rating
             for way in ("higher", "lower", "on-target", None)}  # fmt: skip
    assert len(found) == 1


@pytest.mark.parametrize("of", range(1, 41))
def test_a_boundary_belongs_to_the_better_colour_on_both_sides(of):
    colours = [colour(place, of, **RULE) for place in range(1, of + 1)]
    green, amber = -(-of // 4), -(-3 * of // 4)
    assert colours == ["green"] * green + ["amber"] * (amber - green) + ["red"] * (of - amber)


# what is not rated, and why


def test_without_amber_a_worse_place_is_not_rated():
    found = stood(6, 32, {"green": "5th"}).rating
    assert (found.why, found.reason) == (
        "no-rule",
        "6th of 32 in family group for 2022/23 is worse than the 5th place but no amber boundary is declared",
    )


def test_with_nothing_amber_a_worse_place_is_red():
    assert stood(5, 32, {"green": "5th"}, amber="none").rating.colour == "green"
    found = stood(6, 32, {"green": "5th"}, amber="none").rating
    assert found.colour == "red"
    assert found.reason.endswith("is worse than the 5th place; this measure is green or red and has no amber")


def test_a_place_is_of_the_period_of_the_reading():
    found = stood(readings={"2022/23": 50, "2023/24": 51}).rating
    assert (found.why, found.reason) == (
        "no-rank",
        "no place among others is recorded for 2023/24; the last is 4th of 32 in family group for 2022/23",
    )
    assert stood(readings={"2022/2023": 50}).rating.colour == "green"
    assert stood(ranks={}).rating.reason == "no place among others is recorded yet"


def test_a_measure_of_places_alone_is_rated_by_the_last():
    two = {"2021/22": {"place": 30, "of": 32}, "2022/23": {"place": 1, "of": 32}}
    found = stood(readings={}, ranks=two)
    assert found.rating.reason == "1st of 32 for 2022/23 is no worse than the first quartile (1st to 8th)"
    assert [one.place for one in found.ranks] == [30, 1]


def test_a_place_is_known_when_its_period_is_over():
    early = stand_measure(
        measure(ranks={"2022/23": {"place": 1, "of": 4}}, rank_within=RULE), date(2023, 3, 30), DEFAULTS, "", ()
    )
    assert (early.ranks, early.rating.why) == ((), "no-rank")


def test_what_is_suppressed_has_no_place_and_context_no_colour():
    assert stood(readings={"2022/23": "c"}).rating.why == "suppressed"
    assert stood(readings={"2022/23": "x"}).rating.colour == "green"
    assert stood(better="none").rating.why == "context"
    assert stood(withdrawn={"on": "2023-05-01"}).rating.why == "withdrawn"
