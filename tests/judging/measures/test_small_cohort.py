"""One of few moves a percentage by points, which is said wherever a change is told, in the word of the cohort."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategy_tracker.judging.measures.measure_standing import stand_measure
from strategy_tracker.judging.measures.small_cohort import one_is
from strategy_tracker.model.dates.period import MARCH
from strategy_tracker.model.settings import DEFAULTS
from strategy_tracker.publishing.memory import Memory
from strategy_tracker.publishing.public_record import public_measure
from strategy_tracker.publishing.what_to_withhold import plan
from tests.judging.measure_builder import known, measure
from tests.publishing.test_what_to_withhold import T

CHILDREN = {"cohort": "Children looked after for 12 months or more"}


def of(whole, part=10, **keys):
    tested = measure(**{**CHILDREN, **keys})
    return one_is(tested, known("2022/23", {"numerator": part, "denominator": whole}).reading)


@pytest.mark.parametrize(
    ("whole", "words"),
    [(25, "one child = 4 points"), (20, "one child = 5 points"), (10, "one child = 10 points"),
     (49, "one child = 2.0 points"), (24, "one child = 4.2 points"), (1, "one child = 100 points"), (50, ""), (51, ""),
     (0, "")],
)  # fmt: skip
def test_of_fewer_than_fifty_one_is_more_than_two_points(whole, words):
    assert of(whole) == words


@pytest.mark.parametrize(
    ("keys", "word"),
    [({"cohort": "care leavers aged 19"}, "care leaver"), ({"cohort": "Households with children"}, "household"),
     ({"cohort": "Young People"}, "young person"), ({"cohort": "schoolchildren"}, "person"),
     ({"cohort": None}, "person"), ({"counts": "people"}, "child"), ({"counts": "events"}, "event"),
     ({"counts": "posts"}, "post"), ({"counts": "things", "cohort": None}, "thing")],
)  # fmt: skip
def test_one_has_the_word_of_the_cohort_or_of_what_is_counted(keys, word):
    assert of(25, **keys) == f"one {word} = 4 points"


def test_what_is_no_percentage_of_them_says_nothing():
    assert of(25, counts="money") == ""
    assert of(25, unit="rate-per-1000") == ""
    assert one_is(measure(), known("2022/23", 40).reading) == ""


@given(st.integers(1, 200), st.integers(0, 200))
def test_the_points_are_those_of_one_more(whole, part):
    words = of(whole, min(part, whole - 1) if whole > 1 else 0)
    moved = Fraction(100 * (part + 1), whole) - Fraction(100 * part, whole)
    assert bool(words) == (moved > 2)
    if words:
        assert abs(Fraction(words.split()[3]) - moved) <= Fraction(1, 20)


def stood(**keys):
    readings = {
        "2021/22": {"numerator": 21, "denominator": 25}, "2022/23": {"numerator": 20, "denominator": 24},
    }  # fmt: skip
    return stand_measure(measure(**{**CHILDREN, "readings": readings, **keys}), date(2024, 1, 1), DEFAULTS, "", ())


def test_a_change_says_it_of_the_smaller_base_and_the_reading_of_its_own():
    found = stood()
    assert found.short.words == "worse: 84% in 2021/22 to 83.3% in 2022/23, -0.7 points; one child = 4.2 points"
    assert found.long.words.endswith("; one child = 4.2 points")
    assert found.one_is == "one child = 4.2 points"


def test_no_change_says_nothing_of_one():
    same = {"2021/22": {"numerator": 20, "denominator": 25}, "2022/23": {"numerator": 20, "denominator": 25}}
    assert stood(readings=same).short.words.endswith("no change")
    assert stood(readings={"2021/22": 84, "2022/23": 76}).short.words.endswith("-8 points")


def test_the_public_is_told_no_base_by_it():
    one = measure(**CHILDREN, public=True, readings={
        "2021/22": {"numerator": 21, "denominator": 42}, "2022/23": {"numerator": 20, "denominator": 40},
    })  # fmt: skip
    made = public_measure(one, plan([one], Memory(), T, MARCH))
    found = stand_measure(made, date(2024, 1, 1), DEFAULTS, "", ())
    assert [reading.value for reading in made.readings.values()] == [50, 50]
    assert (found.one_is, "one child" in repr(found)) == ("", False)
