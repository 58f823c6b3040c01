"""Findings for build servers: marks in the files, a summary of the job, and tests that pass or fail."""

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TextIO, cast

from strategy_tracker.cli.boundary import print_note

if TYPE_CHECKING:
    from strategy_tracker.diagnostics import Diagnostic
    from strategy_tracker.views.formats.workflow_log import WorkflowLog
    from strategy_tracker.views.sheet import Sheet


def print_overdue_for_github(found: "Sequence[Diagnostic]", sheet: "Sheet") -> None:
    """Write commands that mark the lines, and the list as a table; the list goes to the summary of the job too."""
    from strategy_tracker.views.formats import markdown
    from strategy_tracker.views.formats.findings import github
    from strategy_tracker.views.formats.screens import terminal

    add_to_summary(lambda: markdown.write_sheet(sheet))
    log = _log()
    log.write_commands(github.commands(found))
    terminal.write_sheet(sheet, cast(TextIO, log))


def print_validation_for_github(found: "Sequence[Diagnostic]", text: str, closing: str) -> None:
    """Write commands that mark the lines, then the text for people; every finding goes to the summary of the job."""
    from strategy_tracker.views.formats import markdown
    from strategy_tracker.views.formats.findings import github

    add_to_summary(lambda: markdown.write_sheet(github.summary(found, closing)))
    log = _log()
    log.write_commands(github.commands(found))
    log.write(text)


def _log() -> "WorkflowLog":
    """Standard output as a log, also where what is written there is only kept and shown by a later step."""
    from strategy_tracker.views.formats.workflow_log import WorkflowLog

    return sys.stdout if isinstance(sys.stdout, WorkflowLog) else WorkflowLog(sys.stdout)


def print_junit(found: "Iterable[Diagnostic]", files: Iterable[str], fails: "Callable[[Diagnostic], bool]") -> None:
    """Write a failed test for each finding that `fails`, and a passed one for each file without."""
    from strategy_tracker.views.formats.findings import junit

    sys.stdout.write(junit.write(found, files, fails))


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
        print_note(f"the summary of the job could not be written ({error.strerror})")
