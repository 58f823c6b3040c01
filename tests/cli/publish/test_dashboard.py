"""`strategy dashboard` as a person runs it."""

import json
import os
import re
import subprocess
import sys
from base64 import b64decode
from html import unescape

import pytest

from strategy_tracker.app.reporting import dashboard
from strategy_tracker.files import parallel
from tests.cli.conftest import DAY
from tests.cli.repository import Repository
from tests.cli.test_start_up import PROGRAM


@pytest.fixture
def history(small):
    """The small portfolio with two commits: before the board's last meeting, and after it."""
    made = Repository(small)
    made.commit("First", "2025-04-15")
    made.change("2024/25 Q4: 31", "2024/25 Q4: 25", "measures/carers.yaml").commit("Restated", "2025-09-30")
    return made


@pytest.fixture
def large(monkeypatch):
    """Two strategies are many."""
    monkeypatch.setattr(dashboard, "MANY", 1)


def words(path):
    body = path.read_text(encoding="utf-8").partition("<body class=")[2].partition(">")[2]
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]*>", " ", body)))


def test_a_file_is_one_page(run, small, tmp_path):
    page = tmp_path / "a.html"
    assert run("dashboard", "--as-at", DAY, "-o", str(page)) == (0, "", f"wrote {page}\n")
    assert page.read_bytes().startswith(b"<!doctype html>\n")
    assert "How 2 strategies stand" in words(page)


def test_a_small_portfolio_is_one_page_in_a_folder_too(run, small, tmp_path):
    folder = tmp_path / "made" / "here"
    assert run("dashboard", "--as-at", DAY, "-o", str(folder)) == (0, "", f"wrote {folder / 'index.html'}\n")
    assert [one.name for one in folder.iterdir()] == ["index.html"]


def test_a_large_portfolio_has_a_page_for_each_strategy_in_a_folder(run, small, large, tmp_path):
    code, out, err = run("dashboard", "--as-at", DAY, "-o", str(tmp_path / "made"))
    assert (code, out, err) == (0, "", f"wrote {tmp_path / 'made' / 'index.html'} and 2 pages beside it\n")
    names = sorted(one.name for one in (tmp_path / "made").iterdir())
    assert names == ["index.html", "strategy-old-plan.html", "strategy-young-carers.html"]
    for name in names:
        page = (tmp_path / "made" / name).read_text(encoding="utf-8")
        for link in re.findall(r'href="([^"]*)"', page):
            file, _, place = link.partition("#")
            target = (tmp_path / "made" / (file or name)).read_text(encoding="utf-8")
            assert f'id="{place}"' in target or not place, (name, link)


def test_a_large_portfolio_is_still_one_page_in_a_file(run, small, large, tmp_path):
    run("dashboard", "--as-at", DAY, "-o", str(tmp_path / "one.html"))
    assert {one.name for one in tmp_path.iterdir()} == {"portfolio", "one.html"}
    assert "Train every school" in words(tmp_path / "one.html")


def test_the_bytes_of_the_files_make_a_portfolio_large_as_well(run, small, monkeypatch, tmp_path):
    monkeypatch.setattr(dashboard, "MUCH", 100)
    run("dashboard", "--as-at", DAY, "-o", str(tmp_path / "made"))
    assert (tmp_path / "made" / "strategy-young-carers.html").is_file()


def test_an_id_that_windows_keeps_for_itself_is_no_file_name(run, small, large, tmp_path):
    path = small / "strategies" / "old-plan.yaml"
    path.write_text(path.read_text().replace("id: old-plan", "id: con"))
    run("dashboard", "--as-at", DAY, "-o", str(tmp_path / "made"))
    assert {one.name for one in (tmp_path / "made").iterdir()} >= {"strategy-con.html"}


def test_of_two_strategies_with_one_id_the_first_is_shown_and_the_other_named_as_left_out(run, small, large, tmp_path):
    path = small / "strategies" / "old-plan.yaml"
    path.write_text(path.read_text().replace("id: old-plan", "id: young-carers"))
    told = "'young-carers' is also the id of a strategy in strategies/old-plan.yaml [duplicate-id]"
    code, out, err = run("dashboard", "--as-at", DAY, "-o", str(tmp_path / "made"))
    assert (code, out, told in err, (tmp_path / "made").exists()) == (2, "", True, False)
    code, _, err = run("dashboard", "--as-at", DAY, "-o", str(tmp_path / "made"), "--keep-going")
    assert (code, told in err) == (0, True)
    assert "Carers Plan 2016" in words(tmp_path / "made" / "index.html")
    assert "could not be read, or has an error: strategies/young-carers.yaml" in words(tmp_path / "made" / "index.html")


