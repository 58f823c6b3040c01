"""Labels before a text are known by the words of columns, and nothing else is a label."""

import pytest

from strategy_tracker.intake.documents.labels import is_private, label_of


@pytest.mark.parametrize(
    ("text", "role", "value"),
    [
        ("Lead: Head of Housing", "owner", "Head of Housing"),
        ("**Accountable:** Head of Housing", "owner", "Head of Housing"),
        ("Cabinet lead: Cabinet Member for Homes", "owner", "Cabinet Member for Homes"),
        ("By when - March 2027", "due", "March 2027"),
        ("Partners: Police; Health", "partners", "Police; Health"),
        ("Action: Mend the bridge", "text", "Mend the bridge"),
    ],
)
def test_a_label_says_what_follows(text, role, value):
    label = label_of(text)
    assert (label.role, label.value) == (role, value)


@pytest.mark.parametrize("text", ["Warm homes: our plan", "Homes - and streets", "No label here", "10:30 start"])
def test_other_colons_are_no_label(text):
    assert label_of(text) is None


def test_lines_that_say_who_somebody_is_are_private():
    assert is_private("Contact Officer: somebody")
    assert not is_private("Lead: Head of Housing")
