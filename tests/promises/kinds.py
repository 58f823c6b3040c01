"""Plans at random, of the eleven kinds of bodies that a tracker for one council's strategy had never seen.

Each has the periods, units, baselines and rules that its kind declares. With each target comes the day it is due, so
that a test need not ask the program.
"""

from copy import deepcopy
from datetime import date
from typing import Any, NamedTuple

from hypothesis import strategies as st

Target = tuple[str, date, int]
"""The period as it is written, the last day of it, and what is wanted."""


class PlanMeasure(NamedTuple):
    """One measure: what its file says beside figures, its targets in order, and its readings in order."""

    id: str
    keys: dict[str, Any]
    targets: tuple[Target, ...]
    readings: tuple[tuple[str, date, int], ...]

    @property
    def last_end(self) -> date | None:
        """The last day of the latest reading."""
        return max((end for _, end, _ in self.readings), default=None)

    def missed(self) -> bool:
        """Whether the latest reading is of a target's own period, and on the wrong side of it."""
        wanted = {period: value for period, _, value in self.targets}
        if not self.readings or self.readings[-1][0] not in wanted:
            return False
        period, _, value = self.readings[-1]
        return value > wanted[period] if self.keys.get("better") == "lower" else value < wanted[period]


class Plan(NamedTuple):
    """A plan with its settings and the day it is looked at."""

    kind: str
    settings: dict[str, Any]
    title: str
    measures: tuple[PlanMeasure, ...]
    today: date


def academic(year: int) -> tuple[str, date]:
    return f"AY {year}/{(year + 1) % 100:02}", date(year + 1, 8, 31)


def financial(year: int) -> tuple[str, date]:
    return f"{year}/{(year + 1) % 100:02}", date(year + 1, 3, 31)


def to_june(year: int) -> tuple[str, date]:
    return f"{year}/{(year + 1) % 100:02}", date(year + 1, 6, 30)


def calendar_year(year: int) -> tuple[str, date]:
    return str(year), date(year, 12, 31)


def on_the_day(year: int) -> tuple[str, date]:
    return f"{year}-12-13", date(year, 12, 13)


def five_years(year: int) -> tuple[str, date]:
    return f"{year - 4}..{year}", date(year, 12, 31)


CALENDAR = {"year_end": "31 December"}
HIGHER, LOWER = {"better": "higher"}, {"better": "lower"}
KINDS: dict[str, tuple[dict[str, Any], Any, list[dict[str, Any]]]] = {
    "university": (
        {"year_end": "31 July"},
        academic,
        [
            {"unit": "percent", **HIGHER},
            {"unit": "rank", **LOWER},
            {"unit": "score", **HIGHER, "amber_within": "2 points"},
        ],
    ),
    "police force": ({}, financial, [{"unit": "percent", **HIGHER, "amber": "none"}, {"unit": "count", **LOWER}]),
    "city's climate plan": (
        CALENDAR,
        calendar_year,
        [{"unit": {"name": "tonnes", "of": "CO2", "decimals": 0}, "counts": "things", **LOWER, "line": True}],
    ),
    "school": ({"year_end": "31 August"}, academic, [{"unit": "percent", **HIGHER, "amber_within": "3 points"}]),
    "charity": (
        {"wording": {"priority": "Aim"}},
        financial,
        [{"unit": "count", **HIGHER, "span": "cumulative"}, {"unit": "money", **HIGHER, "counts": "money"}],
    ),
    "American compact": (
        CALENDAR | {"currency": "USD", "lang": "en-US"},
        calendar_year,
        [{"unit": "rate-per-100000", **LOWER, "baseline": True}, {"unit": "thousands", **HIGHER}],
    ),
    "log frame": (
        CALENDAR | {"currency": "EUR"},
        five_years,
        [
            {"unit": "count", **HIGHER, "span": "period"},
            {"unit": "count", "counts": "things", **HIGHER, "span": "period"},
        ],
    ),
    "revenue authority": (
        {"year_end": "30 June"},
        to_june,
        [{"unit": "percent", **HIGHER, "amber_from": True}, {"unit": "days", **LOWER}],
    ),
    "budget indicators": (
        CALENDAR,
        calendar_year,
        [{"unit": "percent", "better": "on-target", "green_within": "1 points"}, {"unit": "billions", **HIGHER}],
    ),
    "team's OKRs": (CALENDAR, on_the_day, [{"unit": "percent", **HIGHER, "span": "snapshot", "line": True}]),
    "vision in Arabic": (
        CALENDAR | {"lang": "ar", "wording": {"priority": "محور", "priorities": "محاور", "red": "متأخر"}},
        calendar_year,
        [{"unit": "percent", **HIGHER, "span": "snapshot", "baseline": True}, {"unit": "rank", **LOWER}],
    ),
}
"""Settings, how a year is written, and what measures of a kind say; what is True here is drawn."""


