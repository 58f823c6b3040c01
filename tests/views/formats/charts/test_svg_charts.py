import re
from datetime import date
from decimal import Decimal
from xml.etree import ElementTree as ET

from hypothesis import given

from strategy_tracker.views.document import Chart, ChartAhead, ChartLimits, ChartMark, ChartTarget, ChartWay
from strategy_tracker.views.formats.charts.svg_charts import DRAWN, WIDTH, labelled, picture, svg
from tests.views.papers.texts import CHART


def mark(year, amount):
    number, shown = (None, "suppressed") if amount is None else (Decimal(amount), str(amount))
    return ChartMark(str(year), date(year, 3, 31), number, shown)


def chart(*amounts, target=None):
    marks = tuple(
        ChartMark(
            f"{2018 + n}",
            date(2018 + n, 3, 31),
            None if a is None else Decimal(a),
            "suppressed" if a is None else str(a),
        )
        for n, a in enumerate(amounts)
    )
    targets = () if target is None else (step(2018, 2018 + len(amounts) - 1, target),)
    return Chart("Seen", marks, targets, "Seen over time.")


def step(first, last, amount, *amber):
    """A target from one year to another."""
    zones = tuple((Decimal(low), Decimal(high)) for low, high in amber)
    return ChartTarget(date(first - 1, 4, 1), date(last, 3, 31), Decimal(amount), f"target {amount}%", zones)


def target_path(drawing):
    return re.search(r'<path class="target" d="([^"]*)"', drawing)[1]


def runs(drawing):
    """The places of each run, as pairs of numbers."""
    drawn = re.search(r'<path class="run" d="([^"]*)"', drawing)
    parts = drawn[1].split("M")[1:] if drawn else []
    return [[tuple(map(int, place.split())) for place in part.split("L")] for part in parts]


def test_nothing_is_drawn_across_a_gap():
    drawing = svg(chart(60, 64, None, 70, 88), "c")
    assert [len(run) for run in runs(drawing)] == [2, 2]
    assert "<title>2020: suppressed</title>" in drawing


def test_nothing_is_drawn_to_where_counting_began_again():
    plain = chart(60, 64, 10, 20, None)
    marks = tuple(mark._replace(anew=mark.label in ("2020", "2022")) for mark in plain.marks)
    drawing = svg(plain._replace(marks=marks), "c")
    assert [len(run) for run in runs(drawing)] == [2, 2]
    assert [len(run) for run in runs(svg(plain, "c"))] == [4]


def test_a_reading_alone_between_gaps_is_a_dot():
    drawing = svg(chart(60, None, 70, None, 88), "c")
    assert runs(drawing) == []
    assert re.search(r'class="run dot" d="([^"]*)"', drawing)[1].count("h0") == 3


def test_a_gap_at_either_end_is_marked():
    assert svg(chart(None, 1, 2, None), "c").count("<title>20") == 2


def test_higher_is_drawn_higher():
    (run,) = runs(svg(chart(1, 5, 3), "c"))
    low, high, middle = (y for _, y in run)
    assert low > middle > high


def test_the_target_is_a_line_with_its_figure():
    assert "target 95%" in svg(chart(80, 90, target=95), "c")
    assert "target" not in svg(chart(80, 90), "c")


def test_each_periods_own_target_is_a_step_and_steps_that_follow_on_are_joined():
    plain = chart(60, 64, 70, 88)
    drawing = svg(plain._replace(targets=(step(2018, 2019, 65), step(2020, 2021, 75))), "c")
    assert target_path(drawing).count("M") == 1
    assert re.fullmatch(r"M16 \d+H\d+V\d+H344", target_path(drawing))
    assert "target 75%" in drawing
    apart = svg(plain._replace(targets=(step(2018, 2018, 65), step(2020, 2021, 75))), "c")
    assert target_path(apart).count("M") == 2


