"""A scalar event is made at once, and is what the library would have made."""

import importlib.util
import inspect

import pytest
import ruamel.yaml.events as library

from strategy_tracker.store import events


def untouched():
    """The library's module, loaded a second time, so that its constructor is its own."""
    spec = importlib.util.spec_from_file_location("untouched", library.__file__)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.ScalarEvent


def fields(event):
    return {name: getattr(event, name) for name in events._FIELDS}


def test_ours_is_in_use():
    assert library.ScalarEvent.__init__ is events._scalar  # otherwise its fields have changed: look at them


@pytest.mark.parametrize("count", [4, 5, 6, 7, 8])
def test_it_is_what_the_library_makes(count):
    own = untouched()
    assert own.__init__ is not events._scalar
    values = ["anchor", "tag", (True, False), "value", "start", "end", "style", "comment"][:count]
    assert fields(library.ScalarEvent(*values)) == fields(own(*values))


def test_it_takes_the_same_names():
    ours, own = (list(inspect.signature(one).parameters) for one in (events._scalar, untouched().__init__))
    assert ours[1:] == own[1:]


@pytest.mark.parametrize("pure", [False, True], ids=["C", "pure"])
def test_both_parsers_use_it(pure):
    give = events.events(b'a: "b"\n', pure)
    found = []
    while not isinstance(event := give(), library.StreamEndEvent):
        found.append(event)
    a, b = (event for event in found if isinstance(event, library.ScalarEvent))
    assert (a.value, a.implicit[0], a.start_mark.column) == ("a", True, 0)
    assert (b.value, b.style, b.end_mark.column, b.anchor, b.tag) == ("b", '"', 6, None, None)
