"""`strategy add`: at the end of its list, in the file's own way of writing, with an id that was never used."""

import difflib
from typing import get_args

import pytest

from strategy_tracker.files import write as store_write
from strategy_tracker.files.write import CannotWrite
from strategy_tracker.model.measures.unit import UnitWord
from tests.cli.repository import Repository, carers

NO_GIT = (
    "note: an id that was used before may be given again: this folder is not in a git repository, so nothing is known "
    "of earlier moments\n  help: 'git init' and a first commit begin the record\n"
)
SAY_UNIT = f"say --unit with one of: {', '.join(get_args(UnitWord))}; or one of your own: --unit tonnes"
PLAN = """\
# Ours
id: plan
title: Plan
owner: Head of Service

priorities:
  - id: safe   # short
    title: Safe
    # who answers
    owner: Manager

  - id: heard
    title: Heard
    actions:
      - id: heard-1
        text: Ask
      # the last one
      - id: heard-2
        text: Listen   # really
        # and note it
# the end
"""


@pytest.fixture
def plan(tmp_path, monkeypatch):
    """A portfolio with one strategy and nothing else."""
    (tmp_path / "strategies").mkdir()
    (tmp_path / "strategies/plan.yaml").write_bytes(PLAN.encode())
    monkeypatch.chdir(tmp_path)
    return tmp_path


def changed(before, after):
    """The lines of a diff that add or take away."""
    lines = difflib.ndiff(before.splitlines(keepends=True), after.splitlines(keepends=True))
    return [line for line in lines if line[0] in "+-"]


def text(root, name="strategies/plan.yaml"):
    return (root / name).read_bytes().decode()


def write(root, content, name="strategies/plan.yaml"):
    (root / name).parent.mkdir(exist_ok=True)
    (root / name).write_bytes(content.encode())


class TestActions:
    def test_an_action_is_added_at_the_end_with_the_next_id_and_nothing_else_moves(self, run, plan):
        assert run("add", "action", "Tell  them what was done", "--to", "heard") == (
            0,
            "plan/heard-3\n",
            (
                f"wrote strategies/plan.yaml:21\n  undo: strategy undo\n{NO_GIT}"
                "  next: strategy update plan/heard-3 --state in-progress\n"
            ),
        )
        assert changed(PLAN, text(plan)) == ["+       - id: heard-3\n", "+         text: Tell them what was done\n"]
        assert "# and note it\n      - id: heard-3\n        text: Tell them what was done\n# the end" in text(plan)

    def test_the_first_action_of_a_priority_begins_a_row_with_its_id(self, run, plan):
        assert run("add", "action", "Train all", "--to", "safe")[:2] == (0, "plan/safe-01\n")
        expected = "    owner: Manager\n    actions:\n      - id: safe-01\n        text: Train all\n\n  - id: heard"
        assert expected in text(plan)

    def test_the_keys_stand_in_the_order_of_the_model_and_dates_are_written_plainly(self, run, plan):
        options = ["--every", "month", "--due", "2030", "--owner", "Team: A", "--kind", "practice"]
        assert run("add", "action", "Train all", "--to", "heard", *options)[0] == 0
        assert changed(PLAN, text(plan)) == [
            f"+ {line}\n"
            for line in (
                "      - id: heard-3",
                "        text: Train all",
                "        kind: practice",
                "        owner: 'Team: A'",
                "        due: 2030",
                "        every: month",
            )
        ]

    @pytest.mark.parametrize(
        ("siblings", "expected"),
        [
            (["a-01", "a-09"], "a-10"),
            (["a-9"], "a-10"),
            (["a-99"], "a-100"),
            (["a-08", "a-009"], "a-10"),
            (["x1", "x2", "vision-2030"], "x3"),
            (["7"], "8"),
            (["open-door"], "heard-01"),
            (["open-door", "vision-2030"], "heard-01"),
            (["a-1", "b-1"], "heard-01"),
        ],
    )
    def test_the_row_that_most_siblings_follow_goes_on_in_their_width(self, run, plan, siblings, expected):
        listed = "".join(f"      - {{id: {quoted(own)}, text: Do {own}}}\n" for own in siblings)
        write(plan, f"id: plan\ntitle: Plan\npriorities:\n  - id: heard\n    title: H\n    actions:\n{listed}")
        assert run("add", "action", "More", "--to", "heard")[:2] == (0, f"plan/{expected}\n")

    def test_a_row_that_goes_through_several_priorities_goes_on_after_its_highest_number(self, run, plan):
        write(plan, PLAN.replace("    owner: Manager\n", "    actions: [{id: heard-7, text: Look}]\n"))
        assert run("add", "action", "More", "--to", "heard")[:2] == (0, "plan/heard-8\n")

    def test_the_words_of_another_action_are_warned_of(self, run, plan):
        code, out, err = run("add", "action", "LISTEN", "--to", "safe", "--due", "2030-06-01")
        assert (code, out) == (0, "plan/safe-01\n")
        assert "warning: 'heard-2' says the same as 'safe-01' [same-text]\n  help: keep one, or say how" in err
        assert "warning: 2030-06-01 is a Saturday [due-on-weekend]\n  help: choose a working day\n" in err

    def test_a_warning_that_is_off_is_not_given_nor_one_that_was_there_before(self, run, plan):
        write(plan, "severity: {same-text: off}\n", "strategy-tracker.yaml")
        write(plan, PLAN.replace("text: Ask", "text: Ask\n        due: 2030-06-01"))
        assert "warning" not in run("add", "action", "Listen", "--to", "heard")[2]

    def test_a_dry_run_shows_the_change_and_writes_nothing(self, run, plan):
        code, out, err = run("add", "action", "Tell", "--to", "heard", "--dry-run")
        assert (code, err) == (0, f"{NO_GIT}its id would be plan/heard-3\n")
        assert out.startswith("--- a/strategies/plan.yaml\n+++ b/strategies/plan.yaml\n@@ ")
        assert [line for line in out.splitlines()[2:] if line[0] == "+"] == [
            "+      - id: heard-3",
            "+        text: Tell",
        ]
        assert text(plan) == PLAN

    def test_what_comes_next_is_a_command_that_works(self, run, plan):
        run("add", "action", "Tell", "--to", "heard")
        assert run("update", "plan/heard-3", "--state", "in-progress")[0] == 0
        assert run("validate")[0] == 0


