"""Every page in a real browser: no barrier that axe-core knows, nothing too wide, nothing asked of anybody, valid."""

import calendar
import json
import subprocess

import pytest

from strategy_tracker.views.papers.build import VIEWS

MONTHS = list(calendar.month_name)[1:]
WIDTHS = (320, 768, 1600)
LONG = """document.querySelectorAll('h1, .counts tbody th a, .jump a, .priority h3, .priority h4, .needs a, .item b')
.forEach(one => { one.textContent = 'W'.repeat(200) }); 0"""
"""Makes one long word of every title."""
MARKS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PAGES = ("one", "both", "apart", "strategy", "fault", "house")
OPEN = "document.querySelectorAll('details').forEach(one => { one.open = true }); 0"
EVERYWHERE = [(page, width, dark) for page in ("both", "apart") for width in WIDTHS for dark in (False, True)]
ELSEWHERE = [(page, width, dark) for page in PAGES for width, dark in ((320, True), (1600, False))]
REPORTS = [(f"report {view}", width, width == 320) for view in VIEWS for width in (320, 1600)]


@pytest.mark.parametrize(("name", "width", "dark"), sorted({*EVERYWHERE, *ELSEWHERE, *REPORTS}))
def test_axe_finds_nothing_and_nothing_is_too_wide(page, axe, pages, name, width, dark):
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme="dark" if dark else "light")
    page.goto(pages[name].as_uri())
    page.evaluate(OPEN)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.evaluate(f"{axe}; 0")
    asked = {"resultTypes": ["violations"], "runOnly": MARKS}
    found = page.evaluate(
        "asked => axe.run(document, asked).then(r => r.violations.map(v => [v.id, v.nodes.map(n => n.html)]))", asked
    )
    assert found == []


@pytest.mark.parametrize("width", [320, 1600])
@pytest.mark.parametrize("name", ["one", "apart"])
def test_a_word_that_is_wider_than_the_page_is_broken(page, pages, name, width):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(pages[name].as_uri())
    page.evaluate(OPEN)
    page.evaluate(LONG)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


BROKEN = """() => [...document.querySelectorAll('td')].flatMap(td => [...td.childNodes].flatMap(node => {
  if (node.nodeType != 3) return []
  const range = document.createRange()
  return [...node.data.matchAll(/[A-Za-z]{3,12}/g)].filter(word => {
    range.setStart(node, word.index), range.setEnd(node, word.index + word[0].length)
    return range.getClientRects().length > 1 }).map(word => word[0]) }))"""
"""The words of usual length in cells that stand on two lines."""


@pytest.mark.parametrize("name", ["report pack", "report actions", "report scorecard"])
def test_no_month_is_broken_on_a_tablet(page, pages, name):
    page.set_viewport_size({"width": 768, "height": 900})
    page.goto(pages[name].as_uri())
    assert set(page.evaluate(BROKEN)) & set(MONTHS) == set()


@pytest.mark.parametrize("name", PAGES)
def test_the_browser_has_nothing_to_complain_of_and_nothing_is_asked_of_anybody(
    page, complaints, requests, pages, name
):
    page.goto(pages[name].as_uri())
    page.evaluate("0")
    assert [line for line in complaints if name != "fault" or "version" not in line] == []
    assert requests == [pages[name].as_uri()]


def test_the_policy_stops_a_script_that_is_not_ours(page, complaints, pages):
    page.goto(pages["one"].as_uri())
    page.evaluate(
        "var s = document.createElement('script'); s.textContent = 'window.hacked = 1'; document.body.append(s); 0"
    )
    assert page.evaluate("typeof window.hacked") == "undefined"
    assert any("Content Security Policy" in line for line in complaints)


@pytest.mark.parametrize("name", PAGES)
def test_all_that_is_pressed_is_large_enough(page, pages, name):
    page.set_viewport_size({"width": 320, "height": 900})
    page.goto(pages[name].as_uri())
    small = page.evaluate(
        "[...document.querySelectorAll('button,select,input,summary')].map(e => e.getBoundingClientRect())"
        ".filter(r => r.height < 24 || r.width < 24).length"
    )
    assert small == 0


def test_the_pages_are_valid(vnu, pages):
    """The checker works out no hash of a policy, and warns of every style and script that is allowed by one."""
    command = [*vnu, "--format", "json", "--stdout", "--exit-zero-always", *map(str, pages.values())]
    told = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)["messages"]
    wrong = [one for one in told if "Content Security Policy" not in one["message"]]
    assert [(one["url"].rpartition("/")[2], one["message"], one.get("extract")) for one in wrong] == []
