"""A problem is a sentence and one thing to do about it."""

from strategy_tracker.problem import Problem


def test_a_problem_has_its_sentence_and_its_next_step():
    problem = Problem("nothing has the id 'x'", "strategy status lists them")
    assert (str(problem), problem.message, problem.next_step) == (
        "nothing has the id 'x'",
        "nothing has the id 'x'",
        "strategy status lists them",
    )
    assert Problem("there is nothing to do").next_step == ""
