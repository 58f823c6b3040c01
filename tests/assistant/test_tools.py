"""The tools of an assistant: what they give, what they refuse, and that texts of files are no more than data."""

import json

import pytest

from strategy_tracker.assistant.tools import AS_DATA, AssistantTools
from strategy_tracker.model.new_entries import NewUpdate
from strategy_tracker.problem import Problem
from tests.app.conftest import DAY

from .conftest import ORDER, SECRET


def told(answer):
    return json.dumps(answer)


def test_everything_public_is_listed_with_its_colour_and_reason(tools):
    items = tools.list_items()["data"]["items"]
    assert [(one["id"], one["kind"]) for one in items] == [
        ("plan", "strategy"),
        ("plan/safe", "priority"),
        ("plan/safe-01", "action"),
        ("plan/safe-02", "action"),
        ("calls", "measure"),
        ("waiting", "measure"),
    ]
    assert (items[2]["colour"], bool(items[2]["why"])) == ("green", True)
    assert [one["id"] for one in tools.list_items("plan", "measure")["data"]["items"]] == ["calls"]
    assert [one["id"] for one in tools.list_items(kind="action")["data"]["items"]] == ["plan/safe-01", "plan/safe-02"]


def test_each_answer_says_that_texts_are_data_and_that_something_may_be_left_out(tools, internal):
    assert tools.list_items()["notes"] == [AS_DATA]
    (internal.root / "strategy-tracker.yaml").write_text("suppress_below: 5\n", encoding="utf-8")
    assert len(tools.show_item("plan")["notes"]) == 2
    assert tools.show_item("safe")["as_at"] == "2025-10-01"


def test_no_tool_tells_what_is_internal(tools, repository):
    repository.change("due: 2025-12-20", "due: 2026-01-31", "strategies/quiet.yaml")
    answers = [
        tools.list_items(),
        tools.show_item("plan"),
        tools.show_item("plan/safe-01"),
        tools.overdue(within="2 years"),
        tools.compare("HEAD"),
        tools.preview_update("safe-01", NewUpdate(rag="red", note="No trainer", on="2025-08-01")),
        tools.propose_update("safe-01", NewUpdate(rag="red", note="No trainer", on="2025-08-01")),
    ]
    assert SECRET not in told(answers)
    assert ORDER in told(answers)
    for ask in (tools.show_item, lambda item: tools.preview_update(item, NewUpdate(rag="red", note="x"))):
        with pytest.raises(Problem, match="nothing that may be seen has the id 'quiet/q-01'"):
            ask("quiet/q-01")


def test_with_the_setting_it_tells_everything(internal):
    everything = AssistantTools(internal.root, lambda: DAY)
    assert SECRET in told(everything.show_item("quiet"))
    assert f"{SECRET} came" in told(everything.show_item("safe-01"))
    earlier = NewUpdate(rag="red", note="No trainer", on="2025-08-01")
    assert f"still holds (in-progress, green, {SECRET} came)" in told(everything.preview_update("safe-01", earlier))


@pytest.mark.parametrize(
    ("ask", "said"),
    [
        (lambda tools: tools.list_items("plam"), "there is no strategy 'plam'; did you mean 'plan'?"),
        (lambda tools: tools.list_items(kind="risk"), "there is no kind 'risk'; use one of: strategy, "),
        (lambda tools: tools.show_item("safe-03"), "nothing that may be seen has the id 'safe-03'"),
        (lambda tools: tools.explain("gappp"), "there is no finding 'gappp'"),
        (lambda tools: tools.overdue(within="soon"), "within: "),
        (lambda tools: tools.compare("--all"), "'--all' is not a revision"),
        (lambda tools: tools.compare("2020-01-01"), "nothing can be compared"),
        (lambda tools: tools.preview_update("calls", NewUpdate(note="x")), "'calls' is a measure"),
        (lambda tools: tools.preview_update("safe-01", NewUpdate()), "there is nothing to record"),
        (lambda tools: tools.propose_update("safe-01", NewUpdate(forecast="31 June 2027")), "--forecast"),
    ],
)
def test_what_cannot_be_is_refused_with_one_thing_to_do(tools, ask, said):
    with pytest.raises(Problem) as error:
        ask(tools)
    assert said in f"{error.value.message}; {error.value.next_step}"


def test_a_finding_is_explained(tools):
    assert "weekend" in tools.explain("[due-on-weekend]")["explanation"]


def test_what_is_late_is_told_for_one_owner(tools):
    assert {one["item"] for one in tools.overdue()["data"]["overdue"]} == {"plan/safe-02"}
    assert tools.overdue(owner="Nobody")["data"]["overdue"] == []


def test_a_preview_writes_nothing_and_marks_what_a_machine_says(tools, repository):
    answer = tools.preview_update("safe-01", NewUpdate(rag="red", note="No trainer"))["data"]
    assert answer["before"].startswith("green: ")
    assert answer["after"].startswith("red")
    assert any("drafted: true" in line for line in answer["lines"])
    assert repository.git("status", "--porcelain") == ""
    assert repository.git("branch", "--format=%(refname:short)") == "main"


def test_a_proposal_is_a_commit_on_a_branch_of_its_own(tools, repository):
    answer = tools.propose_update("safe-01", NewUpdate(rag="red", note="No trainer"))["data"]
    assert answer["branch"] == "assistant/plan-safe-01"
    assert "drafted: true" in repository.git("diff", f"main..{answer['branch']}")
    assert repository.git("branch", "--show-current") == "main"
    assert repository.git("status", "--porcelain") == ""
