"""Findings as a JUnit report, which nearly every build server shows: a suite for each file."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from html import escape

from strategy_tracker.diagnostics import Diagnostic
from strategy_tracker.views.formats.findings.as_text import where, write_concise
from strategy_tracker.views.formats.workflow_log import harmless_xml
from strategy_tracker.views.text import file_name, one_line, visible


def write(found: Iterable[Diagnostic], files: Iterable[str], fails: Callable[[Diagnostic], bool]) -> str:
    """Writes a failed test for each finding that `fails`, a passed one for each file without; the rest is output."""
    grouped: dict[str, list[Diagnostic]] = {file: [] for file in files}
    for item in found:
        grouped.setdefault(item.file, []).append(item)
    suites = [_suite(file, listed, fails) for file, listed in sorted(grouped.items())]
    tests, failures = sum(suite[0] for suite in suites), sum(suite[1] for suite in suites)
    head = f'<testsuites name="strategy" tests="{tests}" failures="{failures}" errors="0" time="0">'
    inside = "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', head, *(suite[2] for suite in suites)])
    return harmless_xml(f"{inside}\n</testsuites>\n")


def _suite(file: str, found: Sequence[Diagnostic], fails: Callable[[Diagnostic], bool]) -> tuple[int, int, str]:
    """How many tests and failures a file has, and its suite."""
    name = escape(file_name(file))
    failed = [item for item in found if fails(item)]
    said = escape(write_concise(item for item in found if not fails(item)))
    cases = [*_failures(name, failed)]
    if said or not failed:
        title = "nothing more fails" if failed else "nothing fails"
        said = f"<system-out>{said}</system-out>" if said else ""
        cases.append(f'<testcase classname="{name}" name="{title}" file="{name}" time="0">{said}</testcase>')
    head = f'<testsuite name="{name}" tests="{len(cases)}" failures="{len(failed)}" errors="0" time="0">'
    return len(cases), len(failed), "\n".join([head, *cases, "</testsuite>"])


def _failures(name: str, failed: Iterable[Diagnostic]) -> Iterator[str]:
    seen: Counter[str] = Counter()
    for item in failed:
        what = one_line(f"{item.message} [{item.code}]")
        seen[what] += 1
        again = f" ({seen[what]})" if seen[what] > 1 else ""
        text = escape(visible(f"{where(item)}: {item.severity}: {item.message}\nhelp: {item.help}"))
        short = escape(one_line(item.message))
        yield (
            f'<testcase classname="{name}" name="{escape(what)}{again}" file="{name}" time="0">\n'
            f'<failure type="{escape(item.code)}" message="{short}">{text}</failure>\n</testcase>'
        )
