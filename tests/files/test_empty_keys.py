"""A key with nothing after it: one that is known says nothing, any other is told, and no text is lost with it."""

import pytest

from strategy_tracker.files.parsing.parse import read_document
from tests.files.shipped import codes, load_text, only

HEAD = "id: a\ntitle: b\n"
PLAN = """\
id: plan
title: Plan
priorities:
  - id: safe
    title: Safe
    actions:
      - id: safe-01
        text: Train
        {}
      - {{id: safe-02, text: Two}}
"""
MEASURE = "measures:\n  - {{id: a, title: b, unit: count, {}}}\n"


def place_of(item):
    return item.position.line, item.position.column


@pytest.mark.parametrize(
    ("text", "place", "help_text"),
    [
        (HEAD + "titel:\n", (3, 1), "did you mean 'title'?"),
        (HEAD + "titel: ~\n", (3, 1), "did you mean 'title'?"),
        (HEAD + "'titel': # later\n", (3, 1), "did you mean 'title'?"),
        (HEAD + "superseded:\n  on: 2018\n  bye:\n", (5, 3), "did you mean 'by'?"),
        (HEAD + "superseded: {on: 2018, bye: }\n", (3, 24), "did you mean 'by'?"),
        (HEAD + "superseded: {zzz: , on: 2018}\n", (3, 14), "the keys here are on, by"),
        (HEAD + "links:\n- title: c\n  ulr:\n", (5, 3), "did you mean 'url'?"),
        (PLAN.format("ower:"), (9, 9), "did you mean 'owner'?"),
        (PLAN.format("updates: [{on: 2018, state: complete, forcast: null}]"), (9, 47), "did you mean 'forecast'?"),
    ],
)
def test_an_unknown_key_is_told_also_where_nothing_follows(text, place, help_text):
    item = only(text)
    assert (item.code, place_of(item), item.help) == ("unknown-key", place, help_text)


@pytest.mark.parametrize(
    ("text", "lost", "column"),
    [
        ("updates: [{on: 2018, state: complete, note: Two left, none trained}]", "none trained", 63),
        ("updates: [{on: 2018, state: complete, note: Two left, 'none' }]", "none", 63),
        ("updates: [{on: 2018, state: complete, note: Agreed, by}]", "by", 61),
        ("moved: [{none, on: 2018, from: 2018, why: x}]", "none", 18),
    ],
)
def test_what_a_comma_cuts_off_is_told_with_the_way_to_keep_it(text, lost, column):
    item = only(PLAN.format(text))
    assert (item.code, place_of(item)) == ("unknown-key", (9, column))
    assert item.message == f"'{lost}' stands here without a value"
    assert item.help.endswith("put quotes round the whole text")


@pytest.mark.parametrize(
    "text",
    ["targets: {2024/25: 1,234}", "readings: {2024/25: {value: 1,234}}", "benchmarks: {England: {2024/25: 1,234}}"],
)
def test_the_rest_of_a_number_with_a_comma_is_told(text):
    item = only(MEASURE.format(text), "measures")
    assert (item.code, item.message) == ("unknown-key", "'234' stands here without a value")
    assert item.help.endswith("write the number without it")


def test_the_second_half_of_a_number_is_told_also_where_it_looks_like_a_year():
    assert codes(load_text(MEASURE.format("readings: {2024/25: 1,2023}"), "measures")) == ["unknown-key"]


def test_a_period_that_is_none_is_told_also_without_a_figure():
    item = only(MEASURE.format("readings: {24/25: , 2025/26: 3}"), "measures")
    assert (item.code, place_of(item)) == ("not-a-period", (2, 47))


@pytest.mark.parametrize("text", [HEAD + "owner:\nvision: ~\nvalues:\n", PLAN.format("due:"), PLAN.format("updates:")])
def test_a_known_key_with_nothing_after_it_says_nothing(text):
    assert load_text(text).whole


@pytest.mark.parametrize("text", ["readings: {2024/25: }", "note: , better: ~", "benchmarks: {England: {2024/25: }}"])
def test_a_known_key_or_a_period_of_a_measure_may_wait_for_its_value(text):
    assert load_text(MEASURE.format(text), "measures").whole


@pytest.mark.parametrize("text", ["owner: {a, b}\n", "vision: {a}\n", "foo: {a: }\n", "governance: {zzz: }\n"])
def test_where_no_such_map_belongs_only_that_is_told(text):
    assert len(load_text(HEAD + text).diagnostics) == 1


def test_what_holds_a_cut_text_is_left_out_and_nothing_beside_it():
    text = PLAN.format("updates: [{on: 2018, state: complete, note: Two, three}, {on: 2019, state: complete}]")
    loaded = load_text(text)
    [priority] = loaded.record.priorities
    assert [action.id for action in priority.actions] == ["safe-01", "safe-02"]
    assert [update.on.text for update in priority.actions[0].updates] == ["2019"]


def test_an_unknown_key_at_the_top_does_not_hide_the_strategy():
    loaded = load_text(HEAD + "titel:\n")
    assert loaded.record.id == "a"
    assert not loaded.whole


def test_faults_beside_it_are_told_too_in_reading_order():
    assert codes(load_text(HEAD + "titel:\nstarts: soon\nowne:\n")) == ["unknown-key", "not-a-date", "unknown-key"]


@pytest.mark.parametrize(
    ("text", "cut_off"),
    [
        ("{on: 2018, by: }", False),
        ("{on: 2018, by : }", False),
        ("{'by':, on: 2018}", False),
        ("{on: 2018, by}", True),
        ("{on: 2018, by }", True),
        ("{on: 2018, by\n  }", True),
        ("{'by', on: 2018}", True),
    ],
)
def test_a_known_key_in_brackets_may_be_empty_but_not_without_its_colon(text, cut_off):
    assert codes(load_text(f"{HEAD}superseded: {text}\n")) == ["unknown-key"] * cut_off


@pytest.mark.parametrize("pure", [False, True], ids=["C", "pure"])
def test_both_parsers_find_the_same_gaps(pure):
    text = "a:\nb: # later\nc: ~\nd: {e, 'f' , g: , \"h\": , i: j, k\n  }\nl: [{m}, {n: }]\n"
    gaps = [(gap.key, gap.end.line, gap.end.column) for gap in read_document(text.encode(), pure).gaps]
    assert [key for key, _, _ in gaps] == list("abcefghkmn")
    assert gaps[4] == ("f", 3, 10)


def test_a_gap_knows_the_map_it_was_left_out_of():
    tree, [gap] = read_document(b"a: [{b: c, d: }]\n")
    assert gap.inside is tree["a"][0]
    assert tree == {"a": ({"b": "c"},)}
