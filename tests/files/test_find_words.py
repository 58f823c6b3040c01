"""Words find what has them, wherever they stand, and each thing once."""

import re

import pytest

from strategy_tracker.files.find_words import mentions_of
from strategy_tracker.files.portfolio import open_portfolio


@pytest.fixture
def found(small):
    return lambda *words, things=(): [
        (one.item.address, one.key) for one in mentions_of(open_portfolio(small), words, things)[0]
    ]


@pytest.fixture
def small(tmp_path):
    from tests.cli.conftest import write_portfolio

    return write_portfolio(tmp_path / "portfolio")


@pytest.mark.parametrize(
    ("words", "first"),
    [
        (("spot young",), ("young-carers/seen-01", "text")),
        (("supplier",), ("young-carers/seen-02", "updates: note")),
        (("group manager",), ("young-carers", "governance: paper_by")),
        (("break", "first"), ("waiting", "title")),
        (("half", "trained"), ("young-carers/seen-01", "updates: note")),
        (("withdrew",), ("young-carers/seen-02", "moved: why")),
        (("saturdays",), ("young-carers", "governance: note")),
    ],
)
def test_a_text_is_found_under_its_key(found, words, first):
    assert first in found(*words)


def test_all_words_are_wanted_and_the_beginning_of_each_is_enough(found):
    assert ("young-carers/seen-01", "text") in found("train SCHOO")
    assert found("train zebra") == []
    assert ("young-carers/seen-01", "text") not in found("rain")


def test_its_own_words_come_first_and_everything_once(found):
    addresses = [address for address, _ in found("carers")]
    assert len(addresses) == len(set(addresses))
    assert addresses[0] != "young-carers/seen-06"


def test_what_it_only_names_is_not_its_own(found):
    assert "young-carers/seen" not in [address for address, _ in found("waiting")]


def test_only_some_things_are_asked_for(found):
    assert {address.count("/") for address, _ in found("a", things=("action",))} == {1}


@pytest.mark.parametrize("words", [(), ("",), ("  ",), ("(", ")"), (".*",), ("\\",)])
def test_signs_are_signs_and_nothing_finds_nothing(found, words):
    assert isinstance(found(*words), list)
    assert found(".*") == []


def test_what_cannot_be_read_is_told(small):
    (small / "strategies/young-carers.yaml").write_text("[", encoding="utf-8")
    assert mentions_of(open_portfolio(small), ["break"])[1]


def test_figures_of_others_are_found_by_their_geography_group_source_and_code(found, small):
    (small / "comparators").mkdir()
    (small / "comparators/near.csv").write_text(
        "source,downloaded,geography,group,code,period,value\n"
        "National tables,2022-11-17,Merton,family,CLA-3,2021/22,1\n",
        encoding="utf-8",
    )
    near = "comparators/near.csv"
    assert found("mert") == [(near, "geography")]
    assert found("family", "cla-3") == [(near, "group")]
    assert found("national") == [(near, "source")]
    assert found("merton", things=("measure",)) == []


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("strasse", "Straße"),
        ("STRASSE", "Strasse"),
        ("ſeen", "Seen"),
        ("kelvin", "\u212aelvin"),
        ("ıd", "Id"),
        ("É", "é"),
    ],
)
def test_the_quick_look_passes_over_nothing_that_a_closer_one_finds(small, word, text):
    path = small / "strategies/young-carers.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("Write one form", f"Write {text}"), encoding="utf-8")
    closer = bool(re.search(rf"(?<!\w){re.escape(word)}", f"Write {text} for all services", re.IGNORECASE))
    found = [one.item.address for one in mentions_of(open_portfolio(small), [word])[0]]
    assert ("young-carers/seen-02" in found) is closer
