"""The GitLab template: its shape, and what the scripts of its jobs do. GitLab itself cannot be run here."""

import json
import os
import sys

import pytest
from junitparser import JUnitXml

from .conftest import PLAN, ROOT, bash, commit, in_ruamel, run, slow, write

TEMPLATE = in_ruamel(ROOT / "ci-templates/gitlab.yml")
JOBS = {name: job for name, job in TEMPLATE.items() if "extends" in job}


@pytest.fixture
def job(sample, tmp_path):
    """Run the script of a job in the sample, as GitLab's runner does: in one shell, ended by the first failure."""
    folder = tmp_path / "bin"
    folder.mkdir()
    program = folder / "strategy"
    program.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}/src" exec "{sys.executable}" -m strategy_tracker "$@"\n')
    program.chmod(0o755)

    def script(name, *before, **variables):
        lines = "\n".join([*before, *JOBS[name]["script"]])
        environment = {**TEMPLATE["variables"], "PATH": f"{folder}:{os.environ['PATH']}", **variables}
        return run("bash", "-eo", "pipefail", "-c", lines, cwd=sample, check=False, **environment)

    script.folder = sample
    return script


def test_the_template_is_what_gitlab_reads(tmp_path):
    words = ("--builtin-schema", "vendor.gitlab-ci", "--data-transform", "gitlab-ci", ROOT / "ci-templates/gitlab.yml")
    run(sys.executable, "-m", "check_jsonschema", *words, cwd=tmp_path)


def test_every_variable_has_a_default_that_the_including_file_can_override():
    text = (ROOT / "ci-templates/gitlab.yml").read_text(encoding="utf-8")
    for name in TEMPLATE["variables"]:
        assert f"${name}" in text
        assert f"#     {name}: " in text
    for job in (TEMPLATE[".strategy-tracker"], *JOBS.values()):  # a variable of a job would win over the project's
        assert not set(job.get("variables", {})) & set(TEMPLATE["variables"])


@bash
def test_a_sound_portfolio_passes_and_leaves_both_reports(job):
    done = job("strategy-validate")
    assert (done.returncode, done.stderr) == (0, "")
    assert "ok: 1 strategy, 1 action, 1 measure" in done.stdout
    assert json.loads((job.folder / "code-quality.json").read_text(encoding="utf-8")) == []
    assert JUnitXml.fromfile(str(job.folder / "strategies.xml")).failures == 0


@bash
def test_an_error_fails_the_job_and_is_in_both_reports_and_in_the_log(job):
    write(job.folder, {"strategies/plan.yaml": PLAN.replace("2026-03-31", "2026-02-30")})
    done = job("strategy-validate")
    assert done.returncode == 1
    assert "strategies/plan.yaml:12:40: error:" in done.stdout
    (finding,) = json.loads((job.folder / "code-quality.json").read_text(encoding="utf-8"))
    assert finding["location"] == {"path": "strategies/plan.yaml", "lines": {"begin": 12, "end": 12}}
    assert JUnitXml.fromfile(str(job.folder / "strategies.xml")).failures == 1


@bash
@pytest.mark.parametrize(
    ("variable", "change"),
    [("STRATEGY_STRICT", ("2026-03-31", "2026-03-28")), ("STRATEGY_PRIVACY", ("Do it", "'Visit Sarah, 14, weekly'"))],
)
def test_a_switch_that_is_true_fails_the_job(job, variable, change):
    write(job.folder, {"strategies/plan.yaml": PLAN.replace(*change)})
    assert job("strategy-validate", **{variable: "true"}).returncode == 1


@bash
def test_a_merge_request_says_what_it_types_over(job):
    base = run("git", "rev-parse", "HEAD", cwd=job.folder).stdout.strip()
    write(job.folder, {"strategies/plan.yaml": PLAN.replace("2026-03-31", "2026-06-30")})
    commit(job.folder, "later")
    assert "quietly" not in job("strategy-validate").stdout
    done = job("strategy-validate", CI_MERGE_REQUEST_DIFF_BASE_SHA=base)
    assert (done.returncode, done.stderr) == (0, "")
    assert "[date-moved-quietly]" in done.stdout
    (finding,) = json.loads((job.folder / "code-quality.json").read_text(encoding="utf-8"))
    assert finding["check_name"] == "date-moved-quietly"
    done = job("strategy-validate", CI_MERGE_REQUEST_DIFF_BASE_SHA="0" * 40)
    assert done.returncode == 0
    assert done.stdout.startswith("what this merge request types over is not known")


@bash
def test_a_merge_request_says_what_it_changes(job):
    base = run("git", "rev-parse", "HEAD", cwd=job.folder).stdout.strip()
    write(job.folder, {"strategies/plan.yaml": PLAN.replace("2026-03-31", "2026-06-30")})
    commit(job.folder, "later")
    done = job("strategy-changes", CI_MERGE_REQUEST_DIFF_BASE_SHA=base)
    assert (done.returncode, done.stderr) == (0, "")
    assert "2026-06-30" in done.stdout
    assert (job.folder / "strategy-changes.md").read_text(encoding="utf-8") == done.stdout


@slow
@bash
def test_the_jobs_install_what_the_variable_names(job, wheel):
    before = TEMPLATE[".strategy-tracker"]["before_script"]
    done = job("strategy-validate", *before, "command -v strategy", STRATEGY_TRACKER=str(wheel))
    assert done.returncode == 0, done.stderr
    assert str(ROOT) not in done.stdout
    assert "ok: 1 strategy" in done.stdout
