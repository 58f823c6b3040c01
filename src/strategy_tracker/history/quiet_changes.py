"""Finds in git what was typed over, and by whom: what is not committed, what some commits brought, or the whole past.

`typed_over` says what counts. Here it is asked of each commit, newest first, with the files on disk as the last one;
what was put on record since, or written back, is not told any more.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from strategy_tracker.comparing.place_of_change import place_of
from strategy_tracker.comparing.typed_over import FormerRecords, QuietChange, former_records, typed_over
from strategy_tracker.files.check_text import Unreadable
from strategy_tracker.files.find import SETTINGS, DataFile
from strategy_tracker.files.load import LoadedFile, content, load
from strategy_tracker.files.portfolio import Portfolio
from strategy_tracker.history.cut import only_what_differs
from strategy_tracker.history.find_commit import commit_at
from strategy_tracker.history.git import NoGit, git, objects
from strategy_tracker.history.objects import CommitFiles, data_file
from strategy_tracker.history.uncommitted import LOOKED_AT, Commits, looked_up, uncommitted
from strategy_tracker.history.walk import walk
from strategy_tracker.model.commit import Commit
from strategy_tracker.model.period import YearEnd
from strategy_tracker.model.record import Record

_AT_ONCE = 50
"""Commits whose contents are in memory at a time."""


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
        commits = commits._replace(listed=(*commits.listed, *committed(portfolio.root, "" if everything else since)))
    return quiet_in(portfolio, commits)


def committed(root: Path, since: str = "") -> Iterator[CommitFiles]:
    """List the commits of a portfolio, newest first, wherever it lay; with `since` those that revision does not have.

    Raises `NoGit` where git knows no such revision, or cannot tell where it and `HEAD` parted.
    """
    stretches = walk(root, LOOKED_AT, before=parted(root, since) if since else "")
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


def quiet_in(portfolio: Portfolio, commits: Commits) -> tuple[QuietChange, ...]:
    """List what some commits typed over and nothing on record explains today, as `quiet_changes` does."""
    year_end = portfolio.settings.year_end
    newest_first = list(_steps(portfolio.root, commits, year_end))
    steps = _not_taken_back(step for of_commit in reversed(newest_first) for step in of_commit)
    now = _records_of({step.change.item for step in steps}, portfolio)
    left = (found for step in steps if (found := _as_it_stands(step, now)))
    return tuple(dict.fromkeys(left))


class _QuietStep(NamedTuple):
    """A quiet change, and the records as they were before it."""

    change: QuietChange
    before: FormerRecords


def _steps(root: Path, commits: Commits, year_end: YearEnd) -> Iterator[list[_QuietStep]]:
    """Find what each commit typed over; a merge only what it has from none of its parents."""
    rest = iter(commits.listed)
    while batch := list(islice(rest, _AT_ONCE)):
        changes = [change for one in batch for change in one.changes if change.name != SETTINGS]
        wanted = {sha for change in changes for sha in (*change.before, change.after) if sha}
        held = {sha: data for sha, _, data in objects(root, sorted(wanted - commits.held.keys()))}
        for one in batch:
            yield _of_commit(one, held | commits.held, year_end)


def _of_commit(one: CommitFiles, held: Mapping[str, bytes], year_end: YearEnd) -> list[_QuietStep]:
    changes = [change for change in one.changes if change.name != SETTINGS]
    new = [data_file(change.name, held[change.after]) for change in changes if change.after]
    found = []
    for parent in zip(*(change.before for change in changes), strict=True):
        old = [data_file(change.name, held[sha]) for change, sha in zip(changes, parent, strict=True) if sha]
        found.append(list(_typed_over(old, new, one.commit, year_end)))
    others = [{_value(step.change) for step in each} for each in found[1:]]
    return [step for step in (found or [[]])[0] if all(_value(step.change) in each for each in others)]


def _typed_over(old: list[DataFile], new: list[DataFile], commit: Commit, year_end: YearEnd) -> Iterator[_QuietStep]:
    before, after = _records(old, new, year_end)
    former = former_records(before)
    for record in after:
        yield from (_QuietStep(found._replace(commit=commit), former) for found in typed_over(former, record))


def _records(old: list[DataFile], new: list[DataFile], year_end: YearEnd) -> Iterator[list[Record | None]]:
    """Read both sides of a commit without what they share; the whole of them where a part does not read back."""
    parts = [[load(file, year_end) for file in side] for side in only_what_differs(old, new)]
    if any(loaded.diagnostics for side in parts for loaded in side):
        parts = [[load(file, year_end) for file in side] for side in (old, new)]
    return ([loaded.record for loaded in side] for side in parts)


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


def _records_of(items: Collection[str], portfolio: Portfolio) -> list[LoadedFile]:
    """Read the files of today that may hold some items."""
    wanted = [[part.encode() for part in item.split("/")] for item in items]
    found = []
    for file in portfolio.files if wanted else ():
        with suppress(Unreadable):
            data = content(file)
            if file.kind in LOOKED_AT and any(all(part in data for part in parts) for parts in wanted):
                found.append(load(file, portfolio.settings.year_end))
    return found


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
