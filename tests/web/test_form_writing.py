"""A form is shown, then what it would change, and only then it is written; nothing that was typed is ever lost."""

from html import unescape

import pytest

from tests.cli.repository import Repository
from tests.web.forms import fields

ACTION = "/action/young-carers/seen-02"


@pytest.fixture
def file(small):
    """The file that the action stands in."""
    return small / "strategies" / "young-carers.yaml"


def send(browser, answer, form, step, **typed):
    """Type into the form of a page and press a button."""
    return browser.post(f"{ACTION}/{form}", fields(answer) | typed | {"step": step})


def look(browser, form, **typed):
    """Open a form, type into it, and continue."""
    return send(browser, browser.get(f"{ACTION}/{form}"), form, "look", **typed)


def test_a_form_holds_what_was_said_last_as_far_as_it_can_still_hold(browser):
    found = fields(browser.get(f"{ACTION}/update"))
    assert (found["state"], found["rag"], found["forecast"]) == (["in-progress"], ["red"], ["December 2025"])
    assert (found["on"], found["by"], found["note"]) == (["1 October 2025"], ["Group Manager"], [""])


def test_what_it_would_change_is_shown_and_nothing_is_written(browser, file):
    before = file.read_bytes()
    found = look(browser, "update", rag="amber", note="A supplier is found", forecast="31/1/26")
    assert "It is ▼ red, waiting now, and would be ▼ red, late" in found.words
    assert "153 days" in found.words
    assert "31 January 2026" in found.words
    assert "+          - on: 2025-10-01" in unescape(found.text)
    assert file.read_bytes() == before


def test_it_is_written_when_it_is_saved_and_the_next_page_says_so_once(browser, file):
    found = send(browser, look(browser, "update", rag="amber", note="A supplier\nis found"), "update", "save")
    assert "Saved." in found.words
    assert "A supplier is found" in found.words
    text = file.read_text(encoding="utf-8")
    assert "            note: |-\n              A supplier\n              is found\n" in text
    assert "by: Group Manager" in text
    assert "Saved." not in browser.get(ACTION).words


def test_what_is_typed_survives_looking_and_changing(browser):
    odd = "  <b>&amp;\"'</b>\n\n{{ 7 * 7 }} \\ Ž 日本 "
    page = look(browser, "update", rag="amber", note=odd, approved_by='"><script>')
    again = send(browser, page, "update", "change")
    assert fields(again)["note"] == [odd]
    assert fields(again)["approved_by"] == ['"><script>']
    assert "<script>" not in again.text


@pytest.mark.parametrize(
    ("form", "typed", "field", "words"),
    [
        (
            "update",
            {"rag": "amber", "note": ""},
            "note",
            "amber without a note: say what will be done about it: ‘What should",
        ),
        (
            "update",
            {"state": "complete", "rag": "red", "note": "x"},
            "rag",
            "an action that is complete has no red, amber or green",
        ),
        (
            "update",
            {"state": "paused", "rag": "", "forecast": "", "note": ""},
            "note",
            "paused without a reason: say why: ‘What should",
        ),
        ("update", {"forecast": "31/2/2026", "note": "x"}, "forecast", "‘When do you expect it’: "),
        ("update", {"forecast": "1/1/2025", "note": "x"}, "forecast", "lies before the update"),
        ("update", {"on": "1/1/2027", "note": "x"}, "on", "2027-01-01 has not come yet"),
        ("update", {"on": "soon", "note": "x"}, "on", "‘On which day do you say so’: "),
        ("update", {"by": "J. Doe", "note": "x"}, "by", "'J. Doe' owns nothing here: choose a post from the list"),
        ("update", {"state": "done", "note": "x"}, "state", "'done' is none of the answers: choose one of them"),
        ("no-change", {"on": "1/1/2027"}, "on", "has not come yet"),
        ("move", {"to": "1/5/2026"}, "why", "a due date does not move without a reason: say ‘Why does it move’"),
        ("move", {"why": "x"}, "to", "there is no date to move to: say ‘To which day’"),
        ("move", {"to": "1/5/2025", "why": "x"}, "to", "'seen-02' is due 2025-05-01 already: say another date"),
        ("move", {"to": "2/5/2025", "why": "x"}, "to", "2025-05-02 had passed on 2025-10-01"),
        ("move", {"to": "asap", "why": "x"}, "to", "‘To which day’"),
    ],
)
def test_a_mistake_stands_beside_its_field_and_above_the_form_and_what_was_typed_is_kept(
    browser, file, form, typed, field, words
):
    before = file.read_bytes()
    found = look(browser, form, **typed)
    assert found.text.count(f'id="{field}-fault"') == 1, found.words
    assert f'<a href="#{field}">' in found.text
    assert words in found.words
    assert "--" not in found.words
    assert {name: fields(found).get(name, [""])[0] for name in typed if name not in ("by", "state")} == {
        name: value for name, value in typed.items() if name not in ("by", "state")
    }
    again = send(browser, found, form, "save")
    assert ("-fault" in again.text) is (field not in ("by", "state"))  # no page of ours sends those back
    assert field in ("by", "state") or file.read_bytes() == before


