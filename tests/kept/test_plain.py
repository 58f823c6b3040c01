import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple

import pytest

from strategy_tracker.kept.plain import reader


class Inner(NamedTuple):
    day: date
    route: tuple[str | int, ...] = ()


class Outer(NamedTuple):
    name: str
    kind: Literal["one", "two"] | None
    amount: Decimal | None
    pair: tuple[str, date]
    inner: Inner | None = None
    every: tuple[Inner, ...] = ()
    listed: list[Inner] = []
    unit: str | Inner = "count"
    named: Mapping[str, Inner] = {}
    counts: dict[str, int] = {}
    then: tuple["Outer", ...] = ()


DAY = date(2026, 2, 28)
INNER = Inner(DAY, ("priorities", 0))
WHOLE = Outer(
    "n\udc80\u2028",
    "two",
    Decimal("1.50"),
    ("a", DAY),
    INNER,
    (INNER, Inner(DAY)),
    [INNER],
    INNER,
    {"x": INNER},
    {"y": 2},
    (Outer("b", None, None, ("c", DAY), unit="days"),),
)


@pytest.mark.parametrize("value", [WHOLE, WHOLE.then[0], WHOLE._replace(amount=Decimal("1E+2"), every=())])
def test_what_is_read_is_what_was_written_to_the_last_type(value):
    text = json.dumps(value, default=str)
    assert repr(reader(Outer)(json.loads(text))) == repr(value)


@pytest.mark.parametrize("kind", [object, Inner | tuple[date, ...], date | str, set[str]])
def test_a_type_that_no_plain_value_stands_for_is_refused(kind):
    with pytest.raises(TypeError):
        reader(kind)
