import base64
import hashlib
import re
from datetime import date
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import given

from strategy_tracker.model.branding import Branding, Logo, shade
from strategy_tracker.model.names.unseen import UNSEEN
from strategy_tracker.views.document import Document, Paragraph, Points, Section
from strategy_tracker.views.formats.html import write
from strategy_tracker.views.papers.build import VIEWS, build
from strategy_tracker.views.sheet import MARKS, Column, Table, cell
from strategy_tracker.views.templates import read_template
from tests.views.isolates import without_isolates
from tests.views.papers.texts import DOCUMENT, HOSTILE, texts

STYLE = "\n" + read_template("kit.css") + read_template("paper.css")
ALLOWED = frozenset(
    "html head meta title style body a header p bdi h1 h2 h3 h4 dl dt dd nav ul ol li main footer table caption thead "  # noqa: SIM905
    "tbody tr th td span div figure figcaption svg path text img b".split()
)
VOID = {"meta", "img", "path"}
ATTRIBUTES = frozenset(
    "charset http-equiv content name lang class href id scope data-label aria-hidden aria-labelledby role viewbox "  # noqa: SIM905
    "font-family font-size x y d fill stroke stroke-width stroke-dasharray stroke-linecap text-anchor font-weight "
    "src alt dir colspan".split()
)


