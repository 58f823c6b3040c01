from strategy_tracker.briefing.position import with_all
from strategy_tracker.views.dashboard.position import lead, position_table
from tests.views.builders import RED, action, priority, standing, strategy


def table(*priorities):
    return position_table(with_all(standing(strategy(*priorities))))


def test_a_colour_that_nothing_has_has_no_column():
    assert [column.name for column in table(priority(action(rating=RED))).columns] == ["Priority", "Red"]


def test_where_nothing_is_on_record_dashes_and_a_sentence_say_so():
    made = table(priority())
    assert len(made.columns) > 1
    assert {cell.text for cell in made.rows[0][1:]} == {"–"}
    (line,) = with_all(standing(strategy(priority())))
    assert [one.text for one in lead(line)] == ["No action is on record."]
