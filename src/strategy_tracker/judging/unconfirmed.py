"""Says of a colour that it stands on something a machine drafted and nobody has confirmed."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from strategy_tracker.judging.standing.rating import Rating
from strategy_tracker.model.names.joined import commas, listed
from strategy_tracker.model.names.labels import phrase

if TYPE_CHECKING:
    from strategy_tracker.model.action import Update

_BY_DATES = frozenset({"late", "on-time", "strategy-not-begun", "strategy-ended", "no-update"})
"""Reasons that a draft is no ground of, though it may be told beside them."""


def said_by_people(known: "Iterable[Update]") -> "list[Update]":
    """Give the updates that a person said or confirmed: a draft breaks no silence and is no word of an owner's."""
    return [update for update in known if not update.drafted]


def with_draft_of_action(rating: Rating, grounds: "Sequence[Update | None]") -> Rating:
    """Say in a rating which of the updates it stands on were drafted and not confirmed."""
    days = dict.fromkeys(update.on.text for update in grounds if update and update.drafted)
    if not days:
        return rating
    told = _not_confirmed(rating, phrase("said-on-days", days=listed(list(days))))
    return told._replace(word=rating.word) if rating.why in _BY_DATES else told


def with_draft_of_reading(rating: Rating, period: str) -> Rating:
    """Say in a rating that the reading it stands on was drafted and not confirmed."""
    return _not_confirmed(rating, phrase("reading-for", period=period))


def _not_confirmed(rating: Rating, what: str) -> Rating:
    if rating.word == "not rated":  # there is no colour that would stand on it
        return rating
    reason = phrase("stands-on-draft", reason=rating.reason, what=what)
    return rating._replace(word=commas([rating.word, phrase("not-confirmed")]), reason=reason)
