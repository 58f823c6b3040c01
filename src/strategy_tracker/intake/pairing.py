"""Rows of a table and items on record: which is which. A likeness is offered, and never taken."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from strategy_tracker.did_you_mean import nearest
from strategy_tracker.intake.cells.understood import Understood
from strategy_tracker.intake.draft import DraftAction, DraftMeasure

ALIKE = 0.9
"""How alike two texts are from which an item is offered for a row, out of 1."""


class Pair(NamedTuple):
    """A row and the id of the item that it is; empty where nobody knows, and `said` says what to do then."""

    row: DraftAction | DraftMeasure
    own: str
    said: Understood


def pair_rows(
    rows: Iterable[DraftAction | DraftMeasure], known: Mapping[str, str], told: Mapping[str, str]
) -> list[Pair]:
    """Pair each row with an item by what a person `told`, by its reference, or by its exact words.

    `known` has the words of every item by its id; `told` an id by the place of a row, by its reference or its words.
    """
    by_words = {_plain(words): own for own, words in known.items()}
    return [_pair(row, known, by_words, told) for row in rows]


def _pair(
    row: DraftAction | DraftMeasure, known: Mapping[str, str], by_words: dict[str, str], told: Mapping[str, str]
) -> Pair:
    words = row.text if isinstance(row, DraftAction) else row.title
    said = told.get(row.place) or told.get(row.ref) or told.get(words) or ""
    own = said or (row.ref if row.ref in known else by_words.get(_plain(words), ""))
    if own in known:
        return Pair(row, own, Understood(own))
    if own:
        step = "say which: --same 'PLACE=ID'"
        return Pair(row, "", Understood("", "id-unknown", f"there is no '{own}' here", step))
    near = nearest(_plain(words), by_words, alike=ALIKE)
    offered = by_words[near[0]] if near else ""
    shown = f"'{words[:60]}' is not on record" + (f"; is it '{offered}'?" if offered else "")
    step = f"--same '{row.place}={offered}'" if offered else "--add-new to take it as new"
    return Pair(row, "", Understood("", "not-on-record", shown, step))


def _plain(words: str) -> str:
    return " ".join(words.casefold().split()).rstrip(".")
