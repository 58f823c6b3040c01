"""Questions to a person, on standard error and input; also from a pipe. What cannot be is asked again."""

import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

import typer

from strategy_tracker.cli.boundary import print_note
from strategy_tracker.cli.options import State
from strategy_tracker.problem import Problem

if TYPE_CHECKING:
    from datetime import date

    from strategy_tracker.app.writing.answers import ActionStanding, MeasureStanding, MilestoneStanding
    from strategy_tracker.model.new_entries import NewUpdate

T = TypeVar("T")


def ask(question: str, default: str = "") -> str:
    """An answer from the person; asked again for where no file may hold it, as with the marks of an arrow key.

    Raises `typer.Abort` at the end of input.
    """
    from strategy_tracker.app.writing.answers import seen

    return until(lambda: seen(_typed(question, default), "the answer")) or default


def _typed(question: str, default: str) -> str:
    sys.stderr.write(f"{question}{f' [{default}]' if default else ''}: ")
    sys.stderr.flush()
    line = sys.stdin.readline()
    if not line:
        raise typer.Abort
    return line.strip()


def until(turn: Callable[[], T]) -> T:
    """What comes of a question and what is done with its answer; again where that raises `Problem`."""
    while True:
        try:
            return turn()
        except Problem as error:
            print_note(f"  {error.message}" + (f"; {error.next_step}" if error.next_step else ""))


def ask_until(question: str, understood: Callable[[str], T], default: str = "") -> T:
    """What `understood` makes of an answer; asked again where it raises `Problem`."""
    return until(lambda: understood(ask(question, default)))


def choice(question: str, allowed: Sequence[str], default: str) -> str:
    """One of the words allowed; the beginning of a word is enough."""

    def understood(text: str) -> str:
        answer = text.lower().replace(" ", "-")
        starts = [word for word in allowed if answer and word.startswith(answer)]
        fits = [answer] if answer in allowed else starts
        if len(fits) != 1:
            raise Problem(f"'{answer}' is not one of: {', '.join(word for word in allowed if word)}")
        return fits[0]

    return ask_until(question, understood, default)


def asked(before: "ActionStanding", on: str, today: "date") -> "NewUpdate":
    """State, colour, note and forecast of an action from the person, and what was done."""
    from strategy_tracker.app.writing.answers import forecast_of, last_done_of, takes_colour, takes_forecast
    from strategy_tracker.model.new_entries import NewUpdate

    state = choice("state", [one.value for one in State], before.state or "in-progress")
    rag = choice("red, amber, green, or nothing", ["red", "amber", "green", ""], "") if takes_colour(state) else ""
    note = ask("note")
    while rag in ("red", "amber") and not note:
        note = ask(f"{rag}: what will be done about it")
    new = NewUpdate(state, rag, note, on=on)
    if takes_forecast(state):
        forecast = ask_until("expected by, if that has changed", lambda text: forecast_of(text, new, today))
        new = new._replace(forecast=forecast)
    did = ""
    if before.interval.kind != "none":
        did = ask_until("last done on, if that is not on record", lambda text: last_done_of(text, today))
    return new._replace(did=did, ticked=_ticked(before.milestones))


def _ticked(milestones: "Sequence[MilestoneStanding]") -> tuple[str, ...]:
    """The milestones that are done by now; not asked where none is open."""
    from strategy_tracker.app.writing.answers import ticked_of

    if all(step.done for step in milestones):
        return ()
    for number, step in enumerate(milestones, 1):
        print_note(f"  {number} {step.text}: {f'done {step.done}' if step.done else step.clock.words}")
    return ask_until("milestones that are done, if any (1, 2)", lambda text: ticked_of(text, milestones))


# what is shown before a question


def show_action(before: "ActionStanding") -> None:
    """Say how an action stands."""
    from strategy_tracker.views.screens.checkin import action_lines

    for line in action_lines(before):
        print_note(f"  {line}")


def show_measure(before: "MeasureStanding") -> None:
    """Say how a measure stands."""
    from strategy_tracker.views.screens.checkin import measure_lines

    for line in measure_lines(before):
        print_note(f"  {line}")
