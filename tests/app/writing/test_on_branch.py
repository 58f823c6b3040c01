"""An update on a branch of its own: one commit on the commit one stands on, and nothing else is touched."""

import pytest

from strategy_tracker.app.writing.on_branch import propose_on_branch
from strategy_tracker.history.repository.git import NoGit
from strategy_tracker.model.new_entries import NewUpdate
from strategy_tracker.problem import Problem
from tests.app.conftest import DAY, MEASURES, PLAN
from tests.cli.repository import Repository

LATE = NewUpdate(rag="red", note="No trainer", drafted=True)


@pytest.fixture(params=["", "our plans/1 “a”"])
def repository(request, tmp_path):
    """A portfolio at the top of its repository, and one in a folder with signs that git quotes."""
    made = Repository(tmp_path / "repo", request.param).write(strategies__plan=PLAN, measures__plan=MEASURES)
    made.commit("First", "2025-09-01")
    return made


def test_the_branch_is_one_commit_further_and_what_is_not_committed_is_not_in_it(repository):
    repository.change("Train every school", "Train all schools", "strategies/plan.yaml")
    made = propose_on_branch(repository.root, "safe-01", LATE, DAY)
    assert made.branch == "assistant/plan-safe-01"
    assert repository.git("rev-list", "--count", f"main..{made.branch}") == "1"
    added = [line for line in repository.git("diff", f"main..{made.branch}").splitlines() if line[:1] in "+-"][2:]
    assert added == ["+          - {on: 2025-10-01, state: in-progress, rag: red, note: No trainer, drafted: true}"]
    assert repository.git("log", "-1", "--format=%an|%s", made.branch) == (
        "Ann|Proposed by an assistant: how plan/safe-01 is going"
    )
    assert repository.git("diff", "--stat", "--cached") == ""
    assert "Train all schools" in (repository.root / "strategies/plan.yaml").read_text(encoding="utf-8")


def test_the_next_proposal_has_a_branch_of_its_own_and_modes_stay(repository):
    (repository.root / "strategies/plan.yaml").chmod(0o755)
    repository.commit("Mode", "2025-09-02")
    names = [propose_on_branch(repository.root, "safe-01", LATE, DAY).branch for _ in range(3)]
    assert names == ["assistant/plan-safe-01", "assistant/plan-safe-01-1", "assistant/plan-safe-01-2"]
    assert "mode" not in repository.git("diff", f"main..{names[2]}")


def test_what_the_record_says_already_is_no_branch(repository):
    same = NewUpdate("in-progress", "green", "Half are trained", on="2025-09-01")
    assert propose_on_branch(repository.root, "safe-01", same, DAY).branch == ""
    assert repository.git("branch", "--format=%(refname:short)") == "main"


def test_what_cannot_be_written_leaves_no_branch(repository):
    with pytest.raises(Problem, match="there is nothing to record"):
        propose_on_branch(repository.root, "safe-01", NewUpdate(), DAY)
    assert repository.git("branch", "--format=%(refname:short)") == "main"


def test_without_a_commit_there_is_nothing_to_begin_from(tmp_path):
    made = Repository(tmp_path / "repo").write(strategies__plan=PLAN)
    with pytest.raises(NoGit, match="nothing has been committed yet"):
        propose_on_branch(made.root, "safe-01", LATE, DAY)
