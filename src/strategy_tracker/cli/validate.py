"""`strategy validate`: every mistake and gap in the files, by line. Writes only where --fix asks for it."""

import os
import sys
from collections.abc import Callable
from enum import StrEnum
from os.path import normpath
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from strategy_tracker.cli.boundary import CLEAN, FINDINGS, say
from strategy_tracker.cli.options import AsAt, Root, day, portfolio
from strategy_tracker.cli.output import put_as_it_is
from strategy_tracker.cli.writing import DryRun
from strategy_tracker.problem import Problem

if TYPE_CHECKING:
    from datetime import date

    from strategy_tracker.diagnostics import Diagnostic
    from strategy_tracker.files.portfolio import Portfolio

EXAMPLE = "strategy validate strategies/children-looked-after.yaml"


class Form(StrEnum):
    """How the findings are written."""

    text = "text"
    concise = "concise"
    json = "json"
    github = "github"
    gitlab = "gitlab"
    sarif = "sarif"
    junit = "junit"


def command(
    paths: Annotated[list[Path] | None, typer.Argument(help="only these files or folders", show_default=False)] = None,
    strict: Annotated[bool, typer.Option("--strict", help="let warnings fail too")] = False,
    everything: Annotated[
        bool, typer.Option("--all", help="show every piece of advice, also where they repeat")
    ] = False,
    privacy: Annotated[bool, typer.Option("--privacy", help="look for small numbers and personal data too")] = False,
    fix: Annotated[
        bool, typer.Option("--fix", help="mend what has one right answer (ids, years written 2018-19), then check")
    ] = False,
    dry_run: DryRun = False,
    as_at: AsAt = "",
    form: Annotated[
        Form | None,
        typer.Option(
            "--format",
            "-f",
            help="how to write the findings; it never changes what fails",
            show_default="text; github in GitHub Actions",
        ),
    ] = None,
    root: Root = None,
) -> int:
    """Read every file and explain what is wrong with it, where, and what to do next.

    Errors fail; warnings and advice do not, unless --strict. All files are read, because they name each other; PATHS
    choose which ones are reported.
    """
    from strategy_tracker.app.validate import check
    from strategy_tracker.views.formats.findings.as_text import tally, write_diagnostics

    today = day(as_at)
    found = portfolio(root or (_root_of(paths[0]) if paths else None))
    if privacy:
        found = found._replace(settings=found.settings.model_copy(update={"check_privacy": True}))
    names = _names(paths, found) if paths else None
    if fix or dry_run:
        _mend(found, names, fix, dry_run)
    result = check(found, today)
    listed = [item for item in result.diagnostics if names is None or _within(item.file, names)]
    listed = _with_fixes(listed, found)
    failing = {"error", "warning"} if strict else {"error"}
    if dry_run:
        return FINDINGS if any(item.severity in failing for item in listed) else CLEAN
    form = form or (Form.github if os.environ.get("GITHUB_ACTIONS") == "true" else Form.text)
    if form in (Form.text, Form.github):
        closing = tally(listed, result.things)
        text = write_diagnostics(listed, everything) + closing
        sys.stdout.write(text if form is Form.text else _github(_from_top(listed, found.root), text, closing))
    elif form is Form.junit:
        files = [name for name in _files(found) if names is None or _within(name, names)]
        sys.stdout.write(_junit(listed, files, failing, found.root))
    else:
        sys.stdout.write(_for_programs(form, _from_top(listed, found.root), result.things, today))
    return FINDINGS if any(item.severity in failing for item in listed) else CLEAN


def _mend(found: "Portfolio", names: list[str] | None, fix: bool, dry_run: bool) -> None:
    """Mend the files meant and say what was written, or print it as a diff."""
    if not fix:
        raise Problem("--dry-run says what --fix would do", "strategy validate --fix --dry-run")
    from strategy_tracker.editing.edit import diff
    from strategy_tracker.editing.fix import mend
    from strategy_tracker.history import ever_held
    from strategy_tracker.views.text import counted

    files = [file for file in found.files if names is None or _within(file.name, names)]
    done = mend(found, files, ever_held, dry_run)
    for one in done:
        for refusal in one.refusals:
            say(refusal)
        if one.faults and dry_run:
            put_as_it_is(diff(one.edit, one.file.name))
        elif one.faults:
            say(f"wrote {one.file.name}:{one.edit.line}: {counted(one.faults, 'fault')} mended")
    if not any(one.faults for one in done):
        say("nothing was mended: --fix knows no fault here that has one right answer")


