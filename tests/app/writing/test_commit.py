"""Writing what was proposed and taking it back: two people at once never lose a line, and nothing is half-written."""

from pathlib import Path

import pytest

from strategy_tracker.app.writing.add import propose_measure, propose_priority, propose_strategy
from strategy_tracker.app.writing.commit import PartlyWritten, commit, undo
from strategy_tracker.app.writing.items.record import propose_reading
from strategy_tracker.app.writing.items.update import propose_update
from strategy_tracker.files import write
from strategy_tracker.files.write import CannotWrite
from strategy_tracker.model.new_entries import NewMeasure, NewPriority, NewReading, NewStrategy, NewUpdate
from strategy_tracker.problem import Problem
from tests.app.conftest import DAY, PLAN

FILE = "strategies/plan.yaml"


def later(portfolio, note):
    return propose_update(portfolio, "safe-01", NewUpdate(rag="green", note=note), DAY)


def test_the_receipt_says_what_was_written(portfolio, texts):
    made = later(portfolio, "All are trained")
    receipt = commit(made)
    (one,) = receipt.files
    assert (one.file.name, one.edit.line, one.is_new) == (FILE, 19, False)
    assert one.edit.before.decode() == PLAN
    assert one.edit.after.decode() == texts()[FILE] != PLAN
    assert receipt.proposal == made


def test_of_two_who_propose_at_once_neither_loses_a_line(portfolio, texts):
    first, second = later(portfolio, "All are trained"), later(portfolio, "The course is known")
    commit(first)
    receipt = commit(second)
    assert "All are trained" in texts()[FILE]
    assert "The course is known" in texts()[FILE]
    assert receipt.proposal != second
    assert "All are trained" in receipt.files[0].edit.before.decode()


def test_what_was_recorded_by_another_meanwhile_is_written_once(portfolio, texts):
    first, second = later(portfolio, "All are trained"), later(portfolio, "All are trained")
    commit(first)
    receipt = commit(second)
    assert (receipt.files, receipt.proposal.already != "") == ((), True)
    assert texts()[FILE].count("All are trained") == 1


def test_a_thing_that_moved_meanwhile_is_not_mistaken_for_another(root, portfolio, texts):
    made = later(portfolio, "x")
    (root / FILE).write_text(PLAN.replace("id: safe-01", "id: safe-99"), encoding="utf-8")
    before = texts()
    with pytest.raises(Problem, match="'plan/safe-01' has moved in the file a moment ago"):
        commit(made)
    assert texts() == before


def test_an_id_that_another_took_meanwhile_is_not_given_twice(portfolio, texts):
    new = NewPriority("Everybody is heard")
    first, second = propose_priority(portfolio, new, DAY), propose_priority(portfolio, new, DAY)
    assert first.item == second.item
    ids = [commit(one).proposal.item.address for one in (first, second)]
    assert ids == ["plan/heard", "plan/heard-2"] or len(set(ids)) == 2
    assert all(f"id: {own.partition('/')[2]}\n" in texts()[FILE] for own in ids)


def test_a_measure_that_another_added_in_another_file_has_the_id_first(portfolio, texts):
    first = propose_measure(portfolio, NewMeasure("Visits made", unit="count", file="one"), DAY)
    second = propose_measure(portfolio, NewMeasure("Visits made", unit="count", file="two", to="safe"), DAY)
    assert [commit(one).proposal.item.address for one in (first, second)] == ["visits-made", "visits-made-2"]
    assert "measures: [calls, visits-made-2]" in texts()[FILE]


def test_a_file_that_another_made_meanwhile_is_not_overwritten(root, portfolio, texts):
    made = propose_strategy(root, NewStrategy("Parks", id="parks"), DAY)
    (root / "strategies/parks.yaml").write_text("id: gardens\ntitle: Gardens\n", encoding="utf-8")
    before = texts()
    with pytest.raises(Problem, match="exists already and is not overwritten") as caught:
        commit(made)
    assert caught.value.next_step == "choose another name with --id or --file"
    assert texts() == before


def test_the_lock_of_another_is_waited_for(root, portfolio, monkeypatch):
    monkeypatch.setattr(write, "PATIENCE", 0.01)
    made = later(portfolio, "x")
    with write.locked(root), pytest.raises(CannotWrite, match="another command is writing to this portfolio"):
        commit(made)


