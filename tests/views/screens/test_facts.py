from strategy_tracker.views.screens.facts import as_facts, rating_line
from strategy_tracker.views.sheet import line_text
from tests.views.builders import RED


def test_a_line_is_a_name_with_its_value_and_the_entries_of_a_list_follow_theirs():
    lines = ["owner: Head: of Service", "see also:", "  - a", "  - b: c", "next reading: none"]
    assert as_facts(lines) == [("Owner", "Head: of Service"), ("See also", "a\nb: c"), ("Next reading", "none")]


def test_a_colour_has_its_mark_its_word_and_why():
    assert line_text(rating_line(RED)) == "▼ red: its date decides"
    assert line_text(rating_line(RED, str.upper)) == "▼ red: ITS DATE DECIDES"
