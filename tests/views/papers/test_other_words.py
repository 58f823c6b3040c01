"""The sentences of a paper come from rules: with other titles and notes the same are said, about those."""

import re
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from strategy_tracker.views.formats.markdown import write
from strategy_tracker.views.papers.build import build
from tests.views.conftest import AUGUST, DAY, copy_shipped, material

THEIRS = {"title", "text", "note", "said", "did", "rationale", "strapline", "aspirations", "vision", "plain", "doubt"}
"""Keys whose words are somebody's own, and of no meaning to a rule."""
LENGTH = {"short"}
"""Keys that are told in place of others by how long those are; both papers are made without them."""
IDS = {"id", "priority", "priorities", "actions", "measures", "part_of", "of", "under", "group"}
"""Keys of an id, or of ids where they hold texts."""


def other(text: str) -> str:
    """Words of the same kind, in the same order of the alphabet, with every sign and number where it was."""
    return re.sub(r"[A-Za-z]+", lambda found: f"{found[0]}qu", text)


def renamed(value, own: set[str], key: str = ""):
    """A tree with other words; without the report it was taken from, whose title stands in texts of no meaning too."""
    if isinstance(value, str) and key in THEIRS:
        own.add(" ".join(value.split()))
        return other(value)
    if isinstance(value, str) and key in IDS:
        return f"{value}-x"
    if isinstance(value, list):
        return [renamed(one, own, key) for one in value]
    if isinstance(value, dict):
        return {name: renamed(one, own, name) for name, one in value.items() if name not in ("report", *LENGTH)}
    return value


def in_other_words(root: Path) -> set[str]:
    """Give everything in a portfolio other titles and notes; what they were comes back."""
    own: set[str] = set()
    yaml = YAML(typ="safe")
    yaml.allow_unicode, yaml.width = True, 10_000
    for path in (*root.glob("strategies/*.yaml"), *root.glob("measures/*.yaml")):
        found = renamed(yaml.load(path), own)
        with path.open("w", encoding="utf-8") as file:
            yaml.dump(found, file)
    return own


def paper(root, day, strategy, view):
    """A view without the glossary, which is the same whatever a record holds."""
    return write(build(view, material(root, day, strategy))).decode().partition("**Rules used**")[0]


def translated(text: str, own: set[str]) -> str:
    """A paper in which every text that somebody wrote is another, as a whole or as its first sentence."""
    parts = own | {one.partition(". ")[0] for one in own} | {one.rstrip(".") for one in own}
    parts |= {one[:1].upper() + one[1:] for one in parts}
    found = "|".join(re.escape(one) for one in sorted(parts, key=len, reverse=True) if len(one) > 3)
    return re.sub(rf"(?<![\w]){found}", lambda one: other(one[0]), text)


@pytest.mark.parametrize("view", ["pack", "highlight", "young"])
@pytest.mark.parametrize(("strategy", "day"), [("corporate-parenting", AUGUST), ("young-carers", DAY)])
def test_with_other_titles_and_notes_the_same_sentences_are_said_about_those(tmp_path, small, strategy, day, view):
    root = small if strategy == "young-carers" else copy_shipped(tmp_path / "shipped")
    for path in (*root.glob("strategies/*.yaml"), *root.glob("measures/*.yaml")):
        path.write_text(re.sub(r"\n +short: .*", "", path.read_text(encoding="utf-8")), encoding="utf-8")
    before = paper(root, day, strategy, view)
    own = in_other_words(root)
    after = re.sub(r"(\w)-x\b", r"\1", paper(root, day, f"{strategy}-x", view))
    assert after != before
    assert after.splitlines() == [translated(line, own) for line in before.splitlines()]
