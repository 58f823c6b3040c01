"""What every command that writes does the same way: lock, read, plan, prove, write, and say what was written."""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from strategy_tracker.cli.boundary import CannotRun, say

if TYPE_CHECKING:
    from strategy_tracker.model.record import Record
    from strategy_tracker.store.edit import Change, Edit
    from strategy_tracker.store.find import DataFile
    from strategy_tracker.store.portfolio import Portfolio

DryRun = Annotated[bool, typer.Option("--dry-run", help="print the change as a diff and write nothing")]


def write(
    portfolio: "Portfolio", file: "DataFile", plan: "Callable[[Record], Sequence[Change]]", dry_run: bool
) -> "tuple[Record, Record]":
    """Make the changes that `plan` gives for the record in `file`; the record before and after.

    `plan` is called while the lock is held, on what the file holds at that moment. Raises `CannotRun` where the file
    has errors, the edit is not safe, or the file cannot be written; it is then as it was.
    """
    from strategy_tracker.store.edit import CannotEdit, diff, edit
    from strategy_tracker.store.load import load, load_bytes
    from strategy_tracker.store.write import CannotWrite, locked, replace

    path = Path(file.path)
    try:
        with locked(portfolio.root):
            loaded = load(file, portfolio.settings.year_end)
            if not loaded.whole or loaded.record is None:
                raise _mend_first(loaded.diagnostics, file.name)
            made = edit(loaded.data, plan(loaded.record))
            after = load_bytes(file, made.after, portfolio.settings.year_end)
            if not after.whole or after.record is None:
                raise CannotRun(f"this would not be right: {after.diagnostics[0].message}", after.diagnostics[0].help)
            if not dry_run:
                clean = _clean(path)
                replace(path, made.before, made.after)
    except CannotEdit as error:
        place = f"type it by hand at {file.name}:{error.line}" if error.line else f"type it by hand in {file.name}"
        raise CannotRun(f"nothing was written: {error}", place) from None
    except CannotWrite as error:
        raise CannotRun(str(error), "try again when that is mended") from None
    if dry_run:
        sys.stdout.write(diff(made, file.name))
    else:
        _say_written(made, file.name, path, clean)
    return loaded.record, after.record


def _mend_first(found: "Sequence[object]", name: str) -> CannotRun:
    from strategy_tracker.diagnostics import Diagnostic
    from strategy_tracker.views.diagnostics import where

    first = next((item for item in found if isinstance(item, Diagnostic)), None)
    what = f"{where(first)}: {first.message}" if first else name
    return CannotRun(f"nothing was written: the file has an error at {what}", f"strategy validate {name}")


def _clean(path: Path) -> bool | None:
    from strategy_tracker.history import is_clean

    return is_clean(path)


def _say_written(made: "Edit", name: str, path: Path, clean: bool | None) -> None:
    say(f"wrote {name}:{made.line}")
    here = path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path
    shown = f'"{here}"' if " " in str(here) else str(here)
    if clean:
        say(f"  undo: git restore -- {shown}")
    elif clean is False:
        say(f"  the file had other changes that are not committed: 'git diff -- {shown}' shows them all")


def ask(question: str, default: str = "") -> str:
    """An answer from the person, on standard error and input; also from a pipe.

    Raises `typer.Abort` at the end of input.
    """
    sys.stderr.write(f"{question}{f' [{default}]' if default else ''}: ")
    sys.stderr.flush()
    line = sys.stdin.readline()
    if not line:
        raise typer.Abort
    return line.strip() or default


def a_day(text: str, what: str) -> str:
    """A date typed by a person, whole or partial, as it is written in a file.

    Raises `CannotRun`.
    """
    from pydantic_core import PydanticCustomError

    from strategy_tracker.model.values import read_when

    try:
        return str(read_when(text))
    except PydanticCustomError as error:
        raise CannotRun(
            f"{what}: {error.message()}", "write it as 2018-07-02, or 2018-07 where the day is not known"
        ) from None
