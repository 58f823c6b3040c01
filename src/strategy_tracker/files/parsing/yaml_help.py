"""Says what a YAML parser's complaint means, to somebody who does not know YAML."""

import re
from typing import Any

from strategy_tracker.files.parsing.check_text import Unreadable
from strategy_tracker.files.parsing.yaml_slips import ParserStop, slip

# Parts of what libyaml 0.2.5 and the Python parser of ruamel.yaml 0.19 say; the first that fits counts. Should a new
# version say it in other words, the general sentence at the end of `_words` stands in.
_TEXTS: tuple[tuple[str, str, str], ...] = (
    ("mapping values are not allowed", "a second ': ' on this line", "put quotes round the text after the first ': '"),
    (
        "could not find expected ':'",
        "this line is neither 'key: value' nor part of a list",
        "add the missing ':' or indent the line",
    ),
    ("simple key", "this line is neither 'key: value' nor part of a list", "add the missing ':' or indent the line"),
    (
        "unexpected end of stream",
        "a quote is opened and never closed",
        "close it, or double it if it is part of the text",
    ),
    ("unknown escape", "a backslash inside double quotes means something else", "use single quotes"),
    ("hexdecimal", "a backslash inside double quotes means something else", "use single quotes"),
    ("escape", "a backslash inside double quotes means something else", "use single quotes"),
    ("expected <block end>", "this line is not in line with the ones above", "indent it like its neighbours"),
    ("expected key", "this line is not in line with the ones above", "indent it like its neighbours"),
    ("sequence entries are not allowed", "a list item cannot begin here", "put '- ' on a line of its own"),
    ("expected '-' indicator", "this line is not in line with the list above", "begin it with '- ' or indent it"),
    ("',' or ']'", "a ',' or the closing ']' is missing in a list in square brackets", "add the missing ',' or ']'"),
    ("',' or '}'", "a ',' or the closing '}' is missing in a map in curly brackets", "add the missing ',' or '}'"),
    (
        "node content",
        "a value is missing or begins with a mark that has a meaning in YAML",
        "put quotes round it",
    ),
    ("expected ' '", "quotes or brackets end, and text goes on", "put the whole text in quotes"),
    ("comment or", "the text after '|' or '>' belongs on the next line", "begin a new line after it"),
    ("chomping or indentation", "the text after '|' or '>' belongs on the next line", "begin a new line after it"),
    ("non-alphabetical", "'%' at the beginning of a line has a meaning in YAML", "put quotes round the text"),
    ("alphabetic", "'&' and '*' at the beginning of a value have a meaning in YAML", "put quotes round the text"),
    ("mapping keys are not", "'?' at the beginning of a value has a meaning in YAML", "put quotes round the text"),
    ("directive", "'%' at the beginning of a line has a meaning in YAML", "put quotes round the text"),
    ("indicat", "a mark here has a meaning in YAML", "put quotes round the text"),
    ("document start", "text goes on after the end", "check the line above"),
    ("anchor", "'&' and '*' at the beginning of a value have a meaning in YAML", "put quotes round the text"),
    ("tag", "'!' at the beginning of a value has a meaning in YAML", "put quotes round the text"),
)


def explain(error: Any, data: bytes) -> Unreadable:
    """Put the parser's `error` into words for the person who wrote `data`."""
    problem = str(getattr(error, "problem", "") or error)
    mark = getattr(error, "problem_mark", None) or error.context_mark
    start = getattr(error, "context_mark", None) or mark
    lines = re.split("\r\n|\r|\n", data.decode("utf-8").removeprefix("\ufeff"))
    line = lines[mark.line] if mark.line < len(lines) else ""
    letter = line[mark.column : mark.column + 1]
    indent = line[: len(line) - len(line.lstrip())]
    code, (message, next_step) = "yaml-syntax", _words(problem, letter, mark.column > len(indent))
    place = start if _begins_before(problem, letter, line) else mark
    here, column = place.line, place.column
    if mark.line < len(lines) and (found := slip(problem, ParserStop(lines, mark.line, mark.column, start.line))):
        message, next_step, here, column = found
    if "quotes round" in next_step and here < len(lines) and re.search("[“”‘]", lines[here]):
        next_step += "; straight quotes, as curly ones are a part of the text"
    if letter == "\t" or "\t" in indent:
        code, message, next_step = "tab-indentation", "a tab stands where only spaces can", ""
        here, column = mark.line, indent.index("\t") if "\t" in indent else mark.column
    if here >= len(lines):  # the end of a file without a last line break
        here, column = len(lines) - 1, len(lines[-1])
    return Unreadable(code, message, here, column, next_step)


def _words(problem: str, letter: str, inside: bool) -> tuple[str, str]:
    """What is wrong and what to do; `inside` where something stands before it on its line."""
    if "cannot start any token" in problem:
        return f"a text cannot begin with '{letter}'", "put quotes round the text"
    if inside and ("expected key" in problem or "<block end>" in problem):
        return (
            "quotes or brackets end before this, and the text goes on",
            "put the whole text in quotes, and double a quote inside it",
        )
    known = ((message, next_step) for part, message, next_step in _TEXTS if part in problem)
    return next(known, ("the file stops being readable here", ""))


def _begins_before(problem: str, letter: str, line: str) -> bool:
    """Whether the fault lies where the parser began: it noticed only at the next key, item, or the end of the file."""
    if any(part in problem for part in ("end of stream", "could not find expected ':'", "non-alphabetical")):
        return True
    late = letter in ("", ":") or line.lstrip().startswith("- ")
    return late and ("',' or ']'" in problem or "',' or '}'" in problem)
