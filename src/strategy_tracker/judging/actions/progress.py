"""Holds the share of an action that is complete against the share of its time that has gone.

It is told wherever somebody said it. It gives a colour only where the settings say from when (`progress`), and only
where that is worse than the dates: an action without a start and a due date has nothing to be held against.
"""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

from strategy_tracker.judging.actions.action_colour import Timing
from strategy_tracker.judging.actions.clocks import dated
from strategy_tracker.model.action import Rag, Update
from strategy_tracker.model.colour import WORST_FIRST
from strategy_tracker.model.names.joined import semicolons
from strategy_tracker.model.names.labels import phrase
from strategy_tracker.model.parts.progress import Progress
from strategy_tracker.model.values import When


def last_share(known: Sequence[Update]) -> Update | None:
    """Find the latest update that says how much is complete; `known` has the newest first."""
    return next((update for update in known if update.complete is not None), None)


def progress_words(said: Update, start: When | None, due: When | None, today: date) -> str:
    """Write `40% complete on 2022-06-30; 50% of its time has gone`; the share alone without a start and a due date."""
    share = phrase("share-complete", share=f"{said.complete:f}", when=dated(said.on))
    gone = _time_gone(start, due, today)
    return share if gone is None else semicolons([share, phrase("time-gone", share=_rounded(gone))])


def by_progress(
    timing: Timing | None, said: Update, start: When | None, due: When | None, limits: Progress, today: date
) -> Timing | None:
    """Give the colour of the progress where it is worse than that of the dates, else `timing` as it is."""
    gone = _time_gone(start, due, today)
    if gone is None or said.complete is None:
        return timing
    share = Fraction(said.complete) / gone if gone else None
    colour: Rag = "green"
    if share is not None and share * 100 < limits.green_from:
        colour = "amber" if share * 100 >= limits.amber_from else "red"
    if timing is not None and WORST_FIRST.index(timing.colour) <= WORST_FIRST.index(colour):
        return timing
    told = phrase("nothing-expected-yet")
    if share is not None:
        told = phrase("share-of-expected", share=_rounded(share * 100))
    words = phrase(
        "progress-against",
        progress=progress_words(said, start, due, today),
        told=told,
        green=f"{limits.green_from:f}",
        amber=f"{limits.amber_from:f}",
    )
    return Timing(colour, timing.days if timing else 0, words, "progress")


def _time_gone(start: When | None, due: When | None, today: date) -> Fraction | None:
    """The share of its time that has gone, in percent; None where it has no time between two days."""
    if start is None or due is None or due.last <= start.first:
        return None
    gone = Fraction((today - start.first).days, (due.last - start.first).days)
    return min(max(gone, Fraction(0)), Fraction(1)) * 100


def _rounded(share: Fraction) -> str:
    """A share to a whole percent, cut and not rounded up, so that no limit seems to be reached that was not."""
    return f"{Decimal(int(share)):f}"
