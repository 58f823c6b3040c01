"""The bodies that a sentence says keep watch over a plan, and how often they do."""

import re

from strategy_tracker.intake.documents.sentences import interval
from strategy_tracker.intake.draft import DraftBody

_BODY = re.compile(
    r"^(?:The |Our )?(?P<body>(?:[A-Z][\w'\u2019&-]*|of|and|for|the)(?: (?:[A-Z][\w'\u2019&-]*|of|and|for|the|to))* ?"
    r"\b(?:Board|Committee|Cabinet|Team|Forum|Partnership|Group|Panel|Council|Executive|Authority|Commission"
    r"|Assembly))(?: \([A-Z][A-Za-z]+\))?\s+(?P<rest>\S.*)$",
    re.DOTALL,
)
_HOW_OFTEN = re.compile(
    r"\b(?:(?P<words>(?:every|each) (?:(?:two|three|four|six|\d{1,2}) )?(?:weeks?|months?|quarters?|years?)"
    r"|twice a year|once a year|six[- ]monthly|half[- ]yearly"
    r"|quarterly|monthly|annually|yearly)|on an? (?P<basis>quarterly|monthly|annual|six[- ]monthly|yearly) basis)\b",
    re.IGNORECASE,
)


def body_of(text: str) -> list[DraftBody]:
    """The bodies of a paragraph that look at something at an interval; none where no clause says both."""
    found: list[DraftBody] = []
    for clause in re.split(r"(?<=[.;])\s+", text):
        body = _BODY.match(clause.strip())
        if not body:
            continue
        often = list(_HOW_OFTEN.finditer(body["rest"]))
        every = {interval((one["words"] or one["basis"]).replace("-", " ")) for one in often} - {""}
        if len(every) == 1:
            found.append(DraftBody(body["body"], every.pop()))
    return found
