import io

import pytest

from strategy_tracker.judging.standing.of_actions import Need
from strategy_tracker.judging.standing.rating import Rating
from strategy_tracker.views.formats.data import plain
from strategy_tracker.views.formats.rows import COLUMNS, status_content, status_rows
from strategy_tracker.views.formats.screens.terminal import write_sheet
from strategy_tracker.views.screens.standing.status import FOREMOST, MANY, SCREEN, status_sheet
from strategy_tracker.views.screens.standing.status_detail import Detail
from strategy_tracker.views.sheet import Cell
from tests.views.builders import DAY, RED, action, body, judgement, measure, point, priority, standing, strategy

NOTHING = Detail()
AMBER = Rating("amber", "amber", "misses the target of 90%", "missed")
NEED = Need("late", DAY, 12, ("overdue by 12 days", "last word 2025-09-20"), None, "2025-09-19")
WAITING = NEED._replace(word="waiting")


@pytest.fixture
def printed(monkeypatch):
    def called(known, filters="", detail=NOTHING, width=80):
        monkeypatch.setenv("COLUMNS", str(width))
        out = io.StringIO()
        write_sheet(status_sheet(known, detail, filters), out)
        return out.getvalue().splitlines()

    return called


def test_the_first_line_says_what_matters_and_the_second_of_what_and_when(printed):
    known = strategy(priority(action(), action("b", need=WAITING), action("c", need=WAITING), measures=("trained",)))
    better = measure(short=measure().short._replace(kind="better"))
    lines = printed(standing(known, strategy(name="old", kind="ended"), measures=[better]), "owner 'x'")
    assert lines[:3] == [
        "2 waiting for a word · none late · measures: 1 better",
        "as at 1 October 2025 · 1 strategy running, 1 ended",
        "only: owner 'x'",
    ]


def test_where_nothing_needs_anybody_that_is_said(printed):
    assert printed(standing(strategy(priority(action()))))[0] == "Nothing is late, waiting for a word or silent"
    assert printed(standing(measures=(measure("alone"),)))[:2] == ["1 measure", "as at 1 October 2025 · 1 measure"]


def test_whose_strategies_they_are_is_said_once(printed):
    two = [strategy(priority(action()), name=name) for name in ("a", "b")]
    lines = printed(standing(*two))
    assert lines[1] == "as at 1 October 2025 · 2 strategies running · Exampleton"
    assert lines.count("Young Carers Strategy") == 2
    other = printed(standing(two[0], two[1]._replace(organisation="Elsewhere")))
    assert "Young Carers Strategy · Exampleton" in other


def test_a_long_title_stays_on_its_line_and_whose_it_is_gives_way(printed):
    def heading(**names):
        return printed(standing(strategy(priority(action()))._replace(**names)))[3]

    assert heading(title="W" * 200) == "W" * 79 + "…"
    assert heading(title="W" * 50, organisation="London Borough of " + "X" * 30) == "W" * 50 + " · London Borough of …"
    assert heading(title="W" * 70, organisation="London Borough of Exampleton") == "W" * 70


def test_reasons_for_no_colour_that_do_not_fit_stand_on_a_line_of_their_own(printed):
    grey = [RED._replace(colour="grey", word=word) for word in ("paused", "stopped", "superseded", "not started")]
    lines = printed(standing(strategy(priority(*(action(f"a{n}", rating=one) for n, one in enumerate(grey))))))
    at = lines.index("✔ complete  ● green  ◆ amber  ▼ red  ○ no colour")
    assert lines[at + 1] == "no colour: 1 paused, 1 stopped, 1 superseded, 1 not started"


def test_red_measures_stand_on_the_first_line_in_red():
    one = strategy(priority(measures=("trained",)))
    title = status_sheet(standing(one, measures=[measure(rating=RED)]), NOTHING, "").title
    assert Cell("1 red", "red") in title


def test_each_priority_has_a_line_of_numbers_and_all_have_one(printed):
    late = action("heard-01", rating=RED, need=NEED)
    two = strategy(priority(action()), priority(late, late, name="heard", title="Heard"))
    lines = printed(standing(two))
    assert lines[3:9] == [
        "Young Carers Strategy · Exampleton",
        "                        ✔  ●  ◆  ▼  ○   late waits silent",
        "Young carers are seen   ·  ·  ·  ·  1      ·     ·      ·",
        "Heard                   ·  ·  ·  2  ·      2     ·      ·",
        "3 actions, no measures  ·  ·  ·  2  1      2     ·      ·",
        "✔ complete  ● green  ◆ amber  ▼ red  ○ no colour: 1 not rated",
    ]


