"""Why so many actions have no colour, in a few words that stand under a table of counts."""

from collections import Counter
from collections.abc import Iterable

from strategy_tracker.judging.actions.action_colour import UNHEARD
from strategy_tracker.judging.standing.of_actions import ActionStanding
from strategy_tracker.model.names.joined import commas
from strategy_tracker.model.names.labels import phrase

_OPEN = ("no-judgement", "no-update")
"""Why an action may have no colour although it goes on."""


def why_grey(actions: Iterable[ActionStanding]) -> str:
    """Write `64 undated, 6 not started`, the most frequent first; empty where every action has a colour."""
    found = Counter(map(_word, (one for one in actions if one.rating.colour == "grey")))
    return commas([phrase("count-of", number=f"{number:,}", what=word) for word, number in found.most_common()])


def _word(action: ActionStanding) -> str:
    dated = action.start.due or action.due.due or action.interval.due or any(one.clock.due for one in action.milestones)
    if action.rating.why in _OPEN and not dated:
        return phrase("undated")
    word = action.rating.bare_word  # what is not confirmed besides is counted elsewhere
    return phrase("without-a-word") if word == UNHEARD else word
