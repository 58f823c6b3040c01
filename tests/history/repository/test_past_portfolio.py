"""The portfolio of other moments, and where it lay."""

from datetime import date

import pytest

from strategy_tracker.history.repository.find_commit import commit_at
from strategy_tracker.history.repository.git import NoGit, folder_in, is_shallow
from strategy_tracker.history.repository.past_portfolio import (
    Whereabouts,
    days_and_commits,
    portfolio_at,
    two_portfolios,
    uncommitted,
)
from tests.cli.repository import STRATEGY, Repository, carers


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
    monkeypatch.setattr("strategy_tracker.history.repository.objects.LARGEST", 10)
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


def test_where_a_portfolio_is_in_its_repository(tmp_path):
    repo = carers(tmp_path / "repo", "some/where")
    assert (folder_in(repo.root), folder_in(repo.top)) == ("some/where/", "")
    assert not is_shallow(repo.root)
    assert uncommitted(repo.root) == []
    repo.write(strategies__new="id: new\ntitle: New\n")
    assert uncommitted(repo.root) == ["strategies/new.yaml"]


# where it lay


def moved(repo, old, new, day="2022-03-01", who="Ann"):
    """The portfolio in another folder of its repository, committed."""
    (repo.top / new).mkdir(parents=True, exist_ok=True)
    for name in ("strategies", "measures"):
        repo.git("mv", f"{old}{name}", f"{new}/")
    repo.commit(f"To {new}", day, who)
    repo.root = repo.top / new
    return repo


@pytest.mark.parametrize(("first", "then"), [("", "plans"), ("plans", "strategy-plans"), ("a/b", ".")])
def test_a_portfolio_is_found_in_the_folder_it_was_moved_from(tmp_path, first, then):
    repo = carers(tmp_path / "repo", first)
    old = commit_at(repo.top, "HEAD")
    moved(repo, f"{first}/" if first else "", then)
    where = Whereabouts(repo.root)
    assert where.folder(old) == (f"{first}/" if first else "")
    assert [blob.name for blob in where.files(old)] == ["measures/carers.yaml", "strategies/carers.yaml"]
    assert portfolio_at(repo.root, old).files == portfolio_at(repo.root, commit_at(repo.root, "HEAD")).files
    one, two = two_portfolios(repo.root, old, None)
    assert (one.files, two.files) == ((), ())


def test_it_is_found_through_every_folder_that_it_was_in(tmp_path):
    repo = carers(tmp_path / "repo", "one")
    moved(repo, "one/", "two", "2022-02-01")
    repo.change("Write one form", "Write two forms").commit("Edited", "2022-02-10")
    moved(repo, "two/", "three", "2022-03-01")
    found = [Whereabouts(repo.root).folder(commit_at(repo.root, f"HEAD~{n}")) for n in range(4)]
    assert found == ["three/", "two/", "two/", "one/"]


def test_it_is_found_where_another_branch_has_moved_it_to(tmp_path):
    repo = carers(tmp_path / "repo", "plans")
    repo.git("switch", "--quiet", "--create", "renaming")
    moved(repo, "plans/", "strategy-plans")
    repo.git("switch", "--quiet", "main")
    root = repo.top / "plans"
    assert Whereabouts(root).folder(commit_at(root, "renaming")) == "strategy-plans/"
    assert Whereabouts(root).folder(commit_at(root, "renaming"), ancestor=True) is None
    one, two = two_portfolios(root, commit_at(root, "HEAD"), commit_at(root, "renaming"))
    assert (one.files, two.files) == ((), ())


def test_another_portfolio_of_the_repository_is_not_taken_for_it(tmp_path):
    both = carers(tmp_path / "both", "here")
    first = commit_at(both.root, "HEAD")
    both.write(**{"../there/strategies/others": "id: others\ntitle: Others\n"}).commit("Two", "2022-02-01")
    there = Whereabouts(both.top / "there")
    assert (there.folder(first), there.files(first), there.unsure) == (None, [], "")


def test_the_settings_alone_are_files_of_a_moment_and_no_portfolio(tmp_path):
    repo = Repository(tmp_path / "repo").write(**{"strategy-tracker": "due_soon: week\n"})
    repo.commit("Settings", "2022-01-01")
    repo.write(strategies__carers=STRATEGY).commit("Second", "2022-02-01")
    first = commit_at(repo.root, "HEAD~1")
    assert Whereabouts(repo.root).folder(first) is None
    assert [blob.name for blob in Whereabouts(repo.root).files(first)] == ["strategy-tracker.yaml"]
    known, _ = days_and_commits(repo.root, lambda _: [date(2022, 1, 15), date(2022, 2, 15)])
    assert [len(one.files) for one in known] == [1, 2]


def test_nobody_can_say_where_it_was_if_it_was_put_together_from_two_folders(tmp_path):
    repo = carers(tmp_path / "repo", "a")
    repo.write(**{"../b/strategies/others": "id: others\ntitle: Others\n"}).commit("Two", "2022-02-01")
    old = commit_at(repo.root, "HEAD")
    for name in ("a/strategies", "a/measures", "b/strategies"):
        (repo.top / "all" / name[2:]).mkdir(parents=True, exist_ok=True)
        for file in (repo.top / name).iterdir():
            repo.git("mv", f"{name}/{file.name}", f"all/{name[2:]}/")
    repo.commit("Together", "2022-03-01")
    root = repo.top / "all"
    why = f"this portfolio was put together from 'a' and 'b', in {commit_at(root, 'HEAD').words()}"
    with pytest.raises(NoGit) as error:
        two_portfolios(root, old, None)
    assert error.value.message == f"{old.words()} is from before {why}"
    known, unsure = days_and_commits(root, lambda _: [date(2022, 2, 15), date(2022, 3, 15)])
    assert ([one.day for one in known], unsure) == ([date(2022, 3, 15)], why)
