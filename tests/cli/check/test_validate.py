import json

import pytest

from tests.cli.conftest import DAY
from tests.cli.repository import Repository

FAULTY = """\
id: broken
title: Broken
priorities:
  - id: one
    title: One
    actions:
      - {id: one-01, text: Do it, due: 2025-02-30}
"""


@pytest.fixture
def clean(tmp_path, monkeypatch):
    path = tmp_path / "strategies" / "plan.yaml"
    path.parent.mkdir()
    path.write_text(
        "id: plan\ntitle: Plan\nowner: Head\nstarts: 2025-04-01\nends: 2026-03-31\n"
        "governance: [{body: Board, every: quarter}]\n"
        "priorities:\n  - id: one\n    title: One\n    measures: [calls]\n"
        "    actions: [{id: one-01, text: Do it}]\n"
    )
    calls = "measures:\n  - {id: calls, title: Calls, unit: count, better: none, readings: {2024/25: 4}}\n"
    (tmp_path / "measures").mkdir()
    (tmp_path / "measures" / "calls.yaml").write_text(calls)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_clean_portfolio_says_how_much_was_read(run, clean):
    assert run("validate", "--as-at", DAY) == (0, "ok: 1 strategy, 1 action, 1 measure\n", "")


def test_warnings_fail_only_where_strict_is_asked_for(run, small):
    code, out, err = run("validate", "--as-at", DAY)
    assert (code, err) == (0, "")
    assert out.endswith("no errors, 5 warnings, 3 pieces of advice in 3 files\n")
    assert run("validate", "--as-at", DAY, "--strict") == (1, out, "")


def test_advice_never_fails(run, clean):
    (clean / "measures" / "more.yaml").write_text("measures: [{id: lone, title: Lone, unit: count, better: none}]\n")
    code, out, err = run("validate", "--strict", "--as-at", DAY)
    assert (code, err) == (0, "")
    assert "[unused-measure]" in out


def test_an_error_has_its_line_a_caret_and_fails(run, small):
    (small / "strategies" / "broken.yaml").write_text(FAULTY)
    code, out, err = run("validate", "strategies/broken.yaml", "--as-at", DAY)
    assert (code, err) == (1, "")
    assert (
        "strategies/broken.yaml:7:44: error: there is no date '2025-02-30' in the calendar [impossible-date]\n"
        "  7 |       - {id: one-01, text: Do it, due: 2025-02-30}\n"
        "    |                                        ^^^^^^^^^^\n"
        "  help: correct it\n"
    ).replace("7:44", f"7:{FAULTY.splitlines()[6].index('2025') + 1}") in out
    assert out.endswith("1 error in 1 file\n")


def test_only_the_files_and_folders_named_are_reported(run, small):
    code, out, err = run("validate", "measures", "strategies/old-plan.yaml", "--as-at", DAY)
    assert (code, err) == (0, "")
    assert {line.split(":")[0] for line in out.splitlines() if ": advice: " in line or ": warning: " in line} == {
        "measures/carers.yaml",
        "strategies/old-plan.yaml",
    }
    assert run("validate", "practice", "--as-at", DAY)[0] == 0


def test_the_root_itself_means_everything(run, small):
    assert run("validate", ".", "--as-at", DAY) == run("validate", "--as-at", DAY)
    assert run("validate", "strategy-tracker.yaml", "--as-at", DAY)[0] == 0


@pytest.mark.parametrize("root", [(), ("--root", "..")])
def test_a_path_with_two_dots_in_it_is_the_file_it_leads_to(run, small, monkeypatch, root):
    (small / "measures" / "wrong.yaml").write_text("measures: 5\n")
    monkeypatch.chdir(small / "strategies")
    code, out, _ = run("validate", "young-carers.yaml", "../measures/wrong.yaml", "--format", "concise", *root)
    assert (code, out.count("measures/wrong.yaml:1:")) == (1, 1)


