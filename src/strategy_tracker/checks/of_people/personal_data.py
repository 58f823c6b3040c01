"""Recognises personal data in a text: numbers, dates, ages and addresses by which one person can be found.

The patterns are narrow on purpose: a check that cries wolf is switched off, and then it protects nobody. Each begins at
the edge of a word and repeats nothing without a limit, so that no text takes longer than its length.
"""

import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple


class Pattern(NamedTuple):
    """A kind of personal data: what it is called, what it looks like, and a test that leaves out look-alikes."""

    name: str
    form: re.Pattern[str]
    holds: Callable[[re.Match[str]], bool] = lambda _: True


NUMBERS = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
"""The numbers that people write as words, from 1."""


def personal_data(text: str) -> str:
    """Name the kind of personal data that a text looks like holding; empty for none."""
    for one in _patterns():
        if any(one.holds(found) for found in one.form.finditer(text)):
            return one.name
    return ""


# numbers of a person, with anything between their parts that people type there

_GAP = r"[\s./_\-\u2010-\u2015]{0,3}"
_BEFORE, _AFTER = r"(?<![\w£$€])(?<!\d[.,/-])", r"(?![\w%]|[.,/-]\d)"


def _is_nhs_number(found: re.Match[str]) -> bool:
    # the check digit of the NHS Data Dictionary: weights 10 to 2, modulus 11; ten equal digits pass it and are nobody's
    digits = [int(letter) for letter in found[0] if letter.isdigit()]
    check = 11 - sum((10 - place) * digit for place, digit in enumerate(digits[:9])) % 11
    return (0 if check == 11 else check) == digits[9] and len(set(digits)) > 1


_UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"


def _is_pupil_number(found: re.Match[str]) -> bool:
    # the check letter of the Department for Education's guide to unique pupil numbers: weights 2 to 13, modulus 23
    text = "".join(letter for letter in found[0].upper() if letter.isalnum())
    places = enumerate((_UPN_LETTERS.index(letter) if letter.isalpha() else int(letter) for letter in text[1:]), 2)
    years = len(re.findall(r"\b(?:19|20)\d\d\b", found[0])) > 1  # a row of years with a letter before it
    return not years and _UPN_LETTERS[sum(place * value for place, value in places) % 23] == text[0]


_PUPIL = rf"[A-HJ-NP-RT-Z]{_GAP}(?:\d{_GAP}){{11}}[\dA-HJ-NP-RT-Z]"
# two letters that HMRC gives out, six figures, and a last letter that may be missing nowhere but on old cards
_INSURANCE = rf"(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]{_GAP}(?:\d\d{_GAP}){{3}}[A-D]"

# places

_AREAS = (
    "AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY G "
    "GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW "
    "OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC "
    "WD WF WN WR WS WV YO ZE"
)
_POSTCODE = rf"\b(?:{'|'.join(_AREAS.split())})\d[A-Z\d]?[ \xa0-]?\d(?!st|nd|rd|th)[ABD-HJLNP-UW-Z]{{2}}\b"

# dates

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)"
)
_ORDINAL = (
    r"(?:twenty[- ]|thirty[- ])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|tenth|eleventh|twelfth|"
    r"(?:thir|four|fif|six|seven|eigh|nine)teenth|twentieth|thirtieth"
)
_DAY = (
    rf"(?:\d{{1,2}}[/. -]\d{{1,2}}[/. -](?:\d{{4}}|\d\d)|\d{{4}}-\d\d-\d\d"
    rf"|(?:the )?(?:\d{{1,2}}(?:st|nd|rd|th)?|{_ORDINAL})(?: day)?(?: of)? {_MONTH}\b"
    rf"|{_MONTH} (?:the )?(?:\d{{1,2}}(?:st|nd|rd|th)?|{_ORDINAL})\b)"
)
_BORN = (
    r"\b(?:d\.?o\.?b\b\.?|(?:date|day) of birth|(?:his|her|their|child'?s|'s) birthday|birth ?date|(?<!new)(?<!un)born)"
    rf"[ :,-]{{0,3}}(?:(?:is|was|falls|on|the|in)[ :]){{0,3}}{_DAY}"
    rf"|\b(?:he|she|who|child|boy|girl|baby) was born in {_MONTH},? \d{{4}}"
)

# ages

