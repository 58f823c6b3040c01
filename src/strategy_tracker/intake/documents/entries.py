"""One item of a list to a draft: an action with what its sentence prints, a measure with its figures."""

import re

from strategy_tracker.intake.cells.closed_lists import read_every, read_state, read_unit
from strategy_tracker.intake.cells.days import Days, read_day
from strategy_tracker.intake.cells.owners import Owners, read_owners
from strategy_tracker.intake.cells.understood import Understood
from strategy_tracker.intake.documents.labels import LineLabel, label_of
from strategy_tracker.intake.documents.pieces import PaperPiece
from strategy_tracker.intake.documents.printed_figures import PrintedFigure, measure_of
from strategy_tracker.intake.documents.sentences import dates_of, intervals_of, owner_in_brackets
from strategy_tracker.intake.draft import DraftAction, DraftMeasure, DraftReading, TableAnswers
from strategy_tracker.intake.ledger import Ledger
from strategy_tracker.intake.outline import Grid, GridCell

_LONGEST = 3_000
"""Characters of an item in which labels are looked for."""
_REF = re.compile(
    r"^(?P<ref>[A-Z]{1,4}[-.]?\d{1,3}(?:\.\d{1,3})*|\d{1,2}(?:\.\d{1,2})+|(?:Action|Step|Task)"
    r" \d{1,2}(?:\.\d{1,2})*)\s*[:.)\u2013-]*\s+(?=\S)"
)
_INLINE = re.compile(
    r"(?:^|[.;,|(\u2013\u2014-]\s*|\s{2,})(?P<label>lead(?: officer| agency)?|owner|responsible|by when"
    r"|deadline|due(?: date)?|target date|timescale|measure|by whom|who|when|status)"
    r"\s*:\s*(?P<value>[^;|()]+?)(?=\s*(?:[;|)]|$|[.,\u2013\u2014-]\s*(?:lead|owner|responsible|by when"
    r"|deadline|due|target date|timescale|measure|by whom|who|when|status)\b[\w ]*:))\s*\)?",
    re.IGNORECASE,
)


_PERSON = "the text seems to name a person, who is left out: posts answer here"
_POST = "write a post, or say which one: --map-value 'owner:\u2026=Head of Service'"


def _number_of(piece: PaperPiece) -> str:
    """The number that the document gives an item, where it is one of several levels, such as `2.1`."""
    mark = piece.lines[0].strip(" .)") if piece.kind == "item" and piece.lines else ""
    return mark if re.fullmatch(r"\d{1,2}(?:\.\d{1,2})+", mark) else ""


