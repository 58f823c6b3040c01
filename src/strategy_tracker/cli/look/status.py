"""`strategy status`: where every strategy and priority stands, and why."""

from typing import Annotated

import typer

from strategy_tracker.cli import options
from strategy_tracker.cli.output import print_lacking, print_result

EXAMPLE = "strategy status --measures --why --as-at 2022-08-31"


def command(
    item: options.Item = "",
    actions: Annotated[bool, typer.Option("--actions", help="list every action")] = False,
    measures: Annotated[bool, typer.Option("--measures", help="list every measure")] = False,
    why: Annotated[bool, typer.Option("--why", help="give the reason for each colour")] = False,
    owner: options.Owner = "",
    priority: options.InPriority = "",
    strategy: options.InStrategy = "",
    rag: options.OfRag = None,
    state: options.InState = None,
    need: options.InNeed = None,
    level: options.OfLevel = "",
    stage: options.InStage = None,
    as_at: options.AsAt = "",
    rev: options.Rev = "",
    known_on: options.KnownOn = "",
    rules: options.Rules = options.RulesOf.then,
    form: options.Formats = options.Format.table,
    keep_going: options.KeepGoing = False,
    no_cache: options.NoCache = False,
    root: options.Root = None,
) -> int:
    """Show where strategies stand: counts by colour for actions and for measures, never mixed, and the worst item.

    ITEM narrows it to one strategy or priority. Every colour has a rule: --why says which.
    """
    from strategy_tracker.app.looking.status import status
    from strategy_tracker.views.formats import rows as data
    from strategy_tracker.views.screens.standing.status import status_sheet
    from strategy_tracker.views.screens.standing.status_detail import Detail

    looked_at = options.moment(root, as_at, rev, known_on, rules)
    kept = options.filters(owner, priority, strategy, rag, state, need, level, stage)
    as_data = form in (options.Format.json, options.Format.csv)  # which have the first due dates
    whole = measures or form is options.Format.json
    found = status(looked_at, kept, item, whole=whole, ask_git=as_data, anew=no_cache)
    code = print_lacking(found, keep_going)
    if code:
        return code
    print_result(
        form,
        lambda: status_sheet(found.standing, Detail(actions, measures, why), found.filters.words()),
        lambda: data.status_content(found.standing),
        lambda: (data.COLUMNS, data.status_rows(found.standing)),
        kind="status",
    )
    return 0
