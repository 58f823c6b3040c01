from strategy_tracker.views.screens.checkin import closing_lines


def test_what_came_of_a_sitting_is_counted_actions_before_readings():
    came = [("action", "updated"), ("measure", "recorded"), ("action", "kept"), ("action", "quit"), ("action", "quit")]
    assert closing_lines(came) == [
        "1 action updated, 1 action kept, 1 reading recorded, 2 actions still waiting",
        "  'strategy checkin' goes on with what is left",
        "  'git diff' shows what was written; commit it when the meeting is over",
    ]
    assert closing_lines([("measure", "recorded"), ("measure", "recorded")]) == [
        "2 readings recorded",
        "  'git diff' shows what was written; commit it when the meeting is over",
    ]
