import json
from pathlib import Path

import pytest

KINDS = ["strategy", "measures", "practice", "published", "comparators", "import", "settings"]
ALL = "  help: write strategy, measures, practice, published, comparators, import or settings, or --write for all\n"


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_is_printed_and_nothing_else(run, kind):
    code, out, err = run("schema", kind)
    assert (code, err) == (0, "")
    assert json.loads(out)["$schema"].endswith("2020-12/schema")


def test_write_puts_each_into_the_portfolio_and_says_so(run, small):
    code, out, err = run("schema", "--write")
    assert (code, out) == (0, "")
    assert err.splitlines() == [f"wrote {Path('schema', kind)}.schema.json" for kind in KINDS]
    for kind in KINDS:
        assert (small / "schema" / f"{kind}.schema.json").read_text(encoding="utf-8") == run("schema", kind)[1]


def test_write_takes_a_folder_also_outside_the_portfolio(run, small, tmp_path):
    code, _, err = run("schema", "--write", str(tmp_path / "for/editors"))
    assert code == 0
    assert f"wrote {tmp_path / 'for/editors/strategy.schema.json'}\n" in err
    assert len(list((tmp_path / "for/editors").iterdir())) == len(KINDS)


def test_write_does_not_touch_what_is_fresh(run, small):
    run("schema", "--write")
    stale, fresh = Path("schema", "practice.schema.json"), Path("schema", "strategy.schema.json")
    stale.write_text("{}", encoding="utf-8")
    before = fresh.stat()
    _, _, err = run("schema", "--write")
    assert err.count("wrote") == 1
    assert f"wrote {stale}\n" in err
    assert f"{fresh} is fresh\n" in err
    assert fresh.stat().st_mtime_ns == before.st_mtime_ns


def test_write_outside_a_portfolio_writes_to_the_current_folder(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert run("schema", "--write")[0] == 0
    assert (tmp_path / "schema/strategy.schema.json").is_file()


def test_write_takes_the_root_that_is_named(run, small, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    code, _, err = run("schema", "--write", "--root", str(small))
    assert code == 0
    assert f"wrote {Path('portfolio', 'schema', 'strategy.schema.json')}\n" in err
    assert (small / "schema/strategy.schema.json").is_file()


def test_a_folder_that_cannot_be_made_is_a_sentence(run, small):
    (small / "file").write_text("", encoding="utf-8")
    code, out, err = run("schema", "--write", "file/schema")
    assert (code, out) == (2, "")
    assert err.startswith("error: 'file")


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("strategies", "error: there is no schema 'strategies'\n  help: did you mean 'strategy'?\n"),
        ("xyz", f"error: there is no schema 'xyz'\n{ALL}"),
    ],
)
def test_a_mistyped_kind_offers_the_nearest(run, typed, message):
    assert run("schema", typed) == (2, "", message)


def test_without_a_kind_the_kinds_are_named(run):
    assert run("schema") == (2, "", f"error: which schema is not said\n{ALL}")
