"""Which files make up a portfolio: nothing outside it, and nothing passed over in silence."""

import os

import pytest

from strategy_tracker.files.find import find_files, find_root

needs_links = pytest.mark.skipif(os.name == "nt", reason="links need a right that Windows seldom gives")


@pytest.fixture
def root(tmp_path):
    (tmp_path / "root/strategies").mkdir(parents=True)
    return tmp_path / "root"


def put(path, text="id: a\ntitle: b\n"):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def names(root):
    return [file.name for file in find_files(root)[0]]


def wrong(root):
    return [(item.code, item.file) for item in find_files(root)[1]]


def test_files_come_by_name_with_forward_slashes_kind_and_size(root):
    put(root / "strategies/b.yaml", "12345")
    put(root / "measures/deep/er/a.yml")
    put(root / "practice/c.YAML")
    files = find_files(root)[0]
    assert [(f.name, f.kind) for f in files] == [
        ("measures/deep/er/a.yml", "measures"), ("practice/c.YAML", "practice"), ("strategies/b.yaml", "strategies"),
    ]  # fmt: skip
    assert files[2].size == 5
    assert wrong(root) == []


def test_other_files_and_hidden_ones_are_left_alone(root):
    for name in ("README.md", ".hidden.yaml", ".git/x.yaml", "a.yaml~", "yaml", "b.json"):
        put(root / "strategies" / name)
    put(root / "elsewhere/x.yaml")
    assert (names(root), wrong(root)) == ([], [])


def test_a_name_that_goes_on_after_yaml_is_told(root):
    put(root / "strategies/x.yaml.txt")
    put(root / "measures/Y.YML.TXT")
    assert names(root) == []
    assert wrong(root) == [("not-a-file", "strategies/x.yaml.txt"), ("not-a-file", "measures/Y.YML.TXT")]


def test_a_folder_with_the_name_of_a_file_is_told_and_read_all_the_same(root):
    put(root / "strategies/x.yaml/y.yaml")
    assert (names(root), wrong(root)) == (["strategies/x.yaml/y.yaml"], [("not-a-file", "strategies/x.yaml")])


@needs_links
class TestLinks:
    def test_a_link_out_of_the_root_is_not_followed(self, root):
        outside = put(root.parent / "outside.yaml")
        (root / "strategies/a.yaml").symlink_to(outside)
        (root / "strategies/notes.txt").symlink_to(outside)
        assert (names(root), wrong(root)) == (
            [],
            [("outside-root", "strategies/a.yaml"), ("outside-root", "strategies/notes.txt")],
        )

    def test_a_folder_that_is_a_link_out_of_the_root_is_not_followed(self, root):
        put(root.parent / "other/a.yaml")
        (root / "measures").symlink_to(root.parent / "other")
        (root / "strategies/more").symlink_to(root.parent / "other")
        assert (names(root), wrong(root)) == ([], [("outside-root", "strategies/more"), ("outside-root", "measures")])

    def test_a_neighbour_whose_name_begins_like_the_root_is_outside(self, root):
        put(root.parent / "root-2/a.yaml")
        (root / "strategies/a.yaml").symlink_to(root.parent / "root-2/a.yaml")
        assert wrong(root) == [("outside-root", "strategies/a.yaml")]

    def test_a_link_inside_the_root_is_a_file(self, root):
        put(root / "drafts/a.yaml")
        (root / "strategies/a.yaml").symlink_to(root / "drafts/a.yaml")
        assert (names(root), wrong(root)) == (["strategies/a.yaml"], [])

    def test_a_linked_folder_inside_the_root_is_told_and_cannot_loop(self, root):
        (root / "strategies/loop").symlink_to(root / "strategies")
        (root / "strategies/up").symlink_to(root)
        assert (names(root), wrong(root)) == (
            [],
            [("outside-root", "strategies/loop"), ("outside-root", "strategies/up")],
        )

    def test_a_link_to_itself_or_to_nothing_is_unreadable(self, root):
        (root / "strategies/a.yaml").symlink_to("a.yaml")
        (root / "strategies/b.yaml").symlink_to("nothing.yaml")
        assert wrong(root) == [("unreadable", "strategies/a.yaml"), ("unreadable", "strategies/b.yaml")]

    def test_a_root_reached_through_a_link_is_a_root(self, root):
        put(root / "strategies/a.yaml")
        (root.parent / "link").symlink_to(root)
        assert (names(root.parent / "link"), wrong(root.parent / "link")) == (["strategies/a.yaml"], [])


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_not_a_file_and_is_never_waited_for(root):
    os.mkfifo(root / "strategies/a.yaml")
    assert (names(root), wrong(root)) == ([], [("not-a-file", "strategies/a.yaml")])


def test_a_file_in_the_place_of_a_folder_is_unreadable(root):
    put(root / "measures")
    assert wrong(root) == [("unreadable", "measures")]


@pytest.mark.skipif(os.name == "nt" or not os.geteuid(), reason="this user may read everything")
def test_a_folder_that_may_not_be_read_is_told(root):
    put(root / "strategies/secret/a.yaml")
    (root / "strategies/secret").chmod(0)
    try:
        assert wrong(root) == [("unreadable", "strategies/secret")]
    finally:
        (root / "strategies/secret").chmod(0o700)


def test_the_root_is_the_nearest_folder_with_strategies_or_settings(root):
    deep = root / "strategies/a/b"
    deep.mkdir(parents=True)
    assert find_root(deep) == root
    put(root / "strategies/a/strategy-tracker.yaml")
    assert find_root(deep) == root / "strategies/a"


def test_without_a_portfolio_there_is_no_root(tmp_path):
    assert find_root(tmp_path) is None
