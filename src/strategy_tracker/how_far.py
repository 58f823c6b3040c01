"""How far long work is: said by whoever does it, and heard by whoever shows it to a person."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar

T = TypeVar("T")
Listener = Callable[[str, int, int], None]
"""Hears what is being done, how many of its parts are done, and how many there are."""
_LISTENER: ContextVar[Listener | None] = ContextVar("listener", default=None)


@contextmanager
def heard_by(listener: Listener | None) -> Iterator[None]:
    """Let somebody hear how far work is, or nobody, for as long as it is done inside."""
    token = _LISTENER.set(listener)
    try:
        yield
    finally:
        _LISTENER.reset(token)


def say_how_far(doing: str, done: int, total: int) -> None:
    """Say that so many of the parts of some work are done; where nobody listens, nothing happens."""
    if listener := _LISTENER.get():
        listener(doing, done, total)


@contextmanager
def in_one_piece(doing: str) -> Iterator[None]:
    """Say that something is done that has no parts, for as long as it is done inside: nobody can say how far it is."""
    say_how_far(doing, 0, 1)
    try:
        yield
    finally:
        say_how_far(doing, 1, 1)


def one_by_one(things: Sequence[T], doing: str) -> Iterator[T]:
    """Give things one after the other, and say before each how many are done, and that all are at the end."""
    for done, thing in enumerate(things):
        say_how_far(doing, done, len(things))
        yield thing
    say_how_far(doing, len(things), len(things))
