"""What may be handed to an assistant is what a public output shows, and nothing where that is not known."""

import pytest

from strategy_tracker.app.moment import open_moment
from strategy_tracker.assistant.what_it_sees import what_changed, what_it_sees
from strategy_tracker.problem import Problem
from tests.app.conftest import DAY

from .conftest import SECRET


def moment(repository):
    return open_moment(repository.root, DAY)


def test_what_is_internal_is_not_seen_unless_the_settings_say_so(repository):
    seen = what_it_sees(moment(repository))
    assert [one.id for one in seen.standing.strategies] == ["plan"]
    assert SECRET not in str(seen)
    assert not seen.internal


def test_with_the_setting_everything_is_seen(internal):
    seen = what_it_sees(moment(internal))
    assert [one.id for one in seen.standing.strategies] == ["plan", "quiet"]
    assert seen.internal


def test_figures_of_a_measure_that_is_not_marked_public_are_not_seen(repository):
    assert what_it_sees(moment(repository)).standing.measures["calls"].points == ()


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("strategy-tracker.yaml", "organisation: A\n", "an assistant is shown what is public, and nothing is"),
        ("strategies/plan.yaml", "id: [\n", "'strategies/plan.yaml' cannot be read, so what is public is not known"),
        (
            "measures/plan.yaml",
            (
                "measures: [{id: calls, title: Girls known to us, unit: count, of: people, better: none, public: true, "
                "note: Three since May, readings: {2024/25: 3}}]\n"
            ),
            "what is public would let a reader work out a figure",
        ),
    ],
)
def test_nothing_is_seen_where_what_is_public_is_not_known_or_not_safe(repository, name, text, said):
    (repository.root / name).write_text(text, encoding="utf-8")
    for look in (what_it_sees, lambda found: what_changed(found, "HEAD")):
        with pytest.raises(Problem) as error:
            look(moment(repository))
        assert said in error.value.message
        assert error.value.next_step


def test_what_changed_is_told_of_what_may_be_seen(repository):
    repository.change("due: 2025-12-20", "due: 2026-01-31", "strategies/plan.yaml")
    repository.change("due: 2025-12-20", "due: 2026-01-31", "strategies/quiet.yaml")
    found = what_changed(moment(repository), "HEAD")
    assert {one.item.partition("/")[0] for one in found.changes} == {"plan"}
    assert ("plan/safe-01", "due") in {(one.item, one.kind) for one in found.changes}
