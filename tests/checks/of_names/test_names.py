"""Names of posts and bodies that are written in several ways, in all files together."""

from strategy_tracker.checks.of_names.names import NamedPost, by_spelling, names_are_spelled_alike
from strategy_tracker.checks.of_names.posts import owners_of, posts_of
from tests.checks.builder import action, measures, priority, strategy

ROUTE = ("owner",)


def found(*files):
    named = ((f"{n}.yaml", by_spelling(NamedPost(*one) for one in people)) for n, people in enumerate(files))
    return [(one.code, one.file, one.next_step) for one in names_are_spelled_alike(named)]


def test_the_spelling_of_most_in_all_files_is_right():
    files = [("Head of Parks", ROUTE), ("head of parks", ROUTE)], [("Head of Parks", ROUTE)]
    assert found(*files) == [("name-spelled-otherwise", "0.yaml", "write it as 'Head of Parks'")]


def test_who_signs_is_written_like_who_answers_however_often():
    files = [("Head of Parks", ROUTE)], [("head of parks", ("by",), True)] * 3
    assert found(*files) == [("name-spelled-otherwise", "1.yaml", "write it as 'Head of Parks'")] * 3


def test_who_only_signs_is_written_alike_as_well():
    assert found([("Mayor", ("by",), True)] * 2, [("MAYOR", ("by",), True)]) == [
        ("name-spelled-otherwise", "1.yaml", "write it as 'Mayor'")
    ]


def test_other_names_are_left_alone():
    assert found([("Head of Parks", ROUTE), ("Head of Trees", ROUTE), ("Children's Board", ROUTE)]) == []


def test_whoever_approved_is_among_those_who_sign():
    told = {"on": "2025-04-01", "state": "stopped", "by": "Head", "approved_by": "Board"}
    changed = {"on": "2025-04-01", "target": "2025/26", "from": 80, "to": 70, "approved_by": "Cabinet"}
    gone = {"on": "2025-04-01", "approved_by": "Board"}
    of_actions = posts_of(strategy(priorities=[priority("p", action(updates=[told]))]))
    of_measures = owners_of(measures(withdrawn=gone, changed=[changed]))
    assert [(one.name, one.signs) for one in of_actions] == [("Head", True), ("Board", True)]
    assert [(one.name, one.signs) for one in of_measures] == [("Board", True), ("Cabinet", True)]
