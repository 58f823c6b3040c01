"""What the words over a column say."""

import pytest

from strategy_tracker.intake.headings import read_heading
from strategy_tracker.model.dates.period import MARCH


@pytest.mark.parametrize(
    ("text", "role", "period"),
    [
        ("Ref", "id", ""),
        ("What we will do", "text", ""),
        ("By when?", "due", ""),
        ("Lead Officer (post title)", "owner", ""),
        ("Delivery RAG rating", "rag", ""),
        ("responsible_dept", "owner", ""),
        ("Q1 2024/25", "reading", "Q1 2024/25"),
        ("Q1 Actual", "reading", "Q1"),
        ("Q1 Status", "state", "Q1"),
        ("Target 25/26", "target", "25/26"),
        ("Ziel 2024/25", "target", "2024/25"),
        ("y1_2026_27", "reading", "2026/27"),
        ("Apr-24", "reading", "Apr-24"),
        ("31/03/2025", "reading", "31/03/2025"),
        ("England 2022/23", "benchmark", "2022/23"),
        ("Update September 2025", "updates", "September 2025"),
        ("Financial year 2024 to 2025 (Apr to Jun) Actual", "reading", "Financial year 2024 to 2025 (Apr to Jun)"),
        ("Financial year 2024 to 2025 Total", "unused", "Financial year 2024 to 2025"),
        ("Total cumulative outputs to date", "unused", ""),
        ("Why have you given these ratings? Enter an explanation", "", ""),
        ("Timescale Start", "starts", ""),
        ("Timescale (from)", "starts", ""),
        ("Timescale: start and end", "due", ""),
        ("Denominator", "denominator", ""),
        ("", "", ""),
    ],
)
def test_a_heading_says_what_its_column_holds_and_of_which_period(text, role, period):
    found = read_heading(text, MARCH)
    assert (found.role, found.period) == (role, period)


def test_the_years_of_a_plan_are_told_from_those_of_readings():
    assert read_heading("y1_2026_27", MARCH).plan_year
    assert read_heading("Year 2 2027/28", MARCH).plan_year
    assert not read_heading("2027/28", MARCH).plan_year


def test_a_phrase_inside_is_less_certain_than_the_whole():
    assert read_heading("Lead officer", MARCH).certain
    assert not read_heading("The lead officer now", MARCH).certain
