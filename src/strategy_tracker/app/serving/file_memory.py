"""Remembers what was read and judged of each file, by its content: what did not change is not read again."""

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple, TypeVar

from strategy_tracker.app.kept_answers import entry_key
from strategy_tracker.diagnostics import Diagnostic
from strategy_tracker.files.find import DataFile
from strategy_tracker.files.load import LoadedFile, content
from strategy_tracker.files.parsing.check_text import Unreadable
from strategy_tracker.files.portfolio import Portfolio
from strategy_tracker.how_far import one_by_one
from strategy_tracker.model.record import Record

T = TypeVar("T")


class _Kept(NamedTuple):
    """What was made of a file that had this key: the one under which commands keep it on disk."""

    key: str
    loaded: LoadedFile
    made: Any


class FileMemory:
    """What was made of each file in one context, such as a day and the settings; another context begins anew."""

    def __init__(self) -> None:
        self._context: object = None
        self._kept: dict[str, _Kept] = {}

    def within(self, context: object) -> None:
        """Forget everything where something else decides how files are read and judged now."""
        if context != self._context:
            self._context, self._kept = context, {}

    def each(
        self,
        portfolio: Portfolio,
        files: Iterable[DataFile],
        keep: Callable[[Record, LoadedFile], T],
        read: Callable[[DataFile], LoadedFile],
    ) -> tuple[list[T], list[Diagnostic]]:
        """What `keep` makes of each file, and what could not be read, as `each_loaded` gives it."""
        made, found = list[T](), list[Diagnostic]()
        for file in one_by_one(tuple(files), "reading files"):
            one = self._of(file, keep, read)
            made += [one.made] if one.made is not None else []
            found += [each._replace(source="", known=portfolio.known) for each in one.loaded.diagnostics]
        return made, found

    def records(self, files: Iterable[DataFile]) -> dict[str, Record]:
        """What each of these files holds, by its name, as far as it was read."""
        kept = {file.name: self._kept[file.name].loaded.record for file in files if file.name in self._kept}
        return {name: record for name, record in kept.items() if record is not None}

    def _of(self, file: DataFile, keep: Callable[[Record, LoadedFile], T], read: Callable[..., LoadedFile]) -> _Kept:
        try:
            data = content(file)
        except Unreadable:
            return _Kept("", read(file), None)
        key = entry_key(file, data)
        kept = self._kept.get(file.name)
        if kept is None or kept.key != key:
            loaded = read(file._replace(data=data))  # the bytes whose key it is, whatever the disk holds by now
            kept = _Kept(key, loaded, keep(loaded.record, loaded) if loaded.record is not None else None)
            self._kept[file.name] = kept
        return kept
