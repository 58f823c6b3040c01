"""What belongs to what in three versions of a list or a map."""

from decimal import Decimal

from strategy_tracker.merging.match_items import Row, pair, rows_of_lists, rows_of_maps, same, when


def test_a_number_is_what_was_typed():
    assert not same(Decimal("1.0"), Decimal(1))
    assert not same(Decimal(1), True)
    assert same({"a": (Decimal(1),), "b": "x"}, {"b": "x", "a": (Decimal(1),)})


def test_items_are_known_by_id_by_day_or_by_most_of_what_they_say():
    base = (
        {"id": "a", "text": "x"},
        {"on": "2018-01-01", "note": "x"},
        {"text": "Suplier found", "due": "2018"},
        "x y z",
    )
    side = (
        "x y q",
        {"text": "Supplier found", "due": "2018"},
        {"on": "2018-01-01", "note": "y"},
        {"id": "a", "text": "y"},
    )
    assert pair(base, side) == {0: 3, 1: 2, 2: 1, 3: 0}
    assert pair(({"id": "a", "text": "x"},), ({"id": "b", "text": "x"},)) == {}
    assert pair(("NHS", Decimal(1)), ("Police", Decimal(2))) == {}


def test_of_two_likely_items_the_one_of_the_same_day_is_meant():
    update = {"on": "2018-10-04", "state": "paused", "rag": "amber"}
    later = {**update, "on": "2018-11-22"}
    assert pair((update,), (later, {**update, "by": "Head of Service"})) == {0: 1}
    assert pair((update,), ({**later, "note": "x"}, later)) == {0: 1}


def test_a_list_that_went_by_date_on_no_side_is_left_in_its_order():
    held = ({"on": "2018-05-01"}, {"on": "2018-01-01"}, {"on": "2018-03-01"})
    new = {"on": "2018-02-01"}
    rows = rows_of_lists(held, (*held, {"on": "2018-04-01"}), (held[0], new, *held[1:]))
    assert [row.name for row in rows or ()] == [0, 1, 1, 2, 3]


def test_new_periods_stand_among_periods_by_their_date_and_other_keys_beside_the_key_before_them():
    rows = rows_of_maps(
        ["2018/19 Q1", "2018/19 Q4"],
        ["2018/19 Q1", "2018/19 Q3", "2018/19 Q4"],
        ["2018/19 Q1", "2018/19 Q2", "2018/19 Q4"],
    )
    assert [row.name for row in rows] == ["2018/19 Q1", "2018/19 Q2", "2018/19 Q3", "2018/19 Q4"]
    rows = rows_of_maps(["id", "due"], ["id", "owner", "due"], ["id", "note", "due"])
    assert [row.name for row in rows] == ["id", "owner", "note", "due"]
    assert rows[1] == Row(None, "owner", None)


def test_two_other_orders_of_the_same_items_cannot_both_be():
    assert rows_of_lists(("a", "b", "c"), ("b", "a", "c"), ("a", "c", "b")) is None
    assert [row.name for row in rows_of_lists(("a", "b"), ("b", "a"), ("a", "b"))] == [1, 0]


def test_the_day_of_an_item():
    items = ({"on": "2018-05-01"}, {"until": "2018-05"}, "2018/19 Q1", Decimal(2018), "May", ())
    assert [when(item) for item in items] == ["2018-05-01", "2018-05", "2018/19 Q1", "2018", "", ""]
