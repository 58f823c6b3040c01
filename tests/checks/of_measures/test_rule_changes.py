"""What is odd in the changes of a target or a tolerance."""

from datetime import date

import pytest

from strategy_tracker.checks.of_measures.rule_changes import of_measure
from tests.judging.measure_builder import measure

STEP = {"on": "2022-05-01", "target": "2022/23", "from": 90, "to": 85, "why": "Fewer homes"}


@pytest.mark.parametrize(
    ("target", "step", "codes"),
    [
        (85, STEP, []),
        (80, STEP, ["moved-without-record"]),
        (85, STEP | {"on": "2030-05-01"}, ["dated-in-future"]),
        (90, STEP | {"to": 90.0}, ["moved-nowhere"]),
        (85, STEP | {"why": None}, ["moved-without-reason"]),
        (85, STEP | {"target": "2022/2023"}, []),
    ],
)
def test_a_change_leads_somewhere_and_nothing_was_typed_over_it(target, step, codes):
    one = measure(targets={"2022/23": target}, changed=[step])
    assert [found.code for found in of_measure(one, ("measures", 0), date(2022, 12, 31))] == codes
