"""Opening a portfolio, and one pass over its files."""

import pytest

from strategy_tracker.files.portfolio import NothingToRead, each_file, open_portfolio


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


def test_measures_alone_are_a_portfolio(tmp_path, monkeypatch):
    (tmp_path / "measures").mkdir()
    monkeypatch.chdir(tmp_path)
    with pytest.raises(NothingToRead):
        open_portfolio(None)  # some other project's folder
    (tmp_path / "measures/m.yaml").write_text("measures: []\n", encoding="utf-8")
    assert open_portfolio(None).root == tmp_path
    assert [file.name for file in open_portfolio(tmp_path).files] == ["measures/m.yaml"]


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
