"""Asks of approvals by bodies that keep their minutes that each points to one of them; in plain data, across files."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from strategy_tracker.diagnostics import Diagnostic, Route
from strategy_tracker.model.names.one_name import name_form


class NamedApproval(NamedTuple):
    """Who agreed to something that points to no resolution: the last day it can have been, that in words, and where."""

    by: str
    last: date
    dated: str
    route: Route


def without_minute(found: Iterable[NamedApproval], since: Mapping[str, date]) -> Iterator[Diagnostic]:
    """Say of each approval by a body that keeps its minutes that it points to none of them."""
    for one in found:
        first = since.get(name_form(one.by))
        if first and one.last >= first:
            what = f"agreed by {one.by} {one.dated}, and no minute is on record"
            yield Diagnostic("approval-without-minute", what, one.route)
