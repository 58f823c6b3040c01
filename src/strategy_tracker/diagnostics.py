"""What can be wrong in a file: diagnostics, where they point, and the catalogue of their codes.

All words of a code stand in `texts/<code>.md`. They are read only where they are shown, so that checking a portfolio in
which nothing is wrong reads none of them.
"""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache
from typing import Literal, NamedTuple

Severity = Literal["error", "warning", "advice"]
Route = tuple[str | int, ...]
"""Keys and list indexes from the top of a file to the thing meant."""

ORDER: dict[Severity, int] = {"error": 0, "warning": 1, "advice": 2}


class Position(NamedTuple):
    """A place in a file for people and editors: lines and columns count characters from 1."""

    line: int
    column: int
    end_line: int
    end_column: int


class Diagnostic(NamedTuple):
    """One thing wrong, or worth knowing, at one place.

    The code that finds it names a route; `store` adds the file, the position, the source line and
    the severity that the portfolio's settings give the code, and `known`, the earlier moment that the file is of.
    `more` is how many of its code in its file stand for themselves no longer, because this is the last one listed.
    """

    code: str
    message: str
    route: Route = ()
    next_step: str = ""
    file: str = ""
    position: Position | None = None
    source: str = ""
    severity: Severity = "error"
    at_key: bool = False
    known: str = ""
    more: int = 0

    @property
    def place(self) -> str:
        """The file, with the moment it is of where that is not today."""
        return f"{self.file} ({self.known})" if self.known else self.file

    @property
    def help(self) -> str:
        """The next step: its own, or the one of its code; and how many more there are that are not listed."""
        step = self.next_step or read_explanation(self.code).next_step
        return f"{step}; {self.more:,} more like this in this file, which --all lists" if self.more else step


LISTED = 100
"""Diagnostics of one code in one file that are listed; whoever mends the first hundred knows how the rest is mended."""


def first_of_each(found: Iterable[Diagnostic], most: int = LISTED) -> list[Diagnostic]:
    """Keep the first diagnostics of each code in each file, the last of which says how many more there are."""
    kept: list[Diagnostic] = []
    last: dict[tuple[str, str], int] = {}
    seen: Counter[tuple[str, str]] = Counter()
    for item in found:
        kind = (item.file, item.code)
        seen[kind] += 1
        if seen[kind] <= most:
            last[kind] = len(kept)
            kept.append(item)
        else:
            place = last[kind]
            kept[place] = kept[place]._replace(more=kept[place].more + 1 + item.more)
    return kept


def how_many(found: Iterable[Diagnostic]) -> Counter[Severity]:
    """Count diagnostics by severity, with those that are not listed."""
    counts: Counter[Severity] = Counter()
    for item in found:
        counts[item.severity] += 1 + item.more
    return counts


class Code(NamedTuple):
    """An entry of the catalogue. A `fixed` code means something could not be read: it stays an error."""

    severity: Severity
    fixed: bool = False


UNREAD, ERROR, WARNING, ADVICE = Code("error", fixed=True), Code("error"), Code("warning"), Code("advice")

