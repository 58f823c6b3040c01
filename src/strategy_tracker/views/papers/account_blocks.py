"""What is told of the actions of a priority: counts in their colours, what is done, coming, at risk and open."""

from collections.abc import Iterator, Sequence

from strategy_tracker.briefing.account import PriorityAccount
from strategy_tracker.briefing.requests import RequestedThing
from strategy_tracker.judging.standing.of_actions import ActionStanding
from strategy_tracker.judging.tally import tally_actions
from strategy_tracker.model.colour import Colour
from strategy_tracker.model.names.joined import sentences
from strategy_tracker.model.names.labels import Label, Word, label, phrase
from strategy_tracker.publishing.marks import WITHHELD
from strategy_tracker.views.dates_and_amounts import by_when, when
from strategy_tracker.views.document import Block, Paragraph, Points
from strategy_tracker.views.papers.said import things
from strategy_tracker.views.sheet import MARKS, Cell
from strategy_tracker.views.text import sentence

FEW = 6
"""Things that were done which a priority has room for; the others are counted."""
_WORDS: tuple[tuple[Colour, str], ...] = (
    ("blue", "complete"),
    ("green", "green"),
    ("amber", "amber"),
    ("red", "red"),
    ("grey", "no colour"),
)


def counts_line(actions: Sequence[ActionStanding]) -> tuple[Cell, ...]:
    """Counts actions by colour, each in its own: `✔ 4 complete`; what nobody has is left out."""
    tally = tally_actions(actions)
    counts = ((colour, tally.of(colour), word) for colour, word in _WORDS)
    return tuple(Cell(f"{MARKS[colour]} {number:,} {word}", colour) for colour, number, word in counts if number)


def told_of_actions(found: PriorityAccount, annex: str = "") -> Iterator[Block]:
    """Tells what is done, coming, at risk and open, as far as there is something, and counts what goes on.

    `annex` is the letter of the annex that has every action, in a paper with one.
    """
    yield from told_as_done(found, annex)
    yield from told_of_dates(found)
    if found.at_risk:
        risky = [RequestedThing(one.text, one.rating.word) for one in found.at_risk]
        yield Paragraph(_ended(things(risky)), lead=label("at-risk-lead"))
    yield from told_as_open(found)


def told_as_done(found: PriorityAccount, annex: str = "") -> Iterator[Block]:
    """Tells what was done, each thing with its day and what was said of it."""
    if found.done:
        yield Paragraph("", lead=label("done-lead"))
        yield Points(tuple(_done(found.done, annex)))


def told_of_dates(found: PriorityAccount) -> Iterator[Block]:
    """Tells what is coming in the year ahead."""
    if found.coming:
        coming = [RequestedThing(one.text, by_when(one.when)) for one in found.coming]
        yield Paragraph(_ended(things(coming)), lead=label("coming-lead"))


def told_as_open(found: PriorityAccount) -> Iterator[Block]:
    """Tells what is to come to an end and has no date, and counts what goes on."""
    if found.open:
        told = _ended(things([RequestedThing(one.text) for one in found.open]))
        yield Paragraph(told, lead=label("open-lead"))
    if counted := tuple(_going_on(found)):
        yield Paragraph(sentences(*counted))


def _going_on(found: PriorityAccount) -> Iterator[Label]:
    """Counts what goes on, what has not begun, and what nobody has said anything of."""
    counts: tuple[tuple[int, Word, Word], ...] = (
        (found.ongoing, "going-on-one", "going-on"),
        (found.not_begun, "not-begun-one", "not-begun-many"),
        (found.unsaid, "unsaid-one", "unsaid-many"),
    )
    for number, one, many in counts:
        if number:
            yield label(one if number == 1 else many, number=f"{number:,}")


def _done(done: Sequence[ActionStanding], annex: str) -> Iterator[str]:
    """Each thing that was done, with its day where that is known, and what was said of it."""
    for action in done[:FEW]:
        latest = next(one for one in action.updates if one.state == "complete")
        day = when(latest.happened) if latest.happened else phrase("reported-when", when=when(latest.on))
        note = latest.note if latest.note and latest.note != WITHHELD else ""
        told = things([RequestedThing(action.text, "" if latest.undated else day)])
        yield label("done-thing", what=told, said=sentence(note)) if note else _ended(told)
    if len(done) > FEW:
        number = f"{len(done) - FEW:,}"
        yield label("more-in-annex", number=number, letter=annex) if annex else label("and-others-done", number=number)


def _ended(told: str) -> str:
    """A text with a full stop behind it, known by its name in the catalogue."""
    return label("ended", told=told)
