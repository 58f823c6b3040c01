"""`strategy add`: a strategy, priority, action or measure, in its place and with an id that was never used."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from strategy_tracker.cli.adding import Given
from strategy_tracker.cli.asking import seen
from strategy_tracker.cli.complete import items
from strategy_tracker.cli.options import Root, portfolio
from strategy_tracker.cli.writing import DryRun
from strategy_tracker.problem import Problem

EXAMPLE = 'strategy add action "Show every care leaver how to rent" --to transitions --owner "Group Manager"'

TAKES: dict[str, tuple[str, ...]] = {
    "strategy": ("id", "organisation", "owner", "starts", "ends"),
    "priority": ("to", "id", "group", "owner"),
    "action": ("to", "id", "kind", "owner", "due", "every"),
    "measure": ("to", "file", "id", "unit", "better", "frequency", "source", "owner"),
}
"""The options of each thing."""


class Thing(StrEnum):
    """What can be added."""

    strategy = "strategy"
    priority = "priority"
    action = "action"
    measure = "measure"


def _option(words: str, metavar: str = "") -> Any:
    return typer.Option(metavar=metavar or None, help=words, show_default=False)


def command(
    thing: Annotated[Thing, typer.Argument(help="what is added")],
    words: Annotated[str, typer.Argument(metavar="WORDS", help="its title; for an action, what will be done")],
    to: Annotated[
        str,
        typer.Option(
            metavar="ID",
            help="where it belongs: the strategy of a priority, the priority of an action or a measure",
            autocompletion=items,
            show_default=False,
        ),
    ] = "",
    own: Annotated[str, typer.Option("--id", help="its id, if not one made for it", show_default=False)] = "",
    owner: Annotated[str, _option("the post answerable for it", "POST")] = "",
    due: Annotated[str, _option("action: when it is to be finished", "DATE")] = "",
    every: Annotated[str, _option("action: how often it recurs, such as month", "INTERVAL")] = "",
    kind: Annotated[str, _option("action: deliverable, practice, improvement, standard or decision")] = "",
    group: Annotated[str, _option("priority: the id of the group it stands in", "ID")] = "",
    unit: Annotated[str, _option("measure: percent, count, days, pounds, … (compulsory)")] = "",
    better: Annotated[str, _option("measure: higher, lower, on-target or none")] = "",
    frequency: Annotated[str, _option("measure: how often a reading is expected", "INTERVAL")] = "",
    source: Annotated[str, _option("measure: where its readings come from")] = "",
    file: Annotated[str, _option("measure: the file in measures/ it is written to", "NAME")] = "",
    starts: Annotated[str, _option("strategy: when it begins", "DATE")] = "",
    ends: Annotated[str, _option("strategy: when it ends", "DATE")] = "",
    organisation: Annotated[str, _option("strategy: the body whose strategy it is")] = "",
    dry_run: DryRun = False,
    root: Root = None,
) -> int:
    """Add something at the end of its list. The file keeps everything else as it is.

    Without --id it gets the next free one: never one that was used before, also not one that only git remembers.
    """
    typed = {"to": to, "id": own, "owner": owner, "due": due, "every": every, "kind": kind, "group": group}
    typed |= {"unit": unit, "better": better, "frequency": frequency, "source": source, "file": file}
    typed |= {"starts": starts, "ends": ends, "organisation": organisation}
    given = {key: one_line(value, f"--{key}") for key, value in typed.items() if value.strip()}
    refuse_what_means_nothing(thing, given)
    add(root, thing, one_line(words, "the words"), given, dry_run)
    return 0


def refuse_what_means_nothing(thing: Thing, given: Given) -> None:
    """Raise `Problem` for an option of another thing."""
    for key in given:
        if key not in TAKES[thing]:
            takes = ", ".join(f"--{name}" for name in TAKES[thing])
            an = "an" if thing == "action" else "a"
            raise Problem(f"--{key} means nothing for {an} {thing}", f"it takes {takes}")


def one_line(text: str, what: str) -> str:
    """What a person typed, on one line.

    Raises `Problem` where nothing is left, or there is a character nobody can see.
    """
    text = " ".join(text.split())
    if not text:
        raise Problem(f"{what} are missing", 'write them in quotes: "Train every school"')
    return seen(text, what)


def add(root: Path | None, thing: Thing, words: str, given: Given, dry_run: bool) -> None:
    """Add one thing; each kind has its own place and its own next step."""
    from strategy_tracker.cli import add_measure, add_strategy

    if thing is Thing.strategy:
        add_strategy.add_strategy(root, words, given, dry_run)
    elif thing is Thing.priority:
        add_strategy.add_priority(portfolio(root), words, given, dry_run)
    elif thing is Thing.action:
        add_strategy.add_action(portfolio(root), words, given, dry_run)
    else:
        add_measure.add_measure(portfolio(root), words, given, dry_run)
