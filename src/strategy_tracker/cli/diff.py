"""`strategy diff`: what changed between two moments, in the words of the strategy."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from strategy_tracker.cli.boundary import CannotRun
from strategy_tracker.cli.options import Format, Formats, KeepGoing, Root, day, left_out, portfolio
from strategy_tracker.cli.output import put

if TYPE_CHECKING:
    from strategy_tracker.store.moments import Commit

EXAMPLE = "strategy diff main..HEAD --format markdown"


def command(
    revisions: Annotated[
        str, typer.Argument(help="REV or REV..REV; the files on disk are the second where it is left out")
    ] = "HEAD",
    path: Annotated[str, typer.Argument(help="only what this file or folder holds", show_default=False)] = "",
    as_at: Annotated[
        str, typer.Option("--as-at", metavar="DATE", help="judge both at this date", show_default="each at its own day")
    ] = "",
    everything: Annotated[
        bool, typer.Option("--all", help="judge files that did not change too: time alone moves colours")
    ] = False,
    form: Formats = Format.table,
    keep_going: KeepGoing = False,
    root: Root = None,
) -> int:
    """Show what was added, withdrawn, moved or reworded, colours and dates that moved and why, and restated readings.

    White space, comments and order are no changes. Items are followed by id, through files and priorities.
    """
    from strategy_tracker.history import NoGit, commit_at, report_of, two_portfolios
    from strategy_tracker.rules.compare import compare
    from strategy_tracker.rules.signals import signals
    from strategy_tracker.store.sides import sides
    from strategy_tracker.views import changes as view

    found = portfolio(root)
    first, second = _two(revisions)
    try:
        report = report_of(found.root, first)
        old = commit_at(found.root, first)
        new = commit_at(found.root, second) if second else None
        everything = everything or report is not None
        before, after = two_portfolios(found.root, old, new, everything)
    except NoGit as error:
        raise CannotRun(str(error), error.mend) from None
    was = report.as_at if report and not as_at else _day(as_at, old)
    both = sides(before, after, was, _day(as_at, new), everything=everything)
    code = left_out(list(both.wrong), keep_going)
    if code:
        return code
    changes = compare(both.old, both.new, both.between)
    asked = signals(both.old, both.new, changes)
def _two(text: str) -> tuple[str, str]:
    first, dots, second = text.partition("..")
    if second.startswith("."):
        raise CannotRun(f"'{text}' has three dots", "write two: main..HEAD")
    return first or "HEAD", second or ("HEAD" if dots else "")


def _day(as_at: str, commit: "Commit | None") -> date:
    """The day a side is judged at: one for both, or the day of its commit; today for the files on disk."""
    return day(as_at) if as_at or commit is None else commit.day


def _in(name: str, path: str, root: Path) -> bool:
    whole = Path(path).absolute()
    inside = whole.relative_to(root).as_posix() if whole.is_relative_to(root) else path
    return inside in (".", name) or name.startswith(f"{inside.rstrip('/')}/")
