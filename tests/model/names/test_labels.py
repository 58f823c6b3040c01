"""One catalogue has every fixed word; no view writes a heading of its own, and no name stands in it for nothing."""

import ast
import pickle
from collections import Counter
from pathlib import Path

import pytest

import strategy_tracker
from strategy_tracker.model.names.joined import semicolons
from strategy_tracker.model.names.labels import HEADINGS, LABELS, Label, filled, label, phrase

SOURCE = Path(strategy_tracker.__file__).parent
VIEWS = [*(SOURCE / "views/papers").glob("*.py"), *(SOURCE / "views/dashboard").glob("*.py")]
NAMED = {"Column", "Section", "Table"}
HEADED = {"h1", "h2", "h3", "h4", "caption", "summary", "dt", "th"}


def calls(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [node for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)]


def texts(nodes):
    return [node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)]


@pytest.mark.parametrize("path", VIEWS, ids=lambda path: path.stem)
def test_every_heading_and_column_comes_from_the_catalogue(path):
    typed = []
    for call in calls(path):
        words = texts(call.args)
        if call.func.id in NAMED:
            typed += words[:1]
        elif call.func.id == "tag" and words and words[0] in HEADED:
            typed += words[1:2]
    assert [word for word in typed if word] == [], "write label('name'), with the words in model/names/labels.py"


def test_every_heading_is_used():
    used: set[str] = set()
    for path in {*SOURCE.rglob("*.py")} - {*SOURCE.glob("model/names/*_labels.py"), SOURCE / "model/names/labels.py"}:
        used |= {*texts(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))}
    left = HEADINGS.keys() - used
    # said by a code, behind the word of its kind
    said = "answer unrated means term kind rule place one quartile decided actions so-many"
    kinds = {f"{one}-" for one in said.split()}
    named = {name for name in HEADINGS if name in used or name.startswith(tuple(kinds))}
    of_one = {f"{name}-{ending}" for name in named for ending in ("one", "of-one")}  # the same sentence about one
    assert left - named - of_one == set()
    assert kinds - {"term-"} <= used


def test_no_name_stands_in_two_parts_of_the_catalogue():
    files = (SOURCE / "model/names").glob("*labels.py")
    parts = (
        node for path in files for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Dict)
    )
    names = Counter(name for part in parts for name in texts(part.keys))
    assert [name for name, times in names.items() if times > 1] == []


def test_no_two_names_have_the_same_english():
    assert len(set(LABELS.values())) == len(LABELS)


def test_a_label_is_its_english_and_keeps_its_name():
    made = label("answerable", owner="Head of Parks {day}")
    assert (made, made.name) == ("Answerable: Head of Parks {day}.", "answerable")
    assert isinstance(made, Label)
    assert [label("priority"), label("better"), label("since-period-before")] == [
        "Priority",
        "Better",
        "Since the period before",
    ]


def test_only_the_brackets_that_are_named_are_filled():
    assert filled("{owner} of {0.__class__}", {"owner": "x"}) == "x of {0.__class__}"


def test_a_sentence_of_sentences_keeps_its_names_from_one_process_to_another():
    due = phrase("overdue-by", days="3 days", date="2026-03-31")
    told = pickle.loads(pickle.dumps(semicolons([due, "x"])))
    assert told == "overdue by 3 days (due 2026-03-31); x"
    assert (told.name, told.values["first"].name, told.values["first"].values["days"]) == (
        "two-parts",
        "overdue-by",
        "3 days",
    )


def test_values_change_and_a_capital_letter_stays():
    made = label("said-in-update", said="half is done", update="2026-03")
    assert made.with_values(str.upper) == "HALF IS DONE (update 2026-03)"
    assert label("overdue-by", days="1 day", date="x").with_values(str.upper) == "Overdue by 1 DAY (due X)"
