"""The findings of a check, and what a framework has that no measure has, in the format that was asked for."""

import os
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from strategy_tracker.cli import options
from strategy_tracker.cli.boundary import CLEAN
from strategy_tracker.cli.output import print_result, print_unread
from strategy_tracker.cli.steps.build_servers import print_junit, print_validation_for_github
from strategy_tracker.problem import Problem

if TYPE_CHECKING:
    from datetime import date

    from strategy_tracker.app.looking.chosen_files import ChosenFiles
    from strategy_tracker.app.looking.validate import Findings


class FindingsFormat(StrEnum):
    """How the findings are written."""

    text = "text"
    concise = "concise"
    json = "json"
    github = "github"
    gitlab = "gitlab"
    sarif = "sarif"
    junit = "junit"


def print_findings(
    form: FindingsFormat | None,
    found: "Findings",
    chosen: "ChosenFiles",
    failing: set[str],
    as_at: "date",
    *,
    everything: bool,
) -> None:
    """Write the findings; where no format was asked for, GitHub gets its own."""
    form = form or (FindingsFormat.github if os.environ.get("GITHUB_ACTIONS") == "true" else FindingsFormat.text)
    if form in (FindingsFormat.text, FindingsFormat.github):
        _for_people(form, found, chosen, everything)
    else:
        _for_programs(form, found, chosen, failing, as_at)


def print_coverage(framework: Path, form: FindingsFormat | None, root: Path | None, as_at: "date") -> int:
    """Write which codes of a framework have no measure, and which of ours it does not know.

    Raises `Problem` for a format of findings: what is not measured is no mistake.
    """
    from strategy_tracker.app.looking.coverage import coverage
    from strategy_tracker.views.screens import coverage as view

    if form not in (None, FindingsFormat.text, FindingsFormat.json, FindingsFormat.concise):
        raise Problem(f"--coverage is a list and no finding, and has no format {form}", "use text, concise or json")
    found, wrong = coverage(options.portfolio(root), framework, as_at)
    code = print_unread(wrong, keep_going=False)
    if code:
        return code
    if form is FindingsFormat.concise:
        sys.stdout.write("".join(f"{line}\n" for line in view.coverage_lines(found)))
        return CLEAN
    shape = options.Format.json if form is FindingsFormat.json else options.Format.table
    print_result(
        shape,
        lambda: view.coverage_sheet(found),
        lambda: view.coverage_content(found),
        lambda: ((), ()),
        kind="coverage",
    )
    return CLEAN


def _for_people(form: FindingsFormat, found: "Findings", chosen: "ChosenFiles", everything: bool) -> None:
    from strategy_tracker.views.formats.findings.as_text import tally, write_diagnostics

    closing = tally(found.diagnostics, found.things)
    text = write_diagnostics(found.diagnostics, everything) + closing
    if form is FindingsFormat.github:
        print_validation_for_github(found.from_top(chosen).diagnostics, text, closing)
    else:
        sys.stdout.write(text)


def _for_programs(
    form: FindingsFormat, found: "Findings", chosen: "ChosenFiles", failing: set[str], as_at: "date"
) -> None:
    from strategy_tracker import __version__
    from strategy_tracker.views.formats.findings import as_json, as_text, gitlab, sarif

    named = found.from_top(chosen).diagnostics
    if form is FindingsFormat.junit:
        print_junit(named, chosen.names_from_top(), lambda item: item.severity in failing)
    elif form is FindingsFormat.sarif:
        sys.stdout.write(sarif.write(named, __version__))
    elif form is FindingsFormat.json:
        sys.stdout.write(as_json.write(named, found.things, as_at))
    else:
        sys.stdout.write(as_text.write_concise(named) if form is FindingsFormat.concise else gitlab.write(named))
