"""What is written of a meeting: answers, and what was asked and resolved."""

import pytest

from strategy_tracker.editing.entries.edit_meetings import answer_changes
from strategy_tracker.editing.refusals import Already
from strategy_tracker.model.meeting import Ask

AT = ("governance", 0, "meetings", 0, "asks", 0)


def an_ask(**keys):
    return Ask.model_validate({"id": "x", "text": "Ask", **keys})


def put(ask, *said):
    return [(one.key, str(one.value)) for one in answer_changes(ask, AT, *said)]


def test_only_what_is_new_is_written():
    assert put(an_ask(), "2025-09-03", "") == [("done", "2025-09-03")]
    assert put(an_ask(done="2025-09-03"), "2025-09-03", "Yes") == [("answer", "Yes")]
    with pytest.raises(Already):
        put(an_ask(done="2025-09-03", answer="Yes"), "2025-09-03", "Yes")
