"""Comments that silence one diagnostic on one line, with a reason: `# allow due-on-weekend: a Saturday fair`.

The same words inside a quoted or a block text are a part of that text.
"""

import re
from collections.abc import Collection, Iterable

from strategy_tracker.diagnostics import CODES, Diagnostic, Position
from strategy_tracker.files.comments import in_texts
from strategy_tracker.files.positions import lines_of

_ALLOW = re.compile(r"(?:^|\s)# allow ([a-z0-9-]+)(?::\s*(\S.*))?")
MARK = b"# allow "
"""Bytes without which a file holds no such comment."""


def heed(found: Iterable[Diagnostic], data: bytes, file: str, unasked: Collection[str] = ()) -> list[Diagnostic]:
    """The diagnostics of one file without the ones its comments silence, and with the comments that are wrong.

    A comment is not unused where its code is one of the `unasked`, which were not looked for this time.
    """
    lines = lines_of(data)
    targets = _targets(lines)
    in_text = in_texts(data) if MARK in data else None
    left: dict[tuple[int, str], list[Diagnostic]] = {}
    for item in found:
        left.setdefault((item.position.line if item.position else 0, item.code), []).append(item)
    wrong: list[Diagnostic] = []
    for number, line in enumerate(lines, 1):
        comment = _ALLOW.search(line)
        while comment and in_text and in_text(number, comment.start(1) + 1):
            comment = _ALLOW.search(line, comment.end(1))
        if not comment:
            continue
        here = Position(number, comment.start(1) + 1, number, comment.end(1) + 1)
        code, reason = comment.groups()
        meant = (targets[number - 1], code)
        if not reason:
            wrong.append(
                Diagnostic("allow-without-reason", f"'{code}' is silenced without a reason", (), "", file, here, line)
            )
        elif meant in left:
            if not CODES[code].fixed:
                del left[meant]
        elif code not in unasked:
            wrong.append(Diagnostic("unused-allow", f"there is no '{code}' here to silence", (), "", file, here, line))
    return [item for items in left.values() for item in items] + wrong


def _targets(lines: list[str]) -> list[int]:
    """For each line, the one a comment on it speaks of: its own, or the next one that is not a comment."""
    targets: list[int] = []
    following = 0
    for number in range(len(lines), 0, -1):
        text = lines[number - 1].strip()
        if text and not text.startswith("#"):
            following = number
            targets.append(number)
        else:
            targets.append(following or number)
    return targets[::-1]
