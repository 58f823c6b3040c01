"""Both parsers give the events that the reader is written for."""

import pytest
from ruamel.yaml.events import CollectionStartEvent, ScalarEvent, StreamEndEvent

from strategy_tracker.files.parsing.events import events


@pytest.mark.parametrize("pure", [False, True], ids=["C", "pure"])
def test_an_event_has_its_value_its_style_and_its_place(pure):
    give = events(b'a: ["b"]\n', pure)
    found = []
    while not isinstance(event := give(), StreamEndEvent):
        found.append(event)
    a, b = (event for event in found if isinstance(event, ScalarEvent))
    assert (a.value, a.implicit[0], a.start_mark.column) == ("a", True, 0)
    assert (b.value, b.style, b.end_mark.column, b.anchor, b.tag) == ("b", '"', 7, None, None)
    whole, listed = (event for event in found if isinstance(event, CollectionStartEvent))
    assert (whole.flow_style, listed.flow_style, listed.start_mark.column, listed.implicit) == (False, True, 3, True)
