"""Records are frozen, closed, and coerce nothing."""

from decimal import Decimal

import pytest
from pydantic import ValidationError

from strategy_tracker.model.action import Action, Update
from strategy_tracker.model.strategy import Priority, Strategy

STRATEGY = {"id": "children", "title": "Strategy"}


def types(error):
    return [item["type"] for item in error.value.errors()]


def test_a_record_cannot_be_changed():
    strategy = Strategy.model_validate(STRATEGY)
    with pytest.raises(ValidationError):
        strategy.title = "Another"


def test_an_unknown_key_is_refused():
    with pytest.raises(ValidationError) as caught:
        Strategy.model_validate({**STRATEGY, "ownr": "Director"})
    assert types(caught) == ["extra_forbidden"]


@pytest.mark.parametrize("value", [Decimal(2030), True, ("a",), {"a": "b"}, b"bytes", 5])
def test_only_text_is_text(value):
    with pytest.raises(ValidationError):
        Strategy.model_validate({**STRATEGY, "organisation": value})


@pytest.mark.parametrize("value", ["", " ", "\t\n", "\u00a0"])
def test_a_text_without_a_letter_is_none(value):
    with pytest.raises(ValidationError):
        Strategy.model_validate({**STRATEGY, "owner": value})


@pytest.mark.parametrize("value", ["yes", "true", Decimal(1), "no", "on"])
def test_only_true_and_false_are_yes_and_no(value):
    with pytest.raises(ValidationError) as caught:
        Update.model_validate({"on": "2018", "state": "complete", "public": value})
    assert types(caught) == ["bool_type"]


def test_one_text_may_stand_where_a_list_of_texts_is_expected():
    assert Strategy.model_validate({**STRATEGY, "vision": "Happy"}).vision == ("Happy",)
    assert Priority.model_validate({"id": "a", "title": "A", "see_also": "b"}).see_also == ("b",)
    assert Action.model_validate({"id": "a", "text": "A", "done": "2018-07"}).done[0].text == "2018-07"
