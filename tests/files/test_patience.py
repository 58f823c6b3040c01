"""A file that another program holds for a moment is tried again; one that it keeps is named."""

import errno
import os
from pathlib import Path

import pytest

from strategy_tracker.files import patience, write
from strategy_tracker.files.find import DataFile
from strategy_tracker.files.load import content
from strategy_tracker.files.patience import patiently


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "plan.yaml"
    path.write_bytes(b"old")
    return path


def held(times, error, work):
    """`work` that fails so many times before it does what it does."""
    left = [times]

    def tried(*arguments, **more):
        if left[0]:
            left[0] -= 1
            raise error
        return work(*arguments, **more)

    return tried


ERRORS = [PermissionError(errno.EACCES, "Access is denied"), OSError(errno.EBUSY, "Device or resource busy")]


@pytest.mark.parametrize("error", ERRORS, ids=str)
def test_a_file_that_is_held_for_a_moment_is_written_all_the_same(file, monkeypatch, error):
    monkeypatch.setattr(os, "replace", held(3, error, os.replace))
    write.replace(file, b"old", b"new")
    assert file.read_bytes() == b"new"
    assert [one.name for one in file.parent.iterdir()] == ["plan.yaml"]


def test_so_is_a_new_one_and_one_that_is_deleted(tmp_path, monkeypatch):
    monkeypatch.setattr(os, "replace", held(2, ERRORS[0], os.replace))
    write.create(tmp_path / "new.yaml", b"new")
    monkeypatch.setattr(Path, "unlink", held(2, ERRORS[1], Path.unlink))
    write.remove(tmp_path / "new.yaml", b"new")
    assert not (tmp_path / "new.yaml").exists()


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (ERRORS[0], "'plan.yaml' could not be written (Access is denied); it is as it was"),
        (ERRORS[1], "'plan.yaml' could not be written: another program holds it; it is as it was"),
    ],
    ids=str,
)
def test_a_file_that_is_never_let_go_is_named_and_left_as_it_was(file, monkeypatch, error, said):
    monkeypatch.setattr(patience, "MOMENT", 0.1)
    monkeypatch.setattr(os, "replace", held(10**6, error, os.replace))
    with pytest.raises(write.CannotWrite) as found:
        write.replace(file, b"old", b"new")
    assert str(found.value) == said
    assert file.read_bytes() == b"old"
    assert [one.name for one in file.parent.iterdir()] == ["plan.yaml"]


def test_a_file_that_is_held_while_it_is_read_is_read_a_moment_later(file, monkeypatch):
    monkeypatch.setattr(os, "open", held(2, ERRORS[1], os.open))
    assert content(DataFile("plan.yaml", str(file), "strategies", 3)) == b"old"


def test_what_waiting_does_not_change_is_said_at_once(monkeypatch):
    slept = []
    monkeypatch.setattr(patience.time, "sleep", slept.append)
    with pytest.raises(FileNotFoundError):
        patiently(held(1, FileNotFoundError(errno.ENOENT, "gone"), bool))
    assert slept == []
