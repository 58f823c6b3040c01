"""Tables and documents by mutation and by size: `python bench/intake.py fuzz 100000 [FOLDER] [FROM]`, `… speed`.

`python bench/intake.py documents 20000 [FOLDER] [FROM]` does the same with text, Markdown, pages, Word and PDF; what
reads the last two in a process of its own is called in this one, so that its faults are seen and not its death.

Fuzzing changes bytes of sound tables, and the XML inside workbooks, and reads what comes out: it must be read or
refused in one sentence, with every cell accounted for. A workbook of ours is taken back into the portfolio it is of.
Prints the seed of each file that did anything else; FROM is the first seed, so that rounds follow each other.
"""

import random
import re
import resource
import sys
import tempfile
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

sys.path.insert(0, str(Path(__file__).parents[1]))

from clock import TOOL, Run, compiled, run, two_cores
from content import AS_AT
from generate import generate
from round_trips import sent, written

from strategy_tracker.app.importing.bring_in import propose_import, read_incoming
from strategy_tracker.app.importing.import_report import back_report, report_of
from strategy_tracker.app.importing.returned_workbook import is_own_workbook, propose_returned
from strategy_tracker.files.portfolio import Portfolio, open_portfolio
from strategy_tracker.intake.draft import TableAnswers
from strategy_tracker.model.workbook import ACTIONS
from strategy_tracker.problem import Problem
from tests.intake.workbooks import housing_plan

CSV = (
    "Priority,Ref,Action,Lead,By when,Status,Progress\n"
    "Warm homes,1.1,Insulate every house,Head of Housing,31/03/2026,On track,01/05/2025: survey done\n"
    "Warm homes,1.2,Answer every report of damp,Jo Bloggs,ongoing,Open,\n"
    "Total,,2,,,,\n\n"
    "Measure,Unit,Good is,2024/25,Q1 2025/26,Target 2025/26\nHomes,%,High,41%,52%,75%\nDamp,Number,Low,<5,c,≤3\n"
)
TOKENS = [
    *("=1+1", "#REF!", "31/11/2025", "\0", "\u202e", "'", '"', ";", "\t", "99999999999999999999", "1e999", "NaN", "<5"),
    *("Total", "Action", "Q1", "2025 Q1", "£1.2m", "-", "x" * 40000, "Please select", "12-Jan", "🙂", "\u0663"),
]


def seeds(folder: Path | None) -> Iterator[tuple[str, bytes]]:
    """Sound tables: our own, and those of a folder."""
    yield "plan.csv", CSV.encode()
    yield "plan.csv", CSV.encode("utf-16")
    yield "plan.csv", CSV.replace(",", ";").encode("cp1252", "replace")
    yield "plan.xlsx", housing_plan()
    for path in sorted(folder.iterdir()) if folder else ():
        if path.suffix in (".csv", ".xlsx") and path.stat().st_size < 60_000:
            yield path.name, path.read_bytes()


def papers(folder: Path | None) -> Iterator[tuple[str, bytes]]:
    """Sound documents: our own, and those of a folder."""
    import typst
    from markdown_it import MarkdownIt

    from tests.intake.documents.formats.test_of_markdown import PLAN
    from tests.intake.documents.formats.test_of_pdf import RIVERS
    from tests.intake.documents.formats.test_of_word import library_plan
    from tests.intake.documents.test_read_document import HARBOUR

    yield "plan.txt", HARBOUR.encode()
    yield "plan.txt", HARBOUR.encode("utf-16")
    yield "plan.md", PLAN.encode()
    yield "plan.html", MarkdownIt("commonmark").enable("table").render(PLAN).encode()
    yield "plan.docx", library_plan()
    yield "plan.pdf", typst.compile(RIVERS.encode())
    for path in sorted(folder.iterdir()) if folder else ():
        if path.suffix in (".txt", ".md", ".html", ".docx") and path.stat().st_size < 100_000:
            yield path.name, path.read_bytes()


