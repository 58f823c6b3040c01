"""A dashboard whose portfolio and catalogue are in no language: no English is left."""

import html
import re

import pytest

from strategy_tracker.cli.app import run as run_command
from strategy_tracker.model.names.labels import LABELS

STRATEGY = """\
id: zq
title: Zqx Zqy
organisation: Zqo
starts: 2024-01-01
governance:
  - {body: Zqb, every: quarter, held: [2025-01-10], next: 2025-12-01}
priorities:
  - id: za
    title: Zqp
    measures: [zm, zn]
    actions:
      - {id: za-1, text: Zqt, due: 2025-06-30, owner: Zqw, updates: [{on: 2025-05-01, state: in-progress, note: Zqn}]}
      - {id: za-2, text: Zqu, due: 2025-07-30, updates: [{on: 2025-09-01, state: in-progress, rag: amber, note: Zqr}]}
      - {id: za-3, text: Zqv, due: 2025-10-15, updates: [{on: 2025-09-01, state: in-progress}]}
      - {id: za-4, text: Zqk}
"""
MEASURES = """\
measures:
  - {id: zm, title: Zqm, unit: count, better: lower, targets: {2024: 3, 2025: 2}, amber: none,
     readings: {2023: 4, 2024: 9}}
  - {id: zn, title: Zql, unit: count, better: lower, readings: {2023: 4, 2024: 9}}
"""
ALONE = ("h1", "h2", "h3", "h4", "h5", "caption", "th", "figcaption", "legend", "label", "dt", "nav", "title")
"""Elements whose texts are fixed words or what somebody wrote, and never a sentence of a rule."""


def invented(name, english):
    """A word for a name in no language, with the brackets that the English has."""
    return f"‹{name}›{''.join(re.findall('{.*?}', english))}"


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    root = tmp_path_factory.mktemp("nowhere")
    words = "".join(f'  {name}: "{invented(name, english)}"\n' for name, english in LABELS.items())
    texts = {
        "strategy-tracker.yaml": f"lang: cy\nwording:\n{words}",
        "strategies/s.yaml": STRATEGY,
        "strategies/t.yaml": STRATEGY.replace("zq", "zr").replace("za", "zb"),
        "measures/m.yaml": MEASURES,
    }
    for name, text in texts.items():
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    made = root / "page.html"
    assert run_command(["dashboard", "--root", str(root), "--as-at", "2025-10-01", "-o", str(made)]) == 0
    return re.sub(r"<(style|script)\b.*?</\1>", "", made.read_text("utf-8"), flags=re.DOTALL)


def english(text):
    """The words of a piece of a page that are neither invented nor somebody's."""
    text = re.sub(r"‹[^›]*›", " ", html.unescape(re.sub(r"<[^>]+>", " ", text)))
    return re.findall(r"\b(?![Zz])[A-Za-z]{2,}", text)


def test_every_word_that_stands_by_itself_is_the_body_s(page):
    left = {
        tag: words
        for tag in ALONE
        for piece in re.findall(rf"<{tag}\b[^>]*>(.*?)</{tag}>", page, re.DOTALL)
        if (words := english(piece))
    }
    assert left == {}
    said = re.findall(r'(?:data-label|aria-label|alt|title)="([^"]*)"', page)
    assert [text for text in said if english(text)] == []


def test_what_needs_somebody_is_told_in_the_body_s_words(page):
    notes = re.findall(r'<li><p[^>]*>(.*?)</p>\s*(?:<p class="note"[^>]*>(.*?)</p>)?', page, re.DOTALL)
    assert [head for head, _ in notes if english(head)] == []
    for name in ("days-ago", "last-said-was", "to-be-done", "never-reported", "nobody-is-named", "was-before"):
        assert f"‹{name}›" in page.replace("‹Nobody", "‹nobody"), name
    told = {" ".join(english(note)) for _, note in notes}
    assert told == {""}
