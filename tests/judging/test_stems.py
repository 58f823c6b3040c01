"""A title that goes on from the stem of its priority is whole wherever it stands."""

import pytest

from strategy_tracker.judging.stems import with_stems
from tests.views.builders import measure, priority, standing, strategy

IMMUNISED = measure("immunised", title="be fully immunised", ending="be fully immunised")
STABLE = measure("stable", title="Children in stable homes")


def titles(*stems):
    priorities = [priority(name=f"p{n}", stem=stem, measures=("immunised", "stable")) for n, stem in enumerate(stems)]
    return [
        one.title for one in with_stems(standing(strategy(*priorities), measures=[IMMUNISED, STABLE])).measures.values()
    ]


@pytest.mark.parametrize("stem", ["Children will:", "Children will", "Children will …", "Children will: "])
def test_a_title_goes_on_from_the_stem_and_others_stay(stem):
    assert titles(stem) == ["Children will be fully immunised", "Children in stable homes"]


def test_the_first_stem_counts_and_without_one_the_title_stays():
    assert titles(None, "Children will:", "All will:")[0] == "Children will be fully immunised"
    assert titles(None)[0] == "be fully immunised"
