"""What a person wrote last is taken back, one write after the other, whatever happened in between."""

import pytest

from strategy_tracker.app.writing.add import propose_measure, propose_strategy
from strategy_tracker.app.writing.commit import commit
from strategy_tracker.app.writing.items.record import propose_reading
from strategy_tracker.app.writing.items.update import propose_update
from strategy_tracker.app.writing.journal import Journal, journal_of
from strategy_tracker.app.writing.undo_last import last_write, take_back_last, what_was_written
from strategy_tracker.files import write
from strategy_tracker.files.write import CannotWrite
from strategy_tracker.model.new_entries import NewMeasure, NewReading, NewStrategy, NewUpdate
from strategy_tracker.problem import Problem
from tests.app.conftest import DAY
from tests.cli.repository import Repository

FILE = "strategies/plan.yaml"


@pytest.fixture
def repository(root):
    made = Repository(root)
    made.commit("First", "2025-09-30")
    return made


@pytest.fixture
def journal(root):
    return journal_of(root, DAY.isoformat())


def update(portfolio, note):
    return propose_update(portfolio, "safe-01", NewUpdate(note=note), DAY)


def revise(portfolio, value):
    return propose_reading(portfolio, "calls", NewReading("2025/26 Q1", value, revise=True), DAY)


def undo(journal):
    last = last_write(journal)
    take_back_last(journal, last)
    return last


def test_one_after_the_other_back_to_the_first_byte(root, repository, portfolio, journal, texts):
    stages = [texts()]
    for make in (
        lambda: update(portfolio, "Two left"),
        lambda: revise(portfolio, "16"),
        lambda: revise(portfolio, "17"),
        lambda: propose_measure(portfolio, NewMeasure("Visits made", unit="count", to="safe"), DAY),
        lambda: propose_strategy(root, NewStrategy("Parks"), DAY),
    ):
        commit(make(), journal)
        stages.append(texts())
    for before in reversed(stages[:-1]):
        undo(journal)
        assert texts() == before
    assert last_write(journal) is None


def test_it_says_what_it_was_and_shows_what_comes_back(repository, portfolio, journal):
    commit(update(portfolio, "Two left"), journal)
    last = last_write(journal)
    assert what_was_written(last) == "plan/safe-01 in strategies/plan.yaml"
    assert "-          - {on: 2025-10-01, state: in-progress, note: Two left}" in last.files[0].diff


def test_after_a_commit_it_is_a_new_change(repository, portfolio, journal, texts):
    before = texts()
    commit(update(portfolio, "Two left"), journal)
    repository.commit("Update", "2025-10-01")
    assert last_write(journal).files[0].was_committed
    undo(journal)
    assert texts() == before
    assert FILE in repository.git("status", "--porcelain")


def test_what_was_changed_elsewhere_since_stays(root, repository, portfolio, journal, texts):
    commit(update(portfolio, "Two left"), journal)
    (root / FILE).write_text(texts()[FILE].replace("Our plan", "Our great plan"), encoding="utf-8")
    undo(journal)
    assert ("Our great plan" in texts()[FILE], "Two left" in texts()[FILE]) == (True, False)


def test_lines_that_have_changed_since_are_left(root, repository, portfolio, journal, texts):
    commit(update(portfolio, "Two left"), journal)
    (root / FILE).write_text(texts()[FILE].replace("Two left", "Three left"), encoding="utf-8")
    with pytest.raises(Problem, match=r"nothing was taken back: strategies/plan.yaml:\d+: what was written"):
        last_write(journal)
    assert "Three left" in texts()[FILE]


def test_they_can_be_passed_over(root, repository, portfolio, journal, texts):
    commit(revise(portfolio, "16"), journal)
    commit(update(portfolio, "Two left"), journal)
    (root / FILE).write_text(texts()[FILE].replace("Two left", "Three left"), encoding="utf-8")
    passed = []
    assert [one.name for one in last_write(journal, passed.append).files] == ["measures/plan.yaml"]
    assert [FILE in error.message for error in passed] == [True]


def test_a_file_that_changed_after_it_was_shown_is_left(root, repository, portfolio, journal, texts):
    commit(update(portfolio, "Two left"), journal)
    last = last_write(journal)
    (root / FILE).write_text(texts()[FILE].replace("Our plan", "Our great plan"), encoding="utf-8")
    with pytest.raises(CannotWrite, match="was changed by somebody else a moment ago; nothing was written"):
        take_back_last(journal, last)
    undo(journal)
    assert "Two left" not in texts()[FILE]


