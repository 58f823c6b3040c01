"""What a build server is told goes to the files it names, and a file it cannot write stops nothing."""

from strategy_tracker.cli.steps.build_servers import add_to_summary, print_junit
from strategy_tracker.diagnostics import Diagnostic


def never():
    raise AssertionError("made for nothing")


def test_without_a_summary_nothing_is_made():
    add_to_summary(never)


def test_what_other_steps_wrote_stays(tmp_path, monkeypatch):
    path = tmp_path / "summary.md"
    path.write_text("before\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(path))
    add_to_summary(lambda: "dŵr\n")
    assert path.read_bytes() == "before\ndŵr\n".encode()


def test_a_summary_that_cannot_be_written_is_said(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path))
    add_to_summary(lambda: "text")
    assert capsys.readouterr().err.startswith("the summary of the job could not be written (")


def test_a_file_without_findings_is_a_test_that_passed(capsys):
    found = [Diagnostic("no-owner", "nobody is named", file="strategies/a.yaml", severity="warning")]
    print_junit(found, ["strategies/a.yaml", "strategies/b.yaml"], lambda one: one.severity == "warning")
    out = capsys.readouterr().out
    assert out.count("<testcase") == 2
    assert out.count("<failure") == 1
