"""`strategy find`, and words where an id is wanted: offered, at a terminal chosen, never guessed."""

import json

import pytest

pytestmark = pytest.mark.usefixtures("today")

FILE = "strategies/young-carers.yaml"


def test_words_need_no_quotes_and_the_result_is_a_table_or_data(small, run):
    code, out, err = run("find", "spot", "young")
    assert (code, err) == (0, "")
    assert "young-carers/seen-01" in out
    content = json.loads(run("find", "spot young", "--format", "json")[1])
    assert (content["kind"], [one["item"] for one in content["found"]]) == ("found", ["young-carers/seen-01"])
    assert run("find", "spot", "-f", "csv")[1].splitlines()[0] == "item,thing,words,file,where,text"


def test_nothing_is_an_answer(small, run):
    assert run("find", "zebra") == (0, "", "nothing has the words: zebra\n")
    assert json.loads(run("find", "zebra", "-f", "json")[1])["found"] == []


def test_what_could_not_be_read_is_said(small, run):
    (small / FILE).write_text("[", encoding="utf-8")
    code, _, err = run("find", "break")
    assert (code, err.startswith("left out, because of 1 error in")) == (2, True)
    assert run("find", "break", "--keep-going")[0] == 0


@pytest.mark.parametrize(
    "command",
    [("show", "{}"), ("update", "{}", "--note", "x"), ("move", "{}", "--to", "2026-01-05", "--why", "x")],
)
def test_words_are_offered_and_nothing_is_written(small, run, command):
    before = (small / FILE).read_bytes()
    code, out, err = run(*(part.format("spot young carers") for part in command))
    assert (code, out, (small / FILE).read_bytes() == before) == (2, "", True)
    assert "has the id 'spot young carers'; these have its words:\n  young-carers/seen-01  (action) Train every" in err
    assert err.endswith("  help: type the id of the one you mean\n")


def test_of_a_measure_as_well(small, run):
    err = run("record", "first break", "2025/26 Q1", "29")[2]
    assert "no measure has the id 'first break'; these have its words:\n  waiting  (measure) Days until a first" in err


def test_at_a_terminal_one_is_chosen(small, run, typed):
    typed("9\nseen\n1\n")
    code, _, err = run("update", "every", "--note", "Half are trained")
    assert code == 0
    assert "  1 young-carers/seen-01: Train every school to spot young carers\nwhich one (1 to " in err
    assert "'9' is none of them; type a number from 1 to" in err
    assert "note: Half are trained" in (small / FILE).read_text("utf-8")


@pytest.mark.parametrize("answer", ["\n", "back\n", ""])
def test_or_none_is(small, run, typed, answer):
    typed(answer)
    code, _, err = run("show", "every")
    assert (code, "error: none was chosen\n" in err) == (2, True)


def test_an_id_that_may_be_several_is_a_choice_too(small, run, typed):
    typed("2\n")
    code, out, err = run("show", "01")
    assert (code, "'01' may be any of these:" in err) == (0, True)
    chosen = err.partition("  2 ")[2].partition(":")[0]
    assert out.splitlines()[0].endswith(chosen)
