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
    from strategy_tracker.history import NoGit, commit_at, two_portfolios
    from strategy_tracker.rules.compare import compare
    from strategy_tracker.rules.signals import signals
    from strategy_tracker.store.sides import side
    from strategy_tracker.views import changes as view

    found = portfolio(root)
    first, second = _two(revisions)
    try:
        old = commit_at(found.root, first)
        new = commit_at(found.root, second) if second else None
        before, after = two_portfolios(found.root, old, new, everything)
    except NoGit as error:
        raise CannotRun(str(error), "'git log --oneline' lists the moments there are") from None
    if path:
        before, after = (
            side._replace(files=tuple(f for f in side.files if _in(f.name, path, found.root)))
            for side in (before, after)
        )
    was, wrong = side(before, _day(as_at, old))
    now, more = side(after, _day(as_at, new))
    code = left_out([*wrong, *more], keep_going)
    if code:
        return code
    changes = compare(was, now)
    asked = signals(was, now, changes)
    put(
        form,
        lambda: view.changes_sheet(changes, asked, old.words(), new.words() if new else "the files on disk"),
        lambda: {"from": old, "to": new, "changes": changes, "questions": asked},
        lambda: (("kind", "item", "thing", "text", "before", "after", "why", "worse"), view.change_rows(changes)),
        kind="diff",
    )
    return 0


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
