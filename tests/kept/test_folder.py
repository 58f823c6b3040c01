import os
from pathlib import Path

import pytest

from strategy_tracker.kept import folder as module
from strategy_tracker.kept.folder import kept_folder


@pytest.fixture
def root(tmp_path):
    made = tmp_path / "repository" / "portfolio"
    made.mkdir(parents=True)
    (tmp_path / "repository" / ".git").mkdir()
    return made


def test_it_is_where_the_person_s_caches_are(root, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "caches"))
    assert kept_folder(root) == (tmp_path / "caches" / "strategy-tracker", "")


@pytest.mark.parametrize(
    ("system", "usual"), [("linux", ".cache"), ("darwin", "Library/Caches"), ("win32", "AppData/Local")]
)
def test_without_a_variable_it_is_where_the_system_has_them(root, tmp_path, monkeypatch, system, usual):
    monkeypatch.setattr(module.sys, "platform", system)
    monkeypatch.setattr(Path, "home", lambda: tmp_path / "home")
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, "not/absolute")
    assert kept_folder(root).path == tmp_path / "home" / usual / "strategy-tracker"


def test_a_repository_brings_no_answers_along(root, monkeypatch):
    for inside in (root, root.parent / "caches"):
        monkeypatch.setenv("XDG_CACHE_HOME", str(inside))
        monkeypatch.setenv("LOCALAPPDATA", str(inside))
        assert kept_folder(root) == (None, "it would lie in the repository")


def test_a_link_into_the_repository_is_seen_through(root, tmp_path, monkeypatch):
    (tmp_path / "caches").symlink_to(root)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "caches"))
    assert kept_folder(root).path is None


@pytest.mark.parametrize(("value", "is_off"), [("1", True), ("yes", True), ("0", False), ("", False)])
def test_a_variable_switches_it_off(root, monkeypatch, value, is_off):
    monkeypatch.setenv("STRATEGY_NO_CACHE", value)
    assert (kept_folder(root).path is None) is is_off


def test_without_a_home_there_is_none(root, monkeypatch):
    def nobody():
        raise RuntimeError("no home")

    monkeypatch.setattr(Path, "home", nobody)
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.delenv("LOCALAPPDATA", raising=False)
    assert kept_folder(root) == (None, "you have no home folder")


@pytest.mark.skipif(os.name == "nt", reason="Windows has owners of its own")
def test_a_folder_into_which_others_may_write_is_not_used(root):
    made = kept_folder(root).path
    made.mkdir(mode=0o700, parents=True, exist_ok=True)
    made.chmod(0o770)
    try:
        assert kept_folder(root).why_not == "it is not yours alone"
    finally:
        made.chmod(0o700)


def test_what_was_used_longest_ago_goes_first(root, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "caches"))
    found = kept_folder(root)
    found.path.mkdir(parents=True)
    for age, name in ((3, "old.pack"), (1, "new.pack"), (2, "half.new"), (9, "not ours")):
        (found.path / name).write_bytes(bytes(100))
        os.utime(found.path / name, (10**9 - age, 10**9 - age))
    monkeypatch.setattr(module, "MOST", 200)
    found.make_room()
    assert {path.name for path in found.path.iterdir()} == {"new.pack", "half.new", "not ours"}
    assert found.empty() == 2
    assert [path.name for path in found.path.iterdir()] == ["not ours"]
