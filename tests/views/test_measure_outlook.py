"""Where a measure is heading, in words: the letters of variation and assurance are those of NHS England's icons."""

from datetime import date

import pytest

from strategy_tracker.judging.measures.measure_standing import stand_measure
from strategy_tracker.model.settings import DEFAULTS
from strategy_tracker.views.measure_outlook import outlook_lines, pace_point, reading_shown, variation_shown
from tests.judging.measure_builder import measure


def lines(**keys):
    return list(outlook_lines(stand_measure(measure(**keys), date(2023, 5, 1), DEFAULTS, "", ())))


def months(*values):
    return {f"{2022 + n // 12}-{n % 12 + 1:02d}": value for n, value in enumerate(values)}


def test_nothing_is_said_of_what_nothing_is_declared_of():
    assert lines(readings=months(1, 2, 3, 4)) == []


def test_a_line_for_each_forecast_and_one_for_the_pace():
    said = {"value": 82, "on": "2022-10-04"}
    assert lines(
        forecasts={"2022/23": [said, said | {"value": 79}]}, targets={"2023/24": 80}, readings={"2022/23": 76}
    ) == [
        "forecast: 82% for 2022/23 on 2022-10-04, came out at 76%: too hopeful, 6 points less",
        "forecast: 79% for 2022/23 on 2022-10-04, came out at 76%: too hopeful, 3 points less",
        "pace: not enough data: a pace needs 4 numbers and there is 1",
    ]


@pytest.mark.parametrize(
    ("last", "target", "marks"),
    [(90, 40, ("H ", "P ")), (10, 60, ("L ", "F ")), (51, 51, ("~ ", "? "))],
)
def test_the_letters(last, target, marks):
    limits = {"limits_over": {"to": "2022-12"}, "variation": "xmr"}
    found = lines(readings=months(*([50, 52] * 6), last), targets={"2022": target, "2023": target}, **limits)[-2:]
    assert [line.split(": ")[1][:2] for line in found] == list(marks)


def test_too_few_readings_have_no_letter():
    assert lines(readings=months(1), variation="xmr") == [
        "variation: not enough data: limits need 12 numbers and there is 1",
        "assurance: no limits to hold a target against",
    ]


def stood(**keys):
    return stand_measure(measure(**keys), date(2023, 5, 1), DEFAULTS, "", ())


def test_a_reading_is_shown_with_the_forecast_that_gives_the_colour():
    keys = {"forecasts": {"2023/24": {"value": 82, "on": "2023-04-04"}}, "targets": {"2023/24": 80}}
    assert reading_shown(stood(rated_by="forecast", **keys), "58%") == "58%; forecast 82%"
    assert reading_shown(stood(**keys), "58%") == "58%"


def test_a_cell_says_in_few_words_how_a_measure_varies():
    assert variation_shown(stood(readings=months(1, 2))) == ""
    assert variation_shown(stood(readings=months(1, 2), variation="xmr")) == "not enough data"
    assert variation_shown(stood(readings=months(*([50, 52] * 7)), variation="xmr")) == "~ no special cause"


def test_the_end_of_a_pace_is_a_point_of_the_chart():
    assert pace_point(stood(readings=months(1, 2, 3))) is None
    found = pace_point(stood(readings=months(34, 38, 42, 46), targets={"2022": 80}))
    assert (found.period, found.shown, found.state) == ("2022-12-31", "78%", "at this pace")
