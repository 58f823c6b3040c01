"""Tells the life of one item: what happened to it and when, who wrote what stands there now, how its date slipped."""

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Literal, NamedTuple

from strategy_tracker.comparing.differences import TIME, ChangeKind, Difference, same_colour
from strategy_tracker.judging.standing.rating import Rating
from strategy_tracker.model.action import Action, Move
from strategy_tracker.model.colour import WORST_FIRST
from strategy_tracker.model.commit import Commit
from strategy_tracker.model.dates.date_steps import DateStep, date_steps, moves_in_order
from strategy_tracker.model.values import read_when

LifeEventKind = ChangeKind | Literal["problem", "error"]


class LifeEvent(NamedTuple):
    """One thing that happened; without a commit, it happened because a day passed."""

    day: date
    kind: LifeEventKind
    item: str
    before: str
    after: str
    why: str
    commit: Commit | None
    worse: bool | None = None


class FieldOrigin(NamedTuple):
    """A field as it stands now, and the commit that made it so; None where nothing on record says."""

    field: str
    value: str
    commit: Commit | None


class Shift(NamedTuple):
    """One move of a due date: from which to which, by how many days, why, who agreed, and where it is on record."""

    on: str
    former: str
    to: str
    days: int
    why: str
    approved_by: str
    commit: Commit | None


class Slippage(NamedTuple):
    """How a due date slipped: the first one on record and the present one, with every move between, oldest first."""

    original: str
    present: str
    days: int
    shifts: tuple[Shift, ...]

    @property
    def approved(self) -> int:
        """How many of the moves somebody agreed to."""
        return sum(bool(shift.approved_by) for shift in self.shifts)


class Life(NamedTuple):
    """The life of an item, newest first; `notes` say what is not known of it."""

    address: str
    thing: str
    words: str
    events: tuple[LifeEvent, ...]
    written: tuple[FieldOrigin, ...]
    slippage: Slippage | None
    notes: tuple[str, ...]


def event(found: Difference, commit: Commit) -> LifeEvent:
    """A difference that a commit made."""
    return LifeEvent(commit.day, found.kind, found.item, found.before, found.after, found.why, commit, found.worse)


_STEP = timedelta(days=28)
"""Days looked ahead at once, so that ten years cost 130 judgements; what came back within them is not seen."""


def days_that_passed(item: str, rate: Callable[[date], Rating], first: date, last: date) -> Iterator[LifeEvent]:
    """The days after `first` up to `last` on which a colour moved although nobody wrote anything."""
    was, day = rate(first), first
    while day < last:
        ahead = min(day + _STEP, last)
        if same_colour(rate(ahead), was):
            day = ahead
            continue
        low, high = day, ahead
        while (high - low).days > 1:
            middle = low + (high - low) // 2
            low, high = (middle, high) if same_colour(rate(middle), was) else (low, middle)
        now = rate(high)
        grey = "grey" in (was.colour, now.colour) or was.colour == now.colour
        worse = None if grey else WORST_FIRST.index(now.colour) < WORST_FIRST.index(was.colour)
        yield LifeEvent(high, "colour", item, was.word, now.word, f"{TIME}; {now.reason}", None, worse)
        was, day = now, high


def merged(told: Iterable[LifeEvent], passed: Iterable[LifeEvent]) -> Iterator[LifeEvent]:
    """What commits did and what time did, newest first; the commits keep their own order, whatever their clocks say."""
    waiting = list(passed)
    for one in told:
        while waiting and waiting[0].day > one.day:
            yield waiting.pop(0)
        yield one
    yield from waiting


def without_echoes(events: Sequence[LifeEvent], merges: Container[str]) -> Iterator[LifeEvent]:
    """The events without what a merge only repeats of the branch it brought; `merges` are the names of its commits."""
    said = {one[1:5] for one in events if one.commit and one.commit.sha not in merges}
    return (one for one in events if not (one.commit and one.commit.sha in merges and one[1:5] in said))


def slippage(action: Action, events: Sequence[LifeEvent]) -> Slippage | None:
    """The moves of a due date: those the file records, and those only the commits know. None where it never moved.

    A move in the file belongs to the commit that changed the date it had before; what is left of either stands alone.
    """
    left = list(date_steps(moves_in_order(action.moved), action.due))
    changes = list(_dated(events))
    shifts: list[tuple[date, Shift]] = []
    for one in changes:
        chain, before = _chain(left, one.before, one.after), one.before
        left = [step for step in left if step not in chain]
        for n, step in enumerate(chain, 1):
            open_end = n == len(chain) and step.move and not step.move.to
            to = one.after if open_end else str(step.to)
            shifts.append((one.day, _shift(before, to, step.move, one.commit, one.day)))
            before = to
        if before != one.after:
            shifts.append((one.day, _shift(before, one.after, None, one.commit, one.day)))
    for step in left:
        if step.move or not changes:  # the commits know their steps themselves
            day, to = step.move.on.last if step.move else date.max, step.to.text if step.to else "no date"
            shifts.append((day, _shift(step.former.text, to, step.move, None, None)))
    if not shifts:
        return None
    ordered = tuple(shift for _, shift in sorted(shifts, key=lambda pair: (pair[0], pair[1].on)))
    present = action.due.text if action.due else "no date"
    return Slippage(ordered[0].former, present, _days(ordered[0].former, present), ordered)


def _dated(events: Sequence[LifeEvent]) -> Iterator[LifeEvent]:
    """The changes of one due date to another, oldest first; a date that was taken away still counts when one is set."""
    gone = ""
    for one in reversed(events):
        if one.kind != "due":
            continue
        before = gone if one.before == "no date" else one.before
        gone = before
        if one.after != "no date" and before not in ("", one.after):
            yield one._replace(before=before)


def _chain(left: Sequence[DateStep], former: str, after: str) -> list[DateStep]:
    """The steps on record that lead from one date to another; where none do, the first of them alone."""
    found: list[DateStep] = []
    for step in left:
        if step.former.text == (str(found[-1].to) if found else former):
            found.append(step)
            if str(step.to) == after:
                return found
    return found[:1]


def _shift(former: str, to: str, move: Move | None, commit: Commit | None, day: date | None) -> Shift:
    """A step of a due date; without a move it is of the day of its commit, and of no day where there is none."""
    on = move.on.text if move else str(day or "")
    why = (move.why if move else None) or "the file does not say why"
    return Shift(on, former, to, _days(former, to), why, (move.approved_by or "") if move else "", commit)


def _days(former: str, to: str) -> int:
    """Days from one date to another; 0 where one of them is none."""
    if "no date" in (former, to):
        return 0
    one, two = (read_when(text) for text in (former, to))
    return (two.last - one.last).days
