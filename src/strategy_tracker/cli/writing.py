"""What every command that writes does the same way: lock, read, plan, prove, write, and say what was written."""

import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from strategy_tracker.cli.boundary import say
from strategy_tracker.cli.options import day
from strategy_tracker.cli.output import put_as_it_is
from strategy_tracker.problem import Problem

if TYPE_CHECKING:
    from strategy_tracker.diagnostics import Diagnostic
    from strategy_tracker.editing.changes import Change
    from strategy_tracker.editing.edit import Edit
    from strategy_tracker.files.find import DataFile
    from strategy_tracker.files.load import LoadedFile
    from strategy_tracker.files.portfolio import Portfolio
    from strategy_tracker.judging.standing import ActionStanding, MeasureStanding
    from strategy_tracker.model.address import Item
    from strategy_tracker.model.record import Record
    from strategy_tracker.model.settings import Settings

DryRun = Annotated[bool, typer.Option("--dry-run", help="print the change as a diff and write nothing")]


class Written(NamedTuple):
    """A file before and after a command wrote to it, as records, and the bytes it has now."""

    before: "Record"
    after: "Record"
    data: bytes


def write(
    portfolio: "Portfolio", file: "DataFile", plan: "Callable[[LoadedFile], Iterable[Change]]", dry_run: bool
) -> Written | None:
    """Make the changes that `plan` gives for what is in `file`; None where the file says exactly that already.

    `plan` is called while the lock is held, on what the file holds at that moment. Raises `Problem` where the file
    has errors, the edit is not safe, or the file cannot be written; it is then as it was.
    """
    from strategy_tracker.editing.changes import CannotEdit, Unseen
    from strategy_tracker.editing.edit import diff
    from strategy_tracker.editing.refusals import Already
    from strategy_tracker.files.write import locked, replace

    refuse_wrong_settings(portfolio)
    path, clean = Path(file.path), None
    try:
        with locked(portfolio.root):
            made, done, found = _proved(portfolio.settings, file, plan)
            if not dry_run:
                clean = _clean(path)
                replace(path, made.before, made.after)
    except Already as same:
        say(f"already recorded, nothing was written: {same}")
        return None
    except Unseen as error:
        raise Problem(f"nothing was written: {error}", "delete it and type the text again") from None
    except CannotEdit as error:
        place = f"type it by hand at {file.name}:{error.line}" if error.line else f"type it by hand in {file.name}"
        raise Problem(f"nothing was written: {error}", place) from None
    if dry_run:
        put_as_it_is(diff(made, file.name))
    else:
        _say_written(made, file.name, _to_undo(portfolio.root, path), clean)
    warn(found)
    _say_if_over(done.after)
    return done


def _proved(
    settings: "Settings", file: "DataFile", plan: "Callable[[LoadedFile], Iterable[Change]]"
) -> "tuple[Edit, Written, list[Diagnostic]]":
    """The edit, what the file is with it, and what the checks newly find."""
    from strategy_tracker.checks.grade import new_findings
    from strategy_tracker.editing.edit import edit_all
    from strategy_tracker.files.load import load, load_bytes

    loaded = load(file, settings.year_end)
    if not loaded.whole or loaded.record is None:
        raise _mend_first(loaded.diagnostics, file.name)
    made = edit_all(loaded.data, list(plan(loaded)))
    after = load_bytes(file, made.after, settings.year_end)
    if not after.whole or after.record is None:
        raise Problem(f"this would not be right: {after.diagnostics[0].message}", after.diagnostics[0].help)
    found = new_findings(file.kind, loaded.record, after.record, day(""), settings)
    refuse_errors(found)
    return made, Written(loaded.record, after.record, made.after), found


def refuse_wrong_settings(portfolio: "Portfolio") -> None:
    """Raise `Problem` where the settings have an error: what holds instead may not be what the body decided."""
    from strategy_tracker.files.find import SETTINGS

    wrong = [item for item in portfolio.diagnostics if item.file == SETTINGS and item.severity == "error"]
    if wrong:
        raise _mend_first(wrong, SETTINGS)


