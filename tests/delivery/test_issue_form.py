"""The issue form and its workflow: their shape, and what the scripts do with what somebody typed, with GitHub played.

GitHub itself cannot be run here: `if:` and `${{ }}` are read, not evaluated.
"""

import os
import re
import shutil
import sys
from pathlib import Path

import pytest

from strategy_tracker.intake.cells.closed_lists import read_colour, read_state
from strategy_tracker.intake.issue_form import FORM_QUESTIONS
from tests.intake.test_issue_form import form

from .conftest import ROOT, bash, in_ruamel, outside, run, write

HERE = ROOT / "ci-templates" / "github"
FORM, WORKFLOW = in_ruamel(HERE / "strategy-update.form.yml"), in_ruamel(HERE / "strategy-update.yml")
(JOB,) = WORKFLOW["jobs"].values()
STEPS = {step["name"]: step for step in JOB["steps"] if "run" in step}
HOSTILE = "It's \"late\" `touch hacked` $(touch hacked); touch hacked # ' & touch hacked\n::error::hello @everyone"
GH = """\
#!/bin/sh
{ for word in "$@"; do printf '%s|' "$word"; done; echo; } >> "$CALLS"
case "$1 $2 $*" in
  "pr view"*) if [ -e "$CALLS.open" ]; then echo OPEN; else exit 1; fi ;;
  "pr create"*) touch "$CALLS.open" ;;
  "issue comment"*--edit-last*) if [ ! -e "$CALLS.said" ]; then touch "$CALLS.said"; exit 1; fi ;;
esac
"""


@pytest.fixture
def job(sample, tmp_path):
    """Run the job on a clone of the sample, as a host does with an issue; gives what was told and asked of GitHub."""
    origin = tmp_path / "origin.git"
    run("git", "clone", "--quiet", "--bare", sample, origin, cwd=tmp_path)
    folder = tmp_path / "bin"
    programs = {
        "gh": GH, "strategy": f'#!/bin/sh\nPYTHONPATH="{ROOT}/src" exec "{sys.executable}" -m strategy_tracker "$@"\n'
    }  # fmt: skip
    for path in (write(folder, programs) / name for name in programs):
        path.chmod(0o755)

    def answered(body, number="7"):
        work, temp = tmp_path / f"work-{len([*tmp_path.iterdir()])}", tmp_path / "temp"
        shutil.rmtree(temp, ignore_errors=True)
        temp.mkdir()
        run("git", "clone", "--quiet", origin, work, cwd=tmp_path)
        given = {
            "CALLS": str(tmp_path / "calls"), "RUNNER_TEMP": str(temp), "GITHUB_OUTPUT": str(temp / "output"),
            "GITHUB_ACTIONS": "true", "PATH": f"{folder}:{os.environ['PATH']}", "FORM": body, "NUMBER": number,
            "WHO": "head-of-parks", "WHO_ID": "42", "MAIN": "main", "TOLD": str(temp / "told.txt"), "REPOSITORY": "a/b",
            "GH_TOKEN": "none",
        }  # fmt: skip
        (temp / "output").touch()
        outcomes = {"WRITTEN": "skipped", "PROPOSED": "skipped"}
        for name, key in (("Write the update", "WRITTEN"), ("Push it to a branch and propose it", "PROPOSED")):
            if key == "PROPOSED" and "changed=true" not in (temp / "output").read_text():
                continue
            done = run("bash", "-eo", "pipefail", "-c", STEPS[name]["run"], cwd=work, check=False, **outside(**given))
            outcomes[key] = "failure" if done.returncode else "success"
        run(
            "bash",
            "-eo",
            "pipefail",
            "-c",
            STEPS["Answer below the form"]["run"],
            cwd=work,
            **outside(**given),
            **outcomes,
        )
        assert not [*tmp_path.rglob("hacked")]
        return (temp / "answer.md").read_text(encoding="utf-8"), (tmp_path / "calls").read_text(encoding="utf-8")

    answered.origin = origin
    return answered


def test_form_and_workflow_are_what_github_reads_and_a_linter_for_attacks_finds_nothing(tmp_path):
    for schema, name in (("issue-forms", "strategy-update.form.yml"), ("workflows", "strategy-update.yml")):
        run(
            sys.executable,
            "-m",
            "check_jsonschema",
            "--builtin-schema",
            f"vendor.github-{schema}",
            HERE / name,
            cwd=tmp_path,
        )
    zizmor = shutil.which("zizmor", path=str(Path(sys.executable).parent))
    if not zizmor:
        pytest.skip("zizmor is not installed beside this Python")
    run(zizmor, "--offline", "--no-progress", "--persona", "auditor", HERE / "strategy-update.yml", cwd=tmp_path)


def test_every_question_of_the_form_is_read_and_every_answer_it_offers_is_understood():
    asked = {one["attributes"]["label"]: one for one in FORM["body"] if one["type"] != "markdown"}
    assert {label: one["id"] for label, one in asked.items()} == FORM_QUESTIONS
    states, colours = (asked[label]["attributes"]["options"] for label in ("How far is it", "How is it going"))
    assert [read_state(word).state for word in states if word != "no change"] == [
        word.replace(" ", "-") for word in states
    ][:-1]
    assert [read_colour(word).value for word in colours] == colours


def test_no_script_has_an_expression_pasted_into_it_and_every_action_is_pinned():
    for step in JOB["steps"]:
        assert "${{" not in step.get("run", "")
        assert re.fullmatch(r"[\w/-]+@[0-9a-f]{40}", step.get("uses", f"a/b@{'0' * 40}"))
    assert WORKFLOW["permissions"] == {}


@bash
def test_an_answered_form_becomes_a_branch_and_a_proposal_with_its_author(job):
    answer, calls = job(form(action="one-01", state="in progress", rag="amber", note=HOSTILE, on="2025-06-01"))
    assert answer.startswith("Thank you. This is proposed to the strategy lead")
    assert "\n    wrote strategies/plan.yaml:" in answer
    shown = run("git", "show", "--format=%an <%ae>|%s", "strategy-update-7", cwd=job.origin).stdout
    assert shown.startswith("head-of-parks <42+head-of-parks@users.noreply.github.com>|Update from the form in issue 7")
    assert "touch hacked" in shown
    assert "pr|create|--base|main|--head|strategy-update-7|" in calls
    again, calls = job(form(action="one-01", state="in progress", rag="green", on="2025-06-01"))
    assert "pr|edit|strategy-update-7|" in calls
    assert again.startswith("Thank you.")
    one_commit = run("git", "rev-list", "--count", "main..strategy-update-7", cwd=job.origin).stdout
    assert one_commit == "1\n"
    assert "main" in run("git", "branch", cwd=job.origin).stdout


@bash
def test_what_cannot_be_taken_is_told_below_the_form_and_nothing_is_pushed(job):
    answer, calls = job(form(action="two-01", rag="red"))
    assert answer.startswith("This could not be taken yet.")
    assert "\n    strategy: " in answer or "\n    error: " in answer
    assert "pr|" not in calls
    assert "strategy-update" not in run("git", "branch", cwd=job.origin).stdout


@bash
def test_what_the_record_says_already_is_no_proposal(job):
    body = form(action="one-01", state="in progress", on="2025-06-01")
    job(body)
    run("git", "update-ref", "refs/heads/main", "strategy-update-7", cwd=job.origin)
    answer, _ = job(body, "8")
    assert answer.startswith("Thank you. The record says this already.")
    assert "strategy-update-8" not in run("git", "branch", cwd=job.origin).stdout
