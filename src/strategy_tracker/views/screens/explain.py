"""The words of a diagnostic code for a terminal, and those of all codes as a page of the documents."""

import textwrap
from collections.abc import Iterator

from strategy_tracker.diagnostics import CODES, ORDER, TABLE_CODES, Severity, read_explanation
from strategy_tracker.model.names.labels import LABELS
from strategy_tracker.views.templates import read_template


def write_explanation(name: str, width: int) -> str:
    """Explains one code (a key of `CODES`, or one of `TABLE_CODES`) for the terminal."""
    explanation = read_explanation(name)
    parts = [
        f"{name} ({CODES[name].severity if name in CODES else 'of a table that is brought in'})",
        textwrap.fill(explanation.meaning, width),
        textwrap.fill(f"Why it matters: {explanation.why}", width),
        f"For example, {explanation.place}:",
        textwrap.indent(explanation.example, "  "),
        "Mended:",
        textwrap.indent(explanation.mended, "  "),
        textwrap.fill(f"Next step: {explanation.next_step}.", width),
        textwrap.fill(_severity(name), width),
    ]
    return "\n\n".join(parts) + "\n"


def _severity(name: str) -> str:
    if name not in CODES:
        return "It is said of a cell by 'strategy import', and is no fault of the portfolio."
    if CODES[name].fixed:
        return "It is always an error: something could not be read."
    return (
        f"Not here? 'severity: {{{name}: off}}' in strategy-tracker.yaml; on one line only, "
        f"'# allow {name}: and the reason'."
    )


def write_codes(width: int) -> str:
    """Lists all codes by severity, each with what it means."""
    listed = "\n".join(line for severity in ORDER for line in _codes(severity, width))
    tables = "\n".join([_TABLES, *(_line(name, name, width) for name in TABLE_CODES)])
    return f"{listed}\n{tables}\n\n* always an error: something could not be read\n"


_TABLES = "Of a table or a document that is brought in"


def write_wording(width: int) -> str:
    """Lists every fixed word of documents by the name that it has under `wording` in the settings."""
    column = max(map(len, LABELS)) + 2
    lines = (
        textwrap.fill(text, max(width, 60), initial_indent=name.ljust(column), subsequent_indent=" " * column)
        for name, text in LABELS.items()
    )
    return "\n".join(lines) + "\n"


def wording_page() -> str:
    """Writes `docs/wording.md`: a table of all fixed words."""
    rows = "".join(f"| `{name}` | {text} |\n" for name, text in LABELS.items())
    return f"{read_template('wording.md')}\n| Name | In English |\n|---|---|\n{rows}"


def _codes(severity: Severity, width: int) -> Iterator[str]:
    yield _plural(severity)
    for name, code in CODES.items():
        if code.severity == severity:
            yield _line(name, f"{name}{'*' * code.fixed}", width)
    yield ""


def _line(name: str, shown: str, width: int) -> str:
    column = max(map(len, CODES)) + 4
    meaning = read_explanation(name).meaning
    return textwrap.fill(
        meaning, max(width, 60), initial_indent=f"  {shown}".ljust(column), subsequent_indent=" " * column
    )


def _plural(severity: Severity) -> str:
    return severity.capitalize() + ("s" if severity != "advice" else "")


def page() -> str:
    """Writes `docs/diagnostics.md`: a table of each severity, then every code with its example."""
    parts = [read_template("diagnostics.md")]
    for severity in ORDER:
        rows = [_row(name) for name, code in CODES.items() if code.severity == severity]
        parts.append(f"## {_plural(severity)}\n\n| Code | What it means | Next step |\n|---|---|---|\n{''.join(rows)}")
    rows = [_row(name) for name in TABLE_CODES]
    parts.append(f"## {_TABLES}\n\n| Code | What it means | Next step |\n|---|---|---|\n{''.join(rows)}")
    parts += ["## Every code, with an example\n", *map(_section, (*CODES, *TABLE_CODES))]
    return "\n".join(parts)


def _row(name: str) -> str:
    explanation = read_explanation(name)
    step = explanation.next_step.replace("|", "\\|")
    return f"| [`{name}`](#{name}){'*' * (name in CODES and CODES[name].fixed)} | {explanation.meaning} | {step} |\n"


def _section(name: str) -> str:
    meaning, why, place, example, mended, _ = read_explanation(name)
    kind = "yaml" if name in CODES else "text"
    return (
        f"### {name}\n\n{meaning} {why}\n\n{place.capitalize()}:\n\n"
        f"```{kind}\n{example}\n```\n\nMended:\n\n```{kind}\n{mended}\n```\n"
    )
