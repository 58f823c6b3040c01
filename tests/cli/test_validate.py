import pytest

from .conftest import DAY

FAULTY = """\
id: broken
title: Broken
priorities:
  - id: one
    title: One
    actions:
      - {id: one-01, text: Do it, due: 2025-02-30}
"""


@pytest.fixture
def clean(tmp_path, monkeypatch):
    path = tmp_path / "strategies" / "plan.yaml"
    path.parent.mkdir()
    path.write_text(
        "id: plan\ntitle: Plan\nowner: Head\nstarts: 2025-04-01\nends: 2026-03-31\n"
        "governance: [{body: Board, every: quarter}]\n"
        "priorities:\n  - id: one\n    title: One\n    measures: [calls]\n"
        "    actions: [{id: one-01, text: Do it}]\n"
    )
    calls = "measures:\n  - {id: calls, title: Calls, unit: count, better: none, readings: {2024/25: 4}}\n"
    (tmp_path / "measures").mkdir()
    (tmp_path / "measures" / "calls.yaml").write_text(calls)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_clean_portfolio_says_how_much_was_read(run, clean):
    assert run("validate", "--as-at", DAY) == (0, "ok: 1 strategy, 1 action, 1 measure\n", "")


def test_warnings_fail_only_where_strict_is_asked_for(run, small):
    code, out, err = run("validate", "--as-at", DAY)
    assert (code, err) == (0, "")
    assert out.endswith("no errors, 4 warnings, 4 pieces of advice in 3 files\n")
    assert run("validate", "--as-at", DAY, "--strict") == (1, out, "")


def test_advice_never_fails(run, clean):
    (clean / "measures" / "more.yaml").write_text("measures: [{id: lone, title: Lone, unit: count, better: none}]\n")
    code, out, err = run("validate", "--strict", "--as-at", DAY)
    assert (code, err) == (0, "")
    assert "[unused-measure]" in out


def test_an_error_has_its_line_a_caret_and_fails(run, small):
    (small / "strategies" / "broken.yaml").write_text(FAULTY)
    code, out, err = run("validate", "strategies/broken.yaml", "--as-at", DAY)
    assert (code, err) == (1, "")
    assert (
        "strategies/broken.yaml:7:44: error: there is no date '2025-02-30' in the calendar [impossible-date]\n"
        "  7 |       - {id: one-01, text: Do it, due: 2025-02-30}\n"
        "    |                                        ^^^^^^^^^^\n"
        "  help: correct it\n"
    ).replace("7:44", f"7:{FAULTY.splitlines()[6].index('2025') + 1}") in out
    assert out.endswith("1 error in 1 file\n")


def test_only_the_files_and_folders_named_are_reported(run, small):
    code, out, err = run("validate", "measures", "strategies/old-plan.yaml", "--as-at", DAY)
    assert (code, err) == (0, "")
    assert {line.split(":")[0] for line in out.splitlines() if ": advice: " in line or ": warning: " in line} == {
        "measures/carers.yaml",
        "strategies/old-plan.yaml",
    }
    assert run("validate", "practice", "--as-at", DAY)[0] == 0


def test_the_root_itself_means_everything(run, small):
    assert run("validate", ".", "--as-at", DAY) == run("validate", "--as-at", DAY)
    assert run("validate", "strategy-tracker.yaml", "--as-at", DAY)[0] == 0


@pytest.mark.parametrize("root", [(), ("--root", "..")])
def test_a_path_with_two_dots_in_it_is_the_file_it_leads_to(run, small, monkeypatch, root):
    (small / "measures" / "wrong.yaml").write_text("measures: 5\n")
    monkeypatch.chdir(small / "strategies")
    code, out, _ = run("validate", "young-carers.yaml", "../measures/wrong.yaml", "--format", "concise", *root)
    assert (code, out.count("measures/wrong.yaml:1:")) == (1, 1)


def test_a_path_from_elsewhere_finds_its_portfolio(run, small, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    code, out, err = run("validate", "portfolio/strategies/old-plan.yaml", "--as-at", DAY)
    assert (code, err) == (0, "")
    assert out.startswith("strategies/old-plan.yaml:1:5: ")


def test_all_shows_every_piece_of_advice(run, small):
    many = "".join(f"  - {{id: m{n}, title: M {n}, unit: count, better: none}}\n" for n in range(9))
    (small / "measures" / "many.yaml").write_text(f"measures:\n{many}")
    short, full = run("validate", "--as-at", DAY)[1], run("validate", "--all", "--as-at", DAY)[1]
    assert "measures/many.yaml: advice: 6 more like these [never-read]; --all shows them\n" in short
    assert "more like these" not in full
    assert full.count("[never-read]") == 10


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("strategies/gone.yaml", "error: there is no file 'strategies/gone.yaml'\n  help: check the spelling"),
        ("notes.txt", "error: 'notes.txt' is not a data file of the portfolio\n  help: data files are in strategies/"),
        ("strategies/new.yaml.bak", "error: 'strategies/new.yaml.bak' is not a data file of the portfolio\n  help: "),
        ("strategies/.new.yaml", "error: 'strategies/.new.yaml' is not a data file of the portfolio\n  help: "),
        ("/", "error: '/' is not part of the portfolio in 'portfolio'\n  help: move it into strategies/ or measures/"),
    ],
)
def test_a_path_that_is_no_data_file_cannot_be_validated(run, small, path, said):
    for name in ("notes.txt", "strategies/new.yaml.bak", "strategies/.new.yaml"):
        (small / name).write_text("x")
    code, out, err = run("validate", path, "--as-at", DAY)
    assert (code, out) == (2, "")
    assert err.startswith(said)


def test_validate_never_writes(run, small):
    before = {path: path.stat().st_mtime_ns for path in small.rglob("*")}
    run("validate", "--all", "--strict")
    assert {path: path.stat().st_mtime_ns for path in small.rglob("*")} == before


def test_the_name_of_a_file_cannot_steer_the_terminal(run, small):
    (small / "strategies" / "a\x1b[2J\u202eb\nc.yaml").write_text("id: [")
    code, out, err = run("validate", "--as-at", DAY)
    assert (code, err) == (1, "")
    assert not set(out) & set("\x1b\u202e")
    assert "strategies/a\ufffd[2J\ufffdb\ufffdc.yaml:1:" in out
