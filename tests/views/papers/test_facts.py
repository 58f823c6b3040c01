"""Bodies, meetings, and the sentences of the position."""

from datetime import date, timedelta

import pytest

from strategy_tracker.briefing.concerns import concerns, due_by
from strategy_tracker.briefing.material import NoSuchBody, choose_meeting, only, reviewed_by
from strategy_tracker.briefing.notes import remarks, undated
from strategy_tracker.briefing.position import listed, moves_of, of_measures, sentences, with_all
from strategy_tracker.briefing.terms import terms_used
from strategy_tracker.judging.standing import Arrow, Clock, Rating
from strategy_tracker.views.dates_and_amounts import headline
from strategy_tracker.views.papers.position_blocks import measures_table
from strategy_tracker.views.papers.reader_notes import REASONS, read_terms, terms
from tests.views.builders import action, body, measure, point, priority, standing, strategy
from tests.views.conftest import DAY, material


def soon(days):
    return Clock("on-time", DAY + timedelta(days), 0, "next meeting")


def test_the_body_that_meets_on_the_day_goes_before_the_next_one():
    meets, later = body("Committee", held=("2025-10-01",)), body("Board", soon(5))
    found = choose_meeting(standing(strategy(bodies=(later, meets))), "")
    assert (found.body, found.today, found.last) == ("Committee", True, None)


def test_without_one_on_the_day_the_next_to_meet_is_meant():
    bodies = (body("Board", soon(9)), body("Team", soon(3)), body("Late", Clock("missed", DAY, 3, "missed")))
    assert choose_meeting(standing(strategy(bodies=bodies)), "").body == "Team"


def test_nobody_is_meant_where_nobody_knows_when_anybody_meets():
    assert choose_meeting(standing(strategy(bodies=(body(),))), "") is None


def test_a_part_of_a_name_is_enough_but_a_whole_name_goes_first():
    stands = standing(strategy(bodies=(body("Board"), body("Carers Board"), body("Team"))))
    assert choose_meeting(stands, "board").body == "Board"
    assert choose_meeting(stands, "tea").body == "Team"
    with pytest.raises(NoSuchBody) as found:
        choose_meeting(stands, "a")
    assert found.value.names == ("Board", "Carers Board", "Team")
    with pytest.raises(NoSuchBody, match="no body has 'x' in its name"):
        choose_meeting(stands, "x")


def test_one_body_of_two_strategies_is_one_meeting():
    one = strategy(bodies=(body("Board", held=("2025-04-01",), paper_by=None),), name="one")
    two = strategy(bodies=(body("Board", soon(3), held=("2025-07",), paper_by="Head", note="Asks much"),), name="two")
    found = choose_meeting(standing(one, two), "Board")
    assert (found.last, found.paper_by, found.note, found.next.due) == ("2025-07", "Head", "Asks much", soon(3).due)
    assert reviewed_by(standing(one, two, strategy(name="three")), "Board") == ("one", "two")


def test_a_meeting_of_this_very_month_is_not_yet_past():
    assert choose_meeting(standing(strategy(bodies=(body(held=("2025-10",)),))), "Board").last is None


def test_only_the_measures_of_the_strategies_kept_are_kept():
    kept = strategy(priority(measures=("a",)), name="one")
    stands = standing(kept, strategy(name="two"), measures=(measure("a"), measure("b")))
    assert list(only(stands, ["one"]).measures) == ["a"]


def test_the_position_of_nothing_is_five_sentences():
    assert sentences(standing(strategy())) == (
        "No action is on record.",
        "No action is overdue, missed or silent.",
        "No measure says whether it is working.",
        "Without measures there is no direction of travel.",
        "Nothing is red or amber.",
    )


def test_the_position_speaks_of_one_and_of_many():
    blue, red = Rating("blue", "complete", "said so", "complete"), Rating("red", "red", "late", "late")
    late = action("b", rating=red, due=Clock("overdue", DAY, 3, "overdue by 3 days"))
    worse = measure("m", (point("2024", 1),), rating=red, short=Arrow("worse", "worse: 2 to 1"))
    flat = measure("n", short=Arrow("level", "level"), late=Clock("overdue", DAY, 1, "late"))
    told = sentences(
        standing(strategy(priority(action("a", rating=blue), late, measures=("m", "n"))), measures=(worse, flat))
    )
    assert told == (
        "Of 2 actions, 1 is complete and 1 red.",
        "1 action is overdue.",
        "Rated 1 of 2 measures: 1 red; for 1, no target is declared for the period of the reading; 1 reading is late.",
        "Since the period before, 1 is worse; 1 moved where neither way is called better.",
        "To look at first: 'Train every school' (b), red; and 'Schools with trained staff', red.",
    )


