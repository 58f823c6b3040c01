"""`strategy update`: say how an action is going."""

import sys
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from strategy_tracker.cli.boundary import CannotRun, say
from strategy_tracker.cli.complete import items
from strategy_tracker.cli.options import Rag, Root, State, day, portfolio
from strategy_tracker.cli.writing import DryRun, a_day, ask, write

if TYPE_CHECKING:
    from collections.abc import Sequence

    from strategy_tracker.model.action import Action
    from strategy_tracker.rules.address import Item
    from strategy_tracker.rules.standing import ActionStanding
    from strategy_tracker.store.edit import Change
    from strategy_tracker.store.portfolio import Portfolio

EXAMPLE = 'strategy update stability-04 --state in-progress --rag amber --note "Relaunch moved to October"'


def command(
    action: Annotated[
        str, typer.Argument(help="the id of an action, or any unambiguous end of it", autocompletion=items)
    ],
    state: Annotated[
        State | None, typer.Option(help="the state it is in now; otherwise it stays", show_default=False)
    ] = None,
    rag: Annotated[
        Rag | None, typer.Option(help="red, amber or green: its owner's judgement", show_default=False)
    ] = None,
    note: Annotated[
        str, typer.Option(help="what a board should know; needed with red and amber", show_default=False)
    ] = "",
    forecast: Annotated[
        str, typer.Option(metavar="DATE", help="when it is now expected to be done", show_default=False)
    ] = "",
    by: Annotated[str, typer.Option(metavar="POST", help="the post that says so", show_default=False)] = "",
    on: Annotated[str, typer.Option(metavar="DATE", help="the day it is true of", show_default="today")] = "",
    evidence: Annotated[
        list[str] | None, typer.Option(metavar="REF", help="where to look; may be repeated", show_default=False)
    ] = None,
    tick: Annotated[
        list[str] | None,
        typer.Option(metavar="STEP", help="a milestone that is done: its number or its words", show_default=False),
    ] = None,
    done: Annotated[bool, typer.Option("--done", help="the action is complete")] = False,
    dry_run: DryRun = False,
    root: Root = None,
) -> int:
    """Add an update to an action. The file keeps everything else as it is.

    Without options, in a terminal, it asks. What was said before stays: the latest update holds.
    """
    found = portfolio(root)
    meant, before = standing_of(found, action, day(""))
    today = a_day(on, "--on") if on else day("").isoformat()
    said: dict[str, Any] = {"on": today}
    if done and state not in (None, State.complete):
        raise CannotRun(f"--done and --state {state.value} say two things", "leave one of them out")
    chosen = "complete" if done else state.value if state else ""
    if not any((chosen, rag, note, forecast, evidence, tick, by)):
        if not sys.stdin.isatty():
            raise CannotRun("there is nothing to record", "say --state, --rag or --note; in a terminal it asks")
        chosen, colour, note, forecast = asked(before)
    else:
        colour = rag.value if rag else ""
    said["state"] = chosen or before.state or "in-progress"
    if colour:
        said["rag"] = colour
    said |= {key: value for key, value in {"note": note, "by": by}.items() if value}
    if forecast:
        said["forecast"] = a_day(forecast, "--forecast")
    if evidence:
        said["evidence"] = tuple(evidence) if len(evidence) > 1 else evidence[0]
    sensible(said, day(""))
    record(found, meant, said, tick or [], dry_run)
    if not dry_run:
        _, after = standing_of(found, action, day(""))
        tell(before, after)
    return 0


def standing_of(found: "Portfolio", typed: str, today: date) -> "tuple[Item, ActionStanding]":
    """The action a person named, and how it stands.

    Raises `CannotRun`.
    """
    from strategy_tracker.cli.items import find
    from strategy_tracker.store.stand import stand

    meant = find(found, typed, ("action",))
    standing, _ = stand(found, today, [file for file in found.files if file.name == meant.file])
    for strategy in standing.strategies:
        for one in strategy.actions:
            if f"{strategy.id}/{one.id}" == meant.address:
                return meant, one
    raise CannotRun(f"'{meant.address}' could not be read", f"strategy validate {meant.file}")


