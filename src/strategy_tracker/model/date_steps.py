"""The way of a due date: from which date to which, on whose word, and where nobody is on record for a step."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from strategy_tracker.model.action import Action, Milestone, Move
from strategy_tracker.model.values import When


class DateStep(NamedTuple):
    """One step of a due date. Without a move, the file holds another date than the last move led to."""

    former: When
    to: When | None
    move: Move | None


def moves_in_order(moved: Iterable[Move]) -> list[Move]:
    """Put moves in the order in which they were made; two of one day by the dates they left."""
    return sorted(
        moved, key=lambda m: (m.on.last, m.on.first, m.former.last, m.former.first, m.why or "", m.approved_by or "")
    )


def date_steps(moves: Sequence[Move], due: When | None) -> Iterator[DateStep]:
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


def unrecorded(moved: Iterable[Move], due: When | None) -> DateStep | None:
    """The last step to `due`, where no move is on record for it."""
    last = list(date_steps(moves_in_order(moved), due))[-1:]
    return last[0] if last and last[0].move is None else None


# two versions of one date


def quiet_steps(old: Action | Milestone, new: Action | Milestone) -> Iterator[tuple[When, When | None]]:
    """List the steps from one due date to another that no move records; a date that went back to its record is none.

    Two dates with the same last day are one date, known more or less exactly.
    """
    if old.due is None or _same_day(old.due, new.due):
        return
    steps = list(date_steps(moves_in_order(new.moved), new.due))
    first = 1 + max((n for n, step in enumerate(steps) if step.move in old.moved), default=-1)
    later = steps[first:]
    start = next((n for n, step in enumerate(later) if _same_day(step.former, old.due)), None)
    if start is None:
        start = next((n for n, step in enumerate(later) if step.move), None)
        if start is not None:  # a move was recorded, but from another date than the one it had
            yield old.due, later[start].former
        elif later or not (steps and steps[-1].move and steps[-1].move.to):
            yield old.due, new.due
            return
        else:
            return  # it was written back to where the last recorded move had led
    yield from _gaps(later[start:])


def _gaps(steps: Iterable[DateStep]) -> Iterator[tuple[When, When | None]]:
    return ((one.former, one.to) for one in steps if one.move is None and not _same_day(one.former, one.to))


def _same_day(one: When, other: When | None) -> bool:
    return other is not None and one.last == other.last
