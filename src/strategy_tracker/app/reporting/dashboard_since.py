"""What changed since an earlier moment, one strategy at a time, so that two portfolios are never in memory at once."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from strategy_tracker.app.moment import Moment
from strategy_tracker.app.reporting.earlier import Earlier, changes_since, lacking
from strategy_tracker.briefing.edition import Edition
from strategy_tracker.briefing.material import ChangesSince
from strategy_tracker.diagnostics import Diagnostic
from strategy_tracker.files.find import SETTINGS
from strategy_tracker.files.load import LoadedFile
from strategy_tracker.history.items.two_moments import two_moments
from strategy_tracker.history.repository.git import NoGit, contents
from strategy_tracker.history.repository.objects import Blob
from strategy_tracker.history.repository.past_portfolio import Whereabouts, portfolio_of
from strategy_tracker.judging.standing.of_portfolio import Standing
from strategy_tracker.model.commit import Commit

_OWN = re.compile(rb"^id: *[\"']?([a-z0-9-]+)", re.MULTILINE)
_ANY = re.compile(rb"\bid[\"']? *: *[\"']?([a-z0-9-]+)")
_BATCH = 20


class EarlierFiles(NamedTuple):
    """An earlier moment and its files; none where there is no such moment.

    `holding` names those of them in which a strategy or a measure may stand, by its id.
    """

    moment: Earlier
    blobs: Mapping[str, Blob] = {}
    holding: Mapping[tuple[str, str], tuple[str, ...]] = {}


def files_then(then: Earlier, root: Path, since: date | str) -> EarlierFiles:
    """The files of an earlier moment; where its commit has none, why there is no such moment.

    Raises `Problem` where that commit was asked for by its name, as `since` has it.
    """
    if then.commit is None:
        return EarlierFiles(then)
    try:
        return EarlierFiles(then, *_files(root, then.commit))
    except NoGit as error:
        return EarlierFiles(lacking(error, since))


def _files(root: Path, commit: Commit) -> tuple[dict[str, Blob], dict[tuple[str, str], tuple[str, ...]]]:
    """The files of a commit, and which of them may hold what. A few contents are in memory at a time."""
    found = Whereabouts(root).files(commit)
    holding: dict[tuple[str, str], list[str]] = {}
    for start in range(0, len(found), _BATCH):
        batch = found[start : start + _BATCH]
        held = contents(root, (blob.sha for blob in batch))
        for blob in batch:
            kind = blob.name.partition("/")[0]
            for name in _ids_in(kind, held.get(blob.sha, b"")):
                holding.setdefault((kind, name), []).append(blob.name)
    return {blob.name: blob for blob in found}, {key: tuple(names) for key, names in holding.items()}


def _ids_in(kind: str, data: bytes) -> set[str]:
    """What may be the id of a strategy or a measure in a file: some are none, but none that is one is left out."""
    own = _OWN.findall(data) if kind == "strategies" else []
    return {name.decode() for name in own or _ANY.findall(data)}


def since_then(
    then: EarlierFiles,
    moment: Moment,
    standing: Standing,
    loaded: Sequence[LoadedFile],
    measures: Sequence[str],
    edition: Edition,
) -> tuple[ChangesSince, tuple[Diagnostic, ...]]:
    """What changed of the one strategy in a standing and of the `measures` it names, which stand in files `loaded` now.

    With it comes what could not be read. Everything is judged at both moments: time alone moves colours. `edition` has
    the due dates that git knows of and the record does not; the public is told facts and no former words.
    """
    earlier, (found, today) = then.moment, moment
    if earlier.commit is None:
        return ChangesSince(earlier.words, lacking=earlier.lacking), ()
    wanted = {*then.holding.get(("strategies", standing.strategies[0].id), ()), SETTINGS}
    wanted.update(file for name in measures for file in then.holding.get(("measures", name), ()))
    wanted.update(name for name in then.blobs if name.startswith("comparators/"))
    blobs = [then.blobs[name] for name in sorted(wanted) if name in then.blobs]
    before = portfolio_of(found.root, earlier.commit, blobs, contents(found.root, (blob.sha for blob in blobs)))
    after = found.with_files((*(one.file for one in loaded), *found.of_kind("comparators")))
    both = two_moments(before, after, earlier.on, today, everything=True, edition=edition, loaded=loaded)
    since = changes_since(earlier, both, standing)
    if edition.public:
        from strategy_tracker.publishing.public_record import public_changes

        since = since._replace(changes=public_changes(since.changes), questions=())
    return since, both.wrong
