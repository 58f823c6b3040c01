"""A draft to the records that files hold, and what of it cannot be written yet, each with its reason."""

import re
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from itertools import chain, count
from typing import Any, NamedTuple, get_args

from strategy_tracker.editing.new_ids import LONGEST, candidates
from strategy_tracker.intake.draft import (
    DraftAction,
    DraftMeasure,
    DraftReading,
    DraftUpdate,
    PlanDraft,
)
from strategy_tracker.intake.ledger import CellRemark
from strategy_tracker.model.action import CLOSED
from strategy_tracker.model.dates.period import MARCH, YearEnd, parse_period
from strategy_tracker.model.measures.unit import OwnUnit, UnitWord

_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_RAGS = ("red", "amber", "green")


class PlacedRecord(NamedTuple):
    """One record of a file, with the place that it comes from."""

    record: dict[str, Any]
    place: str


class DraftRecords(NamedTuple):
    """What the files would hold: the head of the strategy, priorities with their actions, measures; and what waits.

    `ids` gives for what the file calls an item, or for its words, the id it got.
    """

    head: dict[str, Any]
    priorities: tuple[tuple[PlacedRecord, tuple[PlacedRecord, ...]], ...]
    measures: tuple[PlacedRecord, ...]
    ids: dict[str, str]
    waiting: tuple[CellRemark, ...]


class _Maker:
    """Makes records, and remembers the ids that were given and what cannot be written yet."""

    def __init__(self, known: Callable[[str], bool], on: str, year_end: YearEnd) -> None:
        self.known, self.on, self.year_end = known, on, year_end
        self.given: set[str] = set()
        self.numbers: dict[str, Iterator[int]] = {}
        self.ids: dict[str, str] = {}
        self.waiting: list[CellRemark] = []

    def an_id(self, words: str, thing: str, wanted: str = "") -> str:
        """An id for an item: what the file calls it where that is one, otherwise telling words of its own."""
        offered = [wanted] if _ID.fullmatch(wanted) and len(wanted) <= LONGEST else []
        made = candidates(words, thing) or [thing]
        numbered = self.numbered(made[0][: LONGEST - 7].rstrip("-"))
        own = next(one for one in chain(offered, made, numbered) if one not in self.given and not self.known(one))
        self.given.add(own)
        return own

    def numbered(self, stem: str) -> Iterator[str]:
        """The stem with a number after the last one that was given to it."""
        numbers = self.numbers.setdefault(stem, count(2))
        return (f"{stem}-{number}" for number in numbers)

    def wait(self, place: str, code: str, words: str, next_step: str) -> None:
        """Note what cannot be written yet."""
        self.waiting.append(CellRemark(place, code, words, next_step, taken=False))


def records_of(
    draft: PlanDraft, own: str, title: str, known: Callable[[str], bool], on: str = "", year_end: YearEnd = MARCH
) -> DraftRecords:
    """Make the records of a draft for the strategy `own`; `known` tells whether a measure's id is in use.

    Updates without a day are written on the day `on`; without one they become the action's note, and a state without a
    day waits.
    """
    maker = _Maker(known, on, year_end)
    measures = [(one, PlacedRecord(_measure(maker, one), one.place)) for one in draft.measures]
    priorities: list[tuple[PlacedRecord, tuple[PlacedRecord, ...]]] = []
    groups = _groups(maker, draft)
    taken: set[str] = set()
    for number, priority in enumerate(draft.priorities):
        served = tuple(item.record["id"] for one, item in measures if one.priority == number)
        own_id = _priority_id(maker, priority.title, taken)
        record: dict[str, Any] = {"id": own_id, "title": priority.title}
        said = {
            "group": groups.get(priority.group, ""),
            "strapline": priority.strapline,
            "owner": priority.owner,
            "aspirations": priority.aspirations,
        }
        record |= {key: value for key, value in said.items() if value}
        actions = [one for one in draft.actions if one.priority == number]
        made = tuple(PlacedRecord(_action(maker, one, own_id, n), one.place) for n, one in enumerate(actions, 1))
        record |= {"measures": served} if served else {}
        priorities.append((PlacedRecord(record, priority.place), made))
    head: dict[str, Any] = {"id": own, "title": title}
    about: dict[str, Any] = {
        "organisation": draft.organisation,
        "starts": _date(draft.starts),
        "ends": _date(draft.ends),
        "vision": draft.vision,
        "aspirations": draft.aspirations,
        "needs": draft.needs,
        "governance": tuple({"body": one.body, "every": one.every} for one in draft.governance),
        "groups": tuple({"id": own, "title": title} for title, own in groups.items()),
    }
    head |= {key: value for key, value in about.items() if value}
    return DraftRecords(head, tuple(priorities), tuple(item for _, item in measures), maker.ids, tuple(maker.waiting))


def _groups(maker: _Maker, draft: PlanDraft) -> dict[str, str]:
    """The ids of the headings over several priorities of a document, by their titles."""
    if not draft.paper:
        return {}
    titles = dict.fromkeys(one.group for one in draft.priorities if one.group)
    taken: set[str] = set()
    return {title: _priority_id(maker, title, taken) for title in titles}


def _priority_id(maker: _Maker, title: str, taken: set[str]) -> str:
    bare = re.sub(
        r"^(priority|theme|objective|goal|aim|outcome|strand|pillar)\s*\w{0,2}\s*[:.–-]\s*",
        "",
        title,
        flags=re.IGNORECASE,
    )
    made = candidates(bare, "priority") or candidates(title, "priority") or ["priority"]
    numbered = maker.numbered(made[0][:16].rstrip("-"))
    own = next(one for one in chain(made, numbered) if one not in taken)
    taken.add(own)
    return own


# actions


