"""Write a result in the format asked for: data on standard output, everything else on standard error."""

import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from strategy_tracker.cli.boundary import CANNOT, print_note, print_parted
from strategy_tracker.cli.options import Format
from strategy_tracker.how_far import in_one_piece
from strategy_tracker.problem import Problem

if TYPE_CHECKING:
    from strategy_tracker.app.looking.status import FilteredStanding
    from strategy_tracker.app.moment import Portfolio
    from strategy_tracker.diagnostics import Diagnostic
    from strategy_tracker.views.document import Document
    from strategy_tracker.views.sheet import Sheet


def print_result(
    form: Format,
    sheet: Callable[[], "Sheet"],
    content: Callable[[], Mapping[str, Any]],
    rows: Callable[[], tuple[Iterable[str], Iterable[Mapping[str, Any]]]],
    kind: str,
) -> None:
    """Write one result; only the shape that the format needs is made."""
    _LAST[:] = sheet, content, rows  # what they are made of is not taken apart before the process ends
    if form is Format.table:
        with in_one_piece(_WRITING):
            made = sheet()
        print_sheet(made)
        return
    with in_one_piece(_WRITING):
        if form is Format.markdown:
            from strategy_tracker.views.formats import markdown

            text = markdown.write_sheet(sheet())
        elif form is Format.json:
            from strategy_tracker.views.formats.data import as_json

            text = as_json(kind, content())
        else:
            from strategy_tracker.views.formats.data import as_csv

            text = as_csv(*rows())
    if form is Format.csv:
        print_as_it_is(text)
    else:
        sys.stdout.write(text)


_WRITING = "writing the result"
_LAST: list[object] = []
"""What the last result is made of: to free a thousand strategies one by one takes 0.1 s, to end with them nothing."""


def print_sheet(sheet: "Sheet") -> None:
    """Print a sheet on the screen, whose engine of layouts and colours is imported only where one of them is wanted."""
    from strategy_tracker.views.formats.screens.plain_screen import write_plain

    if not write_plain(sheet):
        from strategy_tracker.views.formats.screens.terminal import write_sheet

        write_sheet(sheet)


def screen_width() -> int:
    """The columns of the terminal; 80 where there is none."""
    from strategy_tracker.views.formats.screens.terminal import console

    return console().width


def print_as_it_is(text: str) -> None:
    """Write a text that ends its own lines, such as CSV, or a diff of a file that has not the line ends of here."""
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(newline="")
    sys.stdout.write(text)


def file_format(named: str, output: Path | None) -> str:
    """The format of a report: the one that is named, or that the ending of its file asks for.

    Raises `Problem` for one that a terminal cannot show, and for a name of a data file.
    """
    from strategy_tracker.views.formats.writers import FORMATS, by_suffix

    if output is not None and output.suffix.lower() in (".yaml", ".yml"):
        raise Problem(f"'{output}' has the name of a data file", "give the report another name")
    chosen = named or by_suffix(output.suffix if output else "")
    if not chosen:
        raise Problem(f"the name '{output}' does not say how to write it", "let it end in .md, .html, .docx or .pdf")
    form = FORMATS[chosen]
    if form.binary and output is None:
        raise Problem(f"{form.name} is not for a terminal", f"name a file: -o report{form.suffix}")
    return chosen


def print_document(document: "Document", form: str, output: Path | None, made_of: "Portfolio") -> None:
    """Write a document in a format, and say why it names no commit, where git could not be asked.

    Raises `Problem` where this installation cannot write it.
    """
    from strategy_tracker.views.formats.writers import writer

    with in_one_piece("writing the document"):
        made = writer(form)(document)
    print_or_save(made, output)
    print_unnamed(made_of, document.made_from)


def print_or_save(made: str | bytes, output: Path | None) -> None:
    """Write a whole result to the file that a person named, or as text to standard output where none is named."""
    if output is not None:
        save(output, made.encode() if isinstance(made, str) else made)
    else:
        print_as_it_is(made if isinstance(made, str) else made.decode())


def print_unnamed(portfolio: "Portfolio", made_from: str) -> None:
    """Say on standard error why what was made of these files names no commit, where git could not be asked."""
    from strategy_tracker.app.reporting.report_scope import why_unnamed

    if why := why_unnamed(portfolio, made_from):
        print_note(f"note: no commit is named, because git could not be asked: {why.message}")
        print_note(f"  help: {why.next_step}")


def save(output: Path, data: bytes) -> None:
    """Write a result to the file that a person named, whole or not at all, and say so.

    Raises `Problem` where it cannot be written; a former file is then as it was.
    """
    from strategy_tracker.app.reporting.save_result import save_result

    parted = save_result(output, data)
    print_note(f"wrote {output}")
    if parted:
        print_parted(output)


def print_unread(found: "Sequence[Diagnostic]", keep_going: bool) -> int:
    """Say on standard error what could not be read; the exit code that this asks for."""
    if not found:
        return 0
    from strategy_tracker.diagnostics import too_old
    from strategy_tracker.views.formats.findings.as_text import where
    from strategy_tracker.views.text import counted, file_name

    for item in too_old(found)[:1]:
        print_note(f"error: {item.message}\n  help: {item.help}")
        return 0 if keep_going else CANNOT
    files = dict.fromkeys(file_name(item.place) for item in found)
    total = sum(1 + item.more for item in found)
    print_note(f"left out, because of {counted(total, 'error')} in {', '.join(files)}:")
    for item in found[:10]:
        print_note(f"  {where(item)}: {item.message} [{item.code}]")
    if total > 10:
        print_note(f"  … and {total - 10:,} more")
    past = all(item.known for item in found)
    step = f"'strategy explain {found[0].code}' says what it means" if past else "'strategy validate' explains each one"
    print_note(f"  help: {step}" + ("" if keep_going else "; --keep-going shows the rest all the same"))
    return 0 if keep_going else CANNOT


def print_lacking(found: "FilteredStanding", keep_going: bool) -> int:
    """Say on standard error what could not be read, and that nothing fits; the exit code if that ends the command.

    Raises `Problem` for a filter's name that nothing in the portfolio has: a mistype must not look like good news.
    """
    code = print_unread(found.wrong, keep_going)
    if code or not found.is_empty:
        return code
    if found.mistyped:
        raise found.mistyped
    print_note(f"nothing has {found.filters.words()}")
    return 0
