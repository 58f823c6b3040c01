"""Words find here what `strategy find` finds, from what is kept in memory."""

import pytest

from strategy_tracker.app.looking.find_words import find_words
from strategy_tracker.app.moment import open_portfolio
from strategy_tracker.app.serving.memory import PictureMemory
from strategy_tracker.app.serving.search import WordIndex
from tests.app.conftest import DAY


@pytest.mark.parametrize("words", ["form", "young carers", "supplier yet", "days", "nothing has this"])
def test_the_same_is_found_as_in_the_files(small, words):
    picture = PictureMemory(small, lambda: DAY).picture()
    kinds = ("strategies", "measures")
    found = [one for one in find_words(open_portfolio(small), [words])[0] if one.item.file.startswith(kinds)]
    assert WordIndex().mentions(picture, words) == found


def test_what_was_written_meanwhile_is_found(small):
    memory, index = PictureMemory(small, lambda: DAY), WordIndex()
    assert index.mentions(memory.picture(), "zebra") == []
    path = small / "strategies" / "young-carers.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("text: Write one form", "text: Write a zebra"), encoding="utf-8"
    )
    assert [one.item.address for one in index.mentions(memory.picture(), "zebra")] == ["young-carers/seen-02"]


def test_no_words_find_nothing(small):
    assert WordIndex().mentions(PictureMemory(small, lambda: DAY).picture(), "  ") == []
