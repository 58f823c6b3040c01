"""`strategy status`: where every strategy and priority stands, and why."""

from typing import Annotated

import typer

from strategy_tracker.cli.options import (
    AsAt,
    Format,
    Formats,
    InPriority,
    InState,
    InStrategy,
    Item,
    KeepGoing,
    KnownOn,
    OfRag,
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
from strategy_tracker.problem import Problem

EXAMPLE = "strategy status --measures --why --as-at 2022-10-04"


def command(
    item: Item = "",
    actions: Annotated[bool, typer.Option("--actions", help="list every action")] = False,
    measures: Annotated[bool, typer.Option("--measures", help="list every measure")] = False,
    why: Annotated[bool, typer.Option("--why", help="give the reason for each colour")] = False,
    owner: Owner = "",
    priority: InPriority = "",
    strategy: InStrategy = "",
    rag: OfRag = None,
    state: InState = None,
    as_at: AsAt = "",
    rev: Rev = "",
    known_on: KnownOn = "",
    rules: Rules = RulesOf.then,
    form: Formats = Format.table,
    keep_going: KeepGoing = False,
    root: Root = None,
) -> int:
    """Show where strategies stand: counts by colour for actions and for measures, never mixed, and the worst item.

    ITEM narrows it to one strategy or priority. Every colour has a rule: --why says which.
    """
    from strategy_tracker.app.find_item import find
    from strategy_tracker.app.standing import stand
    from strategy_tracker.judging.filters import narrow
    from strategy_tracker.views.formats import rows as data
    from strategy_tracker.views.screens import status as view

    found, today = moment(root, as_at, rev, known_on, rules)
    if item:
        meant = find(found, item, ("strategy", "priority"))
        outer, _, inner = meant.address.partition("/")
        if strategy not in ("", outer) or (inner and priority not in ("", inner)):
            option = "--priority" if strategy in ("", outer) else "--strategy"
            raise Problem(f"'{item}' and {option} name two things", "use one of them")
        strategy, priority = outer, inner or priority
    kept = filters(owner, priority, strategy, rag, state)
    standing, wrong = stand(found, today, whole=measures or form is Format.json)
    code = left_out(wrong, keep_going)
    if code:
        return code
    narrowed = narrow(standing, kept)
    nothing_kept(bool(narrowed.strategies or narrowed.measures), kept, standing)
    put(
        form,
        lambda: view.status_sheet(narrowed, view.Detail(actions, measures, why), kept.words()),
        lambda: data.status_content(narrowed),
        lambda: (data.COLUMNS, data.status_rows(narrowed)),
        kind="status",
    )
    return 0
