"""The commit a person means, by its name or by a day."""

from datetime import date

from strategy_tracker.history.repository.find_commit import commit_at, main_line, newer_commits
from strategy_tracker.model.commit import Commit


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


def test_commits_since_another(repo):
    sha = repo.commit("Second", "2022-02-01")
    assert newer_commits(repo.root, "HEAD~1") == {sha}