def quoted(own):
    return f'"{own}"' if own.isdigit() else own


class TestTheFileStaysItsOwners:
    def test_windows_line_endings_stay(self, run, plan):
        windows = PLAN.replace("\n", "\r\n")
        write(plan, windows)
        assert run("add", "action", "Tell", "--to", "heard")[0] == 0
        assert changed(windows, text(plan)) == ["+       - id: heard-3\r\n", "+         text: Tell\r\n"]

    def test_lists_without_indentation_stay_without(self, run, plan):
        flat = "id: plan\ntitle: P\npriorities:\n- id: safe\n  title: S\n  actions:\n  - id: safe-01\n    text: A\n"
        write(plan, flat)
        assert run("add", "action", "Tell", "--to", "safe")[0] == 0
        assert run("add", "priority", "Fair")[0] == 0
        assert text(plan) == flat + "  - id: safe-02\n    text: Tell\n- id: fair\n  title: Fair\n"

    def test_a_list_in_brackets_stays_in_brackets(self, run, plan):
        flow = "id: plan\ntitle: P\npriorities:\n  - {id: safe, title: S, actions: [{id: safe-01, text: A}]}\n"
        write(plan, flow)
        assert run("add", "action", "Tell, and show", "--to", "safe", "--owner", "Me")[0] == 0
        assert run("add", "priority", "Fair")[0] == 0
        assert text(plan) == flow.replace("A}]", "A}, {id: safe-02, text: 'Tell, and show', owner: Me}]") + (
            "  - {id: fair, title: Fair}\n"
        )

    def test_a_file_without_a_last_line_break_gets_one_only_before_what_is_added(self, run, plan):
        write(plan, "id: plan\ntitle: P")
        assert run("add", "priority", "Fair")[0] == 0
        assert text(plan) == "id: plan\ntitle: P\npriorities:\n  - id: fair\n    title: Fair"

    def test_a_file_with_an_error_is_left_as_it_is(self, run, plan):
        broken = PLAN.replace("owner: Manager", "ownr: Manager")
        write(plan, broken)
        code, out, err = run("add", "action", "Tell", "--to", "heard")
        assert (code, out) == (2, "")
        assert err.startswith("error: nothing was written: the file has an error at strategies/plan.yaml:10:5: 'ownr'")
        assert text(plan) == broken


