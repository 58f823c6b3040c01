"""What is asked of a judgement on a measure."""

import pytest

from strategy_tracker.checks.of_measures.judgements import judgements_make_sense
from tests.checks.builder import TODAY, found, measures


@pytest.mark.parametrize(
    ("judgement", "told"),
    [
        ({"on": "2020-01-01", "rag": "green"}, []),
        ({"on": "2020-01-01", "rag": "red", "note": "Two homes closed"}, []),
        ({"on": "2020-01-01", "rag": "red"}, [("red-without-note", "measures.0.judgements.0.rag")]),
        ({"on": "2199-01-01", "rag": "amber"}, [("dated-in-future", "measures.0.judgements.0.on")]),
        ({"on": TODAY.isoformat(), "rag": "amber"}, []),
    ],
)
def test_a_judgement_was_made_and_a_red_one_says_why(judgement, told):
    assert found(judgements_make_sense, measures(judgements=[judgement])) == told
