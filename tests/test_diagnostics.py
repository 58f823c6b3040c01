"""The catalogue: the words of every code stand in a file of its own, and a diagnostic has a next step in any case."""

from importlib.resources import files

import pytest

from strategy_tracker.diagnostics import CODES, TABLE_CODES, Diagnostic, first_of_each, how_many, read_explanation

TEXTS = files("strategy_tracker").joinpath("texts")


def test_every_code_has_its_file_and_every_file_its_code():
    assert sorted(file.name for file in TEXTS.iterdir()) == sorted(f"{code}.md" for code in (*CODES, *TABLE_CODES))


@pytest.mark.parametrize("code", [*CODES, *TABLE_CODES])
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


def test_of_many_of_one_code_in_one_file_the_first_are_listed_and_the_rest_is_counted():
    found = [Diagnostic("unknown-key", f"{n}", file=name) for n in range(5) for name in ("a.yaml", "b.yaml")]
    found += [Diagnostic("no-owner", "x", file="a.yaml", severity="advice")]
    kept = first_of_each(found, 3)
    assert [(one.file, one.message, one.more) for one in kept] == [
        ("a.yaml", "0", 0), ("b.yaml", "0", 0), ("a.yaml", "1", 0), ("b.yaml", "1", 0),
        ("a.yaml", "2", 2), ("b.yaml", "2", 2), ("a.yaml", "x", 0),
    ]  # fmt: skip
    assert dict(how_many(kept)) == {"error": 10, "advice": 1}
    assert first_of_each(kept, 2)[2].more == 3
    assert kept[4].help.endswith("; 2 more like this in this file, which --all lists")
