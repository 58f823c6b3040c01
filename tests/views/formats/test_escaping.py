"""A plain text stays a text, in HTML and in Markdown."""

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markupsafe import Markup

from strategy_tracker.views.formats.escaping import escape_markdown as escape
from strategy_tracker.views.formats.escaping import harmless, tag
from strategy_tracker.views.formats.escaping import text as escape_html
from strategy_tracker.views.text import one_line, visible
from tests.views.isolates import without_isolates

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
MARKUP = "|`*_[]()<>#~-+=!\\&;:/.1)@ \t\n\"'{}"
TEXTS = st.text(st.one_of(st.sampled_from(MARKUP), st.characters(codec="utf-8")), max_size=40)
HARMLESS = {"paragraph_open", "paragraph_close", "inline", "text", "text_special"}


def tokens(markdown):
    for token in READER.parse(markdown):
        yield token
        yield from token.children or ()


def shown(markdown):
    """What a reader of the page sees."""
    return "".join(token.content for token in tokens(markdown) if token.type in ("text", "text_special")).replace(
        "@\u200b", "@"
    )


@given(TEXTS)
def test_a_text_stays_a_text(text):
    markdown = escape(text)
    assert {token.type for token in tokens(markdown)} <= HARMLESS
    assert without_isolates(shown(markdown)) == one_line(text).replace("@\u200b", "@")


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>", "[a](javascript:b)", "![a](http://b)", "`code`", "a|b", "# h", "- x", "+ x",
        "1. x", "2) x", "&lt;", "*a*", "_a_", "~~a~~", "---", "===", "$x$", "<!-- x -->", "a\\", "    code",
        "```\ncode", "> quote",
    ],
)  # fmt: skip
def test_markup_is_shown_as_it_was_written(hostile):
    markdown = escape(hostile)
    assert {token.type for token in tokens(markdown)} <= HARMLESS
    assert shown(markdown) == one_line(hostile)


@pytest.mark.parametrize(
    "address",
    ["https://evil.example", "HTTP://evil.example", "ftp://x.example", "www.evil.example", "WWW.evil.example"],
)
def test_an_address_is_no_link(address):
    assert not re.search(r"://|\bwww\.", escape(f"see {address}"), re.IGNORECASE)
    assert shown(escape(address)) == address


def test_nobody_is_notified():
    assert re.search(r"@\w", escape("ask @octocat or a@b.example")) is None


def test_what_cannot_be_seen_does_not_reach_the_page():
    assert escape("a\x1b[1m\u202eb") == "a\ufffd\\[1m\ufffdb"


@given(TEXTS)
def test_a_text_stays_a_text_in_html_and_in_an_attribute(text):
    for written in (escape_html(text), tag("p", title=text).removeprefix('<p title="').removesuffix('"></p>')):
        plain = without_isolates(written)
        assert not set(plain) & set('<>"')
        assert unescape(plain) == visible(text)


@given(st.lists(TEXTS, max_size=3))
def test_one_look_at_several_texts_is_as_good_as_one_at_each(texts):
    escaped = harmless(texts)
    assert [escaped(text) for text in texts] == [escape_html(text) for text in texts]


def test_only_markup_that_was_made_here_stays_markup():
    inside = tag("b", "a < b")
    assert tag("p", inside, "<i>") == "<p><b>a &lt; b</b>&lt;i&gt;</p>"
    assert isinstance(inside, Markup)
    assert tag("p", "".join(inside)) == "<p>&lt;b&gt;a &amp;lt; b&lt;/b&gt;</p>"


def test_names_of_attributes_and_elements_without_an_end():
    assert (
        tag("span", "x", class_="mark", aria_hidden="true", id=None) == '<span class="mark" aria-hidden="true">x</span>'
    )
    assert tag("img", src="a.png", alt='"a"') == '<img src="a.png" alt="&quot;a&quot;">'
