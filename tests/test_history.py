"""Git itself: what is asked of it, what it prints, and what must never mislead."""

from datetime import date
from io import BytesIO

import pytest
from cli.repository import STRATEGY, Repository, carers

from strategy_tracker.history import (
    NoGit,
    commit_at,
    contents,
    ever_held,
    folder_in,
    git,
    is_clean,
    is_shallow,
    report_of,
    reports,
    since,
    two_portfolios,
    uncommitted,
)
from strategy_tracker.history.git import begun
from strategy_tracker.history.item_commits import made
from strategy_tracker.history.log import read_made, read_objects
from strategy_tracker.history.past_portfolio import blobs, main_line
from strategy_tracker.history.report_tag import read_report, write_report
from strategy_tracker.model.commit import Commit, FrozenReport


@pytest.fixture
def repo(tmp_path):
    return carers(tmp_path / "repo")


def test_a_commit_has_its_day_author_and_first_line(repo):
    sha = repo.change("Write one form", "Write no form").commit("Subject \x1f and more\n\nBody", "2022-02-01", "Ben")
    assert commit_at(repo.root, "HEAD") == Commit(sha, date(2022, 2, 1), "Ben", "Subject \x1f and more")


def test_names_are_those_of_the_mailmap(repo):
    (repo.top / ".mailmap").write_text("Ann Example <a@example.org>\n")
    assert commit_at(repo.root, "HEAD").author == "Ann Example"


def test_the_main_line_is_newest_first(repo):
    repo.commit("Second", "2022-02-01")
    assert [commit.subject for commit in main_line(repo.root)] == ["Second", "First"]
    assert [commit.subject for commit in main_line(repo.root, date(2022, 1, 20))] == ["First"]
    assert main_line(repo.root, date(1960, 1, 1)) == main_line(repo.root)


def test_contents_are_read_by_name_each_once(repo):
    found = {blob.name: blob.sha for blob in blobs(repo.root, "HEAD")}
    held = contents(repo.root, [found["strategies/carers.yaml"], found["strategies/carers.yaml"], ""])
    assert held == {found["strategies/carers.yaml"]: STRATEGY.encode()}
    assert contents(repo.root, []) == {}
    with pytest.raises(NoGit, match="leaves out"):
        contents(repo.root, ["0" * 40])


def test_a_content_that_looks_like_git_s_own_lines_is_a_content(repo):
    data = b"0123 blob 4\nx missing\n\0"
    name = "a" * 40
    out = b"%s blob %d\n%s\n" % (name.encode(), len(data), data)
    assert list(read_objects(BytesIO(out), [name])) == [(name, "blob", data)]


def test_two_moments_hold_only_contents_that_differ(repo):
    repo.change("Write one form", "Write no form")
    (repo.root / "measures" / "carers.yaml").rename(repo.root / "measures" / "other.yaml")
    repo.commit("Second", "2022-02-01")
    old, new = commit_at(repo.root, "HEAD~1"), commit_at(repo.root, "HEAD")
    one, two = two_portfolios(repo.root, old, new)
    assert [[file.name for file in side.files] for side in (one, two)] == [["strategies/carers.yaml"]] * 2
    one, two = two_portfolios(repo.root, old, None, everything=True)
    assert [len(side.files) for side in (one, two)] == [2, 2]


def test_a_file_that_is_too_big_is_not_read(repo, monkeypatch):
    repo.change("Write one form", "Write no form").commit("Second", "2022-02-01")
    monkeypatch.setattr("strategy_tracker.history.objects.LARGEST", 10)
    one, two = two_portfolios(repo.root, commit_at(repo.root, "HEAD~1"), commit_at(repo.root, "HEAD"))
    assert [file.data for side in (one, two) for file in side.files] == [None] * 2


def test_settings_that_differ_bring_every_file(repo):
    repo.write(**{"strategy-tracker": "due_soon: week\n"})
    one, two = two_portfolios(repo.root, commit_at(repo.root, "HEAD"), None)
    assert [len(side.files) for side in (one, two)] == [2, 2]
    assert two.settings.due_soon.text == "week"


def test_a_repository_with_long_names(tmp_path):
    top = tmp_path / "long"
    top.mkdir()
    repo = Repository.__new__(Repository)
    repo.top = repo.root = top
    repo.git("init", "--quiet", "--object-format=sha256", "--initial-branch=main")
    repo.write(strategies__carers=STRATEGY).commit("First", "2022-01-15")
    one, two = two_portfolios(top, commit_at(top, "HEAD"), None)
    assert (one.files, two.files) == ((), ())
    assert len(commit_at(top, "HEAD").sha) == 64


def test_every_commit_with_what_it_changed(repo):
    (repo.root / "strategies" / "carers.yaml").rename(repo.root / "strategies" / "a\n:100644 b.yaml")
    (repo.root / "README.md").write_text("not data")
    repo.commit("Renamed", "2022-02-01")
    second, first = made(repo.root, ("strategies",))
    assert (second.parents, first.parents) == (1, 0)
    assert {change.name for change in second.changes} == {"strategies/carers.yaml", "strategies/a\n:100644 b.yaml"}
    gone = next(change for change in second.changes if not change.after)
    assert gone.before == (first.changes[0].after,)


def test_a_merge_has_a_content_before_for_each_parent():
    line = f"::100644 100644 100644 {'a' * 40} {'b' * 40} {'c' * 40} MM"
    head = "\x1f".join(["d" * 40, f"{'e' * 40} {'f' * 40}", "2022-03-01", "Ann", "Merge"])
    (found,) = read_made(f"{head}\0\0{line}\0strategies/x.yaml\0", "")
    assert found.parents == 2
    assert found.changes[0] == ("strategies/x.yaml", ("a" * 40, "b" * 40), "c" * 40)


