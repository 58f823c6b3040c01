"""The priorities of a document: headings over lists and tables, or titles before as many rounds of lists."""

import re
from collections.abc import Sequence

from strategy_tracker.intake.cells.owners import Owners
from strategy_tracker.intake.cells.understood import Understood
from strategy_tracker.intake.documents.entries import Entries
from strategy_tracker.intake.documents.labels import label_of
from strategy_tracker.intake.documents.parts import Labelled
from strategy_tracker.intake.documents.pieces import PaperPiece
from strategy_tracker.intake.documents.sections import PaperSection, count_rounds, empty_before
from strategy_tracker.intake.draft import DraftPriority, PlanDraft

_PARTS = ("aspirations", "actions", "measures", "needs")


class Priorities:
    """Which priority each section stands under; one is made where the first thing is taken under it."""

    def __init__(self, entries: Entries, sections: Sequence[PaperSection], whole: PlanDraft) -> None:
        self.entries, self.sections, self.title = entries, sections, whole.title
        self.cover = {whole.title, whole.organisation}
        self.found: list[DraftPriority] = []
        self.numbers: dict[int, int] = {}
        self.waiting: dict[int, str] = {}
        self.straplines: dict[int, PaperPiece] = {}
        self.titles = self._titles_of_rounds()

    def labelled_with_parts(self) -> bool:
        """Whether two headings such as `Priority 1` stand over parts of a plan, so that those elsewhere are none."""
        over = {
            id(one)
            for section in self.sections
            if section.heading.part in ("actions", "measures", "aspirations")
            for one in section.above()
            if one.heading.labelled
        }
        return len(over) > 1 or bool(self.titles)

    def _titles_of_rounds(self) -> dict[tuple[int, int], PaperSection]:
        """Of headings in a row, and as many rounds of lists below the last: which is of which, in their order."""
        found: dict[tuple[int, int], PaperSection] = {}
        for place, parts in count_rounds(self.sections).items():
            titles = empty_before(self.sections, place)
            rounds = parts[-1].round + 1
            if len(titles) != rounds:
                for one in parts:
                    one.round = 0
                continue
            owner = self.sections[place]
            for number, title in enumerate(titles):
                found[id(owner), number] = title
            first = next(one for one in parts if one.round == 0)
            assert first.piece is not None
            words = (
                f"{rounds} headings stand one after another, and {rounds} rounds of lists below: taken in their order"
            )
            said = Understood(
                titles[0].heading.title, "titles-in-order", words, "look at the first and the last of them"
            )
            self.entries.ledger.remark(first.piece.place, said, taken=True)
        return found

    def over(self, section: PaperSection) -> PaperSection | None:
        """The section whose heading is the priority of another; None where none is."""
        for one in section.above():
            titled = self.titles.get((id(one.parent), one.round)) if one.parent is not None else None
            if titled is not None and one.heading.part:
                return titled
        named = [one for one in section.above() if self._is_title(one)]
        outside = [one for one in named if not any(each.heading.part in _PARTS for each in one.above())]
        titles = outside or named  # `Year 1` under the actions of a priority is no priority
        return next((one for one in titles if one.heading.labelled), titles[0] if titles else None)

    def _is_title(self, one: PaperSection) -> bool:
        """Whether a heading can be that of a priority: no part of a plan, no chapter, not the title, no action."""
        told = one.heading.part or one.heading.chapter or one.heading.title in self.cover
        return one.piece is not None and not told and not self.is_action(one)

    def is_one(self, section: PaperSection) -> bool:
        """Whether a section is a priority or stands below one."""
        return self.over(section) is not None and not section.chapter

    def is_action(self, section: PaperSection) -> bool:
        """Whether a heading such as `Action 3: …` is an action by itself: a label stands below it, or no list."""
        if section.heading.labelled not in ("action", "step"):
            return False
        first = next((one for one in section.pieces if not one.aside), None)
        label = label_of(first.text) if first is not None and first.kind == "para" else None
        if label is not None and label.value:
            return True
        listed = any(one.kind in ("item", "table") for one in section.pieces)
        return not section.children and not listed and section.part == "actions"

    def number(self, section: PaperSection, part: str) -> int:
        """The number of the priority of a section, made where it is new; -1 for measures and the like under none."""
        over = self.over(section)
        if over is not None:
            return self._number(over)
        if part != "actions":
            return -1
        title = self.title or "Actions"
        if -1 not in self.numbers:
            place = next((one.place for one in [*filter(None, [section.piece]), *section.pieces]), "the first heading")
            words = f"no priority stands over these actions: one was made and called '{title}'"
            said = Understood(title, "made-priority", words, "rename it in the file, or give the text a heading")
            self.entries.ledger.remark(place, said, taken=True)
            self.found.append(DraftPriority(title, place))
            self.numbers[-1] = len(self.found) - 1
        return self.numbers[-1]

    def _number(self, over: PaperSection) -> int:
        assert over.piece is not None
        if id(over) not in self.numbers:
            title = over.heading.title
            label = Labelled(title, numbered=False)
            group = self._group(over)
            same = [
                n for n, one in enumerate(self.found) if one.title.casefold() == title.casefold() and one.group == group
            ]
            if same:
                self.numbers[id(over)] = same[0]
            else:
                title = re.sub(r"^\d{1,2}(?:\.\d+)*[.):]?\s+", "", title)
                shown = label.title if label and label.title and label.word not in ("action", "step") else title
                own = DraftPriority(
                    shown[:1].upper() + shown[1:], over.piece.place, self.waiting.get(id(over), ""), group=group
                )
                line = self.straplines.get(id(over))
                if line is not None:
                    self.entries.take(line)
                    own = own._replace(strapline=line.text.strip("\u2018\u2019\u201c\u201d'\". "))
                self.found.append(own)
                self.numbers[id(over)] = len(self.found) - 1
            self.entries.take(over.piece)
        return self.numbers[id(over)]

    def _group(self, over: PaperSection) -> str:
        """The heading over several priorities."""
        up = over.parent
        while up is not None and (up.heading.part or up.piece is None or up.heading.title == self.title):
            up = up.parent
        if up is None or up.heading.chapter or not over.heading.labelled:
            return ""
        return up.heading.title

    def aspiration(self, section: PaperSection, text: str) -> bool:
        """Add an aspiration to the priority of a section; whether there is one."""
        over = self.over(section)
        if over is None or section.chapter:
            return False
        self.aspire(self._number(over), text)
        return True

    def aspire(self, number: int, text: str) -> None:
        """Add an aspiration to a priority."""
        one = self.found[number]
        self.found[number] = one._replace(aspirations=(*one.aspirations, text))

    def titled(self, title: str, place: str) -> int:
        """The number of the priority that a row of a table names, added where it is new."""
        same = [number for number, one in enumerate(self.found) if one.title.casefold() == title.casefold()]
        if not same:
            self.found.append(DraftPriority(title, place))
        return same[0] if same else len(self.found) - 1

    def strapline(self, section: PaperSection, piece: PaperPiece) -> None:
        """Keep the quoted line below the heading of a priority, until something is taken under it."""
        over = self.over(section)
        if over is not None:
            self.straplines[id(over)] = piece

    def owned(self, section: PaperSection, piece: PaperPiece, owners: Owners) -> None:
        """Give the priority of a section its owner, now or when it is made."""
        over = self.over(section)
        if over is None:
            return
        self.entries.take(piece)
        if id(over) in self.numbers:
            number = self.numbers[id(over)]
            self.found[number] = self.found[number]._replace(owner=self.found[number].owner or owners.owner)
        elif owners.owner:
            self.waiting.setdefault(id(over), owners.owner)

    def over_table(self, section: PaperSection, *, actions: bool) -> int:
        """The number of the priority that a table stands under; one is made for actions only."""
        over = self.over(section)
        if over is None or section.chapter:
            return -1
        return self._number(over) if actions or id(over) in self.numbers else -1

    def take_in(self, found: PlanDraft) -> None:
        """The priorities as a table left them."""
        self.found = list(found.priorities)

    def completed(self, whole: PlanDraft) -> PlanDraft:
        """The draft with the priorities that were found."""
        groups = {one.group for one in self.found}
        found = self.found if len(groups) > 1 else [one._replace(group="") for one in self.found]
        return whole._replace(priorities=tuple(found))
