"""A page as somebody uses it: filters, links, the keyboard, paper, and the page that reloads itself."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from strategy_tracker.app.reporting.rebuild import ServedPages
from strategy_tracker.web.dashboard import dashboard_app
from strategy_tracker.web.run import listening, running
from tests.views.dashboard.conftest import made

SHOWN = """[...document.querySelectorAll('.item')].filter(one => one.checkVisibility())
    .map(one => one.querySelector('.what b').textContent)"""
OPEN = "document.querySelectorAll('details').forEach(one => { one.open = true }); 0"


@pytest.fixture
def both(page, pages):
    """The page of two strategies, with everything in it opened."""
    page.goto(pages["both"].as_uri())
    page.evaluate(OPEN)
    return page


def test_everything_is_shown_at_first(both):
    assert len(both.evaluate(SHOWN)) == 19


@pytest.mark.parametrize(
    ("name", "first", "number"),
    [
        ("Red", "Write one form for all services", 3),
        ("Needs somebody", "Write one form for all services", 5),
        ("Complete", "Name a lead in each school", 1),
        ("All", "Write one form for all services", 19),
    ],
)
def test_a_choice_keeps_what_it_says_and_hides_what_is_then_empty(both, name, first, number):
    both.get_by_role("radio", name=name).check()
    shown = both.evaluate(SHOWN)
    assert (shown[0], len(shown)) == (first, number)
    assert both.evaluate("""[...document.querySelectorAll('.priority')]
        .every(one => !one.checkVisibility() || [...one.querySelectorAll('.item')].some(it => it.checkVisibility()))""")


def test_the_choice_is_one_folded_line_on_a_phone(page, pages):
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(pages["one"].as_uri())
    assert page.evaluate("document.querySelector('.filter').getBoundingClientRect().height") < 50
    assert not page.get_by_role("radio").first.is_visible()


def test_a_link_opens_the_priority_that_holds_what_it_leads_to(page, pages):
    page.goto(pages["one"].as_uri())
    page.click('.needs a[href*="seen-02"]')
    assert page.locator('[id="a.young-carers.seen-02"]').is_visible()


def test_everything_can_be_reached_and_done_with_the_keyboard_alone(page, pages):
    page.goto(pages["one"].as_uri())
    focus = "var on = document.activeElement; `${on.tagName} ${on.textContent.trim().slice(0, 18)}`"
    seen = []
    for _ in range(40):
        page.keyboard.press("Tab")
        seen.append(page.evaluate(focus))
        outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert outline != "none" or seen[-1].startswith("BODY"), seen[-1]
    order = ["A Skip to the conten", "A Write one form for", "SUMMARY Show all, or only ", "SUMMARY Young carers are s"]
    places = [seen.index(one) for one in order]
    assert places == sorted(places)
    page.focus(".priority summary")
    page.keyboard.press("Enter")
    assert page.evaluate("document.querySelector('.priority').open")


def test_a_closed_part_is_open_on_paper_and_what_only_a_screen_needs_is_not_there(page, pages):
    page.goto(pages["one"].as_uri())
    reader = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))
    text = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
    assert "No supplier yet" in text
    assert "Where each priority stands" in text
    assert "Skip to" not in text
    assert "or only some" not in text
    assert [round(float(side)) for side in reader.pages[0].mediabox[2:]] == [595, 842]
    assert page.evaluate("document.querySelector('.priority').open") is False


def test_a_served_page_replaces_itself_when_there_is_a_newer_one(page, complaints, tmp_path):
    root = tmp_path / "portfolio"
    (root / "strategies").mkdir(parents=True)
    file = root / "strategies" / "a.yaml"
    shown = []
    for number in ("1", "2"):
        file.write_text(f"id: a\ntitle: Version {number}\nstarts: 2025-04-01\npriorities: []\n", encoding="utf-8")
        made(root, tmp_path / number, version=number)
        shown.append(ServedPages(number, {"/": tmp_path / number / "index.html"}))
    newest = [shown[0]]
    with listening(0) as taken, running(dashboard_app(lambda: newest[0], taken.getsockname()[1]), taken):
        page.goto(f"http://127.0.0.1:{taken.getsockname()[1]}/")
        page.wait_for_selector("h1:text-is('Version 1')")
        assert complaints == []
        newest[0] = shown[1]
        page.wait_for_selector("h1:text-is('Version 2')", timeout=20_000)
        page.goto("about:blank")