CODES: dict[str, Code] = {
    # the file itself
    "not-a-file": UNREAD,
    "outside-root": UNREAD,
    "unreadable": UNREAD,
    "too-big": UNREAD,
    "empty-file": UNREAD,
    "not-utf8": UNREAD,
    "control-character": UNREAD,
    "conflict-marker": UNREAD,
    "tab-indentation": UNREAD,
    "yaml-syntax": UNREAD,
    "duplicate-key": UNREAD,
    "key-refused": UNREAD,
    "tag-refused": UNREAD,
    "alias-refused": UNREAD,
    "second-document": UNREAD,
    "too-deep": UNREAD,
    # the shape of what was written
    "wrong-shape": UNREAD,
    "unknown-key": UNREAD,
    "missing-key": UNREAD,
    "wrong-type": UNREAD,
    "not-a-choice": UNREAD,
    "empty-text": UNREAD,
    "not-a-date": UNREAD,
    "impossible-date": UNREAD,
    "not-an-interval": UNREAD,
    "distance-without-unit": UNREAD,
    "not-a-number": UNREAD,
    "not-an-id": UNREAD,
    "not-a-period": UNREAD,
    "ambiguous-period": UNREAD,
    "not-a-year-end": UNREAD,
    "not-a-version": UNREAD,
    "needs-a-newer-version": UNREAD,
    "not-a-currency": UNREAD,
    "not-a-language": UNREAD,
    "not-a-colour": UNREAD,
    "not-an-address": UNREAD,
    "no-such-file": UNREAD,
    "wrong-kind-of-file": UNREAD,
    "unknown-code": UNREAD,
    "fixed-severity": UNREAD,
    # what belongs together
    "wording-without-brackets": ERROR,
    "duplicate-id": ERROR,
    "unknown-reference": ERROR,
    "under-too-deep": ERROR,
    "dates-out-of-order": ERROR,
    "percentage-disagrees": ERROR,
    "part-over-whole": ERROR,
    "out-of-range": ERROR,
    "overlapping-targets": ERROR,
    "same-period-twice": ERROR,
    "percent-of-zero": ERROR,
    "distance-unit": ERROR,
    "two-rules": ERROR,
    "rule-incomplete": ERROR,
    "floor-beyond-target": ERROR,
    "limits-do-not-fit": ERROR,
    "amber-inside-green": ERROR,
    "impossible-target": ERROR,
    "empty-reading": ERROR,
    "half-a-fraction": ERROR,
    "mixed-reading": ERROR,
    "allow-without-reason": ERROR,
    "register-file-gone": ERROR,
    # what must not be read by others (only where it is asked for)
    "personal-data": ERROR,
    "small-number": ERROR,
    "suppressed-can-be-worked-out": ERROR,
    "no-threshold": ERROR,
    "small-count-in-words": WARNING,
    "small-number-kept": ADVICE,
    # smells
    "cut-at-hash": WARNING,
    "number-like-text": WARNING,
    "due-before-start": WARNING,
    "due-after-end": WARNING,
    "due-already-past": WARNING,
    "due-on-weekend": WARNING,
    "due-dates-crowd": WARNING,
    "owner-crowd": WARNING,
    "dated-in-future": WARNING,
    "period-not-over": WARNING,
    "count-with-a-part": WARNING,
    "red-without-note": WARNING,
    "baseline-not-known": WARNING,
    "halted-without-reason": WARNING,
    "withdrawn-without-reason": WARNING,
    "suspended-without-reason": WARNING,
    "defaults-differ": WARNING,
    "unknown-group": ERROR,
    "shares-do-not-add-up": ERROR,
    "groups-do-not-add-up": WARNING,
    "parts-do-not-add-up": WARNING,
    "group-missing": WARNING,
    "rag-on-closed": WARNING,
    "no-change-unclear": WARNING,
    "accepted-by-itself": WARNING,
    "accepted-unfinished": WARNING,
    "complete-without-evidence": WARNING,
    "evidence-changed": WARNING,
    "resolution-unknown": WARNING,
    "approval-not-agreed": WARNING,
    "ask-about-nothing": WARNING,
    "ask-answered-twice": WARNING,
    "resolution-late": WARNING,
    "ask-without-answer": ADVICE,
    "approval-without-minute": ADVICE,
    "changed-since-approved": ADVICE,
    "reserved-changed": WARNING,
    "milestone-after-due": WARNING,
    "moved-nowhere": WARNING,
    "id-used-again": WARNING,
    "date-moved-quietly": WARNING,
    "target-changed-quietly": WARNING,
    "moved-without-record": WARNING,
    "moved-without-reason": WARNING,
    "shown-after-withheld": WARNING,
    "code-used-twice": WARNING,
    "comparator-disagrees": WARNING,
    "unused-allow": WARNING,
    # gaps
    "comparator-out-of-date": ADVICE,
    "no-owner": ADVICE,
    "undated-deliverable": ADVICE,
    "no-measures": ADVICE,
    "no-governance": ADVICE,
    "no-review-interval": ADVICE,
    "no-period": ADVICE,
    "empty-priority": ADVICE,
    "never-read": ADVICE,
    "no-direction": ADVICE,
    "no-amber-boundary": ADVICE,
    "unused-measure": ADVICE,
    "name-spelled-otherwise": ADVICE,
    "look-alike-letters": ADVICE,
    "unportable-name": ADVICE,
    "dated-tomorrow": ADVICE,
    "same-text": ADVICE,
    "same-words-again": ADVICE,
    "update-dated-back": ADVICE,
    "owner-changed-quietly": ADVICE,
    "wording-changed-quietly": ADVICE,
    "no-word-for-several": ADVICE,
}
"""Every code, with its severity and whether that is fixed, in the order in which people are shown them."""

