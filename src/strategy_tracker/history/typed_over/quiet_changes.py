"""Finds in git what was typed over, and by whom: what is not committed, what some commits brought, or the whole past.

`typed_over` says what counts. Here it is asked of each commit, newest first, with the files on disk as the last one;
what was put on record since, or written back, is not told any more.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from strategy_tracker.comparing.place_of_change import place_of
from strategy_tracker.comparing.typed_over import FormerRecords, QuietChange, former_records, typed_over
from strategy_tracker.files.load import LoadedFile, load
from strategy_tracker.files.look_up import containing
from strategy_tracker.files.portfolio import Portfolio
from strategy_tracker.history.repository.find_commit import commit_at
from strategy_tracker.history.repository.git import NoGit, git
from strategy_tracker.history.repository.objects import CommitFiles
from strategy_tracker.history.repository.past_portfolio import Whereabouts
from strategy_tracker.history.repository.uncommitted import LOOKED_AT, Commits, looked_up, uncommitted
from strategy_tracker.history.repository.walk import walk
from strategy_tracker.history.typed_over.commit_sides import CommitSides, commit_sides
from strategy_tracker.model.commit import Commit


def quiet_changes(
    portfolio: Portfolio, today: date, *, since: str = "", everything: bool = False
) -> tuple[QuietChange, ...]:
    """List what was typed over in a portfolio and nothing on record explains today, oldest first.

    What is not committed is always looked at, as of `today`; with `since` also the commits that `HEAD` has and that
    revision has not (what a pull request brings); with `everything` every commit, wherever the portfolio lay. Each
    change names its commit, one without a `sha` where it is not committed. A change that was put on record by now, or
    that a later one took back, is left out, and so is what is not in the portfolio any more.

    Raises `NoGit` where git has nothing of this folder, cannot be asked, or knows no such revision: nothing is known of
    quiet changes then, which is not the same as none. In a shallow clone only its own commits are looked at.
    """
    with looked_up(portfolio.root) as listed:
        commits = uncommitted(portfolio, today, listed())
    if since or everything:
        before = "" if everything else parted(portfolio.root, since)
        commits = commits._replace(listed=(*commits.listed, *committed(portfolio.root, before)))
    sides = list(commit_sides(portfolio.root, commits, portfolio.settings.year_end))
    return quiet_in(sides, changed_now(portfolio, sides))


_A_DATE = r"due[\"']? *:|from[\"']? *:|^[-?: \"'{,]*[0-9]{4}"
"""Fits every line in which a due date or a move of it may stand: beside its key, or alone below it."""


def quiet_dates(portfolio: Portfolio, today: date, before: str = "") -> tuple[QuietChange, ...]:
    """List the due dates that were typed over in the whole past of a portfolio, as `quiet_changes` does.

    Git itself leaves out the commits that touch no date. Of a portfolio of an earlier moment it is the past of that
    one, and what it holds then is on record or not. Commits that the revision `before` has as well are not looked at.
    """
    root, commits, revision = portfolio.root, Commits((), {}), portfolio.sha or "HEAD"
    folder = Whereabouts(root).folder(commit_at(root, portfolio.sha)) if portfolio.sha else None
    if not portfolio.sha:
        with looked_up(root) as listed:
            commits = uncommitted(portfolio, today, listed())
    stretches = walk(root, LOOKED_AT[:1], revision=revision, prefix=folder, before=before, touching=_A_DATE)
    past = (one for stretch in stretches for one in stretch.commits)
    edits = (one for one in past if any(sha for change in one.changes for sha in change.before))  # no file is only new
    commits = commits._replace(listed=(*commits.listed, *edits))
    sides = list(commit_sides(root, commits, portfolio.settings.year_end))
    return tuple(one for one in quiet_in(sides, changed_now(portfolio, sides)) if one.kind == "due")


def committed(root: Path, before: str = "") -> Iterator[CommitFiles]:
    """List the commits of a portfolio, newest first, wherever it lay, without those that the commit `before` has."""
    stretches = walk(root, LOOKED_AT, before=before)
    return (one for stretch in stretches for one in stretch.commits)


def parted(root: Path, revision: str) -> str:
    """Find the last commit that `HEAD` and a revision have both: where a pull request begins.

    Raises `NoGit` where git knows no such revision, or has no such commit.
    """
    meant = commit_at(root, revision)
    base = git(root, "merge-base", meant.sha, "HEAD", allow=(0, 1)).decode().strip()
    if not base:
        message = f"git cannot tell where '{revision}' and HEAD parted: no commit that both have is here"
        raise NoGit(message, "'git fetch --unshallow' brings older commits; in CI, check out with 'fetch-depth: 0'")
    return base


def quiet_in(sides: Sequence[CommitSides], now: Sequence[LoadedFile]) -> tuple[QuietChange, ...]:
    """List what commits, newest first, typed over and nothing in the files of today, `now`, explains."""
    steps = _not_taken_back(step for side in reversed(sides) for step in _steps(side))
    left = (found for step in steps if (found := _as_it_stands(step, now)))
    return tuple(dict.fromkeys(left))


def changed_now(portfolio: Portfolio, sides: Iterable[CommitSides]) -> list[LoadedFile]:
    """Read the files of today that may hold something that commits changed."""
    ids = {
        getattr(record, "id", "")
        for side in sides
        for _, after in side.parents
        for loaded in after
        for record in (loaded.record, *getattr(loaded.record, "measures", ()))
    }
    files = (file for file in portfolio.files if file.kind in LOOKED_AT)
    return [load(file, portfolio.settings.year_end) for file in containing(files, ids)]


class _QuietStep(NamedTuple):
    """A quiet change, and the records as they were before it."""

    change: QuietChange
    before: FormerRecords


def _steps(sides: CommitSides) -> list[_QuietStep]:
    """Find what a commit typed over; a merge only what it has from none of its parents."""
    found = [list(_typed_over(before, after, sides.commit)) for before, after in sides.parents]
    others = [{_value(step.change) for step in each} for each in found[1:]]
    return [step for step in (found or [[]])[0] if all(_value(step.change) in each for each in others)]


def _typed_over(before: Iterable[LoadedFile], after: Iterable[LoadedFile], commit: Commit) -> Iterator[_QuietStep]:
    former = former_records(loaded.record for loaded in before)
    for loaded in after:
        yield from (_QuietStep(found._replace(commit=commit), former) for found in typed_over(former, loaded.record))


def _value(change: QuietChange) -> tuple[str, ...]:
    return change.kind, change.item, change.what, change.after


def _not_taken_back(steps: Iterable[_QuietStep]) -> list[_QuietStep]:
    """Leave out, oldest first, each change that a later one took back, with that one."""
    left: list[_QuietStep] = []
    for step in steps:
        one = step.change
        back = one._replace(before=one.after, after=one.before)
        undone = next((n for n in reversed(range(len(left))) if left[n].change[:3] == one[:3]), None)
        if undone is not None and left[undone].change[:5] == back[:5]:
            del left[undone]
        else:
            left.append(step)
    return left


def _as_it_stands(step: _QuietStep, now: Iterable[LoadedFile]) -> QuietChange | None:
    """Give a change with its place in the files of today; None where it is not quiet any more, or the item is gone."""
    for loaded in now:
        still = [each for each in typed_over(step.before, loaded.record) if _same_step(each, step.change)]
        if still and loaded.record is not None:
            one = step.change._replace(what=still[0].what, file=loaded.file.name)
            return one._replace(route=place_of(one, loaded.record) or () if loaded.whole else ())
    return None


def _same_step(one: QuietChange, other: QuietChange) -> bool:
    """Whether two changes began from one value of one thing; a milestone may have been reworded in between."""
    kind, item, what, before = other[:4]
    reworded = kind == "due" and bool(what) and bool(one.what)
    return (one.kind, one.item, one.before) == (kind, item, before) and (one.what == what or reworded)
