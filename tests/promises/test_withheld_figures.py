"""Whoever knows the rule and tries every table learns no withheld small figure; and nothing else is withheld."""

import pytest

from tests.oracle.attacker import exposed
from tests.publishing.families import SMALL, parts
from tests.publishing.releases import share_shown


@pytest.mark.parametrize("family", SMALL, ids=lambda one: one.name)
def test_nobody_learns_a_small_figure(family):
    assert exposed(family.tables(), family.published, family.figures, family.threshold, wider=family.wider) == []


@pytest.mark.parametrize(("count", "least"), [(2, 57), (3, 44)])
def test_no_more_is_withheld_than_the_rule_says(count, least):
    family = parts(count)
    assert least <= share_shown([family.published(one) for one in family.tables()]) < least + 1
