"""Reads every version of the files that held one item: found by its id, cut down to it, each other part once."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from strategy_tracker.comparing.fields import FieldTexts, fields
from strategy_tracker.files.find import SETTINGS, DataFile
from strategy_tracker.files.load import LoadedFile, load
from strategy_tracker.files.read_settings import settings_of
from strategy_tracker.history.items.carry_over import carry_over
from strategy_tracker.history.items.cut import only_this_item, only_what_differs, reads_back
from strategy_tracker.history.repository.objects import Change, CommitFiles, data_file
from strategy_tracker.how_far import say_how_far
from strategy_tracker.model.commit import Commit
from strategy_tracker.model.dates.period import Period, YearEnd
from strategy_tracker.model.measures.measure import Measures
from strategy_tracker.model.measures.reading import Reading
from strategy_tracker.model.names.address import Thing
from strategy_tracker.model.record import Record
from strategy_tracker.model.settings import DEFAULTS, Settings
from strategy_tracker.model.strategy import Strategy

BlobReader = Callable[[Iterable[str]], Iterable[tuple[str, bytes]]]
"""Gives contents by their names, one by one, each with its name."""

THINGS: tuple[Thing, ...] = ("strategy", "priority", "action", "measure")
"""What has a life that can be told."""


class ItemPath(NamedTuple):
    """Where an item is found: its address, what it is, and a file it is in or was in."""

    address: str
    thing: str
    file: str

    @property
    def kind(self) -> str:
        """Name the folder of its files."""
        return "measures" if self.thing == "measure" else "strategies"

    @property
    def own(self) -> str:
        """Give its own id."""
        return self.address.rpartition("/")[2]

    @property
    def single(self) -> bool:
        """Say whether it can be cut out of its file."""
        return self.thing in ("action", "measure")


class VersionStep(NamedTuple):
    """What one commit did to the file that holds the item; None on a side where no file holds it.

    `gap` is what was there right before where that could not be read: `before` is then the last version that could.
    """

    commit: Commit
    parents: int
    before: DataFile | None
    after: DataFile | None
    gap: DataFile | None = None


_PARTS = frozenset({"priorities", "actions"})
"""Parts of a record that have lives of their own."""


class Versions:
    """The versions of one item. `hidden` are the periods whose figures are withheld now: they are withheld in all."""

    def __init__(self, item: ItemPath, read: BlobReader) -> None:
        self.item = item
        self.hidden: frozenset[Period] = frozenset()
        self._read = read
        self._loaded: dict[tuple[bytes, YearEnd], LoadedFile] = {}
        self._small: dict[str, DataFile | None] = {}
        self._parts: dict[bytes, bool] = {}
        self._ids = [one.encode() for one in sorted({item.own, item.address.partition("/")[0]})]

    # where it was

    def paths(self, commits: Sequence[CommitFiles]) -> set[str]:
        """Find the files that ever held the item: where it comes or goes, all files of that commit are looked at."""
        known: set[str] = {self.item.file}
        looked: set[str] = set()
        while new := known - looked:
            looked |= new
            self._fetch(sha for one in commits for change in one.changes if change.name in new for sha in _shas(change))
            for one in commits:
                if any(change.name in new and self._flips(change) for change in one.changes):
                    known |= self._others(one)
        return known

    def _flips(self, change: Change) -> bool:
        return any(self._holds(sha) != self._holds(change.after) for sha in change.before)

    def _others(self, one: CommitFiles) -> set[str]:
        others = [change for change in one.changes if change.name.startswith(f"{self.item.kind}/")]
        if not any(sha for change in others for sha in change.before):
            return set()  # all of it is new, so it came from nowhere
        self._fetch(sha for change in others for sha in _shas(change))
        return {change.name for change in others if any(map(self._holds, _shas(change)))}

    def _fetch(self, shas: Iterable[str]) -> None:
        wanted = [sha for sha in dict.fromkeys(shas) if sha and sha not in self._small]
        for done, (sha, data) in enumerate(self._read(wanted)):
            say_how_far("reading earlier versions", done, len(wanted))
            self._small[sha] = self._less(data)
        say_how_far("reading earlier versions", len(wanted), len(wanted))

    def _less(self, data: bytes) -> DataFile | None:
        """Cut a version down to the item where that can be done; None where it does not hold the item."""
        letters = data.replace(b"\0", b"")  # of a file that was saved as UTF-16
        if not all(one in letters for one in self._ids):
            return None
        whole = data_file(self.item.file, data)
        part = only_this_item(whole, self.item.own) if self.item.single else None
        return part if part and self._sound(part, whole) else whole

    def _sound(self, part: DataFile, whole: DataFile) -> bool:
        """Say whether a part may be read in place of its file: asked once for all versions that share it."""
        data = part.data or b""
        if data not in self._parts:
            self._parts[data] = reads_back(self.load(part, DEFAULTS), lambda: self.load(whole, DEFAULTS))
        return self._parts[data]

    def _holds(self, sha: str) -> bool:
        return self._small.get(sha) is not None

    def steps(self, commits: Iterable[CommitFiles], paths: set[str]) -> list[VersionStep]:
        """List the commits that touched the item's file, newest first; a merge that took one parent's did not."""
        found = []
        for one in commits:
            changes = [change for change in one.changes if change.name in paths]
            after = self._file((change.name, change.after) for change in changes)
            count = max((len(change.before) for change in changes), default=0)
            before = [self._file((change.name, change.before[n]) for change in changes) for n in range(count)]
            if (after or any(before)) and not any(self.same(each, after) for each in before):
                found.append(VersionStep(one.commit, one.parents, next(filter(None, before), None), after))
        return found

    def _file(self, named: Iterable[tuple[str, str]]) -> DataFile | None:
        """Find the one of some files that holds the item, cut down to it where that can be done."""
        files = [file._replace(name=name) for name, sha in named if (file := self._small.get(sha))]
        if len(files) < 2:
            return files[0] if files else None
        faulty = (file for file in files if self.load(file, DEFAULTS).diagnostics)
        return next((file for file in files if self.record(file, DEFAULTS) is not None), next(faulty, None))

    @staticmethod
    def same(one: DataFile | None, two: DataFile | None) -> bool:
        """Say whether two versions have the same text."""
        return one is not None and two is not None and one.data == two.data

    # what it was

    def pair(self, step: VersionStep) -> tuple[DataFile | None, DataFile | None]:
        """Give the two sides of a step, without what they share."""
        if self.item.single or step.before is None or step.after is None:
            return step.before, step.after
        (before,), (after,) = only_what_differs([step.before], [step.after])
        sound = self._sound(before, step.before) and self._sound(after, step.after)
        return (before, after) if sound else (step.before, step.after)

    def load(self, file: DataFile, settings: Settings) -> LoadedFile:
        """Read a version; figures that are withheld now are withheld in it."""
        key = (file.data or b"", settings.year_end)
        if key not in self._loaded:
            loaded = load(file, settings.year_end)
            self._loaded[key] = loaded._replace(record=self._withheld(loaded.record))
        return self._loaded[key]

    def record(self, file: DataFile | None, settings: Settings) -> Record | None:
        """Find the item itself in a version; None where it is not there."""
        whole = self.load(file, settings).record if file else None
        if isinstance(whole, Measures):
            return next((one for one in whole.measures if one.id == self.item.own), None)
        if not isinstance(whole, Strategy) or whole.id != self.item.address.partition("/")[0]:
            return None
        if self.item.thing == "strategy":
            return whole
        if self.item.thing == "priority":
            return next((one for one in whole.priorities if one.id == self.item.own), None)
        return next((one for p in whole.priorities for one in p.actions if one.id == self.item.own), None)

    def fields(self, file: DataFile | None, settings: Settings) -> dict[str, FieldTexts]:
        """List the fields of the item in a version, with the priority of an action; nothing where it is not there."""
        record = self.record(file, settings)
        if file is None or record is None:
            return {}
        found = fields(record, _PARTS)
        whole = self.load(file, settings).record
        if isinstance(whole, Strategy) and self.item.thing == "action":
            found["priority"] = tuple(p.id for p in whole.priorities if any(a is record for a in p.actions))
        return found

    def withhold(self, steps: Iterable[VersionStep]) -> int:
        """Withhold in all versions what the last word on a period withholds, and count these periods."""
        told: dict[Period, bool] = {}
        for step in steps if self.item.thing == "measure" else ():
            for file in (step.after, step.before):
                record = self.record(file, DEFAULTS)
                for period, reading in getattr(record, "readings", {}).items():
                    told.setdefault(period, reading.symbol == "c")
        self.hidden = frozenset(period for period, suppressed in told.items() if suppressed)
        if self.hidden:
            self._loaded.clear()
        return len(self.hidden)

    def _withheld(self, record: Record | None) -> Record | None:
        if not self.hidden or not isinstance(record, Measures):
            return record
        measures = []
        for one in record.measures:
            hides = self.hidden & set(one.readings) if one.id == self.item.own else ()
            readings = one.readings | {period: Reading(symbol="c") for period in hides}
            measures.append(one.model_copy(update={"readings": readings}))
        return record.model_copy(update={"measures": tuple(measures)})

    def carry(self, step: VersionStep, was: Settings, now: Settings) -> None:
        """Let entries of an action or a measure stand as they were before a step that left them unreadable."""
        if step.after and self.item.single:
            loaded = self.load(step.after, now)
            if loaded.diagnostics:
                kept = carry_over(loaded, self.record(step.before, was))
                self._loaded[loaded.data, now.year_end] = loaded._replace(record=kept)

    # how it was judged

    def settings(self, commits: Sequence[CommitFiles]) -> dict[str, tuple[Settings, Settings]]:
        """Read for each commit the settings before it and after it, as the order of the commits gives them."""
        changes = [change for one in commits for change in one.changes if change.name == SETTINGS]
        held = dict(self._read([*dict.fromkeys(sha for change in changes for sha in _shas(change))]))
        found: dict[str, tuple[Settings, Settings]] = {}
        now = DEFAULTS
        for one in reversed(commits):
            was = now
            for change in one.changes:
                if change.name == SETTINGS:
                    data = held.get(change.after)
                    now = DEFAULTS if data is None else settings_of(data_file(SETTINGS, data))[0]
            found[one.commit.sha] = was, now
        return found


def _shas(change: Change) -> Iterator[str]:
    return (sha for sha in (*change.before, change.after) if sha)
