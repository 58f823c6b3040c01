"""Gathers what git and the disk know of one item, to tell its life, also where no file has it any more."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import date
from itertools import islice
from pathlib import Path

from strategy_tracker.comparing.life_events import Life
from strategy_tracker.files.find import KINDS, SETTINGS, DataFile
from strategy_tracker.files.load import content, load
from strategy_tracker.files.look_up import named
from strategy_tracker.files.parsing.check_text import Unreadable
from strategy_tracker.files.portfolio import open_portfolio
from strategy_tracker.files.read_settings import settings_file
from strategy_tracker.history.items.item_life import tell
from strategy_tracker.history.items.versions import THINGS, BlobReader, ItemPath
from strategy_tracker.history.repository.git import is_shallow, objects, place
from strategy_tracker.history.repository.objects import Change, CommitFiles, data_file, name_of
from strategy_tracker.history.repository.past_portfolio import Whereabouts
from strategy_tracker.history.repository.walk import AHEAD, PendingLog, commit_files, walk
from strategy_tracker.model.commit import Commit
from strategy_tracker.model.names.address import Ambiguous, Item, NotFound, resolve
from strategy_tracker.model.settings import DEFAULTS


def life_of(root: Path, item: ItemPath, as_at: date, today: date, pending: PendingLog) -> Life:
    """Tell the life of an item up to a day; what is not committed yet is of `today`. `pending` is from `begin_log`."""
    stretches = list(walk(root, (item.kind,), pending=pending if item.kind == AHEAD else None))
    every = [one for stretch in stretches for one in stretch.commits]
    main = every if all(one.parents < 2 for one in every) else commit_files(root, (item.kind,), main=True)
    disk, held = _not_committed(root, item.kind, today)

    def read(shas: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        asked = list(shas)
        yield from ((sha, held[sha]) for sha in asked if sha in held)
        yield from ((sha, data) for sha, _, data in objects(root, (sha for sha in asked if sha not in held)))

    every_one = [*disk, *every]
    shallow = is_shallow(root)
    life = tell(item, every_one, every_one if main is every else [*disk, *main], read, as_at, shallow=shallow)
    unsure = stretches[-1].why_unsure if stretches else ""
    return life._replace(notes=(*life.notes, f"nothing is told from before {unsure}")) if unsure else life


def _not_committed(root: Path, kind: str, today: date) -> tuple[list[CommitFiles], dict[str, bytes]]:
    """Describe what is on disk as a last commit that has no name, with the contents it brings."""
    where = Whereabouts(root)
    committed = {blob.name: blob.sha for blob in where.files_in("HEAD", where.now)}
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
    return ([CommitFiles(Commit("", today, "", ""), 1, tuple(changes))] if changes else []), held


# an item that no file has any more


def withdrawn(root: Path, typed: str) -> ItemPath | None:
    """Find an item that no file has any more, as it was before the last change took it away, committed or not."""
    disk = [one for kind in KINDS[:2] for one in _not_committed(root, kind, date.min)[0]]
    commits = [*disk, *commit_files(root, KINDS[:2])]
    return last_seen(typed, commits, lambda shas: ((sha, data) for sha, _, data in objects(root, shas)))


_AT_ONCE = 50
"""Commits whose contents are in memory at a time."""


def last_seen(typed: str, commits: Sequence[CommitFiles], read: BlobReader) -> ItemPath | None:
    """Find the item as it was when the newest commit took it away; None where no commit ever had it."""
    own = typed.strip().lower().rpartition("/")[2].encode()
    rest = iter(commits)
    while batch := list(islice(rest, _AT_ONCE)):
        changes = [c for one in batch for c in one.changes if c.name != SETTINGS]
        held = dict(read(sha for change in changes for sha in change.before if sha))
        for change in changes:
            for sha in filter(None, change.before):
                found = _item(typed, data_file(change.name, held[sha])) if own in held[sha] else None
                if found:
                    return ItemPath(found.address, found.thing, change.name)
    return None


def _item(typed: str, file: DataFile) -> Item | None:
    record = load(file, DEFAULTS.year_end).record
    listed = [item for item in named(record, file) if item.thing in THINGS] if record else []
    try:
        return resolve(typed, listed)
    except (Ambiguous, NotFound):
        return None
