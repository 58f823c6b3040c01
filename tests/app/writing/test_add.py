"""Something new, without a terminal: in its place, with an id that was never used."""

import subprocess

import pytest

from strategy_tracker.app.writing.add import propose_action, propose_measure, propose_new, propose_priority
from strategy_tracker.app.writing.commit import commit
from strategy_tracker.model.new_entries import NewAction, NewMeasure, NewPriority, NewStrategy
from strategy_tracker.problem import Problem
from tests.app.conftest import DAY


def added(proposal):
    return [line[1:] for line in proposal.diff.splitlines() if line.startswith("+") and not line.startswith("+++")]


def test_an_action_gets_the_next_id_of_its_priority(portfolio, texts):
    before = texts()
    made = propose_action(portfolio, NewAction("Meet every parent", "safe", due="2026-01-30"), DAY)
    assert (made.item.address, made.item.thing) == ("plan/safe-03", "action")
    assert added(made) == ["      - id: safe-03", "        text: Meet every parent", "        due: 2026-01-30"]
    assert texts() == before


def test_an_id_that_only_git_remembers_is_not_given_again(root, portfolio):
    path = root / "strategies/plan.yaml"
    whole = path.read_text("utf-8")
    for text in (whole, whole.replace("safe-02", "safe-01a")):
        path.write_text(text, encoding="utf-8")
        for arguments in (
            ["init", "-q"],
            ["add", "-A"],
            ["-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "x"],
        ):
            subprocess.run(["git", *arguments], cwd=root, check=True)
    assert propose_action(portfolio, NewAction("Meet", "safe"), DAY).item.address == "plan/safe-03"
    with pytest.raises(Problem, match="the id 'safe-02' is in use, or was before"):
        propose_action(portfolio, NewAction("Meet", "safe", id="safe-02"), DAY)


def test_a_strategy_may_be_the_first_of_a_folder(tmp_path):
    made = propose_new(tmp_path, NewStrategy("Parks Strategy 2026", starts="2026"), DAY)
    assert (made.item.address, made.files[0].file.name, made.files[0].is_new) == (
        "parks-2026",
        "strategies/parks-2026.yaml",
        True,
    )
    assert made.diff.startswith("--- /dev/null\n+++ b/strategies/parks-2026.yaml\n")
    commit(made)
    assert (
        (tmp_path / "strategies/parks-2026.yaml")
        .read_text("utf-8")
        .startswith("id: parks-2026\ntitle: Parks Strategy 2026\n")
    )


def test_what_is_said_of_each_thing_is_what_its_file_holds(root):
    commit(propose_new(root, NewPriority("Everybody  is\nheard", "plan", owner="Head of Service"), DAY))
    made = propose_new(root, NewMeasure("Days waited for help", file="new", unit="days", better="lower"), DAY)
    assert added(made) == [
        "measures:",
        "  - id: days-waited-help",
        "    title: Days waited for help",
        "    unit: days",
        "    better: lower",
    ]
    assert "title: Everybody is heard\n    owner: Head of Service" in (root / "strategies/plan.yaml").read_text("utf-8")


def test_a_measure_goes_where_those_of_its_strategy_are(portfolio):
    assert (
        propose_measure(portfolio, NewMeasure("Calls", "safe", unit="count"), DAY).files[0].file.name
        == "measures/plan.yaml"
    )


@pytest.mark.parametrize(
    ("new", "message"),
    [
        (NewAction(" ", "safe"), "the words are missing"),
        (NewAction("Meet"), "the priority it belongs to is missing"),
        (NewAction("Meet", "safe", due="soon"), "--due: 'soon' is not a date"),
        (NewAction("Meet", "safe", owner="A\u202eB"), "--owner: there is a character nobody can see"),
        (NewPriority("Heard", group="lives"), "'plan' has no group 'lives'"),
        (NewMeasure("Calls"), "the unit is missing"),
        (NewMeasure("Calls", unit="count", file="../x"), "is not the name of a file in measures/"),
    ],
)
def test_what_cannot_be_is_a_problem(root, new, message):
    with pytest.raises(Problem, match=message):
        propose_new(root, new, DAY)


def test_priorities_of_the_only_strategy_need_no_name_of_it(portfolio):
    assert propose_priority(portfolio, NewPriority("Heard"), DAY).item.address == "plan/heard"
