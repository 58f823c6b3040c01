"""Questions to a person, on standard error and input; also from a pipe. What cannot be is asked again."""

import sys
from collections.abc import Callable, Sequence
from typing import TypeVar

import typer

from strategy_tracker.cli.boundary import fitted, print_note
from strategy_tracker.problem import Problem

T = TypeVar("T")


class Back(Exception):
    """The person goes back to the question before."""


def ask(question: str, default: str = "") -> str:
    """An answer from the person; asked again for where no file may hold it, as with the marks of an arrow key.

    Raises `typer.Abort` at the end of input, and `Back` where the answer is the word back.
    """
    from strategy_tracker.app.writing.answers import seen

    return until(lambda: seen(_typed(question, default), "the answer")) or default


def _typed(question: str, default: str) -> str:
    sys.stderr.write(fitted(f"{question}{f' [{default}]' if default else ''}: ", sys.stderr))
    sys.stderr.flush()
    line = sys.stdin.readline()
    if not line:
        raise typer.Abort
    if line.strip().lower() == "back":
        raise Back
    return line.strip()


def in_turn(questions: Sequence[Callable[[], bool]], *, leave: bool = False) -> None:
    """Ask one question after the other; the word back leads to the last one that was asked before it.

    Each function asks, keeps the answer, and says whether there was anything to ask. Before the first question there is
    none; with `leave`, `Back` is raised then.
    """
    asked, number = list[int](), 0
    while number < len(questions):
        try:
            if questions[number]():
                asked.append(number)
            number += 1
        except Back:
            if not asked and leave:
                raise
            if not asked:
                print_note("  this is the first question")
            number = asked.pop() if asked else 0


def until(turn: Callable[[], T]) -> T:
    """What comes of a question and what is done with its answer; again where that raises `Problem`."""
    while True:
        try:
            return turn()
        except Problem as error:
            print_problem(error)


def print_problem(error: Problem) -> None:
    """Say between two questions what is wrong, and what to do."""
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
