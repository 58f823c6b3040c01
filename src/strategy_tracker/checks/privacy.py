"""Looks for personal data and small numbers, which must not stand in a file that others will read.

Only where the settings ask for it (`check_privacy: true`) or `strategy validate --privacy` does. The patterns are
narrow on purpose: a check that cries wolf is switched off, and then it protects nobody.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, NamedTuple

from strategy_tracker.checks.measure_rules import each
from strategy_tracker.diagnostics import Diagnostic, Route
from strategy_tracker.model.measure import Measure, Measures, Reading
from strategy_tracker.model.period import Period
from strategy_tracker.model.record import Record
from strategy_tracker.model.settings import Settings


class Pattern(NamedTuple):
    """A kind of personal data: what it is called, what it looks like, and a test that leaves out look-alikes."""

    name: str
    form: re.Pattern[str]
    holds: Callable[[re.Match[str]], bool] = lambda _: True


def _is_nhs_number(found: re.Match[str]) -> bool:
    # the check digit of the NHS Data Dictionary: weights 10 to 2, modulus 11; ten equal digits pass it and are nobody's
    digits = [int(letter) for letter in found[0] if letter.isdigit()]
    check = 11 - sum((10 - place) * digit for place, digit in enumerate(digits[:9])) % 11
    return (0 if check == 11 else check) == digits[9] and len(set(digits)) > 1


_UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"


def _is_pupil_number(found: re.Match[str]) -> bool:
    # the check letter of the Department for Education's guide to unique pupil numbers: weights 2 to 13, modulus 23
    text = found[0].upper()
    places = enumerate((_UPN_LETTERS.index(letter) if letter.isalpha() else int(letter) for letter in text[1:]), 2)
    return _UPN_LETTERS[sum(place * value for place, value in places) % 23] == text[0]


_NOT_NAMES = frozenset(
    """
    action actions age aged ages all annex appendix april area areas article august band boys both by carers cases
    chapter children class cohort county december year february figure for form friday from girls grade group groups
    item january july june key level levels line march may measure monday month months november number october of
    only over page pages paragraph part people phase placements point pupils q quarter row saturday schedule section
    september stage step sunday table target term the their those thursday tier to tuesday under wave wednesday week
    weeks women men young
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
"""Words with a capital that stand before a number without being anybody's name."""


def _is_a_name(found: re.Match[str]) -> bool:
    return found[1].casefold() not in _NOT_NAMES and 0 < int(found[2]) <= 25


_DAY = r"(?:\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d\d)|\d{4}-\d\d-\d\d|\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8} \d{4})"


