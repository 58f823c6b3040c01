import pytest

from strategy_tracker.app.looking.find_words import find_words
from strategy_tracker.problem import Problem


@pytest.mark.parametrize("words", [(), ("",), (" ", "")])
def test_without_a_word_nothing_is_looked_for(portfolio, words):
    with pytest.raises(Problem, match="there is no word to look for"):
        find_words(portfolio, words)


def test_what_has_the_words_is_found(portfolio):
    assert [one.item.address for one in find_words(portfolio, ["every", "school"])[0]] == ["plan/safe-01"]
