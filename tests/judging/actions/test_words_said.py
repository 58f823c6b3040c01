from strategy_tracker.judging.actions.words_said import correction_of, last_said, words_said
from strategy_tracker.judging.standing.of_actions import UpdateStanding
from tests.views.builders import action, update


def test_a_word_is_told_with_the_day_of_what_it_tells_of():
    said = UpdateStanding("2025-09-01", None, None, "The course was held.", None, None, (), False)
    assert words_said(said) == "The course was held."
    assert words_said(said._replace(happened="2025-08-20")) == "The course was held; happened 2025-08-20"
    assert words_said(said._replace(note=None, state="in-progress", happened="2025-08")) == (
        "in progress; happened 2025-08"
    )
    assert words_said(said._replace(note=None, forecast="2026")) == "now expected 2026"
    assert words_said(said._replace(note=None, evidence=("minutes",))) == "evidence given, without a word"


def test_only_an_answer_to_something_going_wrong_is_a_correction():
    said = update("2025-09-01", note="Half are trained", by="Head")
    assert last_said(action(updates=(said,))) == "Half are trained (update 2025-09-01, Head)"
    assert correction_of(action(updates=(said,))) is None
    assert correction_of(action(updates=(said._replace(rag="red"),))) == "Half are trained (update 2025-09-01, Head)"
    assert (last_said(action()), correction_of(action())) == (None, None)
