"""From section to section: each list goes under its priority as what its heading or its opening words say it is."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from strategy_tracker.intake.cells.understood import Understood
from strategy_tracker.intake.cells.words import simple
from strategy_tracker.intake.documents.entries import Entries
from strategy_tracker.intake.documents.governance import body_of
from strategy_tracker.intake.documents.labels import LineLabel, is_private, label_of
from strategy_tracker.intake.documents.lists import ListItem, listed, opens, unmarked
from strategy_tracker.intake.documents.part_tables import columns_of_parts, items_of_parts
from strategy_tracker.intake.documents.parts import Labelled
from strategy_tracker.intake.documents.pieces import PaperPiece, without_names
from strategy_tracker.intake.documents.priorities import Priorities
from strategy_tracker.intake.documents.sections import PaperSection
from strategy_tracker.intake.documents.sentences import sentences_of
from strategy_tracker.intake.documents.tables import tables_of
from strategy_tracker.intake.draft import (
    DraftAction,
    DraftBody,
    DraftMeasure,
    PlanDraft,
    SheetReport,
    TableReport,
)
from strategy_tracker.intake.outline import Grid, GridSpot
from strategy_tracker.intake.read_source import read_sheet

_QUOTED = re.compile(r"^[\u2018\u201c'\"].{15,}[\u2019\u201d'\".]\s*\.?$", re.DOTALL)
_SAID = re.compile(
    r"\b(?:said|told|asked|found|heard|report(?:ed)?|shows?|feedback|comments?|examples?|include[ds]?|questions?)\b",
    re.IGNORECASE,
)
_PAST = re.compile(r"\b(?:have|has|had|did|was|were|already|so far|last year)\b", re.IGNORECASE)
"""Words before a list of what was done."""
_VISION = re.compile(r"(?:our |the )?vision\s*(?:is|:)\s*(?P<rest>.+)$", re.IGNORECASE | re.DOTALL)


_OF_ACTIONS = frozenset({"owner", "due", "partners", "starts", "every", "state", "rag"})
"""What a label says of an action."""


@dataclass
class _Now:
    """What the next list is, the words that open it, and whether prose or a list stood since the heading."""

    part: str
    stem: str = ""
    prose: bool = False
    listed: bool = False


class Walk:
    """Goes through the sections of a document and gathers what its plan holds."""

    def __init__(self, entries: Entries, sections: Sequence[PaperSection], whole: PlanDraft) -> None:
        self.entries, self.sections, self.whole = entries, sections, whole
        self.priorities = Priorities(entries, sections, whole)
        self.actions: list[DraftAction] = []
        self.measures: list[DraftMeasure] = []
        self.plan: dict[str, list[str]] = {"aspirations": [], "needs": [], "vision": []}
        self.governance: list[DraftBody] = []
        self.reports: list[TableReport] = []
        self.tables: list[SheetReport] = []
        titles = (one.heading.title for one in sections)
        self.titles = {
            simple(text) for title in titles for text in (title, Labelled(title).title, _bare(title)) if text
        }
        self.labelled_sections = self.priorities.labelled_with_parts()

    def read(self) -> PlanDraft:
        """Give the draft with everything that the sections hold."""
        for section in self.sections:
            self._section(section)
        whole = self.priorities.completed(self.whole)
        whole = self._without_empty(whole)
        reports = (SheetReport("text", tuple(self.reports)), *self.tables)
        return whole._replace(
            actions=(*whole.actions, *self.actions),
            measures=(*whole.measures, *self.measures),
            aspirations=tuple(self.plan["aspirations"]),
            needs=tuple(self.plan["needs"]),
            vision=tuple(self.plan["vision"]),
            governance=tuple(self.governance),
            sheets=reports,
        )

    def _without_empty(self, whole: PlanDraft) -> PlanDraft:
        """The draft without priorities under which nothing stands, as a heading over a table with bands of its own."""
        used = {one.priority for one in self.actions} | {one.priority for one in self.measures}
        kept = [n for n, one in enumerate(whole.priorities) if n in used or one.aspirations or one.owner]
        numbers = {old: new for new, old in enumerate(kept)}
        self.actions = [one._replace(priority=numbers[one.priority]) for one in self.actions]
        self.measures = [one._replace(priority=numbers.get(one.priority, -1)) for one in self.measures]
        return whole._replace(priorities=tuple(whole.priorities[n] for n in kept))

    # one section

    def _section(self, section: PaperSection) -> None:
        part = section.part
        items = len(self.actions) + len(self.measures)
        pieces = section.pieces
        if part == "actions" and self._is_elsewhere(section):
            self._not_told(section)
            part = ""
        elif self.priorities.is_action(section) and section.piece is not None:
            under = self.priorities.number(section.parent or section, "actions")
            self.actions.append(self.entries.action(section.piece, section.heading.title, under))
            section.last = len(self.actions) - 1
            part = ""
        if part in ("actions", "measures", "aspirations") and unmarked(pieces, part):
            self._unmarked(section, part)
        else:
            self._run(section, part)
        taken = len(self.actions) + len(self.measures) - items
        if part == "actions" and section.heading.part and not taken and not section.children:
            self._nothing_told(section)
        if section.piece is not None and section.heading.part and not self.entries.is_left(section.piece):
            words = section.heading.title
            self.reports.append(
                TableReport(part or "left out", (section.piece.row,), ((section.piece.place, words, part),), taken)
            )

    def _run(self, section: PaperSection, part: str) -> None:
        """Go through the pieces of a section; opening words before a list say what that list is."""
        if section.heading.part and section.piece is not None and part:
            self.entries.take(section.piece)
        now = _Now(part)
        at = 0
        while at < len(section.pieces):
            piece = section.pieces[at]
            if piece.kind == "item" and not piece.aside:
                items, at = listed(section.pieces, at)
                record = [] if now.part or not self._is_record(section, at) else [items.pop()]
                if items:
                    self._list(section, now.part, now.stem, items, opened=now.part != part or not now.prose)
                for item in record:
                    self._entry(section, "actions", "", item)
                now.listed = True
                now.part, now.stem = part, ""
                continue
            if piece.kind == "table":
                self._table(section, piece)
            elif not piece.aside and not is_private(piece.text):
                label = label_of(piece.text)
                if not (label and self._label(section, piece, label, below_items=now.listed)):
                    self._between(section, piece, now, at)
            at += 1

    def _between(self, section: PaperSection, piece: PaperPiece, now: "_Now", at: int) -> None:
        """A paragraph: it opens the list below it, stands before that list, or is by itself."""
        follows = at + 1 < len(section.pieces) and section.pieces[at + 1].kind == "item"
        opened = opens(piece.text) if follows else ""
        if opened:
            now.part, now.stem = opened, ""
            if not (opened == "actions" and (section.chapter or self._is_elsewhere(section))):
                self.entries.take(piece)
        elif follows and piece.text.rstrip().endswith(":"):
            now.stem = piece.text.rstrip(" :")
            past = now.part == "actions" and _PAST.search(now.stem)
            if past or _SAID.search(now.stem) or (section.heading.chapter and not section.part):
                now.part = ""
        elif not (at == 0 and self._is_strapline(section, piece)) and not self._paragraph(section, piece, now):
            now.prose, now.stem = True, ""
            self._promises(section, piece)

    def _is_strapline(self, section: PaperSection, piece: PaperPiece) -> bool:
        """Whether a paragraph is the quoted line below the heading of a priority, which is kept."""
        if not _QUOTED.match(piece.text) or not self.priorities.is_one(section):
            return False
        self.priorities.strapline(section, piece)
        return True

    def _paragraph(self, section: PaperSection, piece: PaperPiece, now: "_Now") -> bool:
        """Take a paragraph that is no item where its place says what it is; whether it was taken."""
        if now.part == "governance":
            return self._governance(piece)
        found = _VISION.match(piece.text) if len(piece.text.split()) < 60 and not self.plan["vision"] else None
        if found or now.part == "needs" or (now.part == "vision" and not now.prose):
            text = found["rest"][:1].upper() + found["rest"][1:] if found else piece.text
            self.plan["vision" if found else now.part].append(text)
            self.entries.take(piece)
        elif now.part in ("measures", "aspirations") and not now.prose and _is_stray(piece, section):
            self._entry(section, now.part, "", ListItem(piece, ()))
            words = "no bullet stands before it, as before the others: it was taken as one of them"
            self.entries.say(piece, "no-bullet", words, "take it out of the file if it is none", taken=True)
        else:
            return False
        return True

    def _governance(self, piece: PaperPiece) -> bool:
        bodies = body_of(piece.text)
        if bodies:
            self.governance += [one for one in bodies if one.body not in {each.body for each in self.governance}]
            self.entries.take(piece)
        return bool(bodies)

    def _label(self, section: PaperSection, piece: PaperPiece, label: LineLabel, *, below_items: bool = False) -> bool:
        """Put what a label says where it belongs: to the action above it, or to the priority; whether it was taken."""
        if label.role == "text" and label.value and not section.chapter:
            under = self.priorities.number(section, "actions")
            made = self.entries.action(piece, label.value, under)
            self.actions.append(made)
            section.last = len(self.actions) - 1
            return True
        if section.last is not None:
            self.actions[section.last] = self.entries.labelled(self.actions[section.last], label, piece)
            return True
        if section.part == "measures" and label.value and self._of_measure(section, piece, label):
            return True
        if label.role == "owner" and label.value and not below_items and self.priorities.is_one(section):
            self.priorities.owned(section, piece, self.entries.owners(label.value, piece))
            return True
        return False

    def _of_measure(self, section: PaperSection, piece: PaperPiece, label: LineLabel) -> bool:
        """Take a measure that labels tell, such as `Measure: …` and `Target: 55% by 2028/29`; whether it is one."""
        if label.role in ("title", "text"):
            number = self.priorities.number(section, "measures")
            self.measures.append(self.entries.measure(piece, label.value, number, self.whole.starts))
            section.measure = len(self.measures) - 1
            return True
        if section.measure is None or label.role not in (
            "target",
            "baseline",
            "reading",
            "owner",
            "unit",
            "frequency",
            "source",
        ):
            return False
        self.measures[section.measure] = self.entries.of_measure(self.measures[section.measure], label, piece)
        return True

    # lists

    def _list(self, section: PaperSection, part: str, stem: str, items: Sequence[ListItem], *, opened: bool) -> None:
        """Take the items of a list as what they are; say of one that nothing tells that it may be actions."""
        if part and self._names_priorities(items):
            return
        if not part or (part == "actions" and (section.chapter or self._is_elsewhere(section))) or not opened:
            self._unknown(section, part, items)
            return
        for item in items:
            self._entry(section, part, stem, item)

    def _is_record(self, section: PaperSection, at: int) -> bool:
        """Whether the item before a place is an action by the labels there, of which one says when it is due."""
        roles: list[str] = []
        for piece in section.pieces[at:]:
            label = label_of(piece.text) if piece.kind == "para" else None
            if label is None:
                break
            roles.append(label.role)
        inside = not section.chapter or any(one.heading.labelled for one in section.above())
        return inside and not self._is_elsewhere(section) and "owner" in roles and bool({"due", "state"} & set(roles))

    def _names_priorities(self, items: Sequence[ListItem]) -> bool:
        """Whether the items of a list are headings of the document: it tells what is to come, and nothing else."""
        words = [simple(item.piece.text) for item in items]
        return len(words) > 1 and sum(one in self.titles for one in words) * 2 > len(words)

    def _unknown(self, section: PaperSection, part: str, items: Sequence[ListItem]) -> None:
        if not section.chapter and (self.priorities.is_one(section) or part == "actions"):
            words = f"a list of {len(items)}: nothing says whether these are actions"
            step = "give it a heading such as 'What we will do', or 'How we will know', if it is that"
            self.entries.ledger.remark(items[0].piece.place, Understood("", "not-told-apart", words, step), taken=False)

    def _entry(self, section: PaperSection, part: str, stem: str, item: ListItem) -> None:
        piece = item.piece
        text = piece.text if part == "actions" else _with_stem(stem, piece.text)
        if part == "actions":
            self.actions.append(self.entries.action(piece, text, self.priorities.number(section, part)))
            section.last = len(self.actions) - 1
            note = list(self._inner(item, section.last))
            made = self.actions[section.last]
            self.actions[section.last] = made._replace(note="\n".join(filter(None, (made.note, *note))))
        elif part == "measures":
            number = self.priorities.number(section, part)
            measure = self.entries.measure(piece, text, number, self.whole.starts)
            self.measures.append(measure._replace(note="\n".join(self._inner(item))))
        elif part == "aspirations":
            whole = "; ".join((text, *self._inner(item)))
            if not self.priorities.aspiration(section, whole):
                self.plan["aspirations"].append(whole)
            self.entries.take(piece)
        elif part in self.plan:
            self.plan[part].append("; ".join((text, *self._inner(item))))
            self.entries.take(piece)
        elif part == "governance":
            self._governance(piece)

    def _inner(self, item: ListItem, action: int | None = None) -> Iterator[str]:
        """The texts of the items below an item, which are a part of it; labels say something of the action it is."""
        for one in item.inner:
            label = label_of(one.text)
            if action is not None and label and label.value and label.role in _OF_ACTIONS:
                self.actions[action] = self.entries.labelled(self.actions[action], label, one)
                continue
            words = f"'{one.text}' is a part of the item above, and stands in its note"
            self.entries.say(one, "part-of-item", words, "write it as an action of its own, if it is one", taken=True)
            yield one.text

    def _unmarked(self, section: PaperSection, part: str) -> None:
        if section.piece is not None:
            self.entries.take(section.piece)
        taken = [piece for piece in section.pieces if piece.kind == "para" and not piece.aside]
        for piece in taken:
            label = label_of(piece.text)
            if not (label and self._label(section, piece, label)):
                self._entry(section, part, "", ListItem(piece, ()))
        words = f"without bullets, and read as the items of a list ({len(taken)})"
        self.entries.ledger.remark(
            taken[0].place, Understood(part, "no-bullet", words, "take out of the file what is none"), taken=True
        )

    # tables

    def _table(self, section: PaperSection, piece: PaperPiece) -> None:
        grid = piece.grid
        assert grid is not None
        columns = {} if section.chapter else columns_of_parts(grid)
        if columns:
            self._parts_beside(section, grid, columns)
            return
        tables = tables_of(grid, self.entries.days.year_end)
        if not tables or not any(kind == "item" for table in tables for kind in table.rows.values()):
            self.entries.ledger.leave(grid, grid.filled())
            words = f"{grid.name} is left out: no table of actions or measures"
            self.entries.ledger.remark(grid.name, Understood("", "section-left-out", words, "nothing"), taken=False)
            self.tables.append(SheetReport(grid.name, left_out="no table of actions or measures"))
            return
        actions = any(table.kind == "actions" for table in tables)
        named = any(table.first("priority") for table in tables)
        under = -1 if named else self.priorities.over_table(section, actions=actions)
        before = self.priorities.completed(self.whole)
        known = before._replace(actions=(), measures=())
        found, report = read_sheet(
            grid, tables, known, self.entries.days, self.entries.answers, self.entries.ledger, under
        )
        self.priorities.take_in(found)
        self.actions += [
            one._replace(text=without_names(one.text), note=without_names(one.note)) for one in found.actions
        ]
        self.measures += [
            one._replace(
                title=without_names(one.title),
                note=without_names(one.note),
                source=without_names(one.source),
                definition=without_names(one.definition),
            )
            for one in found.measures
        ]
        self.tables.append(report)

    def _parts_beside(self, section: PaperSection, grid: Grid, columns: dict[int, str]) -> None:
        """Take a table whose columns are parts of a plan, each line of a cell as an item of a list."""
        before = len(self.actions) + len(self.measures)
        self.entries.ledger.leave(grid, (GridSpot(min(grid.rows), column) for column in grid.words(min(grid.rows))))
        for item in items_of_parts(grid, columns):
            under = self.priorities.titled(item.title, item.title_place) if item.title else None
            number = self.priorities.number(section, item.part) if under is None else under
            text = without_names(item.text)
            piece = PaperPiece("item", text, item.place)
            if item.part == "actions":
                self.actions.append(self.entries.action(piece, text, number))
            elif item.part == "measures":
                self.measures.append(self.entries.measure(piece, text, number, self.whole.starts))
            elif number >= 0:
                self.priorities.aspire(number, text)
            else:
                self.plan["aspirations"].append(text)
        for row in grid.rows:
            for column in grid.words(row):
                self.entries.ledger.take(grid, row, column)
        taken = len(self.actions) + len(self.measures) - before
        heads = tuple((str(column), cell.text, columns[column]) for column, cell in grid.words(min(grid.rows)).items())
        self.tables.append(SheetReport(grid.name, (TableReport("actions", (min(grid.rows),), heads, taken),)))

    # what cannot be told

    def _promises(self, section: PaperSection, piece: PaperPiece) -> None:
        """Say of each sentence in prose that begins as an action of ours does that it may be one."""
        if section.chapter or self._is_elsewhere(section) or not self.priorities.is_one(section):
            return
        for sentence in sentences_of(piece.text):
            if re.match(
                r"(?:by [^,]{4,30}, )?(?:we|the council|the partnership) will (?!not\b)", sentence, re.IGNORECASE
            ):
                words = f"'{sentence}' may be an action, and stands in prose"
                said = Understood(
                    "", "not-told-apart", words, "put it into a list under 'What we will do', if it is one"
                )
                self.entries.ledger.remark(piece.place, said, taken=False)

    def _is_elsewhere(self, section: PaperSection) -> bool:
        """Whether actions stand outside the priorities of a document that names these: they are no part of them."""
        if not self.labelled_sections:
            return False
        return not any(one.heading.labelled for one in section.above())

    def _nothing_told(self, section: PaperSection) -> None:
        prose = [piece for piece in section.pieces if piece.kind == "para" and not piece.aside]
        if prose and not section.chapter:
            many = f"{len(prose)} paragraphs stand" if len(prose) > 1 else "a paragraph stands"
            words = f"{many} under '{section.heading.title}', and no item of a list: nothing is taken"
            said = Understood(
                "", "not-told-apart", words, "put a bullet before each action, and read the file once more"
            )
            self.entries.ledger.remark(prose[0].place, said, taken=False)

    def _not_told(self, section: PaperSection) -> None:
        if section.piece is not None and any(piece.kind == "item" for piece in section.pieces):
            words = f"a list after '{section.heading.title}' stands outside the priorities, and is not taken"
            said = Understood(
                "", "not-told-apart", words, "put it under its priority, if these are actions of the plan"
            )
            self.entries.ledger.remark(section.piece.place, said, taken=False)


def _bare(title: str) -> str:
    return re.sub(r"^\d{1,2}(?:\.\d+)*[.):]?\s+", "", title)


def _with_stem(stem: str, text: str) -> str:
    """The words that open a list with one of its items, as they are read together."""
    if not stem or len(stem.split()) > 14:
        return text
    small = text if re.match(r"[A-Z]{2}|[A-Z] |\d", text) else text[:1].lower() + text[1:]
    return f"{stem} {small}"


def _is_stray(piece: PaperPiece, section: PaperSection) -> bool:
    """Whether a paragraph below a list is an item without its bullet: it ends without a full stop, as the others do."""
    items = [one.text for one in section.pieces if one.kind == "item"]
    if not items or piece.text.rstrip()[-1:] in ".!?,;:" or len(piece.text.split()) > 40:
        return False
    return sum(text.rstrip()[-1:] in ".!?" for text in items) * 2 < len(items)
