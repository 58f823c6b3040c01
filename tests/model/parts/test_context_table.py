"""A fact about people is a sentence or a table, and no row of a table is more than all of them."""

import pytest

from strategy_tracker.model.parts.context_table import ContextTable
from strategy_tracker.model.strategy import Strategy
from tests.judging.measure_builder import as_read

AGES = {"title": "Ages", "as_of": "2017-09", "total": 252, "rows": [{"label": "Under 1", "n": 15, "percent": 6.0}]}


def context(*facts):
    return Strategy.model_validate(as_read({"id": "s", "title": "S", "context": list(facts)})).context


def test_sentences_and_tables_stand_side_by_side_in_their_order():
    words, table, more = context("Numbers fell", AGES, "So did days")
    assert (words, more) == ("Numbers fell", "So did days")
    assert isinstance(table, ContextTable)
    assert [(row.label, str(row.n), str(row.percent)) for row in table.rows] == [("Under 1", "15", "6.0")]


@pytest.mark.parametrize(
    "wrong",
    [
        {"title": "Ages", "total": 14, "rows": [{"label": "Under 1", "n": 15}]},
        {"total": 14},
        {"title": "A", "row": 1},
        3,
    ],
)
def test_a_row_that_is_more_than_all_and_a_table_without_a_title_are_refused(wrong):
    with pytest.raises(ValueError):
        context(wrong)