@pytest.mark.parametrize("forked", [False, True])
def test_the_same_commit_and_options_give_the_same_bytes(run, history, large, monkeypatch, tmp_path, forked):
    if forked:
        monkeypatch.setattr(parallel, "WORTH_IT", 0)
    for name, day in (("a", DAY), ("b", DAY)):
        assert run("dashboard", "--as-at", day, "--since", "2025-04-15", "-o", str(tmp_path / name))[0] == 0
    assert len(list((tmp_path / "a").iterdir())) == 3
    for one in (tmp_path / "a").iterdir():
        assert one.read_bytes() == (tmp_path / "b" / one.name).read_bytes()


def test_hashing_and_the_zone_of_the_clock_change_nothing(small, tmp_path):
    for n, zone in enumerate(("UTC", "Asia/Tokyo")):
        own = {"PYTHONHASHSEED": str(n), "TZ": zone}
        command = (
            sys.executable,
            "-m",
            "strategy_tracker",
            "dashboard",
            "--as-at",
            DAY,
            "-o",
            str(tmp_path / f"{n}.html"),
        )
        subprocess.run(command, check=True, cwd=small, env=os.environ | own, capture_output=True)
    assert (tmp_path / "0.html").read_bytes() == (tmp_path / "1.html").read_bytes()


def test_counts_are_those_of_the_report(run, small, tmp_path):
    run("dashboard", "young-carers", "--as-at", DAY, "-o", str(tmp_path / "a.html"))
    report = run("report", "young-carers", "--as-at", DAY)[1]
    table = report.partition("**Actions by priority**")[2]
    total = re.search(r"^\| All \| \d+ \| (.*) \|$", table, re.MULTILINE)[1]
    complete, green, amber, red, grey = re.findall(r"\d+", total)[:5]
    told = re.sub(r"Measures: \W+ \d+(, \W+ \d+)*", " ", words(tmp_path / "a.html"))  # what a telephone shows instead
    assert f"All {complete} {green} {amber} {red} {grey} " in " ".join(told.split())


def test_what_serves_two_strategies_counts_in_each_and_once_in_all(run, small, large, tmp_path):
    first = small / "strategies" / "young-carers.yaml"
    text = first.read_text("utf-8").replace("id: young-carers", "id: others", 1)
    (small / "strategies" / "others.yaml").write_text(text, "utf-8")
    run("dashboard", "--as-at", DAY, "-o", str(tmp_path / "all.html"))
    assert run("dashboard", "--as-at", DAY, "-o", str(tmp_path / "pages"))[0] == 0
    both = words(tmp_path / "all.html")
    rated = "Measures: 1 green, 2 amber, 1 red; "
    for name in ("others", "young-carers"):
        assert words(tmp_path / "pages" / f"strategy-{name}.html").count(rated) == 1
    assert both.count(rated) == 3  # all together, and each of the two
    assert both.count("1 action is late, 2 wait for a word since their date passed and 1 has been silent") == 2
    assert both.count("2 actions are late, 4 wait for a word since their date passed and 2 have been silent") == 1


def test_only_the_strategies_named_or_those_a_body_reviews(run, small, tmp_path):
    for asked in (("young-carers",), ("--for", "Carers Board")):
        run("dashboard", *asked, "--as-at", DAY, "-o", str(tmp_path / "a.html"))
        assert "Young Carers Strategy" in words(tmp_path / "a.html")
        assert "Carers Plan" not in words(tmp_path / "a.html")


def test_a_strategy_or_a_body_that_is_not_there_is_refused(run, small, tmp_path):
    for asked in (("young-carer",), ("--for", "Parish")):
        code, out, err = run("dashboard", *asked, "--as-at", DAY, "-o", str(tmp_path / "a.html"))
        assert (code, out) == (2, "")
        assert err.startswith("error: ")
        assert not (tmp_path / "a.html").exists()


# what changed


def test_what_changed_is_told_since_the_body_last_met_a_day_or_a_revision(run, history, tmp_path):
    page = tmp_path / "a.html"
    run("dashboard", "young-carers", "--for", "Carers Board", "--as-at", DAY, "-o", str(page))
    assert "since the last meeting of Carers Board, 20 April 2025 (commit" in words(page)
    assert "restated figure: 31 days → 25 days" in words(page)
    run("dashboard", "--as-at", DAY, "--since", "2025-09-30", "-o", str(page))
    assert "Nothing moved since 30 September 2025" in words(page)
    run("dashboard", "--as-at", DAY, "--since", "HEAD~1", "-o", str(page))
    assert re.search(r"\d+ changes since 'HEAD~1', 15 April 2025", words(page))


