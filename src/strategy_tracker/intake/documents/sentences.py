"""What a sentence prints besides what it says: dates, owners in brackets, intervals, targets and figures."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from strategy_tracker.intake.cells.owners import Owners, read_owners
from strategy_tracker.intake.cells.plain import Days, Understood, read_day, read_every, read_number, read_period
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
    r"\bby (?:the )?(?:end of )?(?:the )?(?:(?:early |late |mid-?)?(?:spring|summer|autumn|winter)(?: (?:of"
    r" )?\d{4})?|christmas|easter|the next (?:meeting|review)"
    r"|year (?:\d|one|two|three)|next year)\b",
    re.IGNORECASE,
)


class SentenceDates(NamedTuple):
    """The dates of a sentence: when it begins and when it is due, and what is said of the others."""

    starts: str = ""
    due: str = ""
    said: tuple[Understood, ...] = ()


def dates_of(text: str, days: Days) -> SentenceDates:
    """Read the dates that a sentence gives for itself: `by March 2027`, `from May 2025`; others are said."""
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
    r"\b(?P<before>(?:reviewed|review|checked|revisited|looked at|refreshed"
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


# figures

_FIGURE = re.compile(
    r"(?<![\w/.,&-])(?P<bound>at least |at most |no more than |no fewer than |no less than |fewer than |less"
    r" than |more than |over |under |[<>\u2264\u2265] ?)?"
    r"(?P<change>by )?(?P<again>at least )?(?P<number>[\u00a3\u20ac$]?\d{1,3}(?:,\d{3})+"
    r"|[\u00a3\u20ac$]?\d+(?:\.\d+)?)(?P<unit> ?%| ?per ?cent| ?percent| ?million| ?bn| ?k(?!\w))?(?![\w/]|[.,]\d)",
    re.IGNORECASE,
)
_NO_FIGURE = re.compile(
    rf"{DATE}|\[\d+\]|\b(?:aged?|ages|year|years|key stage|stage|phase|tier|level|grade|step|section|priority"
    rf"|theme|objective|strand|action|act|part|chapter|page|paragraph|table|figure|appendix|under"
    rf"|over)\s+\d+(?:\s*(?:to|and|[-\u2013])\s*\d+)?"
    r"|\b\d+(?:\s*(?:to|and|[-\u2013])\s*\d+)?[- ](?:year|month|week|day|hour|minute|mile)s?(?:[- ]olds?)?\b"
    r"|\b\d+(?:st|nd|rd|th)\b|\b\d{1,2}[:.]\d\d ?(?:am|pm)?\b|\b\d+\+|\b\d+/\d+\b",
    re.IGNORECASE,
)
_PERIOD_AFTER = re.compile(
    rf"^\s*(?P<join>in|by|for|during|at|from|to|as of|as at|\(|,)?\s*(?:the end of |end of |the year )?(?:the"
    rf" )?(?P<when>{DATE})",
    re.IGNORECASE,
)
_ENDS = re.compile(rf"\b(?:by|in)\s+(?:the end of )?(?P<when>{DATE})\s*\.?$", re.IGNORECASE)
_NOW_AFTER = re.compile(r"^\s*(?:now|currently|today|at present|at the moment|baseline|to date)\b", re.IGNORECASE)
_NOW_BEFORE = re.compile(
    r"\b(?:from|now|currently|baseline(?: of)?|up from|down from|compared (?:with|to))\s*:?\s*$", re.IGNORECASE
)
_TARGET_BEFORE = re.compile(r"\b(?:target|goal|aim|ambition)(?: is| of|:)?\s*$", re.IGNORECASE)
_LOWER = re.compile(r"^(?:fewer|less|lower|reduc\w*|decreas\w*|cut)\b", re.IGNORECASE)
_HIGHER = re.compile(r"^(?:more|higher|increas\w*|rais\w*|grow\w*)\b", re.IGNORECASE)
_BOUNDS = dict.fromkeys(
    ("at least", "no fewer than", "no less than", "more than", "over", "\u2265", ">"), "higher"
) | dict.fromkeys(("at most", "no more than", "fewer than", "less than", "under", "\u2264", "<"), "lower")
"""Words before a figure, and which way is better by them."""


class PrintedFigure(NamedTuple):
    """A figure in a sentence: its number, what it is of (`target`, `reading`, `change` or nothing), its period."""

    value: Decimal
    text: str
    kind: str
    period: str
    start: int
    end: int


class PrintedMeasure(NamedTuple):
    """A measure in a sentence: its title without the figures behind it, unit, direction, and the figures."""

    title: str
    unit: str
    better: str
    figures: tuple[PrintedFigure, ...]


def figures_in(text: str) -> Iterator[re.Match[str]]:
    """The figures of a sentence: no dates, ages, lengths of time, or numbers of chapters."""
    others = [one.span() for one in _NO_FIGURE.finditer(text)]
    for one in _FIGURE.finditer(text):
        at = one.start("number")
        if one["unit"] or not any(start <= at < end for start, end in others):
            yield one


def measure_of(text: str, days: Days, begins: str = "") -> PrintedMeasure:
    """Read a measure that a sentence prints. `begins` is the year in which the plan begins, where it says so.

    A figure is a target where a bound stands before it, where the sentence begins with it, where its period comes after
    that of another, or where the plan begins before it ends; with `now`, or in brackets behind one, it is a reading.
    """
    found = [_figure(one, text, days) for one in figures_in(text)]
    kinds = _kinds(found, text, begins)
    ends = [one for one in _ENDS.finditer(text) if not any(each.start <= one.start() < each.end for each in found)]
    if len(found) == 1 and len(ends) == 1 and not found[0].period:
        found = [found[0]._replace(period=_period(ends[0]["when"], days))]
    figures = tuple(one._replace(kind=kind) for one, kind in zip(found, kinds, strict=True))
    unit = "percent" if figures and all("%" in one.text or "cent" in one.text for one in figures) else ""
    counted = bool(figures) and all(
        one.kind == "target" and re.match(r"[a-z\u2264\u2265<>]", one.text, re.IGNORECASE) for one in figures
    )
    unit = unit or _unit_of(text) or ("count" if counted else "")
    return PrintedMeasure(_title(text, figures), unit, _better(text, figures, unit), figures)


def _figure(found: re.Match[str], text: str, days: Days) -> PrintedFigure:
    after = text[found.end() :]
    when = _PERIOD_AFTER.match(after)
    period = ""
    if when:
        period = _period(when["when"], days)
    number = read_number(
        GridCell(re.sub(r"[\u00a3\u20ac$]| ?%| ?per ?cent| ?percent", "", found["number"]))
    ).value or Decimal(0)
    scale = {"million": 6, "bn": 9, "k": 3}.get((found["unit"] or "").strip().casefold(), 0)
    end = found.end() + (when.end() if when else 0)
    kind = ""
    if found["change"]:
        kind = "change"
    elif _TARGET_BEFORE.search(text[: found.start()]):
        kind = "target"
    elif _NOW_AFTER.match(after) or _NOW_BEFORE.search(text[: found.start()]):
        kind = "reading"
    elif (found["bound"] or found["again"]) or (when and (when["join"] or "").casefold() == "by"):
        kind = "target"
    elif (when and (when["join"] or "") == "(") or text[: found.start()].rstrip().endswith("("):
        kind = "bracket"
    return PrintedFigure(number.scaleb(scale), found[0].strip(), kind, period, found.start(), end)


def _period(words: str, days: Days) -> str:
    """The period that words name, as files have it, or the words where they name none for certain."""
    read = read_period(words, days.year_end)
    return read.value if read.value and not read.code else words


def _kinds(found: list[PrintedFigure], text: str, begins: str) -> list[str]:
    """What each figure is, by the others of its sentence; nothing where that cannot be told."""
    kinds = [one.kind for one in found]
    for place, one in enumerate(found):
        if not kinds[place] and one.start == 0 and ("%" in one.text or "cent" in one.text):
            kinds[place] = "target"
    for place, one in enumerate(found):
        if kinds[place] not in ("", "bracket"):
            continue
        others = [kind for at, kind in enumerate(kinds) if at != place]
        if kinds[place] == "bracket" and "target" in others and one.period:
            kinds[place] = "reading"
        elif _is_ahead(one, text, others, begins):
            kinds[place] = "target"
        elif kinds[place] == "bracket":
            kinds[place] = ""
    return kinds


def _is_ahead(one: PrintedFigure, text: str, others: list[str], begins: str) -> bool:
    """Whether a figure stands beside a reading and comes after it, or is of a year in which the plan runs."""
    if one.kind == "" and others == ["reading"] and (one.period or _rises(text, one)):
        return True
    return bool(one.period and begins) and one.period[:4] >= begins


def _rises(text: str, figure: PrintedFigure) -> bool:
    return bool(re.search(r"\bto\s*$", text[: figure.start], re.IGNORECASE))


def _title(text: str, figures: tuple[PrintedFigure, ...]) -> str:
    """The words before the figures at the end of a sentence; the whole where a figure stands within it."""
    told = [one for one in figures if one.kind]
    if not told or len(told) < len(figures):
        return text
    first = min(told, key=lambda one: one.start)
    rest = text[max(one.end for one in told) :].strip(" .);,")
    before = text[: first.start].rstrip()
    if rest or not re.search(r"[,:;(\u2013-]$", before) or len(before.split()) < 2:
        return text
    return before.rstrip(" ,:;(\u2013-")


def _unit_of(text: str) -> str:
    plain = text.casefold()
    if re.match(r"(?:the |reduced |increased |decreased )?(?:number|numbers) of\b", plain):
        return "count"
    return "percent" if re.search(r"%|\b(?:percentage|proportion|share|per ?cent) (?:of|who|that)\b", plain) else ""


def _better(text: str, figures: tuple[PrintedFigure, ...], unit: str) -> str:
    if _LOWER.match(text):
        return "lower"
    if _HIGHER.match(text):
        return "higher"
    bounds = {_BOUNDS[word] for one in figures for word in _BOUNDS if one.text.casefold().startswith(word)}
    if len(bounds) == 1:
        return bounds.pop()
    return "higher" if unit and any(one.kind == "target" and one.value == 100 for one in figures) else ""


def sentences_of(text: str) -> list[str]:
    """The sentences of a paragraph."""
    return [one.strip() for one in re.split(r"(?<=[.!?;])\s+(?=[A-Z\u201c\u2018'\"(\d])", text) if one.strip()]
