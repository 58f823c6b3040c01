"""A page as somebody uses it: filters, links, the keyboard, paper, and the page that reloads itself."""

import time
from io import BytesIO
from threading import Thread

import pytest
from pypdf import PdfReader

from strategy_tracker.cli.serving import Server, Shown
from tests.views.dashboard.conftest import made

SHOWN = """[...document.querySelectorAll('.item')].filter(one => one.offsetParent)
    .map(one => one.querySelector('.what,a').textContent)"""
STATUS = "document.querySelector('[role=status]').textContent"


def choose(chromium, name, value):
    kind = "input" if name == "q" else "change"
    chromium.run(
        f"var c = document.querySelector('[name={name}]'); c.value = {value!r}; c.dispatchEvent(new Event('{kind}')); 0"
    )
    assert chromium.run(f"document.querySelector('[name={name}]').value") == value


@pytest.fixture
def page(chromium, pages):
    chromium.look(1280)
    chromium.open(pages["both"])
    return chromium


def test_everything_is_shown_at_first(page):
    assert page.run(STATUS) == "Showing all 19."
    assert len(page.run(SHOWN)) == 19


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
def test_a_filter_keeps_what_it_says_and_hides_what_is_then_empty(page, name, value, first, number):
    choose(page, name, value)
    shown = page.run(SHOWN)
    assert (shown[0], len(shown)) == (first, number)
    assert page.run(STATUS) == f"Showing {number} of 19."
    assert page.run("""[...document.querySelectorAll('.priority')]
        .every(one => !one.offsetParent || one.querySelector('.item:not([hidden])'))""")


def test_a_filter_is_in_the_address_and_can_be_sent_to_somebody(page, pages):
    choose(page, "colour", "red")
    choose(page, "owner", "Performance Team")
    address = page.run("location.href")
    assert address == f"{pages['both'].as_uri()}#?owner=Performance%20Team&colour=red"
    page.open(address)
    assert page.run(SHOWN) == ["Days until a first break"]
    page.run("document.querySelector('.filters button').click(); 0")
    assert page.run(STATUS) == "Showing all 19."
    assert page.run("location.hash") == ""


def test_an_address_with_nonsense_in_it_shows_everything(page, pages):
    page.open(f"{pages['both'].as_uri()}#?owner=%E0%A4%A&colour=purple&x")
    assert page.run(STATUS) == "Showing all 19."


def test_order_can_be_chosen_and_undone(page):
    before = page.run(SHOWN)
    choose(page, "sort", "rank")
    ranks = "[...document.querySelectorAll('.items')].map(l => [...l.children].map(i => +i.dataset.rank))"
    assert all(found == sorted(found) for found in page.run(ranks))
    choose(page, "sort", "title")
    choose(page, "sort", "")
    assert page.run(SHOWN) == before


def test_rows_of_strategies_are_filtered_where_each_has_a_page(chromium, pages):
    chromium.look(1280)
    chromium.open(pages["apart"])
    choose(chromium, "colour", "red")
    assert chromium.run(SHOWN) == ["Young Carers Strategy 2025–2028"]
    assert chromium.run(STATUS) == "Showing 1 of 2."


def test_a_link_opens_what_it_leads_to_whatever_is_filtered(page):
    choose(page, "q", "drop-in")
    page.run("document.querySelector('.panel a[href*=\"seen-02\"]').click(); 0")
    page.run("new Promise(done => setTimeout(done, 50))")
    assert page.run("document.getElementById('a.young-carers.seen-02').querySelector('details').open")
    assert page.run(STATUS) == "Showing all 19."


def test_everything_can_be_reached_and_done_with_the_keyboard_alone(chromium, pages):
    chromium.look(1280)
    chromium.open(pages["one"])
    focus = "var on = document.activeElement; `${on.tagName} ${on.name || on.textContent.slice(0, 19)}`"
    seen = []
    for _ in range(60):
        chromium.press("Tab")
        seen.append(chromium.run(focus))
        outline = chromium.run("getComputedStyle(document.activeElement).outlineStyle")
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
    chromium.run("document.querySelector('.item summary').focus(); 0")
    chromium.press("Enter")
    assert chromium.run("document.querySelector('.item details').open")


def test_a_closed_part_is_open_on_paper_and_what_only_a_screen_needs_is_not_there(chromium, pages, tmp_path):
    for name in ("one", "one without a script"):
        chromium.look(1280)
        chromium.open(pages[name])
        chromium.paper(tmp_path / "page.pdf")
        reader = PdfReader(BytesIO((tmp_path / "page.pdf").read_bytes()))
        text = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
        assert "No supplier yet" in text
        assert "How are we doing?" in text
        assert "Skip to" not in text
        assert "Clear" not in text
        assert [round(float(side)) for side in reader.pages[0].mediabox[2:]] == [595, 842]
    assert chromium.run("document.querySelector('.item details').open") is False


def test_a_served_page_replaces_itself_when_there_is_a_newer_one(chromium, pages, tmp_path):
    root = tmp_path / "portfolio"
    (root / "strategies").mkdir(parents=True)
    file = root / "strategies" / "a.yaml"
    shown = []
    for number in ("1", "2"):
        file.write_text(f"id: a\ntitle: Version {number}\nstarts: 2025-04-01\npriorities: []\n", encoding="utf-8")
        made(root, tmp_path / number, version=number)
        shown.append(Shown(number, {"/": tmp_path / number / "index.html"}))
    with Server(0) as server:
        server.shown = shown[0]
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        chromium.open(f"http://127.0.0.1:{server.port}/")
        assert chromium.run("document.querySelector('h1').textContent") == "Version 1"
        assert chromium.complaints() == []
        server.shown = shown[1]
        until = time.monotonic() + 20
        while chromium.run("document.querySelector('h1')?.textContent") != "Version 2":
            assert time.monotonic() < until
            time.sleep(0.1)
        chromium.open("about:blank")
        server.shutdown()
        thread.join()
