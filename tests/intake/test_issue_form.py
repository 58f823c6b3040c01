"""An answered issue form, as GitHub writes it, and as nobody should."""

import pytest

from strategy_tracker.intake.issue_form import FORM_QUESTIONS, FormAnswer, read_form
from strategy_tracker.model.dates.period import YearEnd
from strategy_tracker.model.new_entries import NewUpdate
from strategy_tracker.problem import Problem

MARCH = YearEnd(31, 3)


def form(**answers):
    """The Markdown that GitHub makes of these answers."""
    said = {name: answers.get(name, "_No response_") for name in FORM_QUESTIONS.values()}
    return "\r\n\r\n".join(f"### {question}\r\n\r\n{said[name]}" for question, name in FORM_QUESTIONS.items())


def test_an_answered_form_is_an_update():
    text = form(
        action="one-01", state="in progress", rag="amber", note="Late.\r\n\r\nIn hand.", forecast="31 March 2027",
        evidence="- Minutes of 3 May\r\nhttps://example.org/a", by="Head of Parks", on="3/5/2026",
    )  # fmt: skip
    update = NewUpdate(
        state="in-progress", rag="amber", note="Late.\n\nIn hand.", forecast="2027-03-31",
        evidence=("Minutes of 3 May", "https://example.org/a"), by="Head of Parks", on="2026-05-03",
    )  # fmt: skip
    assert read_form(text, MARCH) == FormAnswer("one-01", update)


def test_what_is_empty_is_not_said_and_no_change_is_an_answer():
    assert read_form(form(action="one-01", state="no change"), MARCH).update == NewUpdate(
        evidence=("",), no_change=True
    )
    assert read_form(form(action="one-01"), MARCH).update.is_empty
    assert read_form("### Which action\n\none-01", MARCH) == FormAnswer("one-01", NewUpdate(evidence=("",)))


def test_a_heading_that_is_no_question_belongs_to_the_answer():
    text = form(action="one-01", note="### Background\n\nIt rained. $(touch hacked)")
    assert read_form(text, MARCH).update.note == "### Background\n\nIt rained. $(touch hacked)"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Hello", "none of the questions of the form stands here"),
        ("", "none of the questions of the form stands here"),
        (form(state="complete"), "the form does not say which action"),
        (form(action="one-01", note="Fine\n\n### How far is it\n\ncomplete"), "'How far is it' stands twice"),
        (form(action="one-01", state="nearly there"), "'How far is it': 'nearly there' is no answer to it"),
        (form(action="one-01", rag="blue"), "'How is it going': 'blue' is no answer to it"),
        (form(action="one-01", rag="mauve"), "'How is it going': 'mauve' is no answer to it"),
        (form(action="one-01", forecast="31 June 2027"), "'When is it expected': there is no day '31 June 2027'"),
        (form(action="one-01", on="some day"), "'On which day was that so'"),
    ],
)
def test_what_nobody_can_read_is_refused_with_its_question(text, said):
    with pytest.raises(Problem) as error:
        read_form(text, MARCH)
    assert said in error.value.message
    assert error.value.next_step
