"""Personal data and small numbers are found where they are, and nothing else is called that."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategy_tracker.checks import privacy
from strategy_tracker.model.measure import Measures
from strategy_tracker.model.period import MARCH
from strategy_tracker.model.settings import Settings
from strategy_tracker.model.strategy import Strategy

TODAY = date(2026, 1, 15)
ON = Settings.model_validate({"check_privacy": True, "suppress_below": Decimal(5)})


def strategy(note):
    return Strategy.model_validate({"id": "x", "title": "X", "note": note})


def found(note):
    return [item.message for item in privacy.nobody_can_be_recognised(strategy(note), TODAY, ON)]


@pytest.mark.parametrize(
    ("note", "kind"),
    [
        ("Jamie, 14, spoke to the board", "a name with an age"),
        ("Jamie Smith (9) moved in May", "a name with an age"),
        ("we heard that Jamie is aged 14", "a name with an age"),
        ("d.o.b. 3/4/2012", "a date of birth"),
        ("born on 3 April 2012 in Leeds", "a date of birth"),
        ("NHS 943 476 5919", "an NHS number"),
        ("ring 020 7946 0018", "a phone number"),
        ("ring +44 7700 900123", "a phone number"),
        ("write to someone@example.org", "an e-mail address"),
        ("moved to SW1A 1AA", "a postcode"),
    ],
)
def test_what_leads_to_a_person_is_found(note, kind):
    assert found(note) == [f"this looks like {kind}"]


def test_a_pupil_number_is_known_by_its_check_letter():
    body = "801200001001"
    letters = privacy._UPN_LETTERS
    right = letters[sum(place * int(digit) for place, digit in enumerate(body, 2)) % 23]
    wrong = letters[(letters.index(right) + 1) % 23]
    assert found(f"pupil {right}{body}") == ["this looks like a pupil number"]
    assert found(f"pupil {wrong}{body}") == []


@pytest.mark.parametrize(
    "note",
    [
        "LinCC is for ages 11 to 17",
        "Key Stage 4, Year 11 (16) and Level 3",
        "In May, 14 young people took part",
        "Priority 3, Quarter 2 (2022)",
        "Section 20, Children Act 1989",
        "Wave 2, 12 schools",
        "rose from 1,234,567,890 to 2,345,678,901",
        "paid £25 a month, 0.5 points in 2022/23, 12% of 3456789012",
        "reference 123 456 7890",
        "under 5, 5-9, 10-15 and 16-17",
        "Carers (16 to 25)",
        "A1 to A12 and B2B",
    ],
)
def test_what_only_looks_like_it_is_left_alone(note):
    assert found(note) == []


def test_nothing_is_looked_for_where_it_is_not_asked_for():
    off = Settings.model_validate({})
    assert list(privacy.nobody_can_be_recognised(strategy("Jamie, 14, x"), TODAY, off)) == []
    for check in (privacy.small_numbers_are_suppressed, privacy.suppressed_figures_stay_hidden):
        assert list(check(measures({"readings": {"2024/25": 3}, "public": True}), TODAY, off)) == []


def measures(*items):
    made = [{"id": f"m{n}", "title": "M", "unit": "count", **item} for n, item in enumerate(items)]
    for one in made:
        one["readings"] = {k: Decimal(v) if isinstance(v, int) else v for k, v in one.get("readings", {}).items()}
    return Measures.model_validate({"measures": tuple(made)}, context={"year_end": MARCH})


def small(*items, settings=ON):
    return [item.code for item in privacy.small_numbers_are_suppressed(measures(*items), TODAY, settings)]


def test_a_small_count_in_a_public_measure_is_found_and_zero_is_not_small():
    assert small({"public": True, "readings": {"2023/24": 4, "2024/25": 5, "2022/23": 0}}) == ["small-number"]
    assert small({"readings": {"2023/24": 4}}) == []


def test_a_percentage_reveals_the_count_behind_it_and_the_rest_of_the_whole():
    part = {"numerator": Decimal(97), "denominator": Decimal(100)}
    assert small({"unit": "percent", "public": True, "readings": {"2023/24": part}}) == ["small-number"]


def test_a_public_measure_needs_a_threshold():
    without = Settings.model_validate({"check_privacy": True})
    assert small({"public": True, "readings": {"2023/24": 400}}, settings=without) == ["no-threshold"]


def hidden(*items):
    return [item.message for item in privacy.suppressed_figures_stay_hidden(measures(*items), TODAY, ON)]


def test_one_hidden_part_of_a_known_total_can_be_worked_out():
    total = {"readings": {"2024/25": 12}}
    one, two = ({"part_of": "m0", "readings": {"2024/25": value}} for value in (9, "c"))
    assert hidden(total, one, two) == ["'m2' for 2024/25 can be worked out: 'm0' less its other parts"]
    assert hidden(total, two, two) == []
    assert hidden({"readings": {"2024/25": "c"}}, one, two) == []


def test_one_hidden_quarter_of_a_known_year_can_be_worked_out():
    quarters = {f"2024/25 Q{n}": 5 for n in (1, 2, 3)} | {"2024/25 Q4": "c"}
    assert len(hidden({"readings": {**quarters, "2024/25": 17}})) == 1
    assert hidden({"readings": quarters}) == []
    assert hidden({"span": "cumulative", "readings": {**quarters, "2024/25": 17}}) == []


@given(st.text(max_size=60))
def test_no_text_makes_the_check_stumble(text):
    found(text if text.strip() else "x")
