"""Says of an action that was paused, stopped or superseded since when and why, and which bodies have yet to note it."""

from collections.abc import Sequence
from datetime import date
from itertools import takewhile
from typing import TYPE_CHECKING

from strategy_tracker.judging.standing.of_actions import ActionStanding, Halt
from strategy_tracker.model.names.one_name import name_form
from strategy_tracker.model.plain.action_words import HALTED
from strategy_tracker.model.plain.when import read_when

if TYPE_CHECKING:
    from strategy_tracker.model.action import Update
    from strategy_tracker.model.strategy import Body


def halt_of(known: "Sequence[Update]") -> Halt | None:
    """Give the halt of an action by its updates, newest first; None where it goes on or was finished.

    It began with the first update in a row that said so. The reason is the first note since then.
    """
    known = [update for update in known if update.state]
    if not known or known[0].state not in HALTED:
        return None
    saying = list(takewhile(lambda update: update.state == known[0].state, known))[::-1]
    why = next((update.note for update in saying if update.note), None)
    agreed = next((update.approved_by for update in saying if update.approved_by), None)
    points_to = next((update.resolution for update in saying if update.resolution), None)
    first = saying[0]
    on, said = (first.happened, first.on.text) if first.happened else (first.on, None)
    return Halt(known[0].state, on.text, why, agreed, said, points_to)


def to_note(body: "Body", actions: Sequence[ActionStanding], today: date) -> tuple[str, ...]:
    """List the ids of the actions whose halt a body that reviews the strategy has yet to note at `today`.

    It has noted what it agreed to itself, and what was said before a meeting of it that was held before today: the
    paper for a meeting of today still has it.
    """
    if not body.reviews:
        return ()
    halted = [(action, action.halt) for action in actions if action.halt]
    return tuple(action.id for action, halt in halted if not _has_noted(body, halt, today))


def _has_noted(body: "Body", halt: Halt, today: date) -> bool:
    said = read_when(halt.said or halt.on).last
    agreed = name_form(halt.approved_by or "") == name_form(body.body)
    return agreed or any(said < met.first and met.last < today for met in body.met)
