"""A record is prepared for its readers: as it is written, in the body's words, or for the public."""

from datetime import date

from strategy_tracker.briefing.edition import Edition
from strategy_tracker.judging.judge_record import judge_record
from strategy_tracker.model.measures.measure import Measures
from strategy_tracker.model.settings import DEFAULTS
from tests.judging.action_builder import action, priority, strategy
from tests.judging.measure_builder import measure

TODAY = date(2019, 1, 1)
STRATEGY = strategy(priority(action(id="a", text="Do it"), id="p"))
WORDING = {"action": "Commitment"}


def test_for_those_who_work_on_the_files_a_record_is_as_it_is_written():
    everyday = Edition()
    assert everyday.of(STRATEGY) == STRATEGY
    assert everyday.earlier() is everyday
    assert everyday.left_out(STRATEGY) == {}


def test_a_record_is_judged_by_its_own_rules():
    for record in (STRATEGY, Measures(measures=(measure(readings={"2017/18": 4}),))):
        assert Edition().judge(record, "a.yaml", TODAY, DEFAULTS) == judge_record(record, "a.yaml", TODAY, DEFAULTS)


def test_what_people_wrote_is_kept_from_the_words_of_the_body():
    said = strategy(priority(action(id="a", text="Every action counts"), id="p"))
    shown = Edition(WORDING).of(said)
    assert shown != said
    assert shown.id == said.id
