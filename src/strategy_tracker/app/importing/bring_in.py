"""Bringing a table in: a report of what it holds, and the proposal of a new strategy with its measures."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from strategy_tracker.app.importing.import_maps import map_lines
from strategy_tracker.app.writing.proposal import Draft as Planned
from strategy_tracker.app.writing.proposal import Note, Proposal, new_file, proposal_of, refuse_wrong_settings
from strategy_tracker.editing import render
from strategy_tracker.editing.new_ids import candidates
from strategy_tracker.files.find import find_files, find_root
from strategy_tracker.files.opened_settings import opened
from strategy_tracker.files.portfolio import Portfolio
from strategy_tracker.files.read_settings import settings_in
from strategy_tracker.how_far import in_one_piece
from strategy_tracker.intake.as_records import DraftRecords, PlacedRecord, records_of
from strategy_tracker.intake.documents.pieces import PaperDocument
from strategy_tracker.intake.draft import PlanDraft, TableAnswers
from strategy_tracker.intake.layout.found_table import Wishes
from strategy_tracker.intake.ledger import CellRemark
from strategy_tracker.intake.outline import TableFile, with_seen_only
from strategy_tracker.intake.read_source import read_source
from strategy_tracker.intake.readers.limits import BYTES, too_much
from strategy_tracker.problem import Problem


class Incoming(NamedTuple):
    """What a file was found to hold: the draft, what is said of its cells, and what became of each.

    `paper` says that it is a document, of which paragraphs count as cells.
    """

    source: TableFile
    draft: PlanDraft
    remarks: tuple[CellRemark, ...]
    cells: dict[str, int]
    paper: bool = False

    @property
    def title(self) -> str:
        """The title of the plan: its own, or the name of the file where it says none."""
        return self.draft.title or re.sub(r"[_-]+", " ", Path(self.source.name).stem).strip()


def read_incoming(path: Path, answers: TableAnswers, wishes: dict[str, Wishes | None]) -> Incoming:
    """Read a table or a document from a file. Raises `Problem` where it cannot be read, or is neither."""
    data = bytes_of(path)
    reader = document_reader(path.name, data)
    if reader is not None:
        with in_one_piece(f"opening {path.name}"):
            document = reader(path.name, data)
        return _of_document(document, answers, wishes)
    with in_one_piece(f"opening {path.name}"):
        source = with_seen_only(reader_of(path.name, data)(path.name, data))
    found = read_source(source, answers, _by_sheet(source, wishes))
    return Incoming(source, found.draft, tuple(found.ledger.remarks), found.ledger.counts(source))


def _of_document(document: PaperDocument, answers: TableAnswers, wishes: dict[str, Wishes | None]) -> Incoming:
    """What a document was found to hold. Raises `Problem` for what is said of sheets: it has none."""
    from strategy_tracker.intake.documents.read_document import read_document

    if wishes:
        raise Problem(
            f"{document.source.name} is a document, and has no sheets or columns",
            "leave --sheet, --heading, --column and --map out",
        )
    found = read_document(document, answers)
    counts = found.ledger.counts(document.source)
    return Incoming(document.source, found.draft, tuple(found.ledger.remarks), counts, paper=True)


def open_table(path: Path) -> TableFile:
    """Read a file to its sheets. Raises `Problem` where it cannot be read, or is no table."""
    data = bytes_of(path)
    with in_one_piece(f"opening {path.name}"):
        return with_seen_only(reader_of(path.name, data)(path.name, data))


def bytes_of(path: Path) -> bytes:
    """The bytes of a file. Raises `Problem` where it cannot be read, is empty, or is larger than what is read."""
    try:
        if not path.is_file():
            raise Problem(f"there is no file '{path}'", "check its name and folder")
        if path.stat().st_size > BYTES:
            raise too_much(path.name, BYTES, "bytes")
        data = path.read_bytes()
    except OSError as error:
        raise Problem(f"'{path}' cannot be read ({error.strerror})", "close it elsewhere, or copy it") from None
    if not data.strip():
        raise Problem(f"{path.name} is empty", "save it once more")
    return data


def document_reader(name: str, data: bytes) -> Callable[[str, bytes], PaperDocument] | None:
    """What reads a file that is a document; None where it is a table, or neither."""
    ending = Path(name).suffix.lower()
    if data.startswith(b"%PDF") or ending == ".pdf":
        from strategy_tracker.intake.documents.formats.of_pdf import read_pdf

        return read_pdf
    if ending in (".docx", ".docm") or (data.startswith(b"PK") and b"word/document.xml" in data):
        from strategy_tracker.intake.documents.formats.of_word import read_word

        return read_word
    if ending in (".md", ".markdown"):
        from strategy_tracker.intake.documents.formats.of_markdown import read_markdown

        return read_markdown
    if ending in (".html", ".htm", ".xhtml"):
        from strategy_tracker.intake.documents.formats.of_html import read_html

        return read_html
    if ending in (".txt", ".text", "") and not data.startswith(_NO_TEXT):
        from strategy_tracker.intake.documents.formats.of_text import is_table_of_text, read_text

        return None if is_table_of_text(name, data) else read_text
    return None


_NO_TEXT = (b"%PDF", b"{\\rtf", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"PK", b"\xd0\xcf\x11\xe0")
"""How files begin that are no text, whatever their names say."""


def reader_of(name: str, data: bytes) -> Callable[[str, bytes], TableFile]:
    """What reads a file, by what it is and not by what its name says. Raises `Problem` where nothing here does."""
    ending = Path(name).suffix.lower()
    if data.startswith((b"{\\rtf", b"\x89PNG", b"\xff\xd8\xff", b"GIF8")) or ending in (
        ".doc",
        ".rtf",
        ".pages",
        ".odt",
    ):
        raise Problem(
            f"{name} is no table, and no document that is read", "save it as .docx or .txt, a table as .xlsx or .csv"
        )
    if data.startswith(b"\xd0\xcf\x11\xe0") or (data.startswith(b"PK") and ending in (".ods", ".xlsb")):
        from strategy_tracker.intake.readers.other_sheets import read_other_workbook

        return read_other_workbook
    if data.startswith(b"PK") or ending in (".xlsx", ".xlsm"):
        from strategy_tracker.intake.readers.sheets import read_workbook

        return read_workbook
    from strategy_tracker.intake.readers.tables import read_table

    return read_table


def _by_sheet(source: TableFile, wishes: dict[str, Wishes | None]) -> dict[str, Wishes | None]:
    """What is said of each sheet. Raises `Problem` for the name of none; '' stands for every sheet."""
    names = [sheet.name for sheet in source.sheets]
    for name in wishes:
        if name and name not in names:
            raise Problem(f"there is no sheet '{name}'", f"its sheets are {', '.join(names)}")
    every = wishes.get("", Wishes())
    return {name: wishes.get(name, every) for name in names}


def propose_import(
    root: Path | None, incoming: Incoming, own: str, answers: TableAnswers, today: date, *, save_map: bool = False
) -> Proposal:
    """The proposal of a strategy and its measures made of a table, each item with the comment of its cell.

    With `save_map` a map of what was used is written beside them, for the next table of the same form.

    Raises `Problem` where a file of that name is there, or where what the table says cannot be.
    """
    folder = root.absolute() if root else find_root(Path.cwd())
    if folder is None or not folder.is_dir():
        raise Problem(f"there is no portfolio {f'in {root}' if root else 'here'}", "strategy init")
    if not re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", own, re.ASCII):
        raise Problem(f"--as: '{own}' is no id", "small letters, digits and hyphens: --as housing-plan")
    settings, wrong = settings_in(folder)
    refuse_wrong_settings(Portfolio(folder, opened(settings, wrong), (), ()))
    draft = incoming.draft
    holds_something(incoming)

    def plan() -> Planned:
        known = _measure_ids(folder)
        made = records_of(draft, own, incoming.title, known.__contains__, answers.on, settings.year_end)
        files = []
        wanted = [*_files_of(made, own, incoming.source.name)]
        if save_map:
            wanted.append((f"imports/{own}.yaml", map_lines(incoming.source.name, draft, answers, made.ids)))
        for name, lines in wanted:
            if (folder / name).exists():
                raise Problem(f"{name} is there already", f"to bring a table into it: --into {own}; or another --as")
            files.append(new_file(folder, name, lines, today, settings))
        notes = tuple(Note(f"{one.place}: {one.words}", one.next_step) for one in made.waiting)
        files[-1] = files[-1]._replace(notes=(*files[-1].notes, *notes))
        return Planned(None, tuple(files))

    return proposal_of(folder, [folder / "strategies", folder / "measures", folder / "imports"], plan)


def holds_something(incoming: Incoming) -> Incoming:
    """The same. Raises `Problem` where it holds no action and no measure."""
    if not incoming.draft.actions and not incoming.draft.measures:
        raise Problem(f"{incoming.source.name} holds no action and no measure that was understood", _LOOK)
    return incoming


def own_id(incoming: Incoming) -> str:
    """An id for the strategy of a table, made of its title."""
    return next(iter(candidates(incoming.title, "strategy")), "plan")


_LOOK = "look at its report: strategy import FILE; --heading, --sheet and --column say where it is"


def _measure_ids(folder: Path) -> set[str]:
    """The ids of the measures that are on record."""
    from strategy_tracker.editing.new_ids import ids_in

    held = [Path(one.path).read_bytes() for one in find_files(folder)[0] if one.kind == "measures"]
    return ids_in(b"\n".join(held), top=False)


def _files_of(made: DraftRecords, own: str, source: str) -> Iterator[tuple[str, list[str]]]:
    """The files: their names and lines."""
    if made.measures:
        lines = [f"# from {_comment(source)}", "measures:"]
        for one in made.measures:
            lines += _item(one, 2)
        yield f"measures/{own}.yaml", lines
    if made.priorities:
        lines = [f"# from {_comment(source)}", *render.mapping(made.head, 0, 2), "priorities:"]
        for priority, actions in made.priorities:
            lines += _item(priority, 2)
            if actions:
                lines.append("    actions:")
            for action in actions:
                lines += _item(action, 6)
        yield f"strategies/{own}.yaml", lines


def _item(one: PlacedRecord, column: int) -> list[str]:
    record: dict[str, Any] = one.record
    return [f"{' ' * column}# {_comment(one.place)}", *render.item(record, column, 2)]


def _comment(text: str) -> str:
    """A text on one line of a comment, without what nobody can see."""
    from strategy_tracker.model.names.unseen import UNSEEN

    return UNSEEN.sub("", " ".join(text.split()))
