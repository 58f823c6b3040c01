"""Works out the colour of an action: its state, or else the worse of its owner's judgement and its dates."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Literal, NamedTuple

from strategy_tracker.judging.actions.clocks import dated
from strategy_tracker.judging.standing.of_actions import AWAITING, MilestoneStanding
from strategy_tracker.judging.standing.of_strategies import Phase
from strategy_tracker.judging.standing.rating import Clock, Rating
from strategy_tracker.model.colour import WORST_FIRST
from strategy_tracker.model.names.joined import commas, semicolons
from strategy_tracker.model.names.labels import Label, phrase
from strategy_tracker.model.plain.action_words import Rag, State
from strategy_tracker.model.plain.interval import Interval

if TYPE_CHECKING:
    from strategy_tracker.model.action import Action, Update

LIVE: tuple[State | None, ...] = (None, "not-started", "in-progress")
"""States in which the owner's judgement and the dates give the colour; None is an action never updated."""


class OwnerJudgement(NamedTuple):
    """The colour an owner gave; `words` names it with its day, `old` says that it has outlived the review cadence."""

    colour: Rag
    words: str
    old: bool


class Timing(NamedTuple):
    """The colour that the dates give, how many days late they are (0 when not), and the date meant, in words.

    It is given `by` the progress where that is worse than the dates.
    """

    colour: Rag
    days: int
    words: str
    by: Literal["date", "progress"] = "date"


def judge(latest: "Update | None", state: State | None, cadence: Interval, today: date) -> OwnerJudgement | None:
    """Read the owner's judgement from the latest update; None where the action is closed or nobody gave one.

    A judgement is valid for one review cadence: after that it still gives a colour, and says that it is old.
    """
    if latest is None or latest.rag is None or state not in LIVE:
        return None
    words = phrase("colour-when", colour=latest.rag, when=dated(latest.on))
    if today <= cadence.after(latest.on.last):
        return OwnerJudgement(latest.rag, words, old=False)
    return OwnerJudgement(latest.rag, phrase("judged-long-ago", told=words, cadence=cadence.text), old=True)


def read_dates(
    clocks: Sequence[Clock],
    milestones: Sequence[MilestoneStanding],
    red_after: Interval,
    today: date,
) -> Timing | None:
    """Colour the dates: amber or red by the one most days late, green by the next to come; None without any date."""
    named = [(clock, clock.words) for clock in clocks] + [(one.clock, milestone_words(one)) for one in milestones]
    dates = [(c.days, c.due, words) for c, words in named if c.due and c.kind not in ("none", "closed")]
    if not dates:
        return None
    # most days late first; of those not late, the next to come: a day far off must not hide one that is near
    days, due, words = max(dates, key=lambda found: (found[0], -found[1].toordinal()))
    if not days:
        return Timing("green", 0, words)
    limit = red_after.text if red_after.text[0].isdigit() else phrase("one-period", period=red_after.text)
    if today <= red_after.after(due):
        return Timing("amber", days, phrase("late-is-amber", told=words, limit=limit))
    return Timing("red", days, phrase("late-is-red", told=words, limit=limit))


def milestone_words(step: MilestoneStanding) -> Label:
    """The words of a milestone's clock, behind its own."""
    return phrase("of-milestone", milestone=step.text, told=step.clock.words)


def rate(
    action: "Action",
    latest: "Update | None",
    stated: "Update | None",
    judged: OwnerJudgement | None,
    timing: Timing | None,
    today: date,
) -> Rating:
    """Rate an action of a running strategy, and name in the reason which of judgement and dates decided.

    The judgement decides only where it is worse than the dates, or where there are none.
    """
    state = stated.state if stated else None
    if stated and state not in LIVE:
        return _by_state(stated)
    awaited = action.starts is not None and today <= action.starts.last
    if not (timing and timing.days) and (state == "not-started" or (state is None and awaited)):
        return _not_started(action, stated, judged, today)
    if latest is None and not (timing and timing.days):
        dates = timing.words if timing else phrase("no-date-to-hold")
        return Rating("grey", UNHEARD, semicolons([NEVER, dates]), "no-update")
    if timing and not (judged and _is_worse(judged.colour, timing.colour)):
        return _by_date(timing, latest, judged)
    if judged:
        return _by_judgement(judged, timing)
    reason = phrase("nothing-to-judge-by") if state else phrase("nothing-to-judge-by-unsaid")
    return Rating("grey", "not rated", reason, "no-judgement")


