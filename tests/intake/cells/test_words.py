"""The lists of words: each means one thing."""

from collections import Counter

import pytest

from strategy_tracker.intake.cells import words


def test_no_word_of_a_kind_means_two_things():
    for kind in ("heading", "state", "going", "colour", "better", "every", "unit", "symbol"):
        lists = [word for name, each in words._lists().items() if name.startswith(f"{kind} ") for word in set(each)]
        assert [word for word, times in Counter(lists).items() if times > 1] == [], kind


def test_what_has_two_meanings_is_in_no_list():
    assert not set(words.TWO_MEANINGS) & {*words.meanings("state"), *words.meanings("going")}


@pytest.mark.parametrize("text", ["By when?", "BY  WHEN", "by-when", " By when: "])
def test_signs_and_capitals_make_no_difference(text):
    assert words.meaning("heading", text) == "due"


def test_forms_that_nobody_filled_in_and_dashes_say_nothing():
    assert all(map(words.says_nothing, ("Please select an option", "<Select>", "–", "N/A", "n.a.")))
    assert words.is_to_come("TBC")
    assert words.is_total("Total actions")
    assert not words.is_total("Total visits to libraries")
