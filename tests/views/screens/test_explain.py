"""Every code is explained, in a width of one's own."""

import pytest

from strategy_tracker.diagnostics import CODES, read_explanation
from strategy_tracker.views.screens.explain import page, write_codes, write_explanation


@pytest.mark.parametrize("name", CODES)
def test_a_code_has_its_meaning_its_reason_its_example_and_its_next_step(name):
    told, whole = write_explanation(name, 72), read_explanation(name)
    assert told.startswith(f"{name} ({CODES[name].severity})\n\n")
    for part in (whole.meaning, whole.why, whole.next_step):
        assert " ".join(part.split()) in " ".join(told.split())
    for example in (whole.example, whole.mended):
        assert all(f"  {line}".rstrip() in told for line in example.splitlines())
    assert ("always an error" in told) == CODES[name].fixed


def test_only_what_is_always_an_error_has_a_star():
    lines = write_codes(100).splitlines()
    starred = {
        line.split()[0].removesuffix("*") for line in lines if line.startswith("  ") and line.split()[0].endswith("*")
    }
    assert starred == {name for name, code in CODES.items() if code.fixed}


@pytest.mark.parametrize("width", [60, 80, 132])
def test_the_list_of_codes_fits_and_names_each(width):
    lines = write_codes(width).splitlines()
    assert max(map(len, lines)) <= width
    assert [name for name in CODES if not any(line.startswith(f"  {name}") for line in lines)] == []


def test_the_page_has_a_part_for_each_code():
    assert [name for name in CODES if f"\n### {name}\n" not in page()] == []
