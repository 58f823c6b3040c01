"""Text that leaves us is made harmless: nothing in a name or a note may steer a terminal, a page or a spreadsheet."""

import re

UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]")
"""Characters that steer what is seen, as the reader refuses them in a file; file names can still bring them in."""


def visible(text: str) -> str:
    """`text` with every character that cannot be seen shown as a replacement mark; line breaks stay."""
    return UNSEEN.sub("\ufffd", text)


def one_line(text: str) -> str:
    """`text` on one line."""
    return " ".join(visible(text).split())


def file_name(text: str) -> str:
    """The name of a file on one line: a line break in it cannot pretend to be another message."""
    return visible(text).replace("\n", "\ufffd")


def counted(number: int, one: str, many: str = "") -> str:
    """`1 action`, `2 actions`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
