"""The command `strategy`: one visible list of commands, each imported only when it is called."""

import importlib
import os
import re
import sys
from collections.abc import Container
from contextlib import AbstractContextManager, nullcontext
from typing import Any, NamedTuple

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

from strategy_tracker.cli.boundary import CANNOT, guarded, print_note
from strategy_tracker.did_you_mean import did_you_mean, nearest
from strategy_tracker.problem import Problem


class Entry(NamedTuple):
    """A command in the list: its module, the task it is listed under (and whose room it is in), and one line."""

    module: str
    task: str
    line: str


COMMANDS: dict[str, Entry] = {
    "status": Entry("status", "look", "where every strategy and priority stands, and why"),
    "overdue": Entry("overdue", "look", "what is late, waits for a word, is silent or due soon, by owner"),
    "show": Entry("show", "look", "one action, measure, priority or strategy, whole"),
    "find": Entry("find", "look", "whatever has these words: its id, and where they stand"),
    "reviews": Entry("reviews", "look", "meetings held, due and missed"),
    "diff": Entry("diff", "history", "what changed between two moments, and why"),
    "history": Entry("history", "history", "the life of one action, measure, priority or strategy"),
    "trend": Entry("trend", "history", "counts by colour, month after month"),
    "freeze": Entry("freeze", "history", "record what was reported, to compare with later"),
    "merge-driver": Entry("merge_driver", "history", "what git calls to merge two people's work by item and field"),
    "update": Entry("update", "record", "say how an action is going"),
    "record": Entry("record", "record", "write down the figure of a measure for a period"),
    "accept": Entry("accept", "record", "another post accepts what was delivered"),
    "confirm": Entry("confirm", "record", "a person stands for what a machine drafted"),
    "move": Entry("move", "record", "give an action another due date, with the reason"),
    "withdraw": Entry("withdraw", "record", "give a measure up, with the reason; its figures stay"),
    "meeting": Entry("meeting", "record", "a meeting of a body that was held, or one that is planned"),
    "checkin": Entry("checkin", "record", "walk an owner or a meeting through all that waits"),
    "undo": Entry("undo", "record", "take back what you wrote last, and what you wrote before that"),
    "add": Entry("add", "record", "a new strategy, priority, action or measure, with an id of its own"),
    "serve": Entry("serve", "record", "a form in the browser, for colleagues who answer for something"),
    "report": Entry("report", "publish", "a document for a board, a committee, staff or young people"),
    "dashboard": Entry("dashboard", "publish", "one page that anyone can open: how are we doing, what needs somebody"),
    "export": Entry("export", "publish", "dates for calendars, rows for a warehouse, and everything for programs"),
    "mcp": Entry("mcp", "publish", "tools for an assistant on this machine: it sees what is public, and can propose"),
    "import": Entry("bring_in", "begin", "what a spreadsheet holds, and a strategy made of it"),
    "init": Entry("init", "begin", "a small portfolio to begin from"),
    "validate": Entry("validate", "check", "every mistake and gap in the files, by line"),
    "explain": Entry("explain", "check", "what a diagnostic means, why it matters, and how to mend it"),
    "schema": Entry("schema", "check", "what an editor needs to complete, explain and check the files"),
    "doctor": Entry("doctor", "check", "versions, settings and surroundings, for a support question"),
}
"""Every command, in the order of the help."""

ABOUT = """Keeps a public body's strategies as YAML in git, and says what is on track, late or silent, and why.

Example: strategy status --why"""


