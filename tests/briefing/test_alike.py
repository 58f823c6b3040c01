from strategy_tracker.briefing.alike import ALIKE, together
from tests.views.screens.test_overdue import LATE

SILENT = LATE._replace(kinds=("silent",), why=("never updated",), said=None)


def of(number):
    return [SILENT._replace(item=f"young-carers/a-{n}") for n in range(number)]


def test_silent_things_of_which_the_same_is_to_be_said_are_told_together_and_no_others():
    spoken, late = SILENT._replace(item="young-carers/b", said="Soon"), LATE
    (shared,), others = together([*of(ALIKE), spoken, late])
    assert (len(shared.items), shared.owners, shared.why) == (ALIKE, ("Head of Service",), ("never updated",))
    assert others == (spoken, late)


def test_a_few_are_told_one_by_one():
    found = of(ALIKE - 1)
    assert together(found) == ((), tuple(found))
