"""Mending in place: what is meant changes, nothing else does, and what is not certain is left and said."""

from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategy_tracker.app.looking.validate import check
from strategy_tracker.editing.changes import CannotEdit, Rename
from strategy_tracker.editing.fix import mended, new_id_for, say_fixable
from strategy_tracker.editing.fixes import NeedsId
from strategy_tracker.editing.splicing.edit import edit_all
from strategy_tracker.files.parsing.check_text import Unreadable
from strategy_tracker.files.parsing.parse import read_tree
from strategy_tracker.files.portfolio import open_portfolio
from strategy_tracker.problem import Problem

TODAY = date(2026, 1, 15)
STRATEGY = """\
id: plan
title: Plan
priorities:
  - id: seen
    title: Seen
    actions:
      - {id: seen-01, text: One}
      # about the second
      - text: Two   # a note
        owner: Head
"""
MEASURES = """\
measures:
  - title: Calls a day
    unit: count
    readings:
      2017/18: 4   # first
      '2018-19': 5
"""


def nothing(path, text):
    return b""


@pytest.fixture
def root(tmp_path):
    for place, text in {"strategies/plan.yaml": STRATEGY, "measures/calls.yaml": MEASURES}.items():
        (tmp_path / place).parent.mkdir(exist_ok=True)
        (tmp_path / place).write_bytes(text.encode())
    return tmp_path


def run(root, held=nothing, dry_run=False, kinds=("strategies", "measures", "practice")):
    """What is mended in each file that can be parsed, and the files written unless `dry_run`."""
    found, texts, done = open_portfolio(root), {}, []
    for file in found.files:
        if file.kind in kinds:
            with suppress(Unreadable):
                if one := mended(found, file, texts, held):
                    texts[file.name] = one.edit.after
                    done.append(one)
    for one in done if not dry_run else ():
        Path(one.file.path).write_bytes(one.edit.after)
    return done


def test_only_the_lines_that_are_meant_change(root):
    done = run(root)
    assert [(one.file.name, one.faults, one.refusals) for one in done] == [
        ("measures/calls.yaml", 2, ()),
        ("strategies/plan.yaml", 1, ()),
    ]
    strategy = (root / "strategies/plan.yaml").read_bytes().decode()
    assert strategy == STRATEGY.replace("# a note\n", "# a note\n        id: seen-02\n")
    measures = (root / "measures/calls.yaml").read_bytes().decode()
    assert measures == MEASURES.replace("a day\n", "a day\n    id: calls-day\n").replace("2018-19", "2018/19")


def test_what_is_mended_is_an_error_no_more(root):
    before = check(open_portfolio(root), TODAY)
    run(root)
    assert before.count("error") == 3
    assert check(open_portfolio(root), TODAY).count("error") == 0


def test_a_second_run_finds_nothing(root):
    run(root)
    assert run(root) == []


def test_a_dry_run_plans_the_same_and_writes_nothing(root):
    before = {path: path.stat().st_mtime_ns for path in root.rglob("*")}
    planned = run(root, dry_run=True)
    assert {path: path.stat().st_mtime_ns for path in root.rglob("*")} == before
    done = run(root)
    assert planned == done


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_endings_and_the_mark_at_the_top_stay(root, ending, mark):
    for place, text in {"strategies/plan.yaml": STRATEGY, "measures/calls.yaml": MEASURES}.items():
        (root / place).write_bytes((mark + text.replace("\n", ending)).encode())
    run(root)
    for path in (root / "strategies/plan.yaml", root / "measures/calls.yaml"):
        text = path.read_bytes().decode()
        assert text.startswith(mark + "id: plan" if "plan" in path.name else mark + "measures:")
        assert text.count("\n") == text.count(ending)
        assert "id: seen-02" in text or "id: calls-day" in text


def test_a_file_that_cannot_be_parsed_is_not_touched(root):
    broken = b"measures:\n  - title: [Calls\n"
    (root / "measures/calls.yaml").write_bytes(broken)
    assert [one.file.name for one in run(root)] == ["strategies/plan.yaml"]
    assert (root / "measures/calls.yaml").read_bytes() == broken


def test_other_mistakes_in_a_file_stay_as_they_are(root):
    path = root / "strategies/plan.yaml"
    path.write_text(STRATEGY.replace("owner: Head", "due: 2025-02-30"), encoding="utf-8")
    run(root)
    assert "        id: seen-02\n        due: 2025-02-30\n" in path.read_text(encoding="utf-8")


