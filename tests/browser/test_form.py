"""The form in a real browser: no barrier that axe-core knows, the keyboard alone, no script, and two people at once."""

import re

import pytest

pytest.importorskip("starlette", reason="needs the extra 'serve'")

from strategy_tracker.app.serving.desk import Desk
from strategy_tracker.web.form_app import form_app
from strategy_tracker.web.gate import house
from strategy_tracker.web.run import listening, running
from tests.app.conftest import DAY
from tests.browser.test_pages import MARKS, WIDTHS
from tests.cli.conftest import write_portfolio

ACTION = "/action/young-carers/seen-02"
PAGES = {
    "what waits": "/",
    "a post": "/waiting?post=Group%20Manager",
    "everything": "/everything?q=form",
    "a strategy": "/strategy/young-carers",
    "an action": ACTION,
    "a measure": "/measure/schools-trained",
    "an update": f"{ACTION}/update",
    "a move": "/action/young-carers/heard-01/move",
    "figures": "/measure/schools-trained/record",
    "a revision": "/measure/schools-trained/revise",
    "a body": "/body/young-carers/1",
    "a meeting": "/body/young-carers/1/meeting",
    "nothing": "/nothing",
}


@pytest.fixture
def served(tmp_path):
    """The folder of a portfolio whose form is served, and the address that lets somebody in."""
    root = write_portfolio(tmp_path / "portfolio")
    with listening(0) as taken:
        port = taken.getsockname()[1]
        made = house(port)
        with running(form_app(Desk(root, lambda: DAY), made), taken):
            yield root, f"http://127.0.0.1:{port}", f"/enter?token={made.token}"


@pytest.fixture
def address(page, served):
    """The address of the form, which the browser was let in to."""
    _, address, entrance = served
    page.goto(address + entrance)
    page.set_default_timeout(5_000)
    yield address
    page.goto("about:blank")  # its connections would outlive the server


def held(root):
    """What the file of the action holds."""
    return (root / "strategies" / "young-carers.yaml").read_text(encoding="utf-8")


def faulty(page, address):
    """A form with mistakes above it and beside its fields."""
    page.goto(f"{address}{ACTION}/update")
    page.get_by_label("When do you expect it?").fill("never")
    page.get_by_label("On which day do you say so?").fill("31/2/2025")
    page.get_by_role("button", name="Continue").click()
    page.wait_for_selector(".faults")


def previewed(page, address, note="A printer is found"):
    """What an update would change."""
    page.goto(f"{address}{ACTION}/update")
    page.get_by_label("What should the board know?").fill(note)
    page.get_by_role("button", name="Continue").click()
    page.wait_for_selector("h1:text-is('Is this right?')")


def clashing(page, address):
    """The form after somebody else changed its action: both texts are on it."""
    previewed(page, address, "My words")
    other = page.context.new_page()
    previewed(other, address, "Their words")
    other.get_by_role("button", name="Save it").click()
    other.wait_for_selector(".said")
    other.close()
    page.get_by_role("button", name="Save it").click()
    page.wait_for_selector(".faults")


STEPS = {"mistakes": faulty, "a preview": previewed, "a clash": clashing}


@pytest.mark.parametrize("name", [*PAGES, *STEPS])
def test_axe_finds_nothing_nothing_is_too_wide_and_all_that_is_pressed_is_large_enough(page, address, axe, name):
    page.goto(address + PAGES[name]) if name in PAGES else STEPS[name](page, address)
    page.evaluate(f"{axe}; 0")
    asked = {"resultTypes": ["violations"], "runOnly": MARKS}
    for width in WIDTHS:
        for dark in (False, True):
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme="dark" if dark else "light")
            found = page.evaluate(
                "asked => axe.run(document, asked).then(r => r.violations.map(v => [v.id, v.nodes.map(n => n.html)]))",
                asked,
            )
            assert (width, dark, found) == (width, dark, [])
            assert page.evaluate("document.documentElement.scrollWidth") <= width
    small = page.evaluate(
        "[...document.querySelectorAll('button,select,input:not([type=hidden]),textarea,summary,.button')]"
        ".map(e => e.getBoundingClientRect()).filter(r => r.height < 24 || r.width < 24).length"
    )
    assert small == 0


@pytest.mark.parametrize("name", [*PAGES, *STEPS])
def test_the_browser_has_nothing_to_complain_of_and_asks_nobody_else(page, address, complaints, requests, name):
    page.goto(address + PAGES[name]) if name in PAGES else STEPS[name](page, address)
    assert [line for line in complaints if name != "nothing" or "404" not in line] == []
    assert {re.match(r"https?://[^/]+", one)[0] for one in requests if not one.startswith("data:")} == {address}


