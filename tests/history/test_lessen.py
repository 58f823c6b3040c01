"""Reading less must never tell another story than reading everything."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategy_tracker.comparing.compare import compare
from strategy_tracker.files.find import DataFile
from strategy_tracker.files.load import load
from strategy_tracker.history.cut import CORE, cut, of_head
from strategy_tracker.history.lessen import differing, narrowed
from strategy_tracker.history.two_moments import side_of
from strategy_tracker.history.window import around, windows
from strategy_tracker.model.named import items
from strategy_tracker.model.settings import DEFAULTS
from strategy_tracker.model.strategy import Strategy

DAY = date(2023, 1, 1)
STRATEGY = """\
id: carers
title: 'Carers'' strategy'
owner: Director
starts: 2022-01-01
vision: >-
  Everybody is seen
  and heard
values: [Honest, "Kind, [really]"]
voice:
  - id: waits
    said: "We wait"
    actions: [seen-02]
priorities:
  - id: seen
    title: Seen
    owner: Head   # a post
    rationale: |
      Because:
        - id: seen-01
          text: not an action
    measures: [schools]
    actions:
      - id: seen-01
        text: Train every school
        due: 2022-06-30
        updates:
          - {on: 2022-01-10, state: in-progress, note: "It's begun"}
      - id: seen-02
        text: Write one form

      - {id: seen-03, text: Open a drop-in}
      - text: Its id comes last
        id: seen-04
  - id: heard
    title: Heard
    actions:
      - id: heard-01
        text: Hold a forum
      - id: heard-02
        text: Ask twice
    plain: What I say counts
note: The end
"""
MEASURES = """\
measures:
  - id: schools
    title: Schools
    unit: percent
    readings: {2022-01: 70}
  - id: calls
    title: 'Calls'
    unit: count
    readings:
      2022-01: 12
"""
FLAT = """\
id: a
title: A
priorities:
- id: p
  title: P
  actions:
  - id: p-1
    text: One
  - id: p-2
    text: Two
  owner: Head
- id: q
  title: Q
