"""Random rounds, and a count of their answers by somebody who reads only docs/clocks.md. No code of the product here.

A portfolio is plain data, written as JSON, which is YAML as well; the count goes through the days of a calendar.
"""

import calendar
import json
import random
from datetime import date, timedelta
from pathlib import Path
from typing import Any

TODAY = date(2026, 1, 15)
POSTS = ("Head of Repairs", "Head of Assets", "Head of Finance", "Head of Advice", "Chief Officer")
OVER = ("delivered", "complete", "stopped", "superseded")
FURTHER = (None, "not-started", "in-progress", "paused", *OVER)
QUARTERS = {  # the last day of each, by the name a file has for it
    f"{year}/{(year + 1) % 100:02} Q{n}": last
    for year in range(2023, 2026)
    for n, last in enumerate(
        (date(year, 6, 30), date(year, 9, 30), date(year, 12, 31), date(year + 1, 3, 31)), 1
    )
}  # fmt: skip


def write(root: Path, seed: int, many: int) -> list[dict[str, Any]]:
    """Write a portfolio of so many strategies, each with a body that asks, into a folder; and give the strategies.

    Each has its measures beside it, under `measures of`.
    """
    (root / "strategies").mkdir(parents=True)
    (root / "measures").mkdir()
    made = [_strategy(random.Random(f"{seed}-{number}"), f"s{number:02}") for number in range(many)]
    for one in made:
        measures = one["measures of"]
        strategy = {key: value for key, value in one.items() if key != "measures of"}
        (root / f"strategies/{one['id']}.yaml").write_text(json.dumps(strategy), encoding="utf-8")
        if measures:
            (root / f"measures/{one['id']}.yaml").write_text(json.dumps({"measures": measures}), encoding="utf-8")
    return made


def _strategy(chance: random.Random, name: str) -> dict[str, Any]:
    body: dict[str, Any] = {"body": f"Board of {name}", "asks_before": f"{chance.randint(1, 7)} weeks"}
    if chance.random() < 0.7:
        body["grace"] = f"{chance.randint(1, 20)} days"
    held = sorted({_near(chance, -200, 30) for _ in range(chance.randint(0, 4))})
    if held:
        body["held"] = [day.isoformat() for day in held]
    if chance.random() < 0.5:
        body["next"] = _near(chance, -20, 60).isoformat()
    if chance.random() < 0.6:
        body["every"] = f"{chance.randint(3, 14)} weeks"
    if chance.random() < 0.05:
        body["role"] = "works"
    measures = [_measure(chance, f"{name}-m{number}") for number in range(chance.randint(0, 3))]
    priorities = []
    for number in range(chance.randint(1, 3)):
        one: dict[str, Any] = {"id": f"p{number}", "title": "P", "actions": []}
        one["actions"] = [_action(chance, f"p{number}-{n:02}") for n in range(chance.randint(0, 4))]
        one["measures"] = [each["id"] for each in measures if chance.random() < 0.7]
        _owned(chance, one, 0.4)
        priorities.append(one)
    strategy = {
        "id": name, "title": name, "governance": [body], "priorities": priorities, "measures of": measures,
        "starts": "2024-01-01", "ends": "2025-12-01" if chance.random() < 0.05 else "2028-12-31",
    }  # fmt: skip
    _owned(chance, strategy, 0.4)
    return strategy


def _owned(chance: random.Random, one: dict[str, Any], how_often: float) -> None:
    if chance.random() < how_often:
        one["owner"] = chance.choice(POSTS) if chance.random() < 0.8 else chance.sample(POSTS, 2)


def _near(chance: random.Random, first: int, last: int) -> date:
    return TODAY + timedelta(days=chance.randint(first, last))


def _when(chance: random.Random, first: int = -75, last: int = 15) -> str:
    text = _near(chance, first, last).isoformat()
    return text[:7] if chance.random() < 0.15 else text


