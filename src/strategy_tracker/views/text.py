"""Plain text for any output: harmless to a terminal, a page and a spreadsheet, and counted or closed as English."""

from collections.abc import Sequence
from typing import Protocol

from strategy_tracker.model.names.joined import commas, listed
from strategy_tracker.model.names.labels import Label, label, phrase
from strategy_tracker.model.names.unseen import UNSEEN

NOBODY = phrase("nobody-is-named")
"""Stands where an owner would."""


NO_REASON = phrase("no-reason")
"""Stands where the reason of a recorded move would be."""
NOT_CONFIRMED = phrase("drafted-by-a-machine")
"""Stands beside what is marked as drafted."""


def owner_words(owners: Sequence[str], owner_from: str | None = None) -> str:
    """Names the owners, with whose they are where a thing names none: `Head of Parks (for the priority)`."""
    if not owners:
        return NOBODY
    named = listed(owners)
    return phrase("owner-of-the", owner=named, level=owner_from) if owner_from else named


class Approval(Protocol):
    """What somebody may have agreed to: who did, and which minute that stands in, as far as it is on record."""

    @property
    def approved_by(self) -> str | None:
        """The body or post that agreed."""

    @property
    def minute(self) -> str | None:
        """Which minute it is, or that there is none."""


def approval_words(one: Approval) -> str:
    """Write who agreed, and in which minute: `Housing Board, minute 14.2 of 2026-10-12`."""
    return commas([part for part in (one.approved_by, one.minute) if part]) or phrase("no-approval")


def accepted_words(by: str | None, on: str | None) -> str:
    """Write `accepted by Housing Board on 2026-01-12`; empty where nobody accepted anything."""
    if not by:
        return ""
    return (
        phrase("accepted-by-when", who=by, when=phrase("on-the-day", day=on)) if on else phrase("accepted-by", who=by)
    )


def visible(text: str) -> str:
    """Replaces every character that cannot be seen with a mark; line breaks stay."""
    return UNSEEN.sub("\ufffd", text)


def one_line(text: str) -> str:
    """Puts a text on one line, with what cannot be seen replaced."""
    return " ".join(visible(text).split())


def folded(text: str, width: int) -> str:
    """Breaks lines that are wider than `width` columns between words, never inside one; they go on a little indented.

    A blank at the end, where an answer is typed, stays.
    """
    return "\n".join(part for line in text.split("\n") for part in _folded(line, width))


def _folded(line: str, width: int) -> list[str]:
    if columns(line) <= width or not line.strip():
        return [line]
    margin = line[: min(len(line) - len(line.lstrip()), max(width - 4, 0))]  # no wider than leaves room for words
    first, *others = line.split()
    parts = [margin + first]
    for word in others:
        if columns(parts[-1]) + 1 + columns(word) <= max(width, len(margin) + 3):
            parts[-1] += f" {word}"
        else:
            parts.append(f"{margin}  {word}")
    return [*parts[:-1], parts[-1] + line[len(line.rstrip()) :]]


def columns(text: str) -> int:
    """The columns that a text takes on a terminal: two for a sign of East Asia, none for a mark above another sign."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def cut(text: str, width: int) -> str:
    """Ends a text that is wider than `width` columns at a whole word, with `…`; a first word too wide is cut."""
    if columns(text) <= width:
        return text
    kept = ""
    for word in text.split():
        longer = f"{kept} {word}" if kept else word
        if columns(longer) + 2 > width:
            break
        kept = longer
    if kept:
        return f"{kept.rstrip(',;:–-')} …"
    while text and columns(text) >= width:
        text = text[:-1]
    return f"{text}…"


def fitting(title: str, short: str | None, width: int) -> str:
    """Gives a title in `width` columns: whole, else the short one that its file has, else cut at a word."""
    return title if columns(title) <= width else cut(short or title, width)


def cut_inside(text: str, width: int) -> str:
    """Shortens a name to `width` columns from the inside: of a committee the last words say most."""
    first, last = text.split()[:-2], text.split()[-2:]
    if columns(text) <= width or not first:
        return cut(text, width)
    end = " ".join(last)
    room = width - columns(end) - 1
    start = cut(f"{' '.join(first)} {end}", room) if columns(first[0]) + 2 <= room else ""
    return f"{start} {end}" if start else cut(text, width)


def file_name(text: str) -> str:
    """Writes the name of a file on one line: a line break in it cannot pretend to be another message."""
    return visible(text).replace("\n", "\ufffd")


def counted(number: int, one: str, many: str = "") -> str:
    """Writes a number with its noun: `1 action`, `2 actions`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def in_words(number: int) -> str:
    """Writes a small number as people say it: `two`, and `12` beyond ten."""
    return _WORDS[number] if number < len(_WORDS) else f"{number:,}"


_ENDS = (".", "!", "?", "…")


def sentence(text: str) -> str:
    """Makes a sentence of a text: a capital letter first, a full stop last unless it has its own sign."""
    if isinstance(text, Label):  # one of ours stays known by its name
        made = label(text.name, **text.values)
        return made if made.endswith(_ENDS) else phrase("ended", told=made)
    text = text.strip()
    return text[:1].upper() + text[1:] + ("" if text.endswith(_ENDS) else ".")