class TestIdsAreNeverGivenTwice:
    @pytest.fixture
    def repository(self, plan):
        """Twelve actions were there once; two are left."""
        made = Repository(plan)
        write(plan, PLAN + "".join(f"      - {{id: heard-{n}, text: Do {n}}}\n" for n in range(3, 13)))
        made.commit("Twelve", "2025-09-01")
        write(plan, PLAN)
        made.commit("Two", "2025-09-08")
        return plan

    def test_a_deleted_number_is_not_given_again(self, run, repository):
        assert run("add", "action", "Tell", "--to", "heard") == (
            0,
            "plan/heard-13\n",
            (
                "wrote strategies/plan.yaml:21\n  undo: strategy undo\n"
                "  next: strategy update plan/heard-13 --state in-progress\n"
            ),
        )

    def test_a_number_that_was_swapped_for_another_is_not_given_again(self, run, plan):
        made = Repository(plan)
        for number in (2, 3, 2):  # the commits change no count of 'heard-'
            write(plan, PLAN.replace("id: heard-2", f"id: heard-{number}"))
            made.commit("A week", "2025-09-01")
        assert run("add", "action", "Tell", "--to", "heard")[1] == "plan/heard-4\n"

    def test_a_row_whose_actions_are_all_gone_goes_on(self, run, plan):
        write(plan, PLAN.replace("    owner: Manager\n", "    actions: [{id: safe-04, text: Look}]\n"))
        Repository(plan).commit("A week", "2025-09-01")
        write(plan, PLAN)
        assert run("add", "action", "Tell", "--to", "safe")[1] == "plan/safe-05\n"

    @pytest.mark.parametrize("own", ["heard-2", "heard-12", "safe"])
    def test_a_given_id_that_is_or_was_in_use_is_refused(self, run, repository, own):
        assert run("add", "action", "Tell", "--to", "heard", "--id", own) == (
            2,
            "",
            f"error: the id '{own}' is in use, or was before\n  help: an id is never given twice: leave --id out\n",
        )
        assert text(repository) == PLAN

    def test_a_given_id_that_is_new_is_taken(self, run, repository):
        assert run("add", "action", "Tell", "--to", "heard", "--id", "heard-1a")[:2] == (0, "plan/heard-1a\n")

    def test_the_ids_of_priorities_measures_and_strategies_are_remembered_too(self, run, plan):
        made = Repository(plan)
        write(plan, PLAN.replace("# the end", "  - {id: fair, title: Fair}"))
        write(plan, "measures:\n  - {id: calls, title: Calls, unit: count}\n", "measures/old.yaml")
        write(plan, "id: parks\ntitle: Parks\n", "strategies/parks.yaml")
        made.commit("A week", "2025-09-01")
        write(plan, PLAN)
        (plan / "measures/old.yaml").unlink()
        (plan / "strategies/parks.yaml").unlink()
        made.commit("Another week", "2025-09-08")
        assert run("add", "priority", "Fair")[1] == "plan/fair-2\n"
        assert run("add", "measure", "Calls", "--unit", "count")[1] == "calls-2\n"
        assert run("add", "strategy", "Parks Strategy")[1] == "parks-2\n"
        assert run("add", "strategy", "Fair")[1] == "fair\n", "the id of a priority is not that of a strategy"