def _action(chance: random.Random, name: str) -> dict[str, Any]:
    action: dict[str, Any] = {"id": name, "text": name}
    _owned(chance, action, 0.6)
    if chance.random() < 0.2:
        action["kind"] = "decision"
    if chance.random() < 0.2:
        action["starts"] = _when(chance, -60, 90)
    action["updates"] = [_update(chance) for _ in range(chance.randint(0, 4))]
    if chance.random() < 0.3:
        action |= {"due": "2027-01-31", "moved": [_move(chance) for _ in range(chance.randint(1, 2))]}
    if chance.random() < 0.2:
        action["milestones"] = [{"text": "Half", "due": "2027-01-31", "moved": [_move(chance)]}]
    return action


def _update(chance: random.Random) -> dict[str, Any]:
    update: dict[str, Any] = {"on": _when(chance)}
    kind = chance.random()
    if kind < 0.2:
        update["no_change"] = True
    elif kind < 0.4:
        update["note"] = chance.choice(("Waiting", "Half of it", "Agreed"))
    else:
        update |= {"state": chance.choice(FURTHER[1:]), "note": "As said"}
    if chance.random() < 0.15:
        update["drafted"] = True
    return update


def _move(chance: random.Random) -> dict[str, Any]:
    return {"on": _when(chance), "from": "2026-12-31", "to": "2027-01-31", "why": "Late"}


def _measure(chance: random.Random, name: str) -> dict[str, Any]:
    measure: dict[str, Any] = {"id": name, "title": name, "unit": "count", "better": "higher"}
    _owned(chance, measure, 0.7)
    if chance.random() < 0.9:
        measure["frequency"] = "quarter"
    if chance.random() < 0.8:
        measure["lag"] = f"{chance.randint(1, 40)} days"
    if chance.random() < 0.05:
        measure["withdrawn"] = {"on": _when(chance), "why": "Not collected any more"}
    names = list(QUARTERS)[: chance.randint(0, 11)]
    measure["readings"] = {}
    for period in names[-chance.randint(1, 6) :] if names else ():
        reading: dict[str, Any] = {"value": chance.randint(1, 99)}
        if chance.random() < 0.7:
            reading["recorded"] = (QUARTERS[period] + timedelta(days=chance.randint(0, 60))).isoformat()
        if chance.random() < 0.15:
            reading["drafted"] = True
        measure["readings"][period] = reading
    return measure


# the count


class Told:
    """What the pages say of a date: the first and the last day it can mean."""

    def __init__(self, text: str) -> None:
        self.text = text
        if len(text) == 10:
            self.first = self.last = date.fromisoformat(text)
        else:
            year, month = (int(part) for part in text.split("-"))
            self.first, self.last = date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def days(text: str | None) -> timedelta:
    """A number of days or weeks."""
    number, unit = (text or "0 days").split()
    return timedelta(days=int(number) * (7 if unit.startswith("week") else 1))


def count(strategy: dict[str, Any]) -> dict[str, Any] | None:
    """Who is asked on the day, what each has answered, and how many are late; None where there is no round."""
    body = strategy["governance"][0]
    if body.get("role") == "works" or date.fromisoformat(strategy["ends"]) < TODAY:
        return None
    meetings = _meetings(body)
    begun = [day for day in meetings if day - days(body["asks_before"]) <= TODAY]
    if not begun:
        return None
    still = [day for day in begun if day + days(body.get("grace")) >= TODAY]
    meets = still[0] if still else begun[-1]
    opens, closes = meets - days(body["asks_before"]), meets + days(body.get("grace"))
    before = [day for day in meetings if day < meets]
    asked: list[tuple[str, list[str], str | None]] = []
    for priority in strategy["priorities"]:
        for action in priority["actions"]:
            if _live(action, opens, meets):
                owners = _names(action) or _names(priority) or _names(strategy)
                asked.append((f"{strategy['id']}/{action['id']}", owners, _answer(action, opens, closes)))
    named = {name for priority in strategy["priorities"] for name in priority["measures"]}
    for measure in strategy["measures of"]:
        if measure["id"] in named:
            answer = _reading(measure, opens, meets, closes, before[-1] if before else opens)
            if answer != "not asked":
                asked.append((measure["id"], _names(measure), answer))
    return _counts(asked, meets)


