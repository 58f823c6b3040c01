"""What all things that can be added have in common: checked like a file, put in a file or a new one, told."""

import re
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from strategy_tracker.cli.boundary import say
from strategy_tracker.cli.options import day
from strategy_tracker.cli.output import put_as_it_is
from strategy_tracker.cli.writing import refuse_errors, refuse_wrong_settings, warn, write
from strategy_tracker.problem import Problem

if TYPE_CHECKING:
    from strategy_tracker.editing.changes import Change
    from strategy_tracker.editing.new_ids import Known
    from strategy_tracker.files.find import DataFile, Kind
    from strategy_tracker.files.load import LoadedFile
    from strategy_tracker.files.portfolio import Portfolio
    from strategy_tracker.model.address import Item
    from strategy_tracker.model.record import Record
    from strategy_tracker.model.settings import Settings

Given = dict[str, str]


def known_ids(files: "Sequence[DataFile]", history: Path, *, top: bool = False) -> "Known":
    """The ids that stand in these files, or ever stood in the file or folder `history`.

    With `top`, only the ids of whole files count.
    """
    from strategy_tracker.editing.new_ids import ids_in
    from strategy_tracker.history import ever_held

    def known(text: str) -> set[str]:
        held = [*(Path(file.path).read_bytes() for file in files), ever_held(history, text)]
        return ids_in(b"\n".join(held), top=top)

    return known


def an_id(words: str, given: Given, thing: str, known: "Known") -> str:
    """The id a person gave, or one made of the words.

    Raises `Problem`.
    """
    from strategy_tracker.editing.new_ids import given_id, new_id

    return given_id(given["id"], known) if "id" in given else new_id(words, thing, known)


def checked(record: "type[Record]", values: Given) -> dict[str, Any]:
    """The values of a new record as its file will hold them, in the order of the model.

    Raises `Problem` with the first one that cannot be.
    """
    from decimal import Decimal

    from pydantic import ValidationError

    from strategy_tracker.files.model_help import faults

    dates = {key for key in ("starts", "ends", "due") if re.fullmatch(r"\d{4}", values.get(key, ""))}
    typed = {key: Decimal(value) if key in dates else value for key, value in values.items()}
    made = {key: typed[key] for key in record.model_fields if key in typed}
    try:
        record.model_validate(made)
    except ValidationError as error:
        first = faults(error, record)[0]
        raise Problem(f"--{first.route[0]}: {first.message}", first.help) from None
    return made


def put(
    found: "Portfolio", file: "DataFile", plan: "Callable[[LoadedFile], Iterable[Change]]", dry_run: bool
) -> "Item":
    """Write into a file that is there; what was added."""
    from strategy_tracker.files.look_up import named

    done = write(found, file, plan, dry_run)
    assert done is not None, "what has an id of its own cannot be there already"
    known = {item.address for item in named(done.before, file)}
    return next(item for item in named(done.after, file) if item.address not in known)


def create(found: "Portfolio", made: Callable[[], tuple[str, list[str]]], dry_run: bool) -> "Item":
    """Write a new file of one record; what was added. `made` gives its name and lines while the lock is held."""
    from strategy_tracker.editing.edit import Edit, diff
    from strategy_tracker.files.look_up import named
    from strategy_tracker.files.write import Taken, locked
    from strategy_tracker.files.write import create as create_file

    refuse_wrong_settings(found)
    folder = found.root
    try:
        with locked(folder):
            name, lines = made()
            data = "".join(f"{line}\n" for line in lines).encode()
            record, file = _proved(folder, name, data, found.settings)
            if not dry_run:
                create_file(folder / name, data)
    except Taken as error:
        raise Problem(str(error), "choose another name with --id or --file") from None
    if dry_run:
        put_as_it_is(diff(Edit(b"", data, 1), name).replace(f"a/{name}", "/dev/null", 1))
    else:
        say(f"wrote {name}:1")
        say(f"  undo: delete {name}")
    return named(record, file)[0]


def _proved(folder: Path, name: str, data: bytes, settings: "Settings") -> "tuple[Record, DataFile]":
    """The record of a new file, which no check finds wrong; what is odd in it is said."""
    from strategy_tracker.checks.grade import new_findings
    from strategy_tracker.files.find import DataFile, outside
    from strategy_tracker.files.load import load_bytes

    if outside(str((folder / name).parent), str(folder.resolve())):
        raise Problem(f"'{Path(name).parent}' is a link out of the portfolio", "put the folder itself there")
    kind: Kind = "strategies" if name.startswith("strategies/") else "measures"
    file = DataFile(name, str(folder / name), kind, len(data))
    loaded = load_bytes(file, data, settings.year_end)
    assert loaded.record is not None
    found = new_findings(kind, None, loaded.record, day(""), settings)
    refuse_errors(found)
    warn(found)
    return loaded.record, file


def tell_added(item: "Item", following: str, dry_run: bool) -> None:
    """The id of what was added, and what is likely to come next."""
    if dry_run:
        say(f"its id would be {item.address}")
        return
    sys.stdout.write(f"{item.address}\n")
    say(f"  next: {following}")
