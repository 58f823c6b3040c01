"""Reading less must never tell another story than reading everything."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategy_tracker.comparing.compare import compare
from strategy_tracker.comparing.questions import signals
from strategy_tracker.files.find import DataFile
from strategy_tracker.files.load import load
from strategy_tracker.history.items.cut import only_this_item, only_what_differs, reads_back
from strategy_tracker.history.items.pieces import pieces_of
from strategy_tracker.history.items.two_moments import side_of
from strategy_tracker.model.dates.period import MARCH
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
LATE = STRATEGY.replace(
    "  - id: heard\n    title: Heard\n",
    "  - rationale: |\n      text: x\n      - id: y\n    title: Heard\n    id: heard\n",
).replace("plain: What I say counts", "owner: Other")
ODD = [
    'note: "open', "note: 'open", "it's", "note: |", "note: >-", "- id: seen-02", "  - id: heard", "actions:", "[a,",
    "b]", "}", '"', "'", '# "', "- {id: a-1, text: hi}", 'text: "a [b"', "owner: Other", "id: heard-01", "  text: more",
'values: [a, "]",', "said: 'x, '", 'note: "x \\"', "---", "- a: b", "due: 2023-01-01", "title: T", "",
    "- title: Third", "- rationale: |", "-", "id: third",
]  # fmt: skip


def a_file(text, kind="strategies", name="a.yaml"):
    return DataFile(name, "", kind, len(text), text.encode())


def ids(record):
    return [one.id for one in (items(record) if isinstance(record, Strategy) else record.measures)]


def told(old, new):
    """What a comparison of some files tells and asks, and whether all could be read and no id stands twice."""
    loaded = [[load(file, MARCH) for file in side] for side in (old, new)]
    whole = all(one.record is not None and not one.diagnostics for side in loaded for one in side)
    whole = whole and all(
        len(names) == len(set(names)) for side in loaded for one in side for names in [ids(one.record)]
    )
    before, after = (side_of(side, DEFAULTS, DAY) for side in loaded)
    found = compare(before, after, time=False)
    return whole, (sorted(found), sorted(signals(before, after, found)))


def same_story(old, new, kind):
    before, after = [a_file(old, kind)], [a_file(new, kind)]
    less = only_what_differs(list(before), list(after))
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


@pytest.mark.parametrize(
    ("text", "kind"), [(STRATEGY, "strategies"), (FLAT, "strategies"), (LATE, "strategies"), (MEASURES, "measures")]
)
def test_reading_less_tells_the_same_story_whatever_was_edited(text, kind):
    @given(st.data())
    def check(data):
        old = data.draw(edits(text)) if data.draw(st.booleans()) else text
        same_story(old, data.draw(edits(old)), kind)

    check()


ONE = {"strategies": ["seen-01", "seen-02", "heard-01", "heard-02"], "measures": ["schools", "calls"]}


@pytest.mark.parametrize("text", [STRATEGY, FLAT.replace("p-", "heard-0"), LATE, MEASURES])
def test_one_item_alone_is_what_it_is_in_its_file_whatever_was_edited(text):
    kind = "measures" if text == MEASURES else "strategies"

    @given(st.data())
    def check(data):
        file = a_file(data.draw(edits(text)), kind)
        loaded = load(file, MARCH)
        valid = loaded.record is not None and not loaded.diagnostics
        for own in ONE[kind] if valid else ():
            part = only_this_item(file, own)
            if part is None or ids(loaded.record).count(own) > 1:
                continue
            assert reads_back(load(part, MARCH), lambda: loaded)
            assert alone(load(part, MARCH).record, own) == alone(loaded.record, own)

    check()


def alone(record, own):
    """An item with all it inherits."""
    if not isinstance(record, Strategy):
        return [one for one in record.measures if one.id == own]
    head = [getattr(record, key) for key in ("id", "title", "owner", "starts", "ends", "superseded", "review_every")]
    return [(*head, p.id, p.title, p.owner, one) for p in record.priorities for one in p.actions if one.id == own]


def test_a_priority_whose_id_comes_last_keeps_its_keys_to_itself():
    part = only_this_item(a_file(LATE), "seen-02")
    assert "rationale" not in part.data.decode()
    assert load(part, MARCH).record.priorities[0].owner == ("Head",)
    assert load(only_this_item(a_file(LATE), "heard-02"), MARCH).record.priorities[0].owner == ("Other",)


def test_a_part_with_a_fault_of_its_own_does_not_stand_for_its_file():
    whole = load(a_file(STRATEGY), MARCH)
    faulty = load(a_file(STRATEGY.replace("due: 2022-06-30", "due: soon")), MARCH)
    assert reads_back(whole, lambda: 1 / 0)
    assert reads_back(faulty, lambda: faulty)
    assert not reads_back(faulty, lambda: whole)


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


def test_the_meetings_of_a_strategy_stay_for_what_is_asked_of_its_updates():
    def text(day):
        updates = f"        updates: [{{on: {day}, state: in-progress, note: Going on}}]\n" if day else ""
        actions = "".join(f"      - id: p-{n}\n        text: Do {n}\n{updates}" for n in range(8))
        head = "id: a\ntitle: A\nvision: Seen\ngovernance:\n  - {body: Board, held: [2022-06-01]}\n"
        return f"{head}priorities:\n  - id: p\n    title: P\n    actions:\n{actions}"

    less = same_story(text(""), text("2022-05-31"), "strategies")
    assert [(b"governance" in one.data, b"vision" in one.data) for side in less for one in side] == [(True, False)] * 2
    more = text("2022-05-31") + "".join(
        f"      - id: q-{n}\n        text: Do {n}\n        updates: [{{on: 2022-05-31, state: complete}}]\n"
        for n in range(8)
    )
    same_story(text("2022-05-31"), more, "strategies")


def test_the_same_in_files_of_other_names_is_the_same():
    head, tail = MEASURES.split("  - id: calls")
    old = [a_file(MEASURES, "measures")]
    new = [a_file(head, "measures", "b.yaml"), a_file(f"measures:\n  - id: calls{tail}", "measures", "c.yaml")]
    less = only_what_differs(old, new)
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
    made = pieces_of(text.encode(), "strategies")
    assert made is None or b"".join(piece.text for piece in made.listed) == text.encode()
    assert only_this_item(a_file(text), "seen-02") is None


def test_practice_and_too_large_files_are_read_whole():
    practice = a_file("practice:\n  - id: a\n", "practice")
    large = DataFile("b.yaml", "", "strategies", 10**9, None)
    assert only_what_differs([practice, large], [practice, large]) == ([practice, large], [practice, large])
    assert pieces_of(b"practice:\n  - id: a\n", "practice") is None


@pytest.mark.parametrize("own", ["seen-01", "seen-02", "heard-01", "heard-02"])
@pytest.mark.parametrize("eol", ["\n", "\r\n"])
def test_one_action_with_all_it_inherits(own, eol):
    text = STRATEGY.replace("\n", eol)
    less = only_this_item(a_file(text), own)
    assert less is not None
    record, whole = load(less, MARCH).record, load(a_file(text), MARCH).record
    (priority,) = record.priorities
    assert [one.id for one in priority.actions] == [own]
    (full,) = [one for one in whole.priorities if one.id == priority.id]
    assert priority.actions[0] in full.actions
    assert (priority.owner, record.owner, record.starts) == (full.owner, whole.owner, whole.starts)
    assert record.vision == ()


@pytest.mark.parametrize("own", ["seen-03", "seen-04", "waits", "nothing"])
def test_what_is_written_otherwise_is_not_cut_out(own):
    assert only_this_item(a_file(STRATEGY), own) is None


def test_one_measure():
    less = only_this_item(a_file(MEASURES, "measures"), "calls")
    assert (
        less.data.decode()
        == "measures:\n  - id: calls\n    title: 'Calls'\n    unit: count\n    readings:\n      2022-01: 12\n"
    )


def test_lists_under_their_key_are_cut_as_well():
    less = only_what_differs([a_file(FLAT)], [a_file(FLAT.replace("Two", "Three"), name="b.yaml")])
    assert b"p-1" not in less[1][0].data
    one = FLAT.replace("  - id: p-1\n    text: One\n", "").replace("- id: q\n  title: Q\n", "")
    assert only_this_item(a_file(FLAT), "p-2").data.decode() == one


def test_several_owners_of_a_priority_stay_with_their_action():
    several = LATE.replace("owner: Head   # a post\n", "owner:\n      - Head\n      - Clerk\n")
    assert several != LATE
    part = only_this_item(a_file(several), "seen-02")
    assert load(part, MARCH).record.priorities[0].owner == ("Head", "Clerk")