class TestWhatIsTypedIsChecked:
    @pytest.mark.parametrize(
        ("arguments", "message", "mend"),
        [
            (["action", "A"], "the priority it belongs to is missing", "--to PRIORITY; 'strategy status' lists them"),
            (["action", "A\x07", "--to", "heard"], "the words: there is a character nobody can see",
             "delete it and type the text again"),
            (["action", "A", "--to", "heard", "--owner", "M\x07"], "--owner: there is a character nobody can see",
             "delete it and type the text again"),
            (["action", "A", "--to", "herd"], "no priority has the id 'herd'", "did you mean plan/heard?"),
            (["action", "A", "--to", "heard", "--due", "2025-02-30"],
             "--due: there is no date '2025-02-30' in the calendar", "correct it"),
            (["action", "A", "--to", "heard", "--every", "biannual"], "--every: 'biannual' can mean two things",
             "write week, 6 weeks, month, quarter, 6 months or year"),
            (["action", "A", "--to", "heard", "--kind", "practise"],
             "--kind: 'practise' is not one of the words allowed here", "did you mean 'practice'?"),
            (["action", "A", "--to", "heard", "--id", "Heard 3"], "--id: 'Heard 3' is not an id", "write 'heard-3'"),
            (["action", "A", "--to", "heard", "--unit", "percent"], "--unit means nothing for an action",
             "it takes --to, --id, --kind, --owner, --due, --every"),
            (["priority", "A", "--to", "plan", "--due", "2030"], "--due means nothing for a priority",
             "it takes --to, --id, --group, --owner"),
            (["priority", "Fair", "--group", "lives"], "'plan' has no group 'lives'",
             "leave --group out: it has no groups"),
            (["priority", "公平"], "no id can be made of '公平'", "give it one: --id NAME"),
            (["measure", "Calls"], "the unit is missing", SAY_UNIT),
            (["measure", "Calls", "--unit", "percentage", "--to", "safe"],
             "--unit: there is no unit 'percentage'", "did you mean 'percent'?"),
            (["measure", "Calls", "--unit", "count", "--file", "../calls"],
             "'../calls' is not the name of a file in measures/", "write it as carers.yaml"),
            (["measure", "Calls", "--unit", "count", "--file", "/tmp/calls.yaml"],
             "'/tmp/calls.yaml' is not the name of a file in measures/", "write it as carers.yaml"),
            (["strategy", "Parks", "--starts", "2030", "--ends", "2029"],
             "nothing was written: it ends before it starts (2030)", "correct one of them"),
        ],
    )  # fmt: skip
    def test_and_nothing_is_written_where_it_cannot_be(self, run, plan, arguments, message, mend):
        assert run("add", *arguments) == (2, "", f"error: {message}\n  help: {mend}\n")
        assert text(plan) == PLAN
        assert [path.name for path in plan.rglob("*") if path.is_file()] == ["plan.yaml"]


class TestPriorities:
    def test_a_priority_goes_to_the_only_strategy(self, run, plan):
        assert run("add", "priority", "It is fair", "--owner", "Manager") == (
            0,
            "plan/fair\n",
            (
                f"wrote strategies/plan.yaml:22\n  undo: strategy undo\n{NO_GIT}"
                '  next: strategy add action "What will be done" --to plan/fair\n'
            ),
        )
        expected = ["+ \n", "+   - id: fair\n", "+     title: It is fair\n", "+     owner: Manager\n"]
        assert changed(PLAN, text(plan)) == expected

    def test_of_several_strategies_one_has_to_be_named(self, run, small):
        assert run("add", "priority", "Fair") == (
            2,
            "",
            "error: the strategy it belongs to is missing\n  help: --to STRATEGY; 'strategy status' lists them\n",
        )
        assert run("add", "priority", "Fair", "--to", "carers", "--group", "lives")[:2] == (0, "young-carers/fair\n")
        assert text(small, "strategies/young-carers.yaml").endswith("  - id: fair\n    title: Fair\n    group: lives\n")

    def test_the_groups_there_are_are_named(self, run, small):
        code, _, err = run("add", "priority", "Fair", "--to", "young-carers", "--group", "live")
        assert (code, err) == (2, "error: 'young-carers' has no group 'live'\n  help: its groups are lives\n")

    def test_an_id_in_use_gets_a_number(self, run, plan):
        assert run("add", "priority", "Safe")[1] == "plan/safe-2\n"
        assert run("add", "priority", "Safe")[1] == "plan/safe-3\n"


