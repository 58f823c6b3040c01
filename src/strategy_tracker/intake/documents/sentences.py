"""What a sentence prints besides what it says: dates, owners in brackets or behind a dash, and intervals."""

import re
from typing import NamedTuple

from strategy_tracker.intake.cells.closed_lists import read_every
from strategy_tracker.intake.cells.days import Days, read_day
from strategy_tracker.intake.cells.owners import Owners, read_owners
from strategy_tracker.intake.cells.understood import Understood
from strategy_tracker.intake.cells.words import is_of_a_post
from strategy_tracker.intake.outline import GridCell

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
DATE = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{_MONTH}\.?,? \d{{4}}|{_MONTH}\.? \d{{1,2}}(?:st|nd|rd|th)?,?"
    rf" \d{{4}}|\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}}|\d{{4}}-\d\d(?:-\d\d)?"
    rf"|{_MONTH}\.?,? \d{{4}}|(?:q[1-4]|quarter [1-4]) (?:of )?\d{{4}}(?:[/-]\d\d)?|20\d\d[/-]\d\d(?: q[1-4])?"
    rf"|20\d\d)(?![\d%]|[.,]\d)"
)
_DUE = re.compile(
    rf"\b(?:by|before|no later than|due|deadline:?|to be completed by)\s+(?P<end>(?:the )?(?:end of |close of"
    rf" ))?(?:the )?(?P<when>{DATE})",
    re.IGNORECASE,
)
_UNTIL = re.compile(rf"\b(?:until|to)\s+(?P<end>(?:the )?end of )?(?P<when>{DATE})", re.IGNORECASE)
_FROM = re.compile(rf"\b(?:from|starting in|beginning in|starting from)\s+(?P<when>{DATE})", re.IGNORECASE)
_ANY = re.compile(rf"\b(?P<when>{DATE})", re.IGNORECASE)
_VAGUE = re.compile(
    r"\b(?:by|before|until) (?:the )?(?:end of )?(?:the )?"
    r"(?:(?:early |late |mid-?)?(?:spring|summer|autumn|winter)(?: (?:of"
    r" )?\d{4})?|christmas|easter|the next (?:meeting|review)"
    r"|year (?:\d|one|two|three)|next year)\b",
    re.IGNORECASE,
)


_LONGEST = 5_000
"""Characters of a sentence that are looked through."""


class SentenceDates(NamedTuple):
    """The dates of a sentence: when it begins and when it is due, and what is said of the others."""

    starts: str = ""
    due: str = ""
    said: tuple[Understood, ...] = ()


def dates_of(text: str, days: Days) -> SentenceDates:
    """Read the dates that a sentence gives for itself: `by March 2027`, `from May 2025`; others are said."""
    text = text[:_LONGEST]
    due = list(_DUE.finditer(text))
    start = list(_FROM.finditer(text))
    if start and not due:
        due = [one for one in _UNTIL.finditer(text) if one.start() >= start[0].end()][:1]
    said: list[Understood] = []
    found = {read for one in due if (read := _day(one, days))}
    if len(found) > 1:
        words = f"{len(found)} dates are printed ({', '.join(one['when'] for one in due)}): none is taken"
        said.append(Understood("", "two-dates", words, "write the date when it is due into the file"))
        found = set()
    used = [one.span("when") for one in (*due, *start)]
    for one in _ANY.finditer(text):
        inside = any(a <= one.start() < b for a, b in used)
        if not inside and not re.fullmatch(r"20\d\d|20\d\d[/-]\d\d", one["when"]) and not due:
            words = f"'{one['when']}' stands there, and nothing says of what it is the date"
            said.append(Understood("", "date-of-what", words, "write it as the date when it is due, if it is"))
    for vague in _VAGUE.finditer(text):
        words = f"'{vague[0]}' is no date"
        said.append(Understood("", "not-a-date-in-a-cell", words, "write the month that is meant into the file"))
    return SentenceDates(_day(start[0], days) if len(start) == 1 else "", next(iter(found), ""), tuple(said))


def _day(found: re.Match[str], days: Days) -> str:
    text = found["when"]
    end = found.groupdict().get("end")
    if end and re.fullmatch(r"20\d\d", text):
        return f"{text}-12"
    american = re.fullmatch(rf"({_MONTH})\.? (\d{{1,2}})(?:st|nd|rd|th)?,? (\d{{4}})", text, re.IGNORECASE)
    text = f"{american[2]} {american[1]} {american[3]}" if american else text
    return read_day(GridCell(text.replace(",", "")), days).value


# owners


