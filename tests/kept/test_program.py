import sys

import pytest

from strategy_tracker.kept import program as module
from strategy_tracker.kept.program import fingerprint


def test_the_same_program_has_the_same_fingerprint():
    assert len(fingerprint()) == 64
    assert fingerprint() == fingerprint()


@pytest.fixture
def copied(tmp_path, monkeypatch):
    """A program of one module, on a path with the readers it has here."""
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept" / "program.py").write_text("one = 1")
    monkeypatch.setattr(module, "__file__", str(tmp_path / "kept" / "program.py"))
    packages = tmp_path / "packages"
    packages.mkdir()
    for name in ("pydantic-2.11.0", "pydantic_core-2.33.0", "ruamel.yaml-0.19.1", "ruamel.yaml.clib-0.2.12"):
        (packages / f"{name}.dist-info").mkdir()
    monkeypatch.setattr(sys, "path", [str(tmp_path / "nowhere"), str(packages)])
    return tmp_path


def module_changed(copied):
    (copied / "kept" / "program.py").write_text("one = 2 ")


def module_added(copied):
    (copied / "more.py").write_text("")


def reader_upgraded(copied):
    (copied / "packages" / "pydantic-2.11.0.dist-info").rename(copied / "packages" / "pydantic-2.12.0.dist-info")


def parser_gone(copied):
    (copied / "packages" / "ruamel.yaml.clib-0.2.12.dist-info").rmdir()


@pytest.mark.parametrize("change", [module_changed, module_added, reader_upgraded, parser_gone])
def test_another_program_has_another(copied, change):
    before = fingerprint()
    assert before
    change(copied)
    assert fingerprint() not in ("", before)


def test_the_words_of_a_code_are_no_part_of_an_answer(copied):
    before = fingerprint()
    (copied / "texts").mkdir()
    (copied / "texts" / "no-owner.md").write_text("Nobody answers for it.")
    assert fingerprint() == before


def test_what_is_compiled_on_the_way_changes_nothing(copied):
    before = fingerprint()
    (copied / "__pycache__").mkdir()
    (copied / "__pycache__" / "more.pyc").write_bytes(b"")
    assert fingerprint() == before


def test_a_program_that_cannot_be_told_has_none(copied, monkeypatch):
    (copied / "packages" / "pydantic-2.11.0.dist-info").rename(copied / "packages" / "pydantic")
    assert fingerprint() == ""
    monkeypatch.setattr(module, "__file__", str(copied / "program.zip" / "kept" / "program.py"))
    assert fingerprint() == ""
