"""The words of headings: cousins of the three questions open the same part, and other words open none."""

import pytest

from strategy_tracker.intake.documents.parts import Labelled, aside_of, is_listed, part_of


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("What will we do...", "actions"),
        ("3.2 What we will do in 2026/27", "actions"),
        ("To do this, we will:", "actions"),
        ("The council will", "actions"),
        ("Key actions", "actions"),
        ("Actions for the next two years", "actions"),
        ("We will", "actions"),
        ("How will we know?", "measures"),
        ("How you can tell", "measures"),
        ("We will know we have succeeded when:", "measures"),
        ("Measures of success", "measures"),
        ("Our aspirations", "aspirations"),
        ("What we want for our children", "aspirations"),
        ("What must change", "needs"),
        ("Our vision", "vision"),
        ("How we will keep watch", "governance"),
        ("We will be:", ""),
        ("How will we achieve this?", "actions"),
        ("What we\u2019re going to do", "actions"),
        ("What happens next", "actions"),
        ("How we will make it happen", "actions"),
        ("What you will see", "measures"),
        ("Our goals for 2030", "aspirations"),
        ("Warm homes", ""),
        ("Actions speak louder than words, as everybody in this borough has known for so very long", ""),
    ],
)
def test_a_heading_opens_a_part_or_none(text, part):
    assert part_of(text) == part


@pytest.mark.parametrize(
    ("text", "chapter"),
    [
        ("Foreword", "a foreword"),
        ("Contents", "contents"),
        ("Local context", "context"),
        ("What young people told us", "what people said"),
        ("RAG key", "a key"),
        ("Why this matters", "why it matters"),
        ("Key actions", ""),
        ("Homes", ""),
    ],
)
def test_a_chapter_that_is_no_part_of_a_plan_is_known(text, chapter):
    assert aside_of(text) == chapter


def test_a_label_before_a_title_is_no_part_of_it():
    assert Labelled("Priority one: Safe streets").title == "Safe streets"
    assert Labelled("Theme 2 \u2013 Clean air").title == "Clean air"
    assert Labelled("Objective 3").title == ""
    assert not Labelled("Priority is given to the worst")


def test_lists_of_words():
    assert is_listed("private label", "contact officer")
    assert is_listed("begins an action", "insulate")
    assert not is_listed("begins an action", "homes")