def _names(one: dict[str, Any]) -> list[str]:
    owner = one.get("owner", [])
    return [owner] if isinstance(owner, str) else list(owner)


def _meetings(body: dict[str, Any]) -> list[date]:
    fixed = {date.fromisoformat(text) for text in (*body.get("held", []), *([body["next"]] if "next" in body else []))}
    past = [date.fromisoformat(text) for text in body.get("held", []) if date.fromisoformat(text) <= TODAY]
    planned = "next" in body and date.fromisoformat(body["next"]) >= TODAY
    if not planned and "every" in body and past:
        wanted = max(past) + days(body["every"])
        if max(fixed) == max(past):  # nothing is fixed after the last meeting
            fixed.add(wanted)
    return sorted(fixed)


def _live(action: dict[str, Any], opens: date, meets: date) -> bool:
    said = [(Told(one["on"]), one) for one in action["updates"] if "state" in one]
    said = [(when, one) for when, one in said if when.first < opens]
    said.sort(key=lambda each: (each[0].last, each[0].first, FURTHER.index(each[1]["state"])))
    state = said[-1][1]["state"] if said else None
    if state in OVER:
        return False
    return state not in (None, "not-started") or "starts" not in action or Told(action["starts"]).first <= meets


def _answer(action: dict[str, Any], opens: date, closes: date) -> str | None:
    steps = [step for one in (action, *action.get("milestones", [])) for step in one.get("moved", [])]
    words = [one["on"] for one in action["updates"] if not one.get("drafted")] + [one["on"] for one in steps]
    inside = [Told(text) for text in words if opens <= Told(text).first <= min(closes, TODAY)]
    return min(inside, key=lambda when: (when.first, when.last)).text if inside else None


def _reading(measure: dict[str, Any], opens: date, meets: date, closes: date, since: date) -> str | None:
    """The day of the answer; empty for one without a day, None for none."""
    until = min(closes, TODAY)
    if "frequency" not in measure or ("withdrawn" in measure and Told(measure["withdrawn"]["on"]).first <= until):
        return "not asked"
    wanted = {period: last + days(measure.get("lag")) for period, last in QUARTERS.items()}
    there = {}
    for period, one in measure["readings"].items():
        known = date.fromisoformat(one["recorded"]) if "recorded" in one else QUARTERS[period]
        if known <= until and not one.get("drafted"):
            there[period] = one.get("recorded")
    if not there:
        return "not asked"
    newest = max(there, key=QUARTERS.__getitem__)
    following = list(QUARTERS)[list(QUARTERS).index(newest) + 1]
    if wanted[following] <= meets:
        return None
    came = {p: day for p, day in there.items() if (date.fromisoformat(day) >= opens if day else wanted[p] > since)}
    old = [QUARTERS[period] for period in there if period not in came]
    fresh = [d for p, d in came.items() if wanted[p] <= meets and (not old or QUARTERS[p] > max(old))]
    if not fresh:
        return "not asked"
    return max((day for day in fresh if day), default="")


def _counts(asked: list[tuple[str, list[str], str | None]], meets: date) -> dict[str, Any]:
    waiting: dict[str, list[str]] = {name: [] for _, owners, _ in asked for name in owners}
    late = set()
    for item, owners, answer in asked:
        for name in owners:
            if answer is None:
                waiting[name].append(item)
            elif answer and Told(answer).first > meets:
                late.add(name)
    answered = [name for name, items in waiting.items() if not items]
    return {
        "owners": len(waiting),
        "answered": len(answered),
        "late": len(late & set(answered)),
        "things": len(asked),
        "things_answered": sum(answer is not None for _, _, answer in asked),
        "unowned": sum(not owners for _, owners, _ in asked),
        "waiting": {name: sorted(items) for name, items in waiting.items()},
    }


def in_short(found: dict[str, Any] | None) -> dict[str, Any] | None:
    """What the product says of a round as data, in the words of `count`."""
    if found is None:
        return None
    numbers = {
        key: found["counts"][key] for key in ("owners", "answered", "late", "things", "things_answered", "unowned")
    }
    return numbers | {"waiting": {one["owner"]: sorted(one["waiting"]) for one in found["owners"]}}
