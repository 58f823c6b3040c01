"""Holds a proposal against the moment at which its form was opened: nobody writes over what they have not seen."""

from collections.abc import Callable

from strategy_tracker.app.writing.proposal import Proposal
from strategy_tracker.problem import Problem


class ItemChanged(Problem):
    """Somebody else changed the same action or measure after the form was opened; nothing was written."""

    def __init__(self) -> None:
        super().__init__("somebody else changed this while you were typing; nothing was written yet")


def refuse_changed(seal: str, now: str) -> None:
    """Raise `ItemChanged` where an item has another seal `now`."""
    if seal != now:
        raise ItemChanged


def guarded(proposal: Proposal, seal: str, seal_now: Callable[[], str]) -> Proposal:
    """The proposal, which under the lock raises `ItemChanged` where the item has another seal than `seal` by then.

    Raises it at once where it has another one now. What else of the file changed is no reason to refuse: the proposal
    is then planned anew on what the file holds.
    """
    refuse_changed(seal, seal_now())
    again = proposal.basis.again
    return proposal._replace(basis=proposal.basis._replace(again=lambda: guarded(again(), seal, seal_now)))
