"""Finds what stands in a version of a file and could not be read: it has not gone, so nobody took it away."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from strategy_tracker.comparing.differences import Difference, whole
from strategy_tracker.files.load import LoadedFile
from strategy_tracker.files.parsing.parse import read_tree
from strategy_tracker.history.items.carry_over import entries
from strategy_tracker.history.items.versions import ItemPath, VersionStep
from strategy_tracker.model.measures.measure import Measures
from strategy_tracker.model.practice import Practice
from strategy_tracker.model.record import Record
from strategy_tracker.model.strategy import Strategy


class UnreadItem(NamedTuple):
    """A thing that was left out of a record for its faults: what it is, its words, and the priority it is in."""

    thing: str
    words: str
    priority: str


def unread(loaded: LoadedFile) -> dict[str, UnreadItem]:
    """List what was left out of a record for its faults, by address; nothing where the whole file was."""
    if not loaded.diagnostics or loaded.record is None:
        return {}
    tree = read_tree(loaded.data)
    known = set(_known(loaded.record))
    return {address: one for address, one in _stands(tree) if address not in known}


def may_stand(here: Iterable[LoadedFile], there: Iterable[LoadedFile]) -> frozenset[str]:
    """List what is known of one moment and may stand in another where that could not be read."""
    faulty = [loaded for loaded in here if loaded.diagnostics]
    written = {address for loaded in faulty for address in unread(loaded)}
    lost = [loaded.data.replace(b"\0", b"") for loaded in faulty if loaded.record is None]
    known = (address for loaded in there for address in _known(loaded.record)) if faulty else ()
    return frozenset(one for one in known if one in written or any(_may_hold(data, one) for data in lost))


def _may_hold(data: bytes, address: str) -> bool:
    """Say whether a file that could not be read may hold an item: one whose bytes are not known may hold any."""
    return not data or all(part.encode() in data for part in address.split("/"))


def _known(record: Record | None) -> Iterator[str]:
    if isinstance(record, Strategy):
        yield record.id
        for priority in record.priorities:
            yield f"{record.id}/{priority.id}"
            yield from (f"{record.id}/{action.id}" for action in priority.actions)
    elif isinstance(record, Measures):
        yield from (one.id for one in record.measures)
    elif isinstance(record, Practice):
        yield from (one.id for one in record.practice)


def _stands(tree: Mapping[str, Any]) -> Iterator[tuple[str, UnreadItem]]:
    """List everything in a file that has an id and a life, as it is written."""
    own = tree.get("id")
    yield str(own), UnreadItem("strategy", _words(tree), "")
    for priority in entries(tree, "priorities"):
        within = str(priority.get("id"))
        yield f"{own}/{within}", UnreadItem("priority", _words(priority), within)
        for action in entries(priority, "actions"):
            yield f"{own}/{action.get('id')}", UnreadItem("action", _words(action), within)
    for measure in entries(tree, "measures"):
        yield str(measure.get("id")), UnreadItem("measure", _words(measure), "")
    for example in entries(tree, "practice"):
        yield str(example.get("id")), UnreadItem("practice example", _words(example), "")


def _words(tree: Mapping[str, Any]) -> str:
    return str(tree.get("text") or tree.get("title") or tree.get("id"))


def may_still_hold(record: Record | None, loaded: LoadedFile, item: ItemPath) -> bool:
    """Say whether an item that is not in a record may stand in its file all the same."""
    return record is None and bool(loaded.diagnostics) and (loaded.record is None or item.address in unread(loaded))


def across_gaps(steps: Sequence[VersionStep], lost: Callable[[VersionStep], bool]) -> list[VersionStep]:
    """Join the steps, newest first, over versions that were lost: the next is a step from the last that could be read.

    A step that goes past a merge counts as one itself: it brings what the merge brought.
    """
    found: list[VersionStep] = []
    gaps: dict[bytes | None, VersionStep] = {}
    for made in reversed(steps):
        gap = gaps.get(made.before.data) if made.before else None
        step = made
        if gap:
            step = made._replace(parents=max(made.parents, gap.parents), before=gap.before, gap=made.before)
        if step.after and lost(step):
            gaps[step.after.data] = step
        found.append(step)
    return found[::-1]


def as_written(found: Iterable[Difference], before: LoadedFile, after: LoadedFile) -> Iterator[Difference]:
    """Keep of the differences of two records as come and gone only what came and went in their files as well."""
    old, new = unread(before), unread(after)
    stood, stands = set(_known(before.record)) | old.keys(), set(_known(after.record)) | new.keys()
    for one in found:
        still = (one.kind == "added" and one.item in stood) or (one.kind == "withdrawn" and one.item in stands)
        if not still:
            yield one
    yield from (whole(key, one.thing, "", one.words) for key, one in new.items() if key not in stood)
    yield from (whole(key, one.thing, one.words, "") for key, one in old.items() if key not in stands)
