"""Says in one word why an action needs somebody: its date has passed, or nothing was said of it for too long.

Silence is not lateness. A date that passed without a word waits for one: whether it was met is not on record.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from strategy_tracker.judging.actions.action_colour import NEVER, milestone_words
from strategy_tracker.judging.standing.of_actions import MilestoneStanding, Need, NeedWord
from strategy_tracker.judging.standing.rating import Clock, Rating
from strategy_tracker.model.names.joined import commas, semicolons
from strategy_tracker.model.names.labels import Label, phrase

if TYPE_CHECKING:
    from strategy_tracker.model.action import Update


def need_of(
    clocks: Iterable[Clock], milestones: Iterable[MilestoneStanding], review: Clock, known: "Sequence[Update]"
) -> Need | None:
    """Give the first word that fits: late, waiting, or silent as its review clock says; None where none does.

    Of several dates that have passed the one most days past is meant, which also decides the colour.
    """
    named = [(clock, clock.words) for clock in clocks if clock.kind == "passed"]
    passed = named + [(one.clock, milestone_words(one)) for one in milestones if one.clock.kind == "passed"]
    silence = review.kind if review.kind in ("silent", "very-silent") else None
    if not passed:
        return Need(silence, review.due, review.days, (review.words,)) if silence else None
    passed.sort(key=lambda one: -one[0].days)
    longest = passed[0][0]
    spoken = _said_after(longest.due, known)
    words = (*(text for _, text in passed), _last_word(known, spoken))
    word: NeedWord = "late" if spoken else "waiting"
    return Need(word, longest.due, longest.days, words, silence, longest.date_text)


def _said_after(due: date | None, known: "Sequence[Update]") -> bool:
    """Whether something was said since a date: a word of a month does not count where it may have come before."""
    return due is not None and any(update.on.first > due for update in known)


def _last_word(known: "Sequence[Update]", spoken: bool) -> Label:
    if not known:
        return NEVER
    last = max((update.on for update in known), key=lambda on: (on.last, on.first))
    return phrase("last-word-on", date=last.text) if spoken else phrase("nothing-said-since", date=last.text)


WORSE: dict[str, NeedWord] = {"late": "waiting", "silent": "very-silent"}
"""What a word turns into while nobody says anything: a gate or a filter on the first holds for the other too."""


def is_or_worse(word: str, silence: str | None, wanted: str) -> bool:
    """Whether a word is the one wanted, or worse; what is silent stays so when a date has passed as well."""
    named = (wanted, WORSE.get(wanted, wanted))
    return word in named or silence in named


def with_need(rating: Rating, need: Need | None) -> Rating:
    """Put the word of a need beside red and amber; of a date that waits for a word, the reason says since when.

    A red without such a word was said by the owner in time.
    """
    if need is None or rating.colour not in ("red", "amber"):
        return rating
    since = need.words[-1]
    silent = need.word == "waiting" and since not in rating.reason
    reason = semicolons([rating.reason, since]) if silent else rating.reason
    return rating._replace(word=commas([rating.word, phrase(need.word)]), reason=reason)
