"""Finds slips with blanks, dashes and indentation, which a YAML parser notices on a later line, as something else."""

import re
from collections.abc import Callable
from typing import NamedTuple

from strategy_tracker.model.values import shown


class Slip(NamedTuple):
    """What is wrong, what to do, and where: line and column from 0."""

    message: str
    next_step: str
    line: int
    column: int


_DASHES = r"\s*(?:- +)*"
_KEY = re.compile(rf"({_DASHES})(\S+|'[^']*'|\"[^\"]*\"):(?:[ \t]+(?![#\s])(.*)|[ \t]*(?:#.*)?$)")
_TIGHT = re.compile(rf"{_DASHES}[A-Za-z_]+:(?!//)(?=[^ \t])")
_TIGHT_DASH = re.compile(r"\s*-(?=[A-Za-z'\"{\[])")
_OTHER_DASH = re.compile(r"\s*(?:([–—•·])|(\*)(?= ))")
_OTHER_BLANK = re.compile(r"[ \t]*(?:- *)?((?![ \t])\s)")
_HASH = re.compile(r"\s*[^\s#].*?[ \t](#[^\s#!=*~_+-].*)")


class ParserStop(NamedTuple):
    """The lines of a file, the place where the parser stopped, and the line where what it was reading begins."""

    lines: list[str]
    line: int
    column: int
    start: int

    @property
    def here(self) -> str:
        """The line it stopped on."""
        return self.lines[self.line]

    @property
    def before(self) -> str:
        """What stands on that line before the place."""
        return self.here[: self.column].strip()

    @property
    def above(self) -> int | None:
        """The nearest line above that holds more than a comment."""
        return next((number for number in range(self.line - 1, -1, -1) if _has_content(self.lines[number])), None)


def slip(problem: str, seen: ParserStop) -> Slip | None:
    """Find the slip behind a parser's `problem`; None where it is what the parser says."""
    look = next((look for part, look in _LOOKS if part in problem), None)
    return look(seen) if look else None


def _second_colon(seen: ParserStop) -> Slip | None:
    """There may be only one: the line is then read as part of the text above it."""
    lines, line, column, _ = seen
    above = seen.above
    if above is None or re.search(r":\s", seen.before):
        return None
    if found := _dash(lines, above) or _tight(lines, above) or _dash(lines, line):
        return found
    if " " in seen.before.removeprefix("- "):
        return Slip(
            "a ': ' in a text that goes on from the line above", "put quotes round the whole text", line, column
        )
    return _deeper(lines, line) or Slip(
        "this line is not 'key: value', and the next one is", "add the missing ':'", above, _indent(lines[above])
    )


def _deeper(lines: list[str], line: int) -> Slip | None:
    """The slip of a line that begins further right than the key above it, which has its value already."""
    keys = ((number, found) for number in range(line - 1, -1, -1) if (found := _KEY.match(lines[number])))
    number, found = next(keys, (0, None))
    if not found or not found[3] or _indent(lines[line]) <= len(found[1]):
        return None
    key = shown(found[2].strip("'\""))
    which = "the line above" if number == line - 1 else f"line {number + 1}"
    message = f"this line is indented deeper than {key} in {which}, which has its value already"
    return Slip(message, f"begin it in the same column as {key}", line, _indent(lines[line]))


def _neither(seen: ParserStop) -> Slip | None:
    return _dash(seen.lines, seen.start) or _tight(seen.lines, seen.start)


def _out_of_line(seen: ParserStop) -> Slip | None:
    lines, line, column, _ = seen
    here, above = seen.here, seen.above
    if seen.before:
        return _bracket_too_many(seen)
    if here.lstrip().startswith(": "):
        return Slip("nothing stands before the ':'", "write the key before it", line, column)
    if above is not None and not _KEY.match(here) and (cut := _HASH.match(lines[above])):
        message = "the text goes on after a '#', which begins a comment"
        return Slip(message, "put quotes round the whole text", above, cut.start(1))
    key = _KEY.match(here) and not here.lstrip().startswith("- ")
    return _dash(lines, line) or (_deeper(lines, line) if key else None)


def _bracket_too_many(seen: ParserStop) -> Slip | None:
    if seen.here[seen.column : seen.column + 1] not in ("]", "}"):
        return None
    next_step = "delete it, or put quotes round the text"
    return Slip("a closing bracket without its opening one", next_step, seen.line, seen.column)


def no_blank_after(key: str, line: int, column: int) -> Slip:
    """The slip of a `key` that holds its value as well, such as `on:2018`, and begins here; counted from 0."""
    colon = key.index(":")
    if key[colon + 1 : colon + 2].isspace():
        return _other_blank(line, column + colon + 1)
    return Slip("a blank is missing after ':'", "write 'key: value'", line, column + colon)


def _never_closed(seen: ParserStop) -> Slip | None:
    """A bracket that is closed after a '#' is not closed; nor does a text in it go on after a ': '."""
    for number in range(seen.start, min(seen.line + 1, len(seen.lines))):
        if (cut := _HASH.match(seen.lines[number])) and re.search(r"[\]},]", cut[1]):
            message = "the text goes on after a '#', which begins a comment"
            return Slip(message, "put quotes round the text with the '#'", number, cut.start(1))
    if seen.line == seen.start and seen.here[seen.column : seen.column + 2] == ": ":
        message = "a second ': ' before the next ','"
        return Slip(message, "put quotes round the text, or add the missing ','", seen.line, seen.column)
    return None


def _other_blank(line: int, column: int) -> Slip:
    return Slip("the blank after ':' is not a plain one", "delete it and type it again", line, column)


def _first_line(seen: ParserStop) -> Slip | None:
    first = next((text for text in seen.lines[: seen.line] if _has_content(text)), "")
    if not _indent(first) or seen.before:
        return None
    next_step = "begin both in the first column"
    return Slip("the first line is indented, and this one is not", next_step, seen.line, seen.column)


_Look = Callable[[ParserStop], Slip | None]
_LOOKS: tuple[tuple[str, _Look], ...] = (
    ("mapping values are not allowed", _second_colon),
    ("could not find expected ':'", _neither),
    ("simple key", _neither),
    ("expected <block end>", _out_of_line),
    ("expected key", _out_of_line),
    ("expected '-' indicator", _out_of_line),
    ("alphabetic or numeric", _neither),
    ("',' or ']'", _never_closed),
    ("',' or '}'", _never_closed),
    ("document start", _first_line),
)
"""Parts of what a parser says, and where to look then."""


def _dash(lines: list[str], line: int) -> Slip | None:
    """The slip of a line that begins with blanks of another kind, or a list item with something else than '- '."""
    if found := _OTHER_BLANK.match(lines[line]):
        next_step = "delete them and type them again"
        return Slip("the blanks this line begins with are not plain ones", next_step, line, found.start(1))
    if found := _TIGHT_DASH.match(lines[line]):
        return Slip("a blank is missing after '-'", "write '- ' before each list item", line, found.end() - 1)
    if found := _OTHER_DASH.match(lines[line]):
        mark = found[1] or found[2]
        return Slip(f"'{mark}' does not begin a list item", "write '- ' in its place", line, found.end() - 1)
    return None


def _tight(lines: list[str], line: int) -> Slip | None:
    """The slip of a line such as 'text:One'."""
    found = _TIGHT.match(lines[line])
    if not found:
        return None
    if lines[line][found.end()].isspace():
        return _other_blank(line, found.end())
    return Slip("a blank is missing after ':'", "write 'key: value'", line, found.end() - 1)


def _has_content(text: str) -> bool:
    return bool(text.strip()) and not text.lstrip().startswith("#")


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip())
