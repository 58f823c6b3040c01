"""`strategy validate`: every mistake and gap in the files, by line. Never writes."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from strategy_tracker.cli.boundary import CLEAN, FINDINGS, CannotRun
from strategy_tracker.cli.options import AsAt, Root, day, portfolio

EXAMPLE = "strategy validate strategies/children-looked-after.yaml"


def command(
    paths: Annotated[list[Path] | None, typer.Argument(help="only these files or folders", show_default=False)] = None,
    strict: Annotated[bool, typer.Option("--strict", help="let warnings fail too")] = False,
    everything: Annotated[
        bool, typer.Option("--all", help="show every piece of advice, also where they repeat")
    ] = False,
    as_at: AsAt = "",
    root: Root = None,
) -> int:
    """Read every file and explain what is wrong with it, where, and what to do next.

    Errors fail; warnings and advice do not, unless --strict. All files are read, because they name each other; PATHS
    choose which ones are reported.
    """
    from strategy_tracker.store.check import check
    from strategy_tracker.views.diagnostics import tally, write_diagnostics

    today = day(as_at)
    found = portfolio(root or (_root_of(paths[0]) if paths else None))
    names = _names(paths, found.root) if paths else None
    result = check(found, today)
    listed = [item for item in result.diagnostics if names is None or _within(item.file, names)]
    sys.stdout.write(write_diagnostics(listed, everything) + tally(listed, result.things))
    failing = {"error", "warning"} if strict else {"error"}
    return FINDINGS if any(item.severity in failing for item in listed) else CLEAN


def _root_of(path: Path) -> Path | None:
    from strategy_tracker.store.find import find_root

    return find_root(path.absolute().parent) or find_root(Path.cwd())


def _names(paths: list[Path], root: Path) -> list[str]:
    names = []
    for path in paths:
        if not path.exists():
            raise CannotRun(
                f"there is no file '{path}'", "check the spelling; the shell completes names with the tab key"
            )
        try:
            names.append(path.absolute().relative_to(root).as_posix())
        except ValueError:
            raise CannotRun(
                f"'{path}' is not part of the portfolio in '{root.name}'", "move it into strategies/ or measures/"
            ) from None
    from strategy_tracker.store.find import KINDS, SETTINGS

    for path, name in zip(paths, names, strict=True):
        if name not in {SETTINGS, "."} and name.split("/")[0] not in KINDS:
            raise CannotRun(
                f"'{path}' is not a data file of the portfolio",
                "data files are in strategies/, measures/ and practice/",
            )
    return names


def _within(file: str, names: list[str]) -> bool:
    return any(name in {".", file} or file.startswith(f"{name}/") for name in names)
