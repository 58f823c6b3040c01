"""A body's own words have the brackets of ours, and a word for several where it cannot be worked out."""

from datetime import date

import pytest

from strategy_tracker.checks.wording import brackets_are_kept, several_have_a_word
from strategy_tracker.model.settings import DEFAULTS, Settings

DAY = date(2026, 1, 15)


def found(check, **given):
    return [(item.code, item.message) for item in check(Settings.model_validate(given), DAY, DEFAULTS)]


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("answerable", "Atebol", "lacks {owner}"),
        ("page-of", "{page}", "lacks {pages}"),
        ("owner", "Post {owner}", "has {owner}"),
        ("answerable", "{owner.__class__}", "lacks {owner}"),
    ],
)
def test_a_bracket_too_few_or_too_many_is_told(name, text, told):
    assert found(brackets_are_kept, wording={name: text}) == [
        ("wording-without-brackets", f"the wording of '{name}' {told}")
    ]


def test_words_with_their_brackets_are_right():
    assert found(brackets_are_kept, wording={"page-of": "{pages}/{page}", "owner": "Post", "red": "Late"}) == []


@pytest.mark.parametrize(
    "given",
    [
        {"wording": {"priority": "Theme"}},
        {"lang": "de", "wording": {"priority": "Ziel", "priorities": "Ziele"}},
        {"lang": "de", "wording": {"red": "rot"}},
    ],
)
def test_english_words_and_those_with_a_word_for_several_are_right(given):
    assert found(several_have_a_word, **given) == []


@pytest.mark.parametrize("given", [{"lang": "de", "wording": {"measure": "Ziel"}}, {"wording": {"measure": "مؤشر"}}])
def test_a_word_of_another_language_needs_one_for_several(given):
    word = given["wording"]["measure"]
    assert found(several_have_a_word, **given) == [
        ("no-word-for-several", f"'{word}' stands for one measure and for several")
    ]
