"""An action is read as people write it, and some of its states end its clock."""

import pytest
from pydantic import ValidationError

from strategy_tracker.model.action import CLOSED, Action, Update


def test_the_former_date_of_a_move_is_written_from():
    action = {"id": "a", "text": "A", "moved": ({"on": "2018", "from": "2019", "why": "late"},)}
    assert Action.model_validate(action).moved[0].former.text == "2019"


def test_a_state_and_a_colour_are_of_the_list():
    assert Update.model_validate({"on": "2018", "state": "delivered", "rag": "amber"}).rag == "amber"
    for wrong in ({"state": "done"}, {"state": "complete", "rag": "blue"}, {}):
        with pytest.raises(ValidationError):
            Update.model_validate({"on": "2018", **wrong})


def test_what_waits_for_sign_off_can_no_longer_be_late_and_what_is_paused_can():
    assert {"delivered", "complete", "stopped", "superseded"} == CLOSED
