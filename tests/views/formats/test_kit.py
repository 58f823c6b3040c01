"""The HTML kit: what a template prints is harmless wherever it stands, and a page allows nothing that is not ours."""

import re
from datetime import date

import pytest
from hypothesis import given
from markupsafe import Markup

from strategy_tracker.model.branding import Branding, shade
from strategy_tracker.views.document import Document, Paragraph, Points, Section
from strategy_tracker.views.formats.html import write
from strategy_tracker.views.formats.kit import Face, write_around, write_page, write_part
from strategy_tracker.views.sheet import Cell, Column, Table
from tests.views.isolates import without_isolates
from tests.views.papers.texts import HOSTILE

from .test_escaping import TEXTS

FACE = Face("A title", "Skip")


def page(face=FACE, **more):
    return write_page("frame.html", face, content=Markup("<p>here</p>"), **more)


@given(TEXTS)
def test_a_text_of_anybody_is_no_markup_in_a_head_or_a_cell(text):
    made = page(Face(text, text, version=text or "1")).replace("<bdi>", "")
    assert re.findall(r"<(\w+)", made) == re.findall(r"<(\w+)", page(Face("", "", version="1")))
    pill = write_part("pill.html", kind="pill", colour="red", word=text or "red", text="")
    assert not set(re.sub("</?(bdi|span)[^<>]*>", "", without_isolates(pill))) & set('<>"')


def test_no_element_stands_in_an_attribute_or_a_title():
    title = "استراتيجية and 'ours'"
    made = page(Face(title, "Skip", version=title))
    assert "<bdi>" not in made
    assert "<title>\u2068استراتيجية\u2069 and 'ours'</title>" in made


def test_the_policy_names_our_style_and_scripts_and_opens_nothing_that_was_not_asked_for():
    plain, more = Face("", "").policy, Face("", "", scripts=("reload.js",), asks=True, sends=True).policy
    assert "script-src" not in plain
    assert "connect-src" not in plain
    assert plain.endswith("form-action 'none'")
    assert len(re.findall(r"script-src 'sha256-[\w+/=]+'", more)) == 1
    assert "connect-src 'self'" in more
    assert more.endswith("form-action 'self'")
    assert "unsafe" not in plain + more


def test_a_page_that_is_written_bit_by_bit_is_the_same_page():
    before, after = write_around("frame.html", FACE)
    assert before + "<p>here</p>" + after == page()


def test_a_body_s_colours_are_those_of_its_numbers_where_they_can_be_read():
    style = Face("", "", branding=Branding(shades={"amber": shade("#ffbf47")})).style
    assert "--amber-on:#000000;}" in style
    assert "prefers-color-scheme:dark){:root{--amber-on:#ffbf47;}}" in style


@pytest.mark.parametrize("text", [HOSTILE, "▼ <b>", "–"])
def test_a_hostile_cell_stays_a_text(text):
    rows = ((Cell(text), Cell(text, "red")), (Cell("a"), Cell(text)))
    table = Table(text, (Column(text), Column(text, figures=True)), rows, (text,))
    section = Section(text, 1, (table, Paragraph(text), Points((text,))))
    made = write(Document("T", "S", None, ((text, text),), (section,), "m", date(2022, 1, 1))).decode()
    body = made.partition("<body")[2]
    assert "<script" not in body
    assert "<img" not in body
    assert "<b>" not in body
