"""`strategy report` as a person runs it."""

import re
import subprocess
import sys
from types import SimpleNamespace

import pytest

from strategy_tracker.cli.publish.report import PaperFormat, View
from strategy_tracker.views.formats import writers
from strategy_tracker.views.papers.build import VIEWS
from tests.cli.conftest import DAY
from tests.cli.repository import Repository
from tests.cli.test_start_up import imported

BOARD = ("--for", "Carers Board", "--as-at", DAY)


@pytest.fixture
def history(small):
    """The small portfolio with two commits: before the board's last meeting, and after it."""
    made = Repository(small)
    made.commit("First", "2025-04-15")
    made.change("2024/25 Q4: 31", "2024/25 Q4: 25", "measures/carers.yaml").commit("Restated", "2025-09-30")
    return made


def test_the_views_and_formats_on_offer_are_those_there_are():
    assert [one.value for one in View] == list(VIEWS)
    assert [one.value for one in PaperFormat] == list(writers.FORMATS)


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_is_written_in_markdown_and_html(run, small, view):
    code, out, err = run("report", "--view", view, *BOARD)
    assert (code, err) == (0, "")
    title = "What we promised you, and what we did" if view == "young" else "Young Carers Strategy 2025–2028"
    assert out.startswith(f"# {title}\n")
    code, out, err = run("report", "--view", view, *BOARD, "--format", "html")
    assert (code, err) == (0, "")
    assert out.startswith("<!doctype html>\n")


def test_a_file_s_ending_says_how_to_write_it(run, small, tmp_path):
    for name, begins in (
        ("a.html", b"<!doctype"),
        ("a.htm", b"<!doctype"),
        ("a.md", b"# Young"),
        ("a.txt", b"# Young"),
        ("a", b"# Young"),
    ):
        code, out, err = run("report", *BOARD, "-o", str(tmp_path / name))
        assert (code, out, err) == (0, "", f"wrote {tmp_path / name}\n")
        assert (tmp_path / name).read_bytes().startswith(begins)


@pytest.mark.parametrize("name", ["pack.doc", "pack.odt", "pack.docx.bak"])
def test_an_ending_that_names_no_format_is_refused(run, small, tmp_path, name):
    code, out, err = run("report", *BOARD, "-o", str(tmp_path / name))
    assert (code, out) == (2, "")
    assert "does not say how to write it\n  help: let it end in .md, .html, .docx or .pdf\n" in err
    assert list(tmp_path.glob("pack*")) == []
    assert run("report", *BOARD, "--format", "html", "-o", str(tmp_path / name))[0] == 0


def test_a_former_report_stays_whole_where_the_new_one_cannot_be_written(run, small, tmp_path):
    path = tmp_path / "pack.md"
    path.write_text("The former one")
    path.chmod(0o444)
    code, out, err = run("report", *BOARD, "-o", str(path))
    assert (code, out, path.read_text()) == (2, "", "The former one")
    assert err == "error: 'pack.md' is read-only\n  help: try again when that is mended\n"


def test_a_report_can_be_written_to_a_pipe(small):
    command = (sys.executable, "-m", "strategy_tracker", "report", *BOARD, "-o", "/dev/stdout")
    found = subprocess.run(command, capture_output=True, encoding="utf-8", check=True, cwd=small)
    assert found.stdout.startswith("# Young Carers Strategy")


def test_the_same_commit_and_options_give_the_same_bytes(run, history):
    first = run("report", *BOARD, "--format", "html")
    history.git("checkout", "--quiet", "-b", "other")
    assert run("report", *BOARD, "--format", "html") == first
    assert run("report", *BOARD, "--format", "html", "--rev", "HEAD") == first


def test_it_says_from_which_commit_it_was_made_and_what_is_not_committed(run, history):
    short = history.git("rev-parse", "HEAD")[:7]
    assert f"Made from commit {short} of 2025-09-30" in run("report", *BOARD)[1]
    history.change("measures:", "measures: # new", "measures/carers.yaml")
    out = run("report", *BOARD)[1]
    assert f"commit {short} of 2025-09-30 with changes that are not committed in measures/carers.yaml" in out


