"""What a form may be asked and told: what the files say now, one thing of them whole, and what somebody says of it."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from threading import Lock

from strategy_tracker.app.find_item import ItemMoved
from strategy_tracker.app.looking_back.item_history import ItemHistory, item_history
from strategy_tracker.app.serving.guard import ItemChanged, guarded, refuse_changed
from strategy_tracker.app.serving.memory import Picture, PictureMemory
from strategy_tracker.app.serving.search import Mention, WordIndex
from strategy_tracker.app.serving.typed_forms import DAYS, PROPOSED, THINGS, Typed, begun, faults_in, understood
from strategy_tracker.app.serving.waiting import WaitingPost, waiting_by_post
from strategy_tracker.app.writing.commit import Receipt, commit
from strategy_tracker.app.writing.journal import journal_of
from strategy_tracker.app.writing.proposal import Proposal
from strategy_tracker.problem import Problem
from strategy_tracker.views.screens.show import ItemShown

__all__ = ["Desk", "Faulty", "ItemChanged", "Picture", "Proposal", "Receipt", "Typed"]

TURNS = 3
"""How often a proposal is made again where the file changes in the middle of it."""


class Faulty(Problem):
    """What was typed cannot be: `faults` are all that are known, each with its field."""

    def __init__(self, faults: Sequence[Problem]) -> None:
        super().__init__(faults[0].message, faults[0].next_step, faults[0].field)
        self.faults = tuple(faults)


class Desk:
    """Where people who use the form are served: one for each portfolio; several may be served at once."""

    def __init__(self, root: Path, clock: Callable[[], date]) -> None:
        self.today = clock
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
        """An action or a measure, whole. Raises `Problem` where there is none of this address."""
        item = picture.item(address)
        shown = ItemShown(item.address, item.thing, item.words, "", picture.standing)
        if item.thing == "measure":
            return shown._replace(measure=picture.standing.measures[item.address])
        strategy, action = picture.action(address)
        return shown._replace(action=action, strategy=strategy)

    def history(self, picture: Picture, address: str) -> ItemHistory:
        """What happened to an action or a measure. Raises `Problem` where there is none, or no git."""
        return item_history(picture.portfolio, picture.item(address).address, picture.today)

    def begun(self, picture: Picture, form: str, address: str, post: str) -> Typed:
        """What a form holds when a post opens it: today, and what was said last as far as it can still hold."""
        shown = self.shown(picture, address)
        return begun(picture, form, shown, post)

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
        except ItemMoved:
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

    def save(self, form: str, address: str, typed: Typed, seal: str) -> Receipt:
        """Write what a form says, once, and give the receipt; no file is in it where the files said so already.

        Raises `ItemChanged` where the item is not the one of this `seal` any more, `Faulty` where it cannot be, and
        `CannotWrite`. Forms that are sent together are written one after the other.
        """
        with self._writing:
            for turn in range(1, TURNS + 1):
                try:
                    return self._saved(form, address, typed, seal)
                except ItemMoved:
                    if turn == TURNS:
                        raise
        raise AssertionError

    def _saved(self, form: str, address: str, typed: Typed, seal: str) -> Receipt:
        picture = self.picture()
        proposal = self.proposed(picture, form, address, typed)
        if proposal.already:
            return Receipt(proposal, ())

        def seal_now() -> str:
            now = self.picture()
            return now.seal_of(now.item(address))

        journal = journal_of(picture.portfolio.root, picture.today.isoformat())
        return commit(guarded(proposal, seal, seal_now), journal)