def test_growth_over_a_year_is_no_move_in_a_headline_count():
    last_year = Arrow("worse", "worse: 12 to 10")
    cumulative = measure("m", (point("2024", 1),), long=last_year, counts_up=True)
    plain = measure("n", (point("2024", 1),), long=last_year)
    stands = standing(strategy(priority(measures=("m", "n"))), measures=(cumulative, plain))
    assert moves_of(stands.measures.values()) == (0, 1, 0, 0, 1, 1)
    assert sentences(stands)[3] == (
        "Since the period before, 1 is worse; 1 of these is cumulative: since the same point last year; "
        "for 1 there is not enough data."
    )
    (note,) = measures_table(with_all(stands), many=False).notes
    assert note.startswith("Better and worse are against the period before, or the same point last year for what is")
    assert [headline(one) for one in (cumulative, plain)] == ["▼ worse on last year", ""]


def test_context_is_counted_apart_from_other_reasons():
    context = measure("c", rating=Rating("grey", "context", "context only", "context"))
    assert of_measures([context]) == "Rated 0 of 1 measure; 1 describes context and is never rated."
    assert moves_of([context]).unknown == 1


def test_a_reading_that_is_late_is_an_exception_without_being_red():
    late = measure("m", (point("2024", 1, note="By hand"),), late=Clock("overdue", DAY, 9, "9 days late"))
    (found,) = concerns(standing(strategy(priority(measures=("m",))), measures=(late,)))
    assert (found.group, found.thing, found.correction, found.said) == ("late", "measure", None, "By hand")


def test_a_red_action_is_as_late_as_the_date_that_makes_it_red():
    never_done = Clock("missed", DAY, 400, "no day is recorded on which it was done")
    late = action("a", rating=Rating("red", "red", "overdue by 40 days", "late"), interval=never_done, days_late=40)
    (found,) = concerns(standing(strategy(priority(late))))
    assert (found.group, found.days) == ("red", 40)


def test_what_falls_due_is_told_until_the_day_and_no_longer(carers):
    assert [one.text for one in due_by(carers.standing, date(2025, 10, 12))] == ["Invitations sent"]
    assert due_by(carers.standing, DAY) == ()


def test_notes_of_earlier_readings_are_told_too():
    points = (
        point("2021", None, "not available"),
        point("2022", None, "over 70%", note="A bound"),
        point("2023", 4, state="provisional"),
        point("2024", 5, state="revised"),
        point("2025", 6),
    )
    found = [(one.kind, one.text) for one in remarks(standing(strategy(), measures=(measure("m", points),)))]
    assert found == [
        ("no number", "not available: there is no number to be had"),
        ("no number", "known in words only: over 70%"),
        ("provisional", "provisional: it may still change"),
        ("revised", "revised since it was first reported"),
        ("note", "A bound"),
    ]


def test_vague_dates_are_counted(parenting):
    assert undated(parenting.standing) == (
        "80 of 94 actions have neither a due date nor an interval",
        "98 of 98 updates are dated only to the month or the year",
    )


def test_every_rule_that_can_be_used_is_explained(small, shipped):
    used = terms_used(material(small))
    for year in (2019, 2021, 2022, 2026):
        used |= terms_used(material(shipped, date(year, 10, 4)))
    assert used <= {*read_terms(), *(f"grey:{why}" for why in REASONS)}


def test_the_glossary_says_when_amber_turns_red():
    assert "amber up to one month late" in dict(terms({"action:late"}, "month"))["Colour by date"]
    assert "amber up to 3 weeks late" in dict(terms({"action:late"}, "3 weeks"))["Colour by date"]


def test_small_words():
    assert listed(["a"]) == "a"
    assert listed(["a", "b", "c"]) == "a, b and c"