def test_what_changed_is_told_since_the_body_last_met(run, history):
    code, out, err = run("report", "young-carers", *BOARD)
    assert (code, err) == (0, "")
    assert "since the last meeting of Carers Board, 20 April 2025." in out
    told = "for 2024/25 Q4, -6 days; the file does not say why"
    assert f"| Days until a first break | 31 days | 25 days | {told} |" in out
    assert "| Train every school to spot young carers (seen-01) | ○ nobody has said | ◆ amber, waiting |" in out


def test_since_takes_a_day_a_revision_and_the_last_meeting(run, history):
    assert "16 changes" not in (first := run("report", *BOARD, "--since", "2025-09-30")[1])
    assert "Nothing moved since 30 September 2025" in first
    assert "Nothing moved since 30 September 2025" in run("report", *BOARD, "--since", "HEAD")[1]
    same = run("report", *BOARD, "--since", "last-meeting")
    assert same == run("report", *BOARD)


@pytest.mark.parametrize("view", ["pack", "highlight", "self-evaluation", "scorecard"])
@pytest.mark.parametrize("revision", ["HEAD", "HEAD~1", "the number of a commit", "2025-09-30", "last-meeting"])
def test_no_commit_stands_in_a_paper_but_at_its_foot(run, history, view, revision):
    earlier = history.git("rev-parse", "HEAD~1")
    since = earlier if revision.startswith("the") else revision
    out = run("report", *BOARD, "--view", view, "--since", since)[1]
    text, foot = out.rstrip().rsplit("\n", 1)
    assert not re.search(r"\bcommit\b|HEAD|\b[0-9a-f]{7}\b|" + earlier, text)
    compared = f"compared with commit {earlier[:7]}" in foot
    assert compared == (view != "scorecard") or revision not in ("HEAD~1", "the number of a commit")


def test_a_report_that_was_frozen_is_compared_at_its_own_day(run, history):
    assert run("freeze", "spring", "--on", "2025-05-01")[0] == 0
    assert "since 'spring', 1 May 2025." in run("report", *BOARD, "--since", "spring")[1]


def test_the_highlights_are_the_changes_that_matter_most(run, history):
    out = run("report", "young-carers", *BOARD, "--view", "highlight")[1]
    changed = out.split("**What has changed, the largest first.**")[1].split("## Exceptions")[0]
    assert re.findall(r"\n(\d+)\. ", changed) == ["1", "2"]
    out = run("report", "young-carers", *BOARD, "--view", "highlight", "--since", "HEAD")[1]
    assert "No colour, date or figure has moved." in out


def test_what_a_careful_reader_would_ask_is_asked(run, history):
    history.change("targets: {2024/25: 20}", "targets: {2024/25: 40}", "measures/carers.yaml")
    out = run("report", "young-carers", *BOARD, "--since", "HEAD")[1]
    eased = "its target for 2024/25 was made easier to meet, 20 days → 40 days; the file does not say why"
    assert f"A careful reader would ask:\n\n- Days until a first break: {eased}" in out


def test_updates_just_before_a_meeting_are_asked_about_as_diff_asks(run, history):
    on = "{on: 2025-09-30, state: in-progress, note: Number"
    path = history.root / "strategies" / "young-carers.yaml"
    text = path.read_text("utf-8").replace("held: [2025-04-10]", "held: [2025-04-10, 2025-09-30]")
    head, *rest = text.split("        updates:\n")
    path.write_text(
        head + "".join(f"        updates:\n          - {on} {n}}}\n{one}" for n, one in enumerate(rest)), "utf-8"
    )
    asked = "updates are dated within a day of the meeting of Senior Team on"
    assert f"young-carers: {len(rest)} {asked} 2025-09-30" in " ".join(run("diff", "--as-at", DAY)[1].split())
    out = run("report", "young-carers", *BOARD, "--since", "HEAD")[1]
    assert f"- Young Carers Strategy 2025–2028: {len(rest)} {asked} 30 September 2025\n" in out


