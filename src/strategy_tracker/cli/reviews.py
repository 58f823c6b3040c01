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
    left_out,
    moment,
)
from strategy_tracker.cli.output import nothing_kept, put

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
    from strategy_tracker.app.standing import stand
    from strategy_tracker.judging.filters import narrow
    from strategy_tracker.views.screens import reviews as view

    kept = filters(owner, "", strategy, None, None)
    found, today = moment(root, as_at, rev, known_on, rules)
    standing, wrong = stand(found, today, found.of_kind("strategies"), whole=False)
    code = left_out(wrong, keep_going)
    if code:
        return code
    narrowed = narrow(standing, kept)
    if not narrowed.strategies:  # who owns only measures is an owner too
        nothing_kept(False, kept, stand(found, today, whole=False)[0])
    rows = list(view.review_rows(narrowed))
    put(
        form,
        lambda: view.reviews_sheet(narrowed, kept.words()),
        lambda: {"as_at": narrowed.as_at, "known": narrowed.known or None, "reviews": rows},
        lambda: (view.COLUMNS, rows),
        kind="reviews",
    )
    return 0
