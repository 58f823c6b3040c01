"""Finding a thing by words instead of its id."""

from collections.abc import Sequence

from strategy_tracker.diagnostics import Diagnostic
from strategy_tracker.files.find_words import Mention, mentions_of
from strategy_tracker.files.portfolio import Portfolio
from strategy_tracker.problem import Problem

__all__ = ["Mention", "find_words"]


def find_words(portfolio: Portfolio, words: Sequence[str]) -> tuple[list[Mention], list[Diagnostic]]:
    """Everything that has all these words, by its title first, and what could not be read.

    Raises `Problem` where there is no word.
    """
    if not any(word.strip() for word in words):
        raise Problem("there is no word to look for", 'strategy find "care leavers"')
    found, wrong = mentions_of(portfolio, words)
    return found, [*portfolio.diagnostics, *wrong]