class TestMeasures:
    def test_a_measure_goes_to_the_file_of_its_strategy_and_is_named_by_its_priority(self, run, small):
        write(small, "measures: [{id: trees, title: Trees, unit: count}]\n", "measures/a-park.yaml")
        before = {name: text(small, name) for name in ("measures/carers.yaml", "strategies/young-carers.yaml")}
        options = ["--unit", "percent", "--better", "higher", "--to", "heard", "--source", "Survey", "--owner", "Team"]
        assert run("add", "measure", "Carers who were asked", *options, "--frequency", "year") == (
            0,
            "carers-were-asked\n",
            (
                f"wrote measures/carers.yaml:60\n{NO_GIT}"
                "wrote strategies/young-carers.yaml:102\n  undo: strategy undo\n"
                "  next: strategy record carers-were-asked PERIOD VALUE\n"
            ),
        )
        keys = ("id: carers-were-asked", "title: Carers who were asked", "unit: percent", "better: higher",
                "frequency: year", "source: Survey", "owner: Team")  # fmt: skip
        assert changed(before["measures/carers.yaml"], text(small, "measures/carers.yaml")) == [
            f"+   {'  ' if n else '- '}{key}\n" for n, key in enumerate(keys)
        ]
        assert text(small, "strategies/young-carers.yaml") == before["strategies/young-carers.yaml"].replace(
            "    measures: [calls]\n", "    measures: [calls, carers-were-asked]\n"
        )

    def test_the_only_measures_file_holds_it_where_the_strategy_has_none_yet(self, run, plan):
        write(plan, "measures: []\n", "measures/all.yaml")
        assert run("add", "measure", "Calls", "--unit", "count", "--to", "safe")[0] == 0
        assert text(plan, "measures/all.yaml") == "measures:\n  - id: calls\n    title: Calls\n    unit: count\n"
        assert changed(PLAN, text(plan)) == ["+     measures: [calls]\n"]

    def test_a_file_with_the_measures_of_another_strategy_is_left_to_it(self, run, plan):
        write(plan, "measures: [{id: loans, title: Loans, unit: count}]\n", "measures/example.yaml")
        other = "id: libraries\ntitle: L\npriorities: [{id: reach, title: R, measures: [loans]}]\n"
        write(plan, other, "strategies/example.yaml")
        assert run("add", "measure", "Calls", "--unit", "count", "--to", "safe")[0] == 0
        assert (plan / "measures/plan.yaml").is_file()
        assert run("add", "measure", "Visits", "--unit", "count", "--to", "reach")[0] == 0
        assert "id: visits" in text(plan, "measures/example.yaml")

    def test_a_file_with_the_name_of_the_strategy_is_made(self, run, plan):
        assert run("add", "measure", "Calls", "--unit", "count", "--to", "safe") == (
            0,
            "calls\n",
            (
                f"wrote measures/plan.yaml:1\n{NO_GIT}wrote strategies/plan.yaml:11\n  undo: strategy undo\n"
                "  next: strategy record calls PERIOD VALUE\n"
            ),
        )
        assert text(plan, "measures/plan.yaml") == "measures:\n  - id: calls\n    title: Calls\n    unit: count\n"
        assert run("validate")[0] == 0

    def test_without_a_priority_the_only_strategy_gives_the_name(self, run, plan):
        assert run("add", "measure", "Calls", "--unit", "count")[0] == 0
        assert (plan / "measures/plan.yaml").is_file()
        assert text(plan) == PLAN

    def test_of_several_files_one_has_to_be_named(self, run, small):
        write(small, "measures: []\n", "measures/more.yaml")
        help_text = "  help: --file NAME, or --to with the priority it serves\n"
        error = f"error: more than one file could hold it\n{help_text}"
        assert run("add", "measure", "Calls made", "--unit", "count") == (2, "", error)
        assert run("add", "measure", "Calls made", "--unit", "count", "--file", "more")[1] == "calls-made\n"
        assert "id: calls-made" in text(small, "measures/more.yaml")

    @pytest.mark.parametrize("name", ["new", "new.yaml", "measures/new.yaml", "measures\\new.yaml"])
    def test_a_file_that_is_not_there_is_made(self, run, plan, name):
        assert run("add", "measure", "Calls", "--unit", "count", "--file", name)[0] == 0
        assert (plan / "measures/new.yaml").is_file()

    def test_a_dry_run_shows_both_files_and_writes_neither(self, run, plan):
        code, out, err = run("add", "measure", "Calls", "--unit", "count", "--to", "safe", "--dry-run")
        assert (code, err) == (0, f"{NO_GIT}its id would be calls\n")
        assert out.startswith("--- /dev/null\n+++ b/measures/plan.yaml\n@@ -0,0 +1,4 @@\n+measures:\n+  - id: calls\n")
        assert "+++ b/strategies/plan.yaml\n" in out
        assert (text(plan), (plan / "measures").exists()) == (PLAN, False)

    def test_targets_tolerance_and_span_are_written_as_the_file_holds_them(self, run, plan):
        words = ("--unit", "percent", "--better", "higher", "--span", "cumulative", "--amber-within", "5% of target")
        code, _, _ = run(
            "add", "measure", "Calls", *words, "--targets", "2025/26 Q1 = 70, 2026/27=75.5%", "--to", "safe"
        )
        assert code == 0
        assert (plan / "measures/plan.yaml").read_text("utf-8").splitlines()[3:] == [
            "    unit: percent",
            "    better: higher",
            "    span: cumulative",
            "    targets:",
            "      2025/26 Q1: 70",
            "      2026/27: 75.5",
            "    amber_within: 5% of target",
        ]

    @pytest.mark.parametrize(
        ("option", "text", "said"),
        [
            ("--targets", "70", "--targets: '70' does not say a period and its target"),
            ("--targets", "2025/26=many", "'many' is neither a number nor a symbol"),
            ("--targets", "soon=70", "'soon' is not a period"),
            ("--amber-within", "5", "--amber-within: '5' is not a distance with its unit"),
            ("--span", "long", "--span: 'long' is not one of the words allowed here"),
        ],
    )
    def test_what_is_none_of_them_is_refused(self, run, plan, option, text, said):
        code, out, err = run("add", "measure", "Calls", "--unit", "percent", option, text)
        assert (code, out) == (2, "")
        assert err.startswith(f"error: {said}")

    def test_a_link_that_cannot_be_written_is_found_before_the_measure_is(self, run, plan):
        write(plan, PLAN.replace("owner: Manager", "measures: calls"))
        code, out, err = run("add", "measure", "Letters", "--unit", "count", "--to", "safe")
        assert (code, out) == (2, "")
        assert err == (
            "error: nothing was written: a list is wanted there\n  help: type it by hand at strategies/plan.yaml:10\n"
        )
        assert not (plan / "measures").exists()

    def test_where_the_link_fails_after_all_there_is_no_measure(self, run, plan, monkeypatch):
        def full(path, before, after):
            raise CannotWrite(f"'{path.name}' could not be written (No space left on device); it is as it was")

        monkeypatch.setattr(store_write, "replace", full)
        message = "'plan.yaml' could not be written (No space left on device); it is as it was"
        assert run("add", "measure", "Calls", "--unit", "count", "--to", "safe") == (
            2,
            "",
            f"error: {message}\n  help: try again when that is mended\n",
        )
        assert not list((plan / "measures").glob("*"))

    def test_a_folder_that_leads_out_of_the_portfolio_is_not_written_to(self, run, plan, tmp_path_factory):
        elsewhere = tmp_path_factory.mktemp("elsewhere")
        (plan / "measures").symlink_to(elsewhere)
        code, _, err = run("add", "measure", "Calls", "--unit", "count")
        assert (code, err.splitlines()[0]) == (2, "error: 'measures' is a link out of the portfolio")
        assert not list(elsewhere.iterdir())

    def test_a_file_that_does_not_count_as_one_is_not_overwritten(self, run, plan):
        (plan / "measures/new.yaml").mkdir(parents=True)
        code, _, err = run("add", "measure", "Calls", "--unit", "count", "--file", "new")
        assert code == 2
        assert "exists already and is not overwritten\n  help: choose another name with --id or --file\n" in err


