"""What the files say at this moment, worked out once and kept until one of them changes by a byte, or the day does."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from hashlib import sha256
from pathlib import Path
from threading import Lock
from typing import Any, NamedTuple

from strategy_tracker.app.find_item import ItemMoved, item_in
from strategy_tracker.app.other_figures import others_in
from strategy_tracker.app.serving.file_memory import FileMemory
from strategy_tracker.app.standing import stand
from strategy_tracker.diagnostics import Diagnostic
from strategy_tracker.files.find import SETTINGS, find_files
from strategy_tracker.files.portfolio import Portfolio, open_portfolio
from strategy_tracker.files.read_branding import read_branding
from strategy_tracker.judging.standing.of_actions import ActionStanding
from strategy_tracker.judging.standing.of_portfolio import Standing
from strategy_tracker.judging.standing.of_strategies import BodyStanding, StrategyStanding
from strategy_tracker.judging.standing.owners import Owned, owners_of
from strategy_tracker.model.branding import Branding
from strategy_tracker.model.names.address import Item
from strategy_tracker.model.record import Record
from strategy_tracker.problem import Problem


class Picture(NamedTuple):
    """What the files say at one moment of one day; `items` are its actions, measures and bodies by their addresses.

    A body is `strategy//number`: it has no id, and its place in the list of its strategy is counted from 0.

    `posts` are all that own something, in the order of their names. `records` are what each file holds, by its name.
    """

    portfolio: Portfolio
    today: date
    standing: Standing
    wrong: tuple[Diagnostic, ...]
    items: Mapping[str, Item]
    posts: tuple[str, ...]
    branding: Branding
    records: Mapping[str, Record]

    def item(self, address: str) -> Item:
        """The action, measure or body of this address. Raises `Problem` where there is none that can be read."""
        try:
            return self.items[address]
        except KeyError:
            raise Problem(
                "there is nothing here of that name, or it cannot be read", "look for it by its words"
            ) from None

    def seal_of(self, item: Item) -> str:
        """A name of all that a file holds of an item: where it is another one, somebody has changed the item."""
        record = self.records[item.file]
        held = body_in(record, item) if item.thing == "body" else item_in(record, item)
        return sha256(repr(held).encode()).hexdigest()[:16]

    def body(self, address: str) -> tuple[StrategyStanding, BodyStanding]:
        """The body of this address, with its strategy. Raises `Problem` where there is none that can be read."""
        outer, _, number = self.item(address).address.partition("//")
        strategy = self.strategy(outer)
        return strategy, strategy.bodies[int(number)]

    def action(self, address: str) -> tuple[StrategyStanding, ActionStanding]:
        """The action of this address, with its strategy. Raises `Problem` where there is none that can be read."""
        outer, _, inner = self.item(address).address.partition("/")
        strategy = self.strategy(outer)
        return strategy, next(one for one in strategy.actions if one.id == inner)

    def strategy(self, name: str) -> StrategyStanding:
        """The strategy of this id. Raises `Problem` where there is none that can be read."""
        found = next((one for one in self.standing.strategies if one.id == name), None)
        if found is None:
            raise Problem("there is no strategy of that name, or it cannot be read", "look for it by its words")
        return found


class PictureMemory:
    """The newest picture of the portfolio at `root`; `clock` says which day it is."""

    def __init__(self, root: Path, clock: Callable[[], date]) -> None:
        self.root, self.clock = root, clock
        self._files = FileMemory()
        self._lock = Lock()
        self._seal, self._picture = b"", None  # type: bytes, Picture | None

    def picture(self) -> Picture:
        """What the files say now. Raises `NothingToRead` where the portfolio is gone."""
        today = self.clock()
        with self._lock:  # whoever comes meanwhile would work out the same
            seal = _seal(self.root, today)
            if self._picture is None or seal != self._seal:
                self._picture, self._seal = self._drawn(today), seal
            return self._picture

    def _drawn(self, today: date) -> Picture:
        portfolio = open_portfolio(self.root)
        self._files.within((today, portfolio.settings, others_in(portfolio)))
        standing, wrong = stand(portfolio, today, each=self._files.each)
        items = {item.address: item for item in _items(standing)}
        return Picture(
            portfolio,
            today,
            standing,
            tuple(wrong),
            items,
            _posts(standing),
            read_branding(portfolio)[0],
            self._files.records(portfolio.files),
        )


def _seal(root: Path, today: date) -> bytes:
    """A text that is another one when the day changes, or a file, or one of the settings."""
    files = [file.path for file in find_files(root)[0]]
    digest = sha256(today.isoformat().encode())
    for path in (*files, str(root / SETTINGS)):
        try:
            data = Path(path).read_bytes()
        except OSError:
            data = b""
        digest.update(f"{path}\0{len(data)}\0".encode("utf-8", "surrogateescape"))
        digest.update(data)
    return digest.digest()


def _items(standing: Standing) -> Iterator[Item]:
    for strategy in standing.strategies:
        for one in strategy.actions:
            yield Item(f"{strategy.id}/{one.id}", "action", one.text, strategy.file, one.route)
        for number, body in enumerate(strategy.bodies):
            yield Item(f"{strategy.id}//{number}", "body", body.body, strategy.file, ("governance", number))
    for measure in standing.measures.values():
        yield Item(measure.id, "measure", measure.title, measure.file, measure.route)


def body_in(record: Any, item: Item) -> Any:
    """The record of a body in that of its strategy. Raises `ItemMoved` where another stands in its place."""
    number = int(item.route[1])
    found = next(iter(record.governance[number : number + 1]), None)
    if found is None or found.body != item.words:
        raise ItemMoved(f"'{item.words}' has moved in the file a moment ago", "try again")
    return found


def _posts(standing: Standing) -> tuple[str, ...]:
    """Every post that owns something, or writes the paper of a body, once."""
    found = dict[str, None]()
    for strategy in standing.strategies:
        owned: list[Owned] = [strategy, *strategy.priorities, *strategy.actions]
        found |= dict.fromkeys(name for one in owned for name in owners_of(one))
        found |= dict.fromkeys(body.paper_by for body in strategy.bodies if body.paper_by)
    found |= dict.fromkeys(name for one in standing.measures.values() for name in owners_of(one))
    return tuple(sorted(found, key=str.casefold))
