"""The page of keys says of each what it means, where `show` tells it, and whether it may leave."""

import pytest

from strategy_tracker.views.formats.keys_page import keys_page


def rows(record):
    """The rows under the heading of a record, by their keys."""
    section = keys_page().split(f"## `{record}`", 1)[1].split("\n## ", 1)[0]
    found = [line.strip("| ").split(" | ") for line in section.splitlines() if line.startswith("| `")]
    return {row[0].strip("`"): row[1:] for row in found}


@pytest.mark.parametrize(
    ("record", "key", "shown", "public"),
    [
        ("Action", "due", "a line of its own", "yes"),
        ("Action", "stage", "a line of its own", "yes"),
        ("Action", "phases", "as written", "yes"),
        ("Action", "note", "a line of its own", "no"),
        ("SurveyEdition", "responses", "with its thing", "no"),
        ("SurveyEdition", "report", "with its thing", "yes"),
        ("Audit", "finding", "with its thing", "no"),
        ("GroupFigure", "numerator", "with its thing", "no"),
        ("Move", "from", "with its thing", "yes"),
        ("Settings", "papers", "`doctor`", "–"),
    ],
)
def test_each_key_says_where_it_is_shown_and_whether_it_may_leave(record, key, shown, public):
    assert rows(record)[key][1:] == [shown, public]
