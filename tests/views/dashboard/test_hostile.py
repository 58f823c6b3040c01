"""Nothing that stands in a file, or in a file's name, becomes part of a page; everything of it can be read."""

import json
import re
import shutil
import tempfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from strategy_tracker.app.moment import open_moment
from strategy_tracker.app.reporting.dashboard import ReportRequest, make_pages
from strategy_tracker.model.names.unseen import UNSEEN
from strategy_tracker.views.templates import read_template
from tests.views.isolates import without_isolates

from .conftest import DAY, page
from .pages import Page

STYLE = "\n" + "".join(map(read_template, ("kit.css", "dashboard.css")))
HOSTILE = (
    "<script>alert(1)</script>",
    "</script><script>alert(1)//",
    "</style><img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)',
    "' autofocus onfocus='alert(1)",
    "]]> <!-- -->",
    "&lt;b&gt; &#60; &amp;amp;",
    "<svg><title></title><a xlink:href='javascript:alert(1)'>",
    "{{7*7}} ${7*7} %s {0}",
    "w" * 400,
    "جمع \N{COMBINING ACUTE ACCENT} \N{ZERO WIDTH JOINER} 家",
)
ALLOWED = frozenset(
    "html head meta title style body a header h1 h2 h3 h4 h5 p bdi main section div span b small ul li svg "  # noqa: SIM905
    "path text details summary dl dt dd table caption thead tbody tr th td footer nav figure figcaption fieldset "
    "legend label input".split()
)

STRATEGY = """\
id: hostile
title: {0}
organisation: {0}
owner: {0}
starts: 2025-04-01
vision: {0}
source: {0}
note: {0}
governance: [{{body: {0}, every: quarter, paper_by: {0}, note: {0}}}]
groups: [{{id: all, title: {0}}}]
priorities:
  - id: first
    title: {0}
    group: all
    owner: {0}
    strapline: {0}
    rationale: {0}
    aspirations: [{0}]
    measures: [shown]
    judgements: [{{on: 2025-09-01, rag: amber, note: {0}, by: {0}}}]
    actions:
      - id: first-01
        text: {0}
        owner: {0}
        partners: [{0}]
        measures: [shown]
        due: 2025-05-01
        note: {0}
        moved: [{{on: 2025-04-12, from: 2025-04-20, why: {0}, approved_by: {0}}}]
        milestones: [{{text: {0}, due: 2025-04-30}}]
        updates: [{{on: 2025-04-15, state: in-progress, rag: red, note: {0}, by: {0}, evidence: [{0}]}}]
"""
MEASURES = """\
measures:
  - id: shown
    title: {0}
    unit: percent
    better: higher
    owner: {0}
    cohort: {0}
    source: {0}
    note: {0}
    targets: {{2024/25: 80}}
    amber_within: 5 points
    benchmarks: {{{0}: {{2024/25: 70}}}}
    readings: {{2022/23: 60, 2023/24: {{words: {0}}}, 2024/25: {{value: 70, note: {0}}}, 2025/26 Q1: {{value: 71}}}}
"""


def hostile_page(text, root):
    """The page of a strategy in which every text is this one."""
    quoted = json.dumps(text, ensure_ascii=False)
    for name, file in (("strategies/a.yaml", STRATEGY), ("measures/a.yaml", MEASURES)):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(file.format(quoted), encoding="utf-8")
    return page(root, root / "made")


def assert_harmless(text, written):
    found = Page(written)
    for tag, attributes, inside in found.elements:
        assert tag in ALLOWED
        assert not any(name.startswith("on") for name in attributes)
        assert tag != "style" or "".join(inside) == STYLE
    assert not UNSEEN.search(without_isolates(written).replace("\n", ""))
    shown = "".join("".join(found.seen).split())
    for word in UNSEEN.sub("\ufffd", text).split():
        assert shown.count(word) > 20


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_stays_a_text_wherever_it_stands(text, tmp_path):
    assert_harmless(text, hostile_page(text, tmp_path))


TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1, max_size=40
).filter(lambda text: re.search(r"\S", text) and not UNSEEN.search(text))


@given(TEXT)
@settings(max_examples=20)
def test_any_text_stays_a_text_wherever_it_stands(text):
    root = Path(tempfile.mkdtemp())
    try:
        assert_harmless(text, hostile_page(text, root))
    finally:
        shutil.rmtree(root)


def test_the_name_of_a_file_cannot_become_markup(small, tmp_path):
    name = "<img src=x onerror=alert(1)>\u202e.yaml"
    (small / "strategies" / "young-carers.yaml").rename(small / "strategies" / name)
    written = page(small, tmp_path / "made", "young-carers")
    found = Page(written)
    assert not found.all("img")
    assert "\u202e" not in written
    assert "<img src=x onerror=alert(1)>\ufffd.yaml" in found.words()


def test_an_id_that_stands_twice_gives_no_name_twice(small, tmp_path):
    path = small / "strategies" / "young-carers.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("id: seen-03", "id: seen-02").replace("id: heard\n", "id: seen\n")
    )
    moment, folder = open_moment(small, date.fromisoformat(DAY)), tmp_path / "made"
    folder.mkdir()
    assert make_pages(moment, ReportRequest(("young-carers",)), folder, keep_going=True).names == ("index.html",)
    found = Page((folder / "index.html").read_text(encoding="utf-8"))
    assert len(found.ids()) == len(set(found.ids()))
    assert {"a.young-carers.seen-02", "p.young-carers.seen"} <= set(found.ids())