def test_a_path_from_elsewhere_finds_its_portfolio(run, small, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    code, out, err = run("validate", "portfolio/strategies/old-plan.yaml", "--as-at", DAY)
    assert (code, err) == (0, "")
    assert out.startswith("strategies/old-plan.yaml:1:5: ")


def test_all_shows_every_piece_of_advice(run, small):
    many = "".join(f"  - {{id: m{n}, title: M {n}, unit: count, better: none}}\n" for n in range(9))
    (small / "measures" / "many.yaml").write_text(f"measures:\n{many}")
    short, full = run("validate", "--as-at", DAY)[1], run("validate", "--all", "--as-at", DAY)[1]
    assert "measures/many.yaml: advice: 6 more like these [never-read]; --all shows them\n" in short
    assert "more like these" not in full
    assert full.count("[never-read]") == 10


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("strategies/gone.yaml", "error: there is no file 'strategies/gone.yaml'\n  help: check the spelling"),
        ("notes.txt", "error: 'notes.txt' is not a data file of the portfolio\n  help: data files are in strategies/"),
        ("strategies/new.yaml.bak", "error: 'strategies/new.yaml.bak' is not a data file of the portfolio\n  help: "),
        ("strategies/.new.yaml", "error: 'strategies/.new.yaml' is not a data file of the portfolio\n  help: "),
        ("/", "error: '/' is not part of the portfolio in 'portfolio'\n  help: move it into strategies/ or measures/"),
    ],
)
def test_a_path_that_is_no_data_file_cannot_be_validated(run, small, path, said):
    for name in ("notes.txt", "strategies/new.yaml.bak", "strategies/.new.yaml"):
        (small / name).write_text("x")
    code, out, err = run("validate", path, "--as-at", DAY)
    assert (code, out) == (2, "")
    assert err.startswith(said)


def test_validate_never_writes(run, small):
    before = {path: path.stat().st_mtime_ns for path in small.rglob("*")}
    run("validate", "--all", "--strict")
    assert {path: path.stat().st_mtime_ns for path in small.rglob("*")} == before


def test_the_name_of_a_file_cannot_steer_the_terminal(run, small):
    (small / "strategies" / "a\x1b[2J\u202eb\nc.yaml").write_text("id: [")
    code, out, err = run("validate", "--as-at", DAY)
    assert (code, err) == (1, "")
    assert not set(out) & set("\x1b\u202e")
    assert "strategies/a\ufffd[2J\ufffdb\ufffdc.yaml:1:" in out


def typed_over(root):
    """A repository of the clean portfolio whose action is due later than when it was committed."""
    plan = root / "strategies" / "plan.yaml"
    plan.write_text(plan.read_text().replace("text: Do it", "text: Do it, due: 2025-12-31"))
    repo = Repository(root)
    repo.commit("First", "2025-06-01")
    return repo.change("due: 2025-12-31", "due: 2026-03-31", "strategies/plan.yaml")


def test_a_date_that_was_typed_over_is_told_before_it_is_committed(run, clean):
    repo = typed_over(clean)
    code, out, err = run("validate", "--as-at", DAY)
    assert (code, err) == (0, "")
    assert out.startswith(
        "strategies/plan.yaml:11:46: warning: the due date went from 2025-12-31 to 2026-03-31, 90 days later, and no "
        "move is on record (not committed yet) [date-moved-quietly]\n"
    )
    assert run("validate", "--as-at", DAY, "--strict")[0] == 1
    repo.commit("Later", "2025-09-01", "Ben")
    assert "quietly" not in run("validate", "--as-at", DAY)[1]
    for asked in (["--since", "HEAD~1"], ["--all"]):
        assert "of 2025-09-01, Ben) [date-moved-quietly]" in run("validate", "--as-at", DAY, *asked)[1]
    assert "quietly" not in run("validate", "--as-at", DAY, "--since", "HEAD")[1]


def test_pre_commit_names_the_revision_of_a_push(run, clean, monkeypatch):
    typed_over(clean).commit("Later", "2025-09-01", "Ben")
    monkeypatch.setenv("PRE_COMMIT_FROM_REF", "HEAD~1")
    assert "[date-moved-quietly]" in run("validate", "--as-at", DAY)[1]


