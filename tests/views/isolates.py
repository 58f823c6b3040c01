"""The isolates that we put round what runs from right to left, taken out again; any other is left to be found."""

import re


def without_isolates(text):
    """A text as it was before we isolated parts of it, and parts of these, in plain text or in HTML."""
    outer = re.sub("\u2068([^\u2068\u2069]*)\u2069|<bdi>([^<]*)</bdi>", r"\1\2", text)
    return outer if outer == text else without_isolates(outer)