@st.composite
def plans(draw: st.DrawFn, kind: str) -> Plan:
    """A plan of a kind: some of its measures, with readings before, at and after some of their targets."""
    settings, written, shapes = KINDS[kind]
    chosen = draw(st.lists(st.sampled_from(shapes), min_size=1, max_size=3))
    measures = tuple(_measure(draw, f"m-{n}", deepcopy(shape), written) for n, shape in enumerate(chosen, 1))
    title = "رؤية 2030" if kind == "vision in Arabic" else f"Plan of a {kind}"
    return Plan(kind, settings, title, measures, draw(st.dates(date(2022, 1, 1), date(2026, 12, 31))))


def _measure(draw: st.DrawFn, name: str, keys: dict[str, Any], written: Any) -> PlanMeasure:
    values = st.integers(1, 99)
    due = sorted(draw(st.sets(st.sampled_from([2020, 2022, 2025, 2030, 2040]), min_size=1, max_size=4)))
    if written is five_years:
        due = due[-1:] if due[-1] - due[0] < 10 else [due[0], due[-1]]  # ranges do not overlap
    targets = tuple((*written(year), draw(values)) for year in due)
    told = draw(st.sets(st.sampled_from([2019, 2020, 2021, 2022, 2025]), max_size=4))
    told = {year for year in told if written is not five_years or year in due}
    readings = tuple((*written(year), draw(values)) for year in sorted(told))
    line, baseline = keys.pop("line", False), keys.pop("baseline", False)
    if line or baseline:
        keys["baseline"] = {"on": date(2015, 12, 31), "value": draw(values)}
    if line:
        keys["on_the_way"] = "straight-line"
    if keys.get("amber_from"):
        keys["amber_from"] = max(0, min(value for *_, value in targets) - 1)
    return PlanMeasure(name, keys, targets, readings)


def write(plan: Plan, root: Any) -> None:
    """Write a plan as the files of a portfolio."""
    from ruamel.yaml import YAML

    def put(name: str, data: Any) -> None:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("w", encoding="utf-8") as file:
            YAML().dump(data, file)

    names = [one.id for one in plan.measures]
    priority = {"id": "one", "title": "الخدمات" if "Arabic" in plan.kind else "What is wanted", "measures": names}
    known_by = {"plan": "measures", "starts": date(2018, 1, 1)}
    put("strategies/plan.yaml", {"id": "plan", "title": plan.title, **known_by, "priorities": [priority]})
    put("measures/plan.yaml", {"measures": [_written(one) for one in plan.measures]})
    put("strategy-tracker.yaml", plan.settings)


def _written(one: PlanMeasure) -> dict[str, Any]:
    figures = {
        name: {_key(period): value for period, _, value in told}
        for name, told in (("targets", one.targets), ("readings", one.readings))
        if told
    }
    return {"id": one.id, "title": f"Figure {one.id}", **one.keys, **figures}


def _key(period: str) -> Any:
    """A year and a day as YAML would have them, which a person does not put in quotes."""
    return int(period) if period.isdecimal() else date.fromisoformat(period) if period[4:5] == "-" else period
