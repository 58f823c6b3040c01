"""Works out the colour of an action: its state, or else the worse of its owner's judgement and its dates."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Literal, NamedTuple

from strategy_tracker.judging.actions.clocks import dated
from strategy_tracker.judging.standing.of_actions import MilestoneStanding
from strategy_tracker.judging.standing.of_strategies import Phase
from strategy_tracker.judging.standing.rating import Clock, Rating
from strategy_tracker.model.colour import WORST_FIRST
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
    words = f"{latest.rag} {dated(latest.on)}"
    if today <= cadence.after(latest.on.last):
        return OwnerJudgement(latest.rag, words, old=False)
    return OwnerJudgement(latest.rag, f"{words}, longer ago than the {cadence.text} it is valid for", old=True)


def read_dates(
    clocks: Sequence[Clock],
    milestones: Sequence[MilestoneStanding],
    red_after: Interval,
    today: date,
) -> Timing | None:
    """Colour the dates: amber or red by the one most days late, green by the next to come; None without any date."""
    named = [(clock, "") for clock in clocks] + [(m.clock, f"milestone '{m.text}' ") for m in milestones]
    dates = [(c.days, c.due, f"{name}{c.words}") for c, name in named if c.due and c.kind not in ("none", "closed")]
    if not dates:
        return None
    # most days late first; of those not late, the next to come: a day far off must not hide one that is near
    days, due, words = max(dates, key=lambda found: (found[0], -found[1].toordinal()))
    if not days:
        return Timing("green", 0, words)
    limit = red_after.text if red_after.text[0].isdigit() else f"one {red_after.text}"
    if today <= red_after.after(due):
        return Timing("amber", days, f"{words}, up to {limit} late is amber")
    return Timing("red", days, f"{words}, more than {limit} late is red")


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
        dates = timing.words if timing else "no date can be held against it"
        return Rating("grey", UNHEARD, f"no update has ever been recorded; {dates}", "no-update")
    if timing and not (judged and _is_worse(judged.colour, timing.colour)):
        return _by_date(timing, latest, judged)
    if judged:
        return _by_judgement(judged, timing)
    nothing = "its owner gave no judgement and no date on record can be held against it"
    reason = f"in progress, but {nothing}" if state else f"nobody said how far it is, {nothing}"
    return Rating("grey", "not rated", reason, "no-judgement")


UNHEARD = "nobody has said"
"""The word of an action that would be green by its date or by an old judgement, and of which nobody has spoken."""
ELSE_GREEN = "; else green: "
"""Parts why there is no green from why there would be one."""


def without_word(rating: Rating, people: "Sequence[Update]", cadence: Interval, today: date) -> Rating:
    """Take the green from a rating where nothing was said within the review cadence: a date to come is no word.

    `people` are the updates that people said, newest first. Delivered stays green, for no more is wanted of it; red and
    amber stay, for silence is no way out of a colour.
    """
    if rating.colour != "green" or rating.why == "delivered":
        return rating
    if people and today <= cadence.after(people[0].on.last):
        return rating
    since = f"{UNHEARD} since {people[0].on.text}" if people else UNHEARD
    return Rating(
        "grey", UNHEARD, f"{since}, and a word is wanted every {cadence.text}{ELSE_GREEN}{rating.reason}", "no-word"
    )


def rate_outside(latest: "Update | None", stated: "Update | None", phase: Phase) -> Rating:
    """Rate an action whose strategy is over or has not begun, so that nothing about it can be late.

    Of what nobody ever spoke of it is told in the same word as before the end.
    """
    state = stated.state if stated else None
    if stated and state in ("complete", "paused", "stopped", "superseded"):
        return _by_state(stated)
    said = "nobody ever said how far it is" if latest else "no update was ever recorded"
    if stated and state:
        said = f"last said to be {state.replace('-', ' ')} {dated(stated.on)}"
    if phase.ended:
        return Rating("grey", "not rated" if latest else UNHEARD, f"{phase.words}; {said}", "strategy-ended")
    return Rating("grey", "not started", f"{phase.words}; {said}" if latest else phase.words, "strategy-not-begun")


def disagreement(judged: OwnerJudgement | None, timing: Timing | None) -> str:
    """Say in one sentence that judgement and dates give two colours; empty where they do not."""
    if judged is None or timing is None or judged.colour == timing.colour:
        return ""
    return f"its owner judged it {judged.words}, but by its {timing.by} it is {timing.colour}: {timing.words}"


def _by_state(stated: "Update") -> Rating:
    state, said = stated.state or "", f"said to be {stated.state} {dated(stated.on)}"
    if stated.happened:
        said = f"{said}, of {stated.happened.text}"
    if state == "complete":
        return Rating("blue", state, said, state)
    if state == "delivered":
        return Rating("green", state, f"{said}, awaiting sign-off", state)
    return Rating("grey", state, said, state)


def _not_started(action: "Action", stated: "Update | None", judged: OwnerJudgement | None, today: date) -> Rating:
    if action.starts and today <= action.starts.last:
        reason = f"due to start {dated(action.starts)}"
    else:
        assert stated is not None  # without a state only a start date to come says "not started"
        reason = f"said not to have started {dated(stated.on)}, and none of its dates has passed"
    aside = f"; its owner judged it {judged.words}" if judged else ""
    return Rating("grey", "not started", reason + aside, "not-started")


def _by_date(timing: Timing, latest: "Update | None", judged: OwnerJudgement | None) -> Rating:
    said = f"its owner judged it {judged.words}" if judged else "its owner gave no judgement"
    said = said if latest else "no update has ever been recorded"
    why = "progress" if timing.by == "progress" else "late" if timing.days else "on-time"
    return Rating(timing.colour, timing.colour, f"its {timing.by} decides: {timing.words}; {said}", why)


def _by_judgement(judged: OwnerJudgement, timing: Timing | None) -> Rating:
    dates = f"by its {timing.by} it would be {timing.colour}: {timing.words}" if timing else "it has no date to meet"
    reason = f"its owner's judgement decides: judged {judged.words}; {dates}"
    return Rating(judged.colour, judged.colour, reason, "judgement")


def _is_worse(one: Rag, other: Rag) -> bool:
    return WORST_FIRST.index(one) < WORST_FIRST.index(other)
