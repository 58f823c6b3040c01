"""Figures that a sentence prints, and what each of them is: a target, a reading, a change, or nothing that is said."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from strategy_tracker.intake.cells.days import Days
from strategy_tracker.intake.cells.numbers import read_number
from strategy_tracker.intake.cells.periods import read_period
from strategy_tracker.intake.documents.sentences import DATE
from strategy_tracker.intake.outline import GridCell

_FIGURE = re.compile(
    r"(?<![\w/.,&-])(?P<bound>at least |at most |no more than |no fewer than |no less than |below |above "
    r"|fewer than |less"
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
_PERIOD_APART = re.compile(rf"^[^()\d%]{{1,40}}\((?P<when>{DATE})\)", re.IGNORECASE)
_ENDS = re.compile(rf"\b(?:by|in)\s+(?:the end of )?(?P<when>{DATE})\s*\.?$", re.IGNORECASE)
_NOW_AFTER = re.compile(r"^\s*(?:now|currently|today|at present|at the moment|baseline|to date)\b", re.IGNORECASE)
_NOW_BEFORE = re.compile(
    r"\b(?:from|now|currently|baseline(?: of)?|up from|down from|compared (?:with|to))\s*:?\s*$", re.IGNORECASE
)
_TARGET_BEFORE = re.compile(r"\b(?:target|goal|aim|ambition)(?: is| of|:)?\s*$", re.IGNORECASE)
_LOWER = re.compile(r"^(?:fewer|less|lower|reduc\w*|decreas\w*|cut)\b", re.IGNORECASE)
_HIGHER = re.compile(r"^(?:more|higher|increas\w*|rais\w*|grow\w*)\b", re.IGNORECASE)
_BOUNDS = dict.fromkeys(
    ("at least", "no fewer than", "no less than", "more than", "over", "above", "\u2265", ">"), "higher"
) | dict.fromkeys(("at most", "no more than", "fewer than", "less than", "under", "below", "\u2264", "<"), "lower")
"""Words before a figure, and which way is better by them."""


_LONGEST = 5_000
"""Characters of a sentence that are looked through."""


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
    text = text[:_LONGEST]
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
        kinds = ["target"] if kinds == [""] and ends[0][0].casefold().startswith("by") else kinds
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
    elif not when and (apart := _PERIOD_APART.match(after)):
        kind, period = "bracket", _period(apart["when"], days)
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
    for place, one in enumerate(found):
        later = [each for each, kind in zip(found, kinds, strict=True) if kind == "target" and each.period > one.period]
        if kinds[place] == "" and one.period and later:
            kinds[place] = "reading"
    return kinds


def _is_ahead(one: PrintedFigure, text: str, others: list[str], begins: str) -> bool:
    """Whether a figure stands beside a reading and comes after it, or is of a year in which the plan runs."""
    if one.kind == "" and others == ["reading"] and (one.period or _rises(text, one)):
        return True
    return bool(one.period and begins) and one.period[:4] >= begins


def _rises(text: str, figure: PrintedFigure) -> bool:
    return bool(re.search(r"\bto\s*$", text[: figure.start], re.IGNORECASE))


_WORDS_BETWEEN = re.compile(
    rf"{DATE}|\b(?:now|to|in|by|from|rising|falling|up|down|target|and|then|baseline|at|of|the|today|currently)\b|[^\w]",
    re.IGNORECASE,
)
"""What may stand between the figures at the end of a sentence, so that they are cut off together."""


def _title(text: str, figures: tuple[PrintedFigure, ...]) -> str:
    """The words before the figures at the end of a sentence; the whole where a figure stands within it."""
    told = [one for one in figures if one.kind]
    if not told or len(told) < len(figures):
        return text
    first = min(told, key=lambda one: one.start)
    rest = text[max(one.end for one in told) :].strip(" .);,")
    before = text[: first.start].rstrip()
    ordered = sorted(told, key=lambda one: one.start)
    between = " ".join(text[one.end : after.start] for one, after in pairwise(ordered))
    if _WORDS_BETWEEN.sub(" ", between).strip():
        return text
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
