"""Why a report for the public is not written: what could be known from it that must not be."""

from collections.abc import Iterator
from typing import NamedTuple

from strategy_tracker.publishing.leaks_in_words import LeakInWords
from strategy_tracker.publishing.second_look import Leak

MOST = 10
"""Reasons that are listed; more say how many there are."""


class PublicationRefusal(NamedTuple):
    """What a second look at a public report found; nothing of it where the report may be published.

    `figures` could be worked out, `words` hold a suppressed number, `part` of the document reads otherwise if a secret
    is another one, and the name of the file has a number of the measure `named`. `in_public` says that the words were
    shown because they are not marked internal.
    """

    figures: tuple[Leak, ...] = ()
    words: tuple[LeakInWords, ...] = ()
    part: str = ""
    named: str = ""
    in_public: bool = False


def refusal_lines(refusal: PublicationRefusal) -> Iterator[str]:
    """Each reason with what to do about it, line by line; none where there is none."""
    if refusal.figures:
        yield from _of_figures(refusal.figures)
    if refusal.words:
        yield from _of_words(refusal.words, in_public=refusal.in_public)
    if refusal.part:
        yield f"error: not written: the report would read otherwise if a secret were another one, in {refusal.part}"
        yield "  help: this is a fault of ours: please send us this line"
    if refusal.named:
        yield f"error: not written: the name of the file holds a suppressed number of '{refusal.named}'"
        yield "  help: give the file another name"


def _of_figures(found: tuple[Leak, ...]) -> Iterator[str]:
    yield f"error: not written: {len(found)} figure{'s' * (len(found) > 1)} that must not be published could be known"
    for one in found[:MOST]:
        by = f", by {', '.join(one.sources)}" if one.sources else ""
        yield f"  '{one.title}' for {one.period}: {one.how}{by}"
    yield from _more(len(found))
    yield "  help: this is a fault of ours: please send us these lines; until then write 'c' for these figures"


def _of_words(found: tuple[LeakInWords, ...], *, in_public: bool) -> Iterator[str]:
    yield "error: not written: a suppressed number stands in words"
    for one in found[:MOST]:
        yield f"  {one.file}: {one.place}: a number of '{one.title}'"
    yield from _more(len(found))
    instead = "mark it 'internal: true'" if in_public else "leave 'public: true' out"
    yield f"  help: say it without the number, or {instead}"


def _more(number: int) -> Iterator[str]:
    if number > MOST:
        yield f"  … and {number - MOST} more"
