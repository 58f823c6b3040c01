"""How often `validate --privacy` cries wolf: `python bench/false_alarms.py [FOLDER…]`.

Reads the shipped strategies, and every text, table, page, workbook, document and PDF in the folders named, sentence by
sentence. What is found is printed, to be judged by a reader: published documents should hold nothing to be found, so
each counts as false. Prints how many sentences there are for each; ends with 1 where there are fewer than 500.
"""

import argparse
import re
import sys
import zipfile
from collections.abc import Iterator
from decimal import Decimal
from html import unescape
from pathlib import Path

from strategy_tracker.checks.of_people.personal_data import personal_data
from strategy_tracker.checks.of_people.small_counts import tells_a_small_count

SHIPPED = Path(__file__).parents[1]
THRESHOLD = Decimal(5)
MOST = 500
_END = re.compile(r"(?<=[.!?;])[\"'”’)]*\s+(?=[\"'“‘(]?[A-Z0-9])|\n\s*\n|\n(?=\s*[•*·o–-] )|[\t|]|\s{4,}")


def text_of(path: Path) -> str:
    """The words of a file; empty for one that holds none."""
    kind = path.suffix.lower()
    if kind in (".docx", ".xlsx", ".ods", ".odt"):
        with zipfile.ZipFile(path) as package:
            parts = [package.read(name).decode() for name in package.namelist() if name.endswith(".xml")]
        ended = re.sub(r"</(?:w:p|si|text:p|w:tc|c)>", "\n\n", "\n\n".join(parts))
        return unescape(re.sub(r"<[^>]*>", "", ended))
    if kind == ".pdf":
        from pypdf import PdfReader

        return "\n\n".join(page.extract_text() for page in PdfReader(path).pages)
    if kind in (".txt", ".md", ".csv", ".yaml", ".yml", ".html"):
        text = path.read_text(encoding="utf-8", errors="replace")
        return unescape(re.sub(r"<[^>]{0,500}>", "\n\n", text)) if kind == ".html" else text
    return ""


def sentences(path: Path) -> Iterator[str]:
    """The sentences and cells of a file, each on one line; of our own files the texts that are checked."""
    if path.suffix in (".yaml", ".yml"):
        from ruamel.yaml import YAML

        with path.open(encoding="utf-8") as stream:
            yield from (one for text in values(YAML(typ="safe").load(stream)) for one in split(text))
    elif path.suffix == ".csv":
        import csv

        with path.open(encoding="utf-8", errors="replace", newline="") as stream:
            yield from (one for row in csv.reader(stream) for cell in row for one in split(cell))
    else:
        yield from split(text_of(path))


def values(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for inner in value.values():
            yield from values(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from values(inner)
    elif isinstance(value, str):
        yield value


def split(text: str) -> Iterator[str]:
    for piece in _END.split(text):
        one = " ".join(piece.split())
        if len(one.split()) > 2:  # a word or two is no sentence, and makes the count look better than it is
            yield one


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("folders", nargs="*", type=Path)
    given = asked.parse_args()
    shipped = [SHIPPED / name for name in ("strategies", "measures", "practice")]
    failed = False
    for folder, places in (("shipped", shipped), *((str(one), [one]) for one in given.folders)):
        count, found = 0, []
        for path in sorted(path for one in places for path in one.rglob("*") if path.is_file()):
            for one in sentences(path):
                count += 1
                kind = personal_data(one) or ("a small count" if tells_a_small_count(one, THRESHOLD) else "")
                if kind:
                    found.append(f"{path.name}: {kind}: {one[:160]}")
        print("\n".join(found))
        rate = f"one in {count // len(found):,}" if found else "none"
        print(f"\n{folder}: {len(found)} found in {count:,} sentences: {rate}\n")
        failed |= bool(found) and count / len(found) < MOST
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