def test_an_id_that_only_git_remembers_is_not_given_again(root):
    def held(path, text):
        return b"-      - {id: seen-02, text: Withdrawn}" if path.name == "plan.yaml" else b""

    run(root, held)
    assert "id: seen-03" in (root / "strategies/plan.yaml").read_text(encoding="utf-8")


def test_history_is_asked_for_where_the_ids_of_a_kind_stand(root):
    asked = set()

    def held(path, text):
        asked.add(path.relative_to(root).as_posix())
        return b""

    (root / "strategies/two.yaml").write_text("title: Two\n", encoding="utf-8")
    run(root, held)
    assert asked == {"strategies/plan.yaml", "strategies", "measures"}


@pytest.mark.parametrize("dry_run", [True, False])
def test_two_files_that_need_the_same_id_get_two(root, dry_run):
    for number in (1, 2):
        text = "measures: [{title: Visits, unit: count}, {title: Visits, unit: count}]\n"
        (root / f"measures/visits-{number}.yaml").write_text(text, encoding="utf-8")
    done = run(root, dry_run=dry_run, kinds=("measures",))
    trees = [read_tree(one.edit.after) for one in done if "visits" in one.file.name]
    assert [item["id"] for tree in trees for item in tree["measures"]] == ["visits", "visits-2", "visits-3", "visits-4"]


def test_every_kind_of_thing_gets_an_id_of_its_words(root):
    text = (
        "title: Young Carers Strategy 2025\ngroups: [{title: Everyday lives}]\n"
        "priorities: [{title: Seen, actions: [{text: Train}, {text: Ask}]}]\n"
        "pledge: [{text: We listen to you}]\nvoice: [{said: Too slow}]\n"
    )
    (root / "strategies/plan.yaml").write_text(text, encoding="utf-8")
    (root / "practice").mkdir()
    (root / "practice/all.yaml").write_text("practice: [{title: Walk in, summary: S}]\n", encoding="utf-8")
    trees = {one.file.kind: read_tree(one.edit.after) for one in run(root)}
    plan = trees["strategies"]
    assert [action["id"] for action in plan["priorities"][0]["actions"]] == ["seen-01", "seen-02"]
    names = [plan["id"], *(plan[key][0]["id"] for key in ("groups", "priorities", "pledge", "voice"))]
    assert names == ["young-carers-2025", "everyday-lives", "seen", "listen", "too-slow"]
    assert trees["practice"]["practice"][0]["id"] == "walk"


def test_words_of_which_no_id_can_be_made_are_left_and_said(root):
    text = "id: plan\ntitle: Plan\npriorities:\n  - title: 計画\n    actions:\n      - text: Train\n"
    (root / "strategies/plan.yaml").write_text(text, encoding="utf-8")
    (done,) = run(root, kinds=("strategies",))
    assert (done.faults, done.edit.before) == (0, done.edit.after)
    assert done.refusals == (
        "strategies/plan.yaml:4: not mended: no id can be made of '計画'",
        "strategies/plan.yaml:6: not mended: its priority has no id",
    )
    assert (root / "strategies/plan.yaml").read_text(encoding="utf-8") == text


def test_an_edit_that_cannot_be_proved_is_not_made(monkeypatch):
    change = Rename(("a",), "2018-19", "2018/19")
    with pytest.raises(CannotEdit, match="the way '2018-19' is written does not allow a safe edit"):
        edit_all(b'a: {"2018\\x2D19": 5}\n', [change])
    with pytest.raises(CannotEdit):
        edit_all(b"a: {2018-19: 5}\n", [change._replace(name="[2018")])


def test_an_edit_that_is_not_safe_is_left_and_said(root, monkeypatch):
    (root / "measures/calls.yaml").write_text('measures: [{id: a, readings: {"2018\\x2D19": 5}}]\n', encoding="utf-8")
    (done,) = run(root, kinds=("measures",))
    assert (done.faults, len(done.refusals)) == (0, 1)
    assert done.refusals[0].startswith("measures/calls.yaml:1: not mended: the way '2018-19' is written")


def test_an_action_of_a_priority_with_a_faulty_id_gets_none():
    tree = read_tree(b"priorities: [{id: 5, actions: [{text: Train}]}]\n")
    with pytest.raises(Problem, match="its priority has no id"):
        new_id_for(NeedsId(("priorities", 0, "actions", 0), "action", "Train", "text"), tree, lambda text: set())


