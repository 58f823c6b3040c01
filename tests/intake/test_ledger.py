"""What became of every cell."""

from hypothesis import given
from hypothesis import strategies as some

from strategy_tracker.intake.cells.understood import Understood
from strategy_tracker.intake.draft import TableAnswers
from strategy_tracker.intake.ledger import Ledger
from strategy_tracker.intake.outline import Grid, GridCell, GridSpot, TableFile
from strategy_tracker.intake.read_source import read_source
from strategy_tracker.intake.readers.tables import read_table

SHEET = Grid(
    "Plan",
    {1: {1: GridCell("a"), 2: GridCell("b"), 3: GridCell("c"), 4: GridCell("d"), 5: GridCell("", fill="00B050")}},
)
SOURCE = TableFile("plan.xlsx", (SHEET,))


def test_each_cell_has_one_fate_and_what_nobody_met_was_left_out():
    ledger = Ledger()
    ledger.take(SHEET, 1, 1)
    ledger.say(SHEET, 1, 2, Understood("x", "last-month", "read so"))
    ledger.say(SHEET, 1, 3, Understood("", "no-such-day", "no day"))
    assert ledger.counts(SOURCE) == {"filled": 4, "taken": 1, "remarked": 1, "not_taken": 1, "left_out": 1}
    assert [(one.place, one.taken) for one in ledger.remarks] == [("Plan!B1", True), ("Plan!C1", False)]


def test_what_was_taken_is_not_left_out_afterwards():
    ledger = Ledger()
    ledger.take(SHEET, 1, 1)
    ledger.leave(SHEET, [GridSpot(1, 1)])
    assert ledger.counts(SOURCE)["taken"] == 1


WORDS = some.sampled_from(
    ["Action", "Owner", "By when", "RAG", "Measure", "Unit", "2024/25", "Q1", "Target", "", "Open the hub",
     "Head of Care", "31/03/2026", "ongoing", "G", "%", "120", "81%", "<5", "Total", "c", "n/a", "Jo Bloggs",
     "Priority 1: Warm homes"]
)  # fmt: skip


@given(some.lists(some.lists(WORDS, min_size=1, max_size=6), max_size=10))
def test_the_sum_closes_on_any_table(rows):
    text = "\n".join(",".join(row) for row in rows)
    source = read_table("plan.csv", text.encode())
    draft, ledger = read_source(source, TableAnswers(), {})
    counts = ledger.counts(source)
    assert counts["filled"] == sum(counts[name] for name in ("taken", "remarked", "not_taken", "left_out"))
    assert "Bloggs" not in "".join(one.owner for one in draft.actions)
    assert all(one.code and one.words and one.next_step for one in ledger.remarks)