class Commands(TyperGroup):
    """The group: knows the names of all commands, and imports the one that is called."""

    def list_commands(self, ctx: Any) -> list[str]:
        """The names, in the order of the list."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command itself; None where there is none of that name."""
        return command(cmd_name) if cmd_name in COMMANDS else None

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """As typer's, with the nearest name offered from the list."""
        if args and args[0] not in COMMANDS:
            hint = _TRIED.get(args[0].lower()) or did_you_mean(
                nearest(args[0], COMMANDS), f"the commands are {', '.join(COMMANDS)}"
            )
            ctx.fail(f"there is no command {args[0]!r}: {hint}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """The list by task, without importing a single command."""
        for task in dict.fromkeys(entry.task for entry in COMMANDS.values()):
            with formatter.section(task.capitalize()):
                formatter.write_dl([(name, entry.line) for name, entry in COMMANDS.items() if entry.task == task])


_STOP = (
    "what is on record stays: an action that ends is 'strategy update ID --state stopped --note \"why\"', "
    "'strategy undo' takes back what you wrote last, and a line that never held is deleted in its file"
)
_TABLE = "'strategy record - < FILE' takes a table of figures, 'strategy import FILE' a whole plan or its figures"
_TRIED = {
    **dict.fromkeys(("remove", "delete", "rm", "archive"), _STOP),
    **dict.fromkeys(("load", "upload", "paste"), _TABLE),
    **dict.fromkeys(("new", "create"), "'strategy add' adds something, 'strategy init' begins a portfolio"),
    **dict.fromkeys(("list", "ls"), "'strategy status --actions --measures' lists everything"),
    **dict.fromkeys(("search", "grep"), "'strategy find WORDS' finds what has them"),
    **dict.fromkeys(("edit", "change", "rename", "set"), "open its file: 'strategy show ID' names the line"),
    **dict.fromkeys(("done", "close", "complete", "finish"), "'strategy update ID --done' says that it is complete"),
    **dict.fromkeys(("commit", "save", "push"), 'that is git\'s: git add --all, then git commit -m "what came in"'),
    **dict.fromkeys(("late", "due", "todo"), "'strategy overdue' says who is asked for what"),
    **dict.fromkeys(("meetings", "board"), "'strategy reviews' lists them, 'strategy meeting BODY' records one"),
    **dict.fromkeys(("check", "lint", "test"), "'strategy validate' finds every mistake by its line"),
}
"""Commands that people try, with the way there is."""


class Command(TyperCommand):
    """A command that takes `-0.4` for a figure: no option of ours begins with a digit."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """As typer's, but the hyphen of a negative figure becomes a minus sign, except in the value of an option."""
        takers = {name for one in self.params if not getattr(one, "is_flag", False) for name in one.opts}
        kept = [
            one if before in takers else _NEGATIVE.sub("\N{MINUS SIGN}", one)
            for before, one in zip(["", *args], args, strict=False)
        ]
        empty = _given_empty(args, takers) if self.name != "merge-driver" else ""  # git fills that one's in
        if empty:
            ctx.fail(f"{empty} is given without a value; leave it out, or give it one")
        return super().parse_args(ctx, kept)


def _given_empty(args: list[str], takers: Container[str]) -> str:
    """The option or argument that was typed with nothing in it, as an unset variable of a script has it; or nothing."""
    for before, one in zip(["", *args], args, strict=False):
        name, _, value = one.partition("=")
        if not one.strip():
            return before if before in takers else "an argument"
        if name != one and name in takers and not value.strip():
            return name
    return ""


_NEGATIVE = re.compile(r"^-(?=[\d.][\d.,/]*%?$)", re.ASCII)


def command(name: str) -> Any:
    """One command, ready to run."""
    module = importlib.import_module(f"strategy_tracker.cli.{COMMANDS[name].task}.{COMMANDS[name].module}")
    alone = typer.Typer(add_completion=False, rich_markup_mode=None)
    alone.command(name, cls=Command, epilog=f"Example: {module.EXAMPLE}")(module.command)
    return get_command(alone)


app = typer.Typer(
    cls=Commands,
    help=ABOUT,
    rich_markup_mode=None,
    invoke_without_command=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(asked: bool) -> None:
    if asked:
        from strategy_tracker import __version__

        typer.echo(f"strategy-tracker {__version__}")
        raise typer.Exit


@app.callback()
def _strategy(
    context: typer.Context,
    version: bool = typer.Option(  # noqa: ARG001 - its callback has ended the command where it is given
        False, "--version", callback=_version, is_eager=True, help="print the version and stop"
    ),
) -> None:
    if context.invoked_subcommand is None:
        from strategy_tracker.cli.today import print_today

        if not print_today():
            print_note(context.get_help())
            raise typer.Exit(CANNOT)


def run(arguments: list[str]) -> int:
    """Run the command line; the exit code is 0, 1, 2, 3 or 130 as documented in docs/commands.md."""
    return guarded(lambda: _main(arguments))


def _main(arguments: list[str]) -> Any:
    """What the command gives back.

    Raises `Problem` where it fails at what a terminal sent in another encoding; the name of a file may be in any.
    """
    if practice := os.environ.get("STRATEGY_TODAY"):
        print_note(f"practice: {practice} is taken for today, because STRATEGY_TODAY says so")
    arguments = [one.replace("\r\n", "\n") for one in arguments]  # a note of several lines, from a Windows terminal
    try:
        with _progress():
            return get_command(app).main(arguments, prog_name="strategy", standalone_mode=False)
    except ValueError:
        wrong = next((one for one in arguments if not one.isascii() and re.search("[\ud800-\udfff]", one)), None)
        if wrong is None:
            raise
        mend = "set the terminal to UTF-8, and type it again"
        raise Problem(f"'{wrong}' has a character that is not UTF-8", mend) from None


def _progress() -> AbstractContextManager[None]:
    """Shows how far long work is where a person sits at standard error; a pipe gets nothing of it."""
    if not sys.stderr.isatty():
        return nullcontext()
    from strategy_tracker.cli.progress import shown_progress

    return shown_progress()