def _action(maker: _Maker, one: DraftAction, priority: str, number: int) -> dict[str, Any]:
    ref = one.ref.casefold()
    usable = bool(_ID.fullmatch(ref)) and ref == one.ref and ref not in maker.given
    own = ref if usable else f"{priority}-{number:02d}"
    maker.given.add(own)
    maker.ids[one.ref or one.text] = own
    updates, notes = _updates(maker, one)
    source = one.place if not one.ref else f"{one.ref}, {one.place}"
    record: dict[str, Any] = {"id": own, "text": one.text, "owner": one.owner, "partners": one.partners}
    record |= {"starts": _date(one.starts), "due": _date(one.due), "every": one.every, "review_every": one.review_every}
    record |= {"note": "\n".join(filter(None, (one.note, *notes))), "source": source, "updates": updates}
    return {key: value for key, value in record.items() if value}


def _date(text: str) -> str | Decimal:
    return Decimal(text) if re.fullmatch(r"\d{4}", text) else text


def _updates(maker: _Maker, one: DraftAction) -> tuple[tuple[dict[str, Any], ...], list[str]]:
    """The updates of an action that have a day, and as notes those that have none."""
    found: list[dict[str, Any]] = []
    notes: list[str] = []
    for update in one.updates:
        if update.on and update.note:
            found.append(_update(update.on, update))
        elif update.note and maker.on and not update.period:
            found.append(_update(maker.on, update))
        elif update.note:
            notes.append(f"{update.period}: {update.note}" if update.period else update.note)
    if one.state or one.rag in _RAGS:
        if on := one.said_on(maker.on):
            found = _with_state(found, DraftUpdate(on=on, state=one.state, rag=one.rag))
        else:
            said = " and ".join(filter(None, (one.state.replace("-", " "), one.rag if one.rag in _RAGS else "")))
            words = f"'{said}' is not written: nothing says on which day it was so"
            maker.wait(one.place, "no-day", words, "say the day that the table is of: --on 2025-10-31")
    return tuple(found), notes


def _update(on: str, update: DraftUpdate) -> dict[str, Any]:
    record = {"on": _date(on), "note": update.note}
    return {key: value for key, value in record.items() if value}


def _with_state(found: list[dict[str, Any]], update: DraftUpdate) -> list[dict[str, Any]]:
    """The updates with the state of the action, in the one of that day where there is one."""
    rag = update.rag if update.rag in _RAGS and update.state not in CLOSED else ""
    said = {key: value for key, value in (("state", update.state), ("rag", rag)) if value}
    if not said:
        return found
    same = next((one for one in found if one["on"] == update.on), None)
    if same is None:
        return [*found, {"on": update.on, **said}]
    return [{"on": one["on"], **said, **one} if one is same else one for one in found]


# measures


def _measure(maker: _Maker, one: DraftMeasure) -> dict[str, Any]:
    own = maker.an_id(one.title, "measure", one.ref)
    maker.ids[one.ref or one.title] = own
    unit, currency = _unit(maker, one)
    notes = [one.note]
    dated = {reading.place for reading in one.readings.values()}
    if one.baseline and one.baseline.said and one.baseline.place not in dated:
        notes.append(f"Baseline: {one.baseline.said}")
        words = f"the baseline {one.baseline.said} is kept in the note: nothing says of which day it is"
        maker.wait(one.baseline.place, "no-day", words, "write it as baseline: {on: 2024-03-31, value: …}")
    record: dict[str, Any] = {"id": own, "title": one.title, "unit": unit, "currency": currency}
    record |= {"better": one.better, "frequency": one.frequency, "definition": one.definition, "source": one.source}
    record |= {"owner": one.owner, "note": "\n".join(filter(None, notes))}
    record |= {"targets": _figures(maker, one.targets), "benchmarks": _benchmarks(maker, one)}
    record |= {"readings": _figures(maker, one.readings)}
    return {key: value for key, value in record.items() if value}


def _unit(maker: _Maker, one: DraftMeasure) -> tuple[Any, str]:
    if one.unit in ("GBP", "EUR", "USD"):
        return "money", one.unit
    if one.unit in get_args(UnitWord):
        return one.unit, ""
    if one.unit and _is_a_name(one.unit):
        return {"name": one.unit}, ""
    words = "nothing says what the figures are: they are written as plain numbers (score)"
    maker.wait(one.place, "no-unit", words, "write the unit in the file, or give the table a column Unit")
    return "score", ""


def _is_a_name(unit: str) -> bool:
    """Whether a word of the table can be the name of a unit of a body's own."""
    try:
        OwnUnit(name=unit)
    except ValueError:
        return False
    return True


def _figures(maker: _Maker, figures: dict[str, DraftReading]) -> dict[str, Any]:
    """Figures by period, in the order of time; one whose period is not certain waits."""
    found: dict[str, Any] = {}
    for period, one in figures.items():
        if one.settled:
            found[period] = _figure(one)
        else:
            words = f"{one.said} is not written: '{period}' does not say which period it is of"
            maker.wait(one.place, "no-period-in-a-table", words, "say which year: --year 2025/26")
    return dict(sorted(found.items(), key=lambda pair: parse_period(pair[0], maker.year_end)[2:]))


def _figure(one: DraftReading) -> Any:
    if one.part:
        return {"numerator": one.part[0], "denominator": one.part[1]}
    return one.symbol or one.words or one.value


def _benchmarks(maker: _Maker, one: DraftMeasure) -> dict[str, Any]:
    found = {name: _figures(maker, figures) for name, figures in one.benchmarks.items()}
    return {name: figures for name, figures in found.items() if figures}


def places(items: Iterable[PlacedRecord]) -> dict[str, str]:
    """The place of each item by its id."""
    return {item.record["id"]: item.place for item in items}
