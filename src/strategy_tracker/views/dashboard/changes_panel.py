"""What changed since the last meeting, for a dashboard page: counted, one by one, and in full."""

from collections.abc import Iterator

from strategy_tracker.briefing.overview import ChangeCounts
from strategy_tracker.comparing.differences import ChangeKind, Difference
from strategy_tracker.model.names.joined import commas
from strategy_tracker.model.names.labels import Label, Word, label, phrase
from strategy_tracker.views.dashboard.page_blocks import Fold, PageBlock
from strategy_tracker.views.dashboard.page_material import StrategyPage
from strategy_tracker.views.dates_and_amounts import dates_in, when
from strategy_tracker.views.document import Address, Paragraph, Points
from strategy_tracker.views.papers.front.what_changed import every_change
from strategy_tracker.views.screens.looking_back.diff import colour_of
from strategy_tracker.views.sheet import coloured

_KINDS: dict[ChangeKind, Word] = {
    "colour": "moved-colour",
    "state": "moved-state",
    "update": "moved-update",
    "due": "due-date",
    "restated": "moved-figure",
    "target": "the-target",
    "rule": "moved-rule",
    "reading": "moved-reading",
    "added": "moved-in",
    "withdrawn": "withdrawn",
    "moved": "moved-priority",
    "owner": "moved-owner",
    "reworded": "moved-words",
    "detail": "moved-detail",
    "settings": "moved-settings",
}


def counts(moved: ChangeCounts) -> str:
    """Counts the changes: `12 changes, 3 colours worse, 1 better`."""
    if not moved.total:
        return phrase("nothing-moved")
    parts = [phrase("changes-in-all-one" if moved.total == 1 else "changes-in-all", number=f"{moved.total:,}")]
    for number, name in ((moved.worse, "colours-worse"), (moved.better, "colours-better")):
        if number:
            parts.append(phrase(f"{name}-one" if number == 1 else name, number=f"{number:,}"))
    return commas(parts)


def change_words(one: Difference, *, short: bool = False) -> str:
    """Writes one change: what moved, from what to what, and why; in `short` only the first half of why."""
    mark = _marked if one.kind == "colour" else when
    shown = (one.before, one.after) if one.before and one.after else (one.before or one.after,)
    why = _first_half(one.why) if short else one.why
    first, *others = (dates_in(mark(text)) for text in shown)
    moved = phrase("from-arrow", before=first, after=others[0]) if others else first
    moved = phrase("thing-of", what=moved, of=dates_in(why)) if why else moved
    return phrase("and-what", what=phrase(_KINDS[one.kind]), of=moved)


def _first_half(why: str) -> str:
    while isinstance(why, Label) and why.name == "two-parts":
        why = why.values["first"]
    return why if isinstance(why, Label) else why.partition("; ")[0]


def _marked(word: str) -> str:
    return coloured(colour_of(word), word).text


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
