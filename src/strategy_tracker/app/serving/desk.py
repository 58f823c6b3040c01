"""What a form may be asked: what the files say now, and one thing of them whole."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from strategy_tracker.app.looking_back.item_history import ItemHistory, item_history
from strategy_tracker.app.serving.memory import Picture, PictureMemory
from strategy_tracker.app.serving.search import Mention, WordIndex
from strategy_tracker.app.serving.waiting import WaitingPost, waiting_by_post
from strategy_tracker.views.screens.show import ItemShown

__all__ = ["Desk", "Picture"]


class Desk:
    """Where people who use the form are served: one for each portfolio; several may be served at once."""

    def __init__(self, root: Path, clock: Callable[[], date]) -> None:
        self.today = clock
        self._memory, self._words = PictureMemory(root, clock), WordIndex()
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
