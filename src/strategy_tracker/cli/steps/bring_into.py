"""What `strategy import` prints, asks and writes, of a new strategy and of one that is there."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from strategy_tracker.cli.boundary import CLEAN, FINDINGS, print_note
from strategy_tracker.cli.options import Format, day
from strategy_tracker.cli.output import print_result
from strategy_tracker.cli.steps.writing import carry_out
from strategy_tracker.problem import Problem

if TYPE_CHECKING:
    from strategy_tracker.app.importing.bring_in import Incoming
    from strategy_tracker.app.importing.bring_into import Choices
    from strategy_tracker.app.importing.import_wishes import Answers
    from strategy_tracker.app.moment import Portfolio
    from strategy_tracker.app.writing.proposal import Proposal


class Writing(NamedTuple):
    """How the report is printed, and whether it is written: asked for, agreed to beforehand, or only shown."""

    form: Format
    everything: bool
    yes: bool
    dry_run: bool


def write(proposal: "Proposal", incoming: "Incoming", how: Writing) -> tuple[str, ...] | None:
    """Print the report, and write the proposal where the person agrees; the names of the files, None where not."""
    if how.form is Format.table:
        print_incoming(incoming, how.form, how.everything, ())
    if not (how.dry_run or how.yes or agreed()):
        print_note("wrote nothing")
        return None
    written = carried(proposal, how)
    if how.form is not Format.table:
        print_incoming(incoming, how.form, how.everything, written)
    return written


def carried(proposal: "Proposal", how: Writing) -> tuple[str, ...]:
    """Write a proposal, or print its diff where it is only shown; the names of the files that were written.

    A diff is no data: in a format for programs nothing is printed beside them.
    """
    if how.dry_run and how.form is not Format.table:
        return ()
    return tuple(one.file.name for one in carry_out(proposal, how.dry_run).files)


def bring_into(
    portfolio: "Portfolio",
    strategy: str,
    incoming: "Incoming",
    answers: "Answers",
    choices: "Choices",
    how: Writing,
) -> int:
    """Add a table to a strategy; the exit code says whether anything of it was left."""
    from strategy_tracker.app.importing.bring_into import propose_into

    found = propose_into(portfolio, strategy, incoming, answers, choices, day(""))
    left = [one for one in (*incoming.remarks, *found.left) if not one.taken]
    told = incoming._replace(remarks=(*incoming.remarks, *found.left))
    if found.proposal.files:
        write(found.proposal, told, how)
    else:
        print_incoming(told, how.form, how.everything, ())
        print_note(f"nothing was written: {found.proposal.already}")
    return FINDINGS if any(one.code in _LEFT for one in left) else CLEAN


def is_own_workbook(file: Path) -> bool:
    """Whether a file is a workbook that was made here, and comes back."""
    from strategy_tracker.app.importing.returned_workbook import is_own_workbook as is_own

    return file.suffix.lower() == ".xlsx" and file.is_file() and is_own(file)


def bring_back(
    portfolio: "Portfolio", file: Path, answers: "Answers", take: Sequence[str], revise: bool, how: Writing
) -> int:
    """Take what was typed into a workbook that was made here; the exit code says whether anything of it was left."""
    from strategy_tracker.app.importing.import_report import back_report
    from strategy_tracker.app.importing.returned_workbook import propose_returned
    from strategy_tracker.views.screens.bring_in import back_lines

    found = propose_returned(portfolio, file, answers.on, take, revise, day(""))
    for line in back_lines(back_report(file.name, found)) if how.form is Format.table else ():
        print_note(line)
    written: tuple[str, ...] = ()
    if not found.proposal.files:
        print_note(f"nothing was written: {found.proposal.already}")
    elif how.dry_run or how.yes or agreed():
        written = carried(found.proposal, how)
    else:
        print_note("wrote nothing")
    if how.form is not Format.table:
        _print_back(back_report(file.name, found, written), how.form)
    return FINDINGS if found.left else CLEAN


_LEFT = frozenset({"figure-differs", "target-differs", "field-differs", "not-on-record", "id-unknown", "no-day"})
"""What of a table waits for a person."""


def print_incoming(incoming: "Incoming", form: Format, everything: bool, written: tuple[str, ...]) -> None:
    """Print the report of a table in the format asked for."""
    from strategy_tracker.app.importing.import_report import findings_of, report_of
    from strategy_tracker.views.screens import bring_in as view

    content = report_of(incoming, written)
    found = findings_of(incoming.remarks)
    print_result(
        form,
        lambda: view.bring_in_sheet(content, found, whole=everything),
        lambda: content,
        lambda: view.rows_of(content["findings"]),
        kind="import",
    )


def _print_back(content: dict[str, Any], form: Format) -> None:
    """Print what became of a workbook that came back, in a format for programs."""
    from strategy_tracker.views.screens import bring_in as view

    print_result(
        form,
        lambda: view.back_sheet(content),
        lambda: content,
        lambda: view.rows_of(content["findings"]),
        kind="import",
    )


def agreed() -> bool:
    """Whether the person at a terminal agrees. Raises `Problem` in a pipe, where nobody can be asked."""
    from strategy_tracker.cli.steps.asking import ask

    if not sys.stdin.isatty():
        raise Problem("nothing was written: nobody can be asked in a pipe", "say --yes, or --dry-run to look first")
    return ask("write it? yes or no", "no").lower() in ("y", "yes")
