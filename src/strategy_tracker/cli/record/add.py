"""`strategy add`: a strategy, priority, action or measure, in its place and with an id that was never used."""

import sys
from enum import StrEnum
from typing import Annotated, Any

import typer

from strategy_tracker.cli.boundary import print_note
from strategy_tracker.cli.complete import items
from strategy_tracker.cli.options import Root, day
from strategy_tracker.cli.steps.writing import DryRun, carry_out
from strategy_tracker.model.new_entries import NewAction, NewMeasure, NewPriority, NewStrategy
from strategy_tracker.problem import Problem

EXAMPLE = 'strategy add action "Show every care leaver how to rent" --to transitions --owner "Group Manager"'


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
    unit: Annotated[str, _option("measure: percent, count, money, … or your own, tonnes (compulsory)")] = "",
    better: Annotated[str, _option("measure: higher, lower, on-target or none")] = "",
    span: Annotated[
        str, _option("measure: what a reading covers: snapshot, period, cumulative or rolling-12-months")
    ] = "",
    frequency: Annotated[str, _option("measure: how often a reading is expected", "INTERVAL")] = "",
    targets: Annotated[str, _option("measure: 2025/26=70, 2026/27=75", "PERIOD=VALUE")] = "",
    amber_within: Annotated[str, _option("measure: how far off is amber: 5 points, or 10% of target", "DISTANCE")] = "",
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
    from strategy_tracker.app.writing.add import propose_new

    typed = {"to": to, "id": own, "owner": owner, "due": due, "every": every, "kind": kind, "group": group}
    typed |= {"unit": unit, "better": better, "frequency": frequency, "source": source, "file": file}
    typed |= {"span": span, "targets": targets, "amber_within": amber_within}
    typed |= {"starts": starts, "ends": ends, "organisation": organisation}
    given = {key: value for key, value in typed.items() if value.strip()}
    refuse_what_means_nothing(thing, given)
    proposal = propose_new(root, NEW[thing](words, **given), day(""))
    added = carry_out(proposal, dry_run).proposal.item
    address = added.address if added else ""
    if dry_run:
        print_note(f"its id would be {address}")
        return 0
    sys.stdout.write(f"{address}\n")
    print_note(f"  next: {FOLLOWING[thing].format(address)}")
    return 0


NEW: dict[str, type[NewStrategy | NewPriority | NewAction | NewMeasure]] = {
    "strategy": NewStrategy,
    "priority": NewPriority,
    "action": NewAction,
    "measure": NewMeasure,
}
"""What is said of each thing; the fields after the first are its options."""

FOLLOWING = {
    "strategy": 'strategy add priority "Its title" --to {}',
    "priority": 'strategy add action "What will be done" --to {}',
    "action": "strategy update {} --state in-progress",
    "measure": "strategy record {} PERIOD VALUE",
}
"""The command that is likely to come next."""


def refuse_what_means_nothing(thing: Thing, given: dict[str, str]) -> None:
    """Raise `Problem` for an option of another thing."""
    takes = NEW[thing]._fields[1:]
    for key in given:
        if key not in takes:
            an = "an" if thing == "action" else "a"
            listed = ", ".join(f"--{name.replace('_', '-')}" for name in takes)
            raise Problem(f"--{key.replace('_', '-')} means nothing for {an} {thing}", f"it takes {listed}")