def test_changes_are_those_of_the_report(run, history, tmp_path):
    history.change("id: seen-03", "id: seen-33", "strategies/young-carers.yaml")
    history.change("actions: [seen-03]", "actions: [seen-33]", "strategies/young-carers.yaml")
    history.change("amber_within: 5 points", "amber_within: 20 points", "measures/carers.yaml")
    run("dashboard", "young-carers", "--as-at", DAY, "--since", "2025-04-15", "-o", str(tmp_path / "a.html"))
    report = run("report", "young-carers", "--as-at", DAY, "--since", "2025-04-15")[1]
    (line,) = re.findall(r"^(\d+ changes.*) since 15 April 2025", report, re.MULTILINE)
    counted = re.findall(r"\d+", line)
    shown = re.search(r"(\d+ changes.*?) since 15 April 2025", words(tmp_path / "a.html"))[1]
    assert re.findall(r"\d+", shown) == counted
    assert "rule of its colour" in words(tmp_path / "a.html")


def test_a_measure_that_moved_to_another_file_has_not_come_and_gone(run, history, tmp_path):
    path = history.root / "measures" / "carers.yaml"
    text = path.read_text()
    at = text.index("  - id: waiting")
    path.write_text(text[:at])
    (history.root / "measures" / "more.yaml").write_text("measures:\n" + text[at:])
    run("dashboard", "young-carers", "--as-at", "2025-09-30", "--since", "HEAD", "-o", str(tmp_path / "a.html"))
    assert "Nothing moved since 'HEAD'" in words(tmp_path / "a.html")


@pytest.mark.parametrize("since", ["", "2025-01-01"])
def test_where_nothing_can_be_compared_the_page_says_so(run, history, tmp_path, since):
    asked = ("young-carers", "--for", "Schools", "--as-at", DAY, *(("--since", since) if since else ()))
    assert run("dashboard", *asked, "-o", str(tmp_path / "a.html"))[0] == 0
    assert "What changed since last time cannot be told: no" in words(tmp_path / "a.html")


def test_an_unknown_revision_is_refused(run, history, tmp_path):
    code, out, err = run("dashboard", "--as-at", DAY, "--since", "nowhere", "-o", str(tmp_path / "a.html"))
    assert (code, out) == (2, "")
    assert err.startswith("error: git knows no revision 'nowhere'\n")


def test_an_earlier_moment_is_shown_as_it_was(run, history, tmp_path):
    run("dashboard", "--as-at", DAY, "--rev", "HEAD~1", "-o", str(tmp_path / "a.html"))
    assert "made from commit" in words(tmp_path / "a.html")
    assert "31 days" in words(tmp_path / "a.html")


# links


def address(history):
    """Say where the repository can be seen."""
    old, new = "organisation: Borough of Exampleton\n", "repository: https://github.com/org/repo\n"
    return history.change(old, new, "strategy-tracker.yaml")


def test_links_lead_to_the_line_of_the_commit(run, history, tmp_path):
    address(history)
    sha = history.commit("Address", "2025-09-30")
    page = tmp_path / "a.html"
    run("dashboard", "young-carers", "--as-at", DAY, "-o", str(page))
    text = (history.root / "strategies" / "young-carers.yaml").read_text().splitlines()
    line = text.index("      - id: seen-02") + 1
    assert f'href="https://github.com/org/repo/blob/{sha}/strategies/young-carers.yaml#L{line}"' in page.read_text()
    history.change("title: Young", "title: Old", "strategies/young-carers.yaml")
    run("dashboard", "young-carers", "--as-at", DAY, "-o", str(page))
    assert "strategies/young-carers.yaml#L" not in page.read_text()
    assert "measures/carers.yaml#L" in page.read_text()
    run("dashboard", "young-carers", "--as-at", DAY, "--rev", "HEAD", "-o", str(page))
    assert "strategies/young-carers.yaml#L" in page.read_text()