_AGE = rf"(?:\d{{1,2}}|{'|'.join(NUMBERS[:19])})"
_NO_RANGE = (
    r"(?![\d%/+.–-]\d|[%+/–]|-\d|\w| ?(?:-|–) ?\d| to | and (?:over|under|above|below|older|younger)| or | plus\b)"
)
_ONE = (
    r"(?:boy|girl|child|baby|infant|toddler|son|daughter|brother|sister|sibling|twin|pupil|student|teenager|youngster|"
    r"youth|lad|man|woman|mother|father|patient|tenant|resident|(?:young |service )?(?:person|carer|user)|care leaver)"
)
_OF_ONE = r"\b(?:a|an|one|the|this|that|his|her|my|our|their|whose)(?: [a-z][a-z-]{1,14}){0,2}"
_YEARS_OLD = rf"{_AGE}[- ](?:year|month|week|day)s?[- ]old"
_NAME = r"\b([A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]{2,15})(?: [A-ZÀ-ÖØ-Þ][\w'’-]{1,15})?"

_NOT_NAMES = frozenset(
    """
    action actions age aged ages all annex appendix april area areas article august band both boys by carers cases
    chapter children class cohort county december february figure for form friday from girls grade group groups item
    january july june key level levels line march may measure men monday month months november number october of
    only over page pages paragraph part people phase placements point pupils q quarter reading row saturday schedule
    section september stage step sunday table target term the their those thursday tier to tuesday under wave
    wednesday week weeks women year young
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
"""Words with a capital that stand before a number without being anybody's name."""


def _is_a_name(found: re.Match[str]) -> bool:
    name, age = found[1].casefold(), next(filter(None, found.groups()[1:]))
    return name not in _NOT_NAMES and (not age.isdigit() or 0 < int(age) <= 25)


_NAME_AND_AGE = (
    rf"{_NAME}(?:,? (?:is |was )?aged? ({_AGE}){_NO_RANGE}| \(aged? ({_AGE})\)|(?: \(|, )(\d{{1,2}}){_NO_RANGE}"
    rf"(?=[,.;:)]|$| (?:years|who|was|is|has|had|told|said|spoke|and|from)\b)"
    rf"|(?: \(|, )({'|'.join(NUMBERS[:19])})[,)]"
    rf"|,? (?:is |was |turned |has turned )?(?:an? )?({_AGE})[- ]years?[- ]old\b)"
)
_SOMEBODY_S_AGE = (
    rf"{_OF_ONE} {_YEARS_OLD}(?: [a-z][a-z-]{{1,14}})? {_ONE}\b(?!['’]s? )"
    rf"|{_OF_ONE} {_YEARS_OLD}(?= (?:who|was|is|has|had|told|said|with)\b|[,.;:)]|$)"
    rf"|{_OF_ONE} {_ONE},? (?:who (?:is|was) )?(?:\(?aged? |\()(?:just |only )?{_AGE}{_NO_RANGE}"
)


@cache
def _patterns() -> tuple[Pattern, ...]:
    """List the kinds of personal data looked for; compiled once, and only where somebody asks."""
    any_case = re.IGNORECASE
    return (
        Pattern("an NHS number", re.compile(rf"{_BEFORE}\d{{3}}{_GAP}\d{{3}}{_GAP}\d{{4}}{_AFTER}"), _is_nhs_number),
        Pattern("a pupil number", re.compile(rf"{_BEFORE}{_PUPIL}{_AFTER}", any_case), _is_pupil_number),
        Pattern("a national insurance number", re.compile(rf"{_BEFORE}{_INSURANCE}{_AFTER}", any_case)),
        Pattern("a date of birth", re.compile(_BORN, any_case)),
        Pattern(
            "an e-mail address",
            re.compile(r"(?<![\w.%+-])[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,9}"),
        ),
        Pattern("a phone number", re.compile(r"(?<![\w.,/-])(?:\+44[ -]?(?:\(0\))?|0)(?:\d[ -]?){8,9}\d(?![\w/-])")),
        Pattern("a postcode", re.compile(_POSTCODE, any_case)),
        Pattern("a name with an age", re.compile(_NAME_AND_AGE), _is_a_name),
        Pattern("the age of one person", re.compile(_SOMEBODY_S_AGE, any_case)),
    )
