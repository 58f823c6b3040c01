"""Refuses bytes that are no readable text before a parser sees them: UTF-16, marks nobody can see, a conflict."""

import re

from strategy_tracker.diagnostics import Diagnostic, Position


class Unreadable(Exception):
    """A file cannot be read past this place, or not be used at all; `line` and `column` count from 0."""

    def __init__(self, code: str, message: str, line: int = 0, column: int = 0, next_step: str = "") -> None:
        super().__init__(message)
        self.code, self.message, self.line, self.column, self.next_step = code, message, line, column, next_step

    def diagnostic(self) -> Diagnostic:
        """Give the diagnostic of this fault, at its place."""
        here = Position(self.line + 1, self.column + 1, self.line + 1, self.column + 2)
        return Diagnostic(self.code, self.message, next_step=self.next_step, position=here)


# C0 and C1 controls, DEL, line separators that editors do not show, and marks that turn the reading direction
_UNSEEN = re.compile(
    rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|\xc2[\x80-\x9f]|\xe2\x80[\xa8\xa9\xaa-\xae]|\xe2\x81[\xa6-\xa9]|(?<!\A)\xef\xbb\xbf|\xef\xbf[\xbe\xbf]"
)
_CONFLICT = re.compile(rb"^(<{7}|={7}|>{7}|\|{7})(?= |\r?$)", re.MULTILINE)


def check_text(data: bytes) -> None:
    """Raise `Unreadable` for bytes that are not readable text, before any parser sees them."""
    # UTF-16 has a byte order mark, or a zero in every second byte of its first letters
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or data[:4].count(b"\0") >= 2:
        raise Unreadable("not-utf8", "the file is UTF-16, not UTF-8")
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Unreadable("not-utf8", "the text is not UTF-8 from here on", *_place(data, error.start)) from None
    unseen = _UNSEEN.search(data) if _may_hide(data) else None
    if unseen:
        name = f"U+{ord(unseen[0].decode()):04X}"
        raise Unreadable("control-character", f"a character nobody can see ({name})", *_place(data, unseen.start()))
    if b"<<<<<<< " in data:
        conflict = _CONFLICT.search(data)
        if conflict:
            raise Unreadable(
                "conflict-marker", "an unresolved merge conflict begins here", *_place(data, conflict.start())
            )


_CONTROLS = bytes({*range(0x20), 0x7F} - set(b"\t\n\r"))
_PREFIXED = tuple(
    map(re.compile, (rb"\xc2[\x80-\x9f]", rb"\xe2\x80[\xa8-\xae]", rb"\xe2\x81[\xa6-\xa9]", rb"\xef[\xbb\xbf]"))
)


def _may_hide(data: bytes) -> bool:
    """Whether `_UNSEEN` can find anything: a hundred times quicker than looking for it letter by letter."""
    if len(data.translate(None, _CONTROLS)) != len(data):
        return True
    return not data.isascii() and any(pattern.search(data) for pattern in _PREFIXED)


def _place(data: bytes, offset: int) -> tuple[int, int]:
    before = data[:offset].decode("utf-8", "replace").removeprefix("\ufeff")
    lines = re.split("\r\n|\r|\n", before)
    return len(lines) - 1, len(lines[-1])
