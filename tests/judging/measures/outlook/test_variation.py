"""Limits and signals: against published worked examples, against a second computation, and for any numbers."""

import itertools
from datetime import date
from decimal import Decimal
from fractions import Fraction
from statistics import fmean
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategy_tracker.judging.measures.measure_standing import stand_measure
from strategy_tracker.judging.measures.outlook.variation import limits_of, signals
from strategy_tracker.judging.standing.of_outlook import VariationStanding
from strategy_tracker.model.settings import DEFAULTS
from tests.judging.measure_builder import measure
from tests.judging.measures.outlook.page import table

LATER = date(2030, 1, 1)


def months(values: list[Any], first: int = 2016 * 12 + 3) -> dict[str, Any]:
    """A reading for each of some successive months, from April 2016 on."""
    return {f"{(first + n) // 12}-{(first + n) % 12 + 1:02d}": value for n, value in enumerate(values)}


def stood(values: list[Any], as_at: date = LATER, **keys: Any) -> VariationStanding:
    given = {"unit": "score", "better": "lower", "variation": "xmr", "readings": months(values), **keys}
    found = stand_measure(measure(**given), as_at, DEFAULTS, "", ()).variation
    assert found is not None
    return found


# published examples

OUTLIER = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]
"""NHSRplotthedots 0.2.2 (NHS-R Community for NHS England's Making Data Count), vignette "Deviations from Excel
defaults", which gives the limits of the programme's own spreadsheet: upper 6.95, mean 1.94, lower -3.06."""

BREACHES = [
    1195, 1843, 1397, 1333, 1771, 1751, 2013, 1759, 2179, 2585, 1654, 1543,
    1632, 1558, 1190, 1357, 1279, 1683, 2190, 1804, 986, 2181, 2048, 2154,
]  # fmt: skip
"""Four-hour breaches of type 1 departments at RRK, April 2016 to March 2018: NHS England's A&E attendances, as in
NHSRdatasets. The package's introduction says of its chart that eight in a row are on one side of the mean."""

STEADY = [
    1199, 929, 970, 1178, 1110, 1388, 2061, 1985, 2675, 3141, 1942, 2030,
    1309, 1960, 1169, 1117, 1085, 1492, 1280, 1197, 1569, 1406, 1328, 1564,
]  # fmt: skip
"""The same at RQM; the README of the package prints, for a target of 1,200 and fewer being better: common cause,
inconsistent."""


def test_limits_are_those_of_the_spreadsheet_of_making_data_count() -> None:
    found = stood(OUTLIER)
    assert [round(amount or 0, 2) for amount in (found.upper, found.mean, found.lower)] == [
        Decimal("6.95"), Decimal("1.94"), Decimal("-3.06"),
    ]  # fmt: skip
    flags = signals([Fraction(one) for one in OUTLIER], limits_of([Fraction(one) for one in OUTLIER]))
    assert [n for n, flag in enumerate(flags) if flag] == [4]


def test_the_printed_words_for_a_stable_department_are_no_special_cause_and_hit_and_miss() -> None:
    found = stood(STEADY, unit="count", targets={"2017/18": 1200})
    assert (found.kind, found.assurance) == ("none", "hit-and-miss")


def test_eight_in_a_row_on_one_side_are_marked_as_in_the_published_chart() -> None:
    numbers = [Fraction(one) for one in BREACHES]
    marked = [flag.side if flag else 0 for flag in signals(numbers, limits_of(numbers))]
    runs = "".join("0+-"[side] for side in marked).split("0")
    assert max(map(len, runs)) == 8


@pytest.mark.parametrize(
    ("numbers", "rising"),
    [
        ([1, 2, 3, 4, 5, 6], []),
        ([1, 2, 3, 3, 4, 5, 6], []),
        ([1, 2, 3, 4, 5, 6, 7], [1] * 7),
        ([2, 1, 2, 3, 4, 5, 6, 7, 3], [0, 1, 1, 1, 1, 1, 1, 1, 0]),
        ([2, 7, 6, 5, 4, 3, 2, 1, 3], [0, -1, -1, -1, -1, -1, -1, -1, 0]),
    ],
)
def test_a_trend_is_seven_in_a_row_as_in_the_tests_of_the_package(numbers: list[int], rising: list[int]) -> None:
    wide = limits_of([Fraction(0), Fraction(100)])
    found = signals([Fraction(one) for one in numbers], wide)
    assert [flag.side if flag and flag.rule == "trend" else 0 for flag in found] == (rising or [0] * len(numbers))