@pytest.mark.parametrize(
    ("since", "why"),
    [
        ("", "no earlier meeting is on record"),
        ("2025-01-01", "nothing was on record on 1 January 2025"),
    ],
)
def test_where_nothing_can_be_compared_the_report_says_so(run, history, since, why):
    asked = ("--for", "Schools", "--as-at", DAY, *(("--since", since) if since else ()))
    code, out, err = run("report", "young-carers", *asked)
    assert (code, err) == (0, "")
    assert f"Nothing can be compared with your last meeting: {why}. So each figure is compared with the last" in out
    assert f"restated since you last met cannot be shown: {why}." in out


def test_a_mistake_is_said_once_though_the_files_are_read_for_both_moments(run, history):
    history.change("note: Half are trained", 'note: ""', "strategies/young-carers.yaml")
    code, out, err = run("report", *BOARD)
    assert (code, out) == (2, "")
    assert err.startswith("left out, because of 1 error in strategies/young-carers.yaml:\n")


def test_without_git_the_report_says_so(run, small):
    code, out, err = run("report", *BOARD)
    assert (code, err) == (0, "")
    assert "Nothing can be compared with your last meeting: this folder is not in a git repository" in out
    assert "Made from the files on disk, which no commit holds." in out


def test_without_a_body_the_report_says_so(run, small):
    code, out, err = run("report", "old-plan", "--as-at", DAY)
    assert (code, err) == (0, "")
    assert "- **For:** no body is named" in out
    assert "Nothing can be compared with your last meeting: no body is named whose last meeting" in out


def test_an_unknown_revision_is_refused(run, history):
    code, out, err = run("report", *BOARD, "--since", "nowhere")
    assert (code, out) == (2, "")
    assert err == "error: git knows no revision 'nowhere'\n  help: 'git log --oneline' lists the moments there are\n"


def test_a_body_that_is_not_there_is_refused_with_those_there_are(run, small):
    code, out, err = run("report", "--for", "Parish", "--as-at", DAY)
    assert (code, out) == (2, "")
    assert err.startswith("error: no body has 'Parish' in its name\n  help: the bodies are\n    Senior Team\n")
    code, out, err = run("report", "old-plan", "--for", "Parish", "--as-at", DAY)
    assert err == "error: no body has 'Parish' in its name\n  help: none is on record\n"


def test_a_strategy_that_is_not_there_is_refused(run, small):
    code, out, err = run("report", "young-carer", "--as-at", DAY)
    assert (code, out) == (2, "")
    assert "did you mean" in err


def test_strategies_are_those_named_or_those_the_body_reviews(run, small):
    assert run("report", "--as-at", DAY)[1].startswith("# Young Carers Strategy 2025–2028 and Carers Plan 2016–2020\n")
    assert run("report", *BOARD)[1].startswith("# Young Carers Strategy")
    assert run("report", "old-plan", "young-carers", *BOARD)[1].startswith(
        "# Young Carers Strategy 2025–2028 and Carers Plan 2016–2020\n"
    )


def reviewed_as_well(root, held=""):
    """The plan that ended in March 2020, with the board among the bodies that review it."""
    path = root / "strategies" / "old-plan.yaml"
    board = "governance:\n  - body: Carers Board\n" + (f"    held: [{held}]\n" if held else "")
    path.write_text(path.read_text() + board)


def test_what_was_over_when_the_body_last_met_is_named_and_not_told_again(run, small):
    reviewed_as_well(small)
    out = run("report", *BOARD)[1]
    assert out.startswith("# Young Carers Strategy")
    assert "Over when this body last met, and not told again: Carers Plan 2016–2020 (ended on 31 March 2020)." in out
    assert "Print a leaflet" not in out


def test_it_is_told_where_it_is_asked_for_and_comes_after_what_goes_on(run, small):
    reviewed_as_well(small)
    out = run("report", "old-plan", "young-carers", *BOARD)[1]
    assert "not told again" not in out
    assert 0 < out.index("Young Carers Strategy 2025–2028, by priority") < out.index("Print a leaflet")


def test_how_a_strategy_ended_is_told_to_a_body_that_has_not_met_since(run, small):
    reviewed_as_well(small)
    path = small / "strategies" / "young-carers.yaml"
    path.write_text(path.read_text().replace("held: [2025-04-20]", "held: [2020-03-31]"))
    out = run("report", *BOARD)[1]
    assert "not told again" not in out
    assert "Print a leaflet" in out


