import re

import pytest
from hypothesis import given

from strategy_tracker.views.formats.document_markdown import write
from strategy_tracker.views.papers.build import VIEWS, build
from strategy_tracker.views.text import UNSEEN
from tests.views.papers.texts import DOCUMENT

MARKUP = re.compile(r"(?<!\\)(?:\\\\)*[<\[`]")


@given(DOCUMENT)
def test_no_text_ever_becomes_markup(document):
    text = write(document).decode()
    assert not MARKUP.search(text)
    assert not UNSEEN.search(text.replace("\n", ""))
    assert text.endswith("\n")


@given(DOCUMENT)
def test_a_text_never_begins_a_line_of_its_own(document):
    lines = [line for line in write(document).decode().split("\n") if line.startswith("#")]
    assert len(lines) == 1 + len(document.sections)


@pytest.mark.parametrize("view", VIEWS)
def test_every_row_has_as_many_cells_as_its_heading(parenting, view):
    width = 0
    for line in write(build(view, parenting)).decode().split("\n"):
        if not line.startswith("|"):
            width = 0
            continue
        cells = len(re.findall(r"(?<!\\)\|", line))
        assert width in (0, cells), line
        width = cells


def test_numbered_points_keep_their_numbers(carers):
    text = write(build("pack", carers)).decode()
    assert "1. note the position and comment on it\n2. look into" in text


def test_a_chart_is_a_sentence_and_its_figures(carers):
    text = write(build("pack", carers)).decode()
    assert "| 60% | 64% | suppressed | 70% |" in text
