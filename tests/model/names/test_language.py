"""A language is a code that others know, in the case they write it in; some are written from right to left."""

import pytest
from pydantic_core import PydanticCustomError

from strategy_tracker.model.names.language import is_english, read_language, runs_leftwards


@pytest.mark.parametrize(
    ("typed", "read"),
    [("cy", "cy"), ("EN-gb", "en-GB"), ("zh-hant", "zh-Hant"), ("sr-LATN-rs", "sr-Latn-RS"), ("es-419", "es-419")],
)
def test_a_code_is_read_in_the_usual_case(typed, read):
    assert read_language(typed) == read


@pytest.mark.parametrize("typed", ["Welsh", "english", "e", "en_GB", "en-", "cy-Wales", "", 5, None, "ar-EG-x-private"])
def test_anything_else_is_refused(typed):
    with pytest.raises(PydanticCustomError) as caught:
        read_language(typed)
    assert caught.value.type == "not-a-language"


def test_the_united_kingdom_has_another_code():
    with pytest.raises(PydanticCustomError) as caught:
        read_language("en-UK")
    assert caught.value.context["next_step"] == "write GB for the United Kingdom"
    assert read_language("uk") == "uk"  # Ukrainian


def test_the_way_a_language_runs_is_that_of_its_script():
    assert [runs_leftwards(one) for one in ("ar", "he-IL", "az-Arab", "en-GB", "ar-Latn", "zh-Hant")] == [
        True, True, True, False, False, False,
    ]  # fmt: skip


def test_english_is_english_everywhere():
    assert is_english("en-IE")
    assert not is_english("enm")
