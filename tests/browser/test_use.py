"""A page as somebody uses it: filters, links, the keyboard, paper, and the page that reloads itself."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from strategy_tracker.app.reporting.rebuild import ServedPages
from strategy_tracker.web.dashboard import dashboard_app
from strategy_tracker.web.run import listening, running
from tests.views.dashboard.conftest import made

SHOWN = """[...document.querySelectorAll('.item')].filter(one => one.offsetParent)
    .map(one => one.querySelector('.what,a').textContent)"""


def choose(page, name, value):
    """Fill in a filter, or choose of its list."""
    if name == "q":
        page.fill("[name=q]", value)
    else:
        page.select_option(f"[name={name}]", value)


def status(page):
    """How many are shown, as it is said to those who do not see them."""
    return page.get_by_role("status").text_content()


@pytest.fixture
def both(page, pages):
    """The page of two strategies, opened."""
    page.goto(pages["both"].as_uri())
    return page


def test_everything_is_shown_at_first(both):
    assert status(both) == "Showing all 19."
    assert len(both.evaluate(SHOWN)) == 19


@pytest.mark.parametrize(
    ("name", "value", "first", "number"),
    [
        ("q", "DROP-in", "Open a drop-in", 1),
        ("q", "supplier form", "Write one form for all services", 1),
        ("owner", "Group Manager", "Write one form for all services", 1),
        ("colour", "red", "Write one form for all services", 3),
        ("priority", "p.young-carers.heard", "Hold a yearly forum", 2),
    ],
)
def test_a_filter_keeps_what_it_says_and_hides_what_is_then_empty(both, name, value, first, number):
    choose(both, name, value)
    shown = both.evaluate(SHOWN)
    assert (shown[0], len(shown)) == (first, number)
    assert status(both) == f"Showing {number} of 19."
    assert both.evaluate("""[...document.querySelectorAll('.priority')]
        .every(one => !one.offsetParent || one.querySelector('.item:not([hidden])'))""")


def test_a_filter_is_in_the_address_and_can_be_sent_to_somebody(both, pages):
    choose(both, "colour", "red")
    choose(both, "owner", "Performance Team")
    address = both.url
    assert address == f"{pages['both'].as_uri()}#?owner=Performance%20Team&colour=red"
    both.goto("about:blank")
    both.goto(address)
    assert both.evaluate(SHOWN) == ["Days until a first break"]
    both.click(".filters button")
    assert status(both) == "Showing all 19."
    assert both.evaluate("location.hash") == ""


def test_an_address_with_nonsense_in_it_shows_everything(page, pages):
    page.goto(f"{pages['both'].as_uri()}#?owner=%E0%A4%A&colour=purple&x")
    assert status(page) == "Showing all 19."


def test_order_can_be_chosen_and_undone(both):
    before = both.evaluate(SHOWN)
    choose(both, "sort", "rank")
    ranks = "[...document.querySelectorAll('.items')].map(l => [...l.children].map(i => +i.dataset.rank))"
    assert all(found == sorted(found) for found in both.evaluate(ranks))
    choose(both, "sort", "title")
    choose(both, "sort", "")
    assert both.evaluate(SHOWN) == before


def test_rows_of_strategies_are_filtered_where_each_has_a_page(page, pages):
    page.goto(pages["apart"].as_uri())
    choose(page, "colour", "red")
    assert page.evaluate(SHOWN) == ["Young Carers Strategy 2025–2028"]
    assert status(page) == "Showing 1 of 2."


def test_a_link_opens_what_it_leads_to_whatever_is_filtered(both):
    choose(both, "q", "drop-in")
    both.click('.panel a[href*="seen-02"]')
    both.wait_for_selector('[id="a.young-carers.seen-02"] details[open]')
    assert status(both) == "Showing all 19."


def test_everything_can_be_reached_and_done_with_the_keyboard_alone(page, pages):
    page.goto(pages["one"].as_uri())
    focus = "var on = document.activeElement; `${on.tagName} ${on.name || on.textContent.slice(0, 19)}`"
    seen = []
    for _ in range(60):
        page.keyboard.press("Tab")
        seen.append(page.evaluate(focus))
        outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert outline != "none" or seen[-1].startswith("BODY"), seen[-1]
    assert seen[0] == "A Skip to the content"
    order = [
        "A Write one form for ",
        "SUMMARY All that needs some",
        "INPUT q",
        "SELECT owner",
        "SELECT sort",
        "BUTTON Clear",
    ]
    places = [seen.index(one.strip()) if one.strip() in seen else seen.index(one) for one in order]
    assert places == sorted(places)
    page.focus(".item summary")
    page.keyboard.press("Enter")
    assert page.evaluate("document.querySelector('.item details').open")


@pytest.mark.parametrize("name", ["one", "one without a script"])
def test_a_closed_part_is_open_on_paper_and_what_only_a_screen_needs_is_not_there(page, pages, name):
    page.goto(pages[name].as_uri())
    reader = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))
    text = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
    assert "No supplier yet" in text
    assert "How are we doing?" in text
    assert "Skip to" not in text
    assert "Clear" not in text
    assert [round(float(side)) for side in reader.pages[0].mediabox[2:]] == [595, 842]
    assert page.evaluate("document.querySelector('.item details').open") is False


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
