"""`strategy init`: a portfolio in which every command works at once, and no file of yours is touched."""

import io
import json
import os
import shlex
import sys

import pytest

from strategy_tracker.cli.complete import templates

FILES = [
    "strategy-tracker.yaml",
    "strategies/example.yaml",
    "measures/example.yaml",
    "README.md",
    "AGENTS.md",
    ".gitattributes",
    ".editorconfig",
    ".vscode/settings.json",
    ".vscode/extensions.json",
    *(
        f"schema/{name}.schema.json"
        for name in ("strategy", "measures", "practice", "published", "comparators", "import", "settings")
    ),
]
WROTE = "".join(f"wrote {name}\n" for name in FILES)
NEXT = (
    "strategy status --why                     # where the example stands, and the reason for each colour\n"
    "strategy show reach-01                    # one action, whole\n"
    'strategy add strategy "Parks Strategy"    # one of your own\n'
)
GIT = "git init                                  # no repository here yet: it keeps who changed what\n"


@pytest.fixture
def here(tmp_path, monkeypatch):
    """An empty folder, which is the current one, and nobody at the keyboard."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    return tmp_path


@pytest.fixture
def answers(monkeypatch):
    """What a person types, or a pipe gives."""
    return lambda *lines: monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in lines)))


def written(folder):
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def setting(folder, key):
    lines = (folder / "strategy-tracker.yaml").read_text(encoding="utf-8").splitlines()
    return next((line.partition(": ")[2] for line in lines if line.startswith(f"{key}: ")), None)


class TestWhatIsWritten:
    def test_in_an_empty_folder_every_file_is_written_and_named(self, run, here):
        assert run("init", "--yes") == (0, GIT + NEXT, WROTE)
        assert written(here) == sorted(FILES)

    def test_every_command_that_looks_works_at_once_and_finds_nothing_wrong(self, run, here):
        run("init", "--yes")
        assert run("validate", "--strict") == (0, "ok: 1 strategy, 3 actions, 2 measures\n", "")
        assert run("overdue", "--fail-on", "late,silent,late-reading")[0] == 0
        for command in ("status", "reviews"):
            code, out, err = run(command)
            assert (code, err) == (0, "")
            assert "Librar" in out

    def test_the_commands_of_its_guide_work_one_after_the_other(self, run, here):
        run("init", "--yes")
        guide = (here / "README.md").read_text(encoding="utf-8").splitlines()
        lines = [line for line in guide if line.startswith("strategy ")]
        assert len(lines) > 9
        for line in lines:
            code, _, err = run(*shlex.split(line, comments=True)[1:])
            assert (code, "error" in err) == (0, False), (line, err)

    def test_the_commands_it_prints_work(self, run, here):
        _, out, _ = run("init", "--yes")
        for line in out.splitlines()[1:]:
            assert run(*shlex.split(line, comments=True)[1:])[0] == 0, line

    def test_an_update_of_the_example_leaves_it_valid(self, run, here):
        run("init", "--yes")
        assert run("update", "reach-01", "--rag", "amber", "--note", "The builder is late", "--tick", "1")[0] == 0
        assert run("validate", "--strict")[0] == 0

    def test_a_folder_that_is_not_there_is_made_and_the_way_into_it_is_said(self, run, here):
        assert run("init", "new/our plans", "--yes") == (0, 'cd "new/our plans"\n' + GIT + NEXT, WROTE)
        assert run("init", "parks", "--yes")[1].splitlines()[0] == "cd parks"
        assert written(here / "new/our plans") == sorted(FILES)

    def test_in_a_repository_git_init_is_not_asked_for(self, run, here):
        (here / ".git").mkdir()
        assert run("init", "--yes")[1] == NEXT
        assert run("init", "inner", "--yes")[0] == 2
        assert not (here / "inner").exists()


class TestTemplates:
    @pytest.mark.parametrize("name", ["council-plan", "improvement-plan", "homelessness"])
    def test_its_commands_work_and_nothing_is_to_be_mended(self, run, here, name):
        code, out, _ = run("init", "--yes", "--template", name)
        assert code == 0
        assert run("validate", "--strict")[1].startswith("ok: 1 strategy, 5 actions, ")
        assert run(*shlex.split(out.splitlines()[2], comments=True)[1:])[0] == 0
        assert run("status")[1].startswith("1 waiting for a word · none late · measures: ")
        guide = (here / "README.md").read_text(encoding="utf-8").splitlines()
        for line in [line for line in guide if line.startswith("strategy ")]:
            assert run(*shlex.split(line, comments=True)[1:])[0] == 0, line

    def test_a_mistyped_name_offers_the_nearest_and_writes_nothing(self, run, here):
        error = "error: there is no template 'council-pan'\n  help: did you mean 'council-plan'?\n"
        assert run("init", "--yes", "--template", "council-pan") == (2, "", error)
        names = "library, council-plan, improvement-plan, homelessness"
        assert run("init", "--yes", "--template", "x")[2].endswith(f"  help: the templates are {names}\n")
        assert written(here) == []

    def test_at_a_terminal_it_is_asked_for_until_it_is_understood(self, run, here, monkeypatch):
        screen = io.StringIO("council pan\nCouncil plan\n\n\n\n\n")
        monkeypatch.setattr(screen, "isatty", lambda: True)
        monkeypatch.setattr(sys, "stdin", screen)
        code, _, err = run("init")
        assert (code, setting(here, "year_end")) == (0, "31 March")
        asked = "the example to begin with: library, council-plan, improvement-plan, homelessness [library]: "
        said = "  there is no template 'council pan'; did you mean 'council-plan'?\n"
        assert err.startswith(asked + said + asked)
        assert "\nid: council-plan " in (here / "strategies/example.yaml").read_text("utf-8")

    @pytest.mark.parametrize("typed", ["", "back\n", "council-plan\nback\n"])
    def test_at_a_terminal_where_nobody_goes_on_nothing_is_written(self, run, here, monkeypatch, typed):
        screen = io.StringIO(typed)
        monkeypatch.setattr(screen, "isatty", lambda: True)
        monkeypatch.setattr(sys, "stdin", screen)
        code, _, err = run("init")
        assert (code, written(here)) == (2, [])
        assert err.endswith("error: some questions have no answer\n  help: --yes takes the defaults\n")

    def test_names_are_completed(self):
        assert templates("") == ["library", "council-plan", "improvement-plan", "homelessness"]
        assert templates("co") == ["council-plan"]


class TestYourFilesStay:
    def test_files_that_are_there_are_left_and_named(self, run, here):
        own = {"README.md": "mine", ".vscode/settings.json": "{}", "strategies/old.docx": "words"}
        for name, text in own.items():
            (here / name).parent.mkdir(exist_ok=True)
            (here / name).write_text(text)
        (here / ".editorconfig").symlink_to("nowhere")
        code, _, err = run("init", "--yes")
        kept = ("README.md", ".editorconfig", ".vscode/settings.json")
        assert (code, err) == (
            0,
            "".join(f"kept {name}, which was here before\n" if name in kept else f"wrote {name}\n" for name in FILES),
        )
        assert {name: (here / name).read_text() for name in own} == own
        assert not (here / "nowhere").exists()
        assert run("validate", "--strict")[0] == 0

    @pytest.mark.parametrize(
        "name", ["strategy-tracker.yaml", "strategies/a.yaml", "measures/x/b.yml", "practice/c.yaml"]
    )
    def test_a_folder_that_has_a_portfolio_is_refused(self, run, here, name):
        (here / name).parent.mkdir(parents=True, exist_ok=True)
        (here / name).write_text("id: a\n")
        error = f"error: there is a portfolio in '{here}'\n"
        error += "  help: use it ('strategy status'), or choose a folder outside it\n"
        assert run("init", "--yes") == (2, "", error)
        assert written(here) == [name]

    def test_a_second_time_is_refused(self, run, here):
        run("init", "--yes")
        assert run("init", "--yes")[0] == 2

    def test_a_folder_inside_a_portfolio_is_refused(self, run, small):
        assert run("init", "strategies/libraries", "--yes")[0] == 2
        assert not (small / "strategies/libraries").exists()

    def test_a_folder_beside_papers_that_are_no_portfolio_is_fine(self, run, here):
        (here / "strategies").mkdir()
        (here / "strategies/old.docx").write_text("words")
        assert run("init", "tracker", "--yes")[0] == 0

    def test_a_file_is_not_a_folder(self, run, here):
        (here / "plans").write_text("x")
        help_text = "  help: name a folder, or one that is to be made\n"
        assert run("init", "plans", "--yes") == (2, "", f"error: '{here / 'plans'}' is not a folder\n{help_text}")

    def test_where_one_cannot_be_written_it_is_said_which_ones_were(self, run, here, monkeypatch):
        real, many = os.replace, []

        def full(old, new):
            many.append(new)
            if len(many) == 3:
                raise OSError(28, "No space left on device")
            real(old, new)

        monkeypatch.setattr(os, "replace", full)
        code, out, err = run("init", "--yes")
        assert (code, out) == (2, "")
        assert err == (
            "wrote strategy-tracker.yaml\nwrote strategies/example.yaml\n"
            f"error: '{here / 'measures/example.yaml'}' could not be written (No space left on device)\n"
            "  help: what was written before it can stay or be deleted\n"
        )


class TestQuestions:
    def test_enter_takes_the_default_of_each(self, run, here, answers):
        answers("", "", "", "")
        assert run("init") == (
            0,
            GIT + NEXT,
            "the body whose strategies these are, shown on every output: "
            "the last day of the financial year [31 March]: "
            "how often somebody must look at an action [quarter]: "
            "counts of people under this are not published (0: all are) [5]: " + WROTE,
        )
        keys = ("organisation", "year_end", "review_every", "suppress_below")
        assert [setting(here, key) for key in keys] == [None, "31 March", "quarter", "5"]

    def test_answers_are_taken_and_a_mistyped_one_is_asked_again(self, run, here, answers):
        answers("Bo\x07rough", "Borough  of X", "31 Mach", "31 august", "biannual", "6 Months", "few", "1.5", "010")
        code, _, err = run("init")
        assert code == 0
        whole = "write it as 5, or 0 where all counts are published"
        for said in (
            "on every output:   the answer: there is a character nobody can see; delete it and type the text again",
            "year [31 March]:   '31 Mach' is not a day of the calendar; write '31 March'",
            "[quarter]:   'biannual' can mean two things; write week, 6 weeks, month, quarter, 6 months or year",
            f"(0: all are) [5]:   'few' is not a whole number; {whole}",
            f"(0: all are) [5]:   '1.5' is not a whole number; {whole}",
        ):
            assert f"{said}\n" in err
        keys = ("organisation", "year_end", "review_every", "suppress_below")
        assert [setting(here, key) for key in keys] == ["Borough of X", "31 August", "6 months", "10"]
        assert run("validate", "--strict")[0] == 0

    def test_what_is_given_is_not_asked(self, run, here, answers):
        answers("quarter")
        options = ["--organisation", "Borough", "--year-end", "28 February", "--suppress-below", "0"]
        code, _, err = run("init", *options)
        assert (code, err) == (0, "how often somebody must look at an action [quarter]: " + WROTE)
        assert (setting(here, "organisation"), setting(here, "suppress_below")) == ("Borough", None)
        assert run("validate", "--strict")[0] == 0

    def test_with_yes_and_options_nothing_is_asked(self, run, here):
        assert run("init", "--yes", "--review-every", "month")[2] == WROTE
        assert setting(here, "review_every") == "month"

    def test_where_nobody_answers_nothing_is_written(self, run, here, answers):
        answers("Borough")
        code, out, err = run("init")
        assert (code, out) == (2, "")
        assert err.endswith("error: some questions have no answer\n  help: --yes takes the defaults\n")
        assert written(here) == []

    @pytest.mark.parametrize(
        ("option", "value", "message", "mend"),
        [
            ("--year-end", "31 April", "'31 April' is not a day of the calendar",
             "write '31 March'"),
            ("--review-every", "now and then", "'now and then' is not an interval",
             "write week, 6 weeks, month, quarter, 6 months or year"),
            ("--suppress-below", "-5", "'-5' is not a whole number",
             "write it as 5, or 0 where all counts are published"),
        ],
    )  # fmt: skip
    def test_an_option_that_cannot_be_is_said_and_nothing_is_written(self, run, here, option, value, message, mend):
        assert run("init", "--yes", option, value) == (2, "", f"error: {option}: {message}\n  help: {mend}\n")
        assert written(here) == []


def test_the_schemas_that_the_editor_is_told_of_are_there_and_are_those_of_the_program(here, run):
    assert run("init", "--yes")[0] == 0
    told = json.loads((here / ".vscode/settings.json").read_text("utf-8"))["yaml.schemas"]
    assert [name for name in told if not (here / name).is_file()] == []
    assert run("schema", "--write")[2].count(" is fresh\n") == len(told)
