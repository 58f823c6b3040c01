"""What is kept can never change an answer: whatever lies in the cache, the same bytes and the same exit code."""

import os
import secrets
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as tries
from hypothesis import strategies as st

import strategy_tracker
from strategy_tracker.app import kept_answers as module
from strategy_tracker.app import standing
from strategy_tracker.app.dates_in_git import NOT_ASKED
from strategy_tracker.app.kept_answers import kept_answers
from strategy_tracker.app.looking import validate as checking
from strategy_tracker.app.looking.chosen_files import choose_files
from strategy_tracker.app.looking.status import Filters, status
from strategy_tracker.app.moment import Moment
from strategy_tracker.files.portfolio import find_portfolio

from .conftest import DAY, MEASURES, OLD_PLAN, SHIPPED, YOUNG_CARERS, write_portfolio
from .repository import carers

COMMANDS = [
    ("validate", "--as-at", DAY),
    ("validate", "--as-at", DAY, "--all", "--format", "json"),
    ("validate", "--as-at", DAY, "--privacy", "--strict"),
    ("validate", "--as-at", DAY, "measures"),
    ("status", "--as-at", DAY, "--keep-going"),
    ("status", "--as-at", DAY, "--keep-going", "--format", "json"),
    ("status", "--as-at", DAY),
]
FAULTY = """\
id: faulty
title: Faulty
owner: head of  service
priorities:
  - id: one
    title: One
    measures: [nothing-here, calls]
    actions:
      - {id: a, text: Do it, due: 2025-10-04, owner: Head of Service} # allow due-on-weekend: a Saturday
      - {id: a, text: Do it, due: 4th of May}
      - {text: No id, due: 2024-01-01}
"""


