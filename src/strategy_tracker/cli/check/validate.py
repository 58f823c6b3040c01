"""`strategy validate`: every mistake and gap in the files, by line. Writes only where --fix asks for it."""

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from strategy_tracker.cli.boundary import CLEAN, FINDINGS, print_note
from strategy_tracker.cli.options import BroughtSince, HeldAgainst, NoCache, Root, day
from strategy_tracker.cli.steps.earlier_versions import with_history
from strategy_tracker.cli.steps.findings import FindingsFormat, print_coverage, print_findings
from strategy_tracker.cli.steps.writing import DryRun, Fix, mend
from strategy_tracker.problem import Problem

EXAMPLE = "strategy validate strategies/children-looked-after.yaml"


def command(
    paths: Annotated[list[Path] | None, typer.Argument(help="only these files or folders", show_default=False)] = None,
    strict: Annotated[bool, typer.Option("--strict", help="let warnings fail too")] = False,
    everything: Annotated[bool, typer.Option("--all", help="every finding, and what any commit typed over")] = False,
    since: BroughtSince = "",
    privacy: Annotated[bool, typer.Option("--privacy", help="look for small numbers and personal data too")] = False,
    history: Annotated[
        bool, typer.Option("--history", help="--privacy, and in every version that git has of the files")
    ] = False,
    framework: Annotated[
        Path | None, typer.Option("--coverage", metavar="FILE", help="list which codes of a framework have no measure")
    ] = None,
    fix: Fix = False,
    dry_run: DryRun = False,
    as_at: HeldAgainst = "",
    no_cache: NoCache = False,
    form: Annotated[
        FindingsFormat | None,
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
    choose which ones are reported. What --history finds is in every copy of the repository: deleting the line does not
    help. Give no more copies away, and have it taken out of all commits ('git filter-repo').
    """
    from strategy_tracker.app.looking.chosen_files import choose_files
    from strategy_tracker.app.looking.validate import validate

    today = day(as_at)
    if framework:
        return print_coverage(framework, form, root, today)
    chosen = choose_files(paths or (), root, privacy=privacy or history)
    if dry_run and not fix:
        raise Problem("--dry-run says what --fix would do", "strategy validate --fix --dry-run")
    if fix:
        from strategy_tracker.app.looking.git_findings import typed_over
        from strategy_tracker.app.writing.fix import propose_fixes  # the engine of edits: who only looks waits for none

        quiet = partial(typed_over, today=today, since=since, everything=everything)
        mend(propose_fixes(chosen.portfolio, chosen.data_files(), quiet), dry_run)
    found = validate(chosen, today, since=since, everything=everything, anew=no_cache)
    found = with_history(found, chosen, today, everything) if history else found
    if found.note:
        print_note(f"note: {found.note}")
    failing = {"error", "warning"} if strict else {"error"}
    if not dry_run:
        print_findings(form, found, chosen, failing, today, everything=everything)
    return FINDINGS if any(item.severity in failing for item in found.diagnostics) else CLEAN
