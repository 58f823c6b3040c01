"""How much of a line each column of a table gets: room for its longest word, and more by how long its texts are."""

import math
from collections.abc import Sequence

from strategy_tracker.views.text import columns

LONG_WORD = 16
"""Letters for which a column makes room; a longer word is broken."""


def longest_word(texts: Sequence[str]) -> int:
    """The letters of the longest word in some texts, as far as a column makes room for it."""
    return min(LONG_WORD, max((columns(word) for text in texts for word in text.split()), default=1))


def wanted_room(texts: Sequence[str], word: float) -> float:
    """What a column wants beyond the room for its longest `word`, beside others: the root of how long its texts are.

    One long text among many short ones does not make a column wide.
    """
    lengths = [*map(columns, texts)] or [0]
    usual = max(sum(lengths) / len(lengths), max(lengths) / 3)
    return math.sqrt(max(0.0, usual - word))


def shared_room(columns_of_texts: Sequence[Sequence[str]], room: float) -> list[float]:
    """Share so many letters of `room` among columns: each has its longest word, and more as it wants it."""
    least = [float(longest_word(texts)) for texts in columns_of_texts]
    more = [wanted_room(texts, word) for texts, word in zip(columns_of_texts, least, strict=True)]
    spare = max(0.0, room - sum(least)) / (sum(more) or math.inf)
    return [round(word + spare * part, 1) for word, part in zip(least, more, strict=True)]
