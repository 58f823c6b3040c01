"""Both parsers give the events that the reader is written for."""

import pytest
from ruamel.yaml.events import CollectionStartEvent, ScalarEvent, StreamEndEvent

from strategy_tracker.editing.splicing.locate import read
from strategy_tracker.files.parsing.allow_comments import cut_texts
from strategy_tracker.files.parsing.check_text import Unreadable
from strategy_tracker.files.parsing.events import events
from strategy_tracker.files.parsing.parse import read_tree
from strategy_tracker.files.parsing.positions import spots


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


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("a: [{b: T, url: https://example.org/x}]", {"a": ({"b": "T", "url": "https://example.org/x"},)}),
        ("a: [https://example.org, mailto:x@example.org]", {"a": ("https://example.org", "mailto:x@example.org")}),
        ("a: {at: 12:30, b: c:d}", {"a": {"at": "12:30", "b": "c:d"}}),
        ("a: {said: Can we go? , by: Jo}", {"a": {"said": "Can we go?", "by": "Jo"}}),
        ("a:\n  - {b: c,\n     d: e:f}\n", {"a": ({"b": "c", "d": "e:f"},)}),
    ],
)
@pytest.mark.parametrize("pure", [False, True], ids=["C", "pure"])
def test_a_colon_or_a_question_within_brackets_is_a_part_of_its_text(text, tree, pure):
    data = text.encode()
    assert read_tree(data, pure) == tree
    assert spots(data).inside["a"].key == (1, 1, 1, 2)
    assert read(data, pure).tree == tree
    assert len(cut_texts(data + b"\nb: Form #7\n")) == 1


@pytest.mark.parametrize("text", ["a: {on:2018, b: c}", "a: [{id:x, b: c}]"])
def test_a_key_that_its_value_is_stuck_to_is_asked_about(text):
    with pytest.raises(Unreadable, match="a blank is missing after ':'"):
        read_tree(text.encode())
