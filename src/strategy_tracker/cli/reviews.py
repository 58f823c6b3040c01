"""`strategy reviews`: meetings held, due and missed."""

from strategy_tracker.cli.options import (
    AsAt,
    Format,
    Formats,
    InStrategy,
    KeepGoing,
    KnownOn,
    Owner,
    Rev,
    Root,
    Rules,
    RulesOf,
    filters,
    moment,
)
from strategy_tracker.cli.output import lacking, put

EXAMPLE = "strategy reviews --as-at 2018-10-01"


def command(
    owner: Owner = "",
    strategy: InStrategy = "",
    as_at: AsAt = "",
    rev: Rev = "",
    known_on: KnownOn = "",
    rules: Rules = RulesOf.then,
    form: Formats = Format.table,
    keep_going: KeepGoing = False,
    root: Root = None,
) -> int:
    """Show who reviews each strategy: the last meeting, the next one, papers due before it, and missed ones."""
    from strategy_tracker.app.reviews import reviews
    from strategy_tracker.views.screens import reviews as view

    kept = filters(owner, "", strategy, None, None)
    found = reviews(moment(root, as_at, rev, known_on, rules), kept)
    code = lacking(found, keep_going)
    if code:
        return code
    rows = list(view.review_rows(found.standing))
    put(
        form,
        lambda: view.reviews_sheet(found.standing, kept.words()),
        lambda: {"as_at": found.standing.as_at, "known": found.standing.known or None, "reviews": rows},
        lambda: (view.COLUMNS, rows),
        kind="reviews",
    )
    return 0