def test_two_of_three_near_a_limit_count_only_on_one_side_of_the_mean() -> None:
    numbers = [Fraction(one) for one in [1, -1] * 7]
    limits = limits_of([*numbers, Fraction("5.5"), Fraction("-5.5")])
    beside = [flag for flag in signals([*numbers, Fraction("5.5"), Fraction("-5.5")], limits) if flag]
    assert beside == []
    near = signals([*numbers, *(Fraction("7.5"), Fraction(1), Fraction("7.5"))], limits)
    assert [flag.rule if flag else "" for flag in near[-3:]] == ["near", "", "near"]


# words, marks and days


def test_it_says_what_began_and_when_it_was_one() -> None:
    found = stood([*([54, 48] * 6), *([53, 53.5] * 4)], better="higher")
    assert (found.kind, found.side) == ("improving", "high")
    assert (found.since, found.signal_on) == (date(2017, 4, 30), date(2017, 10, 31))
    assert found.words == (
        "special cause, improving: 7 numbers in a row or more are above the mean of 51.9; "
        "it began on 2017-04-30 and was a signal from 2017-10-31"
    )


@pytest.mark.parametrize(
    ("better", "kind"), [("higher", "concerning"), ("lower", "improving"), ("none", "low"), (None, "low")]
)
def test_which_way_is_better_decides_what_a_signal_is(better: str | None, kind: str) -> None:
    found = stood([*([50, 52] * 8), 30], better=better)
    assert (found.kind, found.side) == (kind, "low")
    assert found.words.startswith(f"special cause, {kind}: 30 in 2017-08 is below the lower limit of ")
    assert found.since == found.signal_on == date(2017, 8, 31)


@pytest.mark.parametrize(
    ("better", "target", "expected"),
    [
        ("higher", 40, "meets"), ("higher", 51, "hit-and-miss"), ("higher", 60, "misses"),
        ("lower", 40, "misses"), ("lower", 51, "hit-and-miss"), ("lower", 60, "meets"),
        ("on-target", 51, "unknown"), ("none", 51, "unknown"),
    ],
)  # fmt: skip
def test_assurance(better: str, target: int, expected: str) -> None:
    assert stood([50, 52] * 7, better=better, targets={"2017/18": target}).assurance == expected


def test_a_target_on_a_limit_is_met_now_and_then() -> None:
    level = [50, 52] * 7
    upper = stood(level).upper
    beyond = {"2017/18": float(upper or 0)}
    assert stood(level, better="higher", targets=beyond).assurance == "hit-and-miss"


def test_a_target_that_is_due_at_the_end_of_its_year_is_one_to_be_assured_of() -> None:
    found = stood([50, 52] * 7, better="higher", span="snapshot", targets={"2017/18": 60})
    assert found.assurance_words == "consistently misses the target of 60: the best usual number is 56.32"


def test_assurance_tells_what_is_wanted_in_its_own_words() -> None:
    found = stood([50, 52] * 7, better="higher", targets={"2017/18": {"above": 60}})
    assert found.assurance_words == "consistently misses the target of more than 60: the best usual number is 56.32"


def test_assurance_says_the_number_it_turns_on() -> None:
    found = stood([50, 52] * 7, better="higher", targets={"2017/18": 40})
    assert found.assurance_words == "consistently meets the target of 40: the worst usual number is 45.68"
    without = stood([50, 52] * 7, better="higher")
    assert without.assurance_words == "there is no target that one side of the limits could meet"


# enough, and which


def test_eleven_numbers_give_no_limits_and_twelve_do() -> None:
    few = stood([50, 52] * 5 + [50])
    assert (few.kind, few.words) == ("unknown", "not enough data: limits need 12 numbers and there are 11")
    assert few.mean is None
    assert stood([50, 52] * 6).mean == 51


def test_readings_without_a_number_are_passed_over() -> None:
    with_gaps = [50, "c", 52, "x", *([50, 52] * 5)]
    assert stood(with_gaps).mean == stood([50, 52] * 6).mean


def test_an_earlier_day_has_the_limits_of_what_was_known_then() -> None:
    values = [*([50, 52] * 6), *([57, 56] * 4)]
    whole, then = stood(values), stood(values, as_at=date(2017, 6, 30))
    assert then == stood(values[:15], as_at=date(2017, 6, 30))
    assert (then.mean, then.kind) != (whole.mean, whole.kind)


def test_limits_over_a_time_are_not_moved_by_what_comes_later() -> None:
    values = [*([52, 50] * 6), *([57, 56] * 4)]
    found = stood(values, limits_over={"to": "2017-03"})
    assert (found.mean, found.lower, found.upper) == (51, Decimal("45.68"), Decimal("56.32"))
    assert (found.side, found.since) == ("high", date(2017, 4, 30))


