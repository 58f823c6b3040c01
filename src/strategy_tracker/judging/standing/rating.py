"""A colour with its reason, and a clock: what every standing is made of."""

from datetime import date
from typing import Literal, NamedTuple

from strategy_tracker.model.colour import Colour
from strategy_tracker.model.names.labels import Label


class Rating(NamedTuple):
    """A colour, the word printed beside it, and the sentence that explains it.

    `why` is the reason in one word for filters and counts, such as `no-target` or `met`.
    """

    colour: Colour
    word: str
    reason: str
    why: str

    @property
    def bare_word(self) -> str:
        """The word alone, without what may be said besides: that it is late, not confirmed or awaits sign-off."""
        word = self.word
        while isinstance(word, Label) and word.name == "two-words":
            word = word.values["first"]
        return word if isinstance(word, Label) else word.partition(", ")[0]


def grey(why: str, reason: str, word: str = "not rated") -> Rating:
    """A rating without a colour, which is an answer like any other: it has its reason."""
    return Rating("grey", word, reason, why)


class Clock(NamedTuple):
    """One clock of an action: start date, due date, interval or review.

    `due` is the day it runs out, `days` how many days late it is (0 when it is not), `words` the
    sentence. `kind` is `none` where the clock does not apply, `uncounted` where an interval has no day to count
    from, `missed` of a meeting only. `text` is the date as its file has it, which may be a month or a year; empty
    where it was counted.
    """

    kind: Literal[
        "none",
        "uncounted",
        "on-time",
        "due-soon",
        "due-today",
        "passed",
        "missed",
        "fresh",
        "silent",
        "very-silent",
        "closed",
    ]
    due: date | None
    days: int
    words: str
    text: str = ""

    @property
    def date_text(self) -> str:
        """The date as it is written, or the day that was counted; empty where there is none."""
        return self.text or (self.due.isoformat() if self.due else "")

    @property
    def run_out(self) -> bool:
        """Whether this clock has run out."""
        return self.kind in ("passed", "missed", "silent", "very-silent")
