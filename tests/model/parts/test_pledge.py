"""A commitment is a promise unless it says that somebody expects it."""

import pytest

from strategy_tracker.model.parts.pledge import Commitment
from tests.judging.measure_builder import as_read


@pytest.mark.parametrize(("kind", "promised"), [(None, True), ("promise", True), ("expectation", False)])
def test_what_people_expect_is_no_promise(kind, promised):
    assert Commitment.model_validate({"id": "listen", "text": "Listen", "kind": kind}).is_promise is promised


def test_what_was_found_is_one_of_three_words():
    found = as_read({"id": "a", "text": "A", "judgements": [{"on": "2022-05", "kept": "partly"}]})
    assert Commitment.model_validate(found).judgements[0].kept == "partly"
    with pytest.raises(ValueError, match="kept"):
        Commitment.model_validate(as_read({"id": "a", "text": "A", "judgements": [{"on": "2022-05", "kept": "maybe"}]}))
