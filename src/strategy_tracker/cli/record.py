"""`strategy record`: write down a figure of a measure, or revise one and keep what it was."""

import re
import sys
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any

import typer

from strategy_tracker.cli.boundary import CannotRun, say
from strategy_tracker.cli.complete import items
from strategy_tracker.cli.options import Root, day, portfolio
from strategy_tracker.cli.writing import DryRun, a_day, write

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from strategy_tracker.diagnostics import Route
    from strategy_tracker.model.measure import Measure, Unit
    from strategy_tracker.model.period import Period
    from strategy_tracker.model.settings import Settings
    from strategy_tracker.rules.standing import MeasureStanding
    from strategy_tracker.store.edit import Change

EXAMPLE = 'strategy record cp-moves 2022-12 9.5 --note "Two homes closed in the autumn"'
FIGURE = ("value", "numerator", "denominator", "symbol", "words")
ORDER = (*FIGURE, "note", "state", "was", "source", "recorded")
"""The keys of a reading in the order they are written."""


class AlreadyRecorded(Exception):
    """The file says exactly this; the text shows how."""


def command(
    measure: Annotated[
        str, typer.Argument(help="the id of a measure, or any unambiguous end of it", autocompletion=items)
    ],
    period: Annotated[str, typer.Argument(help="2022/23, '2022/23 Q1', 2022-06, 2022-06-30, 2022 or 'AY 2021/22'")],
    value: Annotated[
        str, typer.Argument(help="97.5, 105/262, or one of c, x, z, low, u; type -- before a negative number")
    ],
    note: Annotated[str, typer.Option(help="what a reader of the figure should know", show_default=False)] = "",
    provisional: Annotated[bool, typer.Option("--provisional", help="the figure may still change")] = False,
    source: Annotated[str, typer.Option(help="where the figure comes from", show_default=False)] = "",
    on: Annotated[str, typer.Option(metavar="DATE", help="the day it became known", show_default=False)] = "",
    revise: Annotated[
        bool, typer.Option("--revise", help="replace the figure that is there, and keep what it was")
    ] = False,
    dry_run: DryRun = False,
    root: Root = None,
) -> int:
    """Record the figure of a measure for a period. The file keeps everything else as it is.

    A figure that is there already changes only with --revise, and the former one stays in the file.
    """
    from strategy_tracker.cli.items import find
    from strategy_tracker.rules.measures import stand_measure

    found, today = portfolio(root), day("")
    settings = found.settings
    meant = find(found, measure, ("measure",))
    when, known = a_period(period, settings.year_end), a_past_day(on, today)
    given = {"note": note, "state": "provisional" if provisional else "", "source": source}
    said = {key: text.strip() for key, text in given.items() if text.strip()}
    file = next(one for one in found.files if one.name == meant.file)
    place, nth = (*meant.route, "readings"), int(meant.route[-1])

    def plan(record: Any) -> "Sequence[Change]":
        one: Measure = record.measures[nth]
        if one.id != meant.address:
            raise CannotRun(f"'{meant.address}' has moved in the file a moment ago", "try again")
        typed = figure(value, one.unit)
        key = same_period(when, one.readings)
        if key is None:
            if revise:
                raise CannotRun(f"'{one.id}' has no reading for {when} to revise", "leave --revise out")
            return [added(one, when, {**typed, **said, **dated(when, known, today)}, place, today, settings)]
        old = held(file.path, (*place, key.text))
        new = changed(old, typed, said, known or today.isoformat(), revise)
        refuse_unasked(one.id, key, old, new, revise)
        possible(one, key, new, today, settings)
        return list(steps((*place, key.text), old, new))

    try:
        records: Any = write(found, file, plan, dry_run)
    except AlreadyRecorded as same:
        say(f"already recorded, nothing was written: {same}")
        return 0
    before, after = (record.measures[nth] for record in records)
    notice_kind(before, when)
    key = same_period(when, after.readings) or when
    if after.readings[key].symbol == "c" and after.readings[key].was:
        say("note: the file and its history still hold what it was: take it out of both if nobody may know it")
    if not dry_run:
        old, new = (stand_measure(one, today, settings, file.name, meant.route) for one in (before, after))
        tell(old, new, key)
    return 0