@cache
def patterns() -> tuple[Pattern, ...]:
    """List the kinds of personal data looked for; compiled once, and only where somebody asks."""
    return (
        Pattern("an NHS number", re.compile(r"(?<![\d.,/-])\d{3}[ -]?\d{3}[ -]?\d{4}(?![\d.,%/-])"), _is_nhs_number),
        Pattern(
            "a pupil number",
            re.compile(r"\b[A-HJ-NP-RT-Z]\d{11}[\dA-HJ-NP-RT-Z]\b", re.IGNORECASE),
            _is_pupil_number,
        ),
        Pattern(
            "a date of birth", re.compile(rf"\b(?:d\.?o\.?b\.?|date of birth|born(?: on)?)[ :]*{_DAY}", re.IGNORECASE)
        ),
        Pattern("an e-mail address", re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")),
        Pattern("a phone number", re.compile(r"(?<![\w.,/-])(?:\+44[ -]?(?:\(0\))?|0)(?:\d[ -]?){8,9}\d(?![\w/-])")),
        Pattern("a postcode", re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2}\b")),
        Pattern(
            "a name with an age",
            re.compile(
                r"\b([A-Z][a-z]{2,15})(?: [A-Z][a-z]+)?(?:,? (?:is |was )?aged? | \(aged? | \(|, )(\d{1,2})"
                r"(?![\d%/.–-]|\w| to | and over)"
            ),
            _is_a_name,
        ),
    )


def texts(value: Any, route: Route = ()) -> Iterator[tuple[str, Route]]:
    """Give every text in a record with its route."""
    if isinstance(value, Record):
        for name, field in type(value).model_fields.items():
            yield from texts(getattr(value, name), (*route, str(field.alias or name)))
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from texts(inner, (*route, str(getattr(key, "text", key))))
    elif type(value) is tuple:
        for number, inner in enumerate(value):
            yield from texts(inner, (*route, number))
    elif type(value) is str:
        yield value, route


def nobody_can_be_recognised(record: Record, today: date, settings: Settings) -> Iterator[Diagnostic]:
    """No text looks like a name with an age, a date of birth, a number of a person, or a way to reach one."""
    if not settings.check_privacy:
        return
    for text, route in texts(record):
        for one in patterns():
            found = next((match for match in one.form.finditer(text) if one.holds(match)), None)
            if found:
                yield Diagnostic("personal-data", f"this looks like {one.name}", route)
                break


def small_numbers_are_suppressed(file: Measures, today: date, settings: Settings) -> Iterator[Diagnostic]:
    """A measure meant for publication has no count under the threshold, nor one behind a percentage."""
    if not settings.check_privacy:
        return
    for measure, route in each(file):
        if not measure.public:
            continue
        if settings.suppress_below is None:
            yield Diagnostic(
                "no-threshold", f"'{measure.id}' is meant for publication", (*route, "public"), at_key=True
            )
            continue
        for period, reading in measure.readings.items():
            if _small(measure, reading, settings.suppress_below):
                message = f"'{measure.id}' for {period} shows a count under {settings.suppress_below}"
                yield Diagnostic("small-number", message, (*route, "readings", period.text))


def _small(measure: Measure, reading: Reading, threshold: Decimal) -> bool:
    """Whether a count, a numerator, or what is left of the whole without it, is above 0 and under the threshold."""
    counts = [reading.value] if measure.unit == "count" else []
    if reading.numerator is not None and reading.denominator is not None:
        counts += [reading.numerator, reading.denominator - reading.numerator]
    return any(count is not None and 0 < count < threshold for count in counts)


def suppressed_figures_stay_hidden(file: Measures, today: date, settings: Settings) -> Iterator[Diagnostic]:
    """A suppressed figure is not the only one missing from a total that is published beside its parts."""
    if not settings.check_privacy:
        return
    routes = {measure.id: route for measure, route in each(file)}
    for total, parts in _sums(file):
        for period in total.readings:
            if total.readings[period].value is None:
                continue
            hidden = [part for part in parts if _is_hidden(part, period)]
            if len(hidden) == 1 and all(_is_known(part, period) for part in parts if part is not hidden[0]):
                message = f"'{hidden[0].id}' for {period} can be worked out: '{total.id}' less its other parts"
                yield Diagnostic(
                    "suppressed-can-be-worked-out", message, (*routes[hidden[0].id], "readings", period.text)
                )
    for measure, route in each(file):
        yield from _quarters(measure, route)


def _sums(file: Measures) -> Iterator[tuple[Measure, list[Measure]]]:
    for total in file.measures:
        parts = [measure for measure in file.measures if measure.part_of == total.id]
        if parts:
            yield total, parts


def _is_hidden(measure: Measure, period: Period) -> bool:
    return period in measure.readings and measure.readings[period].symbol == "c"


def _is_known(measure: Measure, period: Period) -> bool:
    return period in measure.readings and measure.readings[period].value is not None


def _quarters(measure: Measure, route: Route) -> Iterator[Diagnostic]:
    """Quarters of a counted year: with the year and three of them known, the fourth is."""
    if measure.unit != "count" or measure.span not in (None, "period"):
        return
    for year in (
        period for period, reading in measure.readings.items() if period.kind == "year" and reading.value is not None
    ):
        inside = [period for period in measure.readings if period.kind == "quarter" and year.holds(period)]
        hidden = [period for period in inside if _is_hidden(measure, period)]
        if len(inside) == 4 and len(hidden) == 1:
            message = f"'{measure.id}' for {hidden[0]} can be worked out: {year} less its other quarters"
            yield Diagnostic("suppressed-can-be-worked-out", message, (*route, "readings", hidden[0].text))
