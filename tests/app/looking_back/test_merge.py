"""The merge of two people's versions, and what git is told of it, without a terminal."""

import subprocess

import pytest

from strategy_tracker.app.looking_back.merge import install_driver, merge_files
from strategy_tracker.problem import Problem

BASE = b"id: a\ntitle: A\nactions:\n  - id: b\n    text: one\n    due: 2018\n"


@pytest.fixture
def merged(tmp_path):
    def called(base, ours, theirs):
        files = [tmp_path / name for name in ("base", "ours", "theirs")]
        for path, data in zip(files, (base, ours, theirs), strict=True):
            path.write_bytes(data)
        return merge_files(*files, ("ours", "theirs"), 7), files[1].read_bytes()

    return called


def test_a_clean_merge_is_in_the_place_of_our_version(merged):
    found, data = merged(BASE, BASE.replace(b"one", b"two"), BASE.replace(b"2018", b"2019"))
    assert found.is_clean
    assert data == BASE.replace(b"one", b"two").replace(b"2018", b"2019")


def test_a_conflict_is_named(merged):
    found, _ = merged(BASE, BASE.replace(b"2018", b"2019"), BASE.replace(b"2018", b"2020"))
    assert (found.is_clean, found.conflicts) == (False, ((6, "b", "due"),))


def test_what_cannot_be_read_is_merged_by_lines(merged):
    found, data = merged(b"{id: a}\n", b"{id: b}\n", b"{id: c}\n")
    assert found.note.startswith("is merged line by line: ")
    assert (found.markers, found.is_clean, data.count(b"<<<<<<<")) == (True, False, 1)


def test_git_is_told_once_and_its_attributes_are_completed(tmp_path):
    with pytest.raises(Problem, match="git does not take it"):
        install_driver(tmp_path)
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    (tmp_path / ".gitattributes").write_text("*.png binary")
    assert install_driver(tmp_path).added == 6
    assert (tmp_path / ".gitattributes").read_text().startswith("*.png binary\nstrategies/")
    again = install_driver(tmp_path)
    assert (again.added, again.problem) == (0, None)
    assert "merge-driver %O %A %B" in again.line
