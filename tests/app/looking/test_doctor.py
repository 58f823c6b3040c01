from strategy_tracker.app.looking.doctor import git_facts, portfolio_facts
from tests.cli.repository import Repository


def test_settings_are_told_with_their_source_and_nothing_else_of_the_files(small):
    facts = dict(portfolio_facts(small))
    assert facts["files"] == "2 in strategies/, 1 in measures/, 1 in practice/"
    assert facts["setting organisation"] == "Borough of Exampleton (strategy-tracker.yaml)"
    assert facts["setting year_end"] == "31 March (default)"
    assert facts["setting completion"] == facts["setting levels"] == facts["setting requires"] == "none (default)"
    (small / "strategy-tracker.yaml").write_text(
        "levels: [goal, aim]\ncompletion: {needs: [evidence], since: 2026-04-01}\n", encoding="utf-8"
    )
    changed = dict(portfolio_facts(small))
    assert changed["setting levels"] == "goal, aim (strategy-tracker.yaml)"
    assert changed["setting completion"] == "needs: evidence, since: 2026-04-01 (strategy-tracker.yaml)"
    assert "Young carers" not in " ".join(facts.values())


def test_a_folder_with_nothing_to_read_is_told_as_that(tmp_path):
    assert [name for name, _ in portfolio_facts(tmp_path)] == ["portfolio"]
    assert dict(git_facts(tmp_path))["repository"].startswith("no (")


def test_a_repository_is_told(small):
    Repository(small).commit("First", "2025-04-15")
    assert dict(git_facts(small))["repository"] == "yes"
