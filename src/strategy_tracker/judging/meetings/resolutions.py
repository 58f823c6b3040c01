"""Works out how far each thing is that a body was asked: done, late, with nobody to do it, or nothing to do.

An id that comes back at a later meeting, as of what was deferred, is one thing: what was resolved last holds. Something
is to be done where an answer is wanted, where the resolution says by whom, by when or what, or names actions, and
where a body asks from outside. It is done on the day the record says, once all its actions are finished, once a move,
a target or a stop points to it that it asked nothing beside, or, where an answer was wanted of an action, with the
first word of its owner after the meeting.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from strategy_tracker.judging.actions.clocks import days_from, days_words, known_updates
from strategy_tracker.judging.standing.of_actions import ActionStanding
from strategy_tracker.judging.standing.of_resolutions import ResolutionStanding, ResolutionState
from strategy_tracker.judging.standing.of_strategies import Phase
from strategy_tracker.judging.standing.owners import owners_of
from strategy_tracker.judging.unconfirmed import said_by_people
from strategy_tracker.model.names.joined import commas, semicolons
from strategy_tracker.model.names.labels import Label, phrase
from strategy_tracker.model.plain.action_words import FINISHED

if TYPE_CHECKING:
    from strategy_tracker.model.action import Action
    from strategy_tracker.model.meeting import Ask, MeetingRecord
    from strategy_tracker.model.strategy import Body, Strategy


class _Thread(NamedTuple):
    """One thing asked: the meeting and the ask that hold now, and the day it was asked first."""

    meeting: "MeetingRecord"
    ask: "Ask"
    first: str


def stand_resolutions(
    body: "Body", strategy: "Strategy", actions: Sequence[ActionStanding], phase: Phase, today: date
) -> tuple[ResolutionStanding, ...]:
    """List what a body was asked by `today`, in the order it was asked first; `actions` are those of the strategy."""
    if not body.meetings:
        return ()
    written = {action.id: action for priority in strategy.priorities for action in priority.actions}
    known = {action.id: action for action in actions}
    owners = {p.id: tuple(p.owner or strategy.owner) for p in strategy.priorities}
    owners |= {action.id: owners_of(action) for action in actions}
    return tuple(
        _standing(thread, body, _Facts(written, known, owners, phase, today)) for thread in _threads(body, today)
    )


def _threads(body: "Body", today: date) -> Iterable[_Thread]:
    found: dict[str, _Thread] = {}
    for meeting in meetings_by(body, today):
        for ask in meeting.asks:
            first = found[ask.id].first if ask.id in found else meeting.held.text
            found[ask.id] = _Thread(meeting, ask, first)
    return found.values()


def meetings_by(body: "Body", today: date) -> "list[MeetingRecord]":
    """List the meetings of a body with a record of their own that were held by `today`, oldest first."""
    held = (one for one in body.meetings if one.held.first <= today)
    return sorted(held, key=lambda one: (one.held.last, one.held.first))


class _Facts(NamedTuple):
    """What a resolution is judged by: the actions of its strategy as written and as they stand, and who owns what."""

    written: "Mapping[str, Action]"
    known: Mapping[str, ActionStanding]
    owners: Mapping[str, tuple[str, ...]]
    phase: Phase
    today: date


def _standing(thread: _Thread, body: "Body", facts: _Facts) -> ResolutionStanding:
    meeting, ask, today = thread.meeting, thread.ask, facts.today
    done = ask.done if ask.done and ask.done.first <= today else None
    recommended = body.role == "asks"
    stood = ResolutionStanding(
        id=ask.id,
        text=ask.text,
        about=ask.about,
        meeting=meeting.held.text,
        first=thread.first,
        resolved=ask.resolved,
        minute=ask.minute,
        by=ask.by,
        owners=_owners(ask, body, facts),
        due=ask.due.text if ask.due else None,
        to_do=ask.to_do,
        actions=ask.actions,
        done=done.text if done else None,
        answer=ask.answer if done else None,
        state="closed",
        words="nothing to do",
        due_day=ask.due.last if ask.due else None,
        asked_for=_asks_for_something(ask, recommended),
        recommended=recommended,
    )
    carried = tuple(_pointing(ask.id, facts))
    state, words, days = _state(stood, ask, meeting, facts)
    return with_carried_out(stood._replace(state=state, words=words, days=days), carried)


def _asks_for_something(ask: "Ask", recommended: bool) -> bool:
    if ask.resolved in ("deferred", "refused", "noted") or (ask.resolved is None and not recommended):
        return False
    return bool(recommended or ask.resolved == "answer-wanted" or ask.by or ask.due or ask.to_do or ask.actions)


def _owners(ask: "Ask", body: "Body", facts: _Facts) -> tuple[str, ...]:
    """Who is chased: the post named; else the owners of its actions, else of what it is about."""
    if ask.by:
        return (ask.by,)
    if ask.resolved == "deferred":
        return (body.paper_by,) if body.paper_by else ()
    named = [name for action in ask.actions for name in facts.owners.get(action, ())]
    return tuple(dict.fromkeys(named or facts.owners.get(ask.about or "", ())))


def _state(
    one: ResolutionStanding, ask: "Ask", meeting: "MeetingRecord", facts: _Facts
) -> tuple[ResolutionState, str, int]:
    if one.done:
        return "done", _done_words(ask), 0
    if not facts.phase.runs and facts.phase.kind != "not-begun":
        return "closed", facts.phase.words, 0
    if one.resolved is None and not one.recommended:
        return "unanswered", phrase("asked-without-answer", day=one.meeting), 0
    if not one.asked_for and one.resolved != "deferred":
        return "closed", phrase("nothing-to-do"), 0
    if finished := _finished(one, meeting, facts):
        return "done", finished, 0
    return _to_do(one, facts.today)


def _done_words(ask: "Ask") -> str:
    assert ask.done, "asked of what is done"
    late = (ask.done.first - ask.due.last).days if ask.due else 0
    told = phrase("done-on", date=ask.done.text)
    return commas([told, phrase("after-it-was-due", days=days_from(late, ask.done))]) if late > 0 else told


def _finished(one: ResolutionStanding, meeting: "MeetingRecord", facts: _Facts) -> str:
    """Why it counts as done although no day says so; empty where nothing on record does."""
    carrying = [facts.known[name] for name in one.actions if name in facts.known]
    if carrying and len(carrying) == len(one.actions) and all(a.state in FINISHED and not a.lacks for a in carrying):
        return phrase("done-with", things=", ".join(one.actions))
    about = facts.written.get(one.about or "") if one.resolved == "answer-wanted" and not one.to_do else None
    if about is None or one.actions:
        return ""
    said = [u.on for u in said_by_people(known_updates(about.updates, facts.today)) if u.on.first > meeting.held.last]
    if not said:
        return ""
    return phrase("answered-by-update", day=min(said, key=lambda on: (on.first, on.last)).text)


def _to_do(one: ResolutionStanding, today: date) -> tuple[ResolutionState, str, int]:
    days = (today - one.due_day).days if one.due_day else 0
    if one.resolved == "deferred":
        told = phrase("deferred-to", day=one.due) if one.due else phrase("deferred-to-none")
        return ("late", phrase("and-not-back", told=told), days) if days > 0 else ("open", told, 0)
    when = phrase("due-on", date=one.due) if one.due else phrase("no-day-due")
    if days > 0:
        return "late", phrase("so-late", days=days_words(days), when=when), days
    if not one.owners:
        return "no-owner", semicolons([phrase("nobody-to-do-it"), when]), 0
    return "open", when, 0


def _pointing(ask: str, facts: _Facts) -> Iterator[str]:
    """What of the actions points to a resolution: a move of a date, or an update that changes a state."""
    for action in facts.written.values():
        for move in action.moved:
            if move.resolution == ask and move.on.first <= facts.today:
                to = move.to.text if move.to else ""
                yield phrase("was-moved-to", what=action.id, day=to) if to else phrase("was-moved", what=action.id)
        for step in action.milestones:
            if any(move.resolution == ask and move.on.first <= facts.today for move in step.moved):
                yield phrase("step-was-moved", what=action.id, step=step.text)
        for update in action.updates:
            if update.resolution == ask and update.on.first <= facts.today and update.state:
                yield phrase("state-on", what=action.id, state=phrase(update.state), day=update.on.text)


def with_carried_out(one: ResolutionStanding, carried: Sequence[str]) -> ResolutionStanding:
    """A resolution with more that points to it, which is done by it where nothing else was asked for."""
    if not carried or one.resolved not in ("agreed", None):
        return one
    one = one._replace(carried_out=(*one.carried_out, *carried))
    if one.asked_for and one.is_open and not one.to_do and not one.actions:
        return one._replace(state="done", words=phrase("carried-out", things=semicolons(one.carried_out)), days=0)
    return one


def with_owner_of_measure(one: ResolutionStanding, owners: tuple[str, ...]) -> ResolutionStanding:
    """A resolution about a measure with the owners of that, where nobody else is chased for it."""
    if one.owners or not owners:
        return one
    if one.state == "no-owner":
        assert isinstance(one.words, Label), "it was just judged"
        return one._replace(owners=owners, state="open", words=one.words.values["second"])
    return one._replace(owners=owners)
