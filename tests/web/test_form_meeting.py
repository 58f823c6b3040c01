"""That a body met is said in the form: what it has to note stands there, and two people lose no day."""

import pytest

from tests.web.forms import fields

BODY = "/body/young-carers/1"


@pytest.fixture
def file(small):
    """The file that the body stands in."""
    return small / "strategies" / "young-carers.yaml"


def send(browser, answer, step, **typed):
    return browser.post(f"{BODY}/meeting", fields(answer) | typed | {"step": step})


def look(browser, **typed):
    return send(browser, browser.get(f"{BODY}/meeting"), "look", **typed)


def test_a_strategy_leads_to_its_bodies_and_a_body_says_when_it_meets_and_what_it_has_to_note(browser):
    assert f'href="{BODY}"' in browser.get("/strategy/young-carers").text
    found = browser.get(BODY)
    for words in ("Carers Board", "every 6 months", "20 October 2025", "Group Manager", "20 April 2025"):
        assert words in found.words
    assert "To be noted at its next meeting Translate the leaflet" in found.words


def test_that_it_met_and_meets_again_is_shown_and_then_written(browser, file):
    before = file.read_bytes()
    page = look(browser, held="30/9/25", planned="Mar 2026")
    assert "30 September 2025" in page.words
    assert file.read_bytes() == before
    assert "Saved." in send(browser, page, "save").words
    text = file.read_text(encoding="utf-8")
    assert "held: [2025-04-20, 2025-09-30]" in text
    assert "next: 2026-03" in text


@pytest.mark.parametrize(
    ("typed", "field", "words"),
    [
        ({}, "held", "a meeting has a day: say ‘On which day did it meet’, ‘When does it meet next’ or both"),
        ({"held": "1/1/2027"}, "held", "2027-01-01 has not come yet: a meeting to come is ‘When does it meet next’"),
        ({"planned": "1/1/2025"}, "planned", "2025-01-01 has passed: a meeting that took place is ‘On which day"),
        ({"held": "soon"}, "held", "‘On which day did it meet’"),
    ],
)
def test_a_mistake_stands_beside_its_field(browser, file, typed, field, words):
    before = file.read_bytes()
    found = look(browser, **typed)
    assert f'id="{field}-fault"' in found.text
    assert words in found.words
    assert file.read_bytes() == before


def test_two_people_who_record_a_meeting_see_both_days(browser, file):
    mine, theirs = look(browser, held="30/9/2025"), look(browser, held="29/9/2025")
    send(browser, theirs, "save")
    clash = send(browser, mine, "save")
    assert "Somebody else changed this" in clash.words
    assert "29 September 2025" in clash.words
    assert fields(clash)["held"] == ["30/9/2025"]
    send(browser, send(browser, clash, "look"), "save")
    text = file.read_text(encoding="utf-8")
    assert ("2025-09-29" in text, "2025-09-30" in text) == (True, True)


def test_a_body_that_moved_in_the_file_is_not_taken_for_another(browser, file):
    mine = look(browser, held="30/9/2025")
    text = file.read_text(encoding="utf-8")
    file.write_text(
        text.replace("governance:\n", "governance:\n  - {body: New Group, every: year}\n"), encoding="utf-8"
    )
    found = send(browser, mine, "save")
    assert found.status == 404
    assert "another body stands in this place by now; nothing was written" in found.words
    assert "30/9/2025" in found.words
    assert "2025-09-30" not in file.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "path", ["/body/young-carers/99", "/body/young-carers/-1", "/body/none/0", "/body/young-carers/1/update"]
)
def test_there_is_no_other_body(browser, path):
    assert browser.get(path).status == 404