def test_commits_since_another(repo):
    sha = repo.commit("Second", "2022-02-01")
    assert since(repo.root, "HEAD~1") == {sha}


@pytest.mark.parametrize("how", ["committed", "changed", "new", "nowhere"])
def test_whether_a_file_is_as_it_was_committed(repo, tmp_path, how):
    path = repo.root / "strategies" / "carers.yaml"
    if how == "changed":
        path.write_text("id: x\n")
    if how == "new":
        path = path.with_name("new.yaml")
        path.write_text("id: x\n")
    if how == "nowhere":
        path = tmp_path / "x.yaml"
    assert is_clean(path) is {"committed": True, "changed": False, "new": None, "nowhere": None}[how]


def test_what_a_file_ever_held(repo, tmp_path):
    repo.change("id: seen-02", "id: seen-03").commit("Second", "2022-02-01")
    held = ever_held(repo.root / "strategies" / "carers.yaml", "seen-02")
    assert held == b"-      - id: seen-02\n+      - id: seen-02"
    assert ever_held(tmp_path / "x.yaml", "x") == b""


def test_where_a_portfolio_is_in_its_repository(tmp_path):
    repo = carers(tmp_path / "repo", "some/where")
    assert (folder_in(repo.root), folder_in(repo.top)) == ("some/where/", "")
    assert not is_shallow(repo.root)
    assert uncommitted(repo.root) == []
    repo.write(strategies__new="id: new\ntitle: New\n")
    assert uncommitted(repo.root) == ["strategies/new.yaml"]


def test_git_has_no_shell_no_prompt_and_none_of_its_variables(repo, monkeypatch):
    monkeypatch.setenv("GIT_DIR", "/nowhere")
    monkeypatch.setenv("GIT_AUTHOR_NAME", "Mallory")
    monkeypatch.setenv("GIT_COMMITTER_NAME", "Robot")
    told = git(repo.root, "-c", "alias.tell=!env", "tell").decode()
    assert "GIT_TERMINAL_PROMPT=0" in told
    assert "Mallory" not in told
    assert "Robot" not in told
    kept = git(repo.root, "-c", "alias.tell=!env", "tell", keep=["GIT_COMMITTER_NAME"]).decode()
    assert "GIT_COMMITTER_NAME=Robot" in kept


def test_what_git_says_is_said(repo):
    with pytest.raises(NoGit, match=r"^not a tree object$"):
        git(repo.root, "ls-tree", "HEAD:strategies/carers.yaml")
    assert git(repo.root, "ls-tree", "HEAD:strategies/carers.yaml", allow=range(256)) == b""


def test_git_at_work_gives_what_it_prints_when_it_is_waited_for(repo, tmp_path, monkeypatch):
    with begun(repo.root, "rev-parse", "HEAD") as printed:
        assert printed() == git(repo.root, "rev-parse", "HEAD")
    with begun(repo.root, "rev-parse", "nowhere") as printed, pytest.raises(NoGit, match="nowhere"):
        printed()
    with begun(tmp_path, "log") as printed, pytest.raises(NoGit, match="not in a git repository"):
        printed()
    monkeypatch.setenv("PATH", "")
    with begun(repo.root, "log") as printed, pytest.raises(NoGit, match="git is not installed"):
        printed()


def test_git_at_work_is_stopped_where_nobody_waits_for_it(repo):
    with begun(repo.root, "-c", "alias.wait=!sleep 600 #", "wait"):
        pass  # otherwise this test takes ten minutes


def a_report(**keys):
    given = {
        "name": "q1",
        "sha": "a" * 40,
        "as_at": date(2022, 3, 31),
        "digest": "0" * 64,
        "program": "1.0",
        "body": "Board",
    }
    return FrozenReport(**(given | {"folder": "", "message": "", **keys}))


@pytest.mark.parametrize(
    "report",
    [a_report(), a_report(body="", folder="data", message="As corrected"), a_report(message="Standing: sha256:1")],
)
def test_a_report_is_read_as_it_was_written(report):
    head = f"object {report.sha}\ntype commit\ntag reported/q1\ntagger Ann <a@b> 1648742400 -0930\n"
    tag = f"{head}\n{write_report(report)}"
    assert read_report("q1", tag.encode()) == report._replace(by="Ann", made=date(2022, 3, 31))


@pytest.mark.parametrize(
    "tag",
    [
        b"",
        b"object x\n\nReported: q1\n\nAs at: 2022-03-31\nStanding: sha256:" + b"0" * 64,
        b"object " + b"a" * 40 + b"\n\nReported: q1\n\nAs at: 2022-13-31\nStanding: sha256:" + b"0" * 64,
        b"object " + b"a" * 40 + b"\n\nReported: q1\n\nAs at: 2022-03-31\nStanding: md5:1",
        b"\xff\xfe\0",
    ],
)
def test_a_tag_that_is_no_report_is_none(tag):
    assert read_report("q1", tag) is None


def test_a_tag_without_a_tagger_is_still_a_report():
    tag = f"object {'a' * 40}\n\n{write_report(a_report())}"
    assert read_report("q1", tag.encode()) == a_report()


def test_reports_of_a_repository_without_any(repo):
    assert reports(repo.root) == []
    assert report_of(repo.root, "q1") is None
    assert report_of(repo.root, "-q") is None


def test_a_commit_in_words():
    assert Commit("a" * 40, date(2022, 1, 1), "Ann", "x").words() == "commit aaaaaaa of 2022-01-01"
    assert Commit("", date(2022, 1, 1), "", "").words() == "the files on disk"