def a_period(text: str, year_end: int) -> "Period":
    """The period a person typed.

    Raises `CannotRun`.
    """
    from pydantic_core import PydanticCustomError

    from strategy_tracker.model.period import parse_period

    try:
        return parse_period(" ".join(text.split()), year_end)
    except PydanticCustomError as error:
        raise CannotRun(error.message(), (error.context or {})["mend"]) from None


def a_past_day(text: str, today: date) -> str:
    """The day of `--on` as it is written in a file; nothing where none was given.

    Raises `CannotRun`.
    """
    from strategy_tracker.model.values import read_when

    known = a_day(text, "--on") if text else ""
    if known and read_when(known).first > today:
        raise CannotRun(f"{known} has not come yet", "a figure is known from a day that has come")
    return known


def figure(typed: str, unit: "Unit") -> dict[str, Any]:
    """The keys of a reading that hold what was typed: a number, a part of a whole, a symbol; or words.

    Raises `CannotRun`.
    """
    from strategy_tracker.model.measure import PER, SYMBOLS

    text = typed.strip().replace("\N{MINUS SIGN}", "-")
    if text.lower() in SYMBOLS:
        return {"symbol": text.lower()}
    if unit == "narrative" and text:
        return {"words": text}
    if "/" not in text:
        return {"value": number(text.removesuffix("%").rstrip() if unit.startswith("percent") else text)}
    if unit not in PER:
        raise CannotRun(f"'{text}' is a part of a whole, but the unit is {unit}", "type the number alone")
    part, _, whole = text.partition("/")
    return {"numerator": number(part.strip()), "denominator": number(whole.strip())}


def number(text: str) -> Decimal:
    """An exact number.

    Raises `CannotRun`.
    """
    from strategy_tracker.model.values import nearly_a_number, shown

    if re.fullmatch(r"-?(0|[1-9]\d{0,17})(\.\d{1,12})?", text, re.ASCII):
        return Decimal(text)
    forms = "write a plain number, a part of a whole such as 105/262, or one of c, x, z, low, u"
    mend = nearly_a_number(text) or forms
    raise CannotRun(f"{shown(text)} is neither a number nor a symbol", mend)


def same_period(when: "Period", readings: "Iterable[Period]") -> "Period | None":
    """The period as the file writes it; `2022/23` and `2022/2023` are one."""
    return next((one for one in readings if one[1:] == when[1:]), None)


def dated(when: "Period", known: str, today: date) -> dict[str, str]:
    """The day it became known: the one given, and today for a period still running, or it would not count yet."""
    known = known or (today.isoformat() if when.end > today else "")
    return {"recorded": known} if known else {}


def added(
    measure: "Measure", when: "Period", new: dict[str, Any], place: "Route", today: date, settings: "Settings"
) -> "Change":
    """A new reading in its shortest form, after the nearest earlier period."""
    from strategy_tracker.store.edit import Put

    possible(measure, when, new, today, settings)
    before = [one for one in measure.readings if one.end <= when.end]
    last = max((one.end for one in before), default=None)
    after = [one.text for one in before if one.end == last][-1:]
    short = next(iter(new.values())) if set(new) in ({"value"}, {"symbol"}) else new
    return Put(place, when.text, short, after)


def held(path: str, route: "Route") -> Any:
    """What the file holds at `route`: a number, a symbol, or a map."""
    from pathlib import Path

    from strategy_tracker.store.read import read_tree

    tree: Any = read_tree(Path(path).read_bytes())
    for step in route:
        tree = tree[step]
    return tree


def whole(held: Any) -> dict[str, Any]:
    """A reading as a map, also where it is written short."""
    return held if isinstance(held, dict) else {"value" if isinstance(held, Decimal) else "symbol": held}


