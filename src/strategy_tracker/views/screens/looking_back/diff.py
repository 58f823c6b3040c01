"""The differences between two moments: as a sheet, as a comment on a pull request, and as data."""

from collections.abc import Iterator, Sequence
from datetime import date
from html import escape as in_html
from typing import Any, NamedTuple

from strategy_tracker.comparing.differences import ChangeKind, Difference
from strategy_tracker.comparing.questions import Signal
from strategy_tracker.diagnostics import Diagnostic
from strategy_tracker.model.colour import Colour
from strategy_tracker.model.commit import Commit, FrozenReport
from strategy_tracker.model.names.joined import commas
from strategy_tracker.model.names.labels import Label, label, phrase
from strategy_tracker.views.dates_and_amounts import long_date
from strategy_tracker.views.formats import markdown
from strategy_tracker.views.sheet import Cell, Sheet, SheetSection, Table, cell, coloured, columns, line_text
from strategy_tracker.views.text import counted

_HEADINGS: dict[ChangeKind, Label] = {
    "settings": phrase("changed-settings"),
    "colour": phrase("changed-colour"),
    "state": phrase("changed-state"),
    "update": phrase("changed-update"),
    "due": phrase("changed-due"),
    "restated": phrase("changed-restated"),
    "target": phrase("changed-target"),
    "rule": phrase("changed-rule"),
    "reading": phrase("changed-reading"),
    "added": phrase("changed-added"),
    "withdrawn": label("withdrawn"),
    "moved": phrase("changed-moved"),
    "owner": phrase("changed-owner"),
    "reworded": phrase("changed-reworded"),
    "detail": phrase("changed-detail"),
}
"""Kinds of change in the order a board wants them."""

_COLOURS: dict[str, Colour] = {
    "red": "red",
    "amber": "amber",
    "green": "green",
    "complete": "blue",
    "delivered": "green",
}
COLUMNS = ("kind", "item", "thing", "text", "before", "after", "why", "worse")


class ComparedMoments(NamedTuple):
    """What was compared: two moments, the days they were judged at, and whether what nobody touched was judged too."""

    old: Commit
    was: date
    new: Commit | None
    today: date
    everything: bool = False
    report: FrozenReport | None = None
    unread: tuple[str, ...] = ()
    """The files of either moment that could not be read, or not whole."""
    in_error: tuple[Diagnostic, ...] = ()
    """What the files of a moment said, or say, and is an error: it is compared as it stands."""

    def lines(self, found: Sequence[Difference]) -> tuple[str, ...]:
        """Lines that say what was compared with what, and how."""
        last = self.new.words() if self.new else "the files on disk"
        days = [f"judged as at {long_date(day)}" for day in (self.was, self.today)]
        lines = [f"from {self.old.words()}, {days[0]}, to {last}, {days[1]}"]
        if self.report:
            to = f" to {self.report.body}" if self.report.body else ""
            again = sum(one.kind == "restated" for one in found)
            figures = f"{counted(again, 'figure')} restated since" if again else "no figure was restated since"
            lines.append(f"reported as '{self.report.name}'{to} as at {long_date(self.report.as_at)}; {figures}")
        if not self.everything and self.was != self.today:
            lines.append("what nobody touched was not judged again: --all shows what time alone moved")
        if self.unread:
            lines.append(f"compared only as far as it could be read: {', '.join(self.unread)}")
        return (*lines, *map(error_words, self.in_error[:_FEW]), *_more(len(self.in_error) - _FEW))


_FEW = 5


def error_words(found: Diagnostic) -> str:
    """Says that something is told as a file had it, although it is an error."""
    return phrase("told-in-error", place=found.place, message=found.message, code=found.code)


def _more(number: int) -> tuple[str, ...]:
    return (f"and {counted(number, 'error')} more, told as they stood",) if number > 0 else ()


def changes_sheet(found: Sequence[Difference], asked: Sequence[Signal], before: str, after: str) -> Sheet:
    """A sheet of all changes by kind; what a careful reader would ask comes last."""
    sections = [_section(kind, [one for one in found if one.kind == kind]) for kind in _HEADINGS]
    kept = [section for section in sections if section.tables]
    if asked:
        kept.append(
            SheetSection(phrase("careful-reader"), tuple(phrase("and-what", what=o.item, of=o.words) for o in asked))
        )
    return Sheet(_title(found), (f"from {before} to {after}",), tuple(kept))


def diff_sheet(found: Sequence[Difference], asked: Sequence[Signal], moments: ComparedMoments) -> Sheet:
    """A sheet of all changes by kind, headed by the days that both moments were judged at."""
    return changes_sheet(found, asked, "", "")._replace(lines=moments.lines(found))