def test_links_of_an_earlier_day_lead_to_the_commit_known_then(run, history, tmp_path):
    address(history)
    sha = history.commit("Address", "2025-09-30")
    history.change("title: Young", "title: Old", "strategies/young-carers.yaml").commit("Later", "2025-10-01")
    run("dashboard", "--known-on", "2025-09-30", "-o", str(tmp_path / "a.html"))
    assert f"/blob/{sha}/strategies/young-carers.yaml#L" in (tmp_path / "a.html").read_text(encoding="utf-8")
    assert "Old Carers" not in words(tmp_path / "a.html")


def test_an_address_without_a_repository_gives_no_link(run, small, tmp_path):
    (small / "strategy-tracker.yaml").write_text("repository: https://github.com/org/repo\n")
    run("dashboard", "--as-at", DAY, "-o", str(tmp_path / "a.html"))
    assert "github.com" not in (tmp_path / "a.html").read_text()


# the house


def test_the_page_speaks_and_looks_as_the_house_wants(run, small, tmp_path):
    house = "wording: {red: Off track, action: Commitment}\ncolours: {red: '#b10e1e'}\n"
    (small / "strategy-tracker.yaml").write_text(house)
    path = small / "strategies" / "young-carers.yaml"
    path.write_text(path.read_text().replace("note: No supplier yet", "note: A red action & more"))
    run("dashboard", "--as-at", DAY, "-o", str(tmp_path / "a.html"))
    text = (tmp_path / "a.html").read_text()
    assert "▼ Off track" in words(tmp_path / "a.html")
    assert "1 commitment is late, 2 wait for a word" in text
    assert "A red action &amp; more" in text
    assert "--red-bar:#b10e1e" in text
    assert "\ufdd0" not in text


PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="


def test_the_logo_of_the_house_is_in_the_page_itself(run, small, tmp_path):
    (small / "logo.png").write_bytes(b64decode(PNG))
    (small / "strategy-tracker.yaml").write_text("organisation: Borough of Exampleton\nlogo: logo.png\n")
    run("dashboard", "--as-at", DAY, "-o", str(tmp_path / "a.html"))
    text = (tmp_path / "a.html").read_text(encoding="utf-8")
    assert f'<img src="data:image/png;base64,{PNG}" alt="Borough of Exampleton" class="logo">' in text


# where it is written


def test_nothing_that_is_not_ours_is_overwritten(run, small, large, tmp_path):
    page = tmp_path / "a.html"
    page.write_text("<!doctype html>\n<p>mine")
    code, out, err = run("dashboard", "--as-at", DAY, "-o", str(page))
    assert (code, out) == (2, "")
    assert err.startswith(f"error: '{page}' exists and is no page of a dashboard; nothing was written\n")
    folder = tmp_path / "made"
    folder.mkdir()
    (folder / "strategy-young-carers.html").write_text("mine")
    assert run("dashboard", "--as-at", DAY, "-o", str(folder))[0] == 2
    assert [one.name for one in folder.iterdir()] == ["strategy-young-carers.html"]
    assert page.read_text().endswith("mine")


def test_a_page_of_ours_is_written_again_and_a_link_is_left_alone(run, small, tmp_path):
    page = tmp_path / "a.html"
    assert run("dashboard", "--as-at", DAY, "-o", str(page))[0] == 0
    assert run("dashboard", "--as-at", "2025-10-02", "-o", str(page))[0] == 0
    assert "As at 2 October 2025" in words(page)
    (tmp_path / "b.html").symlink_to(page)
    assert run("dashboard", "--as-at", DAY, "-o", str(tmp_path / "b.html"))[0] == 2


def test_a_former_page_goes_with_its_strategy_and_nothing_else_does(run, small, large, tmp_path):
    folder = tmp_path / "made"
    run("dashboard", "--as-at", DAY, "-o", str(folder))
    (folder / "strategy-mine.html").write_text("mine")
    (folder / "notes.txt").write_text("mine")
    (small / "strategies" / "old-plan.yaml").unlink()
    assert run("dashboard", "young-carers", "--as-at", DAY, "-o", str(folder))[0] == 0
    assert (folder / "strategy-old-plan.html").exists()
    err = run("dashboard", "--as-at", DAY, "-o", str(folder))[2]
    assert "removed" in err
    assert "strategy-old-plan.html" in err
    assert not (folder / "strategy-old-plan.html").exists()
    assert {"strategy-mine.html", "notes.txt", "index.html"} <= {one.name for one in folder.iterdir()}


def test_a_crash_before_left_nothing_in_the_way(run, small, tmp_path):
    (tmp_path / ".a.html.new").write_text("half")
    assert run("dashboard", "--as-at", DAY, "-o", str(tmp_path / "a.html"))[0] == 0
    assert not (tmp_path / ".a.html.new").exists()


