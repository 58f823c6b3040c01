"""The GitHub action: its shape, that no input is pasted into a script, and what each of its scripts does.

GitHub itself cannot be run here: `if:` and `${{ }}` are read, not evaluated.
"""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import PLAN, ROOT, bash, commit, in_ruamel, outside, run, slow, write

ACTION = in_ruamel(ROOT / "action.yml")
STEPS = {step.get("id") or step.get("name", step.get("uses", "")): step for step in ACTION["runs"]["steps"]}
HOSTILE = "$(touch hacked); `touch hacked` \"; touch hacked; # ' & touch hacked"


class Job:
    """The variables and files that GitHub gives the scripts of a job."""

    def __init__(self, workspace, temp):
        temp.mkdir(exist_ok=True)
        self.workspace, self.temp = workspace, temp
        self.summary, self.output = temp / "summary.md", temp / "output.txt"
        self.output.touch()
        self.environment = {
            "GITHUB_ACTIONS": "true",
            "GITHUB_ACTION_PATH": str(ROOT),
            "GITHUB_WORKSPACE": str(workspace),
            "GITHUB_STEP_SUMMARY": str(self.summary),
            "GITHUB_OUTPUT": str(self.output),
            "RUNNER_TEMP": str(temp),
            "PYTHON": sys.executable,
            "PYTHONPATH": str(ROOT / "src"),
        }

    def step(self, name, **environment):
        """Run the script of a step as GitHub does; every variable the step declares is given, and no other."""
        step = STEPS[name]
        assert set(environment) <= set(step.get("env", {}))
        missing = {key: "false" for key in step.get("env", {}) if key not in environment} | {"ROOT": "."}
        script = self.temp / "script.sh"
        script.write_text(step["run"], encoding="utf-8")
        return subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(script)],
            env=outside() | missing | self.environment | environment,
            cwd=self.workspace, capture_output=True, check=False, encoding="utf-8",
        )  # fmt: skip

    @property
    def outputs(self):
        """What the steps have handed on."""
        return dict(line.split("=", 1) for line in self.output.read_text(encoding="utf-8").splitlines())


@pytest.fixture
def job(sample, tmp_path):
    return Job(sample, tmp_path / "runner temp")


@pytest.fixture
def pull_request(sample):
    """A branch with one change, merged as GitHub does it for a pull request; gives the commit it is based on."""
    base = run("git", "rev-parse", "HEAD", cwd=sample).stdout.strip()
    run("git", "switch", "--quiet", "--create", "change", cwd=sample)
    write(sample, {"strategies/plan.yaml": PLAN.replace("2026-03-31", "2026-06-30")})
    head = commit(sample, "later")
    run("git", "switch", "--quiet", "--detach", base, cwd=sample)
    run("git", "merge", "--quiet", "--no-ff", "-m", "merge", head, cwd=sample)
    return base


def test_the_action_is_what_github_reads(tmp_path):
    run(
        sys.executable,
        "-m",
        "check_jsonschema",
        "--builtin-schema",
        "vendor.github-actions",
        ROOT / "action.yml",
        cwd=tmp_path,
    )


def test_a_linter_for_attacks_finds_nothing(tmp_path):
    zizmor = shutil.which("zizmor", path=str(Path(sys.executable).parent))
    if not zizmor:
        pytest.skip("zizmor is not installed beside this Python")
    run(zizmor, "--offline", "--no-progress", "--persona", "auditor", ROOT / "action.yml", cwd=tmp_path)


def test_no_script_has_an_expression_pasted_into_it():
    for name, step in STEPS.items():
        assert "${{" not in step.get("run", ""), name


def test_every_input_is_used_and_has_a_default_and_every_action_is_pinned():
    text = (ROOT / "action.yml").read_text(encoding="utf-8")
    for name, about in ACTION["inputs"].items():
        assert f"inputs.{name}" in text, name
        assert "default" in about, name
    for step in STEPS.values():
        assert re.fullmatch(r"actions/setup-python@[0-9a-f]{40}", step.get("uses", f"actions/setup-python@{'0' * 40}"))


@bash
def test_a_sound_portfolio_passes(job):
    done = job.step("Validate")
    assert (done.returncode, done.stderr) == (0, "")
    assert "ok: 1 strategy, 1 action, 1 measure" in done.stdout
    assert "ok: 1 strategy" in job.summary.read_text(encoding="utf-8")


