"""Finds the numbers in a text, however people write them: 3, 3/12, 3rd, 3-ish, three, third, trio, half a dozen."""

import re
from decimal import Decimal

_NO_NUMBER = re.compile(
    r"\d{4}-\d\d(?:-\d\d)?|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|\d{4}/\d{2,4}|\d+(?:\.\d+){2,}|\b(?:Q[1-4]|H[12])\b", re.ASCII
)
"""Dates, months, years, and names such as `3.4.9`."""
_FIGURES = re.compile(
    r"(?<![\w.,])(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?=(?:st|nd|rd|th|ish)?(?!\w)(?![.,]\d))", re.IGNORECASE
)
_ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_OTHERS = {
    "pair": 2, "couple": 2, "twins": 2, "twice": 2, "duo": 2, "trio": 3, "triplets": 3, "third": 3, "thrice": 3,
    "fourth": 4, "quartet": 4, "fifth": 5, "quintet": 5, "sixth": 6, "half a dozen": 6, "half-dozen": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10, "dozen": 12,
}  # fmt: skip
_WORDS = {word: n for n, word in enumerate(_ONES)} | {word: 10 * n for n, word in enumerate(_TENS, 2)} | _OTHERS
_WORD = re.compile(
    rf"\b(?:(?P<tens>{'|'.join(_TENS)})(?:[ -](?P<ones>{'|'.join(_ONES[1:10])}))?|{'|'.join((*_OTHERS, *_ONES))})"
    r"(?:-?ish)?\b",
    re.IGNORECASE,
)


def numbers_in(text: str) -> frozenset[Decimal]:
    """Find the numbers in a text, in figures and in words; not those in dates, in periods, or in names like `3.4.9`."""
    found = {Decimal(one[1].replace(",", "")) for one in _FIGURES.finditer(_NO_NUMBER.sub(" ", text))}
    for one in _WORD.finditer(text):
        if one["tens"]:
            found.add(Decimal(_WORDS[one["tens"].lower()] + _WORDS.get((one["ones"] or "").lower(), 0)))
        else:
            found.add(Decimal(_WORDS[one[0].lower().removesuffix("ish").removesuffix("-")]))
    return frozenset(found)