def changed(held: Any, typed: dict[str, Any], said: dict[str, str], until: str, revise: bool) -> dict[str, Any]:
    """The reading as it is to be: a new figure keeps the former one in `was`; the same one may become final."""
    old = whole(held)
    was = {key: old[key] for key in FIGURE if key in old}
    if typed.items() <= was.items() and typed.get("symbol") == was.get("symbol"):
        final = {"state": "final"} if revise and old.get("state") == "provisional" else {}
        return {**old, **final, **said}
    kept = {key: text for key, text in old.items() if key not in FIGURE}
    new = {**typed, **kept, "state": "revised", **said, "was": (*old.get("was", ()), {**was, "until": until})}
    return {key: new[key] for key in ORDER if key in new}


def refuse_unasked(measure: str, key: "Period", held: Any, new: dict[str, Any], revise: bool) -> None:
    """Refuse to touch a reading without `--revise`, or where there is nothing to change.

    Raises `AlreadyRecorded` or `CannotRun`.
    """
    from strategy_tracker.store.render import one_line

    if new == whole(held):
        raise AlreadyRecorded(f"'{measure}' for {key} is {one_line(held)}")
    if not revise:
        raise CannotRun(
            f"'{measure}' has a reading for {key}: {one_line(held)}", "--revise replaces it and keeps what it was"
        )


def possible(measure: "Measure", key: "Period", new: dict[str, Any], today: date, settings: "Settings") -> None:
    """Refuse what `strategy validate` would find wrong with this reading, in its words.

    Raises `CannotRun`.
    """
    from strategy_tracker.model.measure import Measures, Reading
    from strategy_tracker.rules.checks import readings
    from strategy_tracker.store.check import grade

    checks = (readings.numbers_are_possible, readings.parts_agree_with_their_whole, readings.nothing_was_read_tomorrow)
    read = {"readings": {key: Reading.model_validate(new)}, "benchmarks": {}, "targets": {}}
    alone = Measures(measures=(measure.model_copy(update=read),))
    for item in (found for check in checks for found in check(alone, today, settings)):
        if grade(item, settings.severity):
            raise CannotRun(f"nothing was written: {item.message}", item.help)


def steps(route: "Route", held: Any, new: dict[str, Any]) -> "Iterator[Change]":
    """The changes of one reading: a short one becomes a map, a map changes key by key."""
    from strategy_tracker.store.edit import Append, Drop, Put

    if not isinstance(held, dict):
        yield Put(route[:-1], str(route[-1]), new)
        return
    for key, value in new.items():
        before = ORDER[: ORDER.index(key)]
        if key == "was" and value != held.get("was"):
            yield Append((*route, "was"), value[-1], after=before)
        elif value != held.get(key):
            yield Put(route, key, value, before)
    for key in held:
        if key not in new:
            yield Drop(route, key)


def notice_kind(measure: "Measure", when: "Period") -> None:
    """Say where all other readings are for another kind of period."""
    kinds = {one.kind for one in measure.readings}
    if kinds and when.kind not in kinds:
        words = " and ".join(sorted(_KINDS.get(kind, kind.replace("-", " ")) + "s" for kind in kinds))
        say(f"note: the other readings of '{measure.id}' are for {words}; no arrow joins different kinds of period")


_KINDS = {"year": "financial year"}


def tell(before: "MeasureStanding", after: "MeasureStanding", when: "Period") -> None:
    """The colour before and after, why, and both arrows."""
    old, new = before.rating, after.rating
    words = new.word if old.word == new.word else f"{old.word} → {new.word}"
    lines = [f"{after.id}: {words}", f"  {new.reason}"]
    lines += [f"  against the period before: {after.short.words}"]
    lines += [f"  against the same period last year: {after.long.words}"]
    if after.reading and after.reading.period != when.text:
        lines.append(f"  {when} is not the latest reading: colour and arrows are those of {after.reading.period}")
    sys.stdout.write("\n".join(lines) + "\n")
