"""Numbers that are said as words: places, and the figures 0 and 1 where they answer a question."""

from strategy_tracker.model.names.labels import Label, Word, phrase

ANSWERS = (phrase("kept-no"), phrase("kept-yes"))
"""The figures 0 and 1 in words, where the unit is yes-no."""
_ENDING: dict[int, Word] = {1: "ordinal-1", 2: "ordinal-2", 3: "ordinal-3"}


def ordinal(number: int) -> Label:
    """Write a place as people say it: 1st, 2nd, 11th."""
    name = "ordinal" if 11 <= number % 100 <= 13 else _ENDING.get(number % 10, "ordinal")
    return phrase(name, number=f"{number}")
