"""The text of a cell to a date, a number, a state, a colour, a post: taken, taken with a remark, or said why not.

Only what a person writes in a closed list of forms is taken. A year that is not in the text is never added, a day never
invented, and what can mean two things is asked about.
"""

import re
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from strategy_tracker.intake.cells.months import in_english
from strategy_tracker.intake.cells.words import TWO_MEANINGS, is_to_come, meaning, says_nothing, simple
from strategy_tracker.intake.outline import GridCell
from strategy_tracker.model.dates.period import YearEnd, parse_period
from strategy_tracker.model.spellings import spelled_date, spelled_period


class Understood(NamedTuple):
    """What a cell says. `value` is empty where nothing was taken; `code` and `words` say what a person should know.

    With a `value` they are a remark; without one they say why it is not taken, and without `words` there was nothing
    to take, such as a dash.
    """

    value: str = ""
    code: str = ""
    words: str = ""
    next_step: str = ""


NOTHING_THERE = Understood()


# dates


class Days(NamedTuple):
    """How days are read in a file: whether the day stands before the month, and when the financial year ends."""

    day_first: bool
    year_end: YearEnd


_LOOK = "write the day, or the month with its year, if another one was meant"
_LEAD = re.compile(
    r"^(by|due|target|deadline|before the end of|by the end of|end of|end|by end of|by end)[: ]+", re.IGNORECASE
)
_SHORT_YEAR = re.compile(r"\b(\d{1,2})([/.-])(\d{1,2})\2(\d\d)\b(?![/.-]?\d)", re.ASCII)


def read_day(cell: GridCell, days: Days) -> Understood:
    """Read a date: `2026-03-31`, `2026-03` where only the month is said, `2028` where only the year is."""
    if cell.day is not None:
        return Understood(cell.text)
    if cell.kind == "error":
        return _error(cell)
    text = " ".join(cell.text.split())
    if re.fullmatch(r"(19|20|21)\d\d", text, re.ASCII):
        return Understood(text)
    if cell.number is not None or re.fullmatch(r"\d{5}", text, re.ASCII):
        words = f"{text} is a number where a date is expected: a spreadsheet counts days so"
        return Understood("", "number-as-day", words, "give the column a date format, and save it again")
    return _typed_day(text, days)


def _typed_day(text: str, days: Days) -> Understood:
    plain = _LEAD.sub("", _LEAD.sub("", text)).strip(" .,")
    if stamped := re.fullmatch(r"(\d{4}-\d\d-\d\d)[T ]\d\d:\d\d(:\d\d(\.\d+)?)?Z?", plain, re.ASCII):
        plain = stamped[1]
    if re.fullmatch(r"(19|20|21)\d\d", plain, re.ASCII):
        at_end = bool(re.search(r"\bend\b", text, re.IGNORECASE))
        return Understood(f"{plain}-12" if at_end else plain)
    if re.fullmatch(r"\d{4}-\d\d-\d\d", plain, re.ASCII):
        return Understood(plain) if _exists(plain) else _no_such_day(text)
    swapped = _in_order(in_english(plain), days)
    found = spelled_date(swapped)
    if found:
        named = re.search(r"[^\W\d]", swapped) is not None
        if found.certain or not named:
            return Understood(found.text)
        return Understood(found.text, "short-year", f"'{text}' was read as {found.text}", _LOOK)
    if _looks_like_a_day(swapped):
        return _no_such_day(text)
    return _last_month(plain, days) or _no_date(text)


def _in_order(text: str, days: Days) -> str:
    """The same numeric day with the day before the month and four digits of the year."""
    text = _SHORT_YEAR.sub(r"\1\2\3\g<2>20\4", text)
    if days.day_first:
        return text
    return re.sub(r"^(\d\d?)([/.-])(\d\d?)\2(\d{4})$", r"\3\2\1\2\4", text)