def test_every_day_that_is_none_is_told_at_once(browser):
    found = look(browser, "update", on="31/2/2025", forecast="never", note="x")
    assert found.text.count('<p class="fault"') == 2


@pytest.mark.parametrize(
    ("typed", "held"),
    [
        ("3/4/2026", "2026-04-03"),
        ("03.04.26", "2026-04-03"),
        ("3 April 2026", "2026-04-03"),
        ("3rd of April 2026", "2026-04-03"),
        ("Fri 3 Apr 2026", "2026-04-03"),
        ("April 2026", "2026-04"),
        ("2026-04-03", "2026-04-03"),
        ("2026", "2026"),
    ],
)
def test_days_are_understood_as_britain_writes_them(browser, file, typed, held):
    page = look(browser, "move", to=typed, why="The printer moved")
    assert "Is this right?" in page.words
    send(browser, page, "move", "save")
    assert f"due: {held}\n" in file.read_text(encoding="utf-8")
    assert "why: The printer moved" in file.read_text(encoding="utf-8")


def test_nothing_has_changed_is_an_answer(browser, file):
    assert "Saved." in send(browser, look(browser, "no-change"), "no-change", "save").words
    assert "no_change: true" in file.read_text(encoding="utf-8")


def test_complete_is_offered_with_its_state(browser, file):
    assert f'{ACTION}/update?state=complete"' in browser.get(ACTION).text
    page = browser.get(f"{ACTION}/update?state=complete")
    page = send(browser, page, "update", "look", rag="", forecast="", note="Printed")
    assert "would be ✔" in page.words
    send(browser, page, "update", "save")
    assert "state: complete" in file.read_text(encoding="utf-8")


def test_steps_are_ticked_and_a_step_is_moved(browser, file):
    heard = "/action/young-carers/heard-01"
    page = browser.get(f"{heard}/update")
    page = browser.post(f"{heard}/update", fields(page) | {"step": "look", "tick": "2", "note": "Sent"})
    browser.post(f"{heard}/update", fields(page) | {"step": "save"})
    assert "{text: Invitations sent, due: 2025-10-10, done: 2025-10-01}" in file.read_text(encoding="utf-8")


def test_a_form_sent_twice_writes_once(browser, file):
    page = look(browser, "update", rag="amber", note="A supplier is found")
    send(browser, page, "update", "save")
    once = file.read_bytes()
    found = send(browser, page, "update", "save")
    assert "This is on record already, so nothing was written." in found.words
    assert file.read_bytes() == once


def test_two_people_on_one_item_see_both_texts_and_nothing_is_lost(browser, file):
    mine, theirs = (look(browser, "update", rag="amber", note=note) for note in ("My words", "Their words"))
    send(browser, theirs, "update", "save")
    once = file.read_bytes()
    clash = send(browser, mine, "update", "save")
    assert "Somebody else changed this while you were typing" in clash.words
    assert "Their words" in clash.words
    assert fields(clash)["note"] == ["My words"]
    assert file.read_bytes() == once
    page = send(browser, clash, "update", "look")
    send(browser, page, "update", "save")
    text = file.read_text(encoding="utf-8")
    assert ("My words" in text, "Their words" in text) == (True, True)


def test_a_clash_is_told_before_it_is_saved(browser):
    mine, theirs = browser.get(f"{ACTION}/update"), look(browser, "update", rag="amber", note="Their words")
    send(browser, theirs, "update", "save")
    clash = send(browser, mine, "update", "look", rag="red", note="My words")
    assert "Somebody else changed this" in clash.words
    assert fields(clash)["note"] == ["My words"]


def test_two_people_on_two_items_of_a_file_are_both_written(browser, file):
    other = "/action/young-carers/seen-07"
    mine = look(browser, "update", rag="amber", note="My words")
    page = browser.get(f"{other}/update")
    page = browser.post(f"{other}/update", fields(page) | {"note": "Their words", "step": "look"})
    assert "Saved." in browser.post(f"{other}/update", fields(page) | {"step": "save"}).words
    assert "Saved." in send(browser, mine, "update", "save").words
    text = file.read_text(encoding="utf-8")
    assert ("My words" in text, "Their words" in text) == (True, True)


