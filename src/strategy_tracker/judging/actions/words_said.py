"""What was said of an action last, in words: its note, what it tells of, and when it is expected now."""

from collections.abc import Callable

from strategy_tracker.judging.standing.of_actions import ActionStanding, UpdateStanding
from strategy_tracker.model.names.joined import commas, semicolons
from strategy_tracker.model.names.labels import Label, phrase


def last_said(action: ActionStanding) -> str | None:
    """Write `Half are trained (update 2022-07, Head of Service)`; None where nothing was ever said."""
    return _said(action.updates[0]) if action.updates else None


def correction_of(action: ActionStanding) -> str | None:
    """Give what its owner says is being done: the note of a red or amber update, or a date it is now expected.

    Any other note is what was last said, and no more: it was not given as an answer to something going wrong.
    """
    latest = action.updates[0] if action.updates else None
    if latest is None or not (latest.forecast or (latest.note and latest.rag in ("red", "amber"))):
        return None
    return _said(latest)


def _said(update: UpdateStanding) -> str:
    marks = [update.on, *([phrase("undated")] if update.undated else []), *([update.by] if update.by else [])]
    marks += [phrase("not-confirmed")] if update.drafted else []
    told = words_said(update)
    if not isinstance(told, Label):
        told = told.removesuffix(".")
    return phrase("said-in-update", said=told, update=commas(marks))


def words_said(update: UpdateStanding, dated: Callable[[str], str] = str) -> str:
    """Give the note of an update, the day of what it tells of and the date that it now expects, or else its state."""
    happened = phrase("happened-when", when=dated(update.happened)) if update.happened else ""
    expected = phrase("now-expected-when", when=dated(update.forecast)) if update.forecast else ""
    note = update.note or ("" if expected else _without_words(update)) if happened or expected else ""
    note = note if isinstance(note, Label) else note.rstrip(".")
    return semicolons([part for part in (note, happened, expected) if part]) or update.note or _without_words(update)


def _without_words(update: UpdateStanding) -> str:
    said = update.state or update.rag
    return phrase(said) if said else phrase("evidence-without-word")