@bash
def test_an_error_fails_and_is_marked_in_its_line(job):
    write(job.workspace, {"strategies/plan.yaml": PLAN.replace("2026-03-31", "2026-02-30")})
    done = job.step("Validate")
    assert done.returncode == 1
    assert "::error file=strategies/plan.yaml,line=12," in done.stdout


@bash
def test_a_portfolio_further_down_is_marked_from_the_top_of_the_repository(job):
    write(job.workspace, {"the body/strategies/plan.yaml": PLAN.replace("2026-03-31", "2026-02-30")})
    done = job.step("Validate", ROOT="the body")
    assert done.returncode == 1
    assert "::error file=the body/strategies/plan.yaml,line=12," in done.stdout


@bash
@pytest.mark.parametrize(
    ("option", "change"),
    [("STRICT", ("2026-03-31", "2026-03-28")), ("PRIVACY", ("Do it", "'Visit Sarah, 14, weekly'"))],
)
def test_a_switch_is_off_unless_it_is_true(job, option, change):
    write(job.workspace, {"strategies/plan.yaml": PLAN.replace(*change)})
    assert job.step("Validate", **{option: "true"}).returncode == 1
    assert job.step("Validate", **{option: HOSTILE}).returncode == 0


@bash
@pytest.mark.parametrize("step", ["Validate", "compare"])
def test_an_input_is_never_run(job, step):
    variables = dict.fromkeys(STEPS[step]["env"], HOSTILE)
    job.step(step, **{**variables, "PYTHON": sys.executable})
    assert not list(job.workspace.parent.rglob("hacked"))


@bash
def test_what_a_pull_request_types_over_is_marked_with_its_commit(job, pull_request):
    assert "quietly" not in job.step("Validate", BASE="").stdout
    done = job.step("Validate", BASE=pull_request, STRICT="true")
    assert (done.returncode, done.stderr) == (1, "")
    assert "::warning file=strategies/plan.yaml,line=12," in done.stdout
    assert "went from 2026-03-31 to 2026-06-30, 91 days later, and no move is on record (commit " in done.stdout


@bash
def test_where_the_beginning_of_a_pull_request_is_not_known_the_check_goes_on_and_says_so(job):
    done = job.step("Validate", BASE="0" * 40)
    assert (done.returncode, done.stderr) == (0, "")
    assert "::notice::what this pull request types over is not known: check out with 'fetch-depth: 0'\n" in done.stdout


@bash
def test_what_a_pull_request_changes_is_in_the_summary_and_in_a_file(job, pull_request):
    done = job.step("compare", BASE=pull_request)
    assert (done.returncode, done.stderr, done.stdout) == (0, "", "")
    changes = Path(job.outputs["changes"]).read_text(encoding="utf-8")
    assert "2026-06-30" in changes
    assert job.summary.read_text(encoding="utf-8") == changes


@bash
def test_changes_on_main_after_the_branch_began_are_not_the_pull_request_s(job, pull_request):
    run("git", "switch", "--quiet", "main", cwd=job.workspace)
    write(job.workspace, {"measures/calls.yaml": "measures: [{id: calls, title: Visits, unit: count}]\n"})
    moved_on = commit(job.workspace, "meanwhile")
    run("git", "switch", "--quiet", "change", cwd=job.workspace)
    assert job.step("compare", BASE=moved_on).returncode == 0
    changes = Path(job.outputs["changes"]).read_text(encoding="utf-8")
    assert "2026-06-30" in changes
    assert "Visits" not in changes


@bash
def test_a_shallow_checkout_fetches_what_it_compares_with(job, pull_request, tmp_path):
    run("git", "config", "uploadpack.allowAnySHA1InWant", "true", cwd=job.workspace)
    run("git", "branch", "--force", "merged", "HEAD", cwd=job.workspace)
    origin = job.workspace.as_uri()
    run("git", "clone", "--quiet", "--depth=1", "--branch=merged", origin, tmp_path / "shallow", cwd=tmp_path)
    shallow = Job(tmp_path / "shallow", tmp_path / "other temp")
    assert shallow.step("compare", BASE=pull_request).returncode == 0
    assert "2026-06-30" in Path(shallow.outputs["changes"]).read_text(encoding="utf-8")