def test_a_higher_target_is_drawn_higher_and_amber_lies_between_its_limits():
    plain = chart(60, 64, 70, 88)
    drawing = svg(plain._replace(targets=(step(2018, 2019, 65, (60, 65)), step(2020, 2021, 75, (70, 75)))), "c")
    first, second = map(int, re.match(r"M16 (\d+)H\d+V(\d+)", target_path(drawing)).groups())
    assert first > second
    amber = re.search(r'<path class="amber" d="([^"]*)"', drawing)[1]
    assert amber.count("Z") == 2
    assert amber.startswith(f"M16 {first}H")


def test_a_flat_line_is_in_the_middle():
    (run,) = runs(svg(chart(4, 4, 4), "c"))
    assert {y for _, y in run} == {62}


@given(CHART)
def test_everything_stays_inside_the_drawing(drawn):
    for path in re.findall(r' d="([^"]*)"', svg(drawn, "c")):
        for x, y in re.findall(r"[ML](-?\d+) (-?\d+)", path):
            assert 0 <= int(x) <= WIDTH
            assert 0 <= int(y) <= DRAWN


def test_a_picture_without_a_font_has_no_words_in_it_and_is_a_file_of_its_own():
    drawing = picture(chart(60, None, 70, target=95))
    assert "<text" not in drawing
    assert ET.fromstring(drawing).attrib["height"] == str(DRAWN)


def test_a_picture_with_a_font_asks_for_that_font_only():
    drawing = picture(chart(60, 70), "Libertinus Serif")
    assert re.findall(r'font-family="([^"]*)"', drawing) == ["Libertinus Serif"]
    assert "<text" in drawing


def test_a_page_can_name_the_drawing_by_its_own_elements():
    drawing = labelled(chart(60, 70), "a b")
    assert 'aria-labelledby="a b"' in drawing
    assert "<desc" not in drawing


def test_what_is_ahead_is_dotted_from_the_latest_number_and_named_at_the_right_end():
    made = chart(10, 20, 30)
    latest = made.marks[-1].day
    ahead = ChartAhead(latest, Decimal(30), date(2026, 3, 31), Decimal(60), "March 2026", "60 at this pace")
    drawn = svg(made._replace(ahead=ahead), "c")
    assert re.findall(r'<path class="run ahead" d="M(\d+) (\d+)L(\d+) (\d+)"', drawn) == [("103", "61", "334", "26")]
    assert "60 at this pace</text>" in drawn
    assert "March 2026</text>" in drawn


def test_limits_are_three_thin_lines_of_which_the_mean_is_whole():
    made = chart(10, 20, 30)
    limits = ChartLimits(made.marks[0].day, made.marks[-1].day, Decimal(0), Decimal(20), Decimal(40))
    drawn = svg(made._replace(limits=limits), "c")
    (mean,) = re.findall(r'<path class="axis mean" d="([^"]*)"[^>]*>', drawn)
    (edges,) = re.findall(r'<path class="axis limit" d="([^"]*)"[^>]*dasharray', drawn)
    assert mean == "M26 55H334"
    assert edges == "M26 84H334M26 26H334"


def way(first, last, *, straight):
    baseline, target = (ChartMark(str(year), date(year, 3, 31), Decimal(one), f"{one}%") for year, one in (first, last))
    return ChartWay(baseline, target, straight)


def test_the_way_begins_with_a_hollow_mark_and_a_line_leads_to_the_target_where_it_is_declared():
    plain = chart(50, 60, 70)
    straight = svg(plain._replace(way=way((2016, 40), (2026, 90), straight=True)), "c")
    (line,) = re.findall(r'<path class="target way" d="M(\d+) (\d+)L(\d+) (\d+)"', straight)
    left, low, right, high = map(int, line)
    assert left < right
    assert low > high
    assert f'<path class="target start" d="M{left} {low}m' in straight
    assert all(word in straight for word in (">2016<", ">40%<", ">2026<", ">90%<"))
    alone = svg(plain._replace(way=way((2016, 40), (2026, 90), straight=False)), "c")
    assert "L" not in re.search(r'<path class="target way" d="([^"]*)"', alone)[1]
    assert 'class="target start"' in alone
    assert ">2026<" not in alone
