"""What was typed means one thing, or is refused with what may have been meant."""

import pytest

from strategy_tracker.model.names.address import Ambiguous, Item, NotFound, resolve, shortest_ends

ITEMS = [
    Item(address, "action", "Do it", "strategies/a.yaml", ())
    for address in ("carers/seen-1", "carers/seen-11", "carers/heard", "parks/seen-1", "parks/early-seen-2", "seen-2")
]


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("carers/seen-1", "carers/seen-1"),
        (" Carers/Seen-1 ", "carers/seen-1"),
        ("heard", "carers/heard"),
        ("seen-11", "carers/seen-11"),
        ("11", "carers/seen-11"),
        ("seen-2", "seen-2"),  # a whole id goes before the end of another
        ("early-seen-2", "parks/early-seen-2"),
    ],
)
def test_an_unambiguous_end_of_an_address_is_enough(typed, address):
    assert resolve(typed, ITEMS).address == address


@pytest.mark.parametrize(("typed", "number"), [("seen-1", 2), ("1", 2), ("2", 2)])
def test_an_end_that_several_have_is_refused_with_all_of_them(typed, number):
    with pytest.raises(Ambiguous, match=f"'{typed}' may be any of {number} things") as caught:
        resolve(typed, ITEMS)
    assert len(caught.value.items) == number


@pytest.mark.parametrize(
    ("typed", "near"), [("herd", ["carers/heard"]), ("carers/hearrd", ["carers/heard"]), ("x", [])]
)
def test_what_nothing_has_is_refused_with_what_is_most_like_it(typed, near):
    with pytest.raises(NotFound, match="nothing has the id") as caught:
        resolve(typed, ITEMS)
    assert caught.value.near == near


@pytest.mark.parametrize("typed", ["", "  ", "eard", "/heard", "carers/"])
def test_a_part_that_is_no_end_means_nothing(typed):
    with pytest.raises(NotFound):
        resolve(typed, ITEMS)


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("corporate-parenting/stability-02", "stability-02"),
        ("corporate-parenting/health-04", "parenting/health-04"),
        ("looked-after-children/health-04", "children/health-04"),
        ("b-parents/health-05", "b-parents/health-05"),
        ("cp-dental", "cp-dental"),
    ],
)
def test_the_shortest_end_of_an_address_means_it_alone(address, shown):
    known = [
        "corporate-parenting/stability-02", "corporate-parenting/health-04", "looked-after-children/health-04",
        "a-parents/health-05", "b-parents/health-05", "cp-dental",
    ]  # fmt: skip
    assert shortest_ends(known, known)[address] == shortest_ends(known, [address])[address] == shown
    assert resolve(shown, [Item(each, "action", "", "", ()) for each in known]).address == address
