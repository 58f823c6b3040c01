"""The catalogue: the words of every code stand in a file of its own, and a diagnostic has a next step in any case."""

from importlib.resources import files

import pytest

from strategy_tracker.diagnostics import CODES, Diagnostic, read_explanation

TEXTS = files("strategy_tracker").joinpath("texts")


def test_every_code_has_its_file_and_every_file_its_code():
    assert sorted(file.name for file in TEXTS.iterdir()) == sorted(f"{code}.md" for code in CODES)


@pytest.mark.parametrize("code", CODES)
def test_a_file_is_headed_by_its_code_and_has_all_its_parts(code):
    assert TEXTS.joinpath(f"{code}.md").read_text(encoding="utf-8").startswith(f"# {code}\n\n")
    explanation = read_explanation(code)
    assert all(part.strip() for part in explanation)
    assert explanation.meaning.endswith(".")
    assert not explanation.next_step.endswith("."), "it is printed as help, and as part of a sentence"


def test_wrapped_lines_are_one_paragraph_and_an_example_keeps_its_lines():
    explanation = read_explanation("due-dates-crowd")
    assert "\n" not in explanation.why
    assert explanation.example.count("\n") == 7


def test_the_next_step_is_its_own_or_else_the_one_of_its_code():
    assert Diagnostic("due-on-weekend", "due on a Saturday", next_step="move it").help == "move it"
    assert Diagnostic("due-on-weekend", "due on a Saturday").help == "choose a working day"