UNHEARD = "nobody has said"
"""The word of an action that would be green by its date or by an old judgement, and of which nobody has spoken."""
NEVER = phrase("no-update-ever")


def without_word(rating: Rating, people: "Sequence[Update]", cadence: Interval, today: date) -> Rating:
    """Take the green from a rating where nothing was said within the review cadence: a date to come is no word.

    `people` are the updates that people said, newest first. Delivered stays green, for no more is wanted of it; red and
    amber stay, for silence is no way out of a colour.
    """
    if rating.colour != "green" or rating.why == "delivered":
        return rating
    if people and today <= cadence.after(people[0].on.last):
        return rating
    since = phrase("unheard-since", day=people[0].on.text) if people else UNHEARD
    reason = phrase("else-green", told=since, cadence=cadence.text, reason=rating.reason)
    return Rating("grey", UNHEARD, reason, "no-word")


def rate_outside(latest: "Update | None", stated: "Update | None", phase: Phase) -> Rating:
    """Rate an action whose strategy is over or has not begun, so that nothing about it can be late.

    Of what nobody ever spoke of it is told in the same word as before the end.
    """
    state = stated.state if stated else None
    if stated and state in ("complete", "paused", "stopped", "superseded"):
        return _by_state(stated)
    said = phrase("unsaid-how-far") if latest else phrase("no-update-was")
    if stated and state:
        said = phrase("last-said-to-be", state=phrase(state), when=dated(stated.on))
    told = semicolons([phase.words, said])
    if phase.ended:
        return Rating("grey", "not rated" if latest else UNHEARD, told, "strategy-ended")
    return Rating("grey", "not started", told if latest else phase.words, "strategy-not-begun")


def disagreement(judged: OwnerJudgement | None, timing: Timing | None) -> str:
    """Say in one sentence that judgement and dates give two colours; empty where they do not."""
    if judged is None or timing is None or judged.colour == timing.colour:
        return ""
    clock = _CLOCKS[timing.by]
    return phrase("judged-but-by", judged=judged.words, clock=clock, colour=timing.colour, told=timing.words)


_CLOCKS = {"date": phrase("its-date"), "progress": phrase("its-progress")}


def _by_state(stated: "Update") -> Rating:
    state, said = stated.state or "", said_to_be(stated)
    if stated.happened:
        said = phrase("of-then", told=said, day=stated.happened.text)
    if state == "complete":
        return Rating("blue", state, said, state)
    if state == "delivered":
        return Rating("green", state, commas([said, AWAITING]), state)
    return Rating("grey", state, said, state)


def said_to_be(stated: "Update") -> Label:
    """In which state an action was said to be, and when."""
    return phrase("said-to-be", state=stated.state or "", when=dated(stated.on))


def _not_started(action: "Action", stated: "Update | None", judged: OwnerJudgement | None, today: date) -> Rating:
    if action.starts and today <= action.starts.last:
        reason = phrase("due-to-start", when=dated(action.starts))
    else:
        assert stated is not None  # without a state only a start date to come says "not started"
        reason = phrase("said-not-started", when=dated(stated.on))
    told = semicolons([reason, *([_judged(judged)] if judged else [])])
    return Rating("grey", "not started", told, "not-started")


def _judged(judged: OwnerJudgement) -> Label:
    return phrase("owner-judged", judged=judged.words)


def _by_date(timing: Timing, latest: "Update | None", judged: OwnerJudgement | None) -> Rating:
    said = _judged(judged) if judged else phrase("owner-gave-none")
    why = "progress" if timing.by == "progress" else "late" if timing.days else "on-time"
    reason = phrase("clock-decides", clock=_CLOCKS[timing.by], told=timing.words, said=said if latest else NEVER)
    return Rating(timing.colour, timing.colour, reason, why)


def _by_judgement(judged: OwnerJudgement, timing: Timing | None) -> Rating:
    dates = phrase("no-date-to-meet")
    if timing:
        dates = phrase("by-clock-it-would-be", clock=_CLOCKS[timing.by], colour=timing.colour, told=timing.words)
    reason = phrase("judgement-decides", judged=judged.words, dates=dates)
    return Rating(judged.colour, judged.colour, reason, "judgement")


def _is_worse(one: Rag, other: Rag) -> bool:
    return WORST_FIRST.index(one) < WORST_FIRST.index(other)
