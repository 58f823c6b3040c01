"""What "no change" says: everything that was said before still holds; and how often nothing new was said in a row."""

from collections.abc import Sequence

from strategy_tracker.model.action import Update
from strategy_tracker.model.names.labels import phrase

ASKED_ABOUT = 3
"""Said so often in a row, the same is asked about and is news no longer."""


def with_what_holds(known: Sequence[Update]) -> list[Update]:
    """Give updates, newest first, in which each "no change" says again what the one before it said.

    It takes over state, colour and a forecast that has not passed, where it names none itself, and says since when
    nothing has changed.
    """
    told: list[Update] = []
    for update in reversed(known):
        told.append(_as_before(update, told) if update.no_change else update)
    return told[::-1]


def _as_before(update: Update, former: Sequence[Update]) -> Update:
    before = former[-1] if former else None
    if before is None:
        return update.model_copy(update={"note": update.note or phrase("no-change")})
    news = next((one for one in reversed(former) if not one.no_change), before)
    words = update.note or news.note
    note = phrase("no-change-since", date=news.on.text)
    if words:
        note = phrase("and-what", what=note, of=words)
    forecast = before.forecast if before.forecast and before.forecast.last >= update.on.first else None
    kept = {"state": update.state or before.state, "rag": update.rag or before.rag, "note": note}
    drafted = update.drafted or before.drafted
    return update.model_copy(update={**kept, "forecast": update.forecast or forecast, "drafted": drafted})


def times_said(known: Sequence[Update], *, sentences: bool) -> int:
    """Count how often in a row the latest updates, newest first, say "no change", or with `sentences` the same note."""
    repeats, word_for_word = 0, False
    for number, update in enumerate(known):
        before = known[number + 1] if number + 1 < len(known) else None
        word_for_word = bool(sentences and before and update.note and _words(update) == _words(before))
        if not (update.no_change or word_for_word):
            break
        repeats += 1
        first_of_them = word_for_word and not update.no_change
    return repeats + 1 if repeats and first_of_them else repeats


def _words(update: Update) -> str:
    return " ".join((update.note or "").casefold().split()).rstrip(".")
