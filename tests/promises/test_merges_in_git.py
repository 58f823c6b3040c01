"""The same promises where git itself calls the driver: merge, rebase and cherry-pick in real repositories."""

import sys
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from strategy_tracker.merging.merge import CannotMerge, merge
from tests.cli.repository import Repository
from tests.promises.test_merges import a_pair, tokens

DRIVER = f'"{Path(sys.executable).as_posix()}" -m strategy_tracker merge-driver %O %A %B %P %L %X %Y'


def commit(repository, files):
    for name, data in files.items():
        path = repository.top / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
    repository.commit("A version", "2022-01-01")


def two_branches(root, pairs):
    """A repository with a branch for each side, and the names of its files; the current branch is ours."""
    repository = Repository(root)
    repository.git("config", "merge.strategy.driver", DRIVER)
    names = [f"strategies/s{n}.yaml" for n in range(len(pairs))]
    base, ours, theirs = (dict(zip(names, side, strict=True)) for side in zip(*pairs, strict=True))
    commit(repository, {".gitattributes": b"strategies/*.yaml -text merge=strategy\n", **base})
    repository.git("branch", "--move", "ours")
    repository.git("checkout", "-qb", "theirs")
    commit(repository, theirs)
    repository.git("checkout", "-q", "ours")
    commit(repository, ours)
    return repository, names


OPERATIONS = {
    "merge": [["merge", "-q", "--no-edit", "theirs"]],
    "rebase": [["checkout", "-q", "theirs"], ["rebase", "-q", "ours"]],
    "cherry-pick": [["cherry-pick", "theirs"]],
}


@pytest.mark.parametrize("operation", OPERATIONS)
@settings(max_examples=2, phases=[Phase.generate])
@given(seed=st.integers(0, 2**32))
def test_git_gets_what_the_merge_gives_and_stops_where_somebody_has_to_look(operation, seed):
    pairs = [a_pair(Random(f"{seed} {n}"), 0.1, most=6) for n in range(5)]
    with TemporaryDirectory() as folder:
        root = Path(folder)
        repository, names = two_branches(root, pairs)
        for words in OPERATIONS[operation]:
            repository.git(*words, allow=(0, 1))
        torn = set(repository.git("diff", "--name-only", "--diff-filter=U").split())
        for name, (base, ours, theirs) in zip(names, pairs, strict=True):
            data = (root / name).read_bytes()
            assert not (tokens(ours) | tokens(theirs)) - tokens(base) - tokens(data)
            if ours in (base, theirs) or theirs == base:
                continue
            try:
                expected = merge(base, ours, theirs)
            except CannotMerge:
                continue  # git's own merge by lines
            assert (name in torn) == (not expected.clean)
            if not expected.conflicts:
                assert data == expected.data


UPDATES = """\
id: a
title: A
priorities:
  - id: p
    title: P
    actions:
      - id: p-01
        text: T
        updates:
"""


@pytest.mark.parametrize("operation", OPERATIONS)
def test_two_updates_that_git_alone_would_not_merge(operation, tmp_path):
    first, ours, theirs = (f"          - {{on: 2018-0{month}-01, state: in-progress}}\n" for month in (1, 5, 3))
    repository, [name] = two_branches(
        tmp_path, [[(UPDATES + text).encode() for text in (first, first + ours, first + theirs)]]
    )
    for words in OPERATIONS[operation]:
        repository.git(*words)
    assert (tmp_path / name).read_bytes().decode() == UPDATES + first + theirs + ours
    assert repository.git("status", "--porcelain") == ""


def test_several_commits_are_rebased_one_after_the_other(tmp_path):
    first, ours, one, two = (f"          - {{on: 2018-0{month}-01, state: in-progress}}\n" for month in (1, 5, 3, 7))
    repository, [name] = two_branches(
        tmp_path, [[(UPDATES + text).encode() for text in (first, first + ours, first + one)]]
    )
    repository.git("checkout", "-q", "theirs")
    commit(repository, {name: (UPDATES + first + one + two).encode()})
    repository.git("rebase", "-q", "ours")
    assert (tmp_path / name).read_bytes().decode() == UPDATES + first + one + ours + two


def test_a_merge_of_two_merges_still_loses_nothing(tmp_path):
    """Git then merges the common ancestors first, with conflict markers of its own in them."""
    text = "id: a\ntitle: A\nowner: {}\nnote: {}\n"
    repository, [name] = two_branches(
        tmp_path, [[text.format(*words).encode() for words in (("x", "x"), ("y", "x"), ("z", "x"))]]
    )
    for branch, other, owner in (("ours", "theirs", "ours"), ("theirs", "ours~", "theirs")):
        repository.git("checkout", "-q", branch)
        repository.git("merge", "-q", "--no-edit", other, allow=(0, 1))
        commit(repository, {name: text.format(owner, branch).encode()})
    repository.git("merge", "-q", "--no-edit", "ours", allow=(0, 1))
    data = (tmp_path / name).read_text()
    assert "owner: ours" in data
    assert "owner: theirs" in data
    assert repository.git("diff", "--name-only", "--diff-filter=U").split() == [name]