class TestStrategies:
    def test_a_strategy_is_a_file_of_its_own_that_is_valid_at_once(self, run, plan):
        options = ["--starts", "2025", "--ends", "2028-03-31", "--organisation", "Borough", "--owner", "Director"]
        assert run("add", "strategy", "Parks Strategy 2025–2028", *options) == (
            0,
            "parks-2025\n",
            (
                f"wrote strategies/parks-2025.yaml:1\n  undo: strategy undo\n{NO_GIT}"
                '  next: strategy add priority "Its title" --to parks-2025\n'
            ),
        )
        assert text(plan, "strategies/parks-2025.yaml") == (
            "id: parks-2025\ntitle: Parks Strategy 2025–2028\norganisation: Borough\nowner: Director\n"
            "starts: 2025\nends: 2028-03-31\n"
            '# next, or to add another: strategy add priority "Its title" --to parks-2025\n'
        )
        assert run("validate", "--strict")[0] == 0
        assert run("add", "priority", "Its title", "--to", "parks-2025")[0] == 0
        assert run("validate", "--strict")[0] == 0

    def test_a_file_that_is_there_is_never_overwritten(self, run, plan):
        assert run("add", "strategy", "Plan", "--id", "plan")[0] == 2
        write(plan, "id: gardens\ntitle: G\n", "strategies/parks.yaml")
        code, out, err = run("add", "strategy", "Parks")
        assert (code, out) == (2, "")
        assert err.endswith("is not overwritten\n  help: choose another name with --id or --file\n")
        assert text(plan, "strategies/parks.yaml") == "id: gardens\ntitle: G\n"

    def test_a_dry_run_writes_nothing(self, run, plan):
        code, out, err = run("add", "strategy", "Parks", "--dry-run")
        assert (code, err) == (0, f"{NO_GIT}its id would be parks\n")
        assert out.startswith(
            "--- /dev/null\n+++ b/strategies/parks.yaml\n@@ -0,0 +1,3 @@\n+id: parks\n+title: Parks\n"
        )
        assert not (plan / "strategies/parks.yaml").exists()

    def test_the_first_strategy_of_a_folder_can_be_added(self, run, tmp_path, monkeypatch):
        monkeypatch.chdir(tmp_path)
        assert run("add", "strategy", "Parks") == (2, "", "error: there is no portfolio here\n  help: strategy init\n")
        assert run("add", "strategy", "Parks", "--root", "no")[0] == 2
        assert run("add", "strategy", "Parks", "--root", ".")[:2] == (0, "parks\n")
        assert run("add", "priority", "Safe")[:2] == (0, "parks/safe\n")


