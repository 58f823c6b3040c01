"""The options that mean the same in every command that looks."""

import os
import re
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from strategy_tracker.cli.complete import items, owners, strategies
from strategy_tracker.problem import Problem

if TYPE_CHECKING:
    from strategy_tracker.app.looking.status import Filters
    from strategy_tracker.app.moment import Moment, Portfolio
    from strategy_tracker.model.values import Interval


class Format(StrEnum):
    """How a result is written."""

    table = "table"
    markdown = "markdown"
    json = "json"
    csv = "csv"


class Rag(StrEnum):
    """A colour to keep."""

    red = "red"
    amber = "amber"
    green = "green"
    blue = "blue"
    grey = "grey"


class RulesOf(StrEnum):
    """Whose settings judge an earlier day's data."""

    then = "then"
    today = "today"


class NeedOf(StrEnum):
    """The word of an action to keep; one that is worse is kept, too."""

    late = "late"
    waiting = "waiting"
    silent = "silent"
    very_silent = "very-silent"


class State(StrEnum):
    """A state of an action to keep."""

    not_started = "not-started"
    in_progress = "in-progress"
    delivered = "delivered"
    complete = "complete"
    paused = "paused"
    stopped = "stopped"
    superseded = "superseded"


class Stage(StrEnum):
    """A stage of an action to keep."""

    striving = "striving"
    doing = "doing"
    improving = "improving"
    considering = "considering"


Root = Annotated[
    Path | None, typer.Option("--root", help="the portfolio's folder, if not this one or one above", show_default=False)
]
BroughtSince = Annotated[
    str,
    typer.Option(
        "--since",
        metavar="REV",
        envvar="PRE_COMMIT_FROM_REF",  # pre-commit sets it where it knows what a push brings
        show_envvar=False,
        help="also what was typed over in commits that HEAD has and REV has not, as in a pull request",
        show_default=False,
    ),
]
AsAt = Annotated[
    str,
    typer.Option(
        "--as-at",
        metavar="DATE",
        help="judge as at this date, by the dates in the files; what was committed by then is --known-on",
        show_default="today",
    ),
]
HeldAgainst = Annotated[
    str,
    typer.Option("--as-at", metavar="DATE", help="hold the dates in the files against this day", show_default="today"),
]
Rev = Annotated[
    str, typer.Option("--rev", metavar="REV", help="from the files of this commit, tag or branch", show_default=False)
]
KnownOn = Annotated[
    str, typer.Option("--known-on", metavar="DATE", help="from what was committed by this date", show_default=False)
]
Rules = Annotated[
    RulesOf, typer.Option("--rules", help="with --rev or --known-on: the settings of that day, or of today")
]
Since = Annotated[
    str,
    typer.Option(
        metavar="MOMENT",
        help="what to compare with: last-meeting, a date, or a revision",
        show_default="last-meeting",
    ),
]
Formats = Annotated[Format, typer.Option("--format", "-f", help="how to write the result")]
Output = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", help="write to this file", show_default=False)
]
KeepGoing = Annotated[
    bool, typer.Option("--keep-going", help="show what could be read although some files have errors")
]
NoCache = Annotated[
    bool, typer.Option("--no-cache", help="work everything out anew, and keep nothing for the next time")
]
Owner = Annotated[
    str,
    typer.Option(
        help="only what this owner answers for (part of the name is enough)", autocompletion=owners, show_default=False
    ),
]
InPriority = Annotated[str, typer.Option("--priority", help="only this priority", show_default=False)]
InStrategy = Annotated[
    str, typer.Option("--strategy", help="only this strategy", autocompletion=strategies, show_default=False)
]
OfRag = Annotated[Rag | None, typer.Option("--rag", help="only this colour (grey: not rated)", show_default=False)]
InNeed = Annotated[
    NeedOf | None, typer.Option("--need", help="only actions of which this is true, or worse", show_default=False)
]
OfLevel = Annotated[
    str,
    typer.Option("--level", help="only measures of this level, or what stands in priorities of it", show_default=False),
]
InState = Annotated[State | None, typer.Option("--state", help="only actions in this state", show_default=False)]
InStage = Annotated[
    Stage | None, typer.Option("--stage", help="only actions that the strategy says this of", show_default=False)
]
Item = Annotated[
    str, typer.Argument(help="an id, or any unambiguous end of one", autocompletion=items, show_default=False)
]
Public = Annotated[
    bool, typer.Option("--public", help="a draft for the public: nothing internal, small numbers suppressed")
]
Issue = Annotated[
    str,
    typer.Option(
        "--issue", metavar="NAME", help="with --public: issue it, and enter it in the register", show_default=False
    ),
]


