"""Reads one data file: what could be made of it, and every fault with its place. A mistake in it never raises."""

from collections.abc import Iterable
from importlib import import_module
from typing import Any, NamedTuple

from pydantic import ValidationError

from strategy_tracker.diagnostics import LISTED, Diagnostic, Route, first_of_each
from strategy_tracker.files.content import content
from strategy_tracker.files.find import TABLE, DataFile, FileKind
from strategy_tracker.files.parsing.check_text import Unreadable
from strategy_tracker.files.parsing.parse import Tree, YamlDocument, read_document, read_tree
from strategy_tracker.files.parsing.positions import place
from strategy_tracker.model.dates.period import YearEnd
from strategy_tracker.model.left_out import NOTHING, LeftOut
from strategy_tracker.model.record import Record
from strategy_tracker.model.settings import DEFAULTS

__all__ = ["LoadedFile", "content", "load", "load_bytes", "part", "record_of", "without"]


class LoadedFile(NamedTuple):
    """A file after reading: `record` is None where nothing could be made of it.

    `whole` is false where faulty parts were left out; the routes of such a record are not those of the file, but those
    of what is left, which is the `tree`.
    """

    file: DataFile
    record: Record | None
    data: bytes
    diagnostics: tuple[Diagnostic, ...] = ()
    tree: Tree | None = None

    @property
    def whole(self) -> bool:
        """Whether the record is all that stands in the file."""
        return self.record is not None and not self.diagnostics

    @property
    def left_out(self) -> LeftOut:
        """How much of the file is not in its record."""
        if self.record is None or self.whole or self.tree is None:
            return NOTHING
        from strategy_tracker.files.left_out import left_out

        return left_out(read_tree(self.data), self.tree)


_MODELS: dict[FileKind, tuple[str, str]] = {
    "strategies": ("strategy", "Strategy"),
    "measures": ("measures.measure", "Measures"),
    "practice": ("practice", "Practice"),
    "published": ("publication", "Publication"),
    "comparators": ("comparators", "Comparators"),
    "imports": ("import_map", "ImportMap"),
    "settings": ("settings", "Settings"),
}
"""Where the model of each kind of file is, and its name."""


def record_of(kind: FileKind) -> type[Record]:
    """Give the model of a kind of file; only the models a command needs are imported."""
    module, name = _MODELS[kind]
    found: type[Record] = getattr(import_module(f"strategy_tracker.model.{module}"), name)
    return found


def load(file: DataFile, year_end: YearEnd, most: int = LISTED) -> LoadedFile:
    """Read one file, from disk or as an earlier moment holds it.

    `year_end` is the day that closes the financial year; `most` faults of one kind are told one by one.
    """
    try:
        data = content(file)
    except Unreadable as error:
        return LoadedFile(file, None, b"", (error.diagnostic()._replace(file=file.name, position=None),))
    return load_bytes(file, data, year_end, most)


def load_bytes(file: DataFile, data: bytes, year_end: YearEnd, most: int = LISTED) -> LoadedFile:
    """Read one file whose bytes are at hand: from disk, from git, or typed in a test."""
    told: list[Diagnostic] = []
    try:
        if file.name.lower().endswith(TABLE):
            from strategy_tracker.files.parsing.csv_table import read_table

            table = read_table(data)
            found, told = YamlDocument(table.tree, []), table.wrong
        else:
            found = read_document(data)
    except Unreadable as error:
        if error.code == "empty-file" and file.kind == "settings":  # everything has a default
            return LoadedFile(file, DEFAULTS, data)
        return LoadedFile(file, None, data, tuple(place([error.diagnostic()], data, file.name)))
    record = record_of(file.kind)
    context = {"year_end": year_end}
    wrong = told + (_gaps(found, data, record, context) if found.gaps else [])
    cut = {item.route for item in wrong}
    try:
        made = record.model_validate(found.tree, context=context)
    except ValidationError as error:
        from strategy_tracker.files.parsing.model_help import faults

        errors = error.errors(include_url=False)
        wrong += faults(errors, record, most)
        cut.update(item["loc"] for item in errors)
    if not wrong:
        return LoadedFile(file, made, data)
    left, tree = _rest(record, found.tree, {part(route) for route in cut}, context)
    return LoadedFile(file, left, data, tuple(place(first_of_each(wrong, most), data, file.name)), tree)


def without(loaded: LoadedFile, routes: Iterable[Route], year_end: YearEnd) -> LoadedFile:
    """Leave out what stands at some routes of a file's record as well, and what cannot be without it."""
    tree = read_tree(loaded.data) if loaded.tree is None else loaded.tree
    record, tree = _rest(record_of(loaded.file.kind), tree, set(routes), {"year_end": year_end})
    return loaded._replace(record=record, tree=tree)


def _gaps(found: YamlDocument, data: bytes, record: type[Record], context: dict[str, Any]) -> list[Diagnostic]:
    from strategy_tracker.files.parsing.model_help import refused_gaps

    return list(refused_gaps(found, data, record, context))


def _routes(error: ValidationError) -> set[Route]:
    return {item["loc"] for item in error.errors(include_url=False, include_input=False, include_context=False)}


def _rest(record: type[Record], tree: Tree, cut: set[Route], context: dict[str, Any]) -> tuple[Record | None, Tree]:
    """The record and the tree without some parts, and without what is faulty in what is left; None where nothing is."""
    for _ in range(3):  # what is left may lack something in turn, such as an update without its day
        kept = _without(tree, cut, ())
        try:
            return record.model_validate(kept, context=context), kept
        except ValidationError as error:
            if kept == tree:
                return None, kept
            tree, cut = kept, {part(route) for route in _routes(error)}
    return None, tree


_ENTRIES = frozenset({"by", "readings", "targets", "profile", "figures", "severity", "wording", "colours"})


def part(route: Route) -> Route:
    """Find the smallest list item or entry around what stands at a route: it goes where that is faulty."""
    for length in range(len(route), 0, -1):
        if isinstance(route[length - 1], int) or (length > 1 and route[length - 2] in _ENTRIES):
            return route[:length]
    return route[:1]


def _without(tree: Any, cut: set[Route], route: Route) -> Any:
    if isinstance(tree, dict):
        return {key: _without(value, cut, (*route, key)) for key, value in tree.items() if (*route, key) not in cut}
    if isinstance(tree, tuple):
        return tuple(_without(item, cut, (*route, n)) for n, item in enumerate(tree) if (*route, n) not in cut)
    return tree
