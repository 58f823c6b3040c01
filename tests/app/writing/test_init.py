"""Beginning a portfolio without a terminal: the answers are arguments, what was written is the result."""

import pytest

from strategy_tracker.app.looking.validate import check
from strategy_tracker.app.writing.init import QUESTIONS, Answers, Unfinished, answer_of, place_for, start
from strategy_tracker.files import write
from strategy_tracker.files.portfolio import open_portfolio
from strategy_tracker.problem import Problem
from tests.app.conftest import DAY


def test_every_question_has_an_answer_that_is_understood():
    assert tuple(one.key for one in QUESTIONS) == Answers._fields
    assert Answers(*(answer_of(one.key, one.default) for one in QUESTIONS)) == Answers(suppress_below="5")


def test_an_example_is_written_that_validate_finds_nothing_in(tmp_path):
    folder = tmp_path / "parks"
    done = start(folder, Answers("Borough of Exampleton", "31 August"), DAY)
    assert {one.name for one in done} == {
        path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()
    }
    assert not any(one.was_there for one in done)
    assert check(open_portfolio(folder), DAY).diagnostics == []


def test_what_is_there_stays_and_is_said(tmp_path):
    (tmp_path / "README.md").write_text("Ours\n", encoding="utf-8")
    done = start(tmp_path, Answers(), DAY)
    assert [one.name for one in done if one.was_there] == ["README.md"]
    assert (tmp_path / "README.md").read_text(encoding="utf-8") == "Ours\n"


def test_a_portfolio_is_not_begun_inside_another(root):
    with pytest.raises(Problem, match="there is a portfolio in"):
        place_for(root / "inside")
    with pytest.raises(Problem, match="there is a portfolio in"):
        start(root, Answers(), DAY)


@pytest.mark.parametrize(
    ("key", "text", "message"),
    [
        ("suppress_below", "few", "'few' is not a whole number"),
        ("year_end", "soon", "'Soon'"),
        ("organisation", "A\u202eB", "the name: there is a character nobody can see"),
    ],
)
def test_an_answer_that_cannot_be_is_a_problem(key, text, message):
    with pytest.raises(Problem, match=message):
        answer_of(key, text)


def test_where_one_cannot_be_written_those_before_it_are_told(tmp_path, monkeypatch):
    stood = write.create

    def full(path, data):
        if path.name == "README.md":
            raise write.CannotWrite("'README.md' could not be written (No space left on device)")
        stood(path, data)

    monkeypatch.setattr(write, "create", full)
    with pytest.raises(Unfinished) as caught:
        start(tmp_path, Answers(), DAY)
    assert [one.name for one in caught.value.files] == [
        "strategy-tracker.yaml",
        "strategies/example.yaml",
        "measures/example.yaml",
    ]