def _title(found: Sequence[Difference]) -> str:
    if not found:
        return label("nothing-moved")
    colours = [one for one in found if one.kind == "colour"]
    worse, better = (sum(one.worse is way for one in colours) for way in (True, False))
    parts = [phrase("changes-in-all-one" if len(found) == 1 else "changes-in-all", number=f"{len(found):,}")]
    told = ((worse, "worse"), (better, "better"))
    return commas([*parts, *(phrase("count-of", number=f"{n}", what=phrase(name)) for n, name in told if n)])


_APART = {"measure": "measures", "practice example": "practice", "settings": "settings"}


def _section(kind: ChangeKind, found: list[Difference]) -> SheetSection:
    """One kind of change, with a table for each strategy and one for measures, which may serve several."""
    groups: dict[str, list[Difference]] = {}
    for one in found:
        groups.setdefault(_APART.get(one.thing) or one.item.split("/")[0], []).append(one)
    return SheetSection(_HEADINGS[kind], (), tuple(_table(kind, name, group) for name, group in groups.items()))


def _table(kind: str, name: str, found: list[Difference]) -> Table:
    if kind in ("added", "withdrawn"):
        heads = columns("item", "what", "words")
        return Table(name, heads, tuple((_item(one), cell(one.thing), cell(one.text)) for one in found))
    if kind == "update" and not any(one.before for one in found):
        heads = columns("item", "said", "remarks")
        return Table(name, heads, tuple((_item(one), cell(one.after), cell(one.why)) for one in found))
    heads = columns("item", "before", "after", "why" if kind == "colour" else "remarks")
    return Table(name, heads, tuple((_item(o), _value(o, o.before), _value(o, o.after), cell(o.why)) for o in found))


def _item(one: Difference) -> Cell:
    return cell(one.item.rpartition("/")[2])


def _value(one: Difference, text: str) -> Cell:
    return coloured(colour_of(text), text) if one.kind == "colour" else cell(text)


def colour_of(word: str) -> Colour:
    """The colour of a rating by its word, which may be followed by another: `red, waiting`."""
    return _COLOURS.get(word.partition(", ")[0], "grey")


# a comment on a pull request

FOLDED = 10
"""Rows from which a part is folded."""
ROOM = 60_000
"""Characters a comment may have: GitHub takes 65,536."""


def changes_markdown(found: Sequence[Difference], asked: Sequence[Signal], moments: ComparedMoments) -> str:
    """Writes the changes for a comment: a summary first, long parts folded, and never longer than a comment may be."""
    sheet = diff_sheet(found, asked, moments)
    out = markdown.write_sheet(sheet._replace(sections=()))
    room, omitted = ROOM - len(out), []
    for section in sheet.sections:
        part = "\n" + _folded(section)
        if len(part) <= room:
            out, room = out + part, room - len(part)
        else:
            omitted.append(f"{line_text(section.title).partition(':')[0].lower()} ({_rows(section)})")
    if omitted:
        out += f"\nToo long for a comment, so left out: {', '.join(omitted)}. `strategy diff` shows all.\n"
    return out


def _rows(section: SheetSection) -> int:
    return sum(len(table.rows) for table in section.tables) or len(section.lines)


def _folded(section: SheetSection) -> str:
    """Writes a part as Markdown, folded where it is long. GitHub and GitLab both want empty lines inside the fold."""
    if _rows(section) < FOLDED:
        return markdown.write_sheet(Sheet("", (), (section,))).removeprefix("## \n\n")
    inner = markdown.write_sheet(Sheet("", (), (section._replace(title=""),))).removeprefix("## \n\n")
    summary = f"<summary>{in_html(line_text(section.title))} ({_rows(section)})</summary>"
    return f"<details>\n{summary}\n\n{inner}\n</details>\n"


# data


def changes_content(found: Sequence[Difference], asked: Sequence[Signal], moments: ComparedMoments) -> dict[str, Any]:
    """The changes for JSON, with the two moments and the days they were judged at."""
    return {
        "from": moments.old,
        "from_as_at": moments.was,
        "to": moments.new,
        "to_as_at": moments.today,
        "report": moments.report,
        "everything": moments.everything,
        "unread": moments.unread,
        "in_error": [error_words(one) for one in moments.in_error],
        "changes": found,
        "questions": asked,
    }


def change_rows(found: Sequence[Difference]) -> Iterator[dict[str, Any]]:
    """A flat row for each change."""
    return (one._asdict() for one in found)
