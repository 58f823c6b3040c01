"""Says where a strategy is in its life, and when its bodies meet."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from strategy_tracker.judging.actions.clocks import ahead, ahead_again, dated, days_from, in_days, latest_of
from strategy_tracker.judging.actions.halts import to_note
from strategy_tracker.judging.standing.of_actions import ActionStanding
from strategy_tracker.judging.standing.of_strategies import BodyStanding, Phase, StrategyStanding
from strategy_tracker.judging.standing.rating import Clock
from strategy_tracker.model.names.joined import commas, semicolons
from strategy_tracker.model.names.labels import Label, phrase
from strategy_tracker.model.plain.interval import Interval
from strategy_tracker.model.plain.when import When

if TYPE_CHECKING:
    from strategy_tracker.model.settings import Settings
    from strategy_tracker.model.strategy import Body, Strategy

_PHASES = ("running", "undated", "not-begun", "superseded", "ended")


def phase_of(strategy: "Strategy", today: date) -> Phase:
    """Say where the strategy is in its life at `today`; without any date it is treated as running.

    A date known only to the year is read in its favour: it begins on the first day that can be meant and
    ends on the last. A strategy that was superseded stays so after its end.
    """
    starts, ends, superseded = strategy.starts, strategy.ends, strategy.superseded
    if superseded and superseded.on.last <= today:
        told = phrase("superseded-when", when=dated(superseded.on))
        if superseded.by:
            told = phrase("superseded-by", by=superseded.by, when=dated(superseded.on))
        return Phase("superseded", told, superseded.on.last)
    if ends and ends.last < today:
        return Phase("ended", phrase("ended-when", when=dated(ends)), ends.last)
    if starts and starts.first > today:
        return Phase("not-begun", phrase("begins-when", when=dated(starts)))
    if not (starts or ends or superseded):
        return Phase("undated", phrase("runs-without-dates"))
    return Phase("running", _runs(starts, ends))


def _runs(starts: When | None, ends: When | None) -> Label:
    if starts and ends:
        return phrase("runs-from-to", first=starts.text, last=ends.text)
    if starts:
        return phrase("runs-from", first=starts.text)
    return phrase("runs-to", last=ends.text) if ends else phrase("it-runs")


def in_order(strategies: Iterable[StrategyStanding]) -> list[StrategyStanding]:
    """Sort strategies by how much can still be changed: running first, then those to come, then those that are over."""
    return sorted(strategies, key=lambda one: _PHASES.index(one.phase.kind))


def meets_next(strategies: Iterable[StrategyStanding], today: date) -> BodyStanding | None:
    """Find the body that reviews a running strategy and meets first from `today` on; None where none is known to."""
    coming = [
        (body.clock.due, body)
        for strategy in strategies
        if strategy.phase.runs
        for body in strategy.reviewing
        if body.clock.due and body.clock.due >= today
    ]
    return min(coming, key=lambda each: each[0])[1] if coming else None


NO_MINUTES = phrase("no-meeting-on-record")
"""What is said of a body that is only named: it has no minutes, so nothing of it is late or missing."""


def stand_body(
    body: "Body", actions: Sequence[ActionStanding], phase: Phase, today: date, settings: "Settings"
) -> BodyStanding:
    """Work out the meetings of a body at `today`: held (newest first), the next or a missed one, the papers' day.

    `actions` are those of the strategy, of which it has some to note.
    """
    held = sorted(
        (when for when in body.met if when.first <= today), key=lambda when: (when.last, when.first), reverse=True
    )
    over = body.until if body.until and body.until.last < today else None
    if over:
        clock = Clock("closed", None, 0, phrase("they-ended" if body.plural else "it-ended", when=dated(over)))
    elif phase.runs:
        clock = _next_meeting(body, today, settings)
    else:
        clock = Clock("none" if phase.kind == "not-begun" else "closed", None, 0, phase.words)
    coming = clock.due if clock.due and not clock.run_out else None
    return BodyStanding(
        body=body.body,
        kind=body.kind,
        every=body.every.text if body.every else None,
        paper_by=body.paper_by,
        held=tuple(when.text for when in held),
        clock=clock,
        papers=body.papers_due.before(coming) if coming and body.papers_due else None,
        note=body.note,
        role=body.role or "reviews",
        to_note=to_note(body, actions, today) if phase.runs and not over else (),
        plural=body.plural,
    )


def _next_meeting(body: "Body", today: date, settings: "Settings") -> Clock:
    """Take a fixed date that has not passed; else the last meeting and the interval.

    Only a body that reviews, and has a meeting on record, misses one: before the first, nothing says when it is late.
    """
    if body.next and body.next.last >= today:
        due = body.next.last
        words = phrase("next-meeting-fixed", when=in_days((due - today).days), day=body.next.text)
        return Clock(ahead(due, today, settings.due_soon), due, 0, words, body.next.text)
    last = latest_of(body.met, today)
    if body.every:
        return _by_interval(body, body.every, last, today, settings)
    if body.next is None or (last and last.last >= body.next.first):
        often = phrase("how-often-they-meet" if body.plural else "how-often-it-meets")
        return Clock("none", None, 0, often if last else NO_MINUTES)
    if last is None or not body.reviews:
        return Clock("none", None, 0, semicolons([_met(last), phrase("one-was-fixed", day=body.next.text)]))
    return _missed(body.next.last, phrase("fixed-for", day=body.next.text), today)


def _by_interval(body: "Body", every: Interval, last: When | None, today: date, settings: "Settings") -> Clock:
    """Count the interval from the last meeting; before the first there is nothing to count from."""
    if last is None:
        return Clock("none", None, 0, commas([_met(last), phrase("to-meet-every", interval=every.text)]))
    due, told = every.after(last.last), commas([_met(last), phrase("met-every", interval=every.text)])
    if due >= today:
        kind = ahead_again(last.last, due, today, settings.due_soon)
        words = phrase("next-meeting-by", when=in_days((due - today).days), day=f"{due}", told=told)
        return Clock(kind, due, 0, words)
    return _missed(due, told, today, last) if body.reviews else Clock("none", None, 0, told)


def _met(last: When | None) -> Label:
    return phrase("last-met", day=last.text) if last else NO_MINUTES


def _missed(due: date, why: str, today: date, *counted_from: When) -> Clock:
    days = (today - due).days
    ago = days_from(days, *counted_from)
    return Clock("missed", due, days, phrase("no-meeting-recorded", days=ago, day=f"{due}", why=why))
