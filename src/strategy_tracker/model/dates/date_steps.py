"""The way of a due date: from which date to which, on whose word, and where nobody is on record for a step."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from strategy_tracker.model.plain.when import When

if TYPE_CHECKING:
    from strategy_tracker.model.action import Move


class DateStep(NamedTuple):
    """One step of a due date. Without a move, the file holds another date than the last move led to.

    Of such a step `since` is the day on which it was committed, as far as git was asked and knows; empty: not yet.
    """

    former: When
    to: When | None
    move: "Move | None"
    since: str | None = None


def moves_in_order(moved: "Iterable[Move]") -> "list[Move]":
    """Put moves in the order in which they were made; two of one day by the dates they left."""
    return sorted(
        moved, key=lambda m: (m.on.last, m.on.first, m.former.last, m.former.first, m.why or "", m.approved_by or "")
    )


def date_steps(moves: "Sequence[Move]", due: When | None) -> Iterator[DateStep]:
    """Give every step from the first date to `due`; `moves` are in order.

    A move that says where it led is that step and no other: an approval is not carried on to a date that stands in
    the file without a word. One that does not say led to the date the next one left, as files of 0.1.0 mean it.
    """
    for n, move in enumerate(moves):
        left = moves[n + 1].former if n + 1 < len(moves) else due
        yield DateStep(move.former, move.to or left, move)
        if move.to and not same_date(move.to, left):
            yield DateStep(move.to, left, None)


def same_date(one: When | None, other: When | None) -> bool:
    """Whether two dates mean the same days, however they are written."""
    return one == other if one is None or other is None else (one.first, one.last) == (other.first, other.last)


def unrecorded(moved: "Iterable[Move]", due: When | None) -> DateStep | None:
    """The last step to `due`, where no move is on record for it."""
    last = list(date_steps(moves_in_order(moved), due))[-1:]
    return last[0] if last and last[0].move is None else None
