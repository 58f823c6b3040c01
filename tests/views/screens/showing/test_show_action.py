"""One action whole: its sentence, its colour, its facts in rows, and what was said of it."""

from strategy_tracker.judging.standing.of_actions import MilestoneStanding, MoveStanding, UpdateStanding
from strategy_tracker.judging.standing.rating import Clock
from strategy_tracker.views.screens.showing.show_action import action_sheet
from strategy_tracker.views.sheet import line_text
from tests.views.builders import DAY, QUIET, RED, action, measure, priority, standing, strategy


def shown(known=None, **changes):
    one = action(**changes)
    return action_sheet(one, strategy(priority(one)), standing(measures=[known] if known else []), "seen-01")


def facts(**changes):
    return dict(shown(**changes).sections[1].facts)


def test_an_action_has_its_words_its_place_its_colour_and_its_four_facts():
    due = Clock("passed", DAY, 12, "overdue by 12 days (due 2025-09-19)")
    sheet = shown(rating=RED, due=due, judgement="green", forecast="2026-01")
    assert (sheet.title, sheet.name) == ("Train every school", "seen-01")
    assert sheet.lines == ("Young carers are seen · Young Carers Strategy", "as at 1 October 2025")
    assert [line_text(line) for line in sheet.sections[0].lines] == ["▼ red: its date decides"]
    assert sheet.sections[1].facts == (
        ("State", "in progress"), ("Due", "overdue by 12 days (due 19 September 2025); never moved"),
        ("Review", "no date"), ("Judgement", "green"), ("Forecast", "now expected January 2026"),
        ("Owner", "Head of Service"),
    )  # fmt: skip
    assert sheet.sections[2].tables == ()


def test_what_is_missing_is_said():
    told = facts(state=None, owner=None)
    assert (told["State"], told["Judgement"], told["Owner"]) == (
        "never updated",
        "none by its owner",
        "nobody is named",
    )


def test_a_state_is_told_with_the_day_it_was_said():
    said = UpdateStanding("2025-09-01", "in-progress", None, None, None, None, (), public=False)
    assert facts(updates=(said,))["State"] == "in progress, as last said on 1 September 2025"
    assert facts(updates=(said._replace(on="2025-09"),))["State"] == "in progress, as last said in September 2025"
    assert facts(updates=(said._replace(undated=True),))["State"] == "in progress, as last said"


def test_an_old_judgement_and_a_disagreement_are_said():
    told = facts(judgement="green", judgement_is_old=True, disagreement="its date says amber")
    assert told["Judgement"] == "green, older than its review cadence"
    assert told["Disagreement"] == "its date says amber"


def test_partners_measures_notes_and_intervals_stand_where_there_are_any():
    monthly = Clock("passed", DAY, 3, "missed by 3 days")
    told = facts(
        known=measure(), partners=("NHS", "Schools"), measures=("trained", "gone"), note="till May", interval=monthly
    )
    assert told["Partners"] == "NHS, Schools"
    assert told["Known by"] == "trained  Schools with trained staff\ngone"
    assert (told["Note"], told["Recurs"]) == ("till May", "missed by 3 days")


def test_updates_milestones_and_moves_are_tables():
    update = UpdateStanding("2025-09-01", "in-progress", "red", "Slow", "Lead", "2026-01", ("Minutes 4", "Mail"), False)
    bare = UpdateStanding("2025-08-01", "in-progress", None, None, None, None, (), False)
    done = MilestoneStanding("Venue booked", "2025-08-20", Clock("closed", DAY, 0, "done 2025-08-20"))
    moved = MoveStanding("2025-04-12", "2025-04-20", "2025-05-01", "The printer withdrew", None)
    quiet = MoveStanding(None, "2025-05-01", "2025-09-30", None, None)
    bare_move = MoveStanding("2025-10-01", "2025-09-30", "2025-12-31", None, "Board")
    sheet = shown(updates=(update, bare), milestones=(done,), moves=(moved, quiet, bare_move))
    tables = {table.title: [[one.text for one in row] for row in table.rows] for table in sheet.sections[2].tables}
    assert tables == {
        "Said so far, newest first": [
            [
                "1 September 2025",
                "in progress",
                "▼ red",
                "Lead",
                "Slow; expected January 2026; evidence: Minutes 4, Mail",
            ],
            ["1 August 2025", "in progress", "–", "–", "–"],
        ],
        "Milestones": [["Venue booked", "20 August 2025", "done 20 August 2025"]],
        "Moves of the due date": [
            ["12 April 2025", "20 April 2025", "1 May 2025", "The printer withdrew", "–"],
            ["–", "1 May 2025", "30 September 2025", "in the file, nobody on record", "–"],
            ["1 October 2025", "30 September 2025", "31 December 2025", "no reason on record", "Board"],
        ],
    }


def test_no_clock_without_words_is_told():
    assert "Due" not in facts(due=QUIET._replace(words=""))
