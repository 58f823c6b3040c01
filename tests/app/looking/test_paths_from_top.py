from strategy_tracker.app.looking.paths_from_top import findings_from_top, folder_in_repository, names_from_top
from strategy_tracker.diagnostics import Diagnostic

FOUND = Diagnostic("due-on-weekend", "a Saturday", file="strategies/a.yaml")


def test_files_are_named_from_the_top_of_the_repository(tmp_path):
    root = tmp_path / "plans" / "children"
    root.mkdir(parents=True)
    (tmp_path / ".git").mkdir()
    assert folder_in_repository(root) == "plans/children"
    assert names_from_top(["a.yaml"], root) == ["plans/children/a.yaml"]
    assert findings_from_top([FOUND], root) == [FOUND._replace(file="plans/children/strategies/a.yaml")]


def test_at_the_top_and_without_a_repository_they_keep_their_names(tmp_path):
    assert findings_from_top([FOUND], tmp_path) == [FOUND]
    (tmp_path / ".git").write_text("gitdir: elsewhere", encoding="utf-8")
    assert names_from_top(["a.yaml"], tmp_path) == ["a.yaml"]
