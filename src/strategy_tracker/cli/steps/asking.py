"""Questions to a person, on standard error and input; also from a pipe. What cannot be is asked again."""

import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

import typer

from strategy_tracker.cli.boundary import fitted, print_note
from strategy_tracker.problem import Problem

if TYPE_CHECKING:
    from strategy_tracker.app.moment import Portfolio
    from strategy_tracker.model.names.address import Item, Thing

T = TypeVar("T")

MOST = 9
"""Items that a person is offered to choose from."""


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


def one_meant(portfolio: "Portfolio", typed: str, *things: "Thing") -> "Item":
    """The item that is meant: the one typed, or at a terminal the one that is chosen of those it may be.

    Raises `Problem` where nobody can be asked, or none is chosen.
    """
    from strategy_tracker.app.find_item import Offered, find

    try:
        return find(portfolio, typed, things)
    except Offered as error:
        if not (error.items and sys.stdin.isatty()):
            raise
        offered = error.items[:MOST]
        print_note(error.message.partition("\n")[0])
        for number, item in enumerate(offered, 1):
            print_note(f"  {number} {item.address}: {item.words}")
        more = f", of {len(error.items)}" if len(error.items) > MOST else ""
        try:
            return ask_until(f"which one{more} (1 to {len(offered)}, or nothing)", lambda text: _chosen(text, offered))
        except (Back, typer.Abort):
            raise Problem("none was chosen", "type the id of the one you mean") from None


def _chosen(text: str, offered: "Sequence[Item]") -> "Item":
    if not text:
        raise typer.Abort
    if not (text.isascii() and text.isdecimal() and 1 <= int(text) <= len(offered)):
        raise Problem(f"'{text}' is none of them", f"type a number from 1 to {len(offered)}")
    return offered[int(text) - 1]


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
