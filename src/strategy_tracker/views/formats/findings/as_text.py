"""Diagnostics as text: each with its line, a caret and one next step; or concise, on one line each."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby

from strategy_tracker.diagnostics import Diagnostic, how_many
from strategy_tracker.views.directions import legible
from strategy_tracker.views.text import counted, file_name, one_line, visible

FEW = 3
"""Pieces of advice of one code in one file that are shown before the rest is only counted."""


def write_diagnostics(found: Iterable[Diagnostic], everything: bool = False) -> str:
    """Writes all diagnostics, grouped by file; advice that repeats itself is counted unless `everything` is wanted."""
    parts = []
    for _, group in groupby(found, key=lambda item: item.file):
        parts += [*_file(list(group), everything)]
    return "".join(parts)


def _file(found: list[Diagnostic], everything: bool) -> Iterator[str]:
    many: Counter[str] = Counter()
    for item in found:
        many[item.code] += 1 + item.more if item.severity == "advice" else 0
    seen: Counter[str] = Counter()
    for item in found:
        seen[item.code] += 1
        if item.severity != "advice" or everything or many[item.code] <= FEW + 1 or seen[item.code] <= FEW:
            yield one(item)
    for code, number in many.items():
        if number > FEW + 1 and not everything:
            yield f"{file_name(found[0].file)}: advice: {number - FEW} more like these [{code}]; --all shows them\n\n"


def one(item: Diagnostic) -> str:
    """Writes one diagnostic, with a blank line after it."""
    lines = [f"{where(item)}: {item.severity}: {legible(item.message.replace(chr(10), ' '))} [{item.code}]"]
    if item.position and item.source.strip():
        lines += map(visible, _excerpt(item))
    lines.append(f"  help: {legible(item.help)}")
    return "\n".join(lines) + "\n\n"


def write_concise(found: Iterable[Diagnostic]) -> str:
    """Writes `file:line:column: severity: message [code]` for each, as `grep` and editors understand it."""
    return "".join(f"{line}\n" for item in found for line in _concise(item))


def _concise(item: Diagnostic) -> Iterator[str]:
    yield f"{where(item)}: {item.severity}: {one_line(item.message)} [{item.code}]"
    if item.more:
        yield f"{file_name(item.file)}: {item.severity}: {item.more:,} more like this; --all lists them [{item.code}]"


def where(item: Diagnostic) -> str:
    """The place of a diagnostic as `file:line:column`, as editors and terminals understand it."""
    place, name = item.position, file_name(item.place)
    return f"{name}:{place.line}:{place.column}" if place else name


def _excerpt(item: Diagnostic) -> list[str]:
    place = item.position
    assert place
    start = max(0, place.column - 50) if len(item.source) > 100 else 0
    text = item.source[start : start + 100].replace("\t", " ")
    width = place.end_column - place.column if place.end_line == place.line else len(item.source) - place.column + 1
    caret = " " * (place.column - 1 - start) + "^" * max(1, min(width, len(text) - (place.column - 1 - start)))
    gutter = str(place.line)
    return [f"  {gutter} | {text.rstrip()}", f"  {' ' * len(gutter)} | {caret}"]


def tally(found: list[Diagnostic], things: dict[str, int]) -> str:
    """Writes the closing line: what was found, or that all is well and how much was read."""
    counts = how_many(found)
    if not found:
        read = ", ".join(
            counted(things[key], key.removesuffix("s") if key != "strategies" else "strategy", key)
            for key in ("strategies", "actions", "measures", "practice examples")
            if things.get(key)
        )
        return f"ok: {read}\n"
    words = [
        counted(counts["error"], "error") if counts["error"] else "no errors",
        counted(counts["warning"], "warning") if counts["warning"] else "",
        counted(counts["advice"], "piece of advice", "pieces of advice") if counts["advice"] else "",
    ]
    files = counted(len({item.file for item in found}), "file")
    return f"{', '.join(word for word in words if word)} in {files}\n"
