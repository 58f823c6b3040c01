"""Findings on one line each."""

from hypothesis import given

from strategy_tracker.views.formats.findings.concise import write
from strategy_tracker.views.text import UNSEEN

from .samples import FAULT, WHOLE_FILE, findings


def test_a_finding_is_a_line_with_its_place_severity_message_and_code():
    assert write([FAULT]) == (
        "strategies/young-carers.yaml:11:14: error: there is no date '2025-02-30' in the calendar [impossible-date]\n"
    )


def test_a_finding_about_a_whole_file_has_no_line():
    assert write([WHOLE_FILE]).startswith("measures/locked.yaml: error: this cannot be read")


def test_nothing_found_is_nothing_written():
    assert write([]) == ""


@given(findings)
def test_no_text_begins_a_line_of_its_own_or_steers_a_terminal(found):
    lines = write(found).splitlines()
    assert len(lines) == len(found)
    assert all(line.startswith("strategies/") and not UNSEEN.search(line) for line in lines)
    assert all(line.endswith(f"[{item.code}]") for line, item in zip(lines, found, strict=True))
