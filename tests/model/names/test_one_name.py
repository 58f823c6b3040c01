"""Two spellings of one name, and which of them is meant."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as some

from strategy_tracker.model.names.one_name import difference, name_form, other_spellings, strange_letter

NAME = "Director of Children's Services – Café"


@pytest.mark.parametrize(
    "other",
    [
        "director of children's services – café",
        "Director  of\u00a0Children's\u2009Services – Café ",
        "Director of Children\u2019s Services – Café",
        "Director of Children's Services \u2010 Café",
        unicodedata.normalize("NFD", NAME),
        NAME.replace("Service", "Ser\u200bvice"),
        NAME.replace("of", "\uff4f\uff46"),
    ],
)
def test_spellings_of_one_name_have_one_form(other):
    assert name_form(other) == name_form(NAME)


@pytest.mark.parametrize("other", ["Director of Childrens Services – Café", "Deputy Director", NAME + " 2", ""])
def test_another_name_has_another(other):
    assert name_form(other) != name_form(NAME)


@given(some.text(max_size=12))
def test_the_form_of_a_form_is_itself(name):
    assert name_form(name_form(name)) == name_form(name)


@given(some.text(max_size=12))
def test_a_plain_name_and_one_that_is_not_follow_one_rule(name):
    assert name_form(name + "\u00a0x") == name_form(f"{name} x")
    assert name_form(unicodedata.normalize("NFD", name)) == name_form(unicodedata.normalize("NFC", name))


def test_the_spelling_of_most_is_meant_and_of_two_alike_the_plain_one():
    assert other_spellings({"head of parks": 3, "Head of Parks": 1}) == {"Head of Parks": "head of parks"}
    assert other_spellings({"Head of\u00a0Parks": 1, "Head of Parks": 1}) == {"Head of\u00a0Parks": "Head of Parks"}
    assert other_spellings({"Head of Parks": 1, "Head of Trees": 5}) == {}


@pytest.mark.parametrize(
    ("one", "other", "how"),
    [
        ("Head of\u00a0Parks", "Head of Parks", "its blanks are others"),
        ("Cafe\u0301", "Café", "its accents are made of other characters"),
        ("Children\u2019s", "Children's", "it has other signs that look alike"),
        ("head", "Head", ""),
    ],
)
def test_what_nobody_sees_is_said(one, other, how):
    assert difference(one, other) == how


@pytest.mark.parametrize(
    ("name", "letter"),
    [
        ("He\u0430d of Parks", "\u0430"),
        ("\u0397ead", "\u0397"),
        ("Head of Parks", ""),
        ("Café Lead", ""),
        ("Αγορά Lead", ""),
    ],
)
def test_a_letter_of_another_alphabet_in_a_word_is_found(name, letter):
    assert strange_letter(name) == letter
