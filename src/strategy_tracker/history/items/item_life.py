"""Tells the life of one item from the commits that changed its files, and from the days that moved its colour."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from strategy_tracker.checks.sound import errors_in
from strategy_tracker.comparing.compare import compare
from strategy_tracker.comparing.differences import Difference, MomentSide, placed
from strategy_tracker.comparing.fields import FieldTexts
from strategy_tracker.comparing.life_events import (
    FieldOrigin,
    Life,
    LifeEvent,
    LifeEventKind,
    days_that_passed,
    event,
    merged,
    slippage,
    without_echoes,
)
from strategy_tracker.files.find import DataFile
from strategy_tracker.files.load import LoadedFile
from strategy_tracker.history.items.two_moments import JUDGED_BY, side_of
from strategy_tracker.history.items.unreadable import across_gaps, as_written, may_still_hold, unread
from strategy_tracker.history.items.versions import BlobReader, ItemPath, Versions, VersionStep
from strategy_tracker.history.repository.objects import CommitFiles
from strategy_tracker.judging.standing.rating import Rating
from strategy_tracker.model.action import Action
from strategy_tracker.model.commit import Commit
from strategy_tracker.model.record import Record
from strategy_tracker.model.settings import DEFAULTS, Settings

Commits = Sequence[CommitFiles]
SettingsByCommit = Mapping[str, tuple[Settings, Settings]]
"""For each commit by its name, the settings before it and after it."""
_NOTHING = MomentSide({}, {}, {}, {})


def tell(
    item: ItemPath, commits: Commits, main: Commits, read: BlobReader, today: date, *, shallow: bool = False
) -> Life:
    """Tell the life of an item up to `today`, from all commits and from those of the main line, both newest first.

    What was committed later is not told, but a figure that it withholds is withheld.
    """
    versions = Versions(item, read)
    paths = versions.paths(commits)
    steps = versions.steps(commits, paths)
    hidden = versions.withhold(steps)
    judged_by = versions.settings(commits)
    main_steps = steps if main is commits else versions.steps(main, paths)
    steps, main_steps = ([step for step in each if step.commit.day <= today] for each in (steps, main_steps))
    steps, main_steps = (
        across_gaps(each, lambda step: _lost(versions, step, judged_by)) for each in (steps, main_steps)
    )
    for step in reversed(steps):
        versions.carry(step, *_settings(judged_by, step.commit))
    last = _last(versions, main_steps or steps, judged_by)
    present = versions.record(last.file, last.settings)
    told = [one for step in steps for one in _step(versions, step, judged_by, shallow=shallow)]
    told = list(without_echoes(told, {step.commit.sha for step in steps if step.parents > 1}))
    events = tuple(merged(told, _passed(versions, main_steps, main, judged_by, today)))
    slipped = slippage(present, told) if isinstance(present, Action) else None
    withheld = (f"{hidden} figures are withheld now, so they are withheld here all along",) if hidden else ()
    notes = (*withheld, *((_LOST,) if last.lost else ()))
    words = _words(present) or next((one.before for one in told if one.kind == "withdrawn"), "")
    written = _written(versions, steps, versions.fields(last.file, last.settings), judged_by)
    return Life(item.address, item.thing, words, events, written, slipped, notes)


class _LastVersion(NamedTuple):
    """The last version that could be read, its settings, and whether a later one could not."""

    file: DataFile | None
    settings: Settings
    lost: bool


def _last(versions: Versions, steps: Sequence[VersionStep], judged_by: SettingsByCommit) -> _LastVersion:
    if not steps:
        return _LastVersion(None, DEFAULTS, lost=False)
    lost = _lost(versions, steps[0], judged_by)
    return _LastVersion(steps[0].before if lost else steps[0].after, _settings(judged_by, steps[0].commit)[1], lost)


_LOST = "it cannot be read now: what is told of it is the last version that could be"


def _lost(versions: Versions, step: VersionStep, judged_by: SettingsByCommit) -> bool:
    """Say whether the item may stand in the file that a step made, and could not be read."""
    settings = _settings(judged_by, step.commit)[1]
    if step.after is None:
        return False
    return may_still_hold(versions.record(step.after, settings), versions.load(step.after, settings), versions.item)


def _settings(judged_by: SettingsByCommit, commit: Commit) -> tuple[Settings, Settings]:
    return judged_by.get(commit.sha, (DEFAULTS, DEFAULTS))


def _words(record: Record | None) -> str:
    return getattr(record, "text", "") or getattr(record, "title", "")


# what commits did


def _step(versions: Versions, step: VersionStep, judged_by: SettingsByCommit, *, shallow: bool) -> Iterator[LifeEvent]:
    """Tell what one commit changed; both sides are judged on its day, so that it is not blamed for passing time."""
    was, now = _settings(judged_by, step.commit)
    before, after = versions.pair(step)
    one, two = versions.record(before, was), versions.record(after, now)
    yield from _problems(versions, step, after, now)
    if _lost(versions, step, judged_by):
        return
    old, new = (_side(versions, file, settings, step.commit.day) for file, settings in ((before, was), (after, now)))
    if one is None or two is None:
        if one is not two:
            yield _came_or_went(versions.item, step, one, two, new, _began(step, shallow=shallow))
        return
    alike = all(getattr(was, key) == getattr(now, key) for key in JUDGED_BY)
    between = None if alike else _side(versions, before, now, step.commit.day)
    found: Iterable[Difference] = compare(old._replace(settings=new.settings), new, between)
    inside = {(key, one.priority.id) for side in (old, new) for key, one in placed(side).items()}
    if not versions.item.single and before and after:
        sides = versions.load(before, was), versions.load(after, now)
        found = as_written(found, *sides)
        inside |= {(key, one.priority) for side in sides for key, one in unread(side).items()}
    yield from (event(each, step.commit) for each in found if _concerns(versions.item, each, inside))


def _began(step: VersionStep, *, shallow: bool) -> str:
    """Say why an item is new although nobody may have added it just then."""
    if step.gap:
        return "no version before this one could be read"
    return "" if step.parents else "was there when this clone begins" if shallow else "in the first commit"


def _side(versions: Versions, file: DataFile | None, settings: Settings, day: date) -> MomentSide:
    return side_of([versions.load(file, settings)], settings, day) if file else _NOTHING


def _concerns(item: ItemPath, found: Difference, inside: Container[tuple[str, str]]) -> bool:
    """Say whether a difference is of the item's life: its own, or of what came to it, left it or was moved in it."""
    if found.item == item.address or item.single or found.kind not in ("added", "withdrawn", "moved"):
        return found.item == item.address
    return item.thing == "strategy" or (found.item, item.own) in inside


