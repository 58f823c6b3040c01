"""Which codes can be mended at all: where none of them is found, the engine of edits is not imported."""

FIXABLE = frozenset(
    {
        "missing-key",
        "ambiguous-period",
        "not-a-date",
        "not-a-period",
        "impossible-date",
        "number-like-text",
        "name-spelled-otherwise",
    }
)
"""Codes of which some can be mended; whether one can depends on what stands beside it."""
