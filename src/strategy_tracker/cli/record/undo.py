"""`strategy undo`: take back what this person wrote last, shown before it is done."""

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

import typer

from strategy_tracker.cli.boundary import print_note
from strategy_tracker.cli.options import Root, day, portfolio
from strategy_tracker.cli.output import print_as_it_is
from strategy_tracker.cli.steps.asking import Back, choice
from strategy_tracker.cli.steps.writing import DryRun
from strategy_tracker.problem import Problem

if TYPE_CHECKING:
    from strategy_tracker.app.writing.undo_last import LastWrite

EXAMPLE = "strategy undo --dry-run"


def command(dry_run: DryRun = False, root: Root = None) -> int:
    """Take back what you wrote last with a command: its own lines, and nothing that was changed elsewhere since.

    It is shown first. In a terminal it asks, and then goes on with the write before. After a commit it is a new change
    of the files, which is to be committed as well. A write whose lines have been changed since stays, and is named; in
    a terminal the write before it is offered.
    """
    from strategy_tracker.app.writing.journal import journal_of
    from strategy_tracker.app.writing.undo_last import last_write, take_back_last

    journal = journal_of(portfolio(root).root, day("").isoformat())
    taken, stuck = False, dict[str, None]()
    while journal and (last := last_write(journal, passing_over(stuck, at_once=not dry_run))):
        show(last)
        if dry_run or not is_wanted(again=taken, usual="no" if taken or stuck else "yes"):
            return 0
        take_back_last(journal, last)
        print_taken_back(last)
        taken = True
        if not sys.stdin.isatty():
            return 0
    print_note(f"there is nothing {'else ' if taken or stuck else ''}to take back")
    return 0


def passing_over(stuck: dict[str, None], *, at_once: bool) -> "Callable[[Problem], None]":
    """What says once of a write that it stays, and adds that to `stuck`.

    It raises `Problem` where what comes before would be taken back `at_once`, with nobody to ask.
    """

    def say(error: Problem) -> None:
        if at_once and not sys.stdin.isatty():
            before = "in a terminal 'strategy undo' goes on with what you wrote before it"
            raise Problem(error.message, f"{error.next_step}; {before}")
        if error.message not in stuck:
            print_note(f"{error.message}\n  help: {error.next_step}; what you wrote before it comes next")
        stuck[error.message] = None

    return say


def show(last: "LastWrite") -> None:
    """Say what was written and when, and print what taking it back changes."""
    from strategy_tracker.app.writing.undo_last import what_was_written

    print_note(f"{what_was_written(last)}, written on {last.write.on}")
    for one in last.files:
        print_as_it_is(one.diff)
    sys.stdout.flush()


def is_wanted(*, again: bool, usual: str) -> bool:
    """Whether the person wants it; nobody is asked where there is no terminal."""
    if not sys.stdin.isatty():
        return True
    too = ", too" if again else ""
    try:
        return choice(f"take this back{too}: yes or no", ["yes", "no"], usual) == "yes"
    except (Back, typer.Abort):
        return False


def print_taken_back(last: "LastWrite") -> None:
    """Say what has been taken back, and that it is to be committed where the write was."""
    for one in last.files:
        print_note(f"deleted {one.name}" if one.is_new else f"taken back: {one.name}:{one.edit.line}")
    if any(one.was_committed for one in last.files):
        print_note("  it was committed before, so this is a new change: commit it as well")
