from datetime import date

import pytest

from strategy_tracker.briefing.over_time import ColoursOn, CountsOverTime
from strategy_tracker.judging.standing.rating import Clock
from strategy_tracker.judging.tally import tally_actions
from strategy_tracker.views.counts_chart import told_over_time
from strategy_tracker.views.document import CountsChart
from tests.views.builders import DAY, RED, action

NOW = tally_actions([action("a", rating=RED), action("b")])
BEFORE = ColoursOn(date(2025, 4, 20), {"green": 2, "blue": 1})


@pytest.mark.parametrize(
    ("found", "meets", "words"),
    [
        (CountsOverTime(), None, "will stand here after the next meeting."),
        (CountsOverTime(), Clock("due-soon", date(2025, 10, 20), 0, ""), "after the meeting on 20 October 2025."),
        (CountsOverTime(), Clock("passed", date(2025, 9, 1), 30, ""), "will stand here after the next meeting."),
    ],
)
def test_before_there_is_anything_to_compare_one_line_says_from_when_on(found, meets, words):
    (line,) = told_over_time(found, DAY, NOW, meets)
    assert line.text.endswith(words)
    assert told_over_time(CountsOverTime(lacking="git is missing"), DAY, NOW, meets) == ()


def test_red_is_at_the_base_the_last_bar_is_labelled_and_the_table_has_the_same():
    (made,) = told_over_time(CountsOverTime((BEFORE,), unread=True), DAY, NOW, None)
    assert isinstance(made, CountsChart)
    assert [bar.label for bar in made.bars] == ["20 April 2025", "1 October 2025"]
    assert [colour for colour, _ in made.bars[0].colours] == ["red", "amber", "green", "blue", "grey"]
    assert made.ends == ("1 red", "1 no colour")
    assert [column.name for column in made.table.columns[1:]] == ["Complete", "Green", "Red", "No colour"]
    assert [[cell.text for cell in row[1:]] for row in made.table.rows] == [["1", "2", "–", "–"], ["–", "–", "1", "1"]]
    assert "not counted" in made.table.notes[0]
