"""What runs from right to left is found where it ends, and does not turn what is beside it."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategy_tracker.views.directions import BEGIN, END, isolated, legible, runs

TITLE, POST = "استراتيجية", "مدير"


@pytest.mark.parametrize(
    "line",
    [
        f"'<{TITLE} 2030>' (safe-01), red",
        f"Owner: <{POST} Vision 2030 {TITLE}>, due 4 October",
        f"<{POST}> (for the priority <{TITLE}>)",
        f"<{POST}> reviews <{TITLE} 2030>. It last met in 2025.",
        f"first: '<{TITLE}>' (a-01), <{POST}>; and '<{POST}>', <{TITLE}>",
        "<שלום>: 40% of 12",
    ],
)
def test_what_somebody_wrote_is_isolated_as_a_whole_in_a_line_of_ours(line):
    written = line.replace("<", "").replace(">", "")
    assert isolated(written) == line.replace("<", BEGIN).replace(">", END)


@pytest.mark.parametrize(
    "text", ["plain", "▲ better", f"{TITLE} 2030", f"2030 {TITLE}: {POST}", f"{TITLE} Vision 2030", "", "漢字 three"]
)
def test_a_line_that_runs_one_way_stays_as_it_is(text):
    assert isolated(text) == text


def test_what_comes_from_elsewhere_cannot_bring_isolates_of_its_own():
    assert legible(f"a {END}{TITLE}") == f"a \ufffd{BEGIN}{TITLE}{END}"


@given(st.text(alphabet="aZ 19.:'(),؟هדéé漢\n", max_size=60))
def test_no_sign_is_lost_and_every_isolate_is_closed(text):
    assert "".join(run.text for run in runs(text)) == text
    told = isolated(text)
    assert told.replace(BEGIN, "").replace(END, "") == text
    assert told.count(BEGIN) == told.count(END)
    ways = [run.leftward for run in runs(text)]
    assert all(one != other for one, other in pairwise(ways))
