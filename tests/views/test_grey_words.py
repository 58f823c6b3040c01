from datetime import timedelta

from strategy_tracker.judging.standing.rating import Clock, Rating
from strategy_tracker.views.grey_words import why_grey
from tests.views.builders import DAY, RED, action

OPEN = Rating("grey", "not rated", "nobody said how far it is", "no-judgement")
NOT_YET = Rating("grey", "not started", "it has not begun", "not-started")


def test_what_goes_on_without_a_date_is_called_undated_and_the_most_frequent_comes_first():
    soon = Clock("on-time", DAY + timedelta(9), 0, "due in 9 days", "2025-10-10")
    told = [action("a", rating=NOT_YET), action("b", rating=OPEN), action("c", rating=OPEN), action("d", rating=RED)]
    assert why_grey(told) == "2 undated, 1 not started"
    assert why_grey([action("a", rating=OPEN, due=soon)]) == "1 not rated"
    assert why_grey([action("a", rating=RED)]) == ""
    unheard = Rating("grey", "nobody has said", "no update has ever been recorded", "no-word")
    drafted = unheard._replace(word="nobody has said, not confirmed")
    assert why_grey([action("a", rating=unheard), action("b", rating=drafted)]) == "2 without a word"
