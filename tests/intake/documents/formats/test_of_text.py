"""Text is a document, and a table that was copied as text stays a table."""

import pytest

from strategy_tracker.intake.documents.formats.of_text import is_table_of_text, read_text
from strategy_tracker.problem import Problem


def test_encodings_and_line_ends_of_tables_are_read_too():
    assert [one.text for one in read_text("a.txt", "Café\r\rStraße".encode("utf-16")).pieces] == ["Café", "Straße"]


def test_a_copied_table_is_a_table():
    assert is_table_of_text("a.txt", b"Action\tLead\nMend it\tHead\n")
    assert is_table_of_text("a.txt", b"Action;Lead;Due\nMend it;Head;May\n")
    assert not is_table_of_text("a.txt", b"Our plan\n\nWhat we will do\n\n- Mend it, and paint it\n- Keep it\n")


def test_what_is_no_text_or_too_long_is_refused():
    with pytest.raises(Problem, match="is no text"):
        read_text("a.txt", b"a\0\0\0\0b")
    with pytest.raises(Problem, match="characters"):
        read_text("a.txt", b"a" * 200_000)
