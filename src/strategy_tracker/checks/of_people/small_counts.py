"""Recognises in a text a count of people under the threshold: "two children", "3 girls", "a pair of siblings".

What a plan asks for is no count of what happened: "at least two young people", "one in four children".
"""

import re
from decimal import Decimal
from functools import cache

from strategy_tracker.checks.of_people.personal_data import NUMBERS

_OTHERS = {"a pair of": 2, "a couple of": 2, "both": 2}
_MANY = (
    r"children|girls|boys|siblings|twins|brothers|sisters|pupils|babies|infants|toddlers|teenagers|youngsters|"
    r"young (?:people|persons|women|men|carers|parents)|care leavers|students|patients|victims"
)
_ADULTS = r"people|persons|residents|women|men|adults|tenants|families|households|parents|mothers|fathers|carers"
_SINGLE = r"child|girl|boy|pupil|baby|toddler|teenager|young person|care leaver|sibling"
_ADJECTIVES = (
    r"(?:(?:of (?:the|our|these|those|them)|more|other|further|additional|remaining|new|young|little|older|younger|"
    r"local|disabled|deaf|autistic|vulnerable|looked[- ]after|care[- ]experienced|adopted|fostered|foster|"
    r"unaccompanied|trafficked|missing|homeless|excluded|refugee|black|white|asian|roma|traveller|male|female|adult|"
    r"school|primary|secondary|service|known|named|different|year \d{1,2}) ){0,3}"
)
_FOLLOWED = (
    r"(?!['’]|[ -](?:at a time|each|per|or (?:more|fewer|less)|a (?:year|month|week|day|quarter)|and (?:over|under))\b"
    r"|[-/])"
)
_HAPPENED = (
    r"(?= (?:who )?(?:were|was|have|had|died|left|moved|went|did|received|remained|reported|declined|became|came|"
    r"returned|refused|complained|told|said)\b)"
)
_WISHED = re.compile(
    r"(?:\b(?:least|most|than|under|over|up to|minimum of|maximum of|between|to|per|every|each|any|no|in|out of|ages?|"
    r"aged|years?|stage|phase|tier|level|band|grade|wave|cohort|group|figure|table|section|priority|progress|attainment|"
    r"entry|ks|nvq|class|type|category|include|including|involve|recruit|train|appoint|invite|select|where)|"
    r"[-–/+£$.,]) ?$",
    re.IGNORECASE,
)
"""What stands before a number that is a rule, a plan, a name or a share."""


@cache
def _form() -> re.Pattern[str]:
    number = rf"(?P<number>\d{{1,2}}|{'|'.join(NUMBERS)}|{'|'.join(_OTHERS)})"
    several = rf"(?<!\bone ){_ADJECTIVES}(?:(?:{_MANY})\b{_FOLLOWED}|(?:{_ADULTS})\b{_FOLLOWED}{_HAPPENED})"
    single = rf"(?<=\bone ){_ADJECTIVES}(?:{_SINGLE}|of (?:the|our|these|those|them) (?:{_MANY}))\b{_HAPPENED}"
    return re.compile(rf"(?<![\w.,/–-]){number} (?:{several}|{single})", re.IGNORECASE)


def tells_a_small_count(text: str, threshold: Decimal) -> bool:
    """Say whether a text counts people, fewer than the threshold and more than none."""
    for found in _form().finditer(text):
        before = text[max(0, found.start() - 24) : found.start()]
        if 0 < _number(found["number"].casefold()) < threshold and not _WISHED.search(before):
            return True
    return False


def _number(text: str) -> int:
    return int(text) if text.isdigit() else _OTHERS.get(text) or NUMBERS.index(text) + 1
