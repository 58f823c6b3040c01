"""A change of the files before it is made: the lines, what the checks would newly find, the colour before and after.

A proposal is made from what the files hold at that moment, without the lock; `app/writing/commit.py` writes it, and
plans it once more where they hold something else by then. Each use case that writes (update, record, move, add, fix)
makes one.
"""

import hashlib
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import NamedTuple

from strategy_tracker.checks.grade import new_findings
from strategy_tracker.diagnostics import Diagnostic
from strategy_tracker.editing.changes import CannotEdit, Change, Unseen
from strategy_tracker.editing.splicing.edit import Edit, diff, edit_all
from strategy_tracker.files.find import SETTINGS, DataFile, FileKind, outside
from strategy_tracker.files.load import LoadedFile, load, load_bytes
from strategy_tracker.files.portfolio import Portfolio
from strategy_tracker.judging.meetings.reviews import phase_of
from strategy_tracker.judging.standing.of_actions import ActionStanding
from strategy_tracker.judging.standing.of_measures import MeasureStanding
from strategy_tracker.model.names.address import Item
from strategy_tracker.model.record import Record
from strategy_tracker.model.settings import Settings
from strategy_tracker.model.strategy import Strategy
from strategy_tracker.problem import Problem


class Note(NamedTuple):
    """A sentence for the person who writes, and one thing to do about it where there is any."""

    message: str
    next_step: str = ""


class ProposedFile(NamedTuple):
    """A file as it would be, read again and checked; `line` of its edit is the first one of the last change.

    `findings` is what the checks would say of it that they do not say now, `changes` how many things are mended in it.
    A new file has no record before, and an empty `edit.before`; what has faults, as a file that is mended may have, has
    none at all.
    """

    file: DataFile
    edit: Edit
    before: Record | None
    after: Record | None
    findings: tuple[Diagnostic, ...] = ()
    notes: tuple[Note, ...] = ()
    is_new: bool = False
    changes: int = 1

    @property
    def diff(self) -> str:
        """The change as a unified diff."""
        text = diff(self.edit, self.file.name)
        return text.replace(f"a/{self.file.name}", "/dev/null", 1) if self.is_new else text


class ColourChange(NamedTuple):
    """How an action or a measure stands before and after; `sentences` and `notes` say what else follows from it."""

    before: ActionStanding | MeasureStanding
    after: ActionStanding | MeasureStanding
    sentences: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()


class Basis(NamedTuple):
    """What a proposal was made from: files and folders, a fingerprint of them, and how it is made again."""

    paths: tuple[Path, ...]
    fingerprint: str
    again: "Callable[[], Proposal]"


class Proposal(NamedTuple):
    """A change of one file or of several, proved and judged; nothing is written before `commit`.

    `item` is what is changed or added, where that is one thing, and `colours` how each thing stands before and after.
    `already` says how the files say exactly this; there is nothing to write then. Where the files `stand_apart`, one
    that cannot be written stops no other.
    """

    root: Path
    basis: Basis
    item: Item | None
    files: tuple[ProposedFile, ...] = ()
    colours: tuple[ColourChange, ...] = ()
    already: str = ""
    stand_apart: bool = False

    @property
    def colour(self) -> ColourChange | None:
        """How the one thing that is changed stands before and after; None where it is none, or several."""
        return self.colours[0] if len(self.colours) == 1 else None

    @property
    def diff(self) -> str:
        """The change of every file as a unified diff."""
        return "".join(one.diff for one in self.files)

    @property
    def findings(self) -> tuple[Diagnostic, ...]:
        """What the checks would say of the files that they do not say now."""
        return tuple(item for one in self.files for item in one.findings)

    @property
    def notes(self) -> tuple[Note, ...]:
        """What a person should know before it is written."""
        return tuple(note for one in self.files for note in one.notes)


class Draft(NamedTuple):
    """What a use case makes of the files as they are, which a proposal then carries."""

    item: Item | None
    files: tuple[ProposedFile, ...]
    colours: tuple[ColourChange, ...] = ()
    already: str = ""
    stand_apart: bool = False


def proposal_of(root: Path, paths: Iterable[Path], plan: Callable[[], Draft]) -> Proposal:
    """The proposal that `plan` makes of the files and folders in `paths`, which it can make again if they change.

    Raises `Problem` where `plan` does.
    """
    read = tuple(paths)
    basis = Basis(read, fingerprint(read), lambda: proposal_of(root, read, plan))
    return Proposal(root, basis, *plan())


