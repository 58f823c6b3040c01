"""Pages of the form that somebody types into: the form, what it would change, and two texts on one item."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from strategy_tracker.diagnostics import Diagnostic
from strategy_tracker.judging.standing.rating import Rating
from strategy_tracker.problem import Problem
from strategy_tracker.views.dates_and_amounts import dates_in
from strategy_tracker.views.document import Paragraph
from strategy_tracker.views.form.fields import Field, in_form_words, next_step_of, with_faults
from strategy_tracker.views.form.form_frame import FormFrame, FormPage, form_page
from strategy_tracker.views.form.reading_pages import status
from strategy_tracker.views.sheet import MARKS, Cell, Table

Typed = Mapping[str, Sequence[str]]


class FormPlace(NamedTuple):
    """Where a form stands: its title, where it is sent, where its item is told, and the words and the seal of that."""

    title: str
    action: str
    back: str
    item: str
    seal: str


class ColourStep(NamedTuple):
    """How a thing stands before and after: its words, both ratings, and what else follows."""

    words: str
    before: Rating
    after: Rating
    sentences: tuple[str, ...] = ()


class PlannedChange(NamedTuple):
    """What would be written: how it colours things, what is odd in it, what to know of it, and its lines.

    `already` says how the files say exactly this.
    """

    colours: tuple[ColourStep, ...] = ()
    findings: tuple[Diagnostic, ...] = ()
    notes: tuple[tuple[str, str], ...] = ()
    diff: str = ""
    already: str = ""


class WrittenMeanwhile(NamedTuple):
    """How an item stands now that somebody else changed it, if it is rated, and what is said of it on record."""

    rating: Rating | None
    tables: tuple[Table, ...]


def typing_page(
    frame: FormFrame,
    place: FormPlace,
    fields: Sequence[Field],
    faults: Sequence[Problem] = (),
    clash: WrittenMeanwhile | None = None,
    now: Rating | None = None,
) -> FormPage:
    """A form to fill in, with what was typed and every mistake beside its field.

    After a `clash` both texts are on it: what somebody else wrote, and below it what was typed here. `now` is how the
    item stands.
    """
    marked, listed = with_faults(fields, faults)
    return form_page(
        frame,
        "typing.html",
        f"Error: {place.title}" if listed else place.title,
        place=place,
        fields=marked,
        faults=listed,
        clash=clash,
        clash_status=status(clash.rating) if clash and clash.rating else None,
        now=status(now) if now else None,
    )


def preview_page(
    frame: FormFrame, place: FormPlace, fields: Sequence[Field], typed: Typed, change: PlannedChange
) -> FormPage:
    """A page of what would be written, before it is: the colours before and after and why, the answers, the lines."""
    labels = {one.name: one.label for one in fields}
    return form_page(
        frame,
        "preview.html",
        "Is this right?",
        place=place,
        colours=[(one, *_steps(one)) for one in change.colours],
        remarks=[f"{in_form_words(text, labels)}{next_step_of(step, labels)}" for text, step in _remarks(change)],
        diff=change.diff,
        already=in_form_words(change.already, labels),
        answers=[(one.label, answer) for one in fields if (answer := answer_of(one))],
        hidden=[(name, value) for name, values in typed.items() for value in values],
    )


def _steps(one: ColourStep) -> tuple[Cell, Cell, Paragraph, tuple[str, ...]]:
    before, after = (Cell(f"{MARKS[each.colour]} {each.word}", each.colour) for each in (one.before, one.after))
    return before, after, status(one.after), tuple(map(dates_in, one.sentences))


def _remarks(change: PlannedChange) -> list[tuple[str, str]]:
    """What `strategy validate` would find odd, and what a person should know; its advice waits."""
    found = [(one.message, one.help) for one in change.findings if one.severity == "warning" or one.code == "same-text"]
    return [*found, *change.notes]


def answer_of(field: Field) -> str:
    """What was answered, in the words it was asked in; a day as it was understood."""
    words = {one.value: one.words for one in field.options}
    return "; ".join(words.get(value, value) for value in field.value if value)