def test_a_single_priority_has_no_second_line_for_all_and_none_has_that_line_alone(printed):
    assert not any(line.startswith("1 action, no measures") for line in printed(standing(strategy(priority(action())))))
    assert any(line.startswith("no actions, no measures") for line in printed(standing(strategy())))


@pytest.mark.parametrize("kind", ["ended", "superseded"])
def test_a_strategy_that_is_over_has_one_line_beside_others(printed, kind):
    over = strategy(priority(action(), action("b")), name="old", kind=kind, title="Old Plan")
    lines = printed(standing(over, strategy(priority(action()))))
    at = lines.index("Ended, nothing in it is called late")
    assert lines[at + 1].split() == ["Old", "Plan", "2", "actions,", "no", "updates", "old"]


def test_what_is_over_and_many_is_counted(printed):
    over = [strategy(name=f"old{n}", kind="ended") for n in range(8)]
    lines = printed(standing(*over, strategy(priority(action()))))
    assert "Ended, nothing in them is called late" in lines
    assert "and 3 more; 'strategy status ID' shows one" in lines


def test_a_strategy_to_come_stands_under_a_heading_of_its_own(printed):
    lines = printed(standing(strategy(name="new", kind="not-begun"), strategy(priority(action()))))
    assert "To come" in lines
    assert "as at 1 October 2025 · 1 strategy running, 1 to come" in lines


def test_a_strategy_that_is_over_is_shown_whole_when_it_is_alone(printed):
    lines = printed(standing(strategy(priority(action()), priority(name="heard"), kind="ended")))
    assert "Young Carers Strategy · Exampleton · the strategy is ended" in lines
    assert any(line.startswith("1 action, no measures") for line in lines)


def test_many_strategies_have_a_line_each_by_their_whole_ids(printed):
    long = "a-strategy-with-a-name-that-is-as-long-as-names-become"
    many = [strategy(priority(action()), name=f"{long}-{n}") for n in range(MANY + 1)]
    lines = printed(standing(*many))
    assert sum(line.startswith(long) for line in lines) == MANY + 1
    assert any(line.startswith(f"{MANY + 1} actions, no measures") for line in lines)


def test_of_very_many_strategies_those_that_are_most_late_have_a_line_and_the_others_are_counted(printed):
    late = strategy(priority(action(rating=RED, need=NEED)), name="z-late")
    waiting = strategy(priority(action(rating=RED, need=WAITING)), name="y-waiting")
    lines = printed(standing(*(strategy(priority(action()), name=f"s{n:02}") for n in range(30)), waiting, late))
    at = next(n for n, line in enumerate(lines) if line.startswith("z-late"))
    assert lines[at + 1].startswith("y-waiting")
    assert lines[at + FOREMOST] == "  these are most late; 20 more: strategy status ID"
    assert lines[at + FOREMOST + 1].startswith("32 actions, no measures")


def test_beside_many_strategies_those_that_are_over_are_only_counted(printed):
    over = [strategy(name=f"old{n}", kind="ended") for n in range(3)]
    lines = printed(standing(*over, *(strategy(priority(action()), name=f"s{n}") for n in range(MANY + 1))))
    assert "Ended: 3 strategies, nothing in them is called late: strategy status ID" in lines


def test_what_is_not_on_record_is_counted_with_the_command_and_listed_where_reasons_are_asked_for(printed):
    known = standing(strategy(gaps=("no end date", "no measures")))
    assert printed(known)[-1] == "2 kinds of gap in the record: strategy validate"
    assert "  - no end date" in printed(known, detail=Detail(why=True))


def test_a_lead_s_own_judgement_stands_beside_the_counts(printed):
    lines = printed(standing(strategy(priority(action(), judgement=judgement()))))
    assert "Young carers are seen: judged ◆ amber by Head of Service, 1 September 2025" in lines
    nobody = printed(standing(strategy(priority(action(), judgement=judgement(by=None)))))
    assert any("judged ◆ amber by its lead" in line for line in nobody)
    silent = printed(standing(strategy(priority(action(), judgement=judgement(None)))))
    assert not any("judged" in line for line in silent)


