"""Each key that says something has a line, whatever stands behind it."""

import pytest

from strategy_tracker.views.screens.showing.record_lines import record_lines


@pytest.mark.parametrize("empty", [None, (), False, {}])
def test_a_key_that_says_nothing_is_left_out(empty):
    assert list(record_lines({"note": empty})) == []


def test_lists_have_a_line_for_each_text_and_keys_read_as_words():
    given = {
        "see_also": ("a", "b"),
        "links": ({"title": "Plan", "kind": "plan", "url": None, "tags": ("x", "y")},),
        "n": "1",
    }
    assert list(record_lines(given)) == ["see also:", "  - a", "  - b", "links:", "  - Plan · plan · tags x, y", "n: 1"]


def test_yes_reads_as_in_the_file_and_no_is_left_out():
    given = {"internal": True, "voice": ({"id": "v1", "internal": True}, {"id": "v2", "internal": False})}
    assert list(record_lines(given)) == ["internal: true", "voice:", "  - v1 · internal", "  - v2"]


def test_what_stands_in_what_stands_in_a_list_keeps_its_keys():
    given = {"surveys": [{"id": "s", "editions": [{"on": "2021", "responses": 40}]}], "targets": {"2022": {"value": 9}}}
    told = ["surveys:", "  - s · editions (on 2021 · responses 40)", "targets:", "  - 2022: 9"]
    assert list(record_lines(given)) == told
