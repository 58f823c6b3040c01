"""`strategy undo`: shown first, then done; at a terminal one after the other."""

import pytest

from tests.cli.repository import Repository

pytestmark = pytest.mark.usefixtures("today")

FILE = "strategies/young-carers.yaml"


@pytest.fixture
def written(small, run):
    Repository(small).commit("First", "2025-09-30")
    texts = [(small / FILE).read_bytes()]
    for note in ("First note", "Second note"):
        assert run("update", "young-carers/seen-01", "--note", note)[0] == 0
        texts.append((small / FILE).read_bytes())
    return texts


def test_through_a_pipe_it_takes_back_one(small, run, written):
    code, out, err = run("undo")
    assert (code, (small / FILE).read_bytes()) == (0, written[1])
    assert "-          - {on: 2025-10-01, state: in-progress, note: Second note}\n" in out
    assert err.startswith(f"young-carers/seen-01 in {FILE}, written on 2025-10-01\ntaken back: {FILE}:")
    assert run("undo")[0] == 0
    assert (small / FILE).read_bytes() == written[0]
    assert run("undo") == (0, "", "there is nothing to take back\n")


def test_a_dry_run_only_shows_it(small, run, written):
    code, out, _ = run("undo", "--dry-run")
    assert (code, "Second note" in out, (small / FILE).read_bytes()) == (0, True, written[2])


@pytest.mark.parametrize(
    ("answers", "left"),
    [("\n\n", 1), ("yes\nyes\n", 0), ("no\n", 2), ("back\n", 2), ("", 2), ("y\n", 1), ("y\ny\ny\n", 0)],
)
def test_in_a_terminal_it_asks_and_goes_on(small, run, written, typed, answers, left):
    typed(answers)
    code, out, err = run("undo")
    assert (code, (small / FILE).read_bytes()) == (0, written[left])
    assert out.index("Second note") >= 0
    assert "take this back: yes or no [yes]: " in err
    assert ("take this back, too: yes or no [no]: " in err) == (left < 2)


def test_after_a_commit_it_says_that_it_is_to_be_committed(small, run, written):
    Repository(small).commit("Second", "2025-10-01")
    assert "  it was committed before, so this is a new change: commit it as well\n" in run("undo")[2]


def test_changed_lines_are_refused(small, run, written):
    text = written[2].decode().replace("Second note", "Another note")
    (small / FILE).write_text(text, encoding="utf-8")
    code, out, err = run("undo")
    assert (code, out) == (2, "")
    assert f"error: nothing was taken back: {FILE}:" in err
    assert (small / FILE).read_text("utf-8") == text


@pytest.fixture
def stuck(small, run):
    """A write, and one after it whose line was typed over since."""
    Repository(small).commit("First", "2025-09-30")
    path = small / "measures/carers.yaml"
    before = path.read_bytes()
    measure = path.read_text("utf-8").partition("- id: ")[2].split("\n")[0]
    assert run("record", measure, "2025/26 Q2", "41")[0] == 0
    assert run("update", "young-carers/seen-01", "--note", "First note")[0] == 0
    text = (small / FILE).read_text("utf-8").replace("First note", "Another note")
    (small / FILE).write_text(text, encoding="utf-8")
    return path, before, text


def test_in_a_terminal_what_was_typed_over_is_named_once_and_the_write_before_it_is_offered(small, run, stuck, typed):
    path, before, text = stuck
    typed("yes\n")
    code, out, err = run("undo")
    assert (code, path.read_bytes(), (small / FILE).read_text("utf-8")) == (0, before, text)
    assert (err.count("nothing was taken back: "), "Another note" in out) == (1, False)
    assert "  help: undo it by hand; what you wrote before it comes next\n" in err
    assert "take this back: yes or no [no]: " in err
    assert err.endswith("there is nothing else to take back\n")


def test_in_a_terminal_enter_leaves_the_write_before_it(run, stuck, typed):
    path, before, _ = stuck
    typed("\n")
    assert (run("undo")[0], path.read_bytes() == before) == (0, False)


def test_a_dry_run_shows_the_write_before_it(run, stuck):
    code, out, err = run("undo", "--dry-run")
    assert (code, "2025/26 Q2: 41" in out, "nothing was taken back: " in err) == (0, True, True)


def test_in_a_pipe_nothing_else_is_taken_back_than_what_was_written_last(run, stuck):
    path, before, _ = stuck
    code, out, err = run("undo")
    assert (code, out, path.read_bytes() == before) == (2, "", False)
    assert "in a terminal 'strategy undo' goes on with what you wrote before it\n" in err


def test_a_step_back_in_a_check_in_is_no_write_any_more(small, run, typed):
    Repository(small).commit("First", "2025-09-30")
    before = (small / FILE).read_bytes()
    typed("update\n\namber\nHalf agreed\nnone\nback\nskip\nquit\n")
    run("checkin")
    assert (small / FILE).read_bytes() == before
    assert run("undo")[2] == "there is nothing to take back\n"


def test_what_was_mended_is_taken_back_as_well(small, run):
    path = small / FILE
    path.write_text(path.read_text("utf-8").replace("      - id: seen-02\n        text:", "      - text:"), "utf-8")
    Repository(small).commit("First", "2025-09-30")
    before = path.read_bytes()
    assert "  undo: strategy undo\n" in run("validate", "--fix")[2]
    run("undo")
    assert path.read_bytes() == before
