"""The words a report tells beyond the standing."""

from datetime import date

import pytest

from strategy_tracker.briefing.record_words import (
    PriorityWords,
    by_year,
    kind_of_years,
    words_of_measure,
    words_of_strategy,
)
from strategy_tracker.model.dates.period import MARCH, YearEnd
from strategy_tracker.model.strategy import Strategy
from tests.judging.measure_builder import measure
from tests.views.builders import point

STRATEGY = {
    "id": "carers",
    "title": "Young Carers",
    "vision": ("Happy",),
    "groups": ({"id": "lives", "title": "Everyday lives", "plain": ("What our days are like",)},),
    "voice": ({"id": "waits", "said": "We wait", "on": "2025-05-02"}, {"id": "form", "said": "One form"}),
    "pledge": ({"id": "listen", "text": "We listen", "to": "Young carers", "priorities": ("seen",)},),
    "priorities": (
        {"id": "seen", "title": "Seen", "group": "lives", "actions": ({"id": "a", "text": "Train", "plain": "Help"},)},
        {"id": "heard", "title": "Heard", "group": "lives", "plain": ("We speak",), "rationale": ("They asked",)},
        {"id": "met", "title": "Met", "group": "lives"},
        {"id": "alone", "title": "Alone"},
    ),
}


def told(day=date(2025, 10, 1)):
    return words_of_strategy(Strategy.model_validate(STRATEGY), day)


def test_a_priority_has_its_own_plain_words_or_those_of_its_group_where_it_is_its_first():
    assert told().priorities == {
        "seen": PriorityWords(("What our days are like",), None, ()),
        "heard": PriorityWords(("We speak",), None, ("They asked",)),
        "met": PriorityWords((), None, ()),
        "alone": PriorityWords((), None, ()),
    }
    assert told().plain == {"a": "Help"}


def test_what_was_said_later_was_not_said_yet():
    assert [one.id for one in told().voice] == ["waits", "form"]
    assert [one.id for one in told(date(2025, 5, 1)).voice] == ["form"]


def test_a_commitment_and_the_vision_are_as_they_are_written():
    found = told()
    assert (found.vision, found.pledge[0].text, found.pledge[0].to) == (("Happy",), "We listen", "Young carers")
    assert found.pledge[0].priorities == ("seen",)


@pytest.mark.parametrize(
    ("keys", "family"),
    [
        ({}, ""),
        ({"amber_within": "5% of target"}, "share"),
        ({"amber_within": "5 points"}, "tolerance"),
        ({"band": "2 points"}, "band"),
        ({"amber_from": 70}, "floor"),
        ({"targets": {"2022/23": {"value": 80, "amber_from": 70}}}, "floor"),
        ({"better": "on-target", "green_within": "1 point"}, "plan"),
    ],
)
def test_a_measure_names_the_rule_that_colours_it(keys, family):
    assert words_of_measure(measure(**keys), (), date(2025, 10, 1), MARCH).family == family


def test_of_a_year_the_last_reading_stands():
    points = [point("2024-05", 1)._replace(end=date(2024, 5, 31)), point("2025-01", 2)._replace(end=date(2025, 1, 31))]
    assert by_year(points, MARCH) == {"2024/25": points[1]}
    assert list(by_year([points[0]._replace(end=date(2024, 3, 31))], MARCH)) == ["2023/24"]


def test_figures_are_told_by_the_years_that_they_are_for():
    def kind(*periods, year_end=MARCH):
        return kind_of_years(measure(readings=dict.fromkeys(periods, 5)), year_end)

    assert kind("2022/23", "2023/24 Q1") == kind("2022-06", "2022/23 Q1") == kind() == "year"
    assert kind("2021", "2022") == kind("2021", "2022-06-30") == "calendar-year"
    assert kind("AY 2021/22") == "academic-year"
    assert kind("2018..2020", "2019..2021") == "range"
    assert kind("2021/22", "2021") == "year"
    assert kind("2022-06", year_end=YearEnd(12)) == "calendar-year"


def test_figures_stand_under_the_years_of_their_kind():
    one, two = (
        point("2024", 1)._replace(end=date(2024, 12, 31)),
        point("2018..2020", 2)._replace(end=date(2020, 12, 31)),
    )
    assert by_year([one], MARCH, "calendar-year") == {"2024": one}
    assert list(by_year([one], MARCH, "academic-year")) == ["AY 2024/25"]
    assert by_year([one, two], MARCH, "range") == {"2018..2020": two}


def test_benchmarks_are_known_as_readings_are():
    tested = measure(benchmarks={"England": {"2022/23": 80, "2030/31": 90, "2021/22": "x"}})
    found = words_of_measure(tested, (), date(2025, 10, 1), MARCH).benchmarks["England"]
    assert {year: one.shown for year, one in found.items()} == {"2021/22": "not available", "2022/23": "80%"}
