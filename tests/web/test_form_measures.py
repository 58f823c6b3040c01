"""Figures come in for several periods at once, and one on record is revised with its reason."""

import pytest

from tests.web.forms import fields

MEASURE = "/measure/schools-trained"


@pytest.fixture
def file(small):
    """The file that the measure stands in."""
    return small / "measures" / "carers.yaml"


def send(browser, answer, form, step, **typed):
    return browser.post(f"{MEASURE}/{form}", fields(answer) | typed | {"step": step})


def look(browser, form, **typed):
    return send(browser, browser.get(f"{MEASURE}/{form}"), form, "look", **typed)


def test_a_measure_leads_to_its_forms(browser):
    found = browser.get(MEASURE)
    assert f'href="{MEASURE}/record"' in found.text
    assert f'href="{MEASURE}/revise"' in found.text


def test_the_next_period_stands_there_where_it_is_known(browser):
    waiting = fields(browser.get("/measure/waiting/record"))
    assert waiting["period-1"] == ["2025/26 Q1"]
    assert fields(browser.get(f"{MEASURE}/record"))["period-1"] == [""]


def test_several_periods_are_written_at_once_after_they_were_shown(browser, file):
    typed = {"period-1": "Q2 2025/26", "value-1": "91%", "period-2": "2025/26 Q3", "value-2": "105/262"}
    page = look(browser, "record", **typed, provisional="yes", source="Register")
    assert "It is ◆ amber now, and would be" in page.words or "It stays" in page.words
    assert "Is this right?" in page.words
    assert "Saved." in send(browser, page, "record", "save").words
    text = file.read_text(encoding="utf-8")
    assert "2025/26 Q2: {value: 91, state: provisional" in text
    assert "2025/26 Q3: {numerator: 105, denominator: 262, state: provisional" in text


@pytest.mark.parametrize(
    ("typed", "field", "words"),
    [
        ({}, "value-1", "there is no figure"),
        ({"period-1": "2025/26 Q2", "value-1": "many"}, "value-1", "'many' is neither a number nor a symbol"),
        ({"period-1": "soon", "value-1": "1"}, "period-1", "'soon'"),
        ({"period-1": "2025/26 Q1", "value-1": "7"}, "period-1", "‘Revise a figure’ on its page replaces it"),
        ({"period-1": "2025/26 Q2", "value-1": "120"}, "value-1", "120"),
        ({"period-1": "2025/26 Q2", "value-1": "90", "on": "1/1/2030"}, "on", "has not come yet"),
    ],
)
def test_a_mistake_stands_beside_its_field(browser, file, typed, field, words):
    before = file.read_bytes()
    found = look(browser, "record", **typed)
    assert f'id="{field}-fault"' in found.text, found.words
    assert words in found.words
    assert "--" not in found.words
    assert {name: fields(found)[name][0] for name in typed} == typed
    assert file.read_bytes() == before


def test_every_row_that_is_wrong_is_told_at_once(browser, file):
    typed = {"period-1": "soon", "value-1": "1", "period-2": "2025/26 Q2", "value-2": "x y", "period-3": "2025/26 Q3"}
    found = look(browser, "record", **typed | {"value-3": "90"})
    assert [f'id="{name}-fault"' in found.text for name in ("period-1", "value-2", "value-3")] == [True, True, False]


def test_a_figure_is_revised_with_its_reason_and_what_it_was_stays(browser, file):
    page = look(browser, "revise", period="2024/25 Q4", value="77", why="A school was counted twice")
    assert "Saved." in send(browser, page, "revise", "save").words
    text = file.read_text(encoding="utf-8")
    assert "A school was counted twice" in text
    assert "77" in text
    assert "76.5" in text


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"period": "2024/25 Q4", "value": "77", "why": ""}, "why"),
        ({"period": "2024/25 Q4", "value": "", "why": "x"}, "value"),
        ({"period": "1999/00 Q4", "value": "1", "why": "x"}, "period"),
    ],
)
def test_a_revision_says_what_and_why(browser, file, typed, field):
    before = file.read_bytes()
    assert f'id="{field}-fault"' in look(browser, "revise", **typed).text
    assert file.read_bytes() == before


def test_the_same_period_from_two_people_is_a_clash_with_both_figures(browser, file):
    mine, theirs = (look(browser, "record", **{"period-1": "2025/26 Q2", "value-1": one}) for one in ("91", "92"))
    send(browser, theirs, "record", "save")
    once = file.read_bytes()
    clash = send(browser, mine, "record", "save")
    assert file.read_bytes() == once
    assert "92" in clash.words
    assert fields(clash)["value-1"] == ["91"]
