"""Finds the commit a person means: by its name, by that of a report, or by the day up to which commits were known."""

import re
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from strategy_tracker.history.repository.git import NoGit, git, is_shallow, place
from strategy_tracker.history.repository.log import LOG_FORMAT, read_commits
from strategy_tracker.history.repository.objects import REPORT_TAGS
from strategy_tracker.history.repository.out_of_sight import why_reports_are_unknown
from strategy_tracker.model.commit import Commit
from strategy_tracker.model.names.joined import semicolons
from strategy_tracker.model.names.labels import phrase
from strategy_tracker.model.spellings import spelled_date

_TAG = re.compile(r"(?!HEAD$|[0-9a-f]{7,64}$)[^~^@:]+")
"""What may be the name of a report: neither a hash nor a way from one commit to another."""
_SHALLOW = phrase("clone-is-shallow")


def commit_at(folder: Path, revision: str) -> Commit:
    """Find the commit a person names: a report that was frozen, a tag, a branch, a hash, `HEAD~3`.

    Raises `NoGit` where there is none, or where the name could be taken for an option or for more than one commit.
    """
    where = place(folder)
    if revision.startswith(("-", "^")) or ".." in revision or not revision.isprintable() or not revision.strip():
        raise NoGit(f"'{revision}' is not a revision")
    asked = [f"refs/tags/{REPORT_TAGS}{revision}^{{commit}}", f"{revision}^{{commit}}"]
    told = git(folder, "cat-file", "--batch-check", given="".join(f"{name}\n" for name in asked).encode())
    found = [line.split(" ")[0] for line in told.decode().splitlines() if " commit " in line]
    if not found:
        git(folder, "log", "-1", "--format=", "HEAD", "--")  # raises where nothing has been committed at all
        message = f"git knows no revision '{revision}'{f'; {_SHALLOW}' if where.shallow else ''}"
        meant = spelled_date(revision)  # where a day may be given as well, people write it as they are used to
        if meant:
            raise NoGit(message, meant.words)
        unknown = why_reports_are_unknown(folder) if _TAG.fullmatch(revision) else None
        raise NoGit(f"{message}; {unknown.message}", unknown.next_step) if unknown else NoGit(message)
    return next(read_commits(git(folder, "log", "--no-walk", LOG_FORMAT, "-z", found[0])))


def commit_known_on(folder: Path, day: date) -> Commit:
    """Find the last commit made on `day` or before, by the committers' own calendars, on the main line of `HEAD`.

    What a branch held before it was merged was not known here. Raises `NoGit` where there is none.
    """
    main = main_line(folder, day)
    commit = next((commit for commit in main if commit.day <= day), None)
    if commit is not None:
        return commit
    main = main_line(folder)
    none = phrase("nothing-on-record-on", day=f"{day}")
    told = phrase("and-the-first-commit", first=none, day=f"{main[-1].day}")
    raise NoGit(semicolons([told, _SHALLOW]) if is_shallow(folder) else told)


def main_line(folder: Path, until: date | None = None) -> list[Commit]:
    """List the commits of `HEAD`, newest first, without those of merged branches; `until` leaves out most later ones.

    Raises `NoGit` where there is none at all.
    """
    last = []
    if until is not None and until.year < 2199:  # its end in the last time zone of the world
        end = datetime.combine(until, time(12), UTC) + timedelta(days=1)
        last = [f"--until={int(end.timestamp())}"] if until.year >= 1970 else []
    return list(read_commits(git(folder, "log", "--first-parent", *last, LOG_FORMAT, "-z", "HEAD", "--")))


def newer_commits(root: Path, revision: str) -> set[str]:
    """Name the commits of `HEAD` that a revision does not hold."""
    old = commit_at(root, revision)
    return set(git(root, "rev-list", f"{old.sha}..HEAD", "--").decode().split())
