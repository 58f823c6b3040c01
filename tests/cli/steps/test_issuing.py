"""`strategy report --public --issue NAME`: what is published is remembered, and later documents agree with it."""

import pytest

from strategy_tracker.views.formats.writers import FORMATS
from tests.cli.publish.test_report_public import content
from tests.cli.repository import Repository

PUBLIC = ("report", "--public", "--as-at", "2023-07-15")
DRAFT = "Draft, not for publication until it is issued"
STRATEGY = """\
id: homes
title: Homes Strategy
starts: 2021-04-01
ends: 2025-03-31
priorities:
  - {id: all, title: All, measures: [total, north, west, south]}
"""


def measures(total, *parts):
    lines = [f"  - {{id: total, title: All, unit: count, public: true, readings: {{2022/23: {total}}}}}"]
    lines += [
        f"  - {{id: {name}, title: {name}, part_of: total, unit: count, public: true, readings: {{2022/23: {value}}}}}"
        for name, value in zip(("north", "west", "south"), parts, strict=False)
    ]
    return "measures:\n" + "\n".join(lines) + "\n"


@pytest.fixture
def homes(tmp_path, monkeypatch):
    root = tmp_path / "homes"
    for name, text in (("strategies/h.yaml", STRATEGY), ("measures/h.yaml", measures(18, 3, 7, 8))):
        (root / name).parent.mkdir(parents=True)
        (root / name).write_text(text, encoding="utf-8")
    (root / "strategy-tracker.yaml").write_text("suppress_below: 6\n", encoding="utf-8")
    monkeypatch.chdir(root)
    return Repository(root)


def figures(run, *more):
    """What a draft shows of each measure."""
    code, out, err = run(*PUBLIC, *more)
    assert (code, err) == (0, "")
    lines = out.partition("Every measure")[2].partition("Annex C")[0].splitlines()
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("|")]
    named = {row[0].removeprefix("Of which: "): row[1] for row in rows}
    return {name: named[name] for name in ("All", "north", "west", "south") if name in named}


@pytest.mark.parametrize("form", FORMATS)
def test_a_draft_says_so_and_an_issued_document_does_not(run, homes, tmp_path, form):
    for name, draft in ((), True), (("--issue", "q1"), False):
        out = tmp_path / f"out{draft}{FORMATS[form].suffix}"
        code, _, err = run(*PUBLIC, *name, "--format", form, "-o", str(out))
        assert code == 0, err
        assert (DRAFT in content(out.read_bytes(), form)) is draft


def test_an_issued_document_is_entered_with_all_its_figures_and_parts(run, homes):
    code, out, err = run(*PUBLIC, "--issue", "2023-q1")
    path = homes.root / "published/2023-q1.yaml"
    assert (code, err) == (0, f"wrote {path}: commit it, it is what later documents are held against\n")
    assert out.startswith("# Homes Strategy")
    assert path.read_text(encoding="utf-8").split("\n", 1)[1] == (
        "issued: 2023-07-15\nsuppress_below: 6\nfigures:\n"
        "  north:\n    2022/23: c\n  south:\n    2022/23: c\n  total:\n    2022/23: 18\n  west:\n    2022/23: c\n"
        "parts:\n  total:\n    2022/23: [north, south, west]\n"
    )
    assert run("validate", "published/2023-q1.yaml")[0] == 0


def test_a_name_is_issued_once_and_what_is_refused_is_not_entered(run, homes):
    assert run(*PUBLIC, "--issue", "q1")[0] == 0
    assert "'published/q1.yaml' exists: a document of this name is issued" in run(*PUBLIC, "--issue", "q1")[2]
    assert run(*PUBLIC, "--issue", "../q1")[0] == 2
    assert run("report", "--issue", "q2")[0] == 2
    text = (homes.root / "measures/h.yaml").read_text().replace("title: north", "title: north, note: three were girls")
    (homes.root / "measures/h.yaml").write_text(text)
    assert run(*PUBLIC, "--issue", "q2")[0] == 1
    assert [path.name for path in (homes.root / "published").iterdir()] == ["q1.yaml"]


def test_what_was_published_decides_what_comes_later(run, homes):
    assert figures(run) == {"All": "18", "north": "suppressed", "west": "suppressed", "south": "suppressed"}
    run(*PUBLIC, "--issue", "q1")
    (homes.root / "measures/h.yaml").write_text(measures(15, None or 0, 7, 8))
    assert figures(run) == {"All": "15", "north": "suppressed", "west": "suppressed", "south": "suppressed"}


def test_a_document_that_is_gone_stops_every_public_output(run, homes):
    run(*PUBLIC, "--issue", "q1")
    homes.commit("Issued", "2023-07-16")
    (homes.root / "published/q1.yaml").unlink()
    code, out, err = run(*PUBLIC)
    assert (code, out) == (2, "")
    assert err.startswith("error: --public: 'published/q1.yaml' is gone, and says what was published\n")
    assert "[register-file-gone]" in run("validate")[1]


def test_a_register_that_cannot_be_read_stops_every_public_output(run, homes):
    (homes.root / "published").mkdir()
    (homes.root / "published/q1.yaml").write_text("issued: soon\n")
    code, _, err = run(*PUBLIC)
    assert code == 2
    assert err.startswith("error: --public: 'published/q1.yaml' cannot be read whole, and says what was published\n")


def test_a_paper_of_before_is_entered_with_all_it_may_have_shown(run, homes):
    homes.commit("First", "2023-07-01")
    (homes.root / "measures/h.yaml").write_text(measures(20, 5, 7, 8))
    homes.commit("Second", "2023-08-01")
    asked = ("report", "--public", "--rev", "HEAD~1", "--issue", "old")
    assert run(*asked, "-o", "x.md")[0] == 2
    code, out, err = run(*asked)
    assert (code, out) == (0, "")
    assert err.endswith("may have shown; commit it\n")
    text = (homes.root / "published/old.yaml").read_text(encoding="utf-8")
    assert "assumed: true\n" in text
    rows = (("north", "c"), ("south", "8"), ("total", "18"), ("west", "7"))
    assert "".join(f"  {name}:\n    2022/23: {value}\n" for name, value in rows) in text
    assert set(figures(run).values()) == {"suppressed"}


def test_entries_of_two_branches_merge_without_conflict(run, homes):
    homes.commit("First", "2023-07-01")
    homes.git("checkout", "-q", "-b", "other")
    run(*PUBLIC, "--issue", "other")
    homes.commit("Other", "2023-07-02")
    homes.git("checkout", "-q", "-")
    run(*PUBLIC, "--issue", "own")
    homes.commit("Own", "2023-07-02")
    homes.git("merge", "-q", "--no-edit", "other")
    assert sorted(path.name for path in (homes.root / "published").iterdir()) == ["other.yaml", "own.yaml"]
