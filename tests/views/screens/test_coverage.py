"""The words of a framework that is covered whole, or by one measure alone; the rest: app/looking/test_coverage."""

from strategy_tracker.app.looking.coverage import Coverage
from strategy_tracker.views.screens.coverage import coverage_lines, coverage_sheet


def test_a_framework_that_is_covered_whole_has_no_lists():
    sheet = coverage_sheet(Coverage("a.csv", 1, (), (), 0))
    assert (sheet.title, sheet.lines, sheet.sections[0].tables) == ("1 of 1 code in a.csv has a measure", (), ())
    assert list(coverage_lines(Coverage("a.csv", 1, (), (), 0))) == []