@bash
def test_where_there_is_nothing_to_compare_with_the_job_goes_on_and_says_so(job):
    done = job.step("compare", BASE="0" * 40)
    assert done.returncode == 0
    assert "::notice::nothing to compare with: check out with 'fetch-depth: 0'\n" in done.stdout
    assert "::notice::what this pull request changes could not be worked out\n" in done.stdout
    assert job.outputs == {}


@bash
def test_the_first_strategy_of_a_repository_is_all_new(job):
    base = run(
        "git", "commit-tree", "-m", "empty", "4b825dc642cb6eb9a060e54bf8d69288fbee4904", cwd=job.workspace
    ).stdout.strip()
    done = job.step("compare", BASE=base)
    assert (done.returncode, done.stdout) == (0, "")
    assert "| plan | strategy | Plan |" in job.summary.read_text(encoding="utf-8")


@bash
def test_a_file_with_errors_does_not_hide_what_else_changes(job, pull_request):
    write(job.workspace, {"strategies/broken.yaml": "id: [\n"})
    commit(job.workspace, "broken")
    assert job.step("compare", BASE=pull_request).returncode == 0
    assert "2026-06-30" in job.summary.read_text(encoding="utf-8")


GH = """\
#!/bin/sh
case "$*" in
  *--paginate*) test -z "$REFUSED" && cat "$KEPT" ;;
  *--method*|*--silent*) test -z "$READ_ONLY" && { printf "%s|" "$@"; echo; } >> "$CALLS" ;;
esac
"""


@pytest.fixture
def comment(job, pull_request, tmp_path):
    """Run the step that keeps a comment, with GitHub played: the comments it finds, and what was asked of it."""
    program = write(tmp_path / "bin", {"gh": GH}) / "gh"
    program.chmod(0o755)
    kept, calls = tmp_path / "kept", tmp_path / "calls"

    def keep(found="", base=pull_request, **refused):
        kept.write_text(found)
        calls.write_text("")
        job.output.write_text("")
        job.step("compare", BASE=base)
        job.environment |= {
            "KEPT": str(kept),
            "CALLS": str(calls),
            "PATH": f"{program.parent}:{outside()['PATH']}",
            **refused,
        }
        given = {"CHANGES": job.outputs["changes"], "REPOSITORY": "a/b", "NUMBER": "7", "GH_TOKEN": "none"}
        done = job.step("Keep one comment", **given)
        assert done.returncode == 0, done.stderr
        return done.stdout, calls.read_text()

    return keep


@bash
def test_one_comment_is_written_and_kept_in_place(comment, job):
    said, calls = comment()
    assert (said, calls) == (
        "",
        f"api|--silent|repos/a/b/issues/7/comments|--field|body=@{job.temp}/strategy-comment.md|\n",
    )
    written = (job.temp / "strategy-comment.md").read_text(encoding="utf-8")
    assert written.startswith("<!-- strategy-tracker: what changes -->\n## ")
    assert "2026-06-30" in written
    assert "--method|PATCH|repos/a/b/issues/comments/42|" in comment("42\n43\n")[1]


@bash
def test_where_nothing_moves_no_comment_is_written_and_the_one_that_is_there_says_so(comment, job):
    head = run("git", "rev-parse", "HEAD", cwd=job.workspace).stdout.strip()
    assert comment(base=head) == ("", "")
    assert "PATCH" in comment("42\n", base=head)[1]


@bash
def test_a_token_that_may_not_comment_is_told_and_fails_nothing(comment):
    assert "::notice::the comments of this pull request cannot be read" in comment(REFUSED="1")[0]
    assert "::notice::the comment cannot be written" in comment(REFUSED="", READ_ONLY="1")[0]


@slow
@bash
def test_the_action_installs_itself_from_its_own_folder(job, checkout):
    job.environment["GITHUB_ACTION_PATH"] = str(checkout)
    del job.environment["PYTHONPATH"]
    job.environment["PATH"] = f"{Path(sys.executable).parent}:{outside()['PATH']}"
    done = job.step("install")
    assert done.returncode == 0, done.stderr
    python = job.outputs["python"]
    assert Path(python).is_relative_to(job.temp)
    job.environment["PYTHON"] = python
    assert "ok: 1 strategy" in job.step("Validate").stdout
