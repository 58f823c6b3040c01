"""What VS Code shows, asked of its YAML language server: words offered, texts explained, faults at the same place.

Needs the server of npm: `npm install --prefix FOLDER yaml-language-server`, and in STRATEGY_TRACKER_YAMLLS the path
`FOLDER/node_modules/.bin/yaml-language-server`.
"""

import os
from itertools import count

import pytest

from .cases import BLIND, ELSEWHERE, ROOT, faulty, good, kind, name
from .language_server import LanguageServer

SERVER = os.environ.get("STRATEGY_TRACKER_YAMLLS", "")
pytestmark = pytest.mark.skipif(not SERVER, reason="STRATEGY_TRACKER_YAMLLS does not name a yaml-language-server")

ACTION = """\
id: young-carers
title: Young Carers Strategy
priorities:
  - id: seen
    title: Young carers are seen
    actions:
      - id: seen-01
        text: Train every school
"""
UPDATE = f"{ACTION}        updates:\n          - on: 2025-07-02\n"
MEASURE = """\
measures:
  - id: waiting
    title: Days until a first break
    unit: days
"""
STRATEGIES, MEASURES, SETTINGS = "strategies/{}.yaml", "measures/{}.yaml", "{}/strategy-tracker.yaml"
NUMBERS = count()


@pytest.fixture(scope="module")
def editor():
    server = LanguageServer([SERVER, "--stdio"], ROOT)
    yield server
    server.close()


def typed(editor, file, text):
    """Open a text with the cursor at '|', under a new name, and give the place of the cursor."""
    before, _, after = text.partition("|")
    name = file.format(next(NUMBERS))
    editor.open({name: before + after})
    return name, before.count("\n") + 1, len(before) - before.rfind("\n")


def as_an_editor_reads_it(path):
    """A lone carriage return ends a line in an editor; it sends the server line feeds."""
    return path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")


def test_a_key_is_offered_where_it_can_stand(editor):
    offered = editor.complete(*typed(editor, STRATEGIES, f"{ACTION}        |"))
    assert {"owner", "due", "review_every", "updates"} <= set(offered)
    assert not {"text", "priorities", "readings"} & set(offered)


def test_the_states_are_offered_in_their_order(editor):
    offered = editor.complete(*typed(editor, STRATEGIES, f"{UPDATE}            state: |"))
    assert offered == ["not-started", "in-progress", "delivered", "complete", "paused", "stopped", "superseded"]


@pytest.mark.parametrize(
    ("file", "text", "offered"),
    [
        (STRATEGIES, f"{UPDATE}            rag: |", ["red", "amber", "green"]),
        (STRATEGIES, f"{ACTION}        review_every: |", ["quarter", "6 weeks"]),
        (STRATEGIES, f"{ACTION}        note: |", []),
        (MEASURES, f"{MEASURE}    better: |", ["higher", "lower", "on-target", "none"]),
        (
            MEASURES,
            f"{MEASURE}    readings:\n      2024/25: {{value: 4, state: |}}",
            ["provisional", "final", "revised"],
        ),
        (SETTINGS, "year_end: |", ["31 March"]),
    ],
)
def test_an_optional_key_offers_its_words_and_never_null(editor, file, text, offered):
    assert editor.complete(*typed(editor, file, text)) == offered


def test_the_settings_offer_the_codes_that_may_be_changed(editor):
    offered = editor.complete(*typed(editor, SETTINGS, "severity:\n  due-on|"))
    assert "due-on-weekend" in offered
    assert "duplicate-key" not in offered


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        (STRATEGIES, f"{UPDATE}            sta|te: paused", "How far the action is; 'delivered' awaits sign-off."),
        (STRATEGIES, f"{ACTION}        d|ue: 2025-09-30", "The present due date."),
        (STRATEGIES, "vis|ion: [Happy, Safe]", "The future it wants."),
        (MEASURES, f"{MEASURE}    readi|ngs: {{2024/25: c}}", "The figure for each period"),
        (MEASURES, f"{MEASURE}    readings: {{2024/25: {{wo|rds: fewer}}}}", "A reading that is not one number"),
        (SETTINGS, "severity: {no-ow|ner: off}", "Nobody is named as answerable."),
    ],
)
def test_a_key_is_explained_where_the_mouse_rests_on_it(editor, file, text, said):
    assert editor.hover(*typed(editor, file, text)).startswith(said)


def test_no_good_file_is_underlined(editor):
    paths = good()
    opened = editor.open({opened_as(path): as_an_editor_reads_it(path) for path in paths})
    assert {file: faults for file, faults in opened.items() if faults} == {}


def test_a_fault_of_form_is_underlined_where_validate_points(editor):
    cases = faulty()
    opened = editor.open({opened_as(path): as_an_editor_reads_it(path) for path in cases})
    for path, places in cases.items():
        expected = set() if name(path) in BLIND else ELSEWHERE.get(name(path), places)
        assert {fault[:2] for fault in opened[opened_as(path)]} == expected, name(path)


def opened_as(path):
    """A name of its own for each case, by which the editor knows what the file holds."""
    where, case = kind(path), "-".join(path.parts[-4:])
    return f"{case}/{where}" if where == "strategy-tracker.yaml" else f"{where}/{case}"


@pytest.mark.parametrize(
    ("file", "text", "message"),
    [
        (STRATEGIES, "starts: April 2025", "write it as 2018-07-02; 2018-07 or 2018 where the day is not known"),
        (STRATEGIES, "review_every: biannual", "write week, 6 weeks, month, quarter, 6 months or year"),
        (MEASURES, f"{MEASURE}    band: 5%", "write '5 points' (units of the measure) or '5% of target'"),
        (MEASURES, f"{MEASURE}    readings: {{2024/25: 95%}}", "write a plain number, or one of c, x, z, low, u"),
    ],
)
def test_a_fault_is_told_in_the_words_of_the_next_step(editor, file, text, message):
    head = "id: one\ntitle: One\n" if file == STRATEGIES else ""
    name = file.format(next(NUMBERS))
    (fault,) = editor.open({name: head + text})[name]
    assert fault.message.startswith(message)


def test_the_first_line_of_a_shipped_file_is_enough_for_an_editor_without_settings(tmp_path):
    server = LanguageServer([SERVER, "--stdio"], ROOT, {"yaml.schemaStore.enable": False})
    try:
        for path in good():
            if not path.is_relative_to(ROOT / "tests"):
                first = path.read_text(encoding="utf-8").splitlines()[0]
                file = f"{path.parent.name}/first-line-of-{path.name}"
                messages = [fault.message for fault in server.open({file: f"{first}\nownr: Director\n"})[file]]
                assert "Property ownr is not allowed." in messages, file
    finally:
        server.close()
