"""All that a file says of a measure has a line; figures of others have a table where that says more than the lines."""

from datetime import date
from decimal import Decimal

from strategy_tracker.judging.standing.of_measures import Comparison, MeasureAbout, OtherPoint, PointMore, TargetWords
from strategy_tracker.views.screens.showing.measure_about import about_lines, others_table
from tests.views.builders import measure

DAY = date(2022, 3, 31)


def other(period, shown, **more):
    return OtherPoint("National", period, DAY, Decimal(1), shown, None, **more)


def told(*others):
    return [[one.text for one in row] for table in others_table(about(others=others)) for row in table.rows]


def about(**given):
    return measure()._replace(about=MeasureAbout(**given))


def test_each_thing_has_its_line_in_the_order_of_a_question():
    lines = list(
        about_lines(about(cohort="all children", span="rolling-12-months", of="base", doubt="who", source_note="cut"))
    )
    assert lines == [
        "who is counted: all children", "covers: rolling 12 months", "counts some of: base", "in doubt: who",
        "of the source: cut",
    ]  # fmt: skip


def test_what_is_said_of_a_target_stands_with_the_target():
    target = TargetWords("2022/23", "90%", "agreed late", "which year")
    assert list(about_lines(about(targets=(target,)))) == [
        "on the target of 90% for 2022/23: agreed late; in doubt: which year"
    ]


def test_a_plain_figure_of_others_needs_no_table_where_the_lines_tell_it():
    made = about(others=(other("2021/22", "80%"),))
    beside = Comparison("National", "above", "4 points above National (80% in 2021/22)")
    assert list(others_table(made._replace(comparisons=(beside,)))) == []
    assert [[cell.text for cell in row] for row in next(others_table(made)).rows] == [
        ["National", "2021/22", "80%", "–"]
    ]


def test_several_and_noted_figures_of_others_are_listed():
    assert told(other("2020/21", "78%"), other("2021/22", "80%")) == [
        ["National", "2020/21", "78%", "–"],
        ["National", "2021/22", "80%", "–"],
    ]
    assert told(other("2022-08", "80%", undated=True, more=PointMore(source="a leaflet"))) == [
        ["National", "undated; printed in August 2022", "80%", "source: a leaflet"]
    ]


def test_where_ours_stood_has_a_column_of_its_own_where_it_is_known():
    assert told(other("2020/21", "78%", ours="2 points above"), other("2021/22", "80%")) == [
        ["National", "2020/21", "78%", "2 points above", "–"],
        ["National", "2021/22", "80%", "–", "–"],
    ]
