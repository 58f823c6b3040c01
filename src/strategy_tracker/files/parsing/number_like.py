"""Finds texts without quotes that other programs read as a number, so that an editor and we would disagree."""

import re
from collections.abc import Iterator
from typing import Any

from strategy_tracker.diagnostics import Diagnostic, Position, Route
from strategy_tracker.files.parsing.parse import read_tree
from strategy_tracker.files.parsing.positions import spots
from strategy_tracker.files.parsing.value_places import lines_of, locate
from strategy_tracker.model.values import shown

# What the core schema of YAML 1.2.2 (section 10.3.2) takes for a number, and with it ruamel.yaml, which also takes
# binary numbers and underscores. Plain numbers are left out: those are numbers here, too.
_NUMBER = (
    r"(?!-?(?:0|[1-9]\d{0,17})(?:\.\d{1,12})?(?![\w.+-]))[-+]?"
    r"(?:0b[01_]+|0o[0-7_]+|0x[0-9a-fA-F_]+|\.(?:inf|Inf|INF|nan|NaN|NAN)"
    r"|(?:[0-9][0-9_]*(?:\.[0-9_]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?"
    r"|\.[0-9_]*[0-9][0-9_]*(?:[eE][-+][0-9]+)?)"  # with underscores, only a signed exponent
)
_ALONE = re.compile(_NUMBER, re.ASCII)
_SUSPECT = re.compile(_NUMBER.encode())
_TOKEN = re.compile(rb"[ \t\r\n\f\v\[,]([-+.0-9][^\s,\[\]}]*)")
"""What may be a number: few differ in a file, so that asking of each once is twice as fast as asking at each blank."""


def is_number_to_others(text: str) -> bool:
    """Whether a text, written without quotes, is a number to other programs: `1e2`, `0x1F`, `007`, `1_000`, `.5`."""
    return _ALONE.fullmatch(text) is not None


def number_like_texts(data: bytes) -> list[Diagnostic]:
    """Find each text without quotes in a readable file that is a number to other programs."""
    if not any(_SUSPECT.fullmatch(token) for token in set(_TOKEN.findall(data))):
        return []
    texts = list(_texts(read_tree(data), ()))
    if not texts:
        return []
    top, lines = spots(data, [route for route, _ in texts]), lines_of(data)
    return [_found(route, text) for route, text in texts if _is_plain(locate(top, route), lines)]


def _texts(value: Any, route: Route) -> Iterator[tuple[Route, str]]:
    if isinstance(value, str):
        if is_number_to_others(value):
            yield route, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _texts(inner, (*route, key))
    elif isinstance(value, tuple):
        for number, inner in enumerate(value):
            yield from _texts(inner, (*route, number))


def _is_plain(place: Position, lines: list[str]) -> bool:
    return lines[place.line - 1][place.column - 1] not in "'\"|>"


def _found(route: Route, text: str) -> Diagnostic:
    message = f"{shown(text)} is a text here, and a number to editors and other programs"
    return Diagnostic("number-like-text", message, route, f"put quotes round it: '{text}'")
