"""Reports that are frozen, listed and worked out again, without a terminal."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategy_tracker import __version__
from strategy_tracker.app.looking_back.freeze import (
    _measure_then,
    _strategy_then,
    check_report,
    freeze_report,
    frozen_reports,
)
from strategy_tracker.files.portfolio import open_portfolio
from strategy_tracker.judging.actions import judge_action
from strategy_tracker.judging.measures.measure_standing import stand_measure
from strategy_tracker.model.settings import DEFAULTS
from strategy_tracker.problem import Problem
from tests.cli.conftest import write_portfolio
from tests.cli.repository import Repository, carers
from tests.judging.action_builder import action, priority, stand, strategy, update
from tests.judging.measure_builder import measure

DAY = date(2022, 1, 31)


@pytest.fixture
def repo(tmp_path):
    made = carers(tmp_path / "repo")
    made.git("config", "user.name", "Ann")
    made.git("config", "user.email", "ann@example.org")
    return made


def test_a_report_is_frozen_listed_and_the_same_when_worked_out_again(repo):
    portfolio = open_portfolio(repo.root)
    made = freeze_report(portfolio, "q1", DAY, body="Board", message="As corrected")
    assert (made.tag, made.commit.sha, made.wrong) == ("reported/q1", made.report.sha, ())
    (listed,) = frozen_reports(portfolio).reports
    assert listed._replace(by="", made=None) == made.report
    found = check_report(portfolio, "q1")
    assert (found.is_same, found.program, found.report) == (True, __version__, listed)


def test_where_a_file_cannot_be_read_nothing_is_frozen(repo):
    repo.write(strategies__broken="id: [").commit("Broken", "2022-02-01")
    portfolio = open_portfolio(repo.root)
    made = freeze_report(portfolio, "q1", DAY)
    assert (made.report, [one.file for one in made.wrong]) == (None, ["strategies/broken.yaml"])
    assert frozen_reports(portfolio) == ((), None)


def test_a_name_twice_and_a_report_that_is_not_there_are_problems(repo):
    portfolio = open_portfolio(repo.root)
    freeze_report(portfolio, "q1", DAY)
    with pytest.raises(Problem, match="'q1' is taken: refs/tags/reported/q1"):
        freeze_report(portfolio, "q1", DAY)
    with pytest.raises(Problem, match="there is no report 'q2'"):
        check_report(portfolio, "q2")


def test_a_standing_frozen_by_0_1_0_still_has_the_digest_it_had(tmp_path):
    made = Repository(write_portfolio(tmp_path / "plan"))
    made.git("add", ".")
    made.git("commit", "--quiet", "--message=All of it")
    report = freeze_report(open_portfolio(made.root), "q2", date(2025, 10, 1)).report
    assert report.digest == "2000b47db6e04b20892833e52ad3e44d31ac548f177ed7e60ed6185dbe5445f9"


WHEN = st.dates(date(2018, 4, 1), date(2020, 3, 31)).map(str)
SAID = st.builds(
    update, WHEN, st.sampled_from(["in-progress", "delivered", None]), st.sampled_from(["green", "amber", None])
)


@given(st.lists(SAID.filter(lambda one: len(one) > 1), max_size=3), st.none() | WHEN, WHEN)
def test_a_green_that_needs_a_word_now_is_frozen_as_it_was_when_it_needed_none(said, due, today):
    of = strategy(priority(action(*said, **({"due": due} if due else {}))))
    frozen = _strategy_then(stand(of, today))
    with pytest.MonkeyPatch.context() as then:
        then.setattr(judge_action, "without_word", lambda rating, *_: rating)
        assert frozen == _strategy_then(stand(of, today))


@pytest.mark.parametrize("line", [None, {"on": "2020-03-31", "value": 50}])
def test_a_figure_from_before_its_target_had_no_target_in_the_first_version(line):
    listed = measure(
        readings={"2020/21": 70}, targets={"2024/25": 80}, straight_line_from=line, amber_within="1 points"
    )
    told = _measure_then(stand_measure(listed, DAY, DEFAULTS, "", ()))
    assert (told["rating"]["why"], told["rating"]["word"]) == ("no-target", "not rated")
    assert told["rating"]["reason"] == "no target is declared for 2020/21"
    assert (told["gap"], told["boundary"]) == (None, None)
