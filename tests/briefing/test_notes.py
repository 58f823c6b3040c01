"""What a reader must know of the figures and the dates."""

from strategy_tracker.briefing.notes import remarks, small_cohorts, sources_of_others, undated
from strategy_tracker.judging.standing.of_measures import Comparison
from tests.views.builders import measure, point, standing, strategy
from tests.views.conftest import AUGUST, copy_shipped, material


def test_notes_of_earlier_readings_are_told_too():
    points = (
        point("2021", None, "not available"),
        point("2022", None, "over 70%", note="A bound"),
        point("2023", 4, state="provisional"),
        point("2024", 5, state="revised")._replace(restated="revised: it was 4 until 2025-05-01 (Typed twice)"),
        point("2025", 6),
    )
    found = [(one.kind, one.text) for one in remarks(standing(strategy(), measures=(measure("m", points),)))]
    assert found == [
        ("no number", "not available: there is no number to be had"),
        ("no number", "known in words only: over 70%"),
        ("provisional", "provisional: it may still change"),
        ("revised", "revised: it was 4 until 2025-05-01 (Typed twice)"),
        ("note", "A bound"),
    ]


def test_vague_dates_are_counted(tmp_path):
    parenting = material(copy_shipped(tmp_path), AUGUST, "corporate-parenting")
    assert undated(parenting.standing) == (
        "81 of 94 actions have neither a due date nor an interval",
        "98 of 98 updates are dated only to the month or the year",
    )


def test_measures_of_few_are_counted_and_named():
    held = [measure(name)._replace(title=name.upper(), one_is="one pupil = 4 points") for name in ("a", "b")]
    (told,) = small_cohorts(standing(strategy(), measures=tuple(held)))
    assert told.startswith("2 measures are percentages of fewer than 50, so that one more or one less moves the figure")
    assert told.endswith("points: A, one pupil = 4 points; B, one pupil = 4 points")
    (one,) = small_cohorts(standing(strategy(), measures=(held[0], measure("c"))))
    assert one.startswith("1 measure is a percentage of fewer than 50")
    assert small_cohorts(standing(strategy(), measures=(measure("c"),))) == ()


def test_each_source_of_figures_of_others_is_told_once():
    held = [
        measure(name)._replace(comparisons=(Comparison(whose, kind, "", source),))
        for name, whose, kind, source in (
            ("a", "England", "above", "Tables"), ("b", "London", "below", "Tables"), ("c", "Wales", "none", "Others"),
            ("d", "Kent", "level", None),
        )
    ]  # fmt: skip
    found = sources_of_others(standing(strategy(), measures=tuple(held)))
    assert found == ("Figures of England and London are from: Tables",)
