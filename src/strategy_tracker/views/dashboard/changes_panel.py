"""What changed since the last meeting, for a dashboard page: counted, one by one, and in full."""

from collections.abc import Iterator

from strategy_tracker.briefing.overview import ChangeCounts
from strategy_tracker.comparing.differences import Difference
from strategy_tracker.model.names.labels import label
from strategy_tracker.views.dashboard.page_blocks import Fold, PageBlock
from strategy_tracker.views.dashboard.page_material import StrategyPage
from strategy_tracker.views.dates_and_amounts import dates_in, when
from strategy_tracker.views.document import Address, Paragraph, Points
from strategy_tracker.views.papers.front.what_changed import every_change
from strategy_tracker.views.screens.looking_back.diff import colour_of
from strategy_tracker.views.sheet import MARKS
from strategy_tracker.views.text import counted

_KINDS = {
    "colour": "colour",
    "state": "state",
    "update": "update",
    "due": "due date",
    "restated": "restated figure",
    "target": "target",
    "rule": "rule of its colour",
    "reading": "new reading",
    "added": "added",
    "withdrawn": "withdrawn",
    "moved": "another priority",
    "owner": "owner",
    "reworded": "reworded",
}


def counts(moved: ChangeCounts) -> str:
    """Counts the changes: `12 changes, 3 colours worse, 1 better`."""
    if not moved.total:
        return "nothing moved"
    parts = [counted(moved.total, "change")]
    parts += [f"{counted(moved.worse, 'colour')} worse"] if moved.worse else []
    parts += [f"{counted(moved.better, 'colour')} better"] if moved.better else []
    return ", ".join(parts)


def change_words(one: Difference, *, short: bool = False) -> str:
    """Writes one change: what moved, from what to what, and why; in `short` only the first half of why."""
    mark = _marked if one.kind == "colour" else when
    shown = (one.before, one.after) if one.before and one.after else (one.before or one.after,)
    why = one.why.partition("; ")[0] if short else one.why
    moved = " → ".join(dates_in(mark(text)) for text in shown)
    return f"{_KINDS.get(one.kind, one.kind)}: {moved}" + (f" ({dates_in(why)})" if why else "")


def _marked(word: str) -> str:
    return f"{MARKS[colour_of(word)]} {word}"


def changes(page: StrategyPage, item: str, thing: str) -> Iterator[PageBlock]:
    """Lists what changed of one item since the earlier moment; nothing where nothing did."""
    if found := page.changes_of(item, thing):
        yield Paragraph("", lead=label("changed-since", moment=dates_in(page.material.since.words)))
        yield Points(tuple(map(change_words, found)))


def changes_in_short(page: StrategyPage, name: Address) -> Iterator[Fold]:
    """All that changed since the last meeting, counted in the title; nothing where nothing can be compared."""
    since = page.material.since
    if since.lacking:
        return
    title = label("changes-since", changes=counts(page.part.moved), moment=dates_in(since.words))
    yield Fold(title, every_change(page.material).blocks[1:] if since.changes else (), name)
