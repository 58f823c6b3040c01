"""What bodies approved is read again from the files, where anybody agreed to anything."""

from strategy_tracker.app.standing import stand
from strategy_tracker.files.portfolio import open_portfolio
from tests.app.conftest import DAY, MEASURES, PLAN

BOARD = """\
governance:
  - body: Board
    meetings:
      - held: 2025-07-14
        asks:
          - {id: calls-target, text: Agree it, about: calls, resolved: RESOLVED, approved: {targets: {2025/26: 20}}}
          - {id: train, text: Agree it, about: safe-01, resolved: RESOLVED, approved: {due: 2025-11-30}}

priorities:
"""


def seals(root, resolved, target=20):
    (root / "strategies/plan.yaml").write_text(
        PLAN.replace("priorities:\n", BOARD.replace("RESOLVED", resolved), 1), "utf-8"
    )
    measures = MEASURES.replace("    readings:\n", f"    targets: {{2025/26: {target}}}\n    readings:\n", 1)
    (root / "measures/plan.yaml").write_text(measures, "utf-8")
    standing, wrong = stand(open_portfolio(root), DAY)
    assert wrong == []
    return [(one.item, one.is_broken) for one in standing.seals]


def test_what_was_agreed_has_a_seal_in_both_kinds_of_files(root):
    assert seals(root, "agreed") == [("plan/safe-01", True), ("calls", False)]
    assert seals(root, "agreed", target=15) == [("plan/safe-01", True), ("calls", True)]


def test_what_was_refused_has_none(root):
    assert seals(root, "refused") == []