def test_limits_from_a_day_leave_out_what_was_before() -> None:
    values = [*([90, 10] * 6), *([50, 52] * 6)]
    found = stood(values, limits_over={"from": "2017-04-01"})
    assert (found.mean, found.start) == (51, date(2017, 4, 30))
    assert stood(values, limits_over={"from": "2017-05-01"}).words.endswith("there are 11")


def test_limits_that_no_figure_can_have_are_told_as_the_last_that_one_can() -> None:
    found = stood([1, 3] * 7, unit="count", targets={"2017/18": 2})
    assert found.words == "no special cause: numbers from 0 to 7.32 are usual"
    assert found.assurance_words == "hit and miss: usual numbers, 0 to 7.32, are on both sides of the target of 2"
    assert found.lower == Decimal("-3.32")


def test_a_measure_that_declares_no_limits_has_none() -> None:
    assert stand_measure(measure(readings=months([50, 52] * 7)), LATER, DEFAULTS, "", ()).variation is None


# a second computation, which shares nothing with the first

NUMBERS = st.lists(st.integers(-40, 40), min_size=2, max_size=30)


def second_opinion(numbers: list[int]) -> list[int]:
    """The side of the signal that each number is part of, told point by point with floats and slices."""
    mean = fmean(numbers)
    reach = 2.66 * fmean(abs(b - a) for a, b in itertools.pairwise(numbers))
    beyond = [abs(one - mean) > reach + 1e-9 for one in numbers]
    outer = [not out and abs(one - mean) > reach * 2 / 3 + 1e-9 for one, out in zip(numbers, beyond, strict=True)]
    above = [one - mean > 1e-9 for one in numbers]
    below = [mean - one > 1e-9 for one in numbers]
    told = []
    for n in range(len(numbers)):
        sevens = [numbers[k : k + 7] for k in range(max(0, n - 6), min(n, len(numbers) - 7) + 1)]
        threes = range(max(0, n - 2), min(n, len(numbers) - 3) + 1)
        rises = [s for s in sevens if all(a < b for a, b in itertools.pairwise(s))]
        falls = [s for s in sevens if all(a > b for a, b in itertools.pairwise(s))]
        side = 1 if above[n] else -1
        if beyond[n]:
            told.append(side)
        elif rises or falls:
            last = max(_start(numbers, n, s) for s in (*rises, *falls))
            told.append(1 if numbers[last + 1] > numbers[last] else -1)
        elif (
            outer[n]
            and any(sum(outer[k : k + 3]) >= 2 and (all(above[k : k + 3]) or all(below[k : k + 3])) for k in threes)
        ) or any(all(x - mean > 1e-9 for x in s) or all(mean - x > 1e-9 for x in s) for s in sevens):
            told.append(side)
        else:
            told.append(0)
    return told


def _start(numbers: list[int], n: int, seven: list[int]) -> int:
    """Where the last seven with these numbers, of those that hold number `n`, begin."""
    return max(k for k in range(max(0, n - 6), min(n, len(numbers) - 7) + 1) if numbers[k : k + 7] == seven)


@given(NUMBERS)
def test_signals_are_those_of_a_second_computation(numbers: list[int]) -> None:
    exact = [Fraction(one) for one in numbers]
    assert [flag.side if flag else 0 for flag in signals(exact, limits_of(exact))] == second_opinion(numbers)


@given(NUMBERS)
def test_mirrored_numbers_have_mirrored_signals(numbers: list[int]) -> None:
    exact, mirrored = [Fraction(one) for one in numbers], [Fraction(-one) for one in numbers]
    one, other = signals(exact, limits_of(exact)), signals(mirrored, limits_of(mirrored))
    assert [flag and (flag.rule, flag.side) for flag in one] == [flag and (flag.rule, -flag.side) for flag in other]


@given(st.lists(st.integers(-40, 40), min_size=12, max_size=24))
def test_mirrored_measures_are_told_the_same(numbers: list[int]) -> None:
    one, other = stood(list(numbers), better="higher"), stood([-n for n in numbers], better="lower")
    assert (one.kind, one.since, one.signal_on) == (other.kind, other.since, other.signal_on)


def test_the_page_prints_the_limits() -> None:
    found = stood(OUTLIER)
    rows = {name: Decimal(amount) for name, amount in table("| Limit | As the spreadsheet")}
    assert rows == {name: round(getattr(found, name), 2) for name in ("upper", "mean", "lower")}