def test_where_all_is_over_it_is_told(run, small):
    reviewed_as_well(small, "2020-06-01")
    (small / "strategies" / "young-carers.yaml").unlink()
    assert run("report", *BOARD)[1].startswith("# Carers Plan 2016–2020")


def test_an_earlier_moment_is_reported_as_it_was(run, history):
    out = run("report", *BOARD, "--rev", "HEAD~1")[1]
    assert "commit " in out
    assert "of 2025-04-15" in out
    assert "31 days" in out
    assert run("report", *BOARD, "--known-on", "2025-05-01")[1] == out


def test_a_report_never_takes_the_name_of_a_data_file(run, small):
    path = small / "strategies" / "young-carers.yaml"
    before = path.read_bytes()
    code, out, err = run("report", *BOARD, "-o", str(path))
    assert (code, out) == (2, "")
    assert err == f"error: '{path}' has the name of a data file\n  help: give the report another name\n"
    assert path.read_bytes() == before


@pytest.mark.parametrize(("form", "name", "suffix"), [("docx", "Word", ".docx"), ("pdf", "PDF", ".pdf")])
def test_word_and_pdf_need_a_file(run, small, form, name, suffix):
    code, out, err = run("report", *BOARD, "--format", form)
    assert (code, out) == (2, "")
    assert err == f"error: {name} is not for a terminal\n  help: name a file: -o report{suffix}\n"


def test_a_format_that_is_not_installed_says_what_to_install(run, small, tmp_path, monkeypatch):
    def missing(name):
        raise ModuleNotFoundError("No module named 'docx'", name="docx")

    monkeypatch.setattr(writers, "importlib", SimpleNamespace(import_module=missing))
    code, out, err = run("report", *BOARD, "-o", str(tmp_path / "a.docx"))
    assert (code, out) == (2, "")
    assert err == (
        "error: this installation cannot write Word: it has no 'docx'\n"
        "  help: install it again as you did, with [word] behind its name, in quotes\n"
    )
    assert not (tmp_path / "a.docx").exists()


def test_a_folder_that_is_not_there_is_a_sentence(run, small, tmp_path):
    code, out, err = run("report", *BOARD, "-o", str(tmp_path / "no" / "a.html"))
    assert (code, out) == (2, "")
    assert "cannot be used" in err


def test_a_file_with_errors_is_said_and_left_out_only_if_asked(run, small):
    with (small / "measures" / "carers.yaml").open("a") as file:
        file.write("  - {id: broken}\n")
    code, out, err = run("report", *BOARD)
    assert (code, out) == (2, "")
    assert "measures/carers.yaml" in err
    code, out, err = run("report", *BOARD, "--keep-going")
    assert code == 0
    assert out.startswith("# Young Carers")


@pytest.mark.parametrize(("form", "others"), [("html", {"docx"}), ("markdown", {"docx", "jinja2"})])
def test_a_report_needs_no_terminal_and_no_packages_of_other_formats(small, form, others):
    modules = imported(small, "report", *BOARD, "--format", form)
    assert not {name.partition(".")[0] for name in modules} & {"rich", "typst", "asyncio", *others}


def test_line_breaks_stay_as_they_are(small):
    done = subprocess.run(
        (sys.executable, "-m", "strategy_tracker", "report", *BOARD), cwd=small, capture_output=True, check=True
    )
    assert b"\r" not in done.stdout


def test_where_git_cannot_be_asked_a_report_does_not_say_that_no_commit_holds_the_files(run, small, monkeypatch):
    assert "the files on disk, which no commit holds" in run("report", "--as-at", DAY)[1]
    monkeypatch.setenv("PATH", "")
    told = "the files on disk; no commit could be named: git is not installed"
    code, out, err = run("report", "--as-at", DAY)
    assert (code, told in out) == (0, True)
    assert err == (
        "note: no commit is named, because git could not be asked: git is not installed\n"
        "  help: install it from git-scm.com\n"
    )
    assert run("dashboard", "--as-at", DAY, "-o", "page.html")[2].endswith(err)
