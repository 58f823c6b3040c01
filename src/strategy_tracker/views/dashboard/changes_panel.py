"""What changed since the last meeting, for a dashboard page: counted, one by one, and in full."""

from collections.abc import Iterator

from markupsafe import Markup

from strategy_tracker.briefing.material import Material
from strategy_tracker.briefing.overview import ChangeCounts
from strategy_tracker.comparing.differences import Difference
from strategy_tracker.views.dashboard.parts import block, pill
from strategy_tracker.views.dates_and_amounts import dates_in, when
from strategy_tracker.views.formats.escaping import joined, tag
from strategy_tracker.views.papers.what_changed import every_change
from strategy_tracker.views.screens.looking_back.diff import colour_of
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


def change(one: Difference, *, short: bool = False) -> Markup:
    """Writes one change: what moved, from what to what, and why; in `short` only the first half of why."""
    parts = [tag("b", f"{_KINDS.get(one.kind, one.kind)}: ")]
    if one.kind == "colour":
        parts += [_colour(one.before), Markup(" → "), _colour(one.after)]
    else:
        shown = (one.before, one.after) if one.before and one.after else (one.before or one.after,)
        parts.append(tag("span", " → ".join(dates_in(when(text)) for text in shown)))
    why = one.why.partition("; ")[0] if short else one.why
    if why:
        parts.append(tag("span", f" ({dates_in(why)})"))
    return tag("span", *parts)


def _colour(word: str) -> Markup:
    return pill(colour_of(word), word)


def everything(material: Material) -> Iterator[Markup]:
    """Tables of every change by kind, and what a careful reader would ask."""
    return (block(one) for one in every_change(material).blocks)


def lines(found: tuple[Difference, ...]) -> Markup:
    """Lists the changes of one thing."""
    return tag("ul", joined([tag("li", change(one)) for one in found]))
