"""What answers a form: it is shown, then what it would change, and only then it is written."""

import hmac
from collections.abc import Sequence

from starlette.responses import RedirectResponse, Response

from strategy_tracker.app.serving.desk import Faulty, ItemChanged, Proposal, Signer
from strategy_tracker.problem import Problem
from strategy_tracker.views.dates_and_amounts import dates_in
from strategy_tracker.views.form.action_fields import by_field
from strategy_tracker.views.form.fields import YOUR_NAME, Field, filled_in
from strategy_tracker.views.form.form_frame import FormPage
from strategy_tracker.views.form.forms import FORMS
from strategy_tracker.views.form.reading_pages import NO_WIDTH, address_of, owners_in, tables_of
from strategy_tracker.views.form.writing_pages import (
    ColourStep,
    FormPlace,
    PlannedChange,
    WrittenMeanwhile,
    preview_page,
    typing_page,
)
from strategy_tracker.views.screens.showing.show import item_sheet
from strategy_tracker.views.sheet import Column, Table, cell
from strategy_tracker.web.form_pages import Asked
from strategy_tracker.web.gate import as_name

OURS = ("secret", "seal", "step", "item")
"""Fields of a form that nobody types into."""


def show_form(asked: Asked) -> FormPage:
    """A form as it is opened: with what was said last, as far as it can still hold, and what its address says."""
    typed = dict(asked.desk.begun(asked.picture, asked.form, asked.address, asked.visit.post))
    typed[YOUR_NAME.name] = (asked.visit.name,)
    if state := asked.query("state"):
        typed["state"] = (state,)
    return _typing(asked._replace(typed=typed), asked.seal)


def answer_form(asked: Asked) -> FormPage | Response:
    """What comes of a form that was sent: the form again with its mistakes, what it would change, or where it went."""
    (secret, seal, step, item), typed = (asked.said(name) for name in OURS), asked.typed
    asked = asked._replace(typed={name: values for name, values in typed.items() if name not in OURS})
    if asked.shown.thing == "body" and item != asked.shown.words:  # it has no id, and another may stand in its place
        raise Problem("another body stands in this place by now; nothing was written", "open it from its strategy")
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
    _signer(asked)
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
    tables = tables_of(item_sheet(shown, NO_WIDTH).sections) if rated else [_met(asked)]
    clash = WrittenMeanwhile(rated.rating if rated else None, tuple(tables))
    return typing_page(asked.frame, _place(asked, asked.seal), _fields(asked), clash=clash)


def _met(asked: Asked) -> Table:
    """The days on which a body met and meets, as they are on record now."""
    _, body = asked.picture.body(asked.address)
    days = [*body.held[::-1][:5], *([body.clock.due.isoformat()] if body.clock.due else [])]
    return Table(body.body, (Column("Met on, or meets"),), tuple((cell(dates_in(day)),) for day in days))


def _saved(asked: Asked, seal: str) -> Response:
    """Write what was typed, and lead to the page of the item, which says so."""
    saved = asked.desk.save(asked.form, asked.address, asked.typed, seal, _signer(asked))
    steps = _planned(asked, saved.receipt.proposal)
    if not saved.receipt.files:
        asked.visit.told = "This is on record already, so nothing was written."
    else:
        changed = [
            f"It was {one.before.word}, and is {one.after.word}." for one in steps.colours if one.before != one.after
        ]
        kept = f"It is saved, and not put on record yet: {saved.not_committed}." if saved.not_committed else "Saved."
        asked.visit.told = " ".join([kept, *changed])
    if post := asked.said("by"):
        asked.visit.post = post
    return RedirectResponse(_place(asked, "").back, 303)


def _signer(asked: Asked) -> Signer:
    """Who fills in the form. Raises `Problem` where a name is wanted, and none was typed that can be put on record."""
    visit = asked.visit
    if typed := asked.said("your_name").strip():
        visit.name = visit.name if visit.is_signed_in else as_name(typed)
        if not visit.name:
            raise Problem("this name cannot be put on record", "type letters, without < and >", YOUR_NAME.name)
    if asked.desk.commits and not visit.name:
        raise Problem("a form is put on record under a name", "type yours", YOUR_NAME.name)
    return Signer(visit.name, visit.is_signed_in)


def _fields(asked: Asked) -> tuple[Field, ...]:
    fields = FORMS[asked.form].fields(asked.shown, asked.picture.posts)
    rated = asked.shown.action or asked.shown.measure
    if rated and asked.picture.portfolio.settings.form.own_items and not any(one.name == "by" for one in fields):
        fields = (*fields, by_field(asked.picture.posts, owners_in(asked.shown)))
    if asked.desk.commits and not asked.visit.is_signed_in:
        fields = (*fields, YOUR_NAME)
    return filled_in(fields, asked.typed)


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