class Entries:
    """Reads items with the ledger of a document, and says at each place what was not taken."""

    def __init__(self, text: Grid, days: Days, answers: TableAnswers, ledger: Ledger) -> None:
        self.text, self.days, self.answers, self.ledger = text, days, answers, ledger

    def take(self, piece: PaperPiece) -> None:
        """Note that a piece was taken; what stands in a table is noted there."""
        if piece.row:
            self.ledger.take(self.text, piece.row, 1)

    def is_left(self, piece: PaperPiece) -> bool:
        """Whether nothing was taken of a piece, and nothing was said of it."""
        return self.ledger.is_open(self.text, piece.row, 1)

    def say(self, piece: PaperPiece, code: str, words: str, step: str, *, taken: bool) -> None:
        """Say something of a piece, which was taken or was not."""
        said = Understood(piece.text if taken else "", code, words, step)
        if piece.row:
            self.ledger.say(self.text, piece.row, 1, said)
        else:
            self.ledger.remark(piece.place, said, taken=taken)

    # actions

    def action(self, piece: PaperPiece, text: str, priority: int) -> DraftAction:
        """An action of a piece: its words, and the owner, dates and interval that its sentence prints."""
        self.take(piece)
        made = DraftAction("", piece.place, priority)
        for found in reversed(list(_INLINE.finditer(text)) if len(text) < _LONGEST else []):
            label = label_of(f"{found['label']}: {found['value'].strip(' .,')}")
            if label:
                made = self.labelled(made, label, piece)
                text = f"{text[: found.start()]}{text[found.end() :]}".strip(" ;,|-\u2013\u2014")
        text, owners = owner_in_brackets(text)
        made = self._owned(made, owners, piece)
        ref = _REF.match(text)
        if ref:
            text = text[ref.end() :].strip()
        dates = dates_of(text, self.days)
        for one in dates.said if not made.due else ():
            self.say(piece, one.code, one.words, one.next_step, taken=True)
        intervals = intervals_of(text)
        if intervals.review:
            words = f"'{intervals.words}' was read as how often it is looked at: {intervals.review}"
            self.say(piece, "interval-in-a-sentence", words, "take it out of the file if it is not so", taken=True)
        return made._replace(
            text=text.rstrip(" ;,"),
            ref=ref["ref"] if ref else made.ref or _number_of(piece),
            starts=made.starts or dates.starts,
            due=made.due or dates.due,
            every=made.every or ("" if dates.due or made.due else intervals.every),
            review_every=intervals.review,
        )

    def _owned(self, made: DraftAction, owners: Owners, piece: PaperPiece) -> DraftAction:
        if owners.said.code:
            self.say(
                piece, owners.said.code, owners.said.words.replace("cell", "text"), owners.said.next_step, taken=True
            )
        if not owners.owner:
            return made
        if made.owner:
            return made._replace(partners=(*made.partners, owners.owner, *owners.partners))
        return made._replace(owner=owners.owner, partners=(*made.partners, *owners.partners))

    def labelled(self, made: DraftAction, label: LineLabel, piece: PaperPiece) -> DraftAction:
        """The action with what a label says of it, such as `By when: March 2027`."""
        self.take(piece)
        if label.role in ("owner", "partners") and label.value:
            made = self._answered(made, label, piece)
        elif label.role in ("due", "starts", "every", "frequency") and label.value:
            made = self._timed(made, label, piece)
        elif label.role in ("state", "rag") and label.value:
            going = read_state(label.value)
            if going.said.code:
                self.say(piece, going.said.code, going.said.words, going.said.next_step, taken=False)
            made = made._replace(state=made.state or going.state, rag=made.rag or going.rag)
        elif label.role in ("text", "title") and not made.text:
            made = made._replace(text=label.value)
        elif label.role == "id":
            made = made._replace(ref=label.value)
        elif label.value:
            made = self._noted(made, label)
        return made

    def _answered(self, made: DraftAction, label: LineLabel, piece: PaperPiece) -> DraftAction:
        owners = self.owners(label.value, piece)
        if label.role == "partners":
            return made._replace(partners=tuple(filter(None, (*made.partners, owners.owner, *owners.partners))))
        return self._owned(made, owners, piece)

    def _noted(self, made: DraftAction, label: LineLabel) -> DraftAction:
        return made._replace(note="\n".join(filter(None, (made.note, f"{label.words}: {label.value}"))))

    def _timed(self, made: DraftAction, label: LineLabel, piece: PaperPiece) -> DraftAction:
        meant = self.answers.meant("due", label.value)
        every = meant.removeprefix("every:").strip() if meant.startswith("every:") else read_every(label.value).value
        if every and label.role != "starts":
            return made._replace(every=made.every or every)
        found = Understood(meant) if meant else read_day(GridCell(label.value), self.days)
        if found.code:
            self.say(piece, found.code, found.words, found.next_step, taken=bool(found.value))
        if not found.value:
            return self._noted(made, label)
        return (
            made._replace(starts=found.value) if label.role == "starts" else made._replace(due=made.due or found.value)
        )

    def owners(self, text: str, piece: PaperPiece) -> Owners:
        """The posts that a label names; what names a person is left out, and said."""
        meant = self.answers.meant("owner", text)
        post = re.sub(r"\[(?:name|contact)\][,;\s]*", "", text).strip(" .,;()-\u2013")
        found = Owners(meant) if meant else read_owners(post)
        if post != text.strip(" .") and not meant:
            found = found._replace(said=Understood(found.owner, "person-in-owner", _PERSON, _POST))
        if found.said.code:
            words = found.said.words.replace("in one cell", "in one line").replace("cell", "text")
            self.say(piece, found.said.code, words, found.said.next_step, taken=bool(found.owner))
        return found

    # measures

    def measure(self, piece: PaperPiece, text: str, priority: int, begins: str) -> DraftMeasure:
        """A measure of a piece: its words, its unit, and the targets and figures that its sentence prints."""
        self.take(piece)
        text, owners = owner_in_brackets(text.rstrip(" ;,"))
        printed = measure_of(text, self.days, begins)
        targets: dict[str, DraftReading] = {}
        readings: dict[str, DraftReading] = {}
        for one in printed.figures:
            self._figure(piece, one, targets, readings)
        made = DraftMeasure(printed.title, piece.place, priority, unit=printed.unit, better=printed.better)
        return made._replace(targets=targets, readings=readings, owner=owners.owner)

    def of_measure(self, made: DraftMeasure, label: LineLabel, piece: PaperPiece) -> DraftMeasure:
        """The measure with what a label says of it."""
        self.take(piece)
        if label.role == "owner":
            return made._replace(owner=self.owners(label.value, piece).owner)
        if label.role == "unit":
            return made._replace(unit=read_unit(label.value) or label.value)
        if label.role == "frequency":
            return made._replace(frequency=read_every(label.value).value)
        if label.role == "source":
            return made._replace(source=label.value)
        printed = measure_of(label.value, self.days, "")
        targets, readings = dict(made.targets), dict(made.readings)
        for one in printed.figures:
            kind = "target" if label.role == "target" else "reading"
            self._figure(piece, one._replace(kind=kind), targets, readings)
        return made._replace(targets=targets, readings=readings, unit=made.unit or printed.unit)

    def _figure(
        self, piece: PaperPiece, one: PrintedFigure, targets: dict[str, DraftReading], readings: dict[str, DraftReading]
    ) -> None:
        settled = bool(one.period) and bool(re.match(r"\d{4}", one.period))
        if one.kind == "change":
            words = f"'{one.text}' is a change, and no level: nothing says of what it is a share"
            self.say(piece, "change-as-target", words, "write the level that is wanted, and from when", taken=True)
            sign = "-" if re.match(r"reduc|decreas|cut|lower|fewer|less", piece.text, re.IGNORECASE) else "+"
            targets.setdefault(
                one.period or "no period",
                DraftReading(piece.place, words=f"{sign}{one.text.rpartition(' ')[2]}", settled=False),
            )
        elif one.kind == "target":
            if not settled:
                self._no_period(piece, f"the target '{one.text}'")
            targets.setdefault(one.period or "no period", DraftReading(piece.place, one.value, settled=settled))
        elif one.kind == "reading":
            if not settled:
                self._no_period(piece, f"'{one.text}'")
            readings.setdefault(one.period or "now", DraftReading(piece.place, one.value, settled=settled))
        else:
            words = f"'{one.text}' may be a target or a figure: the sentence does not say"
            self.say(piece, "figure-in-prose", words, "write it into the file as what it is", taken=True)

    def _no_period(self, piece: PaperPiece, what: str) -> None:
        words = f"{what} does not say of which period it is"
        self.say(piece, "no-period-in-a-table", words, "write it into the file with its period", taken=True)
