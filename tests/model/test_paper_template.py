"""A template is found by the name of its body, or a part of the name that only one has."""

import pytest

from strategy_tracker.model.paper_template import PaperTemplate, template_for

MADE = {"Scrutiny Committee": PaperTemplate(numbered=True), "Parks Committee": PaperTemplate()}


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("Scrutiny Committee", True),
        ("scrutiny  committee", True),
        ("scrutiny", True),
        ("committee", False),
        ("board", False),
        ("", False),
    ],
)
def test_the_template_of_one_body_is_found(body, found):
    made = template_for(MADE, body)
    assert (made is not None and made.numbered) is found
