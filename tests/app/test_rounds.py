"""Readings that rounds ask for: measures stand in files of their own, and one may serve two strategies."""

from datetime import date

import pytest

import strategy_tracker.app.rounds
from strategy_tracker.app.looking.status import Filters, status
from strategy_tracker.app.moment import Moment
from strategy_tracker.app.standing import stand
from strategy_tracker.files.portfolio import open_portfolio

DAY = date(2026, 10, 5)
STRATEGY = """\
id: {name}
title: {name}
starts: 2026-04-01
governance:
  - {{body: Board, every: quarter, {asks}held: [2026-07-13], next: 2026-10-12}}
priorities:
  - id: one
    title: One
    measures: [calls, letters]
"""
MEASURES = """\
measures:
  - id: {name}
    title: {name}
    unit: count
    frequency: quarter
    owner: {owner}
    readings: {{2026/27 Q1: 20}}
"""


@pytest.fixture
def portfolio(tmp_path):
    for folder in ("strategies", "measures"):
        (tmp_path / folder).mkdir()
    for name, asks in (("parks", "asks_before: 3 weeks, "), ("streets", "asks_before: 3 weeks, "), ("trees", "")):
        (tmp_path / f"strategies/{name}.yaml").write_text(STRATEGY.format(name=name, asks=asks), encoding="utf-8")
    for name, owner in (("letters", "Post Room"), ("calls", "post room"), ("calls-too", "Post Room")):
        text = MEASURES.format(name=name, owner=owner)
        (tmp_path / f"measures/{name}.yaml").write_text(text, encoding="utf-8")
    return open_portfolio(tmp_path)


def test_each_round_asks_for_the_readings_of_its_strategy_in_printed_order_and_one_spelling(portfolio):
    found = stand(portfolio, DAY)[0]
    asked = {one.id: [each and each.asked for each in (body.round for body in one.bodies)] for one in found.strategies}
    assert [(one.item, one.owners, one.priorities) for one in asked["parks"][0]] == [
        ("calls", ("Post Room",), ("parks/one",)), ("letters", ("Post Room",), ("parks/one",)),
    ]  # fmt: skip
    assert asked["trees"] == [None]


def test_a_reading_is_asked_for_though_the_settings_say_how_often(portfolio):
    path = portfolio.root / "measures" / "calls.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("    frequency: quarter\n", ""), encoding="utf-8")
    without = stand(open_portfolio(portfolio.root), DAY)[0].rounds
    assert [one.item for one in without[0].round.asked] == ["letters"]
    (portfolio.root / "strategy-tracker.yaml").write_text("measures_default: {frequency: quarter}\n", encoding="utf-8")
    found = stand(open_portfolio(portfolio.root), DAY)[0].rounds
    assert [one.item for one in found[0].round.asked] == ["calls", "letters"]


def test_what_rounds_ask_for_is_known_at_a_second_look_and_not_after_a_change(portfolio, monkeypatch, tmp_path_factory):
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path_factory.mktemp("caches")))

    def asked():
        found = status(Moment(open_portfolio(portfolio.root), DAY), Filters()).standing.rounds
        return [(one.item, one.owners) for one in found[0].round.asked]

    def refuse(*_):
        raise AssertionError("files are read again")

    first = asked()
    with monkeypatch.context() as patched:
        patched.setattr(strategy_tracker.app.rounds, "_read", refuse)
        assert asked() == first
    path = portfolio.root / "measures" / "calls.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("frequency: quarter", "frequency: year"), encoding="utf-8")
    assert [name for name, _ in asked()] == ["letters"]


def test_a_body_of_two_strategies_is_counted_once(portfolio):
    found = stand(portfolio, DAY)[0].rounds
    assert [(one.body, one.strategies, len(one.round.asked)) for one in found] == [("Board", ("parks", "streets"), 2)]
    assert found[0].round.asked[0].priorities == ("parks/one", "streets/one")


def test_a_portfolio_whose_bodies_do_not_ask_reads_no_file_twice(portfolio, monkeypatch):
    monkeypatch.delattr(strategy_tracker.app.rounds, "with_readings_asked")
    kept = [file for file in portfolio.files if file.name != "strategies/parks.yaml"]
    kept = [file for file in kept if file.name != "strategies/streets.yaml"]
    assert stand(portfolio._replace(files=tuple(kept)), DAY)[0].rounds == ()
