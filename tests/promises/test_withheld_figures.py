"""Whoever knows the rule and tries every table learns no withheld small figure; and nothing else is withheld."""

from random import Random

import pytest

from tests.oracle.attacker import exposed
from tests.publishing.families import SMALL, parts
from tests.publishing.histories import a_life, exposed_in, refusals
from tests.publishing.releases import share_shown


@pytest.mark.parametrize("family", SMALL, ids=lambda one: one.name)
def test_nobody_learns_a_small_figure(family):
    assert exposed(family.tables(), family.published, family.figures, family.threshold, wider=family.wider) == []


@pytest.mark.parametrize(("count", "least"), [(2, 57), (3, 44)])
def test_no_more_is_withheld_than_the_rule_says(count, least):
    family = parts(count)
    assert least <= share_shown([family.published(one) for one in family.tables()]) < least + 1


@pytest.mark.parametrize("first", range(0, 200, 50))
def test_five_documents_of_one_life_tell_no_small_figure_and_none_is_refused(first):
    for seed in range(first, first + 50):
        life = a_life(Random(seed))
        assert list(exposed_in(life)) == [], seed
        assert refusals(life) == [], seed
