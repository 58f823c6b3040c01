"""Finds a body of a strategy by its name, which stands in place of an id: bodies have none."""

from collections.abc import Iterator

from strategy_tracker.files.find import DataFile
from strategy_tracker.files.portfolio import Portfolio, each_file
from strategy_tracker.model.names.address import Item
from strategy_tracker.model.names.one_name import name_form
from strategy_tracker.model.record import Record
from strategy_tracker.model.strategy import Strategy


def bodies_named(portfolio: Portfolio, typed: str) -> list[Item]:
    """List the bodies that have this name, or else all in whose name it stands, each with its strategy.

    A strategy may be named before it: `corporate-parenting/board`.
    """
    outer, slash, name = typed.rpartition("/")
    form = name_form(name)
    if not form:
        return []
    kept, _ = each_file(portfolio, portfolio.of_kind("strategies"), lambda record, file: list(_bodies(record, file)))
    every = [
        item for each in kept for item in each if not slash or item.address.startswith(f"{outer.strip().lower()}/")
    ]
    exact = [item for item in every if name_form(item.words) == form]
    return exact or [item for item in every if form in name_form(item.words)]


def _bodies(record: Record, file: DataFile) -> Iterator[Item]:
    if isinstance(record, Strategy):
        for n, body in enumerate(record.governance):
            yield Item(f"{record.id}/{body.body}", "body", body.body, file.name, ("governance", n))
