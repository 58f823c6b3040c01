"""A document in a body's words: our words are changed everywhere, and nothing else is."""

import re

import pytest

from strategy_tracker.briefing.own_words import Vocabulary, vocabulary_of
from strategy_tracker.model.branding import Branding
from strategy_tracker.model.names.joined import semicolons
from strategy_tracker.model.names.labels import LABELS, MONTHS
from strategy_tracker.views.formats.markdown import write
from strategy_tracker.views.papers.build import VIEWS, build
from strategy_tracker.views.papers.in_own_words import put_in_own_words
from strategy_tracker.views.sheet import Table
from tests.views.conftest import DAY, material

from .texts import texts

SETTINGS = """\
organisation: Red Borough
wording:
  priority: Theme
  action: Commitment
  measure: Indicator
  red: Off track
  amber: At risk
  green: On track
  complete: Done
  in-progress: Under way
  not-rated: Not judged
"""


def housed(root, settings=SETTINGS):
    (root / "strategy-tracker.yaml").write_text(settings, encoding="utf-8")
    return root


def test_every_view_speaks_in_the_words_of_the_house(small):
    plain = {view: write(build(view, material(small, DAY, "young-carers"))).decode() for view in VIEWS}
    found = material(housed(small), DAY, "young-carers")
    own = {view: write(build(view, found)).decode() for view in VIEWS}
    assert "| ▼ Off track |" in own["pack"]
    assert "in the judgement of" in own["pack"]
    for view, text in own.items():
        for word in ("actions ", "measures ", "▼ red", "◆ amber", "● green", "✔ complete"):
            assert word not in text, view
        assert text.count("\n") == plain[view].count("\n")


def test_what_people_wrote_is_never_changed(small):
    path = small / "strategies/young-carers.yaml"
    told = path.read_text().replace("Half are trained", "The red action meets a measure; priority is in progress")
    path.write_text(told.replace("Young carers are seen", "Action and red tape"))
    found = material(housed(small), DAY, "young-carers", body="Carers Board")
    for view in ("pack", "actions", "highlight", "self-evaluation"):
        assert "Action and red tape" in write(build(view, found)).decode()
    pack = write(build("pack", found)).decode()
    assert "The red action meets a measure; priority is in progress" in pack
    assert "Red Borough" in write(build("pack", material(small, DAY))).decode()


def test_a_body_is_found_by_a_name_that_has_a_word_of_ours_in_it(small):
    path = small / "strategies/young-carers.yaml"
    path.write_text(path.read_text().replace("Carers Board", "Priority Board"))
    found = build("pack", material(housed(small), DAY, "young-carers", body="priority"))
    assert ("For", "Priority Board") in found.facts


def test_what_a_document_was_made_from_is_never_changed(small):
    document = build("pack", material(small, DAY))._replace(made_from="commit 1a2b with changes in action.yaml, red")
    document = document._replace(facts=(("Meeting", "no action"),))
    own = put_in_own_words(document, Branding(words={"action": "Task", "red": "Late"}))
    assert own.made_from == document.made_from
    assert own.facts == (("Meeting", "no task"),)
    assert document.made_from in own.foot


def test_without_words_a_document_is_as_it_was(small):
    document = build("pack", material(small, DAY))
    assert put_in_own_words(document, Branding()) == document


def test_no_mark_is_ever_left(small):
    path = small / "strategies/young-carers.yaml"
    path.write_text(path.read_text().replace("Train every school", "A red action"))
    for view in VIEWS:
        assert "\ufdd0" not in "".join(texts(build(view, material(housed(small), DAY))))


def invented(name, english):
    """A word for a name in no language, with the brackets that the English has."""
    return f"‹{name}›{''.join(re.findall('{.*?}', english))}"


EVERY = {name: invented(name, english) for name, english in LABELS.items()}


def headings(document):
    """What stands by itself: headings, columns, facts."""
    yield from (document.subtitle, *(name for name, _ in document.facts), *document.frame)
    for section in document.sections:
        yield section.title
        for block in section.blocks:
            if isinstance(block, Table):
                yield block.title
                yield from (column.name for column in block.columns)


@pytest.mark.parametrize("view", VIEWS)
def test_every_fixed_word_can_be_replaced(small, view):
    found = material(small, DAY, "young-carers", body="Carers Board")
    own = build(view, found._replace(branding=Branding(words=EVERY, language="cy")))
    english = {text.lower() for text in LABELS.values()} - {""}
    assert [text for text in headings(own) if text.lower() in english] == []
    assert (own.title if view == "young" else own.subtitle).startswith("‹")
    everything = " ".join(texts(own))
    assert not re.search(rf"({'|'.join(MONTHS.values())}) \d{{4}}", everything)
    assert not re.search(r"[▲↑↓]", everything)


GREEK = str.maketrans(
    {chr(97 + n): chr(0x3B1 + n % 24) for n in range(26)} | {chr(65 + n): chr(0x391 + n % 17) for n in range(26)}
)
"""Letters of nobody's language here, for what somebody wrote."""
ID = re.compile(r"\b(seen|heard)-\d\d\b|\b[FQ]\d\b|^cy$")


@pytest.mark.parametrize("view", VIEWS)
def test_no_english_is_left(small, view, monkeypatch):
    monkeypatch.setattr(Vocabulary, "protect", lambda _, text: text.translate(GREEK))
    monkeypatch.setattr(Vocabulary, "is_to_be_marked", lambda *_: True)
    words = "".join(f"  {name}: '{text}'\n" for name, text in EVERY.items())
    found = material(housed(small, f"lang: cy\nwording:\n{words}"), DAY, "young-carers", body="Carers Board")
    said = set(texts(build(view, found)))
    left = {text for text in said if re.search(r"[A-Za-z]{2}", ID.sub("", re.sub(r"‹[^›]*›", "", text)))}
    assert left == set()


def test_thousands_of_figures_in_one_cell_are_put_in_the_body_s_words():
    figures = [f"figure {number}" for number in range(3000)]
    own = vocabulary_of({"two-parts": "{first} / {second}"}, "en-GB")
    assert own.say(semicolons(figures)) == " / ".join(figures)
    assert (semicolons(figures), semicolons(figures[:1]), semicolons([])) == ("; ".join(figures), "figure 0", "")


def test_a_month_that_somebody_wrote_stays(small):
    path = small / "strategies/young-carers.yaml"
    path.write_text(path.read_text().replace("Half are trained", "Since 4 May 2025 half are trained"))
    found = material(
        housed(small, "lang: de\nwording: {may: Mai, date: '{day}. {month} {year}', october: Oktober}\n"), DAY
    )
    pack = write(build("pack", found)).decode()
    assert "Since 4 May 2025 half are trained" in pack
    assert "1. Oktober 2025" in pack


def test_a_document_in_another_language_says_how_much_is_in_english(small):
    given = Branding(words={"red": "coch", "priority": "Thema"}, language="cy")
    facts = dict(build("highlight", material(small, DAY)._replace(branding=given)).facts)
    told = f"cy; {len(LABELS) - 2} of {len(LABELS)} fixed words are in English"
    assert facts["Language"].startswith(told)
    facts = dict(build("highlight", material(small, DAY)._replace(branding=Branding(words=EVERY, language="cy"))).facts)
    assert facts["‹language›"] == "‹own-language›cy"
    assert "Language" not in dict(build("highlight", material(small, DAY)).facts)