def in_this_process() -> None:
    """Let what reads Word and PDF work here, and give its faults as they are."""
    from strategy_tracker.intake.documents.formats import of_pdf, of_word

    def here(name: str, data: bytes, work: Callable[[bytes], Any], *_: str) -> Any:
        try:
            found = work(data)
        except Exception as error:  # whatever a library raises in the child becomes one sentence
            raise Problem(f"{name} cannot be read: {type(error).__name__}") from None
        if isinstance(found, str):
            raise Problem(f"{name} cannot be read: {found}")
        return found

    of_pdf.read_apart = of_word.read_apart = here


def mutated(name: str, data: bytes, chance: random.Random) -> bytes:
    """A table with a few changes: bytes anywhere, or texts of cells."""
    if name.endswith((".xlsx", ".docx")) and chance.random() < 0.7:
        return _inside(data, chance)
    found = bytearray(data)
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(found) + 1)
        match chance.randrange(4):
            case 0:
                found[at:at] = chance.choice(TOKENS).encode("utf-8", "replace")
            case 1:
                del found[at : at + chance.randint(1, 60)]
            case 2 if at < len(found):
                found[at] = chance.randrange(256)
            case _:
                found[at:at] = found[at : at + chance.randint(1, 200)]
    return bytes(found)


def _inside(data: bytes, chance: random.Random) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        names = old.namelist()
        chosen = chance.choice(
            [name for name in names if re.search("sheet|shared|styles|document.xml$|numbering", name)]
        )
        for name in names:
            part = old.read(name)
            change = mutated if chance.random() < 0.25 else _in_xml
            new.writestr(name, change("part", part, chance) if name == chosen else part)
    return out.getvalue()


def _in_xml(_: str, part: bytes, chance: random.Random) -> bytes:
    """The part of a workbook with other texts, attributes or elements, and still XML: what a reader looks at."""
    text = part.decode("utf-8")
    for _ in range(chance.randint(1, 6)):
        spots = list(
            re.finditer(
                chance.choice((r">([^<>]+)<", r'="([^"]*)"', r"(<(c|row|si|w:p|w:tr|w:tc|w:r)\b.*?</\2>)")), text
            )
        )
        if not spots:
            continue
        spot = chance.choice(spots)
        other = chance.choice(spots)[1]
        token = chance.choice([escape(one) for one in TOKENS if "\0" not in one] + ["0", "-1", "1048576", "", "XFD9"])
        new = chance.choice(
            (other, other + other if other.startswith("<") else other, token if other[:1] != "<" else "")
        )
        text = text[: spot.start(1)] + new.replace('"', "&quot;" if new[:1] != "<" else '"') + text[spot.end(1) :]
    return text.encode("utf-8", "replace")


def fuzz(times: int, folder: Path | None, first: int = 0, *, documents: bool = False) -> None:
    known = list(papers(folder) if documents else seeds(folder))
    outcomes, worst = Counter[str](), (0.0, first)
    with tempfile.TemporaryDirectory() as place:
        root = Path(place)
        written(root, 1)
        portfolio = open_portfolio(root)
        if documents:
            in_this_process()
        else:
            known.append(("updates.xlsx", sent(root)))
        for seed in range(first, first + times):
            chance = random.Random(seed)
            name, data = chance.choice(known)
            path = root / name
            path.write_bytes(mutated(name, data, chance))
            start = time.process_time()
            try:
                outcomes[_read(portfolio, path) or f"sum open: seed {seed}"] += 1
            except Problem as error:
                outcomes["one sentence" if "\n" not in error.message else f"more: seed {seed}"] += 1
            except Exception as error:
                outcomes[f"{type(error).__name__}: {str(error)[:80]}: seed {seed}"] += 1
            worst = max(worst, (time.process_time() - start, seed))
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
    print(f"{times:,} files; the slowest took {worst[0]:.1f} s of processor time (seed {worst[1]}); {most} MiB")
    for what, number in outcomes.most_common(40):
        print(f"{number:8,}  {what}")


