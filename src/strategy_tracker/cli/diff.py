"""`strategy diff`: what changed between two moments, in the words of the strategy."""

import sys
from collections.abc import Iterable
from datetime import date
from os.path import normpath
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from strategy_tracker.cli.options import Format, Formats, KeepGoing, Root, day, left_out, portfolio
from strategy_tracker.cli.output import put
from strategy_tracker.problem import Problem

if TYPE_CHECKING:
    from strategy_tracker.comparing.differences import Difference
    from strategy_tracker.model.commit import Commit

EXAMPLE = "strategy diff main..HEAD --format markdown"


def command(
    revisions: Annotated[
        str,
        typer.Argument(help="REV or REV..REV, or the name of a report; the files on disk are the second if left out"),
    ] = "HEAD",
    path: Annotated[str, typer.Argument(help="only what this file or folder holds", show_default=False)] = "",
    as_at: Annotated[
        str, typer.Option("--as-at", metavar="DATE", help="judge both at this date", show_default="each at its own day")
    ] = "",
    everything: Annotated[
        bool, typer.Option("--all", help="judge what nobody touched too: time alone moves colours")
    ] = False,
    form: Formats = Format.table,
    keep_going: KeepGoing = False,
    root: Root = None,
) -> int:
    """Show what was added, withdrawn, moved or reworded, colours and dates that moved and why, and restated readings.

    White space, comments and order are no changes. Items are followed by id, through files and priorities.
    Against a report made with 'strategy freeze', everything is judged again, the old side at the day of the report.
    """
    from strategy_tracker.comparing.compare import compare
    from strategy_tracker.comparing.questions import signals
    from strategy_tracker.history import NoGit, commit_at, report_of, two_portfolios
    from strategy_tracker.history.two_moments import sides
    from strategy_tracker.views.screens import diff as view
    from strategy_tracker.views.text import file_name

    found = portfolio(root)
    first, second = _two(revisions)
    try:
        old = commit_at(found.root, first)
        new = commit_at(found.root, second) if second else None
        report = report_of(found.root, first)
        everything = everything or report is not None
        before, after = two_portfolios(found.root, old, new, everything)
    except NoGit as error:
        raise Problem(str(error), _next_step(error, first, found.root)) from None
    was = report.as_at if report and not as_at else _day(as_at, old)
    today = _day(as_at, new)
    both = sides(before, after, was, today, everything=everything)
    unread = tuple(dict.fromkeys(file_name(one.place) for one in both.wrong))
    moments = view.ComparedMoments(old, was, new, today, everything, report, unread)
    code = left_out(list(both.wrong), keep_going)
    if code:
        return code
    changes = compare(both.old, both.new, both.between, time=everything)
    if path:
        changes = _within(changes, both.places, path, found.root)
    asked = [one for one in signals(both.old, both.new, changes) if not path or _touched(one.item, changes)]
    if form is Format.markdown:
        sys.stdout.write(view.changes_markdown(changes, asked, moments))
        return 0
    put(
        form,
        lambda: view.diff_sheet(changes, asked, moments),
        lambda: view.changes_content(changes, asked, moments),
        lambda: (view.COLUMNS, view.change_rows(changes)),
        kind="diff",
    )
    return 0


def _two(text: str) -> tuple[str, str]:
    first, dots, second = text.partition("..")
    if second.startswith("."):
        raise Problem(f"'{text}' has three dots", "write two: main..HEAD")
    return first or "HEAD", second or ("HEAD" if dots else "")


def _next_step(error: Problem, revision: str, root: Path) -> str:
    """The next step; for a file where a revision belongs, how to write both."""
    if "knows no revision" in str(error) and (Path(revision).exists() or (root / revision).exists()):
        return f"a file or folder comes second: strategy diff HEAD {revision}"
    return error.next_step


def _day(as_at: str, commit: "Commit | None") -> date:
    """The day a side is judged at: one for both, or the day of its commit; today for the files on disk."""
    return day(as_at) if as_at or commit is None else commit.day


def _within(
    changes: "tuple[Difference, ...]", places: dict[str, set[str]], path: str, root: Path
) -> "tuple[Difference, ...]":
    """The changes of what one file or folder holds, or held. Raises `Problem` for a path that is not there."""
    files = {name for names in places.values() for name in names}
    whole, top = (Path(normpath(one.absolute())) for one in (Path(path), root))
    inside = whole.relative_to(top).as_posix() if whole.is_relative_to(top) else path
    inside = "." if top.is_relative_to(whole) else inside
    if not whole.exists() and not any(_in(name, inside) for name in files):
        raise Problem(f"neither moment has a file or folder '{path}'", "paths are seen from the current folder")
    return tuple(one for one in changes if any(_in(name, inside) for name in _files(one, places)))


def _files(one: "Difference", places: dict[str, set[str]]) -> Iterable[str]:
    """The files that hold what a change is about."""
    from strategy_tracker.files.find import SETTINGS

    if one.thing == "settings":
        return (SETTINGS,)
    kind = _FOLDERS.get(one.thing, "strategies")
    return places.get(f"{kind}/{one.item.partition('/')[0]}", ())


_FOLDERS = {"measure": "measures", "practice example": "practice"}
"""The kind of file of a thing, where that is not a strategy."""


def _in(name: str, inside: str) -> bool:
    return inside in (".", name) or name.startswith(f"{inside.rstrip('/')}/")


def _touched(item: str, changes: "tuple[Difference, ...]") -> bool:
    return any(one.item == item or one.item.startswith(f"{item}/") for one in changes)
