"""A result is written whole or not at all."""

import os
import stat
from pathlib import Path

import pytest

from strategy_tracker.app.reporting.save_result import save_result
from strategy_tracker.problem import Problem


def test_a_result_is_a_new_file_or_takes_the_place_of_the_former_one(tmp_path):
    path = tmp_path / "report.md"
    for data in (b"one\n", b"two\n"):
        save_result(path, data)
        assert path.read_bytes() == data
    assert [one.name for one in tmp_path.iterdir()] == ["report.md"]


def test_where_there_is_no_folder_nothing_is_written(tmp_path):
    with pytest.raises((Problem, OSError)):  # the boundary tells both alike
        save_result(tmp_path / "nowhere/report.md", b"one\n")
    assert [*tmp_path.iterdir()] == []


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such devices")
def test_a_device_stays_a_device():
    save_result(Path(os.devnull), b"one\n")
    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)
