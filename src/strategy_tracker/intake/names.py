"""What a plan is called and whose it is, as its cover or the rows above its tables say."""

import re
from collections.abc import Iterator

from strategy_tracker.intake.cells.words import is_placeholder
from strategy_tracker.intake.layout.found_table import FoundTable
from strategy_tracker.intake.outline import TableFile

_PLAN = re.compile(
    r"\b(plan|strategy|strategies|programme|tracker|framework|okrs?|action log|roadmap|vision|charter)\b",
    re.IGNORECASE,
)
_PART = re.compile(
    r"\s*[:\u2013-]\s*(actions?|action plan|measures?|indicators|kpis?|score ?card|dashboard|performance|tracker|log"
    r"|data)\s*$",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"\b(council|county|borough|city of|university|college|school|academy|trust|nhs|police|constabulary|authority|"
    r"agency|association|foundation|charity|society|ministry|department of|government|commission|partnership|"
    r"corporation|institute|board of|fire and rescue|ltd|limited|inc|stadt|landkreis|gemeinde|mairie|commune|cyngor)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[.?!]$|\b(is|are|was|were|has|have|will|please|this|these)\b", re.IGNORECASE)


def title_of(source: TableFile, tables: dict[str, list[FoundTable]]) -> str:
    """The title of the plan: the best of the texts on covers and above tables; empty where none is one."""
    ranked = [
        (rank_of_title(text, first=not place), -place, _PART.sub("", text).strip())
        for place, text in enumerate(_texts(source, tables))
    ]
    rank, _, title = max(ranked, default=(0, 0, ""))
    return title if rank > 0 else ""


def rank_of_title(text: str, *, first: bool) -> int:
    """How much a text is like the title of a plan, 0 where it cannot be one; `first`: none stands before it."""
    words = len(text.split())
    if not 1 < words <= 16 or _SENTENCE.search(text) or is_placeholder(text) or re.fullmatch(r"[A-Z0-9_-]+", text):
        return 0
    if re.match(r"(version|rag|key|date|note|page|sheet|status|reporting)\b", text, re.IGNORECASE):
        return 0
    rank = 1 + 3 * bool(_PLAN.search(text)) - 2 * bool(_BODY.search(text) and not _PLAN.search(text)) + first
    return rank + bool(re.search(r"\b20\d\d\b", text)) - bool(_PART.search(text)) + (words > 3)


def organisation_of(source: TableFile, tables: dict[str, list[FoundTable]]) -> str:
    """The body whose plan it is, where a short text on a cover or above a table names one."""
    for text in _texts(source, tables):
        if is_a_body(text):
            return text
    return ""


def is_a_body(text: str) -> bool:
    """Whether a short text names a body, and no plan of it."""
    few = 1 < len(text.split()) <= 8
    return bool(few and _BODY.search(text) and not _PLAN.search(text) and not _SENTENCE.search(text))


def _texts(source: TableFile, tables: dict[str, list[FoundTable]]) -> Iterator[str]:
    """The texts on sheets without a table, as long as they are few, and above the first table of the others."""
    for sheet in source.sheets:
        if sheet.hidden:
            continue
        found = tables.get(sheet.name) or []
        end = found[0].headings[0] if found else 40
        for row in sorted(number for number in sheet.rows if number < end):
            cells = sheet.words(row)
            if len(cells) <= (2 if found else 3):
                yield from (" ".join(cell.text.split()) for cell in cells.values() if cell.kind == "text")
