"""`strategy doctor`: what a support question needs to know."""

import os
import platform
import sys
from collections.abc import Iterator
from typing import Annotated

import typer

from strategy_tracker.cli.boundary import print_note
from strategy_tracker.cli.options import Root

EXAMPLE = "strategy doctor"


def command(
    empty_cache: Annotated[
        bool, typer.Option("--empty-cache", help="throw away what was kept to answer faster, of every portfolio")
    ] = False,
    root: Root = None,
) -> int:
    """Print versions, the portfolio found, its settings and where each comes from, what is kept, git and terminal.

    Nothing of what your files say is printed but the settings.
    """
    from strategy_tracker.app.looking.doctor import empty_kept, git_facts, kept_facts, portfolio_facts
    from strategy_tracker.views.text import counted, visible

    if empty_cache:
        print_note(f"threw away {counted(empty_kept(root), 'file')} of kept answers")
    facts = [*_program(), *portfolio_facts(root), *kept_facts(root), *git_facts(root), *_terminal()]
    width = max(len(name) for name, _ in facts)
    for name, value in facts:
        sys.stdout.write(visible(f"{name:<{width}}  {value}") + "\n")
    return 0


def _program() -> Iterator[tuple[str, str]]:
    from importlib.metadata import PackageNotFoundError, version
    from importlib.util import find_spec

    from strategy_tracker import __version__

    yield "strategy-tracker", __version__
    yield "Python", f"{platform.python_version()} ({platform.system()})"
    for name in ("typer", "pydantic", "ruamel.yaml", "rich"):
        try:
            yield name, version(name)
        except PackageNotFoundError:
            yield name, "not installed as a package"
    yield "YAML parser", "C" if find_spec("_ruamel_yaml") else "Python (slower: install ruamel.yaml[oldlibyaml])"


def _terminal() -> Iterator[tuple[str, str]]:
    yield "encoding", f"output {sys.stdout.encoding}, file names {sys.getfilesystemencoding()}"
    kind = "a terminal" if sys.stdout.isatty() else "not a terminal (a pipe or a file)"
    yield "output", kind
    for name in ("COLUMNS", "NO_COLOR", "TERM", "LANG", "CI"):
        yield name, os.environ.get(name, "not set")