def test_a_file_that_was_edited_by_hand_meanwhile_keeps_both(browser, file):
    mine = look(browser, "update", rag="amber", note="My words")
    text = file.read_text(encoding="utf-8")
    added = "      - {id: seen-00, text: A new first action}\n"
    file.write_text(text.replace("    actions:\n", f"    actions:\n{added}", 1), encoding="utf-8")
    assert "Saved." in send(browser, mine, "update", "save").words
    text = file.read_text(encoding="utf-8")
    assert added in text
    assert text.index("Write one form") < text.index("My words") < text.index("Offer a break")


def test_an_item_that_was_edited_by_hand_meanwhile_is_a_clash(browser, file):
    mine = look(browser, "update", rag="amber", note="My words")
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("No supplier yet", "Still none"), encoding="utf-8")
    clash = send(browser, mine, "update", "save")
    assert "Still none" in clash.words
    assert fields(clash)["note"] == ["My words"]


def test_a_pull_meanwhile_is_no_different(browser, small, file):
    repository = Repository(small)
    repository.commit("First", "2025-04-15")
    mine = look(browser, "update", rag="amber", note="My words")
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("title: Young carers are heard", "title: Young carers speak"), encoding="utf-8")
    repository.commit("Pulled", "2025-09-30")
    assert "Saved." in send(browser, mine, "update", "save").words
    assert "title: Young carers speak" in file.read_text(encoding="utf-8")


def test_a_file_that_was_broken_meanwhile_is_said_and_what_was_typed_is_kept(browser, file):
    mine = look(browser, "update", rag="amber", note="My words")
    broken = file.read_text(encoding="utf-8").replace("state: paused", "state: pausd")
    file.write_text(broken, encoding="utf-8")
    found = send(browser, mine, "update", "save")
    assert "the file has an error" in found.words
    assert "ask whoever keeps the files" in found.words
    assert fields(found)["note"] == ["My words"]
    assert file.read_text(encoding="utf-8") == broken


def test_an_item_that_went_away_is_said_with_what_was_typed(browser, file):
    mine = look(browser, "update", rag="amber", note="My words")
    file.write_text(file.read_text(encoding="utf-8").replace("seen-02", "seen-22"), encoding="utf-8")
    found = send(browser, mine, "update", "save")
    assert found.status == 404
    assert "My words" in found.words


def test_a_full_disk_is_said_and_what_was_typed_is_kept(browser, file, monkeypatch):
    from strategy_tracker.files import write

    def full(*_):
        raise OSError(28, "No space left on device")

    page, before = look(browser, "update", rag="amber", note="My words"), file.read_bytes()
    monkeypatch.setattr(write, "_write_new", full)
    found = send(browser, page, "update", "save")
    assert "No space left on device" in found.words
    assert fields(found)["note"] == ["My words"]
    assert file.read_bytes() == before


@pytest.mark.parametrize("secret", ["", "guessed", "é"])
def test_without_the_secret_of_the_form_nothing_is_written_and_nothing_is_lost(browser, file, secret):
    page, before = look(browser, "update", rag="amber", note="My words"), file.read_bytes()
    found = send(browser, page, "update", "save", secret=secret)
    assert "look at it once more" in found.words
    assert fields(found)["note"] == ["My words"]
    assert file.read_bytes() == before
    assert "Is this right?" in send(browser, found, "update", "look").words


@pytest.mark.parametrize("form", ["withdraw", "undo", "save", "..", "update%00"])
def test_there_is_no_other_form(browser, form):
    assert browser.get(f"{ACTION}/{form}").status == 404


@pytest.mark.parametrize(
    "path", ["/measure/schools-trained/update", "/measure/schools-trained/move", "/action/old-plan/none/update"]
)
def test_a_form_is_of_one_kind_of_thing(browser, path):
    assert browser.get(path).status == 404


@pytest.mark.parametrize(
    "typed", [{"tick": "99"}, {"tick": "../x"}, {"state": "x" * 5000}, {"seal": "x"}, {"step": "erase"}]
)
def test_what_no_page_sends_writes_nothing(browser, file, typed):
    page, before = browser.get(f"{ACTION}/update"), file.read_bytes()
    assert browser.post(f"{ACTION}/update", fields(page) | {"step": "look", "note": "x"} | typed).status == 200
    assert file.read_bytes() == before


def test_bytes_that_are_no_text_are_refused(browser, file):
    before = file.read_bytes()
    sent = {"Origin": f"http://{browser.name}", "Content_Type": "application/x-www-form-urlencoded"}
    for body in (b"note=%ff", b"\xff\xfe", b"&".join(b"a=b" for _ in range(600))):
        assert browser.ask("POST", f"{ACTION}/update", body, Content_Length=str(len(body)), **sent).status == 400
    assert file.read_bytes() == before


def test_a_character_that_nobody_can_see_is_refused(browser, file):
    before = file.read_bytes()
    found = look(browser, "update", rag="amber", note="a\u202eb")
    assert "nobody can see" in found.words
    assert file.read_bytes() == before
