"""Where measures are heading, in a report: in words, and as lines of a chart."""

from datetime import date
from decimal import Decimal

from strategy_tracker.judging.measures.measure_standing import stand_measure
from strategy_tracker.judging.standing.of_outlook import DateForecastStanding
from strategy_tracker.model.settings import DEFAULTS
from strategy_tracker.views.document import ChartAhead, Paragraph, Points
from strategy_tracker.views.papers.of_measures.measure_blocks import chart, measures_table
from strategy_tracker.views.papers.of_measures.outlook_blocks import (
    chart_ahead,
    chart_limits,
    expected_dates,
    outlook_blocks,
)
from tests.judging.measure_builder import measure
from tests.views.builders import action


def stood(**keys):
    return stand_measure(measure(**keys), date(2023, 5, 1), DEFAULTS, "", ())


def months(*values):
    return {f"{2022 + n // 12}-{n % 12 + 1:02d}": value for n, value in enumerate(values)}


SAID = {"2022/23": {"value": 82, "on": "2022-10-04"}}


def test_forecasts_are_told_with_what_came_and_dates_as_people_say_them():
    assert list(outlook_blocks([stood(forecasts=SAID, readings={"2022/23": 76}), stood()])) == [
        Paragraph("What was forecast, and what came:"),
        Points(("M: forecast 82% for 2022/23 on 4 October 2022, came out at 76%: too hopeful, 6 points less",)),
    ]


def test_how_figures_vary_is_told_with_its_marks_and_is_a_column_beside_the_colour():
    one = stood(variation="xmr", readings=months(*([50, 52] * 6), 90), targets={"2023": 40})
    paragraph, points = outlook_blocks([one])
    assert paragraph == Paragraph("How figures vary:")
    assert points.items[0].startswith("M: H special cause, improving: 90% in January 2023 is above the upper limit of ")
    assert points.items[1].startswith("M: P consistently meets the target of 40%")
    table = measures_table([one, stood()])
    column = [heading.name for heading in table.columns].index("Variation")
    assert [row[column].text for row in table.rows] == ["H improving; P consistently meets", "–"]
    assert "Variation" not in [heading.name for heading in measures_table([stood()]).columns]


def test_what_says_nothing_is_left_out():
    assert list(outlook_blocks([stood(readings=months(1, 2, 3))])) == []


def test_a_pace_is_a_dotted_line_to_its_target_and_a_sentence():
    made = chart(stood(readings=months(34, 38, 42, 46), targets={"2022": 80}))
    assert made.ahead == ChartAhead(
        date(2022, 4, 30), Decimal(46), date(2022, 12, 31), Decimal(78), "31 December 2022", "78% at this pace"
    )
    assert made.targets[-1].end == date(2022, 12, 31)
    assert "dotted, at this pace 78% by 31 December 2022, where 80% is wanted" in made.words
    assert made.end == ("31 December 2022", "78% at this pace")


def test_before_four_numbers_and_without_a_target_nothing_is_dotted():
    for one in (stood(readings=months(1, 2, 3), targets={"2022": 80}), stood(readings=months(1, 2, 3, 4))):
        assert chart_ahead(one) is None
        assert "dotted" not in chart(one).words
        assert chart(one).end == ("March 2022" if one.targets else "April 2022", one.reading.shown)


def test_limits_are_drawn_over_the_days_they_hold_for():
    one = stood(variation="xmr", readings=months(*([50, 52] * 7)), limits_over={"from": "2022-02"})
    found = chart_limits(one)
    assert (found.start, found.end, found.mean) == (date(2022, 2, 28), date(2023, 2, 28), one.variation.mean)
    assert "thin lines, the mean and its limits: ~ no special cause" in chart(one).words
    assert chart_limits(stood(variation="xmr", readings=months(1, 2))) is None


def test_of_forecasts_that_came_out_those_of_the_last_period_are_told():
    said = {"2020/21": {"value": 70, "on": "2020-11-01"}, "2021/22": {"value": 71, "on": "2021-11-01"}, **SAID}
    _, points = outlook_blocks([stood(forecasts=said, readings={"2020/21": 69, "2021/22": 70})])
    assert [text.split(" ")[2] + " " + text.split(" ")[4] for text in points.items] == ["71% 2021/22", "82% 2022/23"]


def test_what_was_expected_of_an_action_is_told_for_a_year_after_it_was_done():
    late = DateForecastStanding("2021-04-01", "2021-09", None, "2022-02-08", 131, "too-hopeful", "expected 2021-09")
    still = late._replace(done=None, words="expected 2021-09, not done")
    ahead = late._replace(done=None, verdict="open", days=0)
    told = [action("seen-01", text="Act", forecasts=(late, still, ahead))]
    assert list(expected_dates(told, date(2023, 2, 8))) == [
        Paragraph("Dates that were expected, and what came:"),
        Points(("Act: expected September 2021", "Act: expected September 2021, not done")),
    ]
    assert list(expected_dates(told, date(2023, 2, 9)))[1] == Points(("Act: expected September 2021, not done",))
    assert list(expected_dates([action()], date(2023, 2, 8))) == []
