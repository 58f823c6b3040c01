"""Pieces are numbered, hold nothing that nobody can see, and name no person."""

import pytest

from strategy_tracker.intake.documents.pieces import PaperPiece, document_of, without_names


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Sarah Mullen will lead this", "[name] will lead this"),
        ("Ask Cllr P. Brown or Mrs Ada Lane", "Ask [name] or [name]"),
        ("Write to a.b@example.gov.uk or 01632 960 123", "Write to [contact] or [contact]"),
        ("Open Victoria Park and Grace Street", "Open Victoria Park and Grace Street"),
        ("Councillor Members of the Board", "Councillor Members of the Board"),
        ("Spend 0.5 million in 2026", "Spend 0.5 million in 2026"),
        ("Mark the paths", "Mark the paths"),
    ],
)
def test_names_and_addresses_of_persons_are_left_out(text, shown):
    assert without_names(text) == shown


def test_pieces_are_numbered_and_what_cannot_be_seen_is_left_out():
    document = document_of(
        "a.html", [PaperPiece("para", "One\u202e", ""), PaperPiece("para", " ", ""), PaperPiece("item", "Two", "")]
    )
    assert [(one.text, one.place) for one in document.pieces] == [("One", "paragraph 1"), ("Two", "paragraph 2")]
    assert document.text.place(2, 1) == "paragraph 2"
    assert document.source.remarks == (
        "a paragraph or a table held characters that nobody can see, which were left out",
    )