class Page(HTMLParser):
    """Every element with its attributes and its text; complains of tags that do not nest."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.elements, self.open, self.seen = [], [], []
        self.feed(text)
        self.close()
        assert not self.open, self.open

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs), []))
        if tag not in VOID:
            self.open.append(self.elements[-1])

    def handle_startendtag(self, tag, attrs):
        assert tag == "path"
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag):
        if tag in VOID:
            return
        assert [one[0] for one in self.open[-1:]] == [tag]
        self.open.pop()

    def handle_data(self, data):
        for element in self.open:
            element[2].append(data)
        if self.open and self.open[-1][0] != "style":
            self.seen.append(data)

    def all(self, name):
        return [(attributes, "".join(inside)) for tag, attributes, inside in self.elements if tag == name]


def page(view, found):
    return write(build(view, found)).decode()


@given(DOCUMENT)
def test_no_text_ever_becomes_markup(document):
    found = Page(write(document).decode())
    for tag, attributes, _ in found.elements:
        assert tag in ALLOWED
        assert set(attributes) <= ATTRIBUTES
    assert not UNSEEN.search(without_isolates(write(document).decode()).replace("\n", ""))


@given(DOCUMENT)
def test_every_text_can_be_read(document):
    seen = "".join(Page(write(document).decode()).seen)
    for text in texts(document):
        for word in UNSEEN.sub("\ufffd", text).replace("\r", "\n").split():
            assert word in seen


def test_a_lead_keeps_the_signs_that_only_python_calls_spaces():
    said = Section("Words", 1, (Paragraph("said", lead="0\x85"),))
    assert "<b>0\ufffd</b> said" in write(Document("", "", None, (), (said,), "", date(2026, 7, 1))).decode()


@given(DOCUMENT)
def test_the_same_document_gives_the_same_bytes(document):
    assert write(document) == write(document)


def test_the_policy_allows_one_style_sheet_and_nothing_else(carers):
    found = Page(page("pack", carers))
    policy = next(attributes["content"] for attributes, _ in found.all("meta") if "http-equiv" in attributes)
    (_, style), digest = found.all("style")[0], hashlib.sha256(STYLE.encode()).digest()
    assert style == STYLE
    assert policy.startswith(f"default-src 'none'; style-src 'sha256-{base64.b64encode(digest).decode()}'")
    assert "unsafe" not in policy
    assert len(found.all("style")) == 1


@pytest.mark.parametrize("view", VIEWS)
def test_nothing_is_fetched_and_nothing_runs(carers, view):
    text = page(view, carers)
    assert not re.search(r"<(script|link|img|iframe|object)|\bsrc=|\bon\w+=|style=|@import|url\(", text)
    links = [attributes["href"] for attributes, _ in Page(text).all("a")]
    ids = [attributes["id"] for _, attributes, _ in Page(text).elements if "id" in attributes]
    assert all(link.startswith("#") and link[1:] in ids for link in links)
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("view", VIEWS)
def test_headings_step_down_one_at_a_time_under_one_title(parenting, view):
    levels = [int(tag[1]) for tag, _, _ in Page(page(view, parenting)).elements if re.fullmatch(r"h\d", tag)]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("view", VIEWS)
def test_every_table_has_a_caption_and_every_heading_a_scope(parenting, view):
    found = Page(page(view, parenting))
    assert len(found.all("caption")) == len(found.all("table"))
    assert all(text.strip() for _, text in found.all("caption"))
    assert all(attributes["scope"] in ("row", "col", "colgroup") for attributes, _ in found.all("th"))


@pytest.mark.parametrize("view", VIEWS)
def test_no_colour_stands_alone(carers, view):
    for name in ("span", "p"):
        for attributes, text in Page(page(view, carers)).all(name):
            names = (attributes.get("class") or "").split()
            for colour in [one for one in names if one in MARKS and "mark" not in names]:
                assert MARKS[colour] in text
                assert re.search(r"\w", text.replace(MARKS[colour], ""))


def test_a_chart_has_its_words_its_figures_and_its_gaps(carers):
    found = Page(page("pack", carers))
    drawn = found.all("svg")
    assert len(drawn) == 3
    for attributes, _ in drawn:
        title, words = attributes["aria-labelledby"].split()
        assert {title, words} <= {one["id"] for _, one, _ in found.elements if "id" in one}
    assert "suppressed" in drawn[0][1]
    figures = [text for _, text in found.all("figure")]
    assert all(text in figures[0] for text in ("2024/25 Q2", "suppressed", "76.5%", "88% (provisional)"))


def test_it_is_british_english_and_large_where_young_people_read(carers):
    assert '<html lang="en-GB">' in page("pack", carers)
    assert '<body class="paper large">' in page("young", carers)


def test_a_hostile_title_stays_a_title(small):
    from tests.views.conftest import DAY, material

    path = small / "strategies" / "young-carers.yaml"
    hostile = HOSTILE.translate({0: None, 0x1B: None, 0x202E: None}).replace("'", "''")
    path.write_text(path.read_text().replace("Train every school to spot young carers", f"'{hostile}'"))
    for view in VIEWS:
        found = Page(page(view, material(small, DAY, "young-carers")))
        assert not [tag for tag, _, _ in found.elements if tag not in ALLOWED]


# contrast


def colours(dark):
    parts = STYLE.split("@media (prefers-color-scheme:dark)")
    text = parts[1].split("}}")[0] if dark else parts[0]
    return dict(re.findall(r"--([a-z-]+):(#[0-9a-f]{3,6})", text))


def light(colour):
    digits = colour[1:] if len(colour) == 7 else "".join(2 * one for one in colour[1:])
    parts = [int(digits[n : n + 2], 16) / 255 for n in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, two):
    low, high = sorted((light(one), light(two)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("dark", [False, True])
def test_every_text_has_enough_contrast(dark):
    found = colours(dark)
    pairs = [(name, "paper") for name in ("ink", "soft", "link", *(f"{one}-on" for one in MARKS))]
    pairs += [(name, f"{name}-bg") for name in MARKS]
    for front, back in [*pairs, ("ink", "card"), ("soft", "card")]:
        assert contrast(found[front], found[back]) >= 4.5, (front, back)


# the branding


def dressed_page(carers, **branding):
    return write(build("pack", carers)._replace(branding=Branding(**branding))).decode()


def test_the_colours_of_a_house_are_in_the_one_style_sheet_that_is_allowed(carers):
    text = dressed_page(carers, shades={"red": shade("#b10e1e"), "amber": shade("#ffbf47")})
    (_, style), digest = Page(text).all("style")[0], re.search(r"style-src 'sha256-([^']*)'", text)[1]
    assert base64.b64decode(digest) == hashlib.sha256(style.encode()).digest()
    assert style.startswith(STYLE)
    assert (
        ":root{--red:#ffffff;--red-bg:#b10e1e;--red-bar:#b10e1e;--red-on:#b10e1e;--amber:#000000;--amber-bg:#ffbf47;"
        in style
    )


def test_on_paper_a_word_stands_in_the_colour_itself_where_it_can_be_read(carers):
    text = dressed_page(carers, shades={"red": shade("#b10e1e"), "amber": shade("#ffbf47")})
    paper = "--red:#b10e1e;--red-bg:#ffffff;--red-on:#b10e1e;--amber:#000000;--amber-bg:#ffffff;--amber-on:#000000;"
    assert f"@media print{{:root{{{paper}}}}}" in text
    assert "@media screen and (prefers-color-scheme:dark){:root{--red-on:#ffffff;--amber-on:#ffbf47;}}" in text


def test_a_logo_is_a_picture_with_the_name_of_the_body_and_nothing_in_it_is_part_of_the_page(carers):
    hostile = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
    text = dressed_page(carers, logo=Logo("svg", hostile))
    ((about, _),) = Page(text).all("img")
    assert about["alt"] == "Borough of Exampleton"
    assert about["src"].startswith("data:image/svg+xml;base64,")
    assert "<script" not in text
    assert "img-src data:" in text


def test_a_logo_of_a_body_without_a_name_is_an_ornament(carers):
    document = build("pack", carers)._replace(organisation=None, branding=Branding(logo=Logo("png", b"")))
    assert Page(write(document).decode()).all("img")[0][0]["alt"] == ""


TITLE = "استراتيجية 2030"


def test_what_runs_from_right_to_left_is_said_of_its_line_or_isolated_in_ours():
    blocks = (
        Paragraph(TITLE),
        Paragraph(f"Owner: {TITLE}, due 4 October"),
        Points((TITLE,)),
        Table(
            "T", (Column(TITLE), Column("Was")), ((cell(TITLE), cell(f"'{TITLE}' (a-01)")), (cell("plain"), cell("x")))
        ),
    )
    document = Document(TITLE, "Pack", None, (), (Section(TITLE, 1, blocks),), "1a2b", date(2022, 10, 4))
    made = write(document).decode()
    for line in (
        f'<h1 dir="auto">{TITLE}</h1>',
        f'<h2 id="s1" dir="auto">{TITLE}</h2>',
        f'<p dir="auto">{TITLE}</p>',
        f'<p dir="auto">Owner: <bdi>{TITLE}</bdi>, due 4 October</p>',
        f'<li dir="auto">{TITLE}</li>',
        f'<th scope="row" dir="auto">{TITLE}</th>',
        f"""<td data-label="Was" dir="auto">'<bdi>{TITLE}</bdi>' (a-01)</td>""",
        '<th scope="row">plain</th>',
        f"<title>\u2068{TITLE}\u2069: Pack</title>",
    ):
        assert line in made


def test_a_document_says_its_language_and_which_way_that_runs(carers):
    made = write(build("pack", carers._replace(branding=Branding(language="ar")))).decode()
    assert '<html lang="ar" dir="rtl">' in made
    assert '<html lang="cy">' in write(build("pack", carers._replace(branding=Branding(language="cy")))).decode()
