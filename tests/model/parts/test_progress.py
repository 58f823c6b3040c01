"""The limits of progress, in order."""

from decimal import Decimal

import pytest
from pydantic import ValidationError

from strategy_tracker.model.parts.progress import Progress


@pytest.mark.parametrize(("green", "amber"), [(90, 70), (70, 70), (100, 0)])
def test_green_is_never_below_amber(green, amber):
    assert Progress(green_from=Decimal(green), amber_from=Decimal(amber)).green_from == green


@pytest.mark.parametrize(("green", "amber"), [(70, 90), (90, -1)])
def test_limits_the_wrong_way_round_are_refused(green, amber):
    with pytest.raises(ValidationError, match="leave no room"):
        Progress(green_from=Decimal(green), amber_from=Decimal(amber))
