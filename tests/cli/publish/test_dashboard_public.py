"""`strategy dashboard --public`: of the public records only, remembered as a report is, or not made at all."""

import pytest

from strategy_tracker.publishing import public_record

from .test_report_public import WORDS, history, shows, suppressed, youth  # noqa: F401 - fixtures

PUBLIC = ("dashboard", "--public", "--as-at", "2025-10-01")
DRAFT = "Draft, not for publication until it is issued"


def page(run, out, *more):
    code, _, err = run(*PUBLIC, "-o", str(out), *more)
    assert (code, err.splitlines()[-1]) == (0, f"wrote {out}"), err
    return out.read_text(encoding="utf-8")


@pytest.mark.parametrize("more", [(), ("--since", "2025-05-01"), ("--rev", "HEAD~1")])
def test_no_page_holds_a_suppressed_number_or_a_word_that_is_not_public(run, history, tmp_path, more):  # noqa: F811
    text = page(run, tmp_path / "page.html", *more)
    assert [number for number in (*suppressed(history.root), "7013") if shows(text, number)] == []
    assert [word for word in WORDS if word in text] == []
    assert "measures/youth.yaml" not in text
    assert DRAFT in text
    assert "Knock on every door" in text


def test_the_ordinary_page_has_them(run, history, tmp_path):  # noqa: F811
    out = tmp_path / "page.html"
    run("dashboard", "--as-at", "2025-10-01", "-o", str(out))
    text = out.read_text(encoding="utf-8")
    assert [number for number in ("4391", "3001", "7013") if not shows(text, number)] == []
    assert "Whisper" in text


def test_pages_are_issued_and_entered_as_a_report_is(run, youth, tmp_path):  # noqa: F811
    text = page(run, tmp_path / "page.html", "--issue", "web-1")
    assert DRAFT not in text
    entry = (youth / "published/web-1.yaml").read_text(encoding="utf-8")
    assert "  girls:\n" in entry
    assert "4391" not in entry
    assert run(*PUBLIC, "--issue", "web-1", "-o", str(tmp_path / "page.html"))[0] == 2


def test_what_the_first_pass_lets_through_is_not_written(run, youth, tmp_path, monkeypatch):  # noqa: F811
    monkeypatch.setattr(public_record, "_readings", lambda measure, name, readings, **_: dict(readings))
    out = tmp_path / "page.html"
    code, _, err = run(*PUBLIC, "-o", str(out))
    assert code == 1
    assert "error: not written: " in err
    assert not out.exists()


def test_it_needs_every_file_and_a_place(run, youth, tmp_path):  # noqa: F811
    assert run(*PUBLIC, "--keep-going", "-o", str(tmp_path / "page.html"))[0] == 2
    assert run(*PUBLIC, "--serve")[0] == 2
    assert run("dashboard", "--issue", "x", "-o", str(tmp_path / "page.html"))[0] == 2
