"""`strategy validate --fix` and `--privacy`."""

import json
import subprocess
import sys

import pytest

from strategy_tracker.files import write
from tests.cli.conftest import DAY
from tests.cli.repository import Repository

NO_GIT = (
    "strategies/plan.yaml: an id that was used before may have been given again: this folder is not in a git "
    "repository, so nothing is known of earlier moments\n"
)
PLAN = """\
id: plan
title: Plan
priorities:
  - id: seen
    title: Seen
    actions:
      - {id: seen-01, text: One}
      - text: Two
        owner: Head
"""
MENDED = PLAN.replace("text: Two\n", "text: Two\n        id: seen-02\n")
PRIVATE = "suppress_below: 5\n"
COUNTS = "measures:\n  - {id: calls, title: Calls, unit: count, better: none, public: true, readings: {2024/25: 3}}\n"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    (tmp_path / "strategies").mkdir()
    (tmp_path / "measures").mkdir()
    (tmp_path / "strategies/plan.yaml").write_text(PLAN, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def text(folder):
    return (folder / "strategies/plan.yaml").read_text(encoding="utf-8")


def test_the_help_of_a_fault_says_that_fix_mends_it(run, folder):
    code, out, err = run("validate", "--as-at", DAY)
    assert (code, err) == (1, "")
    assert "  help: add 'id: …'; --fix does it\n" in out
    _, out, _ = run("validate", "--as-at", DAY, "--format", "json")
    assert "--fix does it" in json.dumps(json.loads(out))


def test_fix_mends_says_what_it_wrote_and_checks_again(run, folder):
    code, out, err = run("validate", "--fix", "--as-at", DAY)
    assert text(folder) == MENDED
    assert err == f"{NO_GIT}wrote strategies/plan.yaml:9: 1 fault mended\n  undo: strategy undo\n"
    assert (code, out) == run("validate", "--as-at", DAY)[:2]
    assert code == 0


def test_the_exit_code_is_that_of_the_new_check(run, folder):
    (folder / "strategies/plan.yaml").write_text(PLAN + "        due: 2025-02-30\n", encoding="utf-8")
    code, out, err = run("validate", "--fix", "--as-at", DAY)
    assert code == 1
    assert "[impossible-date]" in out
    assert "[missing-key]" not in out
    assert err == f"{NO_GIT}wrote strategies/plan.yaml:9: 1 fault mended\n  undo: strategy undo\n"


def test_a_dry_run_prints_a_diff_that_git_can_apply_and_writes_nothing(run, folder):
    code, out, err = run("validate", "--fix", "--dry-run", "--as-at", DAY)
    assert (code, err) == (1, NO_GIT)
    assert text(folder) == PLAN
    assert out.startswith("--- a/strategies/plan.yaml\n+++ b/strategies/plan.yaml\n")
    subprocess.run(["git", "apply", "-"], input=out.encode(), check=True, cwd=folder)
    assert text(folder) == MENDED


def test_a_dry_run_keeps_the_line_endings_of_the_file(folder):
    (folder / "strategies/plan.yaml").write_bytes(PLAN.replace("\n", "\r\n").encode())
    done = subprocess.run(
        [sys.executable, "-m", "strategy_tracker", "validate", "--fix", "--dry-run"],
        capture_output=True, check=False, cwd=folder,
    )  # fmt: skip
    assert b"+        id: seen-02\r\n" in done.stdout
    assert b"\r\r\n" not in done.stdout


def test_only_the_files_named_are_mended(run, folder):
    (folder / "strategies/two.yaml").write_text(PLAN.replace("id: plan", "id: two"), encoding="utf-8")
    run("validate", "--fix", "strategies/two.yaml", "--as-at", DAY)
    assert text(folder) == PLAN
    assert "seen-02" in (folder / "strategies/two.yaml").read_text(encoding="utf-8")


def test_where_nothing_can_be_mended_it_is_said_and_nothing_is_written(run, folder):
    (folder / "strategies/plan.yaml").write_text(MENDED, encoding="utf-8")
    before = (folder / "strategies/plan.yaml").stat().st_mtime_ns
    code, _, err = run("validate", "--fix", "--as-at", DAY)
    assert (code, err) == (0, "nothing was mended: --fix knows no fault here that has one right answer\n")
    assert (folder / "strategies/plan.yaml").stat().st_mtime_ns == before


def test_what_is_left_for_a_person_has_its_line_and_its_reason(run, folder):
    (folder / "strategies/plan.yaml").write_text(
        PLAN.replace("id: seen\n    title: Seen", "title: 計画"), encoding="utf-8"
    )
    code, _, err = run("validate", "--fix", "--as-at", DAY)
    assert code == 1
    assert err.startswith("strategies/plan.yaml:4: not mended: no id can be made of '計画'\n")


def test_an_id_that_was_committed_and_withdrawn_is_not_given_again(run, folder):
    repository = Repository(folder).write(strategies__plan=MENDED)
    repository.commit("Two", "2025-09-30")
    repository.write(strategies__plan=PLAN)
    run("validate", "--fix", "--as-at", DAY)
    assert "id: seen-03" in text(folder)


def test_a_portfolio_that_another_command_writes_to_is_not_mended(run, folder, monkeypatch):
    monkeypatch.setattr(write, "PATIENCE", 0.01)
    with write.locked(folder):
        code, out, err = run("validate", "--fix", "--as-at", DAY)
    assert (code, out) == (2, "")
    assert err.startswith("error: another command is writing to this portfolio")
    assert text(folder) == PLAN


def test_a_dry_run_of_nothing_is_refused(run, folder):
    said = "error: --dry-run says what --fix would do\n  help: strategy validate --fix --dry-run\n"
    assert run("validate", "--dry-run") == (2, "", said)


def test_privacy_is_looked_for_where_it_is_asked_for(run, folder):
    (folder / "strategies/plan.yaml").write_text(MENDED.replace("One", "'Visit Sarah, 14, weekly'"), encoding="utf-8")
    (folder / "measures/calls.yaml").write_text(COUNTS, encoding="utf-8")
    (folder / "strategy-tracker.yaml").write_text(PRIVATE, encoding="utf-8")
    assert run("validate", "--as-at", DAY)[0] == 0
    code, out, err = run("validate", "--privacy", "--as-at", DAY)
    assert (code, err) == (1, "")
    assert "[personal-data]" in out
    assert "[small-number]" in out
    assert "Sarah" not in out


def test_privacy_keeps_what_the_settings_say_of_severities(run, folder):
    (folder / "measures/calls.yaml").write_text(COUNTS, encoding="utf-8")
    (folder / "strategies/plan.yaml").write_text(MENDED, encoding="utf-8")
    (folder / "strategy-tracker.yaml").write_text(PRIVATE + "severity: {small-number: warning}\n", encoding="utf-8")
    code, out, _ = run("validate", "--privacy", "--as-at", DAY)
    assert code == 0
    assert "warning: 'calls' for 2024/25 shows a count under 5 [small-number]" in out


def test_fix_writes_the_right_spelling_and_commands_answer_with_it(run, folder):
    (folder / "strategies/plan.yaml").write_text(MENDED + "        due: 30/06/2026\n", encoding="utf-8")
    _, out, _ = run("validate", "--as-at", DAY)
    assert "  help: write it as 2026-06-30; --fix does it\n" in out
    run("validate", "--fix", "--as-at", DAY)
    assert text(folder) == MENDED + "        due: 2026-06-30\n"
    code, _, err = run("update", "seen-01", "--note", "x", "--on", "1 June 2026")
    assert (code, err) == (2, "error: --on: '1 June 2026' is not a date\n  help: write it as 2026-06-01\n")
    code, _, err = run("update", "seen-01", "--note", "x", "--forecast", "ongoing")
    assert (code, err.partition("help: ")[2][:18]) == (2, "leave the date out")
    _, _, err = run("record", "calls", "Q1 2025/26", "5")
    assert "no measure has the id" in err


def test_a_text_that_others_take_for_a_number_is_put_in_quotes(run, folder):
    plan = (
        PLAN.replace("id: seen-01", "id: 1e2")
        .replace("title: Seen", "title: 0x1F  # a form")
        .replace("- text: Two\n", "- id: seen-02\n        text: Two\n")
    )
    (folder / "strategies/plan.yaml").write_text(plan, encoding="utf-8")
    code, out, _ = run("validate", "--as-at", DAY)
    assert (code, out.count("--fix does it"), out.count("[number-like-text]")) == (0, 2, 2)
    _, out, err = run("validate", "--fix", "--as-at", DAY)
    assert text(folder) == plan.replace("id: 1e2", "id: '1e2'").replace("title: 0x1F", "title: '0x1F'")
    assert err == "wrote strategies/plan.yaml:5: 2 faults mended\n  undo: strategy undo\n"
    assert "number-like" not in out


def test_no_command_writes_a_text_that_others_take_for_a_number(run, folder):
    (folder / "strategies/plan.yaml").write_text(MENDED, encoding="utf-8")
    assert run("update", "seen-01", "--note", "0x1F", "--state", "in-progress")[0] == 0
    assert "note: '0x1F'" in text(folder)


def test_names_that_are_spelled_otherwise_are_spelled_as_elsewhere(run, folder):
    plan = MENDED.replace("owner: Head\n", "owner: 'head  of parks' # she\n").replace(
        "title: Seen\n", "title: Seen\n    owner: Head of Parks\n"
    )
    calls = "  - {id: calls, title: Calls, unit: count, owner: Head of\u00a0Parks}\n"
    other = f"measures:\n{calls}"
    (folder / "strategies/plan.yaml").write_text(plan, encoding="utf-8")
    (folder / "measures/all.yaml").write_text(other, encoding="utf-8")
    assert run("validate", "--all")[1].count("help: write it as 'Head of Parks'; --fix does it\n") == 2
    assert run("validate", "--fix")[2] == (
        "wrote measures/all.yaml:2: 1 fault mended\n"
        "wrote strategies/plan.yaml:11: 1 fault mended\n  undo: strategy undo\n"
    )
    assert text(folder) == plan.replace("head  of parks", "Head of Parks")
    assert (folder / "measures/all.yaml").read_text(encoding="utf-8") == other.replace("\u00a0", " ")