def test_colours_of_measures_are_counted_where_any_has_one_and_else_which_way_they_moved(printed):
    better = measure("a", short=measure().short._replace(kind="better"))
    one = strategy(priority(measures=("a", "b")))
    moved = printed(standing(one, measures=[better, measure("b")]))
    assert moved[4].split() == ["✔", "●", "◆", "▼", "○", "late", "waits", "silent", "better", "worse"]
    rated = printed(standing(one, measures=[better, measure("b", rating=AMBER)]))
    assert rated[4].split() == ["Actions", "of", "which", "Measures"]
    assert rated[5].split() == ["✔", "●", "◆", "▼", "○", "late", "waits", "silent", "●", "◆", "▼", "○"]
    wide = printed(standing(one, measures=[better, measure("b", rating=AMBER)]), width=120)
    assert wide[5].split()[-6:] == ["better", "worse", "same", "ahead", "level", "behind"]


def test_a_measure_of_an_action_counts_for_its_priority_once(printed):
    named = priority(action(measures=("a",)), measures=("a",))
    better = measure("a", short=measure().short._replace(kind="better"))
    lines = printed(standing(strategy(named), measures=[better]))
    row = next(line for line in lines if line.startswith("Young carers a"))
    assert row.split()[-2:] == ["1", "·"]


@pytest.mark.parametrize("width", [40, 60, 80, 120, 200])
def test_no_line_is_wider_than_the_screen_and_no_name_is_cut_in_a_word(printed, width):
    title = "Everybody who cares for somebody else is known to those who could help them"
    late = action(text=title, need=WAITING, rating=RED)
    many = [priority(late, name=f"p{n}", title=title) for n in range(9)]
    lines = printed(standing(strategy(*many, gaps=("no end date",))), width=width)
    assert max(map(len, lines)) <= width
    ends = [line.partition(" …")[0].removeprefix("▼ ") for line in lines if "…" in line]
    assert all(title.startswith(f"{shown} ") for shown in ends)
    assert bool(ends) == (width < len(title) + 40)


@pytest.mark.parametrize("needing", [1, 2, 9, 40])
def test_it_fits_on_a_screen_and_the_lists_share_what_is_left(printed, needing):
    late = [action(f"l{n}", text="Do it", need=NEED, rating=RED) for n in range(needing)]
    wait = [action(f"w{n}", text="Say it", need=WAITING, rating=AMBER) for n in range(needing)]
    lines = printed(standing(strategy(priority(*late, *wait), gaps=("no end date",)), strategy(name="o", kind="ended")))
    assert len(lines) <= SCREEN
    shown = [sum(line.startswith(mark) and "days" in line for line in lines) for mark in "▼◆"]
    assert min(shown) >= 1
    if needing > 9:
        assert len(lines) == SCREEN
        assert f"Late, and the owner has said so, {shown[0]} of 40: strategy overdue" in lines


def test_who_meets_next_is_told(printed):
    meets = body("The Board", clock=body().clock._replace(kind="due-soon", due=DAY.replace(day=20), text="2025-10-20"))
    assert "Next: The Board on 20 October" in printed(standing(strategy(priority(action()), bodies=(meets,))))


def test_rows_are_flat_and_name_only_columns():
    known = measure(points=[point("2024/25", "88")], rating=AMBER)
    shown = standing(strategy(priority(action(), measures=("trained",)), priority(name="heard")), measures=[known])
    first, second = status_rows(shown)
    assert set(first) | set(second) <= set(COLUMNS)
    assert (first["thing"], first["id"], first["colour"], first["silent"]) == ("action", "seen-01", "grey", "none")
    assert (second["thing"], second["reading"], second["period"]) == ("measure", 88, "2024/25")
    assert next(status_rows(standing(strategy(priority(measures=("x",))), measures=[measure("x")])))["reading"] is None


def test_json_holds_the_counts_and_no_place():
    content = plain(status_content(standing(strategy(priority(action())), measures=[measure()])))
    (one,) = content["strategies"]
    assert one["counts"]["actions"]["total"] == 1
    assert one["priorities"][0]["counts"]["measures"]["total"] == 0
    assert content["measures"][0]["id"] == "trained"
    for record in (one, one["priorities"][0], one["priorities"][0]["actions"][0], content["measures"][0]):
        assert not {"route", "file"} & set(record)


def test_where_there_is_little_room_the_short_title_of_a_long_one_stands(printed):
    long = "Young carers are seen and heard wherever they live and learn"
    known = standing(
        strategy(priority(action(), measures=("trained",), title=long, short_title="Seen")),
        measures=[measure(title=f"{long} in the year", short_title="Trained")],
    )
    counts, detail = "\n".join(printed(known)), "\n".join(printed(known, detail=Detail(measures=True)))
    assert "Seen" in counts
    assert "Trained" in detail
    short = standing(strategy(priority(action(), title="Seen and heard", short_title="Seen")))
    assert "Seen and heard" in "\n".join(printed(short))