def owner_in_brackets(text: str) -> tuple[str, Owners]:
    """The text without the post in brackets at its end, and that post; the text as it is where none stands there.

    The name of a person is taken out of the text, and said.
    """
    found = re.search(r"\s*[(\[](?P<in>[^()\[\]]{2,80})[)\]]\s*(?P<stop>[.;]?)$", text)
    if not found:
        return _owner_behind(text)
    inside = re.sub(
        r"^(?:lead(?: officer| agency)?|owner|led by|responsible)\s*[:\u2013-]?\s*",
        "",
        found["in"].strip(),
        flags=re.IGNORECASE,
    )
    words = inside.split()
    named = inside != found["in"].strip()
    if not words or len(words) > 9 or not words[0][0].isupper() or _abbreviates(text[: found.start()], inside):
        return text, Owners()
    if re.search(r"\d|\b(?:including|such as|for|in|by|which|where|if|see|e\.g)\b", inside) and not named:
        return text, Owners()
    owners = read_owners(inside)
    if (
        owners.said.code != "person-in-owner"
        and not named
        and not any(map(is_of_a_post, re.findall(r"[\w-]+", inside)))
    ):
        return text, Owners()
    if owners.said.code == "person-in-owner" and not named and not owners.owner and not _is_two_names(words):
        return text, Owners()
    return (text[: found.start()] + found["stop"]).strip(), owners


def _owner_behind(text: str) -> tuple[str, Owners]:
    """The text without the post behind a dash at its end: `Insulate the hall \u2013 Property Team`."""
    found = re.search(
        r"\s+[\u2013\u2014-]\s+(?P<in>[A-Z][\w'\u2019&-]*(?: (?:[A-Z][\w'\u2019&-]*|of|and|for|the)){0,6})$", text
    )
    if not found or not any(map(is_of_a_post, found["in"].split())):
        return text, Owners()
    owners = read_owners(found["in"])
    return (text[: found.start()], owners) if owners.owner else (text, Owners())


def _is_two_names(words: list[str]) -> bool:
    return 2 <= len(words) <= 3 and all(re.fullmatch(r"[A-Z][a-z'\u2019-]+|[A-Z]\.?", word) for word in words)


def _abbreviates(before: str, inside: str) -> bool:
    """Whether what stands in brackets are the first letters of the words before them."""
    letters = re.sub(r"[^A-Z]", "", inside)
    if not re.fullmatch(r"[A-Za-z]{2,8}s?", inside) or len(letters) < 2:
        return False
    firsts = "".join(word[0] for word in re.findall(r"[A-Za-z]+", before)[-12:]).upper()
    return letters[0] in firsts


# intervals

_EVERY = re.compile(
    r"\b(?P<before>(?:reviewed|checked|revisited|looked at|refreshed"
    r"|updated)\b[^,;.]{0,20}?)?\b(?P<every>(?:every|each) (?:(?:two|three|four|six|\d{1,2}) )?(?:weeks?"
    r"|months?|quarters?|years?)|(?:once|twice) a year|once a (?:week|month|quarter)"
    r"|(?:weekly|fortnightly|monthly|quarterly|annually|yearly|six[- ]monthly|half[- ]yearly)(?=\s*(?:[.,;)]|$"
    r"|to |at |by )))",
    re.IGNORECASE,
)


class Intervals(NamedTuple):
    """How often an action recurs, and how often it is looked at."""

    every: str = ""
    review: str = ""
    words: str = ""


def intervals_of(text: str) -> Intervals:
    """The interval that a sentence prints, where it prints one."""
    found = [(one, read) for one in _EVERY.finditer(text) if (read := interval(one["every"]))]
    if len({read for _, read in found}) != 1:
        return Intervals()
    one, read = found[0]
    return Intervals(review=read, words=one[0].strip()) if one["before"] else Intervals(read, words=one[0].strip())


_NUMBERS = {"two": 2, "three": 3, "four": 4, "six": 6}


def interval(text: str) -> str:
    """An interval in words as the files have it: `every six weeks` is `6 weeks`; empty where it is none."""
    known = read_every(
        re.sub(r"^once a ", "every ", text.casefold()) if not text.casefold().endswith("year") else text
    ).value
    if known:
        return known
    found = re.fullmatch(r"(?:every|each) (\w+) (week|month|quarter|year)s?", text.casefold())
    if not found:
        return ""
    number = _NUMBERS.get(found[1]) or (int(found[1]) if found[1].isdigit() else 0)
    return f"{number} {found[2]}s" if number > 1 else ""


def sentences_of(text: str) -> list[str]:
    """The sentences of a paragraph."""
    return [one.strip() for one in re.split(r"(?<=[.!?;])\s+(?=[A-Z\u201c\u2018'\"(\d])", text) if one.strip()]
