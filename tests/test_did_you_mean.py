from strategy_tracker.did_you_mean import did_you_mean, nearest

NAMES = ["safe-04", "safe-05", "seen-01"]


def test_the_likest_names_come_first_and_no_more_than_asked_for():
    assert nearest("safe-4", NAMES) == ["safe-04"]
    assert nearest("safe-4", NAMES, 3) == ["safe-04", "safe-05"]
    assert nearest("transport", NAMES, 3) == []


def test_how_alike_a_name_must_be_can_be_asked_for():
    assert nearest("save-9", NAMES, alike=0.9) == []


def test_the_question_names_the_nearest_or_all_of_them():
    assert did_you_mean(NAMES[:2]) == "did you mean 'safe-04'?"
    assert did_you_mean(NAMES[:2], quoted=False) == "did you mean safe-04 or safe-05?"
    assert did_you_mean([], "write an id") == "write an id"
