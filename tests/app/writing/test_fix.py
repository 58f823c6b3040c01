"""Mending what has one right answer, without a terminal: a proposal of all files, of which each stands by itself."""

import pytest

from strategy_tracker.app.writing.commit import commit, undo
from strategy_tracker.app.writing.fix import propose_fixes
from strategy_tracker.files.portfolio import open_portfolio

FILE = "measures/plan.yaml"


@pytest.fixture
def faulty(root):
    """A portfolio with a thing without an id in each file."""
    for name, text in (
        ("strategies/plan.yaml", "      - id: safe-02\n        text"),
        (FILE, "  - id: waiting\n    title"),
    ):
        path = root / name
        indent = text.partition("- ")[0]
        path.write_text(path.read_text("utf-8").replace(text, f"{indent}- {text.rpartition(' ')[2]}"), encoding="utf-8")
    return open_portfolio(root)


def test_every_file_is_proposed_and_nothing_is_written(faulty, texts):
    before = texts()
    made = propose_fixes(faulty, faulty.files)
    assert [(one.file.name, one.changes) for one in made.files] == [(FILE, 1), ("strategies/plan.yaml", 1)]
    assert [line for line in made.diff.splitlines() if line.startswith("+ ")] == [
        "+    id: days-waited",
        "+        id: safe-02",
    ]
    assert texts() == before


def test_what_was_mended_can_be_taken_back(faulty, texts):
    before = texts()
    receipt = commit(propose_fixes(faulty, faulty.files))
    assert "id: days-waited" in texts()[FILE]
    undo(receipt)
    assert texts() == before


def test_a_file_that_cannot_be_written_stops_no_other_and_says_why(faulty, root, texts):
    (root / FILE).chmod(0o444)
    receipt = commit(propose_fixes(faulty, faulty.files))
    assert [one.file.name for one in receipt.files] == ["strategies/plan.yaml"]
    (left, _) = receipt.proposal.files
    assert (left.changes, left.diff, [note.message for note in left.notes]) == (0, "", ["'plan.yaml' is read-only"])
    assert "id: days-waited" not in texts()[FILE]


def test_what_another_writes_meanwhile_is_kept(faulty, root, texts):
    made = propose_fixes(faulty, faulty.files)
    (root / FILE).write_text(texts()[FILE].replace("2025/26 Q1: 15", "2025/26 Q1: 16"), encoding="utf-8")
    commit(made)
    assert "2025/26 Q1: 16" in texts()[FILE]
    assert "id: days-waited" in texts()[FILE]


def test_an_id_that_another_took_meanwhile_is_not_given_twice(faulty, root, texts):
    made = propose_fixes(faulty, faulty.files)
    (root / "measures/more.yaml").write_text(
        "measures:\n  - {id: days-waited, title: W, unit: days}\n", encoding="utf-8"
    )
    commit(made)
    assert "id: days-waited-2" in texts()[FILE]


def test_where_nothing_can_be_mended_nothing_is_proposed(portfolio):
    made = propose_fixes(portfolio, portfolio.files)
    assert (made.files, made.diff) == ((), "")
    assert commit(made).files == ()
