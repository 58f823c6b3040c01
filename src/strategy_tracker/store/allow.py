"""Comments that silence one diagnostic on one line, with a reason: `# allow due-on-weekend: a Saturday fair`."""

import re
from collections.abc import Iterable

from strategy_tracker.diagnostics import CODES, Diagnostic, Position
from strategy_tracker.store.positions import lines_of

_ALLOW = re.compile(r"(?:^|\s)# allow ([a-z0-9-]+)(?::\s*(\S.*))?")
MARK = b"# allow "
"""Bytes without which a file holds no such comment."""


def heed(found: Iterable[Diagnostic], data: bytes, file: str) -> list[Diagnostic]:
    """The diagnostics of one file without the ones its comments silence, and with the comments that are wrong."""
    kept = list(found)
    lines = lines_of(data)
    for number, line in enumerate(lines, 1):
        comment = _ALLOW.search(line)
        if not comment:
            continue
        here = Position(number, comment.start(1) + 1, number, comment.end(1) + 1)
        code, reason = comment.groups()
        target = _target(lines, number)
        silenced = [item for item in kept if item.code == code and item.position and item.position.line == target]
        if not reason:
            kept.append(
                Diagnostic("allow-without-reason", f"'{code}' is silenced without a reason", (), "", file, here, line)
            )
        elif code in CODES and CODES[code].fixed and silenced:
            continue
        elif silenced:
            kept = [item for item in kept if item not in silenced]
        else:
            kept.append(Diagnostic("unused-allow", f"there is no '{code}' here to silence", (), "", file, here, line))
    return kept


def _target(lines: list[str], number: int) -> int:
    """The line a comment speaks of: its own, or the next one that is not a comment."""
    if not lines[number - 1].lstrip().startswith("#"):
        return number
    for later in range(number, len(lines)):
        text = lines[later].strip()
        if text and not text.startswith("#"):
            return later + 1
    return number
