"""What some files say of each other is worked out once for the same bytes of all of them, and anew for any other."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from strategy_tracker.app.looking.chosen_files import choose_files
from strategy_tracker.app.looking.validate import validate
from strategy_tracker.files import load

CASES = Path(__file__).parents[2] / "cases" / "bad"
AGAINST = ("comparator-disagrees", "code-used-twice", "changed-since-approved", "shown-after-withheld")
"""Cases of findings between files."""


@pytest.fixture
def portfolio(tmp_path, monkeypatch):
    """Give the copy of a case, with a cache of its own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "caches"))

    def copied(case):
        shutil.copytree(CASES / case, tmp_path / "portfolio")
        return tmp_path / "portfolio"

    return copied


def found(root, *, anew=False):
    return validate(choose_files((), root), date(2026, 1, 15), anew=anew).diagnostics


@pytest.mark.parametrize("case", AGAINST)
def test_it_is_found_again_with_no_file_read_again(portfolio, monkeypatch, case):
    root = portfolio(case)
    first = found(root)
    assert case in {one.code for one in first}

    def refuse(*_):
        raise AssertionError("a file is read again")

    with monkeypatch.context() as patched:
        patched.setattr(load, "load", refuse)
        assert found(root) == first


@pytest.mark.parametrize("case", AGAINST)
def test_another_byte_in_any_of_them_is_seen(portfolio, case):
    root = portfolio(case)
    found(root)
    for path in sorted(root.glob("*/*.yaml")):
        held = path.read_bytes()
        path.write_bytes(held.replace(b"1", b"2") + b"# changed\n")
        assert found(root) == found(root, anew=True)
        path.write_bytes(held)
        assert found(root) == found(root, anew=True)
