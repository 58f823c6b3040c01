"""The files of tests/cases that a schema can judge, and where an editor differs from `strategy validate` by nature."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
CASES = ROOT / "tests/cases"
KINDS = {
    "strategies": "strategy",
    "measures": "measures",
    "practice": "practice",
    "published": "published",
    "comparators": "comparators",
    "imports": "import",
    "strategy-tracker.yaml": "settings",
}

SEEN = (
    "unknown-key", "missing-key", "not-a-choice", "wrong-type", "wrong-shape", "empty-text", "not-a-date",
    "impossible-date", "not-an-interval", "distance-without-unit", "not-a-number", "not-an-id", "not-a-period",
    "not-a-year-end", "unknown-code", "fixed-severity",
)  # fmt: skip
"""Codes for the form of a value. What belongs together, smells and gaps are beyond a schema."""

BLIND = {
    "missing-key/strategies/due-after-move.yaml",  # compulsory only because another key is there
    "unknown-key/strategies/merge.yaml",  # '<<' merges maps for every other reader of YAML
    "impossible-date/strategies/february.yaml",  # how many days a month has
    "impossible-date/measures/period.yaml",
    "not-a-period/measures/gap.yaml",  # two years that do not follow each other
    "not-a-number/measures/exponent.yaml",  # numbers to every other reader of YAML
    "not-a-number/measures/hex.yaml",
    "not-a-number/measures/inf.yaml",
    "not-a-number/measures/long.yaml",  # how many digits a number has
    "not-a-number/measures/nan.yaml",
    "not-a-number/measures/octal.yaml",
    "not-a-number/measures/plus.yaml",
    "not-a-number/measures/yes.yaml",  # a figure where the unit of its measure is yes-no
    "wrong-shape/measures/as-true.yaml",
    "wrong-shape/strategies/two-rules.yaml",  # two keys of which one may stand
}
"""Files of these codes that no schema can find fault with."""

ELSEWHERE = {
    # a list or a map where one value belongs: we point at its key, an editor underlines the whole of it
    "not-a-date/strategies/list.yaml": {(3, 9)},
    "not-an-id/strategies/map.yaml": {(1, 5)},
    "not-an-id/strategies/in-a-list.yaml": {(4, 45)},
    "not-an-interval/strategies/map.yaml": {(3, 15)},
    "not-a-number/measures/map.yaml": {(6, 16)},
    "distance-without-unit/measures/map.yaml": {(5, 12)},
    "wrong-type/strategies/list.yaml": {(3, 15)},
    "wrong-type/strategies/not-a-list.yaml": {(3, 9)},
    "wrong-shape/measures/readings.yaml": {(5, 15)},
    # a number where a word may be left out: an editor takes it for nothing at all
    "not-a-choice/measures/rank.yaml": {(6, 26)},
    # a compulsory key with nothing after it: we say that the action lacks it, an editor that its value is wrong
    "missing-key/strategies/in-an-action.yaml": {(8, 14)},
    # a key without a colon in braces, which an editor takes for no key
    "unknown-key/strategies/without-a-value.yaml": {(3, 1), (10, 9), (15, 13)},
}
"""Where an editor points in these files."""


def kind(path: Path) -> str:
    """The folder that says what a file holds; the name itself for the settings."""
    return next(part for part in path.parts if part in KINDS)


def data_files(folder: Path) -> list[Path]:
    """The data files of a portfolio."""
    return sorted(path for path in folder.rglob("*.y*ml") if path.parent == folder or set(path.parts) & set(KINDS))


def good() -> list[Path]:
    """Every file that must be valid: the good cases and the portfolio that comes with the program."""
    shipped = [
        path for folder in ("strategies", "measures", "practice", "comparators") for path in data_files(ROOT / folder)
    ]
    return [*data_files(CASES / "good"), *shipped]


def faulty() -> dict[Path, set[tuple[int, int]]]:
    """Every file with a fault that a schema should see, and the places that `strategy validate` gives."""
    made = {}
    for code in SEEN:
        folder = CASES / "bad" / code
        expected = (folder / "expected.txt").read_text(encoding="utf-8")
        for path in data_files(folder):
            name = re.escape(path.relative_to(folder).as_posix())
            found = re.findall(rf"^{name}:(\d+):(\d+):", expected, re.MULTILINE)
            places = {(int(line), int(column)) for line, column in found}
            if places:
                made[path] = places
    return made


def name(path: Path) -> str:
    """A case as `BLIND` and `ELSEWHERE` name it."""
    return path.relative_to(CASES / "bad").as_posix()
