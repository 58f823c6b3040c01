"""What a code means, why it matters, an example and its mend: for the terminal, and as a page of the documents."""

import textwrap
from collections.abc import Iterator

from strategy_tracker.diagnostics import CODES, ORDER, Severity
from strategy_tracker.views.explanations import EXPLANATIONS

ABOUT = """\
# Diagnostics

Written from the code by `python -m pytest --accept`; do not edit. `strategy explain CODE` shows the same.

Every message of `strategy validate` ends with its code. Errors fail; warnings fail with `--strict`; advice never does.
The severity of a code marked * cannot be changed, because something could not be read; any other is changed in
`strategy-tracker.yaml`:

```yaml
severity:
  due-on-weekend: off
  no-owner: warning
```

One diagnostic on one line is silenced by a comment with a reason, on the line or above it:

```yaml
due: 2025-06-14   # allow due-on-weekend: the fair is on a Saturday
```
"""


def write_explanation(name: str, width: int) -> str:
    """One code (a key of `CODES`), explained for the terminal."""
    code, more = CODES[name], EXPLANATIONS[name]
    parts = [
        f"{name} ({code.severity})",
        textwrap.fill(code.meaning, width),
        textwrap.fill(f"Why it matters: {more.why}", width),
        f"For example, {more.place}:",
        textwrap.indent(more.example, "  "),
        "Mended:",
        textwrap.indent(more.mended, "  "),
        textwrap.fill(f"Next step: {code.mend}.", width),
        textwrap.fill(_severity(name), width),
    ]
    return "\n\n".join(parts) + "\n"


def _severity(name: str) -> str:
    if CODES[name].fixed:
        return "It is always an error: something could not be read."
    return (
        f"Not here? 'severity: {{{name}: off}}' in strategy-tracker.yaml; on one line only, "
        f"'# allow {name}: and the reason'."
    )


def write_codes(width: int) -> str:
    """All codes by severity, each with what it means."""
    listed = "\n".join(line for severity in ORDER for line in _codes(severity, width))
    return f"{listed}\n* always an error: something could not be read\n"


def _codes(severity: Severity, width: int) -> Iterator[str]:
    column = max(map(len, CODES)) + 4
    yield _plural(severity)
    for name, code in CODES.items():
        if code.severity == severity:
            first = f"  {name}{'*' * code.fixed}".ljust(column)
            yield textwrap.fill(code.meaning, max(width, 60), initial_indent=first, subsequent_indent=" " * column)
    yield ""


def _plural(severity: Severity) -> str:
    return severity.capitalize() + ("s" if severity != "advice" else "")


def page() -> str:
    """`docs/diagnostics.md`: a table of each severity, then every code with its example."""
    parts = [ABOUT]
    for severity in ORDER:
        rows = [
            f"| [`{name}`](#{name}){'*' * code.fixed} | {code.meaning} | {code.mend.replace('|', chr(92) + '|')} |\n"
            for name, code in CODES.items()
            if code.severity == severity
        ]
        parts.append(f"## {_plural(severity)}\n\n| Code | What it means | Next step |\n|---|---|---|\n{''.join(rows)}")
    parts += ["## Every code, with an example\n", *map(_section, CODES)]
    return "\n".join(parts)


def _section(name: str) -> str:
    code, more = CODES[name], EXPLANATIONS[name]
    return (
        f"### {name}\n\n{code.meaning} {more.why}\n\n{more.place.capitalize()}:\n\n"
        f"```yaml\n{more.example}\n```\n\nMended:\n\n```yaml\n{more.mended}\n```\n"
    )
