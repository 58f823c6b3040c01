"""What changed between two moments, in the words of the strategy, and what a careful reader would ask of it."""

from collections.abc import Iterable
from datetime import date
from os.path import normpath
from pathlib import Path
from typing import NamedTuple

from strategy_tracker.app.dates_in_git import dates_in_git
from strategy_tracker.comparing.compare import compare
from strategy_tracker.comparing.differences import Difference
from strategy_tracker.comparing.questions import Signal, signals
from strategy_tracker.diagnostics import Diagnostic
from strategy_tracker.files.find import SETTINGS
from strategy_tracker.files.portfolio import Portfolio
from strategy_tracker.history.frozen import report_of
from strategy_tracker.history.items.two_moments import two_moments
from strategy_tracker.history.repository.find_commit import commit_at
from strategy_tracker.history.repository.git import NoGit
from strategy_tracker.history.repository.past_portfolio import two_portfolios
from strategy_tracker.problem import Problem
from strategy_tracker.views.screens.looking_back.diff import ComparedMoments
from strategy_tracker.views.text import file_name


class PortfolioDiff(NamedTuple):
    """The changes from one moment to another, and what could not be read of either.

    `mistyped` is there where only a path was asked for that neither moment has: no change is then no good news.
    """

    moments: ComparedMoments
    changes: tuple[Difference, ...]
    questions: tuple[Signal, ...]
    wrong: tuple[Diagnostic, ...]
    mistyped: Problem | None = None


def diff(
    portfolio: Portfolio,
    revisions: str,
    today: date,
    *,
    path: str = "",
    as_at: date | None = None,
    everything: bool = False,
) -> PortfolioDiff:
    """Every change between the two moments that `revisions` names, or only what the file or folder `path` holds.

    A commit is judged at its own day, a report at the day it was made for, the files on disk at `today`; `as_at` is
    one day for both. What nobody touched is judged too if `everything` is asked for, and against a report.
    Raises `Problem` where there is no such moment.
    """
    first, second = _two(revisions)
    root = portfolio.root
    try:
        old, new = commit_at(root, first), commit_at(root, second) if second else None
        report = report_of(root, first)
        everything = everything or report is not None
        before, after = two_portfolios(root, old, new, everything)
    except NoGit as error:
        raise Problem(str(error), _next_step(error, first, root)) from None
    was = as_at or (report.as_at if report else old.day)
    now = as_at or (new.day if new else today)
    both = two_moments(before, after, was, now, everything=everything)
    unread = tuple(dict.fromkeys(file_name(one.place) for one in both.wrong))
    moments = ComparedMoments(old, was, new, now, everything, report, unread, both.in_error)
    changes = compare(both.old, both.new, both.between, time=everything)
    if any(one.kind == "due" for one in changes):  # only then is it worth while to look who is on record
        typed = dates_in_git(after, today, before=old.sha).typed
        changes = compare(both.old, both.new._replace(typed=typed), both.between, time=everything)
    mistyped = None
    if path:
        inside, mistyped = _inside(path, root, both.places)
        changes = tuple(one for one in changes if any(_in(name, inside) for name in _files(one, both.places)))
    asked = tuple(one for one in signals(both.old, both.new, changes) if not path or _touched(one.item, changes))
    return PortfolioDiff(moments, changes, asked, tuple(both.wrong), mistyped)


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


def _inside(path: str, root: Path, places: dict[str, set[str]]) -> tuple[str, Problem | None]:
    """A file or folder by its name from the portfolio's root; and what is wrong where neither moment has it."""
    whole, top = (Path(normpath(one.absolute())) for one in (Path(path), root))
    inside = whole.relative_to(top).as_posix() if whole.is_relative_to(top) else path
    inside = "." if top.is_relative_to(whole) else inside
    if whole.exists() or any(_in(name, inside) for names in places.values() for name in names):
        return inside, None
    return inside, Problem(f"neither moment has a file or folder '{path}'", "paths are seen from the current folder")


def _files(one: Difference, places: dict[str, set[str]]) -> Iterable[str]:
    """The files that hold what a change is about."""
    if one.thing == "settings":
        return (SETTINGS,)
    kind = _FOLDERS.get(one.thing, "strategies")
    return places.get(f"{kind}/{one.item.partition('/')[0]}", ())


_FOLDERS = {"measure": "measures", "practice example": "practice"}
"""The kind of file of a thing, where that is not a strategy."""


def _in(name: str, inside: str) -> bool:
    return inside in (".", name) or name.startswith(f"{inside.rstrip('/')}/")


def _touched(item: str, changes: tuple[Difference, ...]) -> bool:
    return any(one.item == item or one.item.startswith(f"{item}/") for one in changes)
