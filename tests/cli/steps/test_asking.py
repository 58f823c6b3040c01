"""A question is asked until it is answered, and the end of input ends it."""

import io

import pytest
import typer

from strategy_tracker.cli.steps.asking import Back, ask, ask_until, choice, in_turn
from strategy_tracker.problem import Problem


@pytest.fixture
def typed(monkeypatch):
    """Give what a person types."""
    return lambda text: monkeypatch.setattr("sys.stdin", io.StringIO(text))


def test_nothing_typed_is_the_default_and_the_question_stands_on_standard_error(typed, capsys):
    typed("\n Clerk \n")
    assert (ask("owner", "Head"), ask("owner")) == ("Head", "Clerk")
    assert capsys.readouterr() == ("", "owner [Head]: owner: ")


def test_the_marks_of_an_arrow_key_are_no_answer(typed, capsys):
    typed("\x1b[A\nHead\n")
    assert ask("owner") == "Head"
    assert capsys.readouterr().err.count("owner: ") == 2


def test_the_end_of_input_ends_it(typed):
    typed("")
    with pytest.raises(typer.Abort):
        ask("owner")


def test_what_is_not_understood_is_said_and_asked_again(typed, capsys):
    def number(text):
        if not text.isdigit():
            raise Problem(f"'{text}' is no number", "type 1")
        return int(text)

    typed("one\n1\n")
    assert ask_until("how many", number) == 1
    assert "  'one' is no number; type 1\n" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("answer", "chosen"),
    [("pau\n", "paused"), ("In Progress\n", "in-progress"), ("\n", "paused"), ("p\nst\n", "stopped")],
)
def test_the_beginning_of_a_word_is_enough(typed, answer, chosen):
    typed(answer)
    assert choice("state", ["in-progress", "paused", "postponed", "stopped"], "paused") == chosen


class TestBack:
    """The word back leads to the question before."""

    @pytest.fixture
    def asked(self, typed):
        said = {}

        def question(name):
            def put():
                said[name] = ask(name, said.get(name, ""))
                return True

            return put

        def called(text, *, leave=False):
            typed(text)
            in_turn([question("first"), lambda: False, question("second"), question("third")], leave=leave)
            return said

        return called

    def test_what_was_answered_is_offered_and_what_does_not_apply_is_passed_over(self, asked, capsys):
        assert asked("a\nb\nBack\nback\n\nB\nc\n") == {"first": "a", "second": "B", "third": "c"}
        shown = capsys.readouterr().err
        assert shown == "first: second: third: second [b]: first [a]: second [b]: third: "

    def test_before_the_first_question_there_is_none(self, asked, capsys):
        assert asked("back\na\nb\nc\n")["first"] == "a"
        assert "  this is the first question\n" in capsys.readouterr().err

    def test_a_part_of_something_larger_can_be_left(self, asked):
        with pytest.raises(Back):
            asked("a\nback\nback\n", leave=True)
