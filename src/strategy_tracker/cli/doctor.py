"""`strategy doctor`: what a support question needs to know."""

import os
import platform
import sys
from collections.abc import Iterator
from pathlib import Path

from strategy_tracker.cli.options import Root

EXAMPLE = "strategy doctor"


def command(root: Root = None) -> int:
    """Print versions, the portfolio found, its settings and where each comes from, git, encoding and terminal.

    Nothing of what your files say is printed but the settings.
    """
    from strategy_tracker.views.text import visible

    facts = [*_program(), *_portfolio(root), *_git(root), *_terminal()]
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


def _portfolio(root: Path | None) -> Iterator[tuple[str, str]]:
    from strategy_tracker.files.find import SETTINGS
    from strategy_tracker.files.portfolio import NothingToRead, open_portfolio

    try:
        found = open_portfolio(root)
    except NothingToRead as error:
        yield "portfolio", str(error)
        return
    yield "portfolio", str(found.root)
    kinds = ", ".join(f"{len(found.of_kind(kind))} in {kind}/" for kind in ("strategies", "measures", "practice"))
    yield "files", kinds
    for item in found.diagnostics:
        yield "problem", f"{item.file}: {item.message} [{item.code}]"
    for key in type(found.settings).model_fields:
        source = SETTINGS if key in found.settings.model_fields_set else "default"
        value = getattr(found.settings, key)
        yield f"setting {key}", f"{_shown(value)} ({source})"


def _shown(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{key}: {word}" for key, word in value.items()) or "none"
    return "none" if value is None else str(value).lower() if isinstance(value, bool) else str(value)


def _git(root: Path | None) -> Iterator[tuple[str, str]]:
    from strategy_tracker.history.git import NoGit, git, is_shallow

    folder = (root or Path.cwd()).absolute()
    try:
        yield "git", git(folder, "--version").decode().strip().removeprefix("git version ")
        shallow = ", shallow: older commits are not here" if is_shallow(folder) else ""
        yield "repository", f"yes{shallow}"
    except NoGit as error:
        yield "repository", f"no ({error})"
    except OSError as error:
        yield "repository", f"no ({error.strerror})"


def _terminal() -> Iterator[tuple[str, str]]:
    yield "encoding", f"output {sys.stdout.encoding}, file names {sys.getfilesystemencoding()}"
    kind = "a terminal" if sys.stdout.isatty() else "not a terminal (a pipe or a file)"
    yield "output", kind
    for name in ("COLUMNS", "NO_COLOR", "TERM", "LANG", "CI"):
        yield name, os.environ.get(name, "not set")
