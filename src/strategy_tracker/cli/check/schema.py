"""`strategy schema`: JSON Schema of the data files, for editors and for checks outside this program."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from strategy_tracker.cli.boundary import CLEAN, print_note
from strategy_tracker.cli.options import Root
from strategy_tracker.did_you_mean import did_you_mean, nearest
from strategy_tracker.problem import Problem

EXAMPLE = "strategy schema --write"


def command(
    what: Annotated[
        str,
        typer.Argument(
            help="strategy, measures, practice, comparators, import, settings; with --write the folder, if not schema/",
            show_default=False,
        ),
    ] = "",
    write: Annotated[bool, typer.Option("--write", help="write all of them, and say what was written")] = False,
    root: Root = None,
) -> int:
    """Print the JSON Schema (draft 2020-12) of one kind of file, or write them all.

    An editor that knows them completes keys and words, explains them, and underlines mistakes while you type.
    """
    if write:
        return _write(Path(what) if what else _home(root) / "schema")
    from strategy_tracker.views.formats.json_schema import FILES, write_schema

    if what not in FILES:
        raise Problem(*_unknown(what, list(FILES)))
    sys.stdout.write(write_schema(what))
    return CLEAN


def _home(root: Path | None) -> Path:
    from strategy_tracker.app.moment import find_root

    return root or find_root(Path.cwd()) or Path.cwd()


def _unknown(what: str, kinds: list[str]) -> tuple[str, str]:
    next_step = did_you_mean(nearest(what, kinds), f"write {', '.join(kinds[:-1])} or {kinds[-1]}, or --write for all")
    return f"there is no schema '{what}'" if what else "which schema is not said", next_step


def _write(folder: Path) -> int:
    from strategy_tracker.cli.output import save
    from strategy_tracker.views.formats.json_schema import FILES, write_schema

    folder.mkdir(parents=True, exist_ok=True)
    for name in FILES:
        path = folder / f"{name}.schema.json"
        shown = path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path
        data = write_schema(name).encode()
        if path.is_file() and path.read_bytes() == data:
            print_note(f"{shown} is fresh")
        else:
            save(shown, data)
    return CLEAN