def test_in_a_clone_of_the_newest_commits_an_id_may_be_given_again_and_add_says_so(run, tmp_path, monkeypatch):
    repo = carers(tmp_path / "repo")
    repo.commit("Second", "2022-02-01")
    repo.git("clone", "--quiet", "--depth=1", repo.top.as_uri(), str(tmp_path / "copy"))
    said = "note: an id that was used before may be given again: older commits are not in this clone\n"
    for folder, told in ((repo.top, False), (tmp_path / "copy", True)):
        monkeypatch.chdir(folder)
        for thing in (("action", "New", "--to", "seen"), ("strategy", "New"), ("priority", "Newer", "--to", "carers")):
            code, _, err = run("add", *thing)
            assert (code, said in err) == (0, told)
    repo.git("checkout", "--", ".", folder=tmp_path / "copy")
    (tmp_path / "copy/strategies/carers.yaml").write_text("id: carers\ntitle: T\npriorities: [{title: P}]\n")
    assert "may have been given again: older commits are not in this clone" in run("validate", "--fix")[2]


def test_a_file_of_a_new_strategy_or_measure_can_be_everywhere(run, tmp_path, monkeypatch):
    (tmp_path / "strategies").mkdir()
    monkeypatch.chdir(tmp_path)
    assert run("add", "strategy", "Aux", "--id", "aux")[1] == "aux\n"
    assert run("add", "priority", "One", "--to", "aux")[0] == 0
    assert run("add", "measure", "Calls", "--unit", "count", "--to", "one")[0] == 0
    assert sorted(one.name for one in tmp_path.rglob("*.yaml")) == ["aux-measures.yaml", "aux-strategy.yaml"]
    code, _, err = run("add", "measure", "More", "--unit", "count", "--file", "nul")
    assert (code, "cannot be the name of a file everywhere: Windows keeps the name 'nul'" in err) == (2, True)