def refuse_errors(found: "Sequence[Diagnostic]") -> None:
    """Raise `Problem` where what is to be written would be an error for `strategy validate`."""
    for item in found:
        if item.severity == "error":
            raise Problem(f"nothing was written: {item.message}", item.help)


def warn(found: "Sequence[Diagnostic]") -> None:
    """Say what `strategy validate` finds odd in what was written; advice waits, but not for a text that is there."""
    for item in found:
        if item.severity == "warning" or item.code == "same-text":
            say(f"warning: {item.message} [{item.code}]")
            say(f"  help: {item.help}")


def _say_if_over(record: "Record") -> None:
    from strategy_tracker.judging.reviews import phase_of
    from strategy_tracker.model.strategy import Strategy

    phase = phase_of(record, day("")) if isinstance(record, Strategy) else None
    if phase and phase.ended:
        say(f"note: {phase.words}, so this only completes its record")


def _mend_first(found: "Sequence[Diagnostic]", name: str) -> Problem:
    from strategy_tracker.views.formats.findings.as_text import where

    what = f"{where(found[0])}: {found[0].message}" if found else name
    return Problem(f"nothing was written: the file has an error at {what}", f"strategy validate {name}")


def _clean(path: Path) -> bool | None:
    from strategy_tracker.history import is_clean

    return is_clean(path.resolve())  # of a link, git keeps only where it leads


def _say_written(made: "Edit", name: str, git: tuple[str, str], clean: bool | None) -> None:
    say(f"wrote {name}:{made.line}")
    program, shown = git
    if clean:
        say(f"  undo: {program} restore -- {shown}")
    elif clean is False:
        say(f"  the file had other changes that are not committed: '{program} diff -- {shown}' shows them all")


def _to_undo(root: Path, path: Path) -> tuple[str, str]:
    """How git is called for a file from where the person stands, and the file's name in that call."""
    root, path, here = root.resolve(), path.resolve(), Path.cwd()
    if here.is_relative_to(root):
        return "git", _shown(path, here)
    return f"git -C {_shown(root, here)}", _shown(path, root)  # here may be another repository, or none


def _shown(path: Path, here: Path) -> str:
    near = path.relative_to(here) if path.is_relative_to(here) else path
    return f'"{near}"' if " " in str(near) else str(near)


# one thing, before and after


def file_of(portfolio: "Portfolio", item: "Item") -> "DataFile":
    """The file an item stands in."""
    return next(file for file in portfolio.files if file.name == item.file)


def record_of(portfolio: "Portfolio", item: "Item") -> "Record":
    """The record of the file an item stands in.

    Raises `Problem` where the file has errors: nothing can be written to it then.
    """
    from strategy_tracker.files.load import load

    loaded = load(file_of(portfolio, item), portfolio.settings.year_end)
    if not loaded.whole or loaded.record is None:
        raise _mend_first(loaded.diagnostics, item.file)
    return loaded.record


def tell(before: "ActionStanding | MeasureStanding", after: "ActionStanding | MeasureStanding") -> None:
    """The colour of a thing before and after, and why."""
    old, new = before.rating, after.rating
    words = new.word if old.word == new.word else f"{old.word} → {new.word}"
    sys.stdout.write(f"{after.id}: {words}\n  {new.reason}\n")


def a_day(text: str, what: str) -> str:
    """A date typed by a person, whole or partial, as it is written in a file; `what` names it where it is none.

    Raises `Problem`.
    """
    from pydantic_core import PydanticCustomError

    from strategy_tracker.model.values import read_when

    try:
        return str(read_when(text.strip()))
    except PydanticCustomError as error:
        mend = "write it as 2018-07-02, or 2018-07 where the day is not known"
        raise Problem(f"{what}: {error.message()}", mend) from None
