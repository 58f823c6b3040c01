"""What a form may be asked and told: what the files say now, one thing of them whole, and what somebody says of it."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from threading import Lock
from typing import NamedTuple

from strategy_tracker.app.find_item import ItemMoved
from strategy_tracker.app.looking_back.item_history import ItemHistory, item_history
from strategy_tracker.app.serving.commit_form import Signer, commit_form
from strategy_tracker.app.serving.guard import ItemChanged, guarded, refuse_changed
from strategy_tracker.app.serving.memory import Picture, PictureMemory
from strategy_tracker.app.serving.search import Mention, WordIndex
from strategy_tracker.app.serving.typed_answers import Faulty, Typed, faults_in, understood
from strategy_tracker.app.serving.typed_forms import DAYS, PROPOSED, THINGS, begun
from strategy_tracker.app.serving.waiting import WaitingPost, waiting_by_post
from strategy_tracker.app.writing.commit import Receipt, commit
from strategy_tracker.app.writing.journal import journal_of
from strategy_tracker.app.writing.proposal import Proposal
from strategy_tracker.problem import Problem
from strategy_tracker.views.screens.showing.show import ItemShown

__all__ = ["Desk", "Faulty", "ItemChanged", "Picture", "Proposal", "SavedForm", "Signer", "Typed"]

TITLES = {
    "update": "Update",
    "no-change": "No change",
    "move": "Move of a date",
    "record": "Figures",
    "revise": "Revision",
    "meeting": "Meeting",
}
"""What each form is called in the first line of its commit."""
TURNS = 3
"""How often a proposal is made again where the file changes in the middle of it."""


class SavedForm(NamedTuple):
    """What came of a form that was saved: the receipt, and the name of its commit, or why there is none.

    Both are empty where nothing is committed, or nothing was written.
    """

    receipt: Receipt
    sha: str = ""
    not_committed: str = ""


class Desk:
    """Where people who use the form are served: one for each portfolio; several may be served at once.

    Where it `commits`, each form that is saved is a commit of its own.
    """

    def __init__(self, root: Path, clock: Callable[[], date], *, commits: bool = False) -> None:
        self.today, self.commits = clock, commits
        self._memory, self._words = PictureMemory(root, clock), WordIndex()
        self._writing = Lock()
        self._waiting: tuple[Picture, tuple[WaitingPost, ...]] | None = None

    def picture(self) -> Picture:
        """What the files say now. Raises `NothingToRead` where the portfolio is gone."""
        return self._memory.picture()

    def waiting(self, picture: Picture) -> tuple[WaitingPost, ...]:
        """What waits for the word of each post. Raises `Problem` where the settings are wrong."""
        kept = self._waiting
        if kept is None or kept[0] is not picture:
            kept = self._waiting = picture, waiting_by_post(picture)
        return kept[1]

    def mentions(self, picture: Picture, words: str) -> list[Mention]:
        """Everything that has all these words, by its title first."""
        return self._words.mentions(picture, words)

    def shown(self, picture: Picture, address: str) -> ItemShown:
        """An action, a measure or a body, whole. Raises `Problem` where there is none of this address."""
        item = picture.item(address)
        shown = ItemShown(item.address, item.thing, item.words, "", picture.standing)
        if item.thing == "measure":
            return shown._replace(measure=picture.standing.measures[item.address])
        if item.thing == "body":
            return shown._replace(strategy=picture.body(address)[0])
        strategy, action = picture.action(address)
        return shown._replace(action=action, strategy=strategy)

    def history(self, picture: Picture, address: str) -> ItemHistory:
        """What happened to an action or a measure. Raises `Problem` where there is none, or no git."""
        return item_history(picture.portfolio, picture.item(address).address, picture.today)

    def begun(self, picture: Picture, form: str, address: str, post: str) -> Typed:
        """What a form holds when a post opens it: today, and what was said last as far as it can still hold."""
        return begun(picture, form, picture.item(address), post)

    def proposed(self, picture: Picture, form: str, address: str, typed: Typed) -> Proposal:
        """What a form would change of an action or a measure. Raises `Faulty`, or `Problem` where there is no such."""
        item = picture.item(address)
        if item.thing != THINGS[form]:
            raise Problem(f"this is no form of {item.words}", "go back to its page")
        faults = list(faults_in(typed, DAYS[form]))
        if faults:
            raise Faulty(faults)
        try:
            return PROPOSED[form](picture, item, typed)
        except (ItemMoved, Faulty):
            raise
        except Problem as error:
            raise Faulty([error]) from None

    def looked_at(self, picture: Picture, form: str, address: str, typed: Typed, seal: str) -> Proposal:
        """What a form would change. Raises `ItemChanged` where its item is not the one of this `seal` any more."""
        proposal = self.proposed(picture, form, address, typed)
        if not proposal.already:
            refuse_changed(seal, picture.seal_of(picture.item(address)))
        return proposal

    def understood(self, form: str, typed: Typed) -> Typed:
        """What was typed, with each day as it was understood."""
        return understood(typed, DAYS[form])

    def save(self, form: str, address: str, typed: Typed, seal: str, signer: Signer) -> SavedForm:
        """Write what a form says, once, and commit it where that is wanted; nothing where the files say so already.

        Raises `ItemChanged` where the item is not the one of this `seal` any more, `Faulty` where it cannot be, and
        `CannotWrite`. Forms that are sent together are written one after the other.
        """
        with self._writing:
            receipt = self._written(form, address, typed, seal)
            if not (self.commits and receipt.files):
                return SavedForm(receipt)
            try:
                what = f"{TITLES[form]}: {address.replace('//', ', body ')}"
                return SavedForm(receipt, commit_form(receipt.proposal.root, receipt.files, what, signer))
            except Problem as error:
                return SavedForm(receipt, not_committed=error.message)

    def _written(self, form: str, address: str, typed: Typed, seal: str) -> Receipt:
        for turn in range(1, TURNS + 1):
            try:
                return self._written_now(form, address, typed, seal)
            except ItemMoved:
                if turn == TURNS:
                    raise
        raise AssertionError

    def _written_now(self, form: str, address: str, typed: Typed, seal: str) -> Receipt:
        picture = self.picture()
        proposal = self.proposed(picture, form, address, typed)
        if proposal.already:
            return Receipt(proposal, ())

        def seal_now() -> str:
            now = self.picture()
            return now.seal_of(now.item(address))

        journal = journal_of(picture.portfolio.root, picture.today.isoformat())
        return commit(guarded(proposal, seal, seal_now), journal)
