"""Which asks of a paper have one answer, and which one each."""

from strategy_tracker.app.moment import Moment
from strategy_tracker.app.reporting.report import ReportRequest, gather
from strategy_tracker.app.writing.paper_asks import asks_in, record_of
from strategy_tracker.files.portfolio import open_portfolio
from tests.app.conftest import DAY


def test_what_is_to_be_decided_has_an_ask_for_each_thing_and_what_is_to_be_answered_one_for_all(small):
    material, _ = gather(Moment(open_portfolio(small), DAY), ReportRequest(("young-carers",), "Carers Board"))
    found = list(asks_in(material, "2025-10-01"))
    assert len({one.id for one in found}) == len(found)
    assert all(len(one.id) <= 60 and not one.text.endswith(".") for one in found)
    assert found[0].id == "2025-10-01-note"
    many = [one for one in found if len(one.things) > 1]
    assert {one.kind for one in many} <= {"answer", "correct", "silent"}
    assert all((one.about == "") == (len(one.things) != 1) for one in found)


def test_a_meeting_without_a_record_has_none(small):
    from strategy_tracker.files.load import load

    record = load(open_portfolio(small).of_kind("strategies")[0], open_portfolio(small).settings.year_end).record
    assert all(record_of(body, "2025-04-20") is None for body in record.governance)
