import re
from datetime import date
from decimal import Decimal

from hypothesis import given

from strategy_tracker.views.report.document import Chart, Mark
from strategy_tracker.views.report.drawing import HEIGHT, WIDTH, svg

from .texts import CHART


def mark(year, amount):
    number, shown = (None, "suppressed") if amount is None else (Decimal(amount), str(amount))
    return Mark(str(year), date(year, 3, 31), number, shown)


def chart(*amounts, target=None):
    marks = tuple(
        Mark(
            f"{2018 + n}",
            date(2018 + n, 3, 31),
            None if a is None else Decimal(a),
            "suppressed" if a is None else str(a),
        )
        for n, a in enumerate(amounts)
    )
    return Chart("Seen", "percent", marks, None if target is None else Decimal(target), "Seen over time.")


def runs(drawing):
    return [points.split() for points in re.findall(r'points="([^"]*)"', drawing)]


def test_nothing_is_drawn_across_a_gap():
    drawing = svg(chart(60, 64, None, 70, 88), "c")
    assert [len(run) for run in runs(drawing)] == [2, 2]
    assert "<title>2020: suppressed</title>" in drawing


def test_a_reading_alone_between_gaps_is_a_dot():
    drawing = svg(chart(60, None, 70, None, 88), "c")
    assert runs(drawing) == []
    assert re.search(r'class="dot" d="([^"]*)"', drawing)[1].count("M") == 3


def test_a_gap_at_either_end_is_marked():
    assert svg(chart(None, 1, 2, None), "c").count('<path class="gap"') == 2


def test_higher_is_drawn_higher():
    (run,) = runs(svg(chart(1, 5, 3), "c"))
    low, high, middle = (float(point.split(",")[1]) for point in run)
    assert low > middle > high


def test_the_target_is_a_line_with_its_figure():
    assert "target 95%" in svg(chart(80, 90, target=95), "c")
    assert "target" not in svg(chart(80, 90), "c")


def test_a_flat_line_is_in_the_middle():
    (run,) = runs(svg(chart(4, 4, 4), "c"))
    assert {point.split(",")[1] for point in run} == {"62"}


@given(CHART)
def test_everything_stays_inside_the_drawing(drawn):
    text = svg(drawn, "c")
    for key, most in (("x1", WIDTH), ("x2", WIDTH), ("y1", HEIGHT), ("y2", HEIGHT)):
        for value in re.findall(rf'\b{key}="([^"]*)"', text):
            assert 0 <= float(value) <= most
    for x, y in re.findall(r"M([\d.-]+)[ ]([\d.-]+)", text):
        assert 0 <= float(x) <= WIDTH
        assert 0 <= float(y) <= HEIGHT
