"""`strategy overdue`: what is overdue, missed, silent or due soon, by owner."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from strategy_tracker.cli.boundary import CLEAN, FINDINGS, CannotRun
from strategy_tracker.cli.options import (
    AsAt,
    Format,
    Formats,
    InPriority,
    InState,
    InStrategy,
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

if TYPE_CHECKING:
    from strategy_tracker.model.values import Interval

EXAMPLE = "strategy overdue --within '30 days' --by priority"
KINDS = ("overdue", "missed", "missed-review", "very-stale", "stale", "late-reading", "upcoming")


class By(StrEnum):
    """What the answer is grouped by."""

    owner = "owner"
    strategy = "strategy"
    priority = "priority"


def command(
    within: Annotated[
        str, typer.Option(help="also what falls due in this time: 30d, 6 weeks, month", show_default=False)
    ] = "",
    by: Annotated[By, typer.Option(help="what to group by")] = By.owner,
    fail_on: Annotated[
        str,
        typer.Option(
            metavar="KINDS", help=f"exit with 1 if there is any of these: {','.join(KINDS)}", show_default=False
        ),
    ] = "",
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
    """List what needs somebody: overdue actions and milestones, missed intervals and reviews, silence, late readings.

    Nothing of a strategy that has ended, or has not begun, is called late.
    """
    from strategy_tracker.rules.chasing import chase
    from strategy_tracker.rules.narrow import narrow
    from strategy_tracker.store.stand import stand
    from strategy_tracker.views import overdue as view

    looked_at, today = moment(root, as_at, rev, known_on, rules)
    failing, soon = _failing(fail_on), interval(within)
    kept = filters(owner, priority, strategy, rag, state)
    standing, wrong = stand(looked_at, today)
    code = left_out(wrong, keep_going)
    if code:
        return code
    narrowed = narrow(standing, kept)
    nothing_kept(bool(narrowed.strategies), kept, standing)
    found = chase(narrowed, soon, today)
    put(
        form,
        lambda: view.overdue_sheet(found, by.value, str(soon or ""), kept.words(), narrowed),
        lambda: {"as_at": today, "known": standing.known or None, "items": found},
        lambda: (view.COLUMNS, view.overdue_rows(found)),
        kind="overdue",
    )
    return FINDINGS if any(one.kind in failing for one in found) else CLEAN


def _failing(text: str) -> set[str]:
    named = {part.strip() for part in text.split(",") if part.strip()}
    for name in sorted(named - set(KINDS)):
        raise CannotRun(f"there is no kind '{name}' to fail on", f"use {', '.join(KINDS)}")
    return named


def interval(text: str) -> "Interval | None":
    """A length of time typed by a person, or None; `30d` and `6 weeks` alike.

    Raises `CannotRun`.
    """
    import re

    from pydantic_core import PydanticCustomError

    from strategy_tracker.model.values import read_interval

    if not text:
        return None
    words = {"d": "days", "w": "weeks", "m": "months", "y": "years"}
    short = re.fullmatch(r"(\d+) ?([dwmy])", text)
    try:
        return read_interval(f"{short[1]} {words[short[2]]}" if short else text)
    except PydanticCustomError:
        raise CannotRun(f"'{text}' is not a length of time", "write 30d, 6 weeks, month or quarter") from None
