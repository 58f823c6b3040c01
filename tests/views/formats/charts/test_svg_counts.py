import re
from itertools import pairwise

import pytest

from strategy_tracker.views.document import CountBar, CountsChart
from strategy_tracker.views.formats.charts.svg_counts import counts_picture, drawn_counts
from strategy_tracker.views.sheet import Table

COLOURS = ("red", "amber", "green", "blue", "grey")


def chart(*counts, ends=("4 red",)):
    bars = tuple(CountBar(f"{n} May 2025", tuple(zip(COLOURS, each, strict=True))) for n, each in enumerate(counts, 1))
    return CountsChart("Counts", bars, ends, "What it shows", Table("The same", (), ()))


def test_bars_are_as_high_as_their_counts_and_red_is_lowest():
    drawn = drawn_counts(chart((1, 2, 0, 0, 1), (4, 0, 0, 0, 0)), "t w")
    found = re.findall(r'class="bar-(\w+)" x="\d+" y="([\d.]+)" width="\d+" height="([\d.]+)"', drawn)
    assert [colour for colour, _, _ in found] == ["red", "amber", "grey", "red"]
    bottoms = [round(float(y) + float(high) + 0.8) for _, y, high in found]
    assert (bottoms[0], bottoms[-1]) == (176, 176)
    assert float(found[-1][2]) == pytest.approx(164 - 0.8, abs=0.2)
    assert bottoms[1] < bottoms[0]


def test_words_beside_the_last_bar_never_cover_each_other_and_stay_in_the_drawing():
    ends = tuple(f"1 {colour}" for colour in COLOURS)
    drawn = drawn_counts(chart((200, 0, 0, 0, 0), (1, 1, 1, 1, 1), ends=ends), "t w")
    places = [int(y) for y in re.findall(r'class="ink" x="\d+" y="(\d+)"', drawn)]
    assert len(places) == 5
    assert all(low - high >= 14 for low, high in pairwise(places))
    assert min(places) > 0


def test_texts_are_made_harmless_and_a_picture_without_a_font_has_none():
    hostile = chart((1, 0, 0, 0, 0), ends=("<script>",))
    assert "<script>" not in drawn_counts(hostile, "t w")
    assert "<text" not in counts_picture(hostile)
    assert 'font-family="Libertinus Serif"' in counts_picture(hostile, "Libertinus Serif")