def asked(before: "ActionStanding") -> tuple[str, str, str, str]:
    """State, colour, note and forecast from the person, with the last update and the clocks in view."""
    from strategy_tracker.views.status import words_of

    say(before.text)
    say(f"  now: {before.rating.word}: {before.rating.reason}")
    for words in words_of(before):
        say(f"  {words}")
    if before.updates:
        last = before.updates[0]
        say(
            f"  last update {last.on}: {last.state}{f', {last.rag}' if last.rag else ''}{f': {last.note}' if last.note else ''}"
        )
    state = choice("state", [one.value for one in State], before.state or "in-progress")
    running = state in ("in-progress", "not-started")
    rag = choice("red, amber, green, or nothing", ["red", "amber", "green", ""], "") if running else ""
    note = ask("note")
    while rag in ("red", "amber") and not note:
        note = ask(f"{rag}: what will be done about it")
    forecast = ask("expected by, if that has changed") if running else ""
    return state, rag, note, forecast


def choice(question: str, allowed: list[str], default: str) -> str:
    """One of the words allowed; asked again until it is, and the beginning of a word is enough."""
    while True:
        answer = ask(question, default).lower().replace(" ", "-")
        fits = [word for word in allowed if word == answer] or [
            word for word in allowed if answer and word.startswith(answer)
        ]
        if len(fits) == 1:
            return fits[0]
        say(f"  '{answer}' is not one of: {', '.join(word for word in allowed if word)}")


def sensible(said: dict[str, Any], today: date) -> None:
    """Refuse what a board could not use.

    Raises `CannotRun`.
    """
    from strategy_tracker.model.values import read_when

    running = said["state"] in ("in-progress", "not-started")
    if said.get("rag") in ("blue", "grey"):
        raise CannotRun(f"an owner's judgement is red, amber or green, not {said['rag']}", "a complete action: --done")
    if said.get("rag") and not running:
        raise CannotRun(f"an action that is {said['state']} has no red, amber or green", "leave --rag out")
    if said.get("rag") in ("red", "amber") and not said.get("note"):
        raise CannotRun(f"{said['rag']} without a note", 'say what will be done about it: --note "…"')
    if read_when(said["on"]).first > today:
        raise CannotRun(f"{said['on']} has not come yet", "an update says what is true on a day that has come")
    if said.get("forecast") and running and read_when(said["forecast"]).last < read_when(said["on"]).first:
        raise CannotRun(f"the forecast {said['forecast']} lies before the update", "correct one of the dates")


def record(found: "Portfolio", meant: "Item", said: dict[str, Any], ticked: list[str], dry_run: bool) -> None:
    """Write one update, and the milestones that are done with it."""
    from strategy_tracker.store.edit import Append, Put

    file = next(one for one in found.files if one.name == meant.file)

    def plan(strategy: Any) -> "Sequence[Change]":
        action = strategy
        for step in meant.route:
            action = action[step] if isinstance(step, int) else getattr(action, step)
        if action.id != meant.address.rpartition("/")[2]:
            raise CannotRun(f"'{meant.address}' has moved in the file a moment ago", "try again")
        steps = [milestone(action, typed) for typed in ticked]
        ticks = [Put((*meant.route, "milestones", n), "done", said["on"], ("text", "due")) for n in steps]
        return [*ticks, Append((*meant.route, "updates"), dict(said), first=newest_first(action))]

    write(found, file, plan, dry_run)


def newest_first(action: "Action") -> bool:
    """Whether this person writes the newest update at the top."""
    days = [update.on.last for update in action.updates]
    return len(days) > 1 and days == sorted(days, reverse=True) and days[0] != days[-1]


def milestone(action: "Action", typed: str) -> int:
    """The number, from 0, of the milestone a person means by a number from 1 or by some of its words.

    Raises `CannotRun`.
    """
    steps = action.milestones
    fits = [n for n, step in enumerate(steps) if typed.casefold() in step.text.casefold() or typed == str(n + 1)]
    if len(fits) == 1:
        if steps[fits[0]].done:
            raise CannotRun(f"'{steps[fits[0]].text}' was done on {steps[fits[0]].done}", "leave --tick out")
        return fits[0]
    listed = "; ".join(f"{n} {step.text}" for n, step in enumerate(steps, 1))
    raise CannotRun(
        f"'{typed}' is not one milestone of this action", f"they are: {listed}" if listed else "it has none"
    )


def tell(before: "ActionStanding", after: "ActionStanding") -> None:
    """The colour before and after, and why."""
    same = before.rating.word == after.rating.word
    words = after.rating.word if same else f"{before.rating.word} → {after.rating.word}"
    sys.stdout.write(f"{after.id}: {words}\n  {after.rating.reason}\n")
    if after.disagreement:
        sys.stdout.write(f"  {after.disagreement}\n")