@pytest.mark.parametrize("name", ["a.pdf", "strategies/young-carers.yaml"])
def test_a_name_of_something_else_is_refused(run, small, name):
    code, out, err = run("dashboard", "--as-at", DAY, "-o", name)
    assert (code, out) == (2, "")
    assert err == f"error: '{name}' is no name for a page\n  help: name a file that ends in .html, or a folder\n"


def test_a_file_where_a_folder_is_wanted_is_refused(run, small, tmp_path):
    (tmp_path / "made").write_text("mine")
    code, out, err = run("dashboard", "--as-at", DAY, "-o", str(tmp_path / "made"))
    assert (code, out) == (2, "")
    assert "is a file, and a folder is wanted" in err


def test_a_folder_that_is_not_there_is_a_sentence_for_a_file(run, small, tmp_path):
    code, out, err = run("dashboard", "--as-at", DAY, "-o", str(tmp_path / "no" / "a.html"))
    assert (code, out) == (2, "")
    assert "cannot be used" in err


def test_it_is_not_for_a_terminal_and_one_of_two_ways(run, small, tmp_path):
    assert run("dashboard")[2].startswith("error: a dashboard is not for a terminal\n  help: name a file")
    code, out, err = run("dashboard", "--serve", "-o", str(tmp_path / "a.html"))
    assert (code, out) == (2, "")
    assert err == "error: --serve and --output are two things\n  help: use one of them\n"


def test_a_file_with_errors_is_said_and_left_out_only_if_asked(run, small, tmp_path):
    with (small / "measures" / "carers.yaml").open("a") as file:
        file.write("  - {id: broken}\n")
    page = tmp_path / "a.html"
    code, out, err = run("dashboard", "--as-at", DAY, "-o", str(page))
    assert (code, out) == (2, "")
    assert "measures/carers.yaml" in err
    assert not page.exists()
    assert run("dashboard", "--as-at", DAY, "--keep-going", "-o", str(page))[0] == 0
    assert "Left out, because it could not be read, or has an error: measures/carers.yaml." in words(page)


def test_an_earlier_file_with_errors_is_said_too(run, history, tmp_path):
    history.change("better: none", "better: nothing", "measures/carers.yaml").commit("Broken", "2025-09-30")
    history.change("better: nothing", "better: none", "measures/carers.yaml").commit("Mended", "2025-09-30")
    page = tmp_path / "a.html"
    code, out, err = run("dashboard", "--as-at", DAY, "--since", "HEAD~1", "-o", str(page))
    assert (code, out) == (2, "")
    assert "measures/carers.yaml (commit" in err
    assert not page.exists()
    assert run("dashboard", "--as-at", DAY, "--since", "HEAD~1", "--keep-going", "-o", str(page))[0] == 0


def test_nothing_but_errors_is_no_dashboard(run, small, tmp_path):
    for name in ("young-carers", "old-plan"):
        (small / "strategies" / f"{name}.yaml").write_text("[")
    assert run("dashboard", "--as-at", DAY, "--keep-going", "-o", str(tmp_path / "a.html"))[:2] == (2, "")
    assert not (tmp_path / "a.html").exists()


def test_a_page_whose_file_could_not_be_read_is_not_called_a_former_one(run, small, large, tmp_path):
    for name in ("one", "two"):
        text = (small / "strategies" / "old-plan.yaml").read_text("utf-8").replace("id: old-plan", f"id: {name}", 1)
        (small / "strategies" / f"{name}.yaml").write_text(text, "utf-8")
    pages = tmp_path / "pages"
    run("dashboard", "--as-at", DAY, "-o", str(pages))
    (small / "strategies" / "two.yaml").write_text("[")
    code, _, err = run("dashboard", "--as-at", DAY, "--keep-going", "-o", str(pages))
    assert (code, "removed" in err) == (0, False)
    assert (pages / "strategy-two.html").exists()


def test_it_needs_no_terminal_and_no_server(small, tmp_path):
    asked = json.dumps(("dashboard", "--as-at", DAY, "-o", str(tmp_path / "a.html")))
    done = subprocess.run([sys.executable, "-c", PROGRAM, asked], capture_output=True, text=True, check=True, cwd=small)
    code, modules = json.loads(done.stderr.splitlines()[-1])
    assert code == 0
    assert not {name.partition(".")[0] for name in modules} & {"rich", "docx", "typst", "asyncio", "http"}
