"""The code of a measure is what a framework prints, which may be a number."""

from decimal import Decimal

import pytest
from pydantic_core import PydanticCustomError

from strategy_tracker.model.measures.code import code_form, read_code


@pytest.mark.parametrize(
    ("given", "code"), [("CLA-3", "CLA-3"), ("2B (1)", "2B (1)"), (Decimal(903), "903"), (Decimal("1.10"), "1.10")]
)
def test_a_code_is_kept_as_it_is_written(given, code):
    assert read_code(given) == code


@pytest.mark.parametrize("given", ["", " ", "a ", "x" * 61, True, ("a",), None])
def test_what_is_no_code_is_refused(given):
    with pytest.raises(PydanticCustomError, match="is not a code"):
        read_code(given)


def test_one_code_may_be_spelled_with_blanks_and_capitals():
    assert code_form("2B (1)") == code_form("2b(1)") != code_form("2B (2)")
