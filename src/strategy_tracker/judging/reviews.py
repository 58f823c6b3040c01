"""Says where a strategy is in its life, and when the bodies that review it meet."""

from collections.abc import Iterable
from datetime import date

from strategy_tracker.judging.actions.clocks import ahead, ahead_again, dated, days_words, in_days, latest_of
from strategy_tracker.judging.standing import BodyStanding, Clock, Phase, StrategyStanding
from strategy_tracker.model.settings import Settings
from strategy_tracker.model.strategy import Body, Strategy
from strategy_tracker.model.values import When

_PHASES = ("running", "undated", "not-begun", "superseded", "ended")
_UNSAID = Clock("none", None, 0, "how often it meets is not said")


def phase_of(strategy: Strategy, today: date) -> Phase:
    """Say where the strategy is in its life at `today`; without any date it is treated as running.

    A date known only to the year is read in its favour: it begins on the first day that can be meant and
    ends on the last. A strategy that was superseded stays so after its end.
    """
    starts, ends, superseded = strategy.starts, strategy.ends, strategy.superseded
    if superseded and superseded.on.last <= today:
        by = f" by {superseded.by}" if superseded.by else ""
        return Phase("superseded", f"the strategy was superseded{by} {dated(superseded.on)}", superseded.on.last)
    if ends and ends.last < today:
        return Phase("ended", f"the strategy ended {dated(ends)}", ends.last)
    if starts and starts.first > today:
        return Phase("not-begun", f"the strategy begins {dated(starts)}")
    if not (starts or ends or superseded):
        return Phase("undated", "the strategy has no dates and is treated as running")
    since = f" from {starts.text}" if starts else ""
    until = f" to {ends.text}" if ends else ""
    return Phase("running", f"the strategy runs{since}{until}")


def in_order(strategies: Iterable[StrategyStanding]) -> list[StrategyStanding]:
    """Sort strategies by how much can still be changed: running first, then those to come, then those that are over."""
    return sorted(strategies, key=lambda one: _PHASES.index(one.phase.kind))


def stand_body(body: Body, strategy: Strategy, phase: Phase, today: date, settings: Settings) -> BodyStanding:
    """Work out the meetings of a body at `today`: held (newest first), the next or a missed one, the papers' day."""
    held = sorted(
        (when for when in body.held if when.first <= today), key=lambda when: (when.last, when.first), reverse=True
    )
    if phase.runs:
        clock = _next_meeting(body, strategy.starts, today, settings)
    else:
        clock = Clock("none" if phase.kind == "not-begun" else "closed", None, 0, phase.words)
    coming = clock.due if clock.due and not clock.late else None
    return BodyStanding(
        body=body.body,
        kind=body.kind,
        every=body.every.text if body.every else None,
        paper_by=body.paper_by,
        held=tuple(when.text for when in held),
        clock=clock,
        papers=body.papers_due.before(coming) if coming and body.papers_due else None,
        note=body.note,
    )


def _next_meeting(body: Body, starts: When | None, today: date, settings: Settings) -> Clock:
    """Take a fixed date that has not passed; else the last meeting, or the start, and the interval."""
    if body.next and body.next.last >= today:
        due = body.next.last
        words = f"next meeting {in_days((due - today).days)}, fixed for {body.next.text}"
        return Clock(ahead(due, today, settings.due_soon), due, 0, words)
    last = latest_of(body.held, today)
    if body.every is None:
        return _past_fixed(body.next, last, today)
    if last is None and starts is None:
        return Clock("none", None, 0, "no meeting is recorded, and the strategy has no start date to count from")
    since = last or starts
    assert since is not None
    due = body.every.after(since.last)
    told = f"last met {last.text}" if last else "no meeting recorded since the strategy began"
    told = f"{told}, every {body.every.text}"
    if due < today:
        return Clock("missed", due, (today - due).days, f"{_missed(due, today)} ({told})")
    kind = ahead_again(since.last, due, today, settings.due_soon)
    return Clock(kind, due, 0, f"next meeting {in_days((due - today).days)}, by {due} ({told})")


def _past_fixed(fixed: When | None, last: When | None, today: date) -> Clock:
    """Call a fixed date without an interval missed, unless a meeting was held on it or later."""
    if fixed is None or (last and last.last >= fixed.first):
        return _UNSAID
    return Clock(
        "missed", fixed.last, (today - fixed.last).days, f"{_missed(fixed.last, today)} (fixed for {fixed.text})"
    )


def _missed(due: date, today: date) -> str:
    return f"no meeting recorded; one was wanted {days_words((today - due).days)} ago, by {due}"
