"""`strategy overdue --format github` and `junit`: late things where a build server shows mistakes."""

import pytest
from junitparser import JUnitXml

from tests.cli.conftest import DAY
from tests.cli.repository import Repository


def overdue(run, *arguments):
    return run("overdue", "--as-at", DAY, *arguments)


def commands(run, *arguments):
    _, out, _ = overdue(run, "--format", "github", *arguments)
    return [line for line in out.splitlines() if line.startswith("::")]


def line_of(path, text):
    lines = path.read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if text in line)


@pytest.mark.parametrize("form", ["table", "github", "junit"])
def test_the_format_never_changes_what_fails(run, small, form):
    assert overdue(run, "--format", form)[0] == 0
    assert overdue(run, "--format", form, "--fail-on", "late")[0] == 1
    assert overdue(run, "--format", form, "--fail-on", "very-silent")[0] == 0


def test_an_action_is_marked_at_its_id(run, small):
    line = line_of(small / "strategies/young-carers.yaml", "id: seen-01")
    assert (
        f"::error file=strategies/young-carers.yaml,line={line},col=13,endColumn=20,endLine={line},title=waiting"
        "::young-carers/seen-01 'Train every school to spot young carers': waiting"
        "%0Aoverdue by 11 days (due 2025-09-20); nothing said since 2025-09-01; ask Head of Service (for the priority)"
    ) in commands(run)


def test_a_reading_is_marked_at_its_measure_and_a_body_at_the_governance(run, small):
    found = commands(run)
    line = line_of(small / "measures/carers.yaml", "id: waiting")
    assert any(
        f"::warning file=measures/carers.yaml,line={line}," in one and "title=late-reading" in one for one in found
    )
    line = line_of(small / "strategies/young-carers.yaml", "governance:")
    assert any(f"young-carers.yaml,line={line}," in one and "title=missed-review" in one for one in found)


def test_what_is_to_come_is_only_a_notice(run, small):
    assert not any(one.startswith("::notice") for one in commands(run))
    assert any(one.startswith("::notice") and "title=upcoming" in one for one in commands(run, "--within", "30d"))


def test_the_table_stands_below(run, small):
    _, table, _ = overdue(run)
    _, out, _ = overdue(run, "--format", "github")
    assert out == "".join(f"{one}\n" for one in commands(run)) + table


def test_the_summary_of_the_job_is_the_list_in_markdown(run, small, tmp_path, monkeypatch):
    path = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(path))
    overdue(run, "--format", "github")
    assert path.read_text(encoding="utf-8") == overdue(run, "--format", "markdown")[1]


def test_paths_begin_at_the_top_of_the_repository(run, small):
    (small.parent / ".git").mkdir()
    assert all("file=portfolio/" in one for one in commands(run))
    assert '"portfolio/strategies/old-plan.yaml"' in overdue(run, "--format", "junit")[1]


def test_an_earlier_moment_has_files_but_no_lines(run, small):
    Repository(small).commit("All", "2025-09-30")
    (small / "strategies/old-plan.yaml").unlink()
    found = commands(run, "--rev", "HEAD")
    assert found
    assert all("file=" in one and ",line=" not in one for one in found)


def suites(run, *arguments):
    _, out, _ = overdue(run, "--format", "junit", *arguments)
    return {suite.name: suite for suite in JUnitXml.fromstring(out.encode())}


def test_junit_fails_what_is_late_and_passes_files_without(run, small):
    found = suites(run, "--within", "30d")
    assert {name: suite.failures for name, suite in found.items()} == {
        "measures/carers.yaml": 1,
        "strategies/old-plan.yaml": 0,
        "strategies/young-carers.yaml": 5,
    }
    passed = [case for case in found["strategies/young-carers.yaml"] if case.is_passed]
    assert [case.name for case in passed] == ["nothing more fails"]
    assert "[upcoming]" in passed[0].system_out


def test_a_file_that_could_not_be_read_is_not_called_a_passed_test(run, small):
    (small / "strategies" / "broken.yaml").write_text("id: broken\ntitle: Broken\nwho: me\n")
    code, out, err = overdue(run, "--format", "junit", "--keep-going")
    assert (code, "strategies/broken.yaml:3:1" in err) == (0, True)
    assert "broken" not in out


def test_junit_fails_only_what_fail_on_names(run, small):
    assert sum(suite.failures for suite in suites(run, "--fail-on", "late").values()) == 3


def test_the_names_of_tests_are_the_same_on_the_next_day(run, small):
    def names(day):
        out = run("overdue", "--as-at", day, "--format", "junit")[1]
        return [case.name for suite in JUnitXml.fromstring(out.encode()) for case in suite]

    assert names("2025-10-01") == names("2025-10-02")


def test_the_formats_of_other_commands_stay_as_they_are(run, small):
    assert run("reviews", "--format", "github")[0] == 2
