"""Findings as a JUnit report, which nearly every build server shows: a suite for each file."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from html import escape

from strategy_tracker.diagnostics import Diagnostic
from strategy_tracker.views.diagnostics import where
from strategy_tracker.views.findings import concise
from strategy_tracker.views.text import file_name, one_line, visible


def write(found: Iterable[Diagnostic], files: Iterable[str], fails: Callable[[Diagnostic], bool]) -> str:
    """A failed test for each finding that `fails`, a passed one for each file without; the rest as output."""
    grouped: dict[str, list[Diagnostic]] = {file: [] for file in files}
    for item in found:
        grouped.setdefault(item.file, []).append(item)
    suites = [_suite(file, listed, fails) for file, listed in sorted(grouped.items())]
    tests, failures = sum(suite[0] for suite in suites), sum(suite[1] for suite in suites)
    head = f'<testsuites name="strategy" tests="{tests}" failures="{failures}" errors="0" time="0">'
    inside = "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', head, *(suite[2] for suite in suites)])
    return f"{inside}\n</testsuites>\n"


def _suite(file: str, found: Sequence[Diagnostic], fails: Callable[[Diagnostic], bool]) -> tuple[int, int, str]:
    """How many tests and failures a file has, and its suite."""
    name = escape(file_name(file))
    failed = [item for item in found if fails(item)]
    head = f'<testsuite name="{name}" tests="{len(failed) or 1}" failures="{len(failed)}" errors="0" time="0">'
    lines = [head, *_failures(name, failed)]
    if not failed:
        lines.append(f'<testcase classname="{name}" name="nothing fails" file="{name}" time="0"/>')
    said = concise.write(item for item in found if not fails(item))
    lines += [f"<system-out>{escape(said)}</system-out>"] if said else []
    return len(failed) or 1, len(failed), "\n".join([*lines, "</testsuite>"])


def _failures(name: str, failed: Iterable[Diagnostic]) -> Iterable[str]:
    seen: Counter[str] = Counter()
    for item in failed:
        what = one_line(f"{item.message} [{item.code}]")
        seen[what] += 1
        again = f" ({seen[what]})" if seen[what] > 1 else ""
        yield f'<testcase classname="{name}" name="{escape(what)}{again}" file="{name}" time="0">'
        text = visible(f"{where(item)}: {item.severity}: {item.message}\nhelp: {item.help}")
        yield f'<failure type="{escape(item.code)}" message="{escape(one_line(item.message))}">{escape(text)}</failure>'
        yield "</testcase>"