@pytest.mark.parametrize("name", PAGES)
def test_every_page_names_itself_and_has_one_heading_of_the_first_level(page, address, name):
    page.goto(address + PAGES[name])
    assert page.locator("h1").count() == 1
    assert page.locator("h1").inner_text() in page.title()
    assert page.locator("html").get_attribute("lang") == "en-GB"


def tab_to(page, name):
    """Press Tab until something of this name has the focus, which can be seen on everything on the way."""
    for _ in range(60):
        page.keyboard.press("Tab")
        found = page.evaluate(
            "(() => { const e = document.activeElement; const s = getComputedStyle(e);"
            " return [/INPUT|AREA|SELECT/.test(e.tagName) ? e.name : e.textContent.trim(), s.outlineStyle] })()"
        )
        assert found[1] != "none" or page.evaluate("document.activeElement === document.body"), found
        if found[0] == name:
            return
    raise AssertionError(name)


def test_an_update_is_said_with_the_keyboard_alone(page, address, served):
    page.goto(address + ACTION)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    tab_to(page, "Say how it is going")
    page.keyboard.press("Enter")
    page.wait_for_selector("h1:text-is('Say how it is going')")
    tab_to(page, "rag")
    page.keyboard.press("ArrowUp")
    tab_to(page, "note")
    page.keyboard.type("The printer is late")
    tab_to(page, "Continue")
    page.keyboard.press("Enter")
    page.wait_for_selector("h1:text-is('Is this right?')")
    tab_to(page, "The lines of the file that change")
    page.keyboard.press("Enter")
    assert page.locator("pre.diff").is_visible()
    tab_to(page, "Save it")
    page.keyboard.press("Enter")
    page.wait_for_selector(".said")
    assert "note: The printer is late" in held(served[0])
    assert "rag: amber" in held(served[0])


def test_after_a_mistake_the_focus_is_on_the_list_of_them_which_leads_to_each(page, address):
    faulty(page, address)
    page.wait_for_selector(".faults:focus")  # a browser gives the focus a moment after it has loaded the page
    assert page.title().startswith("Error: ")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_function("document.activeElement.name === 'forecast'")
    about = page.get_by_label("When do you expect it?")
    assert about.get_attribute("aria-invalid") == "true"
    assert "forecast-fault" in about.get_attribute("aria-describedby")
    assert about.input_value() == "never"


def test_two_people_on_one_action_see_both_texts_and_neither_is_lost(page, address, served):
    clashing(page, address)
    assert "Their words" in page.locator(".faults").inner_text()
    assert page.get_by_label("What should the board know?").input_value() == "My words"
    page.get_by_role("button", name="Continue").click()
    page.get_by_role("button", name="Save it").click()
    page.wait_for_selector(".said")
    assert ("My words" in held(served[0]), "Their words" in held(served[0])) == (True, True)


def test_it_all_works_without_a_script(chromium, served):
    root, address, entrance = served
    with chromium.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844}) as context:
        page = context.new_page()
        page.set_default_timeout(5_000)
        page.goto(address + entrance)
        page.get_by_role("link", name="Group Manager").click()
        page.get_by_role("link", name="Write one form").click()
        page.get_by_role("link", name="Move its date").click()
        page.get_by_label("To which day?").fill("3/4/26")
        page.get_by_label("Why does it move?").fill("The printer\nis late")
        page.get_by_role("button", name="Continue").click()
        assert "3 April 2026" in page.locator("main").inner_text()
        page.get_by_role("button", name="Save it").click()
        assert "Saved." in page.locator(".said").inner_text()
    assert "due: 2026-04-03" in held(root)


def test_a_page_of_another_origin_cannot_write(page, address, served, tmp_path):
    """Another site may send a form here in somebody's browser, with its cookie: it is not heard."""
    before = held(served[0])
    evil = tmp_path / "evil.html"
    evil.write_text(
        f'<form method="post" action="{address}{ACTION}/update"><input name="note" value="evil">'
        '<input name="step" value="save"><button>Win</button></form>',
        encoding="utf-8",
    )
    page.goto(evil.as_uri())
    with page.expect_response(lambda answer: answer.request.method == "POST") as sent:
        page.get_by_role("button", name="Win").click()
    assert sent.value.status == 403
    assert held(served[0]) == before
