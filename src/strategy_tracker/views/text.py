"""Plain text for any output: harmless to a terminal, a page and a spreadsheet, and counted or closed as English."""

import re

UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]")
"""Characters that steer what is seen, as the reader refuses them in a file; file names can still bring them in."""


def visible(text: str) -> str:
    """Replaces every character that cannot be seen with a mark; line breaks stay."""
    return UNSEEN.sub("\ufffd", text)


def one_line(text: str) -> str:
    """Puts a text on one line, with what cannot be seen replaced."""
    return " ".join(visible(text).split())


def file_name(text: str) -> str:
    """Writes the name of a file on one line: a line break in it cannot pretend to be another message."""
    return visible(text).replace("\n", "\ufffd")


def counted(number: int, one: str, many: str = "") -> str:
    """Writes a number with its noun: `1 action`, `2 actions`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def sentence(text: str) -> str:
    """Makes a sentence of a text: a capital letter first, a full stop last unless it has its own sign."""
    text = text.strip()
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "!", "?", "…")) else ".")
