"""`strategy validate --format`: what each format is given, where paths begin, and that nothing else changes."""

import json

import pytest
from junitparser import JUnitXml

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
FORMS = ["text", "concise", "json", "github", "gitlab", "sarif", "junit"]
FAULT = "strategies/broken.yaml:7:40: error: there is no date '2025-02-30' in the calendar [impossible-date]\n"


@pytest.fixture
def broken(small):
    (small / "strategies/broken.yaml").write_text(FAULTY, encoding="utf-8")
    return small


@pytest.fixture
def summary(tmp_path, monkeypatch):
    path = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(path))
    return path


def validate(run, *arguments):
    return run("validate", "--as-at", DAY, *arguments)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("strict", [(), ("--strict",)])
def test_the_format_never_changes_what_fails(run, small, form, strict):
    code = 1 if strict else 0
    assert validate(run, *strict)[0] == validate(run, *strict, "-f", form)[0] == code
    (small / "strategies/broken.yaml").write_text(FAULTY, encoding="utf-8")
    assert validate(run, *strict)[0] == validate(run, *strict, "--format", form)[0] == 1


@pytest.mark.parametrize("form", FORMS)
def test_every_format_goes_to_standard_output_alone_and_changes_no_file(run, broken, form):
    before = {path: path.read_bytes() for path in broken.rglob("*") if path.is_file()}
    _, out, err = validate(run, "--format", form)
    assert "there is no date" in out
    assert err == ""
    assert {path: path.read_bytes() for path in broken.rglob("*") if path.is_file()} == before


def test_text_is_what_is_written_without_a_format(run, broken):
    assert validate(run) == validate(run, "--format", "text")
    assert "  help: correct it\n" in validate(run)[1]


def test_in_github_actions_the_format_is_chosen_and_can_be_overridden(run, broken, monkeypatch):
    text = validate(run)
    github = validate(run, "--format", "github")
    assert github[1].startswith("::")
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert validate(run) == github
    assert validate(run, "--format", "text") == text
    monkeypatch.setenv("GITHUB_ACTIONS", "false")
    assert validate(run) == text


def test_concise_is_a_line_for_every_finding(run, broken):
    _, out, _ = validate(run, "--format", "concise", "strategies/broken.yaml")
    assert out == FAULT


def test_json_has_what_was_read_and_every_finding(run, broken):
    found = json.loads(validate(run, "--format", "json")[1])
    assert (found["kind"], found["as_at"], found["counts"]["error"]) == ("validation", DAY, 1)
    assert found["read"] == {"strategies": 2, "actions": 11, "measures": 8, "practice_examples": 1}
    assert len(found["diagnostics"]) == sum(found["counts"].values())


def test_paths_choose_what_is_reported(run, broken):
    found = json.loads(validate(run, "--format", "gitlab", "strategies/broken.yaml")[1])
    assert [item["location"] for item in found] == [{"path": "strategies/broken.yaml", "lines": {"begin": 7, "end": 7}}]


def test_sarif_has_a_result_for_every_finding(run, broken):
    (log,) = json.loads(validate(run, "--format", "sarif", "strategies/broken.yaml")[1])["runs"]
    assert [result["ruleId"] for result in log["results"]] == ["impossible-date"]


def test_junit_has_a_suite_for_every_file_that_was_read(run, broken):
    def suites(*arguments):
        report = JUnitXml.fromstring(validate(run, "--format", "junit", *arguments)[1].encode())
        return {suite.name: suite.failures for suite in report}

    lenient = suites()
    assert lenient == {
        "measures/carers.yaml": 0,
        "practice/ideas.yaml": 0,
        "strategies/broken.yaml": 1,
        "strategies/old-plan.yaml": 0,
        "strategies/young-carers.yaml": 0,
        "strategy-tracker.yaml": 0,
    }
    assert sum(suites("--strict").values()) > 1
    assert suites("strategies/broken.yaml") == {"strategies/broken.yaml": 1}
    (broken / "strategy-tracker.yaml").unlink()
    assert set(suites()) == set(lenient) - {"strategy-tracker.yaml"}


def paths(run, root):
    found = json.loads(run("validate", "--as-at", DAY, "--root", str(root), "-f", "json")[1])["diagnostics"]
    return {item["file"] for item in found if item["severity"] == "error"}


@pytest.mark.parametrize("made", ["folder", "file"])
def test_paths_begin_at_the_top_of_the_repository(run, broken, made):
    top = broken.parent
    (top / ".git").mkdir() if made == "folder" else (top / ".git").write_text("gitdir: elsewhere\n")
    assert paths(run, broken) == {"portfolio/strategies/broken.yaml"}
    for form in set(FORMS) - {"text"}:
        assert "portfolio/strategies/broken.yaml" in validate(run, "--format", form)[1]
    assert FAULT in validate(run)[1]


def test_paths_begin_at_the_portfolio_where_it_is_the_top_or_there_is_no_repository(run, broken):
    assert paths(run, broken) == {"strategies/broken.yaml"}
    Repository(broken)
    assert paths(run, broken) == {"strategies/broken.yaml"}


def test_paths_are_those_of_the_repository_also_through_a_link(run, broken):
    (broken.parent / ".git").mkdir()
    link = broken.parent / "link"
    try:
        link.symlink_to(broken, target_is_directory=True)
    except OSError:
        pytest.skip("this account may not make links")
    assert paths(run, link) == {"portfolio/strategies/broken.yaml"}


def test_for_github_the_text_stands_below_the_commands(run, broken):
    _, text, _ = validate(run)
    _, out, _ = validate(run, "--format", "github")
    commands = out.removesuffix(text)
    assert len(commands) < len(out)
    assert (
        "::error file=strategies/broken.yaml,line=7,col=40,endColumn=50,endLine=7,title=impossible-date::" in commands
    )


def test_for_github_a_clean_portfolio_is_one_line(run, small):
    practice = "practice/ideas.yaml"
    assert validate(run, "--format", "github", practice) == validate(run, "--format", "text", practice)


def test_the_summary_of_the_job_has_every_finding_and_is_appended_to(run, broken, summary):
    summary.write_text("# before\n", encoding="utf-8")
    validate(run, "--format", "github")
    text = summary.read_text(encoding="utf-8")
    assert text.startswith("# before\n## strategy validate: 1 error, 5 warnings, 3 pieces of advice in 4 files\n")
    assert text.count("\n| ") == 2 + 9  # the heading, the line under it, the findings
    assert "| error | strategies/broken.yaml:7:40 | there is no date '2025-02-30' in the calendar " in text


@pytest.mark.parametrize("form", sorted(set(FORMS) - {"github"}))
def test_no_other_format_writes_a_summary(run, broken, summary, form):
    validate(run, "--format", form)
    assert not summary.exists()


def test_a_summary_that_cannot_be_written_is_said_and_changes_nothing_else(run, broken, tmp_path, monkeypatch):
    expected = validate(run, "--format", "github")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path))
    code, out, err = validate(run, "--format", "github")
    assert (code, out) == expected[:2]
    assert err.startswith("the summary of the job could not be written (")


def test_another_format_is_refused(run, small):
    code, out, err = run("validate", "--format", "xml")
    assert (code, out) == (2, "")
    assert "'xml' is not one of" in err


def test_the_help_lists_the_formats(run):
    _, out, _ = run("validate", "--help")
    assert "<text|concise|json|github|gitlab|sarif|junit>" in out
    assert "never changes" in out
