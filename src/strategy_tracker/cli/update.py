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

    from strategy_tracker.diagnostics import Route
    from strategy_tracker.model.action import Action
    from strategy_tracker.rules.address import Item
    from strategy_tracker.rules.standing import ActionStanding
    from strategy_tracker.store.edit import Change
    from strategy_tracker.store.portfolio import Portfolio

KEYS = ("id", "text", "kind", "owner", "partners", "measures", "starts", "due", "moved", "every", "done")
"""The keys of an action up to `done`, in the order they are written in."""

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
    did: Annotated[
        str, typer.Option(metavar="DATE", help="a recurring action was done on this day", show_default=False)
    ] = "",
    done: Annotated[bool, typer.Option("--done", help="the action is complete")] = False,
    dry_run: DryRun = False,
    root: Root = None,
) -> int:
    """Add an update to an action. The file keeps everything else as it is.

    Without options, in a terminal, it asks. What was said before stays: the latest update holds.
    """
    found = portfolio(root)
    meant, before = standing_of(found, action, day(""))
    said: dict[str, Any] = {"on": a_day(on, "--on") if on else day("").isoformat()}
    if done and state not in (None, State.complete):
        raise CannotRun(f"--done and --state {state.value} say two things", "leave one of them out")
    chosen = "complete" if done else state.value if state else ""
    if any((chosen, rag, note, forecast, evidence, tick, did, by)):
        words = {
            "rag": rag.value if rag else "",
            "note": note,
            "by": by,
            "forecast": forecast and a_day(forecast, "--forecast"),
        }
        said["state"] = chosen or before.state or "in-progress"
        said |= {key: value for key, value in words.items() if value}
        if did:
            said["did"] = a_day(did, "--did")
        if evidence:
            said["evidence"] = tuple(evidence) if len(evidence) > 1 else evidence[0]
    elif sys.stdin.isatty():
        say(meant.address)
        show_last(before)
        said |= asked(before)
    else:
        raise CannotRun("there is nothing to record", "say --state, --rag or --note; in a terminal it asks")
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


def show_last(before: "ActionStanding") -> None:
    """The words of an action, its colour, its clocks and what was said of it last."""
    from strategy_tracker.views.status import words_of

    say(f"  {before.text}")
    say(f"  now {before.rating.word}: {before.rating.reason}")
    for words in words_of(before):
        say(f"  {words}")
    for last in before.updates[:1]:
        said = [last.state, last.rag or "", last.note or "", f"expected {last.forecast}" if last.forecast else ""]
        say(f"  last update {last.on}: {'; '.join(part for part in said if part)}")


def asked(before: "ActionStanding") -> dict[str, str]:
    """State, colour, note and forecast from the person."""
    state = choice("state", [one.value for one in State], before.state or "in-progress")
    running = state in ("in-progress", "not-started")
    rag = choice("red, amber, green, or nothing", ["red", "amber", "green", ""], "") if running else ""
    note = ask("note")
    while rag in ("red", "amber") and not note:
        note = ask(f"{rag}: what will be done about it")
    forecast = ask("expected by, if that has changed") if running else ""
    did = ask("last done on, if that is not on record") if before.interval.kind != "none" else ""
    said = {"state": state, "rag": rag, "note": note, "forecast": forecast and a_day(forecast, "expected by")}
    said["did"] = did and a_day(did, "last done on")
    return {key: value for key, value in said.items() if value}


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
        ticks: list[Change] = [Put((*meant.route, "milestones", n), "done", said["on"], ("text", "due")) for n in steps]
        if "did" in said:
            ticks.append(_did(action, meant.route, said["did"]))
        update = {key: value for key, value in said.items() if key != "did"}
        return [*ticks, Append((*meant.route, "updates"), update, first=newest_first(action))]

    write(found, file, plan, dry_run)


def _did(action: "Action", route: "Route", on: str) -> "Change":
    """The change that puts a day on record on which a recurring action was done."""
    from strategy_tracker.store.edit import Append, Put

    if not action.every:
        raise CannotRun(f"'{action.id}' does not recur", "leave --did out; --done says that an action is complete")
    if on in [str(day) for day in action.done]:
        raise CannotRun(f"'{action.id}' is on record as done on {on}", "leave --did out")
    if len(action.done) == 1:  # may be written as one date, not as a list
        return Put(route, "done", (str(action.done[0]), on), ("every",))
    return Append((*route, "done"), on, after=tuple(KEYS[: KEYS.index("done")]))


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
