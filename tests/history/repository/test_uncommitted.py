"""What is on disk and not in the last commit: found with one question, and as a commit without a name."""

from datetime import date

import pytest

from strategy_tracker.files.portfolio import open_portfolio
from strategy_tracker.history.repository.git import NoGit
from strategy_tracker.history.repository.in_repository import in_repository
from strategy_tracker.history.repository.uncommitted import looked_up, uncommitted
from tests.cli.repository import Repository, carers

TODAY = date(2022, 10, 1)


def changed(root):
    with looked_up(root) as listed:
        commits = uncommitted(open_portfolio(root), TODAY, listed())
    assert all(change.after in commits.held for one in commits.listed for change in one.changes if change.after)
    return [(c.name, *map(bool, c.before), bool(c.after)) for one in commits.listed for c in one.changes]


@pytest.mark.parametrize("inside", ["", "our plans"])
def test_changed_new_and_deleted_files_are_found_and_no_others(tmp_path, inside):
    repo = carers(tmp_path, inside)
    assert changed(repo.root) == []
    repo.change("Director", "Chief").write(strategies__new="id: new\ntitle: New\n", practice__more="practice: []\n")
    (repo.root / "measures" / "carers.yaml").unlink()
    assert changed(repo.root) == [
        ("strategies/carers.yaml", True, True),
        ("strategies/new.yaml", False, True),
        ("measures/carers.yaml", True, False),
    ]


def test_a_repository_that_names_contents_by_longer_sums(tmp_path):
    tmp_path.joinpath("strategies").mkdir()
    Repository(tmp_path).git("init", "-q", "--object-format=sha256", str(tmp_path / "long"), allow=(0, 128, 129))
    if not (tmp_path / "long").is_dir():
        pytest.skip("this git knows one way of naming contents only")
    repo = carers(tmp_path / "long")
    assert changed(repo.root) == []
    assert changed(repo.change("Director", "Chief").root) == [("strategies/carers.yaml", True, True)]


def test_what_a_submodule_held_is_not_known(tmp_path):
    carers(tmp_path / "inner")
    repo = Repository(tmp_path / "outer").write(measures__own="measures: []\n")
    inner = str(tmp_path / "inner")
    repo.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", inner, "strategies/inner")
    repo.commit("First", "2022-01-01")
    with pytest.raises(NoGit, match="'strategies/inner' is a submodule"):
        changed(repo.root)


def test_a_folder_in_no_repository_is_known_without_asking_git(tmp_path):
    assert not in_repository(tmp_path)
    with looked_up(tmp_path) as listed, pytest.raises(NoGit):
        listed()
    assert in_repository(carers(tmp_path / "a", "b").root)
