"""All commits that changed a file, and the life of one item in them."""

from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from strategy_tracker.history.git import contents, git, place
from strategy_tracker.history.moments import blobs, commit_at, name_of
from strategy_tracker.rules.moment import Commit
from strategy_tracker.store.find import KINDS, SETTINGS
from strategy_tracker.store.git_log import LOG_FORMAT, read_made
from strategy_tracker.store.load import content
from strategy_tracker.store.moments import Change, Made
from strategy_tracker.store.portfolio import open_portfolio, settings_file
from strategy_tracker.store.read import Unreadable

if TYPE_CHECKING:
    from strategy_tracker.rules.life import Life
    from strategy_tracker.store.versions import Wanted


def made(root: Path, kinds: Iterable[str], *, main: bool = False, since: str = "HEAD", prefix: str = "") -> list[Made]:
    """The commits that changed data files of these kinds, newest first, with what they changed.

    A merge is there with the files that are like none of its parents'; with `main`, merged branches are left out
    and a merge is there with all that it brought. `prefix` is the portfolio's folder, where it had another name.
    """
    own = place(root).prefix
    top = root.joinpath(*[".."] * own.count("/"))
    prefix = prefix or own
    shape = ("--first-parent", "-m") if main else ("--topo-order", "-c")
    options = (*shape, "--raw", "--no-abbrev", "--no-renames", "--no-color", "--no-ext-diff", "--no-textconv")
    paths = [f"{prefix}{kind}" for kind in (*kinds, SETTINGS)]
    log = git(top, "log", *options, LOG_FORMAT, "-z", since, "--", *paths)
    return list(read_made(log.decode("utf-8", "surrogateescape"), prefix))


def since(root: Path, revision: str) -> set[str]:
    """The commits of `HEAD` that a revision does not hold."""
    old = commit_at(root, revision)
    return set(git(root, "rev-list", f"{old.sha}..HEAD", "--").decode().split())


def life_of(root: Path, wanted: "Wanted", today: date) -> "Life":
    """The life of an item, with what is on disk and not committed yet."""
    from strategy_tracker.store.lives import tell

    every = made(root, (wanted.kind,))
    main = every if all(one.parents < 2 for one in every) else made(root, (wanted.kind,), main=True)
    disk, held = _not_committed(root, wanted.kind, today)

    def read(shas: Iterable[str]) -> dict[str, bytes]:
        asked = list(shas)
        return {**contents(root, [sha for sha in asked if sha not in held]), **{s: held[s] for s in asked if s in held}}

    every_one = [*disk, *every]
    return tell(wanted, every_one, every_one if main is every else [*disk, *main], read, today)


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
    """The item of an id that no file has any more, as the newest commit that took it away had it."""
    from strategy_tracker.store.withdrawn import last_seen

    return last_seen(typed, made(root, KINDS[:2]), lambda shas: contents(root, shas))
