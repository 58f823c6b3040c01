"""The questions about an action: its state, colour, note and forecast, and what was done. What is not changed stays."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from strategy_tracker.cli.boundary import print_note
from strategy_tracker.cli.options import State
from strategy_tracker.cli.steps.asking import ask, ask_until, choice, in_turn

if TYPE_CHECKING:
    from datetime import date

    from strategy_tracker.app.moment import Portfolio
    from strategy_tracker.app.writing.answers import ActionStanding
    from strategy_tracker.model.names.address import Item
    from strategy_tracker.model.new_entries import NewUpdate

T = TypeVar("T")

NONE = "none"
"""Typed to take back a colour or a forecast that would stay otherwise."""
UNSAID = "not-said"
"""The state of an action of which nobody has said how far it is."""


def show_action(before: "ActionStanding") -> None:
    """Say how an action stands."""
    from strategy_tracker.views.screens.checkin import action_lines

    for line in action_lines(before):
        print_note(f"  {line}")


def ask_update(before: "ActionStanding", new: "NewUpdate", today: "date", *, leave: bool = False) -> "NewUpdate":
    """The update that a person makes of `new`, question by question; what `new` says is offered.

    With `leave`, raises `Back` where the person goes back from the first question.
    """
    questions = _Questions(before, new, today)
    asked = (
        questions.state,
        questions.colour,
        questions.note,
        questions.approved,
        questions.forecast,
        questions.did,
        questions.ticked,
    )
    in_turn(asked, leave=leave)
    return questions.new


def ask_from_start(found: "Portfolio", meant: "Item", new: "NewUpdate", today: "date") -> "NewUpdate":
    """The update of an action of which nothing was said on the command line: how it stands is shown first."""
    from strategy_tracker.app.writing.answers import still_said
    from strategy_tracker.app.writing.items.update import action_now, with_days

    before = action_now(found, meant, today)
    given = with_days(new, today)
    print_note(meant.address)
    show_action(before)
    return ask_update(before, still_said(before, given), today)


class _Questions:
    """What is said so far, and a question for each part of it that an action can have."""

    def __init__(self, before: "ActionStanding", new: "NewUpdate", today: "date") -> None:
        self.before, self.new, self.today = before, new, today

    def state(self) -> bool:
        unsaid = [] if self.new.state else [UNSAID]  # a state that nobody gave is not put into anybody's mouth
        said = choice("state", [*unsaid, *(one.value for one in State)], self.new.state or UNSAID)
        self.new = self.new._replace(state="" if said == UNSAID else said)
        return True

    def colour(self) -> bool:
        from strategy_tracker.app.writing.answers import takes_colour

        if not takes_colour(self.new.state):
            self.new = self.new._replace(rag="")
            return False
        rag = choice(f"red, amber, green or {NONE}", ["red", "amber", "green", NONE], self.new.rag or NONE)
        self.new = self.new._replace(rag="" if rag == NONE else rag)
        return True

    def note(self) -> bool:
        from strategy_tracker.app.writing.answers import note_asked

        note, question = ask("note", self.new.note), note_asked(self.before, self.new)
        while question and not note:
            note = ask(question)
        self.new = self.new._replace(note=note)
        return True

    def approved(self) -> bool:
        from strategy_tracker.app.writing.answers import is_halt

        if not is_halt(self.before, self.new):
            self.new = self.new._replace(approved_by="")
            return False
        self.new = self.new._replace(approved_by=ask("who agreed, if anybody did", self.new.approved_by))
        return True

    def forecast(self) -> bool:
        from strategy_tracker.app.writing.answers import forecast_of, takes_forecast

        if not takes_forecast(self.new.state):
            self.new = self.new._replace(forecast="")
            return False
        forecast = _kept("expected by", lambda text: forecast_of(text, self.new, self.today), self.new.forecast)
        self.new = self.new._replace(forecast=forecast or "")
        return True

    def did(self) -> bool:
        from strategy_tracker.app.writing.answers import last_done_of

        if self.before.interval.kind == "none":
            return False
        question = "last done on, if that is not on record"
        did = _kept(question, lambda text: last_done_of(text, self.today), self.new.did)
        self.new = self.new._replace(did=did or "")
        return True

    def ticked(self) -> bool:
        from strategy_tracker.app.writing.answers import ticked_of

        steps = self.before.milestones
        if all(step.done for step in steps):
            return False
        for number, step in enumerate(steps, 1):
            print_note(f"  {number} {step.text}: {f'done {step.done}' if step.done else step.clock.words}")
        question = "milestones that are done, if any (1, 2)"
        ticked = _kept(question, lambda text: ticked_of(text, steps), ", ".join(self.new.ticked))
        self.new = self.new._replace(ticked=ticked or ())
        return True


def _kept(question: str, understood: Callable[[str], T], default: str) -> T | None:
    """What is made of an answer; nothing where the person takes back what is offered."""
    question = f"{question}, or {NONE}" if default else question
    return ask_until(question, lambda text: None if default and text.lower() == NONE else understood(text), default)
