"""The changes of a strategy's file by which what a body was asked, what it resolved and what was done stand in it."""

from strategy_tracker.diagnostics import Route
from strategy_tracker.editing.changes import Change, Put
from strategy_tracker.editing.insert_at import keys_before
from strategy_tracker.editing.refusals import Already
from strategy_tracker.editing.typed_figures import written
from strategy_tracker.model.meeting import Ask


def answer_changes(ask: Ask, route: Route, done: str, answer: str) -> list[Change]:
    """Say on what day something was done, and what was answered. Raises `Already` where the file says exactly this."""
    changes: list[Change] = []
    if ask.done is None or ask.done.text != done:
        changes.append(Put(route, "done", written(done), keys_before(Ask, "done")))
    if answer and answer != ask.answer:
        changes.append(Put(route, "answer", answer, keys_before(Ask, "answer")))
    if not changes:
        raise Already(f"'{ask.id}' was done on {ask.done}")
    return changes
