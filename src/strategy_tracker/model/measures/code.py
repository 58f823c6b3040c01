"""The code of a measure in a national framework, by which the figures of others are found."""

import re
from decimal import Decimal
from typing import Annotated

from pydantic import PlainValidator

from strategy_tracker.model.values import pattern, refuse, shown

_CODE = re.compile(r"\S(?:.{0,58}\S)?")
_NEXT = "write it as the framework prints it, such as '1.4' or 'CLA-3'"


def read_code(value: object) -> str:
    """Read the code of a measure in a national framework, which may be a number. Raises what `refuse` makes."""
    if isinstance(value, Decimal):
        value = str(value)
    if not isinstance(value, str) or not _CODE.fullmatch(value):
        raise refuse("wrong-type", f"{shown(value)} is not a code", _NEXT)
    return value


def code_form(code: str) -> str:
    """The form that all spellings of one code share: they differ in blanks and capital letters."""
    return "".join(code.split()).casefold()


Code = Annotated[
    str, PlainValidator(read_code), pattern(_NEXT, _CODE.pattern, "1.4", "CLA-3", type=["string", "number"])
]
