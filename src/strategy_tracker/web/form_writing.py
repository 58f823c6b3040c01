"""What answers a form: it is shown, then what it would change, and only then it is written."""

import hmac
from collections.abc import Sequence

from starlette.responses import RedirectResponse, Response

from strategy_tracker.app.serving.desk import Faulty, ItemChanged, Proposal
from strategy_tracker.problem import Problem
from strategy_tracker.views.form.fields import Field, filled_in
from strategy_tracker.views.form.form_frame import FormPage
from strategy_tracker.views.form.forms import FORMS
from strategy_tracker.views.form.reading_pages import WIDE, address_of, tables_of
from strategy_tracker.views.form.writing_pages import (
    ColourStep,
    FormPlace,
    PlannedChange,
    WrittenMeanwhile,
    preview_page,
    typing_page,
)
from strategy_tracker.views.screens.show import item_sheet
from strategy_tracker.web.form_pages import Asked

OURS = ("secret", "seal", "step")
"""Fields of a form that nobody types into."""


def show_form(asked: Asked) -> FormPage:
    """A form as it is opened: with what was said last, as far as it can still hold, and what its address says."""
    typed = dict(asked.desk.begun(asked.picture, asked.form, asked.address, asked.visit.post))
    if state := asked.query("state"):
        typed["state"] = (state,)
    return _typing(asked._replace(typed=typed), asked.seal)


def answer_form(asked: Asked) -> FormPage | Response:
    """What comes of a form that was sent: the form again with its mistakes, what it would change, or where it went."""
    (secret, seal, step), typed = (asked.said(name) for name in OURS), asked.typed
    asked = asked._replace(typed={name: values for name, values in typed.items() if name not in OURS})
    if not hmac.compare_digest(secret.encode(), asked.visit.secret.encode()):
        return _typing(
            asked, seal, [Problem("this form was opened before you were let in again", "look at it once more")]
        )
    if step == "change":
        return _typing(asked, seal)
    try:
        return _saved(asked, seal) if step == "save" else _looked_at(asked, seal)
    except ItemChanged:
        return _after_clash(asked._replace(picture=asked.desk.picture()))
    except Faulty as error:
        return _typing(asked, seal, error.faults)
    except Problem as error:
        return _typing(asked, seal, [error])


def _looked_at(asked: Asked, seal: str) -> FormPage:
    """The page of what a form would change, before it does."""
    proposal = asked.desk.looked_at(asked.picture, asked.form, asked.address, asked.typed, seal)
    answers = filled_in(_fields(asked), asked.desk.understood(asked.form, asked.typed))
    return preview_page(asked.frame, _place(asked, seal), answers, asked.typed, _planned(asked, proposal))


def _typing(asked: Asked, seal: str, faults: Sequence[Problem] = ()) -> FormPage:
    shown = asked.shown
    rated = shown.action or shown.measure
    now = rated.rating if rated else None
    return typing_page(asked.frame, _place(asked, seal), _fields(asked), faults, now=now)


def _after_clash(asked: Asked) -> FormPage:
    """The form with both texts: what stands on record now, and what was typed; to be sent with the new seal."""
    shown = asked.shown
    rated = shown.action or shown.measure
    assert rated
    clash = WrittenMeanwhile(rated.rating, tuple(tables_of(item_sheet(shown, WIDE).sections)))
    return typing_page(asked.frame, _place(asked, asked.seal), _fields(asked), clash=clash)


def _saved(asked: Asked, seal: str) -> Response:
    """Write what was typed, and lead to the page of the item, which says so."""
    receipt = asked.desk.save(asked.form, asked.address, asked.typed, seal)
    steps = _planned(asked, receipt.proposal)
    if not receipt.files:
        asked.visit.told = "This is on record already, so nothing was written."
    else:
        changed = [
            f"It was {one.before.word}, and is {one.after.word}." for one in steps.colours if one.before != one.after
        ]
        asked.visit.told = " ".join(["Saved.", *changed])
    if post := asked.said("by"):
        asked.visit.post = post
    return RedirectResponse(_place(asked, "").back, 303)


def _fields(asked: Asked) -> tuple[Field, ...]:
    return filled_in(FORMS[asked.form].fields(asked.shown, asked.picture.posts), asked.typed)


def _place(asked: Asked, seal: str) -> FormPlace:
    shown, kind = asked.shown, FORMS[asked.form]
    back = address_of(shown.thing, shown.address)
    return FormPlace(kind.title, f"{back}/{asked.form}", back, shown.words, seal)


def _planned(asked: Asked, proposal: Proposal) -> PlannedChange:
    words = asked.shown.words
    steps = tuple(ColourStep(words, one.before.rating, one.after.rating, one.sentences) for one in proposal.colours)
    notes = (*proposal.notes, *(note for one in proposal.colours for note in one.notes))
    told = tuple((note.message, note.next_step) for note in notes)
    return PlannedChange(steps, proposal.findings, told, proposal.diff, proposal.already)
