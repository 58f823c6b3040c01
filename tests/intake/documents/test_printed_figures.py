"""What the figures of a sentence are: targets, readings, changes, or nothing that it says."""

import pytest

from strategy_tracker.intake.cells.days import Days
from strategy_tracker.intake.documents.printed_figures import figures_in, measure_of
from strategy_tracker.model.dates.period import MARCH

DAYS = Days(day_first=True, year_end=MARCH)


@pytest.mark.parametrize(
    ("text", "title", "targets", "readings"),
    [
        ("Share of homes at band C, 95% by 2027/28", "Share of homes at band C", {"2027/28": "95"}, {}),
        ("In work: 54% now, 65% in 2027/28", "In work", {"2027/28": "65"}, {"": "54"}),
        ("90% of audits good (61% in 2024/25)", "90% of audits good (61% in 2024/25)", {"": "90"}, {"2024/25": "61"}),
        ("Level 3: 75% in 2023, 82% by 2030", "Level 3", {"2030": "82"}, {"2023": "75"}),
        ("Starts \u2013 4,000 a year by 2030", "Starts \u2013 4,000 a year by 2030", {"2030": "4000"}, {}),
        ("Prevented: 61% of cases (2024/25) rising to 70% by 2028/29", None, {"2028/29": "70"}, {"2024/25": "61"}),
        ("At least 200 jobs", "At least 200 jobs", {"": "200"}, {}),
        ("Reported to the police within 12 months by 16 year olds", None, {}, {}),
        ("Scores of 7", None, {}, {}),
    ],
)
def test_a_measure_has_its_figures_by_what_the_sentence_says(text, title, targets, readings):
    found = measure_of(text, DAYS)
    assert found.title == (title or text)
    assert {one.period: f"{one.value:f}" for one in found.figures if one.kind == "target"} == targets
    assert {one.period: f"{one.value:f}" for one in found.figures if one.kind == "reading"} == readings


def test_a_figure_of_a_year_in_which_the_plan_runs_is_a_target():
    assert [one.kind for one in measure_of("Homes at band C: 70% in 2027/28", DAYS, "2025").figures] == ["target"]
    assert [one.kind for one in measure_of("Homes at band C: 70% in 2027/28", DAYS).figures] == [""]


def test_units_and_directions():
    assert measure_of("Number of jobs", DAYS).unit == "count"
    assert measure_of("Fewer changes of worker", DAYS).better == "lower"
    assert measure_of("No more than 5% are late", DAYS)[1:3] == ("percent", "lower")
    assert [one.kind for one in measure_of("Increase visits by at least 10%", DAYS).figures] == ["change"]


def test_dates_and_ages_are_no_figures():
    text = "In 2024 those aged 16 to 18 met on 3 May 2024 within 20 days [4]"
    assert [one[0] for one in figures_in(text)] == []