def fingerprint(paths: Iterable[Path]) -> str:
    """A text that is another one as soon as one of these files, or a data file in one of these folders, has changed."""
    digest = hashlib.sha256()
    for path in paths:
        inside = (one for one in path.rglob("*") if one.name.lower().endswith((".yaml", ".yml")))
        for file in sorted(inside) if path.is_dir() else [path]:
            data = file.read_bytes() if file.is_file() else b""
            digest.update(f"{file}\0{len(data)}\0".encode("utf-8", "surrogateescape") + data)
    return digest.hexdigest()


# one file of it


def load_whole(file: DataFile, settings: Settings) -> LoadedFile:
    """The file read without a fault. Raises `Problem` where it has errors: nothing can be written to it then."""
    loaded = load(file, settings.year_end)
    if not loaded.whole:
        raise _mend_first(loaded.diagnostics, file.name)
    return loaded


def edited(loaded: LoadedFile, changes: Iterable[Change], today: date, settings: Settings) -> ProposedFile:
    """The file with these changes, proved to read back, and to give `strategy validate` no error it has not given.

    Raises `Problem` where an edit is not safe or not right, and what `changes` raises.
    """
    file = loaded.file
    try:
        made = edit_all(loaded.data, list(changes))
    except Unseen as error:
        raise Problem(f"nothing was written: {error}", "delete it and type the text again") from None
    except CannotEdit as error:
        place = f"type it by hand at {file.name}:{error.line}" if error.line else f"type it by hand in {file.name}"
        raise Problem(f"nothing was written: {error}", place) from None
    after = load_bytes(file, made.after, settings.year_end)
    if not after.whole or after.record is None:
        raise Problem(f"this would not be right: {after.diagnostics[0].message}", after.diagnostics[0].help)
    found = _no_errors(new_findings(file.kind, loaded.record, after.record, today, settings))
    return ProposedFile(file, made, loaded.record, after.record, found, _note_if_over(after.record, today))


_NEW_KINDS: tuple[FileKind, ...] = ("strategies", "measures", "imports")
"""Kinds of files that are made here."""


def new_file(root: Path, name: str, lines: Iterable[str], today: date, settings: Settings) -> ProposedFile:
    """A file that is not there yet, whose lines are sound. Raises `Problem` where they are not, or it has no place."""
    if outside(str((root / name).parent), str(root.resolve())):
        raise Problem(f"'{Path(name).parent}' is a link out of the portfolio", "put the folder itself there")
    kind: FileKind = next(one for one in _NEW_KINDS if name.startswith(f"{one}/"))
    data = "".join(f"{line}\n" for line in lines).encode()
    file = DataFile(name, str(root / name), kind, len(data))
    loaded = load_bytes(file, data, settings.year_end)
    _no_errors(loaded.diagnostics)  # a part with an error is left out of the record, and is no less an error
    record = loaded.record
    assert record is not None
    found = _no_errors(new_findings(kind, None, record, today, settings))
    return ProposedFile(file, Edit(b"", data, 1), None, record, found, is_new=True)


def refuse_wrong_settings(portfolio: Portfolio) -> None:
    """Raise `Problem` where the settings have an error: what holds instead may not be what the body decided."""
    wrong = [item for item in portfolio.diagnostics if item.file == SETTINGS and item.severity == "error"]
    if wrong:
        raise _mend_first(wrong, SETTINGS)


def _no_errors(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """These findings. Raises `Problem` where one would be an error for `strategy validate`."""
    found = tuple(found)
    for item in found:
        if item.severity == "error":
            raise Problem(f"nothing was written: {item.message}", item.help)
    return found


def _note_if_over(record: Record, today: date) -> tuple[Note, ...]:
    phase = phase_of(record, today) if isinstance(record, Strategy) else None
    return (Note(f"{phase.words}, so this only completes its record"),) if phase and phase.ended else ()


def _mend_first(found: Iterable[Diagnostic], name: str) -> Problem:
    from strategy_tracker.views.formats.findings.as_text import where

    first = next(iter(found), None)
    what = f"{where(first)}: {first.message}" if first else name
    return Problem(f"nothing was written: the file has an error at {what}", f"strategy validate {name}")
