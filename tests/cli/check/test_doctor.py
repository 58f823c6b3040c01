"""`strategy doctor`: what a support question needs, and nothing of what the files say."""


def test_it_names_versions_settings_and_where_they_come_from(small, run):
    code, out, err = run("doctor")
    assert (code, err) == (0, "")
    lines = dict(line.split("  ", 1) for line in out.splitlines())
    assert lines["setting organisation"].strip() == "Borough of Exampleton (strategy-tracker.yaml)"
    assert lines["setting review_every"].strip() == "quarter (default)"
    assert {"strategy-tracker", "Python", "pydantic", "git", "repository", "encoding"} <= {key.strip() for key in lines}
    assert "2 in strategies/, 1 in measures/, 1 in practice/" in out
    assert "Train every school" not in out


def test_it_works_where_there_is_nothing_to_read(tmp_path, monkeypatch, run):
    monkeypatch.chdir(tmp_path)
    code, out, _ = run("doctor")
    assert code == 0
    assert "no strategy here" in out


def test_a_broken_settings_file_is_named(small, run):
    (small / "strategy-tracker.yaml").write_text("year_end: 31 April\n", encoding="utf-8")
    assert "strategy-tracker.yaml: '31 April' is not a day of the calendar" in run("doctor")[1]


def test_it_says_where_answers_are_kept_and_empties_that_folder(small, run, tmp_path, monkeypatch):
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "caches"))
    run("validate", "--as-at", "2025-10-01")
    code, out, err = run("doctor")
    assert (code, err) == (0, "")
    assert f"  {tmp_path / 'caches' / 'strategy-tracker'}\n" in out
    assert " MB of at most 256 MB, in 1 file\n" in out
    code, out, err = run("doctor", "--empty-cache")
    assert (code, err) == (0, "threw away 1 file of kept answers\n")
    assert "0.0 MB of at most 256 MB, in 0 files" in out
    assert list((tmp_path / "caches" / "strategy-tracker").iterdir()) == []


def test_it_says_why_no_answers_are_kept(small, run, monkeypatch):
    monkeypatch.setenv("STRATEGY_NO_CACHE", "1")
    assert "none: STRATEGY_NO_CACHE is set" in run("doctor")[1]