"""
ODD = [
    'note: "open', "note: 'open", "it's", "note: |", "note: >-", "- id: seen-02", "  - id: heard", "actions:", "[a,",
    "b]", "}", '"', "'", '# "', "- {id: a-1, text: hi}", 'text: "a [b"', "owner: Other", "id: heard-01", "  text: more",
    'values: [a, "]",', "said: 'x, '", 'note: "x \\"', "---", "- a: b", "due: 2023-01-01", "title: T", "",
]  # fmt: skip


def a_file(text, kind="strategies", name="a.yaml"):
    return DataFile(name, "", kind, len(text), text.encode())


def ids(record):
    return [one.id for one in (items(record) if isinstance(record, Strategy) else record.measures)]


def told(old, new):
    """What a comparison of some files tells, and whether all of them could be read and no id stands twice."""
    loaded = [[load(file, 3) for file in side] for side in (old, new)]
    whole = all(one.record is not None and not one.diagnostics for side in loaded for one in side)
    whole = whole and all(
        len(names) == len(set(names)) for side in loaded for one in side for names in [ids(one.record)]
    )
    return whole, sorted(compare(*(side_of(side, DEFAULTS, DAY) for side in loaded), time=False))


def same_story(old, new, kind):
    before, after = [a_file(old, kind)], [a_file(new, kind)]
    less = differing(list(before), list(after))
    whole, found = told(before, after)
    readable, briefly = told(*less)
    if whole:
        assert readable
        assert briefly == found
    return less


@st.composite
def edits(draw, text):
    lines = text.split("\n")
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(lines) - 1))
        how = draw(st.sampled_from(["insert", "delete", "append", "swap", "word"]))
        if how == "insert":
            lines.insert(at, " " * draw(st.sampled_from([0, 2, 4, 6, 8, 10])) + draw(st.sampled_from(ODD)))
        elif how == "delete" and len(lines) > 1:
            del lines[at]
        elif how == "append":
            lines[at] += draw(st.sampled_from(["x", " y", '"', "'", " #c", ",", "]", " >-"]))
        elif how == "swap":
            other = draw(st.integers(0, len(lines) - 1))
            lines[at], lines[other] = lines[other], lines[at]
        else:
            lines[at] = re.sub("e", "E", lines[at], count=1)
    return "\n".join(lines)


@pytest.mark.parametrize(("text", "kind"), [(STRATEGY, "strategies"), (FLAT, "strategies"), (MEASURES, "measures")])
def test_reading_less_tells_the_same_story_whatever_was_edited(text, kind):
    @given(st.data())
    def check(data):
        old = data.draw(edits(text)) if data.draw(st.booleans()) else text
        same_story(old, data.draw(edits(old)), kind)

    check()


@pytest.mark.parametrize(
    ("old", "new", "gone", "kept"),
    [
        ("Ask twice", "Ask thrice", ["seen-01", "Hold a forum"], ["heard-02", "Ask thrice"]),
        ("Train every", "Train each", ["heard", "Write one form"], ["seen-01", "owner: Head"]),
        ("owner: Head ", "owner: Other ", ["heard-01"], ["seen-01", "seen-02"]),
        ("owner: Director", "owner: Other", [], ["seen-01", "heard-01"]),
        ("Everybody", "Nobody", ["seen-01", "heard-01"], ["Nobody is seen"]),
        ("The end", "An end", ["seen-01", "heard-02"], ["An end"]),
    ],
)
def test_only_what_differs_is_left(old, new, gone, kept):
    less = same_story(STRATEGY, STRATEGY.replace(old, new, 1), "strategies")[1][0].data.decode()
    assert not [text for text in gone if text in less]
    assert [text for text in kept if text in less] == kept


def test_many_changed_actions_keep_the_meetings_of_their_strategy():
    text = (
        "id: a\ntitle: A\ngovernance:\n  - {body: Board}\npriorities:\n  - id: p\n    title: P\n    actions:\n"
        + "".join(f"      - id: p-{n}\n        text: Do {n}\n" for n in range(8))
    )
    assert "governance" not in same_story(text, text.replace("Do 1", "Do one"), "strategies")[1][0].data.decode()
    assert "governance" in same_story(text, text.replace("Do", "Make"), "strategies")[1][0].data.decode()


def test_the_same_in_files_of_other_names_is_the_same():
    head, tail = MEASURES.split("  - id: calls")
    old = [a_file(MEASURES, "measures")]
    new = [a_file(head, "measures", "b.yaml"), a_file(f"measures:\n  - id: calls{tail}", "measures", "c.yaml")]
    less = differing(old, new)
    assert [file.data for side in less for file in side] == [b"measures:\n"] * 3


@pytest.mark.parametrize(
    "text",
    [
        "",
        "id: a\ntitle: A\n",
        STRATEGY.replace("\n", "\r"),
        STRATEGY.replace("Write one form", '"Write one'),
        STRATEGY.replace("Write one form", "'Write, '\n        note: \"x"),
        STRATEGY.replace("[Honest,", "[Honest, {"),
    ],
)
def test_a_file_that_cannot_be_cut_is_read_whole(text):
    made = cut(text.encode(), "strategies")
    assert made is None or b"".join(run.text for run in made.runs) == text.encode()
    assert narrowed(a_file(text), "seen-02") is None


def test_practice_and_too_large_files_are_read_whole():
    practice = a_file("practice:\n  - id: a\n", "practice")
    large = DataFile("b.yaml", "", "strategies", 10**9, None)
    assert differing([practice, large], [practice, large]) == ([practice, large], [practice, large])
    assert cut(b"practice:\n  - id: a\n", "practice") is None
    assert around(b"practice:\n  - id: a\n", "practice", 5) is None


@pytest.mark.parametrize("own", ["seen-01", "seen-02", "heard-01", "heard-02"])
@pytest.mark.parametrize("eol", ["\n", "\r\n"])
def test_one_action_with_all_it_inherits(own, eol):
    text = STRATEGY.replace("\n", eol)
    less = narrowed(a_file(text), own)
    assert less is not None
    record, whole = load(less, 3).record, load(a_file(text), 3).record
    (priority,) = record.priorities
    assert [one.id for one in priority.actions] == [own]
    (full,) = [one for one in whole.priorities if one.id == priority.id]
    assert priority.actions[0] in full.actions
    assert (priority.owner, record.owner, record.starts) == (full.owner, whole.owner, whole.starts)
    assert record.vision == ()


@pytest.mark.parametrize("own", ["seen-03", "seen-04", "waits", "nothing"])
def test_what_is_written_otherwise_is_not_cut_out(own):
    assert narrowed(a_file(STRATEGY), own) is None


def test_one_measure():
    less = narrowed(a_file(MEASURES, "measures"), "calls")
    assert (
        less.data.decode()
        == "measures:\n  - id: calls\n    title: 'Calls'\n    unit: count\n    readings:\n      2022-01: 12\n"
    )


def test_lists_under_their_key_are_cut_as_well():
    less = differing([a_file(FLAT)], [a_file(FLAT.replace("Two", "Three"), name="b.yaml")])
    assert b"p-1" not in less[1][0].data
    one = FLAT.replace("  - id: p-1\n    text: One\n", "").replace("- id: q\n  title: Q\n", "")
    assert narrowed(a_file(FLAT), "p-2").data.decode() == one


def test_of_the_head_only_what_an_action_needs_is_left():
    text = STRATEGY.replace("voice:", "governance: [{body: Board}]\nvoice:")
    less = windows(text.encode(), text.replace("Ask twice", "Ask").encode(), "strategies")
    assert [[key for key in (b"title:", b"owner: D", b"vision", b"voice", b"Board") if key in one] for one in less] == [
        [b"title:", b"owner: D"]
    ] * 2
    for unsure in (b"id: a\nvision: 'x\nvalues: y\n", b"id: a\nvalues: [x,\nvision: y\n"):
        assert of_head(unsure, CORE) == unsure


def test_windows_are_only_taken_where_the_head_is_the_same():
    old, new = STRATEGY.encode(), STRATEGY.replace("Ask twice", "Ask").encode()
    assert windows(old, new, "strategies") is not None
    assert windows(old, old.replace(b"Carers''", b"Carer''"), "strategies") is None
    assert windows(old, new.replace(b"\n", b"\r"), "strategies") is None
    assert windows(b"id: a\n", b"id: b\n", "strategies") is None
    assert around(old, "strategies", 3) is None
