"""Which files a person means by paths, seen from wherever they stand."""

from pathlib import Path

import pytest

from strategy_tracker.app.looking.chosen_files import choose_files
from strategy_tracker.problem import Problem


def names(chosen):
    return [file.name for file in chosen.data_files()]


def test_without_a_path_all_files_are_meant(small):
    chosen = choose_files((), small)
    assert names(chosen) == [
        "measures/carers.yaml",
        "practice/ideas.yaml",
        "strategies/old-plan.yaml",
        "strategies/young-carers.yaml",
    ]
    assert chosen.names_from_top() == ["strategy-tracker.yaml", *names(chosen)]


def test_a_path_leads_to_its_portfolio(small, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    chosen = choose_files([Path("portfolio/strategies")], None)
    assert chosen.portfolio.root == small
    assert names(chosen) == ["strategies/old-plan.yaml", "strategies/young-carers.yaml"]
    assert not chosen.has("strategies-of-others/a.yaml")


def test_the_whole_folder_is_every_file(small, monkeypatch):
    monkeypatch.chdir(small / "strategies")
    assert choose_files([Path("..")], None).names_from_top() == choose_files((), None).names_from_top()


def test_privacy_is_asked_for_in_the_settings(small):
    assert choose_files((), small, privacy=True).portfolio.settings.check_privacy
    assert not choose_files((), small).portfolio.settings.check_privacy


@pytest.mark.parametrize(
    ("path", "said"),
    [("gone.yaml", "there is no file"), ("note.txt", "is not a data file"), ("../other.yaml", "is not part of")],
)
def test_a_path_to_nothing_of_ours_is_said(small, monkeypatch, path, said):
    for name in ("note.txt", "../other.yaml"):
        (small / name).write_text("x", encoding="utf-8")
    monkeypatch.chdir(small)
    with pytest.raises(Problem, match=said):
        choose_files([Path(path)], small)