def test_a_revision_that_git_does_not_know_is_wrong_usage(run, clean):
    typed_over(clean)
    code, out, err = run("validate", "--since", "nowhere")
    assert (code, out) == (2, "")
    assert err.startswith("error: git knows no revision 'nowhere'")


def test_a_comment_with_a_reason_allows_it_and_is_never_unused(run, clean):
    repo = typed_over(clean)
    repo.change("due: 2026-03-31}]", "due: 2026-03-31}] # allow date-moved-quietly: a slip", "strategies/plan.yaml")
    assert run("validate", "--as-at", DAY, "--strict")[0] == 0
    repo.commit("Later", "2025-09-01")
    assert run("validate", "--as-at", DAY, "--strict")[0] == 0
    assert run("validate", "--as-at", DAY, "--strict", "--all")[0] == 0


def test_git_says_more_of_a_step_than_the_file_so_it_is_told_once(run, clean):
    plan = clean / "strategies" / "plan.yaml"
    moved = "due: 2025-12-31, moved: [{on: 2025-05-01, from: 2025-09-30, to: 2025-12-31, why: Late}]"
    plan.write_text(plan.read_text().replace("text: Do it", f"text: Do it, {moved}"))
    repo = Repository(clean)
    repo.commit("First", "2025-06-01")
    repo.change("due: 2025-12-31", "due: 2026-03-31", "strategies/plan.yaml")
    out = run("validate", "--as-at", DAY)[1]
    assert (out.count("date-moved-quietly]"), out.count("moved-without-record]")) == (1, 0)
    repo.commit("Later", "2025-09-01")
    assert run("validate", "--as-at", DAY)[1].count("moved-without-record]") == 1


def test_fix_puts_a_date_that_was_typed_over_on_record_and_leaves_the_reason(run, clean):
    repo = typed_over(clean)
    repo.commit("Later", "2025-09-01", "Ben")
    assert "no fault here" in run("validate", "--fix", "--as-at", DAY)[2]
    code, out, err = run("validate", "--fix", "--since", "HEAD~1", "--as-at", DAY)
    assert (code, err.splitlines()[0]) == (0, "wrote strategies/plan.yaml:11: 1 fault mended")
    assert (
        "due: 2026-03-31, moved: [{on: 2025-09-01, from: 2025-12-31, to: 2026-03-31}]"
        in (clean / "strategies" / "plan.yaml").read_text()
    )
    assert ("[moved-without-reason]" in out, "quietly" in out) == (True, False)
    repo.commit("On record", "2025-09-02")
    assert "quietly" not in run("validate", "--all", "--as-at", DAY)[1]


def test_two_steps_and_a_milestone_are_mended_together(run, clean):
    plan = clean / "strategies" / "plan.yaml"
    steps = "milestones: [{text: Venue, due: 2025-10-31}], due: 2025-12-31"
    plan.write_text(plan.read_text().replace("text: Do it", f"text: Do it, {steps}"))
    repo = Repository(clean)
    repo.commit("First", "2025-06-01")
    repo.change("due: 2025-12-31", "due: 2026-01-30", "strategies/plan.yaml").commit("Later", "2025-08-01")
    repo.change("due: 2026-01-30", "due: 2026-02-27", "strategies/plan.yaml")
    repo.change("due: 2025-10-31", "due: 2025-11-28", "strategies/plan.yaml")
    assert "3 faults mended" in run("validate", "--fix", "--all", "--as-at", DAY)[2]
    text = plan.read_text()
    assert "due: 2025-11-28, moved: [{on: 2025-10-01, from: 2025-10-31, to: 2025-11-28}]" in text
    assert (
        "[{on: 2025-08-01, from: 2025-12-31, to: 2026-01-30}, {on: 2025-10-01, from: 2026-01-30, to: 2026-02-27}]"
        in text
    )
    assert "quietly" not in run("validate", "--all", "--as-at", DAY)[1]


