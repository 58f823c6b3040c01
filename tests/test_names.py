"""Every type has a name of its own, so that a name leads to one place."""

import ast
from collections import Counter
from pathlib import Path

import strategy_tracker

FILES = sorted(Path(strategy_tracker.__file__).parent.rglob("*.py"))
NOT_YET = {"Reading"}
"""Names that two classes share: the reading of a measure, and that of a file before it is edited."""


def test_no_two_classes_have_one_name():
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in FILES]
    names = Counter(node.name for tree in trees for node in tree.body if isinstance(node, ast.ClassDef))
    assert {name for name, number in names.items() if number > 1} <= NOT_YET
