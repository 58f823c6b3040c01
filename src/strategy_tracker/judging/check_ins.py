"""Says what was found at the check-ins of a commitment, and when the next one is wanted."""

from datetime import date

from strategy_tracker.model.names.labels import phrase
from strategy_tracker.model.parts.pledge import Commitment, PledgeJudgement


def known_judgements(commitment: Commitment, today: date) -> tuple[PledgeJudgement, ...]:
    """List what was found by `today`, the newest first, whatever the order in the file."""
    known = [one for one in commitment.judgements if one.on.first <= today]
    known.sort(key=lambda one: (one.on.last, one.on.first, one.kept, one.by or "", one.note or ""), reverse=True)
    return tuple(known)


def next_check_in(commitment: Commitment, today: date) -> str:
    """Say how often somebody is to ask, and by when again; empty where nothing says how often."""
    every = commitment.check_in
    if every is None:
        return ""
    known = known_judgements(commitment, today)
    if not known:
        return phrase("to-be-asked", interval=every.text)
    due = every.after(known[0].on.last)
    return phrase("asked-again-by" if due >= today else "asked-due-by", interval=every.text, day=f"{due}")