@pytest.fixture
def cache(tmp_path, monkeypatch):
    """An empty folder for caches; give the packs in it."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "caches"))
    return lambda: sorted((tmp_path / "caches").rglob("*.pack"))


@pytest.fixture
def faulty(small, cache):
    """The small portfolio with a file in which much is wrong."""
    (small / "strategies" / "faulty.yaml").write_text(FAULTY, encoding="utf-8")
    return small


def cut(pack):
    pack.write_bytes(pack.read_bytes()[:-20])


def noise(pack):
    pack.write_bytes(secrets.token_bytes(5000))


def gone(pack):
    pack.unlink()


def of_others(pack):
    pack.chmod(0o644)


def a_folder(pack):
    pack.unlink()
    pack.mkdir()


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("harm", [cut, noise, gone, of_others, a_folder])
def test_whatever_lies_in_the_cache_the_answer_is_the_same(faulty, cache, run, command, harm):
    wanted = run(*command, "--no-cache")
    assert cache() == []
    assert run(*command) == wanted
    assert cache()
    assert run(*command) == wanted
    for pack in cache():
        harm(pack)
    assert run(*command) == wanted
    assert run(*command) == wanted


@pytest.mark.parametrize("command", COMMANDS[:2])
def test_where_nothing_can_be_kept_the_answer_is_the_same(faulty, cache, run, monkeypatch, tmp_path, command):
    wanted = run(*command, "--no-cache")
    (tmp_path / "a file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "a file" / "caches"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "a file" / "caches"))
    assert run(*command) == wanted
    monkeypatch.setenv("STRATEGY_NO_CACHE", "1")
    assert run(*command) == wanted


def test_another_program_takes_nothing_from_it(faulty, cache, run, monkeypatch):
    wanted = run(*COMMANDS[0])
    monkeypatch.setattr(module, "fingerprint", lambda: "another")
    monkeypatch.setattr(checking, "_examining", work_that_says("anew"))
    assert "anew" in run(*COMMANDS[0])[1]
    monkeypatch.undo()
    assert "anew" not in wanted[1]


def work_that_says(text):
    examining = checking._examining

    def work(*given):
        def one(file):
            found = examining(*given)(file)
            return found._replace(diagnostics=[item._replace(message=text) for item in found.diagnostics])

        return one

    return work


def refuse(*_):
    raise AssertionError("a file is examined again")


def test_what_did_not_change_is_not_read_again(faulty, cache, run, monkeypatch):
    wanted = run(*COMMANDS[0])
    monkeypatch.setattr(checking, "_examining", refuse)
    assert run(*COMMANDS[0]) == wanted
    assert run("validate", "--as-at", DAY, "--root", str(faulty)) == wanted


@pytest.mark.parametrize(
    "more",
    [
        *(("--format", form) for form in ("concise", "json", "github", "gitlab", "sarif", "junit")),
        ("--strict",),
        ("strategies",),
    ],
)
def test_another_width_format_or_filter_hits_the_same_entry(faulty, cache, run, monkeypatch, more):
    run(*COMMANDS[0])
    (pack,) = cache()
    before = pack.read_bytes()
    monkeypatch.setattr(checking, "_examining", refuse)
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.setenv("FORCE_COLOR", "1")
    run(*COMMANDS[0], *more)
    assert (cache(), pack.read_bytes()) == ([pack], before)


def change_settings(root):
    (root / "strategy-tracker.yaml").write_text("severity: {no-owner: error}\nyear_end: 31 December\n")


def spoil_settings(root):
    (root / "strategy-tracker.yaml").write_text("year_end: 31 April\nrequires: '>=99.0'\n")


def hide_settings(root):
    (root / "strategy-tracker.yaml").rename(root / "strategy-tracker.yml")


def inherit(root):
    path = root / "strategies" / "old-plan.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "measures_default: {frequency: month}\n", encoding="utf-8")


def rename(root):
    (root / "strategies" / "faulty.yaml").rename(root / "strategies" / "another.yaml")


def swap(root):
    one, other = root / "strategies" / "faulty.yaml", root / "strategies" / "old-plan.yaml"
    held = one.read_bytes()
    one.write_bytes(other.read_bytes())
    other.write_bytes(held)


def leave_out(root):
    (root / "measures" / "carers.yaml").unlink()


def link(root):
    (root / "measures" / "linked.yaml").symlink_to(root / "measures" / "carers.yaml")
    (root / "strategies" / "out.yaml").symlink_to(root.parent)


@pytest.mark.parametrize(
    "change", [change_settings, spoil_settings, hide_settings, inherit, rename, swap, leave_out, link]
)
def test_what_changed_is_seen_and_so_is_that_it_is_as_it_was(faulty, cache, run, change):
    for command in COMMANDS:
        run(*command)
    change(faulty)
    for command in COMMANDS:
        assert run(*command) == run(*command, "--no-cache")
    change_back = write_portfolio(faulty)
    assert [run(*command) for command in COMMANDS] == [run(*command, "--no-cache") for command in COMMANDS]
    assert change_back == faulty


def test_another_day_is_another_answer(faulty, cache, run):
    for day in (DAY, "2024-01-01", DAY, "2030-01-01"):
        assert run("validate", "--as-at", day) == run("validate", "--as-at", day, "--no-cache")


def test_a_file_that_changes_between_two_looks_is_kept_by_what_was_read_of_it(faulty, cache):
    """The bytes whose key it is are the bytes that were read, however late."""
    path = faulty / "strategies" / "old-plan.yaml"
    kept = kept_answers(find_portfolio(faulty), "q")
    path.write_text("id: other\ntitle: Other\n")
    (file,) = (file for file in kept.portfolio.files if file.name.endswith("old-plan.yaml"))
    assert kept.each([file], lambda: lambda one: len(one.data), int) == [len(path.read_bytes())]
    path.write_text(OLD_PLAN, encoding="utf-8")
    again = kept_answers(find_portfolio(faulty), "q")
    assert again.each([file], lambda: lambda _: -1, int) == [-1]


def test_an_earlier_moment_takes_nothing_from_it(faulty, cache):
    past = find_portfolio(faulty)._replace(known="as of then")
    assert kept_answers(past, "q").pack is None


TEXTS = (YOUNG_CARERS, OLD_PLAN, FAULTY, "measures: [", "", "id: \x00\n")
NAMES = ("a.yaml", "b.yml", "A.yaml", "b.yaml.txt", "ä.yaml")
EDITS = st.lists(
    st.one_of(
        st.tuples(st.just("write"), st.sampled_from(NAMES), st.sampled_from(TEXTS)),
        st.tuples(st.just("cut"), st.sampled_from(NAMES), st.integers(0, 900)),
        st.tuples(st.just("remove"), st.sampled_from(NAMES), st.none()),
        st.tuples(st.just("rename"), st.sampled_from(NAMES), st.sampled_from(NAMES)),
        st.tuples(st.just("measures"), st.just(""), st.sampled_from((MEASURES, MEASURES[:200], "measures: []\n"))),
    ),
    min_size=1,
    max_size=4,
)


def edit(root: Path, how, name, more):
    path = root / "strategies" / name
    if how == "measures":
        (root / "measures" / "carers.yaml").write_text(more, encoding="utf-8")
    elif how == "write":
        path.write_text(more, encoding="utf-8")
    elif path.is_file():
        if how == "cut":
            path.write_bytes(path.read_bytes()[:more])
        elif how == "remove":
            path.unlink()
        else:
            path.rename(path.with_name(more))


def found_in(root, *, anew):
    return checking.validate(choose_files((), root), date(2025, 10, 1), anew=anew)


def standing_of(root, *, anew):
    return status(Moment(find_portfolio(root), date(2025, 10, 1)), Filters(), anew=anew)


@given(st.lists(EDITS, min_size=1, max_size=4))
@tries(max_examples=25)
def test_files_may_be_edited_renamed_added_and_removed_between_two_looks(tmp_path_factory, rounds):
    root = write_portfolio(tmp_path_factory.mktemp("edited"))
    for edits in rounds:
        found_in(root, anew=False), standing_of(root, anew=False)
        for one in edits:
            edit(root, *one)
        assert repr(found_in(root, anew=False)) == repr(found_in(root, anew=True))
        assert repr(standing_of(root, anew=False)) == repr(standing_of(root, anew=True))


def test_the_folder_of_the_cache_may_be_read_only(faulty, cache, run, tmp_path):
    wanted = run(*COMMANDS[0], "--no-cache")
    folder = tmp_path / "caches"
    folder.mkdir()
    folder.chmod(0o500)
    try:
        assert run(*COMMANDS[0]) == wanted
        assert cache() == [] or os.getuid() == 0
    finally:
        folder.chmod(0o700)


STATUS = ("status", "--as-at", DAY)


def test_what_was_judged_is_not_judged_again(small, cache, run, monkeypatch):
    wanted = run(*STATUS)
    monkeypatch.setattr(standing, "_judging", refuse)
    assert run(*STATUS) == wanted


@pytest.mark.parametrize(
    "more",
    [
        ("--format", "markdown"),
        ("--format", "csv"),
        ("--owner", "Head of Service"),
        ("--rag", "red", "--why"),
        ("--actions", "--priority", "seen"),
        ("young-carers",),
    ],
)
def test_a_status_of_another_form_hits_the_same_entry(small, cache, run, monkeypatch, more):
    run(*STATUS)
    (pack,) = cache()
    before = pack.read_bytes()
    monkeypatch.setattr(standing, "_judging", refuse)
    monkeypatch.setenv("COLUMNS", "200")
    run(*STATUS, *more)
    assert (cache(), pack.read_bytes()) == ([pack], before)


def test_a_status_with_all_readings_does_not_take_the_place_of_the_other(small, cache, run, monkeypatch):
    every = (*STATUS, "--measures")
    wanted = run(*STATUS), run(*every)
    monkeypatch.setattr(standing, "_judging", refuse)
    assert (run(*STATUS), run(*every)) == wanted
    assert run(*STATUS, "--format", "json")[0] == 0
    assert len(cache()) == 2


OTHERS = """\
comparators:
  - id: county
    title: The county
    source: Its yearbook
    figures:
      C1: {2024/25: 12}
