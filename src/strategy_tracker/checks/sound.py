"""Leaves out what the checks call an error, so that no reader is told a figure that nobody can trust."""

from collections.abc import Iterator
from datetime import date

from strategy_tracker.checks.every_check import CHECKS_FOR_ERRORS
from strategy_tracker.checks.grade import grade
from strategy_tracker.diagnostics import CODES, Diagnostic, Route
from strategy_tracker.files.find import DataFile
from strategy_tracker.files.left_out import torn
from strategy_tracker.files.load import LoadedFile, load, part, without
from strategy_tracker.files.parsing.allow_comments import MARK, heed
from strategy_tracker.files.parsing.parse import read_tree
from strategy_tracker.files.parsing.positions import place
from strategy_tracker.model.record import Record
from strategy_tracker.model.settings import Settings

_ROUNDS = 5


def load_sound(file: DataFile, settings: Settings, today: date) -> LoadedFile:
    """Read one file without what the checks call an error, which is told beside what could not be read."""
    return sound(load(file, settings.year_end), settings, today)


def sound(loaded: LoadedFile, settings: Settings, today: date) -> LoadedFile:
    """The file without the parts that have an error; where a part is needed by what is left, that goes as well.

    An action or a body goes whole: without a part of it, it would tell of a silence that is none.
    The settings and the comments of the file may say that something is no error.
    """
    told: list[Diagnostic] = []
    for _ in range(_ROUNDS):  # what is left may name in turn what is gone
        if loaded.record is None:
            break
        found = list(_errors(loaded.file, loaded.record, today, settings))
        if loaded.whole and not told and found:
            found = place(found, loaded.data, loaded.file.name)
            if MARK in loaded.data:
                found = [one for one in heed(found, loaded.data, loaded.file.name, CODES) if one in found]
        if not found:
            break
        told += [one._replace(file=loaded.file.name, severity="error") for one in found]
        loaded = without(loaded, [_part(one) for one in found], settings.year_end)
    loaded = loaded._replace(diagnostics=(*loaded.diagnostics, *told)) if told else loaded
    if (
        loaded.whole or loaded.tree is None or loaded.file.kind in ("comparators", "imports")
    ):  # they hold no things that may be torn
        return loaded
    gone = list(torn(read_tree(loaded.data), loaded.tree))
    return without(loaded, gone, settings.year_end) if gone else loaded


_BETWEEN = ("unknown-reference", "duplicate-id")
"""Errors of a name beside others: of a part of a file nobody can say whether the rest has them."""


def errors_in(loaded: LoadedFile, settings: Settings, today: date) -> list[Diagnostic]:
    """List what the checks call an error in a file, or a part of one, that could be read whole."""
    if not loaded.whole or loaded.record is None or MARK in loaded.data:
        return []
    found = _errors(loaded.file, loaded.record, today, settings)
    return [one._replace(file=loaded.file.name, severity="error") for one in found if one.code not in _BETWEEN]


def _part(found: Diagnostic) -> Route:
    """What has to go: a name that leads nowhere or a day alone, otherwise the figure, item or entry around it."""
    alone = found.code in ("unknown-reference", "dates-out-of-order") and found.route[:1] != ("measures",)
    return found.route if alone else part(found.route)


def _errors(file: DataFile, record: Record, today: date, settings: Settings) -> Iterator[Diagnostic]:
    for check in CHECKS_FOR_ERRORS.get(file.kind, ()):
        for found in check(record, today, settings):
            graded = grade(found, settings.severity) if CODES[found.code].severity == "error" else None
            if graded and graded.severity == "error":
                yield found
