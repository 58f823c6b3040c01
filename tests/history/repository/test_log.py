"""What git prints, read."""

from io import BytesIO

from strategy_tracker.history.repository.log import read_commit_files, read_objects


def test_a_content_that_looks_like_git_s_own_lines_is_a_content(repo):
    data = b"0123 blob 4\nx missing\n\0"
    name = "a" * 40
    out = b"%s blob %d\n%s\n" % (name.encode(), len(data), data)
    assert list(read_objects(BytesIO(out), [name])) == [(name, "blob", data)]


def test_a_merge_has_a_content_before_for_each_parent():
    line = f"::100644 100644 100644 {'a' * 40} {'b' * 40} {'c' * 40} MM"
    head = "\x1f".join(["d" * 40, f"{'e' * 40} {'f' * 40}", "2022-03-01", "Ann", "Merge"])
    (found,) = read_commit_files(f"{head}\0\0{line}\0strategies/x.yaml\0", "")
    assert found.parents == 2
    assert found.changes[0] == ("strategies/x.yaml", ("a" * 40, "b" * 40), "c" * 40)
