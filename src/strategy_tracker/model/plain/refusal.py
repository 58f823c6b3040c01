"""How a value type refuses what stood in a file: with a code of the catalogue and one next step."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pydantic_core import PydanticCustomError


def refuse(code: str, message: str, next_step: str = "") -> "PydanticCustomError":
    """Make the error of a value type: `code` is one of `diagnostics.CODES`, `next_step` one thing to do about it."""
    from pydantic_core import PydanticCustomError  # who only holds values needs no model

    return PydanticCustomError(code, "{message}", {"message": message, "next_step": next_step})
