"""Every page stands alone, is safe, and can be read in order without a style or a script."""

import base64
import hashlib
import re
from itertools import pairwise

import pytest
from ruamel.yaml import YAML

from strategy_tracker.model.branding import Branding
from strategy_tracker.model.colour import WORST_FIRST
from strategy_tracker.model.names.labels import HEADINGS, LABELS
from strategy_tracker.views.dashboard.page_frame import PageFrame, around, fault, is_ours
from strategy_tracker.views.sheet import MARKS
from strategy_tracker.views.templates import read_template

from .conftest import made, page
from .pages import Page

STYLE = "\n" + "".join(map(read_template, ("kit.css", "dashboard.css")))
RELOAD = "\n" + read_template("reload.js")
PAGES = ("carers", "both", "shipped")


@pytest.fixture(params=PAGES)
def any_page(request):
    return request.getfixturevalue(request.param)


def digest(text):
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def policy(found):
    (text,) = [one["content"] for one, _ in found.all("meta") if "http-equiv" in one]
    return dict(part.split(" ", 1) for part in text.split("; "))


def raw(found, name):
    return ["".join(inside) for tag, _, inside in found.elements if tag == name]


def test_the_policy_allows_this_style_and_nothing_else(any_page):
    assert policy(any_page) == {
        "default-src": "'none'",
        "style-src": digest(STYLE),
        "img-src": "data:",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    assert raw(any_page, "style") == [STYLE]
    assert raw(any_page, "script") == []


def test_nothing_is_fetched_and_no_handler_or_style_stands_in_a_tag(any_page):
    for tag, attributes, _ in any_page.elements:
        assert tag not in {"link", "iframe", "object", "embed", "base", "form", "img", "use", "image"}
        for name, value in attributes.items():
            assert not name.startswith("on")
            assert name not in {"style", "src", "srcset", "xlink:href"}
            assert name != "href" or value.startswith("#")
    assert not re.search(r"@import|url\(", STYLE)
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|new Function", RELOAD)


def test_every_link_leads_to_something_and_no_two_things_share_a_name(any_page):
    ids = any_page.ids()
    assert len(ids) == len(set(ids))
    for attributes, words in any_page.all("a"):
        assert attributes["href"][1:] in ids, words
        assert words


def test_every_reference_to_a_name_is_to_one_that_is_there(any_page):
    ids = set(any_page.ids())
    for _, attributes, _ in any_page.elements:
        assert set((attributes.get("aria-labelledby") or "").split()) <= ids


def test_headings_step_down_one_at_a_time_under_one_title(any_page):
    levels = [int(tag[1]) for tag, _, _ in any_page.elements if re.fullmatch(r"h\d", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_it_is_british_english_with_its_parts_named(any_page):
    tags = [tag for tag, _, _ in any_page.elements]
    assert any_page.all("html")[0][0] == {"lang": "en-GB"}
    assert [tag for tag in tags if tag in ("header", "main", "footer")] == ["header", "main", "footer"]
    assert any_page.elements[tags.index("body") + 1][1]["href"] == "#content"


def test_the_day_stands_at_the_top_and_the_commit_at_the_end_only(carers):
    ((_, top),), ((_, foot),) = carers.all("header"), carers.all("footer")
    assert "As at 1 October 2025." in top
    assert "commit" not in top
    assert re.search(r"As at 1 October 2025, made from commit [0-9a-f]{7} of 30 September 2025", foot)


def test_every_table_has_a_caption_and_every_heading_a_scope(any_page):
    assert len(any_page.all("caption")) == len(any_page.all("table"))
    assert all(words for _, words in any_page.all("caption"))
    assert all(attributes["scope"] in ("row", "col", "colgroup") for attributes, _ in any_page.all("th"))


def test_no_colour_stands_alone(any_page):
    tinted = any_page.all("span", "tint")
    assert tinted
    for attributes, words in tinted:
        assert words.startswith(MARKS[attributes["class"].split()[1]])
        assert re.search(r"\w", words)


def test_a_number_in_a_colour_stands_under_the_mark_and_the_word_of_that_colour(carers):
    (_, table), (_, over_time) = carers.all("table", "counts")
    assert over_time.startswith("The same as a table When")
    assert table.startswith("Where each priority stands ActionsMeasures Priority")
    heads = [words for attributes, words in carers.all("th") if attributes.get("scope") == "col"]
    assert heads[1:6] == ["✔Complete", "●Green", "◆Amber", "▼Red", "○No colour"]
    cells = [(attributes["data-label"], words) for attributes, words in carers.all("td") if "data-label" in attributes]
    assert ("Red", "1") in cells


def test_the_first_screen_has_the_table_then_what_needs_somebody_then_the_priorities(carers):
    words = carers.words()
    asked = ("1 action is late", "Where each priority stands", "What needs somebody", "The priorities")
    wanted = (*asked, "Young carers are seen", "Actions (8)", "Write one form", "Measures (7)", "This page")
    place = words.index("Skip to the content")
    for part in wanted:
        place = words.index(part, place)


def test_priorities_are_folded_with_a_list_to_jump_by(carers):
    folded = [attributes for attributes, _ in carers.all("details", "priority")]
    assert [attributes["id"] for attributes in folded] == ["p.young-carers.seen", "p.young-carers.heard"]
    assert not any("open" in attributes for attributes in folded)
    ((_, words),) = carers.all("nav", "jump")
    assert words == "Young carers are seen Young carers are heard"


def test_the_worst_actions_stand_first(carers):
    colours = [attributes["data-colour"] for attributes, _ in carers.all("li", "item")][:3]
    assert colours == sorted(colours, key=WORST_FIRST.index)


def test_the_reading_order_of_an_action_is_colour_words_reason_history(carers):
    _, words = next(found for found in carers.all("li", "item") if found[0]["id"] == "a.young-carers.seen-02")
    wanted = (
        "Write one form for all services",
        "Group Manager",
        "▼ red",
        "overdue by 153 days",
        "No supplier yet",
        "Why this colour:",
        "Now expected",
        "History: what was said",
        "Moves of the due date",
        "The printer withdrew",
    )
    places = [words.find(part) for part in wanted]
    assert -1 not in places, dict(zip(wanted, places, strict=True))
    assert places == sorted(places)


def test_a_measure_has_its_reason_its_chart_and_the_figures_of_the_chart(carers):
    _, words = next(found for found in carers.all("li", "item") if found[0].get("id") == "m.schools-trained")
    for part in ("Why this colour: 88% misses the target", "2024/25 Q2", "suppressed", "76.5%", "Two schools to come"):
        assert part in words
    assert [attributes["class"] for attributes, _ in carers.all("svg") if "class" in attributes] == ["bars"]
    assert len(carers.all("svg")) == 3


def test_a_measure_that_serves_two_priorities_is_told_once_and_linked_from_the_other(small, tmp_path):
    path = small / "strategies" / "young-carers.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("measures: [calls]", "measures: [calls, waiting]"))
    found = Page(page(small, tmp_path / "made", "young-carers"))
    items = [(one, words) for one, words in found.all("li", "item") if "Days until a first break" in words]
    assert [one.get("id") for one, _ in items] == ["m.waiting", None]
    assert "Told whole where it is first named" in items[1][1]


def test_what_changed_is_told_with_each_thing_too(both):
    _, words = next(found for found in both.all("li", "item") if found[0].get("id") == "m.waiting")
    assert "Changed since 15 April 2025 (commit" in words
    assert "restated figure: 31 days → 25 days" in words


def test_strategies_that_run_have_a_row_each_and_those_that_are_over_stand_below(both):
    words = both.all("table", "counts")[0][1]
    assert "Young Carers Strategy" in words
    assert "Carers Plan 2016–2020" not in words
    told = " ".join(both.words().split())
    assert "called late Carers Plan 2016–2020: the strategy ended on 31 March 2020" in told.replace(" :", ":")
    assert [words for _, words in both.all("h1")] == ["How 2 strategies stand"]


def test_a_page_of_faults_says_what_is_wrong_and_nothing_in_it_runs():
    found = Page(fault("strategies/a.yaml:1:1: error: <script>alert(1)</script>", "7"))
    assert "error: <script>alert(1)</script>" in found.words()
    assert policy(found)["connect-src"] == "'self'"
    assert policy(found)["script-src"] == digest(RELOAD)
    assert raw(found, "script") == [RELOAD]


def test_only_a_page_that_is_served_may_ask_for_anything(small, tmp_path):
    names = made(small, tmp_path / "made", version="7")
    found = Page((tmp_path / "made" / names[-1]).read_text(encoding="utf-8"))
    assert policy(found)["connect-src"] == "'self'"
    assert [one["content"] for one, _ in found.all("meta") if one.get("name") == "version"] == ["7"]


def begins(**more):
    return around(PageFrame(more.pop("title", "A"), None, None, "", **more))[0]


def test_every_page_begins_with_our_mark():
    assert is_ours(begins().encode())
    assert is_ours(begins(branding=Branding(language="ar")).encode())
    assert is_ours(fault("x", "1").encode())
    assert not is_ours(b'<!doctype html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n<title>Ours</title>')


def test_a_page_says_its_language_and_which_way_it_runs():
    assert '<html lang="cy">' in begins(branding=Branding(language="cy"))
    page = begins(title="استراتيجية 2030", branding=Branding(language="ar"))
    assert '<html lang="ar" dir="rtl">' in page
    assert '<h1 dir="auto">استراتيجية 2030</h1>' in page


# words

HEADED = ("h1", "h2", "h3", "h4", "h5", "caption", "summary", "dt", "th")


def test_no_heading_of_ours_is_left_where_each_has_a_word(small, tmp_path):
    every = {name: f"‹{name}›{''.join(re.findall('{.*?}', english))}" for name, english in LABELS.items()}
    with (small / "strategy-tracker.yaml").open("w", encoding="utf-8") as settings:
        YAML().dump({"lang": "cy", "wording": every}, settings)
    path = small / "strategies/young-carers.yaml"
    path.write_text(path.read_text("utf-8").replace("title: Young Carers Strategy 2025–2028", "title: Owner"), "utf-8")
    found = Page(page(small, tmp_path / "made"))
    headed = {text.rstrip(":") for name in HEADED for _, text in found.all(name)}
    left = headed & {text.rstrip(": ") for text in HEADINGS.values()}
    assert left == {"Owner"}  # the title of the strategy
    assert {"‹the-priorities›", "‹owner›", "‹next-reading›"} <= headed
    assert "‹and-what›" in found.words()