TABLE_CODES: tuple[str, ...] = (
    "not-a-date-in-a-cell",
    "no-such-day",
    "number-as-day",
    "short-year",
    "last-month",
    "two-owners",
    "person-in-owner",
    "colour-between",
    "colour-by-fill-without-key",
    "colour-by-rule",
    "two-meanings",
    "not-a-state",
    "two-frequencies",
    "not-an-interval-in-a-cell",
    "not-a-direction",
    "no-period-in-a-table",
    "two-periods",
    "no-figure-yet",
    "bound-not-a-number",
    "bound-as-target",
    "not-a-number-in-a-cell",
    "two-figures",
    "percent-or-fraction",
    "percent-format",
    "decimal-commas",
    "star-as-suppressed",
    "formula-value",
    "formula-error",
    "no-value",
    "worked-out",
    "no-place-for-it",
    "status-not-taken",
    "total-row",
    "hidden-row",
    "hidden-column",
    "struck-out",
    "row-left-out",
    "repeated-heading",
    "unused-form-row",
    "note-on-a-cell",
    "sheet-left-out",
    "made-priority",
    "no-day",
    "no-unit",
    "words-differ",
    "figures-differ",
    "parts-differ",
    "id-unknown",
    "not-on-record",
    "figure-differs",
    "target-differs",
    "field-differs",
    "row-copied",
    "row-gone",
    "no-id",
    "cell-changed-twice",
    "cell-emptied",
    "moved-without-why",
    "update-not-taken",
    "which-area",
    "section-left-out",
    "not-told-apart",
    "titles-in-order",
    "figure-in-prose",
    "two-dates",
    "date-of-what",
    "interval-in-a-sentence",
    "change-as-target",
    "no-bullet",
    "part-of-item",
    "said-twice",
    "unlike-the-others",
)
"""What is said of a table or a document that is brought in; nothing of it is a fault of the portfolio."""


class Explanation(NamedTuple):
    """All words of a code: what it means, why that matters, lines that give it, the same lines mended, the next step.

    `place` says where the lines stand ("in an action"). The tests put them there, in a small portfolio: the example
    must give the code, and the mended lines must give no error. Those of a code of tables are a table, or a document.
    """

    meaning: str
    why: str
    place: str
    example: str
    mended: str
    next_step: str


_FORM = r"""# \S+

(?P<meaning>.+?)

## Why it matters

(?P<why>.+?)

## For example, (?P<place>[^\n]+)

```(?:yaml|text)
(?P<example>.+?)
```

## Mended

```(?:yaml|text)
(?P<mended>.+?)
```

## Next step

(?P<next_step>.+)
"""


def too_old(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Those that say the program is too old for the files: what it makes of the rest would only mislead."""
    return [item for item in found if item.code == "needs-a-newer-version"]


@cache
def read_explanation(code: str) -> Explanation:
    """The explanation of a code (a key of `CODES`), from its file in `texts`, whose paragraphs may be wrapped."""
    from importlib.resources import files  # 3 ms, which a portfolio without findings is spared

    text = files("strategy_tracker").joinpath("texts", f"{code}.md").read_text(encoding="utf-8")
    found = re.fullmatch(_FORM, text, re.DOTALL)
    assert found, f"{code}.md has other parts than the rest"
    parts = found.groupdict()
    return Explanation(**parts | {key: " ".join(parts[key].split()) for key in ("meaning", "why", "next_step")})