def test_a_new_file_that_was_filled_since_is_not_deleted(root, repository, journal):
    commit(propose_strategy(root, NewStrategy("Parks"), DAY), journal)
    with (root / "strategies/parks.yaml").open("a", encoding="utf-8") as file:
        file.write("priorities: []\n")
    with pytest.raises(Problem, match=r"strategies/parks.yaml: it has been changed since it was written"):
        last_write(journal)


def test_without_git_what_was_added_is_taken_out_and_what_was_replaced_is_not_there(portfolio, journal, texts):
    before = texts()
    commit(update(portfolio, "Two left"), journal)
    undo(journal)
    assert texts() == before
    commit(revise(portfolio, "16"), journal)
    with pytest.raises(Problem, match=r"what stood in measures/plan.yaml before is not kept"):
        last_write(journal)


def test_what_git_has_thrown_away_is_said(repository, root, portfolio, journal):
    commit(revise(portfolio, "16"), journal)
    commit(revise(portfolio, "17"), journal)
    repository.git("gc", "--prune=now", "--quiet")
    with pytest.raises(Problem, match=r"what stood in measures/plan.yaml before is not kept"):
        last_write(journal)


class Killed(BaseException):
    """The command was killed here."""


def killed(*_, **__):
    raise Killed


class TestKilled:
    """Wherever a command is killed, what stands can be taken back, and what never stood is in nobody's way."""

    def attempt(self, monkeypatch, owner, name, work, after=0):
        stood, calls = getattr(owner, name), []

        def counted(*given, **named):
            calls.append(name)
            if len(calls) > after:
                raise Killed
            return stood(*given, **named)

        with monkeypatch.context() as at:
            at.setattr(owner, name, counted)
            with pytest.raises(Killed):
                work()

    def both(self, portfolio):
        return propose_measure(portfolio, NewMeasure("Visits made", unit="count", to="safe"), DAY)

    @pytest.mark.parametrize("go_on", [False, True], ids=["at once", "after another change"])
    @pytest.mark.parametrize(
        ("owner", "name", "after"),
        [(write, "replace", 0), (write, "replace", 1), (Journal, "made", 0), (Journal, "keep", 0)],
        ids=["before the first file", "between two files", "before it says so", "before it begins"],
    )
    def test_while_it_writes(self, root, repository, portfolio, journal, texts, monkeypatch, owner, name, after, go_on):
        commit(update(portfolio, "Two left"), journal)
        before = texts()
        self.attempt(monkeypatch, owner, name, lambda: commit(self.both(portfolio), journal), after)
        if go_on:
            text = texts()[FILE].replace("Our plan", "Our great plan")
            (root / FILE).write_text(text, encoding="utf-8")
            before[FILE] = before[FILE].replace("Our plan", "Our great plan")
        if texts() != before:
            undo(journal)
        assert texts() == before
        undo(journal)
        assert "Two left" not in texts()[FILE]
        assert last_write(journal) is None

    @pytest.mark.parametrize("go_on", [False, True], ids=["at once", "after another change"])
    @pytest.mark.parametrize(
        ("owner", "name", "after"),
        [(Journal, "taking", 0), (write, "replace", 0), (write, "replace", 1), (Journal, "forget", 0)],
    )
    def test_while_it_takes_back(
        self, root, repository, portfolio, journal, texts, monkeypatch, owner, name, after, go_on
    ):
        first = texts()
        commit(update(portfolio, "Two left"), journal)
        before = texts()
        commit(self.both(portfolio), journal)
        self.attempt(monkeypatch, owner, name, lambda: undo(journal), after)
        if go_on:
            text = texts()[FILE].replace("Our plan", "Our great plan")
            (root / FILE).write_text(text, encoding="utf-8")
            before[FILE], first[FILE] = (one[FILE].replace("Our plan", "Our great plan") for one in (before, first))
        if texts() != before:
            undo(journal)
        assert texts() == before
        undo(journal)
        assert texts() == first


def test_where_one_of_two_files_cannot_be_taken_back_neither_is(
    root, repository, portfolio, journal, texts, monkeypatch
):
    commit(propose_measure(portfolio, NewMeasure("Visits made", unit="count", to="safe"), DAY), journal)
    before, stood = texts(), write.replace

    def held(path, old, new):
        if "measures" in path.parts and b"visits-made" not in new:
            raise CannotWrite(f"'{path.name}' could not be written (it is open elsewhere); it is as it was")
        stood(path, old, new)

    with monkeypatch.context() as at:
        at.setattr(write, "replace", held)
        with pytest.raises(CannotWrite):
            undo(journal)
    assert texts() == before
    undo(journal)
    assert "visits-made" not in "".join(texts().values())
