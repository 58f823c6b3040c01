"""Colours of a body: whatever it chooses, the word on it can be read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategy_tracker.model.branding import BLACK, PLAIN, WHITE, contrast, shade

PAINT = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


@given(PAINT)
def test_every_colour_carries_a_word_that_can_be_read(fill):
    assert shade(fill).fill == fill
    assert shade(fill).ink in (BLACK, WHITE)
    assert contrast(*shade(fill)) >= 4.5


@pytest.mark.parametrize(
    ("one", "other", "ratio"), [(BLACK, WHITE, 21.0), (WHITE, WHITE, 1.0), ("#767676", WHITE, 4.54)]
)
def test_contrast_is_measured_as_the_guidelines_do(one, other, ratio):
    assert round(contrast(one, other), 2) == round(contrast(other, one), 2) == ratio


def test_a_plain_house_wants_nothing():
    assert not any(PLAIN._replace(language=""))
    assert PLAIN.language == "en-GB"