def _came_or_went(
    item: ItemPath, step: VersionStep, one: Record | None, two: Record | None, new: MomentSide, began: str
) -> LifeEvent:
    rating = _rating(new, item)
    why = f"{rating.word}: {rating.reason}" if rating else ""
    why = "; ".join(part for part in (began, why) if part)
    kind: LifeEventKind = "withdrawn" if two is None else "added"
    return LifeEvent(step.commit.day, kind, item.address, _words(one), _words(two), why, step.commit)


def _rating(judged: MomentSide, item: ItemPath) -> Rating | None:
    stood = judged.actions_stood.get(item.address) or judged.measures_stood.get(item.address)
    return stood.rating if stood else None


def _problems(versions: Versions, step: VersionStep, after: DataFile | None, settings: Settings) -> Iterator[LifeEvent]:
    """Tell what could not be read of a version, unless the version before had the same faults."""
    if after is None:
        return
    loaded, right_before = versions.load(after, settings), step.gap or step.before
    before = versions.load(right_before, settings) if right_before else None
    yield from _errors(versions, step, loaded, before, settings)
    found, former = loaded.diagnostics, before.diagnostics if before else ()
    if found and {one.message for one in found} != {one.message for one in former}:
        more = f", and {len(found) - 1} more" if len(found) > 1 else ""
        text = f"{after.name}: {found[0].message} [{found[0].code}]{more}"
        yield LifeEvent(step.commit.day, "problem", versions.item.address, "", text, "could not be read", step.commit)