def _exists(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _looks_like_a_day(text: str) -> bool:
    named = r"\d{1,2}(st|nd|rd|th)? (of )?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*,? \d{4}"
    return bool(re.fullmatch(rf"\d{{1,2}}([/.-])\d{{1,2}}\1\d{{4}}|{named}", text.casefold(), re.ASCII))


def _no_such_day(text: str) -> Understood:
    return Understood("", "no-such-day", f"there is no day '{text}' in the calendar", "correct the cell")


def _last_month(text: str, days: Days) -> Understood | None:
    """The last month of a quarter or a year that a due date names, such as `Q3 25/26`."""
    period = read_period(text, days.year_end)
    if not period.value or period.code:
        return None
    last = parse_period(period.value, days.year_end).end
    return Understood(f"{last:%Y-%m}", "last-month", f"'{text}' was read as its last month, {last:%Y-%m}", _LOOK)


def _no_date(text: str) -> Understood:
    if says_nothing(text):
        return NOTHING_THERE
    if is_to_come(text):
        return Understood("", "not-a-date-in-a-cell", f"'{text}' is no date yet", "write the date when it is known")
    example = "2026-03" if any(char.isdigit() for char in text) else "every:month"
    step = "leave it, or say what it means: --map-value 'due:" + text.replace("'", "") + f"={example}'"
    return Understood("", "not-a-date-in-a-cell", f"'{text}' is no date", step)


def month_stands_first(texts: list[str]) -> bool:
    """Whether the dates of a file are American: one has a number over 12 in the second place, none in the first."""
    found = [re.match(r"^\D{0,12}(\d\d?)[/.-](\d\d?)[/.-]\d\d(\d\d)?\b", text, re.ASCII) for text in texts]
    pairs = [(int(one[1]), int(one[2])) for one in found if one]
    return any(b > 12 >= a for a, b in pairs) and not any(a > 12 for a, _ in pairs)


# periods

_QUARTERS = {"apr to jun": 1, "jul to sep": 2, "oct to dec": 3, "jan to mar": 4}


def read_period(text: str, year_end: YearEnd, year: str = "") -> Understood:
    """Read the name of a period as files have it; `year` is the financial year of a quarter that names none.

    Of `2025 Q1` the code is `two-periods`: the first quarter of the calendar's year, or of the financial year.
    """
    plain = _tidy(in_english(text))
    quarter = re.fullmatch(r"(?:q|qtr|quarter) ?([1-4])", plain, re.ASCII)
    if quarter and year:
        return Understood(f"{year} Q{quarter[1]}")
    if quarter:
        step = "say which: --year 2025/26"
        return Understood(f"Q{quarter[1]}", "no-period-in-a-table", f"'{text}' names no year", step)
    try:
        return Understood(parse_period(plain.upper() if plain[:2] == "ay" else plain.replace("q", "Q"), year_end).text)
    except ValueError:
        return _spelled(text, plain, year_end)


def _spelled(text: str, plain: str, year_end: YearEnd) -> Understood:
    """A period in one of its usual spellings; none of a year that cannot be meant."""
    found = spelled_period(plain)
    if found is None or not _is_period(found.text, year_end):
        return NOTHING_THERE
    named = re.search(r"[a-z]{3}", plain) and not plain.startswith("fy")
    if found.certain or (named and not re.search(r"q[1-4]", plain)):
        return Understood(found.text)
    if re.search(r"q[1-4]", plain):
        words = f"'{text}' may be a quarter of the calendar, or of a financial year"
        return Understood(found.text, "two-periods", words, found.words)
    return Understood("", "two-periods", f"'{text}' may be one period or another", found.words)


def _is_period(text: str, year_end: YearEnd) -> bool:
    try:
        parse_period(text, year_end)
    except ValueError:
        return False
    return True


def _tidy(text: str) -> str:
    """A heading's period without what stands round it: brackets, `financial year`, two years joined by `to`."""
    plain = " ".join(text.casefold().replace("\u2013", "-").replace("\u2014", "-").split()).strip(" ,:;()[]")
    plain = re.sub(r"\b(year ending|as at|at|to date|end of)\b", " ", plain)
    plain = re.sub(r"(\d{4}) to (\d{4})", r"\1/\2", plain)
    for words, number in _QUARTERS.items():
        plain = re.sub(rf"\(?\b{words}\b\)?", f"q{number}", plain)
    plain = re.sub(r"\b(\d\d)[-/](\d\d)\b(?![-/]?\d)", lambda one: _years(one[1], one[2]) or one[0], plain)
    plain = re.sub(r"_(\d\d(\d\d)?)_(\d\d)\b", r" \1/\3", plain)
    return " ".join(plain.split()).strip(" ,:;()[]")


def _years(first: str, second: str) -> str:
    """Two years written with two digits each, where the second follows the first."""
    return f"20{first}/{second}" if int(second) == (int(first) + 1) % 100 else ""


# numbers

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
        return CellNumber(said=_error(cell))
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


def _error(cell: GridCell) -> Understood:
    if cell.formula and cell.text.startswith("("):
        words = "a formula without a value: the file was saved by a program that works nothing out"
        return Understood("", "no-value", words, "open it in a spreadsheet program and save it again")
    return Understood("", "formula-error", f"{cell.text} is an error of a formula, and no value", "correct the formula")


def read_symbol(text: str) -> str:
    """The official symbol that a reading is, such as `c`; empty where it is none."""
    return meaning("symbol", text)


# words of closed lists


class HowItGoes(NamedTuple):
    """The state of an action and its owner's colour, as far as the words say."""

    state: str = ""
    rag: str = ""
    said: Understood = NOTHING_THERE


def read_state(text: str) -> HowItGoes:
    """Read what an owner writes of an action: a state, a colour, both, or words for them."""
    if colour := meaning("going", text):
        return HowItGoes("in-progress", colour)
    if state := meaning("state", text):
        return HowItGoes(state)
    shade = read_colour(text)
    if shade.value or shade.code:
        return HowItGoes(rag=shade.value, said=shade if shade.code else NOTHING_THERE)
    return _state_and_colour(text) or HowItGoes(said=_no_state(text))


def _state_and_colour(text: str) -> HowItGoes | None:
    """Both in one cell, such as `Complete (blue)` or `Green - on track`; None where it is not so."""
    head, _, rest = re.sub(r"[()\u2013-]", " - ", text.strip()).partition(" - ")
    for one, two in ((head.strip(" -"), rest.strip(" -")), (rest.strip(" -"), head.strip(" -"))):
        state = meaning("state", one) or ("in-progress" if meaning("going", one) else "")
        colour = read_colour(two).value if two else ""
        if one and state and colour:
            return HowItGoes(state, colour)
    return None


def _no_state(text: str) -> Understood:
    step = f"say what it means: --map-value 'state:{text.strip()}=in-progress'"
    if simple(text) in TWO_MEANINGS:
        return Understood("", "two-meanings", f"'{text}' may be {TWO_MEANINGS[simple(text)]}", step)
    if says_nothing(text) or is_to_come(text):
        return NOTHING_THERE
    return Understood("", "not-a-state", f"'{text}' is no state that is known here", step)


def read_colour(text: str) -> Understood:
    """Read a colour in words or letters: red, amber, green, blue or grey; one between two is said."""
    plain = simple(text)
    if colour := meaning("colour", text):
        return Understood(colour)
    parts = [meaning("colour", part) for part in plain.split() if part not in ("to", "and")]
    if len(parts) == 2 and all(parts):
        step = f"say which: --map-value 'rag:{text.strip()}=amber'"
        return Understood("", "colour-between", f"'{text}' lies between two colours", step)
    return NOTHING_THERE


def read_better(text: str) -> Understood:
    """Read which way is good."""
    value = meaning("better", text)
    if value or says_nothing(text):
        return Understood(value)
    return Understood("", "not-a-direction", f"'{text}' does not say which way is better", "write higher or lower")


def read_every(text: str) -> Understood:
    """Read how often; what has two meanings, or is two, is said."""
    plain = simple(text)
    bare = re.sub(r"^(?:measured?|reported?|reviewed?|updated?|monitored?) ", "", plain)
    if interval := meaning("every", text) or meaning("every", bare):
        return Understood(interval)
    if says_nothing(text):
        return NOTHING_THERE
    if re.fullmatch(r"bi ?annual(ly)?|biennial(ly)?|bi ?(monthly|weekly)", plain):
        return Understood("", "two-meanings", f"'{text}' has two meanings", "write the interval: 6 months, or 2 years")
    if sum(bool(meaning("every", part)) for part in re.split(r" and | or |[/,;&]", text)) > 1:
        return Understood("", "two-frequencies", f"'{text}' is two frequencies", "write the one its readings follow")
    words = f"'{text}' is no interval that is known here"
    return Understood("", "not-an-interval-in-a-cell", words, "write month, quarter or year")


def read_unit(text: str) -> str:
    """The unit that figures are in, by the words of a column of units; empty where none is known."""
    return meaning("unit", text)