"""
CODED = """\
measures:
  - id: coded
    title: Coded
    unit: count
    better: higher
    code: C1
    readings: {2024/25: 14}
"""


def test_figures_of_others_are_those_of_this_moment(small, cache, run):
    (small / "measures" / "coded.yaml").write_text(CODED, encoding="utf-8")
    path = small / "comparators" / "county.yaml"
    path.parent.mkdir()
    for text in (OTHERS, OTHERS.replace("12", "20"), OTHERS.replace("figures", "figurs"), OTHERS):
        path.write_text(text, encoding="utf-8")
        for command in ((*STATUS, "--measures", "--why", "--keep-going"), STATUS):
            assert run(*command) == run(*command, "--no-cache")
            assert run(*command) == run(*command, "--no-cache")
    path.unlink()
    assert run(*STATUS) == run(*STATUS, "--no-cache")


def test_what_git_alone_knows_of_a_date_is_asked_each_time(tmp_path, cache, run, monkeypatch):
    made = carers(tmp_path / "portfolio")
    made.change("due: 2022-06-30", "due: 2022-09-30").commit("Later", "2022-02-15")
    monkeypatch.chdir(made.root)
    run("status", "--as-at", "2022-03-01", "--measures")
    told = run("status", "--as-at", "2022-03-01", "--format", "json")
    assert told == run("status", "--as-at", "2022-03-01", "--format", "json", "--no-cache")
    assert "2022-02-15" in told[1]


def test_an_earlier_moment_and_the_library_neither_use_nor_fill_it(tmp_path, cache, run, monkeypatch):
    made = carers(tmp_path / "portfolio")
    monkeypatch.chdir(made.root)
    run("status", "--rev", "HEAD")
    run("history", "carers/seen-01")
    strategy_tracker.standing(made.root, date(2022, 3, 1))
    strategy_tracker.check(made.root, date(2022, 3, 1))
    assert cache() == []


def kept_twice(folder, day, *, whole):
    """How a portfolio stands: worked out and kept, taken from what is kept, and worked out without."""
    for _ in range(2):
        kept = kept_answers(find_portfolio(folder), "status", day.isoformat(), whole, beside="comparators")
        yield standing.stand_kept(kept, day, NOT_ASKED, whole=whole)
    yield standing.stand(find_portfolio(folder), day, whole=whole)


@pytest.mark.parametrize("whole", [True, False])
@pytest.mark.parametrize("folder", [SHIPPED, SHIPPED / "examples" / "exampleton"])
def test_a_standing_is_the_same_to_the_last_type_and_figure(cache, folder, whole):
    first, again, anew = (repr(one) for one in kept_twice(folder, date(2022, 8, 31), whole=whole))
    assert first == anew
    assert again == anew


def test_two_commands_may_write_at_once(small, cache, run):
    one, other = (kept_answers(find_portfolio(small), "validate", DAY, 100) for _ in range(2))
    files = one.portfolio.files
    for each in (one, other):
        each.each(files, lambda: lambda file: len(file.data), int)
    other.save()
    one.save()
    assert run(*COMMANDS[0]) == run(*COMMANDS[0], "--no-cache")
