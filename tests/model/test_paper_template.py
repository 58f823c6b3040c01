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


def test_a_head_is_filled_only_with_what_is_known_of_a_paper():
    assert PaperTemplate(heading={"Day": "{meeting}", "Note": "as it is"}).heading["Day"] == "{meeting}"
    with pytest.raises(ValueError, match=r"nothing is known of a paper as '\{minister\}'"):
        PaperTemplate(heading={"Decision maker": "{minister}"})
