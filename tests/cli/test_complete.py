import os
import subprocess
import sys
from pathlib import Path

import pytest

from strategy_tracker.cli.complete import items, owners, strategies


def test_ids_begin_with_what_was_typed(small):
    assert items("seen-0") == [f"seen-0{number}" for number in range(1, 9)]
    assert items("wa") == ["waiting", "walk-in"]
    assert items("lis") == ["listen"]
    assert "young-carers" in items("")


def test_owners_are_completed_in_any_case(small):
    assert owners("g") == ["Group Manager"]
    assert owners("HEAD") == ["Head of Service"]
    assert owners("x") == []


def test_strategies_are_completed_without_what_is_inside_them(small):
    assert strategies("") == ["old-plan", "young-carers"]
    assert strategies("y") == ["young-carers"]


def test_they_are_found_from_a_folder_inside(small, monkeypatch):
    monkeypatch.chdir(small / "measures")
    assert strategies("o") == ["old-plan"]


@pytest.mark.parametrize("complete", [items, owners, strategies])
def test_outside_a_portfolio_there_is_nothing(complete, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert complete("") == []


def test_broken_files_are_passed_over_in_silence(small, capsys):
    (small / "strategies" / "broken.yaml").write_bytes(b'id: "bro\nowner: \xff\xfeNobody [\nid: \x1b[2J\n')
    (small / "strategies" / "empty.yaml").write_bytes(b"")
    assert "seen-01" in items("")
    assert "Group Manager" in owners("")
    assert "young-carers" in strategies("")
    assert all(value.isprintable() for value in [*items(""), *owners(""), *strategies("")])
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("complete", [items, owners, strategies])
def test_a_disk_that_cannot_be_read_is_silent(small, complete, monkeypatch, capsys):
    def unreadable(path):
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", unreadable)
    assert complete("") == []
    assert capsys.readouterr() == ("", "")


def completed(small, words):
    done = subprocess.run(
        [sys.executable, "-m", "strategy_tracker"],
        capture_output=True,
        text=True,
        check=False,
        cwd=small,
        env={
            **os.environ,
            "_STRATEGY_COMPLETE": "complete_bash",
            "COMP_WORDS": words,
            "COMP_CWORD": str(words.count(" ")),
        },
    )
    return done.stdout.split(), done.stderr


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("strategy show heard-", ["heard-01"]), ("strategy status --strategy old", ["old-plan"]),
        ("strategy stat", ["status"]), ("strategy show zzz", []),
    ],
)  # fmt: skip
def test_the_shell_is_given_what_fits(small, words, expected):
    found, err = completed(small, words)
    assert err == ""
    assert found == expected


@pytest.mark.parametrize(
    ("words", "completed_as"),
    [
        ("strategy overdue --owner Hea", "Head\\ of\\ Service"),
        ('strategy overdue --owner "Hea', "Head of Service"),
    ],
)
def test_a_value_with_blanks_is_completed_as_it_has_to_be_typed_in_bash(small, monkeypatch, words, completed_as):
    done = subprocess.run(
        [sys.executable, "-m", "strategy_tracker"],
        capture_output=True,
        text=True,
        check=True,
        cwd=small,
        env={**os.environ, "_STRATEGY_COMPLETE": "complete_bash", "COMP_WORDS": words, "COMP_CWORD": "3"},
    )
    assert done.stdout.splitlines() == [completed_as]
