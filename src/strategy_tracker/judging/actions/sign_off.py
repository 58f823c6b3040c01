"""Says whether a finished action counts as complete, or what it lacks: evidence, or that another post accepts it.

The settings say which actions need what (`completion`). Without them, and where nobody accepted anything, what an
update says holds.
"""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from strategy_tracker.judging.actions.action_colour import said_to_be
from strategy_tracker.judging.actions.clocks import dated, stated_of
from strategy_tracker.judging.standing.of_actions import AWAITING, Lack
from strategy_tracker.judging.standing.rating import Rating
from strategy_tracker.model.action import FINISHED, ActionKind, State, Update
from strategy_tracker.model.names.joined import commas, listed, semicolons
from strategy_tracker.model.names.labels import Label, phrase
from strategy_tracker.model.names.one_name import name_form
from strategy_tracker.model.settings import Completion


class SignOff(NamedTuple):
    """The state that counts, what is lacking for another, and a sentence that says who said and accepted what."""

    state: State
    lacks: tuple[Lack, ...]
    words: str


def sign_off(
    known: Sequence[Update], kind: ActionKind | None, owners: Sequence[str], rules: Completion, today: date
) -> SignOff | None:
    """Say how a finished action stands by its updates, newest first; None where it is not, or what is said just holds.

    All that was said since it was finished counts together: evidence that came later, and an acceptance.
    """
    stated = stated_of(known)
    if stated is None or stated.state not in FINISHED:
        return None
    told = said_since_finished(known)
    accepted = next((one for one in told if accepts(one, owners, today)), None)
    needs = rules.needs if needed(rules, kind, told[0]) else ()
    if not (needs or any(one.accepted_by for one in told)):
        return None
    lacks: list[Lack] = []
    if "evidence" in needs and not any(one.evidence for one in told):
        lacks.append("evidence")
    if accepted is None and ("acceptance" in needs or stated.state == "delivered"):
        lacks.append("acceptance")
    words: list[str] = [said_to_be(stated)]
    if accepted:
        words.append(_accepted(accepted))
    if lacks:
        words.append(phrase("awaiting-what", lacking=listed([_LACKING[one] for one in lacks])))
    return SignOff("delivered" if lacks else "complete", tuple(lacks), commas(words))


def _accepted(update: Update) -> Label:
    who = update.accepted_by or ""
    if update.accepted_on is None:
        return phrase("accepted-by", who=who)
    return phrase("accepted-by-when", who=who, when=dated(update.accepted_on))


_LACKING: dict[Lack, Label] = {
    "evidence": phrase("lacks-any-evidence"),
    "acceptance": phrase("lacks-any-acceptance"),
}


def said_since_finished(known: Sequence[Update]) -> list[Update]:
    """Give the updates, oldest first, from the first that says an action is finished to the latest, if it still is."""
    told: list[Update] = []
    for update in reversed(known):
        if update.state and update.state not in FINISHED:
            told.clear()
        elif update.state or told:
            told.append(update)
    return told


def needed(rules: Completion, kind: ActionKind | None, finished: Update) -> bool:
    """Whether the rules hold for an action of this kind that was said to be finished then."""
    of_kind = not rules.kinds or kind in rules.kinds
    return bool(rules.needs) and of_kind and (rules.since is None or finished.on.last >= rules.since.first)


def accepts(update: Update, owners: Sequence[str], today: date) -> bool:
    """Whether an update was accepted by another post than the one that reported it, by the evening of `today`."""
    if not update.accepted_by or (update.accepted_on and update.accepted_on.first > today):
        return False
    return not is_own(update, owners)


def is_own(update: Update, owners: Sequence[str]) -> bool:
    """Whether who accepted an update is who reported it: its `by`, or where nobody is named, an owner of the action."""
    reported = [update.by] if update.by else owners
    return name_form(update.accepted_by or "") in [name_form(name) for name in reported]


def with_sign_off(rating: Rating, signed: SignOff | None, phase_words: str = "") -> Rating:
    """Say in a rating what a finished action awaits, or who accepted it; `phase_words` where its strategy is over."""
    if signed is None:
        return rating
    if rating.why not in FINISHED:
        return rating._replace(reason=semicolons([phase_words, signed.words]))
    word = commas([rating.word, AWAITING]) if signed.lacks else rating.word
    return rating._replace(word=word, reason=signed.words)
