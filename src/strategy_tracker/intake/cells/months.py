"""The names of months in the languages whose headings are known here, to English, where the whole text is a date."""

import re

from strategy_tracker.intake.cells.words import meaning

_DATE = re.compile(
    r"(?:(?P<day>[0-9]{1,2})(?:\.|er|º)?\s*(?:de\s+)?)?(?P<month>[^\W\d_]{3,})\.?(?:\s+del?)?\s+(?P<year>[0-9]{4})"
)


def in_english(text: str) -> str:
    """The same date with the month in English: `31. März 2026` is `31 March 2026`; any other text as it stands."""
    found = _DATE.fullmatch(text.strip())
    month = meaning("month", found["month"]) if found else ""
    return " ".join(filter(None, (found["day"], month.title(), found["year"]))) if found and month else text
