"""Opening a portfolio, and one pass over its files."""

import os

import pytest

from strategy_tracker.files.portfolio import NothingToRead, each_file, open_portfolio, settings_file


@pytest.fixture
def root(tmp_path):
    (tmp_path / "strategies/deep").mkdir(parents=True)
    (tmp_path / "measures").mkdir()
    (tmp_path / "strategies/one.yaml").write_text("id: one\ntitle: One\n", encoding="utf-8")
    (tmp_path / "measures/m.yaml").write_text("measures: []\n", encoding="utf-8")
    return tmp_path


def test_a_portfolio_is_found_from_any_folder_inside_it(root, monkeypatch):
    monkeypatch.chdir(root / "strategies/deep")
    assert open_portfolio(None).root == root


def test_files_can_be_asked_for_by_kind(root):
    found = open_portfolio(root)
    assert [file.name for file in found.files] == ["measures/m.yaml", "strategies/one.yaml"]
    assert [file.name for file in found.of_kind("measures")] == ["measures/m.yaml"]


def test_without_settings_there_are_defaults(root):
    found = open_portfolio(root)
    assert (found.settings.year_end, found.diagnostics, settings_file(root)) == (3, (), None)


def test_the_settings_are_read_and_their_faults_kept(root):
    (root / "strategy-tracker.yaml").write_text("organisation: Council\nyear_end: never\n", encoding="utf-8")
    found = open_portfolio(root)
    assert found.settings.organisation == "Council"
    assert [(item.file, item.code) for item in found.diagnostics] == [("strategy-tracker.yaml", "not-a-year-end")]


def test_settings_that_cannot_be_read_leave_the_defaults(root):
    (root / "strategy-tracker.yaml").write_text("year_end: [\n", encoding="utf-8")
    found = open_portfolio(root)
    assert (found.settings.year_end, [item.code for item in found.diagnostics]) == (3, ["yaml-syntax"])


@pytest.mark.skipif(os.name == "nt", reason="links need a right that Windows seldom gives")
def test_settings_that_are_a_link_to_nothing_are_told(root):
    (root / "strategy-tracker.yaml").symlink_to("nothing.yaml")
    assert [item.code for item in open_portfolio(root).diagnostics] == ["unreadable"]


def test_a_folder_that_does_not_exist_is_told(tmp_path):
    with pytest.raises(NothingToRead, match="there is no folder"):
        open_portfolio(tmp_path / "nowhere")


def test_a_folder_without_a_portfolio_is_told(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(NothingToRead, match="no strategy here"):
        open_portfolio(None)


def test_a_portfolio_without_a_strategy_is_told(tmp_path):
    (tmp_path / "strategies").mkdir()
    with pytest.raises(NothingToRead, match="has no file in 'strategies/'"):
        open_portfolio(tmp_path)


def test_a_portfolio_with_only_unusable_files_is_opened_so_that_they_can_be_told(tmp_path):
    (tmp_path / "strategies/x.yaml").mkdir(parents=True)
    assert [item.code for item in open_portfolio(tmp_path).diagnostics] == ["not-a-file"]


def test_one_pass_keeps_what_is_asked_and_tells_what_could_not_be_read(root):
    (root / "strategies/bad.yaml").write_text("id: [\n", encoding="utf-8")
    (root / "strategies/half.yaml").write_text("id: half\ntitle: Half\nownr: x\n", encoding="utf-8")
    found = open_portfolio(root)
    kept, wrong = each_file(found, found.of_kind("strategies"), lambda record, file: (record.id, file.name))
    assert kept == [("half", "strategies/half.yaml"), ("one", "strategies/one.yaml")]
    assert [(item.file, item.code, item.source) for item in wrong] == [
        ("strategies/bad.yaml", "yaml-syntax", ""), ("strategies/half.yaml", "unknown-key", ""),
    ]  # fmt: skip


def test_one_pass_may_keep_nothing_of_a_file(root):
    found = open_portfolio(root)
    assert each_file(found, found.files, lambda record, file: None) == ([], [])


@pytest.mark.parametrize("name", ["strategy-tracker.yml", "strategy-tracker.yaml.txt"])
def test_settings_of_another_name_are_told(tmp_path, name):
    (tmp_path / "strategies").mkdir()
    (tmp_path / "strategies/a.yaml").write_text("id: a\ntitle: A\n")
    (tmp_path / name).write_text("late_is_red_after: 3 days\n")
    (found,) = open_portfolio(tmp_path).diagnostics
    assert (found.code, found.file, found.help) == ("not-a-file", name, "rename it to strategy-tracker.yaml")
    (tmp_path / "strategy-tracker.yaml").write_text("late_is_red_after: 3 days\n")
    assert open_portfolio(tmp_path).diagnostics == ()