KEYS = st.sampled_from(["2015-16", "2016/17", "2010-11", "2017-2018", "2018–19", "2011-12", "2012/13"])


@given(st.dictionaries(KEYS, st.integers(0, 99), min_size=1), st.sampled_from(["plain", "'", '"']), st.booleans())
def test_a_key_is_renamed_where_it_stands_and_its_value_stays(entries, quote, flow):
    mark = "" if quote == "plain" else quote
    pairs = [f"{mark}{key}{mark}: {value}" for key, value in entries.items()]
    text = f"a: {{{', '.join(pairs)}}}  # c\n" if flow else "a:\n" + "".join(f"  {pair}  # c\n" for pair in pairs)
    for key in entries:
        made = edit_all(text.encode(), [Rename(("a",), key, "1999/00")])
        after = {("1999/00" if one == key else one): value for one, value in entries.items()}
        assert list(read_tree(made.after)["a"].items()) == list(after.items())
        assert made.after.decode() == text.replace(f"{mark}{key}{mark}:", f"{mark}1999/00{mark}:")


def test_help_names_the_faults_that_can_be_mended_and_no_others(root):
    text = MEASURES + "      2011-12: 5\n  - {id: b, title: B, unit: count, readings: {2011-12: 1, 2011-13-01: 2}}\n"
    (root / "measures/calls.yaml").write_text(text, encoding="utf-8")
    (root / "strategies/plan.yaml").write_text("id: plan\n", encoding="utf-8")
    (root / "strategies/two.yaml").write_text("id: [\n", encoding="utf-8")
    found = open_portfolio(root)
    listed = say_fixable(check(found, TODAY).diagnostics, found.files)
    assert [(item.position.line, item.code) for item in listed if item.help.endswith("; --fix does it")] == [
        (2, "missing-key"),
        (6, "not-a-period"),
        (7, "ambiguous-period"),
    ]
    assert {(item.code, item.help) for item in listed if item.position.line in (1, 8)} >= {
        ("missing-key", "add 'title: …'"),
        ("ambiguous-period", "write 2011/12 for the year, or the last day for the month"),
    }


def test_a_file_that_is_gone_meanwhile_has_nothing_to_mend(root):
    found = open_portfolio(root)
    listed = check(found, TODAY).diagnostics
    (root / "measures/calls.yaml").unlink()
    (root / "strategies/plan.yaml").unlink()
    assert say_fixable(listed, found.files) == listed
    for file in found.files:
        with pytest.raises(Unreadable):
            mended(found, file, {}, nothing)


def test_dates_and_periods_in_their_usual_spellings_are_written_as_files_have_them(root):
    (root / "measures/calls.yaml").write_text(
        "measures:\n  - id: a\n    title: A\n    unit: count\n    better: none\n"
        "    readings:\n      Q1 2025/26: {value: 5, recorded: 30/06/2025}\n      'Sept 2025': 6 # kept\n"
        "      December 2011: 7\n"
        "      2025-Q1: 7\n      2025/26 q2: 8\n      2025/26 Q2: 9\n",
        encoding="utf-8",
    )
    (root / "strategies/plan.yaml").write_text(
        "id: plan\ntitle: Plan\nstarts: 1 April 2025\nends: 03/04/2026\n"
        "priorities:\n  - id: a\n    title: A\n    actions:\n"
        '      - {id: a-01, text: One, every: month, done: ["31st May 2025", 30-06-2025], due: ongoing}\n',
        encoding="utf-8",
    )
    run(root)
    assert (root / "measures/calls.yaml").read_text(encoding="utf-8").partition("readings:\n")[2] == (
        "      2025/26 Q1: {value: 5, recorded: 2025-06-30}\n      '2025-09': 6 # kept\n      2011-12-31: 7\n"
        "      2025-Q1: 7\n      2025/26 q2: 8\n      2025/26 Q2: 9\n"
    )
    text = (root / "strategies/plan.yaml").read_text(encoding="utf-8")
    assert "starts: 2025-04-01\nends: 03/04/2026\n" in text
    assert 'done: ["2025-05-31", 2025-06-30], due: ongoing}' in text
    listed = say_fixable(check(open_portfolio(root), TODAY).diagnostics, open_portfolio(root).files)
    assert not any("--fix does it" in item.help for item in listed)
