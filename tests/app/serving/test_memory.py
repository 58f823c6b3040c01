"""A picture is the one that the files give now, and it is drawn anew only where they, or the day, are others."""

from datetime import date

import pytest

from strategy_tracker.app.moment import open_portfolio
from strategy_tracker.app.serving.memory import PictureMemory
from strategy_tracker.app.standing import stand
from strategy_tracker.problem import Problem
from tests.app.conftest import DAY


@pytest.fixture
def memory(small):
    return PictureMemory(small, lambda: DAY)


def test_it_is_what_everybody_else_is_told(memory, small):
    picture = memory.picture()
    standing, wrong = stand(open_portfolio(small), DAY)
    assert (picture.standing, list(picture.wrong)) == (standing, wrong)
    assert memory.picture() is picture


@pytest.mark.parametrize(
    ("file", "before", "after"),
    [
        ("strategies/young-carers.yaml", "title: Young Carers", "title: Younger Carers"),
        ("measures/carers.yaml", "title: Days until", "title: Nights until"),
        ("strategy-tracker.yaml", "Exampleton", "Sampleton"),
    ],
)
def test_a_change_by_hand_is_seen_at_the_next_look(memory, small, file, before, after):
    first = memory.picture()
    path = small / file
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")
    second = memory.picture()
    assert second.standing == stand(open_portfolio(small), DAY)[0] != first.standing


def test_another_day_is_another_picture(small):
    days = iter([DAY, DAY, date(2026, 1, 5)])
    memory = PictureMemory(small, lambda: next(days))
    first, same, later = memory.picture(), memory.picture(), memory.picture()
    assert same is first
    assert later.standing == stand(open_portfolio(small), date(2026, 1, 5))[0] != first.standing


def test_a_seal_is_that_of_the_item_alone(memory, small):
    picture = memory.picture()
    one, other, measure = (picture.item(name) for name in ("young-carers/heard-01", "young-carers/seen-02", "waiting"))
    path = small / "strategies" / "young-carers.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("text: Write one form", "text: Write a form"), encoding="utf-8")
    now = memory.picture()
    assert now.seal_of(now.item(one.address)) == picture.seal_of(one)
    assert now.seal_of(now.item(measure.address)) == picture.seal_of(measure)
    assert now.seal_of(now.item(other.address)) != picture.seal_of(other)


def test_posts_are_all_that_own_something_once(memory):
    posts = memory.picture().posts
    assert "Performance Team" in posts
    assert list(posts) == sorted(set(posts), key=str.casefold)


@pytest.mark.parametrize("name", ["young-carers", "young-carers/nothing", "", "../x"])
def test_what_is_no_action_or_measure_is_none(memory, name):
    with pytest.raises(Problem):
        memory.picture().item(name)


def test_a_strategy_that_is_not_there_is_none(memory):
    assert memory.picture().strategy("young-carers").title.startswith("Young Carers")
    with pytest.raises(Problem):
        memory.picture().strategy("nothing")
