"""A document of a test to its draft, and what became of each paragraph."""

from strategy_tracker.intake.documents.formats.of_text import read_text
from strategy_tracker.intake.documents.read_document import read_document
from strategy_tracker.intake.draft import TableAnswers


def of_document(document, answers=TableAnswers()):  # noqa: B008
    """The draft of a document; every paragraph must be accounted for."""
    draft, ledger = read_document(document, answers)
    counts = ledger.counts(document.source)
    assert counts["filled"] == sum(counts[key] for key in ("taken", "remarked", "not_taken", "left_out"))
    return draft, ledger


def of_text(text, answers=TableAnswers()):  # noqa: B008
    return of_document(read_text("plan.txt", text.encode()), answers)


def under(draft, title):
    """The words of the actions under a priority."""
    number = next(n for n, one in enumerate(draft.priorities) if one.title == title)
    return [one.text for one in draft.actions if one.priority == number]


def codes(ledger):
    return {one.code for one in ledger.remarks}
