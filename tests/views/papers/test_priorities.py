from strategy_tracker.judging.standing.of_strategies import JudgementStanding
from strategy_tracker.views.papers.priorities import judgement


def test_an_account_is_a_summary_and_nobody_is_named_who_is_not_on_record():
    said = JudgementStanding("2025-09-01", None, "Schools are slow", "Head of Service")
    assert judgement(said).text == "Summary by Head of Service, 1 September 2025: Schools are slow."
    assert judgement(said._replace(by=None)).text == "Summary, 1 September 2025: Schools are slow."


def test_a_colour_is_the_leads_judgement_and_its_note_a_summary():
    said = judgement(JudgementStanding("2025-09", "red", "Schools are slow", "Head of Service"))
    assert said.text == "red, in the judgement of Head of Service, September 2025. Summary: Schools are slow."
    assert said.colour == "red"
