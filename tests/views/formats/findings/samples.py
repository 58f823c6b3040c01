"""Findings of every kind, and texts that try to be more than texts."""

from hypothesis import strategies as st

from strategy_tracker.diagnostics import CODES, Diagnostic, Position

FAULT = Diagnostic(
    "impossible-date", "there is no date '2025-02-30' in the calendar", ("priorities", 0, "actions", 2, "due"),
    file="strategies/young-carers.yaml", position=Position(11, 14, 11, 24), source="  due: 2025-02-30",
)  # fmt: skip
WARNING = Diagnostic(
    "due-on-weekend", "due on a Saturday", ("priorities", 0, "actions", 3, "due"), "ask for a Monday",
    "strategies/young-carers.yaml", Position(15, 14, 17, 3), severity="warning",
)  # fmt: skip
WHOLE_FILE = Diagnostic("unreadable", "this cannot be read (Permission denied)", file="measures/locked.yaml")
ADVICE = Diagnostic("no-owner", "'seen' has no owner", ("priorities", 0), file="strategies/a.yaml", severity="advice")
ALL = [WHOLE_FILE, ADVICE, FAULT, WARNING]

HOSTILE = [
    "\n", "\r", "\r\n", "\t", " ", "::", "%0A", "%", ",", ":", "=", "::error::owned", "::stop-commands::x",
    "##[error]owned", "::add-mask::a", "]]>", "<![CDATA[", "</failure>", "&amp;", "<b>", "'", '"', "\x00", "\x07",
    "\x1b[31m", "\x85", "\x9b", "\u2028", "\u202e", "\ufeff", "\udc80", "\uffff", "![x](http://a.b)", "](", "{0}",
    "|", "`", "@all", "\\", "#", "é", "a", "z",
]  # fmt: skip

texts = st.lists(st.sampled_from(HOSTILE) | st.text(max_size=3), max_size=8).map("".join)
names = texts.map(lambda text: f"strategies/{text}.yaml")
positions = st.none() | st.builds(
    lambda line, column, lines, columns: Position(line, column, line + lines, column + columns),
    st.integers(1, 999), st.integers(1, 99), st.integers(0, 1), st.integers(0, 9),
)  # fmt: skip
findings = st.lists(
    st.builds(
        Diagnostic,
        code=st.sampled_from(sorted(CODES)),
        message=texts.map(lambda text: f"'{text}' is wrong"),
        route=st.lists(texts | st.integers(0, 9), max_size=3).map(tuple),
        next_step=texts,
        file=names,
        position=positions,
        severity=st.sampled_from(["error", "warning", "advice"]),
        more=st.just(0),
    ),
    max_size=6,
)