def _read(portfolio: Portfolio, path: Path) -> str:
    """Read a file as the command does; what became of it, empty where not every cell is accounted for."""
    if path.suffix == ".xlsx" and is_own_workbook(path):
        back_report(path.name, propose_returned(portfolio, path, "", (), False, date(2027, 1, 15)))
        return "taken back"
    answers = TableAnswers(year="2025/26", on="2025-10-31")
    incoming = read_incoming(path, answers, {})
    report_of(incoming)
    propose_import(portfolio.root, incoming, "fresh", answers, date(2025, 11, 30))
    cells = incoming.cells
    total = sum(cells[key] for key in ("taken", "remarked", "not_taken", "left_out"))
    return "read" if cells["filled"] == total else ""


def big_table(path: Path) -> None:
    """A workbook of 5,000 rows and 20 columns, as a council keeps its actions in one."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    heads = ["Ref", "Action", "Lead", "Support", "Start", "By when", "RAG", "Progress", "Evidence", "Notes"]
    sheet.append(heads + [f"Extra {number}" for number in range(10)])
    for number in range(5000):
        row = [f"A{number}", f"Do the thing number {number} well", "Head of Service", "Police; Health"]
        row += [date(2025, 4, 1), date(2026, 3, 31), "Green", "12/05/2025: rota agreed.\n03.09.25 - done", "Return", ""]
        sheet.append(row + [f"x{number}"] * 10)
    book.save(path)


def answered(path: Path, changes: int) -> None:
    """Type a note and its day beside so many actions of a workbook that was sent, as an owner does."""
    from openpyxl import load_workbook

    book = load_workbook(path)
    sheet = book[ACTIONS]
    keys = {cell.value: cell.column for cell in sheet[1]}
    for number in range(changes):
        row = 3 + number * (sheet.max_row - 2) // changes
        sheet.cell(row, keys["@on"]).value = date(2026, 10, 14)
        sheet.cell(row, keys["@note"]).value = f"Said number {number}"
    book.save(path)


def speed() -> int:
    """What people wait for, as they wait for it: each a process of its own. 1 where a bound is missed."""
    two_cores()
    met = []

    def line(what: str, took: Run, seconds: float, most: float | None = None) -> None:
        met.append(took.cpu <= seconds and (most is None or took.peak <= most))
        bound = f"≤ {seconds:g} s" + (f", {most} MiB" if most else "")
        times = f"{took.wall:.1f} s | {took.cpu:.1f} s | {took.peak:.0f} MiB"
        print(f"| {what} | {times} | {bound} | {'yes' if met[-1] else '**no**'} |", flush=True)

    with tempfile.TemporaryDirectory() as place:
        compiled(Path(place) / "bytecode")
        table, root, out = Path(place) / "big.xlsx", Path(place) / "portfolio", Path(place) / "updates.xlsx"
        big_table(table)
        generate(root, 13, 1, blemished=0)  # 1,040 actions
        day = ("--as-at", AS_AT.isoformat(), "--root", str(root))
        print("| What | Wall | Processor | Memory | Bound | Met |\n|---|--:|--:|--:|--:|---|")
        run((*TOOL, "--help"), root)  # which also compiles what is imported
        asked = (*TOOL, "import", str(table), "--root", str(root))
        line("`import` of 5,000 rows and 20 columns: the report", run(asked, root, (0, 1)), 5, 200)
        sent_out = (*TOOL, "export", *day, "-o", str(out))
        line("`export` of 1,040 actions as a workbook", run(sent_out, root), 2)
        answered(out, 100)
        back = (*TOOL, "import", str(out), "--root", str(root), "--yes")
        line("`import` of it with 100 changes, and written", run(back, root), 3)
        said = sum(path.read_text(encoding="utf-8").count("Said number") for path in root.rglob("*.yaml"))
        if said != 100:
            sys.exit(f"{said} of 100 notes were written")
    return 0 if all(met) else 1


if __name__ == "__main__":
    if sys.argv[1] in ("fuzz", "documents"):
        folder = Path(sys.argv[3]) if len(sys.argv) > 3 and sys.argv[3] else None
        fuzz(
            int(sys.argv[2]), folder, int(sys.argv[4]) if len(sys.argv) > 4 else 0, documents=sys.argv[1] == "documents"
        )
    else:
        sys.exit(speed())