def test_a_target_and_a_tolerance_that_were_typed_over_are_put_on_record_too(run, clean):
    calls = clean / "measures" / "calls.yaml"
    calls.write_text(
        "measures:\n  - id: calls\n    title: Calls\n    unit: count\n    better: higher\n"
        "    targets: {2024/25: 9, 2025/26: {value: 12, amber_from: 8}}\n    amber_within: 2 count\n"
        "    readings: {2024/25: 9}\n"
    )
    repo = Repository(clean)
    repo.commit("First", "2025-06-01")
    repo.change("2024/25: 9,", "2024/25: 7,", "measures/calls.yaml").commit("Eased", "2025-07-01", "Ben")
    repo.change("amber_from: 8", "amber_from: 6", "measures/calls.yaml")
    repo.change("amber_within: 2 count", "amber_within: 4 count", "measures/calls.yaml")
    assert run("validate", "--as-at", DAY, "--all")[1].count("target-changed-quietly]") == 3
    assert "3 faults mended" in run("validate", "--fix", "--all", "--as-at", DAY)[2]
    assert calls.read_text().partition("    changed:\n")[2].partition("    readings")[0] == (
        "      - on: 2025-07-01\n        target: 2024/25\n        from: 9\n        to: 7\n"
        "      - on: 2025-10-01\n        target: 2025/26\n        rule: amber_from\n        from: 8\n        to: 6\n"
        "      - on: 2025-10-01\n        rule: amber_within\n        from: 2 count\n        to: 4 count\n"
    )
    out = run("validate", "--all", "--as-at", DAY)[1]
    assert ("quietly" in out, out.count("moved-without-reason]")) == (False, 3)


def test_of_thousands_of_one_kind_the_first_hundred_are_told_and_the_rest_is_counted(run, small):
    path = small / "strategies" / "old-plan.yaml"
    path.write_text(path.read_text("utf-8") + "".join(f"key{n}: 1\n" for n in range(1_000)), encoding="utf-8")
    code, out, _ = run("validate", "strategies/old-plan.yaml")
    assert (code, out.count("[unknown-key]")) == (1, 100)
    assert "; 900 more like this in this file, which --all lists\n" in out
    assert out.endswith("1,000 errors in 1 file\n")
    assert run("validate", "strategies/old-plan.yaml", "--all")[1].count("[unknown-key]") == 1_000
    concise = run("validate", "strategies/old-plan.yaml", "-f", "concise")[1]
    assert concise.endswith("strategies/old-plan.yaml: error: 900 more like this; --all lists them [unknown-key]\n")
    github = run("validate", "strategies/old-plan.yaml", "-f", "github")[1]
    assert "because GitHub shows 10 of each: 990 more errors\n" in github
    told = json.loads(run("validate", "strategies/old-plan.yaml", "-f", "json")[1])
    assert (told["counts"]["error"], len(told["diagnostics"]), told["diagnostics"][-1]["more"]) == (1_000, 100, 900)
    err = run("status", "--as-at", DAY)[2]
    assert err.startswith("left out, because of 1,000 errors in strategies/old-plan.yaml:\n")
    assert "  … and 990 more\n" in err


def test_a_program_that_is_too_old_says_upgrade_and_names_no_key_it_does_not_know(small, run):
    (small / "strategy-tracker.yaml").write_text("requires: '>=99.0'\nnewest: 1\n", encoding="utf-8")
    (small / "measures/carers.yaml").write_text("measures: []\nlater: 1\n", encoding="utf-8")
    code, out, _ = run("validate")
    assert (code, out.count("error: "), "means nothing here" in out) == (1, 1, False)
    assert "  help: upgrade it: pip install --upgrade strategy-tracker\n" in out
    assert "these files need strategy-tracker 99.0 or later" in run("update", "young-carers/seen-01", "--note", "x")[2]

    said = "error: these files need strategy-tracker 99.0 or later, and this is 0.2.0\n"
    said += "  help: upgrade it: pip install --upgrade strategy-tracker\n"
    for command in (["status"], ["overdue"], ["reviews"], ["find", "carers"], ["show", "young-carers"]):
        assert run(*command) == (2, "", said), command
    assert "means nothing here" not in run("doctor")[1]


def test_one_that_is_new_enough_says_nothing_of_it(small, run):
    (small / "strategy-tracker.yaml").write_text("requires: '>= 0.2'\n", encoding="utf-8")
    assert "strategy-tracker.yaml" not in run("validate")[1]
