from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from random import Random
from typing import Literal, NamedTuple

import pytest

from strategy_tracker.kept.plain import read, written


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
    maybe: tuple[Inner, ...] | None = None
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
    (),
    {"x": INNER},
    {"y": 2},
    (Outer("b", None, Decimal("1.5"), ("c", DAY), maybe=(INNER, INNER)), Outer("b", None, None, ("c", DAY))),
)


@pytest.mark.parametrize("value", [WHOLE, WHOLE.then[0], WHOLE._replace(amount=Decimal("1E+2"), every=())])
def test_what_is_read_is_what_was_written_to_the_last_type(value):
    assert repr(read(Outer, written(Outer, value))) == repr(value)


AMOUNTS = [None, *(Decimal(text) for text in ("1", "1.0", "1.00", "0", "-0", "0.0"))]
INNERS = [Inner(day, route) for day in (DAY, date(2024, 2, 29)) for route in ((), ("a", 0), ("a", 1))]


def any_outer(chance, depth=2):
    inners = chance.choices(INNERS, k=chance.randrange(4))
    return Outer(
        chance.choice(("a", "b", "\u00e9\n")),
        chance.choice(("one", "two", None)),
        chance.choice(AMOUNTS),
        (chance.choice(("a", "1")), DAY),
        chance.choice((None, *INNERS)),
        tuple(inners),
        inners,
        chance.choice((None, (), tuple(inners))),
        dict(zip("xyz", inners, strict=False)),
        dict.fromkeys(chance.sample("xyz", chance.randrange(4)), chance.randrange(3)),
        tuple(any_outer(chance, depth - 1) for _ in range(chance.randrange(5) if depth else 0)),
    )


@pytest.mark.parametrize("seed", range(30))
def test_many_values_are_read_as_they_were_written_though_some_are_equal(seed):
    chance = Random(seed)
    values = [any_outer(chance) for _ in range(chance.randrange(7))]
    assert repr(read(list[Outer], written(list[Outer], values))) == repr(values)


def test_what_stands_in_many_rows_is_written_once_and_made_once():
    values = tuple(Inner(DAY, ("priorities", number % 2)) for number in range(50))
    text = written(tuple[Inner, ...], values)
    assert text.count(b"2026-02-28") == 1
    assert len({id(one) for one in read(tuple[Inner, ...], text)}) == 2


@pytest.mark.parametrize("text", [b"", b"[", b"{}", b"[1]", b"[1,[[1]]]", b"[1,[[2],[]],[7]]", b'[1,["x",null]]'])
def test_a_text_of_another_shape_is_refused(text):
    with pytest.raises((ValueError, TypeError, LookupError)):
        read(tuple[Inner, Inner], text)


@pytest.mark.parametrize("kind", [object, Inner | tuple[date, ...], date | str, set[str], float])
def test_a_type_that_no_plain_value_stands_for_is_refused(kind):
    with pytest.raises(TypeError):
        written(kind, None)