def _errors(
    versions: Versions, step: VersionStep, after: LoadedFile, before: LoadedFile | None, settings: Settings
) -> Iterator[LifeEvent]:
    """Tell what a version says of the item that is an error, unless the version before said the same."""
    if not versions.item.single:
        return
    day, own = step.commit.day, f"'{versions.item.own}'"
    known = {one.message for one in errors_in(before, settings, day)} if before else set()
    for one in errors_in(after, settings, day):
        if one.message not in known and (versions.item.kind != "measures" or own in one.message):
            text = f"{after.file.name}: {one.message} [{one.code}]"
            yield LifeEvent(day, "error", versions.item.address, "", text, "told as it stands", step.commit)


# what time did


def _passed(
    versions: Versions, steps: Sequence[VersionStep], main: Commits, judged_by: SettingsByCommit, today: date
) -> list[LifeEvent]:
    """Find the colours that moved between the commits of the main line, since a day passed; newest first."""
    if not versions.item.single:
        return []
    at = {step.commit.sha: step for step in steps}
    found: list[LifeEvent] = []
    file: DataFile | None = None
    since, settings = date.min, DEFAULTS
    for one in reversed([one for one in main if one.commit.day <= today]):
        was, now = _settings(judged_by, one.commit)
        step = at.get(one.commit.sha)
        if step is None and was == now:
            continue
        found += _between(versions, file, settings, since, one.commit.day)
        if step is None and file is not None:
            found += _by_settings(versions, file, one.commit, judged_by)
        file = step.after if step and not _lost(versions, step, judged_by) else file
        since, settings = one.commit.day, now
    found += _between(versions, file, settings, since, today)
    return found[::-1]


def _by_settings(
    versions: Versions, file: DataFile, commit: Commit, judged_by: SettingsByCommit
) -> Iterator[LifeEvent]:
    """Find the colour of an item that a commit moved by other settings alone."""
    was, now = _settings(judged_by, commit)
    if was != now:
        old, new = (_side(versions, file, settings, commit.day) for settings in (was, now))
        found = compare(old._replace(settings=now), new, new)
        yield from (event(each, commit) for each in found if each.item == versions.item.address)


def _between(
    versions: Versions, file: DataFile | None, settings: Settings, first: date, last: date
) -> Iterator[LifeEvent]:
    if file is None or first >= last or versions.record(file, settings) is None:
        return iter(())

    def rate(day: date) -> Rating:
        rating = _rating(_side(versions, file, settings, day), versions.item)
        assert rating is not None
        return rating

    return days_that_passed(versions.item.address, rate, first, last)


# who wrote it


def _written(
    versions: Versions, steps: Sequence[VersionStep], now: Mapping[str, FieldTexts], judged_by: SettingsByCommit
) -> tuple[FieldOrigin, ...]:
    """Find, for each field that is set now, the last commit that made it what it is."""
    found: dict[str, Commit] = {}
    for step in steps:
        if _lost(versions, step, judged_by):
            continue
        was, then = _settings(judged_by, step.commit)
        before, after = versions.pair(step)
        one, two = versions.fields(before, was), versions.fields(after, then)
        for key in now.keys() - found.keys():
            if two.get(key) != one.get(key) and sorted(two.get(key, ())) == sorted(now[key]):
                found[key] = step.commit
    return tuple(FieldOrigin(key, "; ".join(texts), found.get(key)) for key, texts in now.items())
