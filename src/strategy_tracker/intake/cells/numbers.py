"""The text of a cell to a number, with its percent sign, its parts and the bound before it."""

import re
from decimal import Decimal
from typing import NamedTuple

from strategy_tracker.intake.cells.understood import NOTHING_THERE, Understood, formula_error
from strategy_tracker.intake.cells.words import is_to_come, says_nothing
from strategy_tracker.intake.outline import GridCell

_MONEY = "£€$"
_FRACTION = re.compile(r"(\d[\d,]*) ?(?:/|of|out of) ?(\d[\d,]*)", re.ASCII | re.IGNORECASE)
_WITH_PARTS = re.compile(r"(-?[\d.,]+) ?%? ?\((\d[\d,]*) ?(?:/|of|out of) ?(\d[\d,]*)\)", re.ASCII | re.IGNORECASE)
_SCALES = {"k": 3, "m": 6, "mn": 6, "million": 6, "bn": 9, "billion": 9, "000": 3}


class CellNumber(NamedTuple):
    """A number that was read: what the file would hold, whether a percent sign stood there, a remark.

    `bound` is the sign before it, such as ≤, in a target.
    """

    value: Decimal | None = None
    percent: bool = False
    part: tuple[Decimal, Decimal] | None = None
    bound: str = ""
    said: Understood = NOTHING_THERE


def read_number(cell: GridCell, *, decimal_comma: bool = False, money: bool = False) -> CellNumber:
    """Read the number of a cell; `decimal_comma` is the habit of its column, and `money` says that it is an amount."""
    if cell.kind == "error":
        return CellNumber(said=formula_error(cell))
    if cell.number is not None:
        return CellNumber(cell.number, cell.percent)
    text = " ".join(cell.text.replace("\u2212", "-").replace("\u00a0", " ").replace("\u202f", " ").split())
    if cell.day is not None or _LIKE_A_DAY.fullmatch(text.casefold()):
        return CellNumber(said=_a_day(text))
    return _typed_number(text, decimal_comma, money) or CellNumber(said=_no_number(cell.text))


_LIKE_A_DAY = re.compile(r"\d{1,2}-(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*", re.ASCII)
_BOUND = re.compile(
    r"^(<=|>=|≤|≥|=<|=>|at least |at most |no more than |no less than |minimum |maximum |max |min )", re.IGNORECASE
)


def _typed_number(text: str, decimal_comma: bool, money: bool) -> CellNumber | None:
    """A number that was typed as text, with what stands round it; None where it is none."""
    bound = _BOUND.match(text)
    text = text[bound.end() :].strip() if bound else text
    if whole := _WITH_PARTS.fullmatch(text):
        return CellNumber(_digits(whole[1], decimal_comma), percent=True, part=(_count(whole[2]), _count(whole[3])))
    if parts := _FRACTION.fullmatch(text):
        return CellNumber(part=(_count(parts[1]), _count(parts[2])))
    percent = bool(re.search(r"%|per ?cent", text, re.IGNORECASE))
    value = _amount(re.sub(r"%|per ?cent", "", text, flags=re.IGNORECASE).strip(), decimal_comma, money)
    return None if value is None else CellNumber(value, percent, bound=bound[0].strip() if bound else "")


def _amount(text: str, decimal_comma: bool, money: bool) -> Decimal | None:
    """A plain number, with its currency and its scale taken off: `£1.2m` is 1200000, and `1.2m` where it is money."""
    negative = re.fullmatch(r"\((.+)\)", text)
    bare = (negative[1] if negative else text).strip()
    money = money or any(sign in bare for sign in _MONEY)
    bare = bare.strip(_MONEY + " ")
    if bare.startswith("-") and bare[1:2] in tuple(_MONEY):
        bare = "-" + bare[2:]
    scaled = re.fullmatch(r"([-+]?[\d.,' ]+?) ?(k|mn?|million|bn|billion)", bare, re.ASCII | re.IGNORECASE)
    if scaled and (money or len(scaled[2]) > 1):
        value = _digits(scaled[1], decimal_comma)
        return None if value is None else value.scaleb(_SCALES[scaled[2].casefold()])
    value = _digits(bare, decimal_comma)
    return -value if value is not None and negative else value


def _digits(text: str, decimal_comma: bool) -> Decimal | None:
    """A number by the habit of its column: points between thousands and a comma before decimals, or the reverse."""
    text = text.strip().lstrip("+")
    between, point = (r"[.' ]", ",") if decimal_comma else (r"[,' ]", r"\.")
    if not re.fullmatch(rf"-?(\d{{1,3}}({between}\d{{3}})+|\d{{1,18}})({point}\d{{1,9}})?", text, re.ASCII):
        return None
    plain = re.sub(between, "", text)
    return Decimal(plain.replace(",", ".") if decimal_comma else plain)


def _count(text: str) -> Decimal:
    return Decimal(text.replace(",", ""))


def has_decimal_commas(texts: list[str]) -> bool:
    """Whether a column writes commas before decimals: one number can be read in no other way, none against it."""
    comma = any(re.fullmatch(r"[^\d]*\d+(\.\d{3})*,(\d{1,2}|\d{4,})[^\d]*", text, re.ASCII) for text in texts)
    point = any(re.fullmatch(r"[^\d]*\d+(,\d{3})*\.(\d{1,2}|\d{4,})[^\d]*", text, re.ASCII) for text in texts)
    return comma and not point


def _a_day(text: str) -> Understood:
    words = f"'{text}' is a day where a number is expected: a spreadsheet may have made one of '12/1' or '1-12'"
    return Understood("", "number-as-day", words, "type the number again, with the format Text or Number")


def _no_number(text: str) -> Understood:
    if says_nothing(text):
        return NOTHING_THERE
    if is_to_come(text):
        return Understood(
            "", "no-figure-yet", f"'{text}' is no figure yet", "nothing is written for it until there is one"
        )
    if re.fullmatch(r"[\d.,%£ ]+(?:;|\n| or )[\d.,%£ ]+", text.strip()):
        step = "give each a measure of its own, or write one figure in the cell"
        return Understood("", "two-figures", f"'{' '.join(text.split())}' is more than one figure", step)
    if re.fullmatch(r"[<>] ?\d+%?", text.strip()):
        words = f"'{text}' is no number: a bound in words, or a small number that was suppressed"
        return Understood("", "bound-not-a-number", words, "write c where it was suppressed, or the number")
    return Understood("", "not-a-number-in-a-cell", f"'{text}' is no number", "correct the cell, or leave it out")