PRACTICE_CLOCK = "STRATEGY_TODAY"
"""The variable that names the day to take for today: for the tutorial, and for whoever tries something out."""


def day(text: str) -> date:
    """The date of `--as-at`; today where none is given, or the practice clock's day. Only this reads the clock."""
    if not text and os.environ.get(PRACTICE_CLOCK):
        return day(os.environ[PRACTICE_CLOCK])
    if not text:
        return date.today()  # noqa: DTZ011 - plain dates, no time zones
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", text, re.ASCII):
        from strategy_tracker.model.spellings import spelled_date

        meant = spelled_date(text)
        whole = meant if meant and len(meant.text) == len("2022-10-04") else None
        raise Problem(f"'{text}' is not a date", whole.words if whole else "write it as 2022-10-04")
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Problem(f"there is no date '{text}' in the calendar", "correct it") from None


def day_or_revision(text: str) -> date | str:
    """The day that a moment is given as, or else the text of it: the name of a commit, or of a meeting."""
    return day(text) if re.fullmatch(r"\d{4}-\d\d-\d\d", text, re.ASCII) else text


def interval(text: str) -> "Interval | None":
    """A length of time typed by a person, or None; `30d` and `6 weeks` alike.

    Raises `Problem`.
    """
    from pydantic_core import PydanticCustomError

    from strategy_tracker.model.values import typed_interval

    if not text:
        return None
    try:
        return typed_interval(text)
    except PydanticCustomError:
        raise Problem(f"'{text}' is not a length of time", "write 30d, 6 weeks, month or quarter") from None


def filters(
    owner: str,
    priority: str,
    strategy: str,
    rag: Rag | None,
    state: State | None,
    need: NeedOf | None = None,
    level: str = "",
    stage: Stage | None = None,
) -> "Filters":
    """The filters of a command as one thing."""
    from strategy_tracker.app.looking.status import Filters

    of_action = (
        rag.value if rag else "",
        state.value if state else "",
        need or "",
        level,
        stage.value if stage else "",
    )
    return Filters(owner, priority, strategy, *of_action)


def check_public(public: bool, issue: str, *, alone: bool) -> None:
    """Raise `Problem` where options for what the public is shown do not go together."""
    if issue and not public:
        raise Problem("--issue is for what the public is shown", "add --public")
    if public and not alone:
        raise Problem(
            "--public needs every file, and a file to write: what cannot be read may say what is internal",
            "run without --keep-going and --serve",
        )


def for_the_public(asked: bool | None, found: "Portfolio", body: str) -> bool:
    """Whether a paper is for the public: as asked, else as the settings say for the body that is named."""
    if asked is not None:
        return asked
    from strategy_tracker.model.paper_template import template_for

    template = template_for(found.settings.papers, body) if body else None
    if template is None or template.public is False:
        return False
    from strategy_tracker.cli.boundary import print_note

    if template.public:
        why = "the settings say that papers for this body are public"
    else:
        from strategy_tracker.app.find_item import is_committee

        if not is_committee(found, body):
            return False
        why = "papers for a committee with a template are public"
    print_note(f"note: {why}; --internal makes the other version")
    return True


def portfolio(root: Path | None) -> "Portfolio":
    """The portfolio asked for. Raises `Problem` where there is none."""
    from strategy_tracker.app.moment import open_portfolio

    return open_portfolio(root)


def moment(root: Path | None, as_at: str, rev: str, known_on: str, rules: RulesOf) -> "Moment":
    """The moment that the options of a command name. Raises `Problem`."""
    from strategy_tracker.app.moment import open_moment

    return open_moment(
        root,
        day(""),
        as_at=day(as_at) if as_at else None,
        rev=rev,
        known_on=day(known_on) if known_on else None,
        rules_of_today=rules is RulesOf.today,
    )
