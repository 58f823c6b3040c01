"""All commits that changed a file, and the life of one item in them."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from strategy_tracker.files.check_text import Unreadable
from strategy_tracker.files.find import KINDS, SETTINGS, FileKind
from strategy_tracker.files.load import content
from strategy_tracker.files.portfolio import open_portfolio
from strategy_tracker.files.settings import settings_file
from strategy_tracker.history.git import begun, git, is_shallow, objects, place
from strategy_tracker.history.log import LOG_FORMAT, read_made
from strategy_tracker.history.objects import Change, Made
from strategy_tracker.history.past_portfolio import blobs, commit_at, name_of
from strategy_tracker.model.commit import Commit

if TYPE_CHECKING:
    from strategy_tracker.comparing.life import Life
    from strategy_tracker.history.versions import Wanted


Printed = Callable[[], bytes]
"""Waits for git and gives what it prints."""


_AHEAD: FileKind = "strategies"


def ahead(root: Path) -> AbstractContextManager[Printed]:
    """The commits that changed strategies, for `life_of`: git lists them while the item that is asked for is found."""
    return begun(root, *_options(main=False), "HEAD", "--", _AHEAD, SETTINGS)


def made(root: Path, kinds: Iterable[str], *, main: bool = False, printed: Printed | None = None) -> list[Made]:
    """The commits that changed data files of these kinds, newest first, with what they changed.

    A merge is there with the files that are like none of its parents'; with `main`, merged branches are left out
    and a merge is there with all that it brought. A portfolio that was in another folder before is followed there.
    `printed` gives what `ahead` began.
    """
    kinds = tuple(kinds)
    prefix = place(root).prefix
    every: list[Made] = []
    top = root.joinpath(*[".."] * prefix.count("/"))
    known = {prefix}
    log = printed() if printed else _log(top, "HEAD", kinds, prefix, main=main)
    while found := list(read_made(log.decode("utf-8", "surrogateescape"), prefix)):
        before = _elsewhere(top, found[-1], prefix) if found[-1].parents else None
        if before is None or before[0] in known:
            return [*every, *found]
        prefix, first = before
        known.add(prefix)
        every += [*found[:-1], first]
        log = _log(top, f"{first.commit.sha}^", kinds, prefix, main=main)
    return every


def _log(top: Path, revision: str, kinds: Iterable[str], prefix: str, *, main: bool) -> bytes:
    return git(top, *_options(main=main), revision, "--", *(f"{prefix}{kind}" for kind in (*kinds, SETTINGS)))


def _options(*, main: bool) -> tuple[str, ...]:
    shape = ("--first-parent", "-m") if main else ("--topo-order", "-c")
    what = ("--raw", "--no-abbrev", "--no-renames", "--no-color", "--no-ext-diff", "--no-textconv")
    return ("log", *shape, *what, LOG_FORMAT, "-z")


def _elsewhere(top: Path, first: Made, prefix: str) -> tuple[str, Made] | None:
    """The folder that a commit moved the portfolio from, and that commit with the contents it moved."""
    options = ("--raw", "-r", "-z", "--no-abbrev", "--no-renames", "--no-commit-id")
    raw = git(top, "diff-tree", *options, f"{first.commit.sha}^", first.commit.sha).decode("utf-8", "surrogateescape")
    gone = {path: about.split()[2] for about, path in _pairs(raw.split("\0")) if about.endswith("D")}
    names = {change.name for change in first.changes}
    folders = {path.removesuffix(name) for path in gone for name in names if f"/{path}".endswith(f"/{name}")} - {prefix}
    if len(folders) != 1:
        return None
    former = folders.pop()
    changes = tuple(change._replace(before=(gone.get(former + change.name, ""),)) for change in first.changes)
    return former, first._replace(changes=changes)


def _pairs(tokens: list[str]) -> Iterable[tuple[str, str]]:
    """Tokens two by two; a last one alone is left out."""
    return zip(tokens[::2], tokens[1::2], strict=False)


def since(root: Path, revision: str) -> set[str]:
    """The commits of `HEAD` that a revision does not hold."""
    old = commit_at(root, revision)
    return set(git(root, "rev-list", f"{old.sha}..HEAD", "--").decode().split())


def life_of(root: Path, wanted: "Wanted", as_at: date, today: date, printed: Printed) -> "Life":
    """The life of an item up to a day; what is not committed yet is of `today`. `printed` is from `ahead`."""
    from strategy_tracker.history.item_life import tell

    every = made(root, (wanted.kind,), printed=printed if wanted.kind == _AHEAD else None)
    main = every if all(one.parents < 2 for one in every) else made(root, (wanted.kind,), main=True)
    disk, held = _not_committed(root, wanted.kind, today)

    def read(shas: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        asked = list(shas)
        yield from ((sha, held[sha]) for sha in asked if sha in held)
        yield from ((sha, data) for sha, _, data in objects(root, (sha for sha in asked if sha not in held)))

    every_one = [*disk, *every]
    shallow = is_shallow(root)
    return tell(wanted, every_one, every_one if main is every else [*disk, *main], read, as_at, shallow=shallow)


def _not_committed(root: Path, kind: str, today: date) -> tuple[list[Made], dict[str, bytes]]:
    """What is on disk as a last commit that has no name, and the contents it brings."""
    committed = {blob.name: blob.sha for blob in blobs(root, "HEAD")}
    long = place(root).long
    found = open_portfolio(root)
    own = settings_file(root)
    changes, held, seen = [], {}, set()
    files = (file for file in found.files if file.name.startswith(f"{kind}/"))
    for file in (*files, *([own] if own else [])):
        seen.add(file.name)
        with suppress(Unreadable):
            data = content(file)
            name = name_of(data, long)
            if committed.get(file.name) != name:
                changes.append(Change(file.name, (committed.get(file.name, ""),), name))
                held[name] = data
    gone = [name for name in committed if name not in seen and name.startswith((f"{kind}/", SETTINGS))]
    changes += [Change(name, (committed[name],), "") for name in gone]
    return ([Made(Commit("", today, "", ""), 1, tuple(changes))] if changes else []), held


def withdrawn(root: Path, typed: str) -> "Wanted | None":
    """The item of an id that no file has any more, as the newest change that took it away had it, committed or not."""
    from strategy_tracker.history.last_seen import last_seen

    disk = [one for kind in KINDS[:2] for one in _not_committed(root, kind, date.min)[0]]
    return last_seen(
        typed, [*disk, *made(root, KINDS[:2])], lambda shas: ((sha, data) for sha, _, data in objects(root, shas))
    )
