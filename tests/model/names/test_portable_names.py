"""Names that every computer can hold."""

import re
import unicodedata

from hypothesis import given
from hypothesis import strategies as some

from strategy_tracker.model.names.portable_names import same_name, why_unportable

NAME = some.text("abAé.- :?*conaux1", min_size=1, max_size=8)


@given(NAME)
def test_a_portable_name_keeps_the_rules_that_windows_writes_down(name):
    """Naming Files, Paths, and Namespaces: no reserved name before the first dot, sign, or blank or dot at the end."""
    if not why_unportable(name):
        assert not re.search(r'[<>:"|?*]', name)
        assert name[-1] not in " ."
        assert name.partition(".")[0].strip().casefold() not in {"con", "prn", "aux", "nul"}


@given(NAME)
def test_names_that_differ_in_capitals_or_composition_are_one(name):
    assert same_name(name.upper()) == same_name(name.lower())
    assert same_name(unicodedata.normalize("NFD", name)) == same_name(unicodedata.normalize("NFC", name))
