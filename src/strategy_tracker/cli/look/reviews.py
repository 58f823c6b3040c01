"""`strategy reviews`: meetings held, due and missed."""

from strategy_tracker.cli import options
from strategy_tracker.cli.output import print_lacking, print_result

EXAMPLE = "strategy reviews --as-at 2018-10-01"


def command(
    owner: options.Owner = "",
    strategy: options.InStrategy = "",
    as_at: options.AsAt = "",
    rev: options.Rev = "",
    known_on: options.KnownOn = "",
    rules: options.Rules = options.RulesOf.then,
    form: options.Formats = options.Format.table,
    keep_going: options.KeepGoing = False,
    root: options.Root = None,
) -> int:
    """Show who reviews each strategy: the last meeting, the next one, papers due before it, and missed ones."""
    from strategy_tracker.app.looking.reviews import reviews
    from strategy_tracker.views.dates_and_amounts import moment_data
    from strategy_tracker.views.screens import reviews as view

    kept = options.filters(owner, "", strategy, None, None)
    found = reviews(options.moment(root, as_at, rev, known_on, rules), kept)
    code = print_lacking(found, keep_going)
    if code:
        return code
    rows = list(view.review_rows(found.standing))
    print_result(
        form,
        lambda: view.reviews_sheet(found.standing, kept.words()),
        lambda: {**moment_data(found.standing), "reviews": rows},
        lambda: (view.COLUMNS, rows),
        kind="reviews",
    )
    return 0
