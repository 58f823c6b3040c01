"""A proposal is proved before it is shown: what would not read back, or would be an error, is refused."""

import pytest

from strategy_tracker.app.find_item import file_of, find
from strategy_tracker.app.writing.proposal import edited, fingerprint, load_whole, new_file, refuse_wrong_settings
from strategy_tracker.editing.changes import Put
from strategy_tracker.files.portfolio import open_portfolio
from strategy_tracker.problem import Problem
from tests.app.conftest import DAY

ACTION = ("priorities", 0, "actions", 0)


@pytest.fixture
def loaded(portfolio):
    """The file of the plan, read."""
    return load_whole(file_of(portfolio, find(portfolio, "plan")), portfolio.settings)


def test_a_change_has_its_lines_and_its_record(portfolio, loaded, texts):
    before = texts()
    made = edited(loaded, [Put(ACTION, "text", "Train every worker")], DAY, portfolio.settings)
    assert "+        text: Train every worker   # with the panel\n" in made.diff
    assert made.after.priorities[0].actions[0].text == "Train every worker"
    assert (made.findings, made.is_new) == ((), False)
    assert texts() == before


@pytest.mark.parametrize(
    ("value", "message"),
    [("2025-02-30", "this would not be right: there is no date"), ("a\x1bb", "nothing was written: ")],
)
def test_what_would_not_be_right_is_refused(portfolio, loaded, value, message):
    with pytest.raises(Problem, match=message):
        edited(loaded, [Put(ACTION, "due", value)], DAY, portfolio.settings)


def test_a_file_with_an_error_is_not_written_to(root, portfolio):
    path = root / "strategies/plan.yaml"
    path.write_text(path.read_text("utf-8").replace("2025-12-20", "2025-02-30"), encoding="utf-8")
    file = next(one for one in open_portfolio(root).files if one.kind == "strategies")
    with pytest.raises(Problem, match=r"the file has an error at strategies/plan\.yaml:14:14") as caught:
        load_whole(file, portfolio.settings)
    assert caught.value.next_step == "strategy validate strategies/plan.yaml"


def test_a_new_file_with_a_faulty_part_is_not_made_without_it(root, portfolio):
    lines = ["measures:", "  - {id: one, title: One, unit: count}", "  - {id: two, title: Two, unit: parsecs}"]
    with pytest.raises(Problem, match="nothing was written"):
        new_file(root, "measures/new.yaml", lines, DAY, portfolio.settings)


def test_a_new_file_has_a_place_and_a_diff_from_nothing(root, portfolio):
    made = new_file(root, "strategies/parks.yaml", ["id: parks", "title: Parks"], DAY, portfolio.settings)
    assert made.diff.startswith("--- /dev/null\n+++ b/strategies/parks.yaml\n")
    assert (made.is_new, made.after.id, (root / "strategies/parks.yaml").exists()) == (True, "parks", False)


def test_wrong_settings_stop_what_would_be_judged_by_them(root):
    refuse_wrong_settings(open_portfolio(root))
    (root / "strategy-tracker.yaml").write_text("due_soon: soon\n", encoding="utf-8")
    with pytest.raises(Problem, match=r"the file has an error at strategy-tracker\.yaml:1:"):
        refuse_wrong_settings(open_portfolio(root))


def test_a_fingerprint_is_another_one_as_soon_as_a_file_is(root):
    paths = (root / "strategies", root / "measures/plan.yaml")
    first = fingerprint(paths)
    (root / "strategies/notes.txt").write_text("draft", encoding="utf-8")
    assert fingerprint(paths) == first
    (root / "strategies/new.yaml").write_text("id: new\n", encoding="utf-8")
    assert fingerprint(paths) != first
