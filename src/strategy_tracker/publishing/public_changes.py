"""What changed, for the public: facts and figures, but not the words that were taken back."""

from collections.abc import Sequence

from strategy_tracker.comparing.differences import Difference
from strategy_tracker.publishing.public_record import WITHHELD

_WORDED = ("reworded", "detail")
"""Kinds of change that show words as they were; somebody may have had a reason to change them."""


def public_changes(found: Sequence[Difference]) -> tuple[Difference, ...]:
    """The changes without settings, which are nobody's progress, and without the former words of a text."""
    kept = (one for one in found if one.kind != "settings")
    return tuple(one._replace(before=WITHHELD) if one.kind in _WORDED and one.before else one for one in kept)
