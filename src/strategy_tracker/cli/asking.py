"""Questions to a person, on standard error and input; also from a pipe. What cannot be is asked again."""

import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import typer

from strategy_tracker.cli.boundary import say
from strategy_tracker.cli.options import State
from strategy_tracker.cli.writing import a_day
from strategy_tracker.problem import Problem

if TYPE_CHECKING:
    from datetime import date

    from strategy_tracker.editing.edit_action import Said
    from strategy_tracker.judging.standing import ActionStanding, MeasureStanding, MilestoneStanding
    from strategy_tracker.model.measure import Measure
    from strategy_tracker.model.settings import Settings

T = TypeVar("T")

SHOWN = 4
"""Readings shown before the next one is asked for."""


def ask(question: str, default: str = "") -> str:
    """An answer from the person; asked again for where no file may hold it, as with the marks of an arrow key.

    Raises `typer.Abort` at the end of input.
    """
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
            say(f"  {error.message}" + (f"; {error.next_step}" if error.next_step else ""))


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


def asked(before: "ActionStanding", on: str, today: "date") -> "Said":
    """State, colour, note and forecast of an action from the person, and what was done."""
    from strategy_tracker.editing.edit_action import Said
    from strategy_tracker.judging.action_colour import LIVE
    from strategy_tracker.model.action import CLOSED

    state = choice("state", [one.value for one in State], before.state or "in-progress")
    rag = choice("red, amber, green, or nothing", ["red", "amber", "green", ""], "") if state in LIVE else ""
    note = ask("note")
    while rag in ("red", "amber") and not note:
        note = ask(f"{rag}: what will be done about it")
    update = {"on": on, "state": state, "rag": rag, "note": note}
    if state not in CLOSED:
        update["forecast"] = _forecast(update, today)
    did = _did(today) if before.interval.kind != "none" else ""
    return Said({key: text for key, text in update.items() if text}, _steps(before.milestones), did)


def _forecast(update: dict[str, Any], today: "date") -> str:
    from strategy_tracker.editing.refusals import update_makes_sense

    def understood(text: str) -> str:
        forecast = text and a_day(text, "expected by")
        update_makes_sense({**update, "forecast": forecast}, today)
        return forecast

    return ask_until("expected by, if that has changed", understood)


def _did(today: "date") -> str:
    from strategy_tracker.editing.refusals import has_come

    def understood(text: str) -> str:
        did = text and a_day(text, "last done on")
        has_come(did or str(today), today, "say a day on which it was done")
        return did

    return ask_until("last done on, if that is not on record", understood)


def _steps(milestones: "Sequence[MilestoneStanding]") -> tuple[str, ...]:
    """The milestones that are done by now; not asked where none is open."""
    from strategy_tracker.editing.refusals import step_meant

    if all(step.done for step in milestones):
        return ()
    for number, step in enumerate(milestones, 1):
        say(f"  {number} {step.text}: {f'done {step.done}' if step.done else step.clock.words}")

    def understood(text: str) -> tuple[str, ...]:
        meant = [step_meant(milestones, one) for one in text.split(",") if one.strip()]
        return tuple(str(number + 1) for number in meant if not milestones[number].done)

    return ask_until("milestones that are done, if any (1, 2)", understood)


def seen(text: str, what: str) -> str:
    """A text of which every character can be seen.

    Raises `Problem`.
    """
    from strategy_tracker.views.text import UNSEEN

    if UNSEEN.search(text):
        raise Problem(f"{what}: there is a character nobody can see", "delete it and type the text again")
    return text


# what is shown before a question


def show_action(before: "ActionStanding") -> None:
    """The words of an action, its colour, its clocks and what was said of it last."""
    from strategy_tracker.views.screens.status import words_of

    say(f"  {before.text}")
    say(f"  now {before.rating.word}: {before.rating.reason}")
    for words in words_of(before):
        say(f"  {words}")
    for last in before.updates[:1]:
        said = [last.state, last.rag or "", last.note or "", f"expected {last.forecast}" if last.forecast else ""]
        say(f"  last update {last.on}: {'; '.join(part for part in said if part)}")


def show_measure(before: "MeasureStanding") -> None:
    """The words of a measure, its colour, its last readings and the one that is wanted."""
    say(f"  {before.title}")
    say(f"  now {before.rating.word}: {before.rating.reason}")
    say(f"  last readings: {'; '.join(f'{point.period} {point.shown}' for point in before.points[-SHOWN:])}")
    say(f"  {before.late.words}")


def wanted_of(measure: "Measure", today: "date", settings: "Settings") -> str:
    """What may be typed for the reading of a measure that is late."""
    from strategy_tracker.editing.revisions import expected
    from strategy_tracker.judging.known_readings import known_readings

    last = known_readings(measure.readings, measure.unit, today)[-1].period
    assert measure.frequency is not None, "a reading without a frequency is not late"
    words = "better than last year" if measure.unit == "narrative" else "64"
    return f"{expected(last, measure.frequency, settings.year_end)} {words}"
