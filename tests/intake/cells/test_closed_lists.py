"""One cell to a word of a closed list: what is taken, and what is asked about."""

import pytest

from strategy_tracker.intake.cells.closed_lists import (
    read_better,
    read_colour,
    read_every,
    read_state,
    read_symbol,
    read_unit,
)


@pytest.mark.parametrize(
    ("text", "state", "rag"),
    [
        ("Complete", "complete", ""),
        ("On track", "in-progress", "green"),
        ("Green - on track", "in-progress", "green"),
        ("Complete (Blue)", "complete", "blue"),
        ("G", "", "green"),
        ("Project complete", "complete", ""),
        ("no longer required", "stopped", ""),
    ],
)
def test_the_words_of_an_owner_are_a_state_a_colour_or_both(text, state, rag):
    assert read_state(text)[:2] == (state, rag)


def test_a_word_with_two_meanings_is_asked_about():
    assert read_state("Open").said.code == "two-meanings"
    assert read_state("Amber/Green").said.code == "colour-between"
    assert read_state("wobbly").said.code == "not-a-state"
    assert read_state("n/a") == ("", "", ("", "", "", ""))
    assert read_every("Biannual").code == "two-meanings"
    assert read_every("Monthly / Quarterly").code == "two-frequencies"
    assert read_better("sideways").code == "not-a-direction"


def test_closed_lists_answer_in_the_words_of_the_files():
    assert read_colour("Amber").value == "amber"
    assert read_better("hoch").value == "higher"
    assert read_every("Annually").value == "year"
    assert (read_unit("£"), read_unit("per cent"), read_unit("furlongs")) == ("GBP", "percent", "")
    assert (read_symbol("c"), read_symbol("*"), read_symbol("9")) == ("c", "c", "")
