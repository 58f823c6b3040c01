"""A date that was typed over, in every view: since when it is in the file, and the approval with its own step alone."""

import csv
import io
import json

import pytest

from tests.cli.repository import carers

AGREED = "moved: [{on: 2022-04-01, from: 2022-06-30, to: 2022-09-30, why: Late, approved_by: Board}]"
DAY = ("--as-at", "2023-06-01")
SINCE = "in the file since 2022-05-03, nobody on record"


@pytest.fixture
def repo(tmp_path, monkeypatch):
    made = carers(tmp_path / "repo")
    made.change("due: 2022-06-30", f"due: 2022-09-30\n        {AGREED}").commit("Agreed", "2022-04-01")
    made.change("due: 2022-09-30", "due: 2022-12-30").commit("Later", "2022-05-03")
    monkeypatch.chdir(made.root)
    return made


def one_line(text):
    return " ".join(text.split())


@pytest.mark.usefixtures("repo")
def test_screens_and_data_tell_it_apart(run):
    content = json.loads(run("show", "seen-01", "--format", "json", *DAY)[1])
    assert [(one["to"], one["approved_by"], one["since"]) for one in content["action"]["moves"]] == [
        ("2022-09-30", "Board", None),
        ("2022-12-30", None, "2022-05-03"),
    ]
    assert "since 3 May 2022, nobody on record" in one_line(run("show", "seen-01", *DAY)[1])
    rows = list(csv.DictReader(io.StringIO(run("overdue", "--format", "csv", *DAY)[1])))
    assert (rows[0]["original_due"], "moved twice, 1 of them with nobody on record" in rows[0]["words"]) == (
        "2022-06-30",
        True,
    )
    rows = list(csv.DictReader(io.StringIO(run("export", "--format", "csv", *DAY)[1])))
    assert rows[0]["moves"] == f"2022-06-30 → 2022-09-30 (approved by Board); 2022-09-30 → 2022-12-30 ({SINCE})"
    assert rows[0]["original_due"] == "2022-06-30"
    assert SINCE in run("diff", "HEAD~1", "--format", "csv")[1]


@pytest.mark.usefixtures("repo")
def test_papers_and_pages_tell_it_apart(run, tmp_path):
    paper = run("report", "carers", "--since", "HEAD~1", *DAY)[1]
    changed, moved = (paper.split(f". {title}")[1] for title in ("What changed since", "Dates moved"))
    told = "in the file since 3 May 2022, nobody on record"
    assert f"91 days later; {told}" in changed.split("##")[0]
    assert f"30 September 2022 | 30 December 2022 | {told} | no approval on record" in moved.split("##")[0]
    assert run("dashboard", "-o", str(tmp_path / "page"), *DAY)[0] == 0
    page = (tmp_path / "page" / "index.html").read_text(encoding="utf-8")
    assert told in page


def test_without_git_each_says_in_one_sentence_that_it_cannot_know(run, repo, tmp_path):
    (repo.root / ".git").rename(tmp_path / "git")
    said = "hether a due date was typed over cannot be known: this folder is not in a git repository"
    assert said in one_line(run("show", "seen-01", *DAY)[1])
    assert said in one_line(run("overdue", *DAY)[1])
    assert said in json.loads(run("export", "--format", "json", *DAY)[1])["moves_not_known"]
    assert said in run("export", "--format", "csv", *DAY)[2]
    assert said in run("report", "carers", *DAY)[1]
    assert run("dashboard", "-o", str(tmp_path / "page"), *DAY)[0] == 0
    assert said in (tmp_path / "page" / "index.html").read_text(encoding="utf-8")