class TestSeveralFiles:
    NEW = NewMeasure("Visits made", unit="count", to="safe")

    def test_they_are_proved_together_and_written_together(self, portfolio, texts):
        made = propose_measure(portfolio, self.NEW, DAY)
        assert [one.file.name for one in made.files] == ["measures/plan.yaml", FILE]
        assert made.diff.count("+++ b/") == 2
        before = texts()
        receipt = commit(made)
        assert [one.file.name for one in receipt.files] == ["measures/plan.yaml", FILE]
        undo(receipt)
        assert texts() == before

    def test_where_one_cannot_take_it_none_is_written(self, root, portfolio, texts):
        (root / FILE).write_text(PLAN.replace("measures: [calls]", "measures: calls"), encoding="utf-8")
        before = texts()
        with pytest.raises(Problem, match="nothing was written: a list is wanted there"):
            propose_measure(portfolio, self.NEW, DAY)
        assert texts() == before

    def test_where_one_cannot_be_written_after_all_the_others_are_taken_back(self, portfolio, texts, monkeypatch):
        made, before = propose_measure(portfolio, self.NEW, DAY), texts()
        monkeypatch.setattr(write, "replace", self.full(write.replace))
        with pytest.raises(CannotWrite, match=r"'plan.yaml' could not be written \(No space left on device\)"):
            commit(made)
        assert texts() == before

    def test_a_half_that_stays_is_said_and_can_be_taken_back_later(self, portfolio, texts, monkeypatch):
        made, before = propose_measure(portfolio, self.NEW, DAY), texts()
        with monkeypatch.context() as at:
            at.setattr(write, "replace", self.full(write.replace, free=1))
            with pytest.raises(PartlyWritten) as caught:
                commit(made)
        assert caught.value.message == (
            "measures/plan.yaml is written, but not strategies/plan.yaml: "
            "'plan.yaml' could not be written (No space left on device); it is as it was"
        )
        assert [one.file.name for one in caught.value.receipt.files] == ["measures/plan.yaml"]
        undo(caught.value.receipt)
        assert texts() == before

    @staticmethod
    def full(stood, free=2):
        """A disk that takes so many writes, and no strategy."""
        done = []

        def replace(path, before, after):
            done.append(path)
            if "strategies" in Path(path).parts or len([one for one in done if "measures" in one.parts]) > free:
                raise CannotWrite("'plan.yaml' could not be written (No space left on device); it is as it was")
            stood(path, before, after)

        return replace


class TestUndo:
    def test_it_gives_back_every_byte(self, portfolio, texts):
        before = texts()
        undo(commit(later(portfolio, "All are trained")))
        assert texts() == before

    def test_a_new_file_is_gone(self, root, texts):
        before = texts()
        undo(commit(propose_strategy(root, NewStrategy("Parks"), DAY)))
        assert texts() == before

    def test_lines_that_have_changed_since_are_left_and_it_is_said(self, root, portfolio, texts):
        receipt = commit(later(portfolio, "All are trained"))
        (root / FILE).write_text(texts()[FILE].replace("All are trained", "Nobody is trained"), encoding="utf-8")
        before = texts()
        with pytest.raises(Problem, match=r"nothing was taken back: strategies/plan.yaml:19: what was"):
            undo(receipt)
        assert texts() == before

    def test_what_was_changed_elsewhere_since_stays(self, root, portfolio, texts):
        receipt = commit(later(portfolio, "All are trained"))
        text = (
            texts()[FILE].replace("title: Our plan", "title: Our great plan").replace("every: month", "every: quarter")
        )
        (root / FILE).write_text(text, encoding="utf-8")
        undo(receipt)
        assert texts()[FILE] == PLAN.replace("Our plan", "Our great plan").replace("every: month", "every: quarter")

    def test_a_new_file_that_was_filled_since_is_not_deleted(self, root, texts):
        receipt = commit(propose_strategy(root, NewStrategy("Parks"), DAY))
        with (root / "strategies/parks.yaml").open("a", encoding="utf-8") as file:
            file.write("priorities: []\n")
        before = texts()
        with pytest.raises(Problem, match=r"strategies/parks.yaml: it has been changed since it was written"):
            undo(receipt)
        assert texts() == before

    def test_a_half_that_cannot_be_taken_back_after_all_is_said(self, portfolio, texts, monkeypatch):
        receipt = commit(propose_measure(portfolio, NewMeasure("Visits made", unit="count", to="safe"), DAY))
        stood = write.replace

        def full(path, before, after):
            if "measures" in Path(path).parts:
                raise CannotWrite("'plan.yaml' could not be written (No space left on device); it is as it was")
            stood(path, before, after)

        monkeypatch.setattr(write, "replace", full)
        with pytest.raises(Problem, match=r"strategies/plan.yaml is as it was, but not measures/plan.yaml: "):
            undo(receipt)
        assert "visits-made" not in texts()[FILE]

    def test_of_several_files_all_or_none(self, root, portfolio, texts):
        receipt = commit(propose_measure(portfolio, NewMeasure("Visits made", unit="count", to="safe"), DAY))
        text = texts()[FILE].replace("visits-made", "visits")
        (root / FILE).write_text(text, encoding="utf-8")
        before = texts()
        with pytest.raises(Problem, match="nothing was taken back"):
            undo(receipt)
        assert texts() == before

    def test_a_file_that_is_gone_is_said(self, root, portfolio):
        receipt = commit(propose_reading(portfolio, "calls", NewReading("2025/26 Q2", "17"), DAY))
        (root / "measures/plan.yaml").unlink()
        with pytest.raises(Problem, match=r"nothing was taken back: measures/plan.yaml: the file cannot be read"):
            undo(receipt)
