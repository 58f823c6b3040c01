from datetime import date
from decimal import Decimal

import pytest

from strategy_tracker.judging.standing.of_measures import Arrow, NextTarget, TargetStep
from strategy_tracker.views.dates_and_amounts import (
    amount,
    as_at,
    dates_in,
    distance,
    long_date,
    next_target_of,
    short_when,
    target_of,
    targets_of,
    trend,
    way_word,
    when,
)
from tests.views.builders import measure, point, standing


def test_a_date_is_written_out():
    assert long_date(date(2022, 10, 4)) == "4 October 2022"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("2022-07-29", "29 July"), ("2022-07", "July"), ("2022-12-01", "1 Dec"), ("2021-10-01", "1 Oct 2021"),
        ("2021-10", "Oct 2021"), ("2022", "2022"), ("", ""),
    ],
)  # fmt: skip
def test_a_date_in_a_column_has_a_year_only_where_one_could_take_it_for_another(text, shown):
    assert short_when(text, date(2022, 8, 31)) == shown


def test_the_date_of_an_output_says_which_commit_it_is_from():
    assert as_at(standing()) == "as at 1 October 2025"
    assert as_at(standing()._replace(known="commit 1a2b3c4")) == "as at 1 October 2025, from commit 1a2b3c4"


def test_targets_are_told_with_their_periods_where_they_differ():
    def told(*values, amber=(), expected=False):
        steps = [
            TargetStep(f"202{n}", date(2020 + n, 1, 1), date(2020 + n, 12, 31), Decimal(value), amber, expected)
            for n, value in enumerate(values)
        ]
        return targets_of(measure(targets=tuple(steps)))

    zone = ((Decimal(75), Decimal(80)),)
    assert told() == ""
    assert told(80, 80) == "target 80%"
    assert told(70, 70, 80) == "target 70% for 2020, target 80% for 2022"
    assert told(70, 80, amber=zone) == "target 70% for 2020, target 80% for 2021; amber for 2021 from 75% to 80%"
    assert (
        told(80, amber=(*zone, (Decimal(85), Decimal(90)))) == "target 80%; amber from 75% to 80% and from 85% to 90%"
    )
    assert told(1, 2, 3, 4, 5, expected=True) == "expected 1% for 2020 to expected 5% for 2024"


def test_the_target_to_come_is_told_with_its_period_and_how_far_it_is():
    coming = measure(next_target=NextTarget("2026-08", Decimal(90), "5 points to go"))
    assert next_target_of(coming) == "90% for August 2026, 5 points to go"
    assert next_target_of(coming, whole=False) == "90% for August 2026"
    assert next_target_of(measure()) is None
    later = NextTarget("2030", Decimal(95), "")
    coming = measure(next_target=NextTarget("2026-08", Decimal(90), "5 points to go", then=(later,)))
    assert next_target_of(coming) == "90% for August 2026, 5 points to go; then 95% for 2030"


def test_an_amount_has_its_unit_and_nothing_stays_nothing():
    assert amount(Decimal("88.5"), "percent") == "88.5%"
    assert amount(None, "percent") is None


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("better", "better"),
        ("worse", "worse"),
        ("same", "same"),
        ("up", "up"),
        ("down", "down"),
        ("level", "level"),
        ("none", ""),
    ],
)
def test_a_direction_is_a_word_and_no_sign(kind, words):
    assert way_word(Arrow(kind, "")) == words
    assert trend(Arrow(kind, "")) == ("" if kind == "none" else kind)


@pytest.mark.parametrize(
    ("unit", "reading", "boundary", "words", "mirrored"),
    [
        ("percent", "88", "85", "+3 points", "-3 points"), ("percent", "84", "85", "-1 point", "+1 point"),
        ("score", "3.5", "3", "+0.5 points", "-0.5 points"), ("days", "31", "22", "+9 days", "-9 days"),
        ("days", "23", "22", "+1 day", "-1 day"), ("pounds", "1250", "800", "+£450", "-£450"),
        ("pounds", "750", "800", "-£50", "+£50"), ("count", "5", "5", "0", "0"),
        ("percent", "75.96", "76", "-0.04 points", "+0.04 points"),
        ("percent", "75.999", "76", "just outside", "just inside"),
    ],
)  # fmt: skip
def test_the_distance_to_the_boundary_is_plus_on_the_good_side(unit, reading, boundary, words, mirrored):
    known = measure(points=[point("2024/25", reading)], unit=unit, boundary=Decimal(boundary))
    assert (distance(known), distance(known._replace(better="lower"))) == (words, mirrored)


@pytest.mark.parametrize(
    ("target", "shown"), [("76", "76%"), ("76.0004", "just over 76%"), ("75.96", "75.96%"), ("80", "80%")]
)
def test_a_target_is_not_rounded_onto_the_reading_it_is_held_against(target, shown):
    assert target_of(measure(points=[point("2024/25", "76")], target=Decimal(target))) == shown
    assert target_of(measure(target=Decimal("76.0004"))) == "76.0%"
    assert target_of(measure()) is None


def test_without_a_boundary_or_a_number_there_is_no_distance():
    assert distance(measure(points=[point("2024/25", "5")])) is None
    assert distance(measure(boundary=Decimal(5))) is None
    assert distance(measure(points=[point("2024/25")], boundary=Decimal(5))) is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2022-10-04", "4 October 2022"),
        ("2022-08", "August 2022"),
        ("2022", "2022"),
        ("2021/22", "2021/22"),
        ("2021/22 Q3", "2021/22 Q3"),
        ("AY 2021/22", "academic year 2021/22"),
        ("2022-13-45", "2022-13-45"),
    ],
)
def test_dates_and_periods_are_said_as_people_say_them(text, said):
    assert when(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("overdue (due 2022-07-29)", "overdue (due 29 July 2022)"),
        ("64% in 2022-01 to 83%", "64% in January 2022 to 83%"),
        ("as in 2011-12, the year", "as in 2011-12, the year"),
        ("room 2022-08", "room 2022-08"),
        ("on 2022-02-31", "on 2022-02-31"),
    ],
)
def test_dates_in_sentences_are_said_so_too_unless_they_may_be_two_years(text, said):
    assert dates_in(text) == said
