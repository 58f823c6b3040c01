"""Text for the log of a build server, which obeys some of what it reads there: none of our text is obeyed."""

import re
from collections.abc import Callable, Iterable
from typing import Any, TextIO

_COMMAND = re.compile(
    r"((?:^|[\r\n])(?:[^\S\r\n]|[\u200b-\u200f\u2060\ufeff]|\x1b\[[0-9;]*m)*:):"  # GitHub trims blanks before it looks
    r"|(##(?:vso|teamcity)?)\["
)
"""How a command begins: `::` first in a line, `##[` anywhere, in Azure Pipelines and TeamCity with a name in it."""
_BLANK = re.compile(r"(?:\s|[\u200b-\u200f\u2060\ufeff]|\x1b\[[0-9;]*m)*(:?)")
_LONGEST = len("##teamcity")


def harmless(text: str, escape: Callable[[str], str] = lambda character: f"\\{character}") -> str:
    """Escapes the last character of whatever a build server would take for the beginning of a command.

    A reader sees a backslash there, unless the format has an `escape` of its own that keeps the value as it is.
    """
    return _COMMAND.sub(lambda found: (found[1] or found[2]) + escape(found[0][-1]), text)


def harmless_json(text: str) -> str:
    """Escapes commands in JSON: the values stay what they are."""
    return harmless(text, lambda character: f"\\u{ord(character):04x}")


def harmless_xml(text: str) -> str:
    """Escapes commands in XML: the values stay what they are."""
    return harmless(text, lambda character: f"&#{ord(character)};")


class WorkflowLog:
    """A stream to a build server's log: what is written is made harmless, also where a line comes in pieces."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._unfinished = ""
        """What the line so far may become a command with; nothing at its start."""

    def __getattr__(self, name: str) -> Any:
        """All but writing is the stream's own: its encoding, whether it is a terminal."""
        return getattr(self._stream, name)

    def write(self, text: str) -> int:
        """Writes a text in which nothing is a command."""
        made = harmless(self._unfinished + text)
        self._stream.write(made[len(self._unfinished) :])
        self._end(made)
        return len(text)

    def writelines(self, lines: Iterable[str]) -> None:
        """Writes texts one after the other."""
        for line in lines:
            self.write(line)

    def write_commands(self, text: str) -> None:
        """Writes commands of our own, which are meant to be obeyed."""
        self._stream.write(text)
        self._end(text)

    def _end(self, written: str) -> None:
        line = written[max(written.rfind("\n"), written.rfind("\r")) + 1 :]
        blank = _BLANK.fullmatch(line)
        self._unfinished = blank[1] if blank else f"-{line[-_LONGEST:]}"
