"""Finds what commits brought that a careful reader asks about: ids that were used before, updates of long ago."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from strategy_tracker.comparing.brought_in import dated_back
from strategy_tracker.comparing.typed_over import alike, former_records
from strategy_tracker.diagnostics import Route
from strategy_tracker.files.find import SETTINGS
from strategy_tracker.files.load import LoadedFile, load
from strategy_tracker.files.look_up import named
from strategy_tracker.files.portfolio import Portfolio
from strategy_tracker.history.repository.git import git, objects, place
from strategy_tracker.history.repository.log import LOG_FORMAT, read_commit_files
from strategy_tracker.history.repository.objects import data_file
from strategy_tracker.history.repository.uncommitted import LOOKED_AT
from strategy_tracker.history.typed_over.commit_sides import CommitSides
from strategy_tracker.model.commit import Commit
from strategy_tracker.model.dates.period import YearEnd
from strategy_tracker.model.names.address import Item
from strategy_tracker.model.values import When


class LateUpdate(NamedTuple):
    """An update that a commit brought long after its day, and where it stands today."""

    item: str
    on: When
    commit: Commit
    file: str
    route: Route


class UsedId(NamedTuple):
    """An id that a commit gave to something else than it was for until another one, and where it stands today."""

    item: str
    former: str
    until: Commit
    commit: Commit
    file: str
    route: Route


def late_updates(portfolio: Portfolio, sides: Iterable[CommitSides], now: Sequence[LoadedFile]) -> Iterator[LateUpdate]:
    """List the updates that commits brought long after their day and that stand in the files of today, `now`."""
    for side in sides:
        for before, after in side.parents[:1]:
            old = former_records(loaded.record for loaded in before)
            for loaded in after:
                every = portfolio.settings.review_every
                for address, on in dated_back(old, loaded.record, side.commit.day, every):
                    yield from (LateUpdate(address, on, side.commit, *where) for where in _places(address, on, now))


def _places(address: str, on: When, now: Iterable[LoadedFile]) -> Iterator[tuple[str, Route]]:
    for loaded in now:
        for item in _items(loaded) if loaded.whole else ():
            if (item.address, item.thing) == (address, "action"):
                _, p, _, a = item.route
                updates = loaded.record.priorities[p].actions[a].updates  # type: ignore[union-attr]
                yield from (
                    (loaded.file.name, (*item.route, "updates", n, "on"))
                    for n, one in enumerate(updates)
                    if one.on == on
                )


def used_ids(
    portfolio: Portfolio, sides: Sequence[CommitSides], now: Sequence[LoadedFile], before: str
) -> Iterator[UsedId]:
    """List the ids that commits, newest first, gave to something else than they were for, and that stand so today.

    `before` is the commit that is older than all of them, or empty where they are all there are.
    """
    steps = [(side.commit, *_came_and_went(side)) for side in reversed(sides)]
    added = {address for _, came, _ in steps for address in came}
    inside = {address for address in added if address.partition("/")[0] not in added or "/" not in address}
    gone = dict(_last_uses(portfolio.root, inside, before, portfolio.settings.year_end)) if before and inside else {}
    present = {item.address: (loaded, item) for loaded in now if loaded.whole for item in _items(loaded)}
    for commit, came, went in steps:
        gone |= {address: (words, commit) for address, words in went.items()}
        for address, words in came.items():
            former, until = gone.get(address, (words, commit))
            loaded, item = present.get(address, (None, None))
            if loaded and item and not alike(former, words) and not alike(former, item.words):
                yield UsedId(address, former, until, commit, loaded.file.name, (*item.route, "id"))


def _came_and_went(side: CommitSides) -> tuple[dict[str, str], dict[str, str]]:
    """The words of the things with an id that a commit brought, and of those it took; of a merge beside each parent."""
    pairs = [tuple(_words(files) for files in pair) for pair in side.parents]
    came = [{key: words for key, words in new.items() if key not in old} for old, new in pairs]
    went = [{key: words for key, words in old.items() if key not in new} for old, new in pairs]
    return _in_all(came), _in_all(went)


def _in_all(found: Sequence[Mapping[str, str]]) -> dict[str, str]:
    return {key: words for key, words in found[0].items() if all(key in each for each in found)} if found else {}


def _words(files: Iterable[LoadedFile]) -> dict[str, str]:
    return {item.address: item.words for loaded in files for item in _items(loaded)}


def _items(loaded: LoadedFile) -> list[Item]:
    return named(loaded.record, loaded.file) if loaded.record else []


def _last_uses(
    root: Path, addresses: Collection[str], revision: str, year_end: YearEnd
) -> Iterator[tuple[str, tuple[str, Commit]]]:
    """Find what each address was for when a commit up to `revision` last took it away; nothing where none ever had it.

    Git looks for commits that changed how often an id stands in the files; only these are read.
    """
    ids = "|".join(sorted(re.escape(address.rpartition("/")[2]) for address in addresses))
    options = ("--topo-order", "--raw", "--no-abbrev", "--no-renames", "--no-color", "--no-ext-diff", "--no-textconv")
    log = git(root, "log", *options, "--pickaxe-regex", f"-S({ids})", LOG_FORMAT, "-z", revision, "--", *LOOKED_AT)
    left = set(addresses)
    for one in read_commit_files(log.decode("utf-8", "surrogateescape"), place(root).prefix):
        changes = [change for change in one.changes if change.name != SETTINGS and any(change.before)]
        held = {sha: data for sha, _, data in objects(root, (sha for change in changes for sha in change.before))}
        for change in changes if left else ():
            files = (load(data_file(change.name, held[sha]), year_end) for sha in change.before if sha)
            for address, words in _words(files).items():
                if address in left:
                    left.discard(address)
                    yield address, (words, one.commit)
