"""Tables that public bodies printed come out as printed: each with its source, its stated rule and its colours."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from strategy_tracker.files.parsing.parse import read_tree
from strategy_tracker.judging.measures.measure_standing import stand_measure
from strategy_tracker.judging.tally import tally_measures
from strategy_tracker.model.settings import DEFAULTS
from tests.judging.measure_builder import measure

TODAY = date(2024, 6, 30)
TABLES: tuple[dict[str, Any], ...] = read_tree((Path(__file__).parent / "published_tables.yaml").read_bytes())["tables"]
ROWS = [(table, row) for table in TABLES for row in table.get("rows", ())]


def test_there_are_ten_tables_of_several_bodies_each_with_its_source():
    assert len({table["source"] for table in TABLES}) == len(TABLES) >= 10
    assert len({table["source"].partition(",")[0] for table in TABLES}) >= 6


@pytest.mark.parametrize(("table", "row"), ROWS, ids=[row[0] for _, row in ROWS])
def test_a_row_has_the_colour_that_was_printed(table, row):
    _, better, target, figure, printed = row
    one = measure(
        unit="score",
        better=better,
        targets={table["period"]: target},
        readings={table["period"]: figure},
        **table["rule"],
    )
    found = stand_measure(one, TODAY, DEFAULTS, "", ()).rating
    assert (found.colour, found.word) == (printed, printed), found.reason


@pytest.mark.parametrize("table", [table for table in TABLES if "judged" in table])
def test_judged_colours_are_counted_as_judged(table):
    judged = [rag for rag, number in table["judged"].items() for _ in range(int(number))]
    assert all(isinstance(number, Decimal) for number in table["judged"].values())
    stood = [
        stand_measure(
            measure(judgements=[{"on": "2019-09-01", "rag": rag, "note": "As judged"}]), TODAY, DEFAULTS, "", ()
        )
        for rag in judged
    ]
    assert tally_measures(stood).words() == "11 measures: 7 judged green, 4 judged amber"
