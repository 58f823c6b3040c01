"""Where everything stands, from the files: what cannot be read is told, and of two with one id the first is shown."""

from strategy_tracker.app.standing import stand
from strategy_tracker.files.portfolio import open_portfolio
from tests.app.conftest import DAY, MEASURES


def test_every_file_stands(portfolio):
    found, wrong = stand(portfolio, DAY)
    assert wrong == []
    assert [one.id for one in found.strategies] == ["plan"]
    assert list(found.measures) == ["calls", "waiting"]
    assert (found.as_at, found.known) == (DAY, "")


def test_some_files_stand_alone(portfolio):
    found, _ = stand(portfolio, DAY, portfolio.of_kind("measures"))
    assert (found.strategies, list(found.measures)) == ((), ["calls", "waiting"])


def test_counts_and_clocks_are_the_same_without_what_was_said_before(portfolio):
    whole, less = (stand(portfolio, DAY, whole=each)[0] for each in (True, False))
    assert whole.strategies[0].actions[0].updates
    assert less.strategies[0].actions[0].updates == whole.strategies[0].actions[0].updates[:1]
    assert [one.rating for one in less.strategies[0].actions] == [one.rating for one in whole.strategies[0].actions]


def test_what_cannot_be_read_is_told_and_the_rest_stands(root):
    (root / "strategies/broken.yaml").write_text("id: [\n", encoding="utf-8")
    found, wrong = stand(open_portfolio(root), DAY)
    assert [one.id for one in found.strategies] == ["plan"]
    assert [one.file for one in wrong] == ["strategies/broken.yaml"]


def test_of_two_measures_with_one_id_the_first_is_shown(root):
    (root / "measures/zz.yaml").write_text(MEASURES.replace("Calls answered", "Others"), encoding="utf-8")
    found, wrong = stand(open_portfolio(root), DAY)
    assert found.measures["calls"].title == "Calls answered"
    assert [(one.code, one.file, one.message) for one in wrong][:1] == [
        ("duplicate-id", "measures/zz.yaml", "'calls' is also the id of a measure in measures/plan.yaml")
    ]
