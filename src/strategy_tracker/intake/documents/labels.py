"""Labels before a text, as in `Lead: Head of Housing` and `By when: March 2027`, and what each says."""

import re
from functools import lru_cache
from typing import NamedTuple

from strategy_tracker.intake.cells.words import Role, meaning
from strategy_tracker.intake.documents.parts import is_listed
from strategy_tracker.intake.headings import read_heading
from strategy_tracker.model.dates.period import MARCH

_LABEL = re.compile(
    r"^[*_ ]*(?P<label>[^\W\d_][\w '\u2019/&()-]{0,44}?)[*_ ]*(?P<sign>:|\s[-\u2013\u2014](?=\s)|\t)[*_"
    r" ]*(?P<value>\S.*)?$",
    re.DOTALL,
)
_ROLES: frozenset[Role] = frozenset(
    {
        "owner", "partners", "due", "starts", "state", "rag", "updates", "evidence", "every", "note", "priority",
        "text", "title", "target", "baseline", "reading", "outcome", "definition", "source", "frequency", "id",
        "unit", "better", "done",
    }
)  # fmt: skip


class LineLabel(NamedTuple):
    """What stands before the colon, what it says, and what stands behind it."""

    words: str
    role: Role
    value: str


@lru_cache(maxsize=4096)
def label_of(text: str) -> LineLabel | None:
    """The label of a text; None where it begins with none that is known."""
    found = _LABEL.match(text.strip())
    if not found:
        return None
    words = found["label"].strip()
    heading = read_heading(words, MARCH)
    owner = re.fullmatch(r"(?:\w+ ){0,2}(?:lead|owner|sponsor|champion)s?", words.casefold())
    role: Role | str = heading.role if heading.certain else "owner" if owner else ""
    if meaning("heading", words) == "" and not owner:
        return None
    if role not in _ROLES or (found["sign"] != ":" and role not in ("owner", "due", "partners")):
        return None
    return LineLabel(words, role, (found["value"] or "").strip())


def is_private(text: str) -> bool:
    """Whether a line says who somebody is and how to reach them."""
    label = text.partition(":")[0].casefold().strip(" *_")
    return ":" in text and is_listed("private label", label)