def _with_fixes(listed: "list[Diagnostic]", found: "Portfolio") -> "list[Diagnostic]":
    if not listed:
        return listed
    from strategy_tracker.editing.fixes import FIXABLE

    if not any(item.code in FIXABLE for item in listed):
        return listed
    from strategy_tracker.editing.fix import say_fixable

    return say_fixable(listed, found.files)


def _from_top(found: "list[Diagnostic]", root: Path) -> "list[Diagnostic]":
    from strategy_tracker.views.formats.findings.fingerprints import below

    return below(in_repository(root), found)


def in_repository(root: Path) -> str:
    """The way from the top of the git repository down to `root`, with forward slashes; "" where it is the top."""
    real = root.resolve()
    top = next((folder for folder in (real, *real.parents) if (folder / ".git").exists()), real)
    return "" if top == real else real.relative_to(top).as_posix()


def _for_programs(form: Form, found: "list[Diagnostic]", things: dict[str, int], as_at: "date") -> str:
    if form is Form.concise:
        from strategy_tracker.views.formats.findings.as_text import write_concise

        return write_concise(found)
    if form is Form.gitlab:
        from strategy_tracker.views.formats.findings import gitlab

        return gitlab.write(found)
    if form is Form.sarif:
        from strategy_tracker import __version__
        from strategy_tracker.views.formats.findings import sarif

        return sarif.write(found, __version__)
    from strategy_tracker.views.formats.findings import as_json

    return as_json.write(found, things, as_at)


def _junit(listed: "list[Diagnostic]", files: list[str], failing: set[str], root: Path) -> str:
    from strategy_tracker.views.formats.findings import junit

    folder = in_repository(root)
    names = [f"{folder}/{file}" if folder else file for file in files]
    return junit.write(_from_top(listed, root), names, lambda item: item.severity in failing)


def _files(found: "Portfolio") -> list[str]:
    from strategy_tracker.files.settings import settings_file

    own = settings_file(found.root)
    return [file.name for file in (*([own] if own else []), *found.files)]


def _github(found: "list[Diagnostic]", text: str, closing: str) -> str:
    """Commands that mark the lines, then the text for people; all of it goes to the summary of the job too."""
    from strategy_tracker.views.formats.findings import github
    from strategy_tracker.views.formats.markdown import write_sheet

    add_to_summary(lambda: write_sheet(github.summary(found, closing)))
    return github.commands(found) + (github.without_commands(text) if found else text)


def add_to_summary(text: Callable[[], str]) -> None:
    """Append `text` to the file that GitHub names for the summary of a job, if it names one."""
    path = os.environ.get("GITHUB_STEP_SUMMARY")
    if not path:
        return
    from strategy_tracker.views.formats.findings.github import cut

    try:
        with Path(path).open("a", encoding="utf-8", newline="\n") as stream:
            stream.write(cut(text()))
    except OSError as error:
        say(f"the summary of the job could not be written ({error.strerror})")


def _root_of(path: Path) -> Path | None:
    from strategy_tracker.files.find import find_root

    return find_root(_whole(path).parent) or find_root(Path.cwd())


def _whole(path: Path) -> Path:
    return Path(normpath(path.absolute()))  # not resolved: a link is what it is called


def _names(paths: list[Path], found: "Portfolio") -> list[str]:
    names, top = [], _whole(found.root)
    for path in paths:
        if not path.exists():
            raise Problem(
                f"there is no file '{path}'", "check the spelling; the shell completes names with the tab key"
            )
        try:
            names.append(_whole(path).relative_to(top).as_posix())
        except ValueError:
            raise Problem(
                f"'{path}' is not part of the portfolio in '{found.root.name}'", "move it into strategies/ or measures/"
            ) from None
    from strategy_tracker.files.find import KINDS, SETTINGS

    known = {SETTINGS, ".", *(file.name for file in found.files), *(item.file for item in found.diagnostics)}
    for path, name in zip(paths, names, strict=True):
        if name not in known and (name.split("/")[0] not in KINDS or path.is_file()):
            raise Problem(
                f"'{path}' is not a data file of the portfolio",
                "data files are in strategies/, measures/ and practice/, and end in .yaml or .yml",
            )
    return names


def _within(file: str, names: list[str]) -> bool:
    return any(name in {".", file} or file.startswith(f"{name}/") for name in names)
