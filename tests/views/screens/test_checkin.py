from datetime import date

from strategy_tracker.judging.measures.measure_standing import stand_measure
from strategy_tracker.model.settings import DEFAULTS
from strategy_tracker.views.screens.checkin import closing_lines, measure_lines
from tests.judging.measure_builder import measure


def test_what_is_expected_is_shown_before_the_reading_is_asked_for():
    said = {"2020/21": {"value": 70, "on": "2020-11-01"}, "2021/22": {"value": 82, "on": "2021-10-04"}}
    waiting = measure(frequency="year", forecasts=said, readings={"2020/21": 74})
    assert measure_lines(stand_measure(waiting, date(2022, 5, 1), DEFAULTS, "", ()))[2:] == [
        "last readings: 2020/21 74%",
        "forecast 82% for 2021/22 on 2021-10-04, not come out yet",
        "the reading for the year to 2022-03-31 is 31 days late",
    ]


def test_what_came_of_a_sitting_is_counted_actions_before_readings():
    came = [("action", "updated"), ("measure", "recorded"), ("action", "kept"), ("action", "quit"), ("action", "quit")]
    assert closing_lines(came) == [
        "1 action updated, 1 action kept, 1 reading recorded, 2 actions still waiting",
        "  'strategy checkin' goes on with what is left",
        "  'git diff' shows what was written; commit it when the meeting is over",
    ]
    assert closing_lines([("measure", "recorded"), ("measure", "recorded")]) == [
        "2 readings recorded",
        "  'git diff' shows what was written; commit it when the meeting is over",
    ]
