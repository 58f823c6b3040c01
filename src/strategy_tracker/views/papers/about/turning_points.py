"""What was changed in a strategy, by whose leave; and what changes around it and is decided elsewhere."""

from strategy_tracker.briefing.strategy_about import StrategyAbout
from strategy_tracker.model.names.joined import semicolons
from strategy_tracker.model.names.labels import label, phrase
from strategy_tracker.views.dates_and_amounts import when
from strategy_tracker.views.document import Block
from strategy_tracker.views.sheet import Table, cell, columns, without_empty


def changes(found: StrategyAbout) -> list[Block]:
    """A table of the changes of the strategy itself, the newest first."""
    heads = columns("on", "what", "why", "approved-by")
    listed = sorted(found.changes, key=lambda one: one.on.last, reverse=True)
    rows = tuple(
        (cell(when(one.on.text)), cell(one.what), cell(one.why), cell(one.approved_by or phrase("no-approval")))
        for one in listed
    )
    return [without_empty(Table(label("changes"), heads, rows), keep=2)] if rows else []


def watch(found: StrategyAbout) -> list[Block]:
    """A table of what changes around it: from when, how sure it is, who decides it, and which priorities it touches."""
    heads = columns("what", "from", "how-sure", "by", "what-it-touches", "what-it-means-here")
    rows = tuple(
        (
            cell(one.what),
            cell(when(one.since.text) if one.since else None),
            cell(phrase(one.certainty) if one.certainty else None),
            cell(one.by),
            cell(semicolons([found.titles[name] for name in one.priorities if name in found.titles])),
            cell(one.note),
        )
        for one in found.watch
    )
    return [without_empty(Table(label("from-outside"), heads, rows), keep=1)] if rows else []
