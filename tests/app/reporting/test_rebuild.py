"""A dashboard is built again when a file that it is made from changes, and only then."""

from strategy_tracker.app.reporting.rebuild import seen


def test_every_file_a_page_is_made_from_is_watched(small):
    before = seen(small)
    assert {name.rpartition("/")[2] for name in before} >= {"young-carers.yaml", "carers.yaml", "strategy-tracker.yaml"}
    (small / "measures" / "more.yaml").write_text("measures: []\n", encoding="utf-8")
    assert seen(small) != before
    before = seen(small)
    (small / "strategies" / "old-plan.yaml").unlink()
    assert seen(small) != before
    (small / ".git" / "logs").mkdir(parents=True)
    before = seen(small)
    (small / ".git" / "logs" / "HEAD").write_text("x", encoding="utf-8")
    assert seen(small) != before
