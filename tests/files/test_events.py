"""An event is made at once, and is what the library would have made."""

import importlib.util
import inspect

import pytest
import ruamel.yaml.events as library

from strategy_tracker.files.events import AT_ONCE, events


@pytest.fixture
def untouched():
    """The library's module, loaded a second time, so that its constructors are its own."""
    spec = importlib.util.spec_from_file_location("untouched", library.__file__)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def fields(event, kind):
    return {name: getattr(event, name) for name in AT_ONCE[kind][1]}


@pytest.mark.parametrize("kind", AT_ONCE)
def test_ours_is_in_use(kind):
    assert kind.__init__ is AT_ONCE[kind][0]  # otherwise its fields have changed: look at them


@pytest.mark.parametrize("count", range(3, 9))
@pytest.mark.parametrize("kind", AT_ONCE)
def test_it_is_what_the_library_makes(kind, count, untouched):
    own = getattr(untouched, kind.__name__)
    assert own.__init__ is not kind.__init__
    count = max(count, 4) if kind is library.ScalarEvent else count
    values = [object() for _ in range(count)]
    assert fields(kind(*values), kind) == fields(own(*values), kind)


@pytest.mark.parametrize("kind", AT_ONCE)
def test_it_takes_the_same_names(kind, untouched):
    ours, own = (list(inspect.signature(one.__init__).parameters) for one in (kind, getattr(untouched, kind.__name__)))
    assert ours[1:] == own[1:]


@pytest.mark.parametrize("pure", [False, True], ids=["C", "pure"])
def test_both_parsers_use_it(pure):
    give = events(b'a: ["b"]\n', pure)
    found = []
    while not isinstance(event := give(), library.StreamEndEvent):
        found.append(event)
    a, b = (event for event in found if isinstance(event, library.ScalarEvent))
    assert (a.value, a.implicit[0], a.start_mark.column) == ("a", True, 0)
    assert (b.value, b.style, b.end_mark.column, b.anchor, b.tag) == ("b", '"', 7, None, None)
    whole, listed = (event for event in found if isinstance(event, library.CollectionStartEvent))
    assert (whole.flow_style, listed.flow_style, listed.start_mark.column, listed.implicit) == (False, True, 3, True)
