"""The content of a generated strategy and its measures as plain data, the same for the same seed and number."""

from datetime import date, timedelta
from random import Random
from typing import Any

import words

AS_AT = date(2026, 10, 15)
"""Nothing in the data happened after this day; the benchmarks ask for the standing at it."""
ACTIONS, UPDATES, MEASURES, READINGS = 80, 4, 45, 12
BLEMISHED = 0.1
"""The share of strategies in which `validate` finds something to say: nobody's portfolio is spotless."""

Data = dict[str, Any]

PATHS = (
    (45, ("not-started", "in-progress", "in-progress", "in-progress")),
    (17, ("not-started", "not-started", "in-progress", "in-progress")),
    (15, ("in-progress", "in-progress", "in-progress", "complete")),
    (8, ("in-progress", "in-progress", "delivered", "complete")),
    (5, ("in-progress", "in-progress", "paused", "paused")),
    (4, ("in-progress", "in-progress", "in-progress", "stopped")),
    (3, ("in-progress", "in-progress", "in-progress", "superseded")),
    (3, ("not-started", "not-started", "not-started", "not-started")),
)
HALTED = {
    "paused": "Waits for the decision on next year's grant.",
    "stopped": "The only provider withdrew, and nobody else made an offer.",
    "superseded": "The regional programme does this now.",
}
"""A reason stands wherever something was halted: without one `validate` finds something in every strategy."""
RULES = ("points", "share", "floor", "floors", "band", "plan", "softened", "comparator", "context", "context")
UNITS = (
    ("percent",) * 9
    + ("count",) * 4
    + ("rate-per-10000", "rate-per-10000", "days", "weeks", "score", "pounds", "hours")
)


def strategy_and_measures(number: int, seed: int, blemished: float = BLEMISHED) -> tuple[Data, list[Data]]:
    """One strategy and its measures."""
    rng = Random(f"{seed}/{number}")
    place = words.PLACES[number % len(words.PLACES)]
    topic = words.TOPICS[(number // len(words.PLACES) + number % len(words.PLACES)) % len(words.TOPICS)]
    turn = number // (len(words.PLACES) * len(words.TOPICS))
    slug = f"{topic}-{place}".lower().replace(" ", "-") + (f"-{turn}" if turn else "")
    blemish = rng.choice(("weekend", "undated", "direction")) if rng.random() < blemished else ""
    measures = [
        _measure(rng, title, f"{slug}-m{n:02d}") for n, title in enumerate(words.measure_titles(rng, MEASURES), 1)
    ]
    if blemish == "direction":
        next(measure for measure in measures if measure["better"] == "none").pop("better")
    return _strategy(rng, slug, f"{topic} Strategy, {place}", [m["id"] for m in measures], blemish), measures


def _strategy(rng: Random, slug: str, title: str, measures: list[str], blemish: str) -> Data:
    starts = date(rng.choice((2023, 2024, 2025)), 4, 1)
    themes = rng.sample(words.THEMES, 8)
    texts = words.action_texts(rng, ACTIONS)
    priorities = []
    for n, (name, heading, plain) in enumerate(themes):
        own = measures[n::8]
        actions = [_action(rng, f"{name}-{a + 1:02d}", texts[n * 10 + a], own, starts) for a in range(10)]
        priorities.append(_priority(rng, (name, heading, plain), own, actions))
    if blemish in ("weekend", "undated"):
        action = next(one for part in priorities for one in part["actions"] if "due" in one and "updates" in one)
        _spoil(action, blemish)
    return {
        "id": slug,
        "title": title,
        "organisation": f"{title.rpartition(', ')[2]} Borough Council",
        "owner": rng.choice(words.POSTS),
        "starts": starts,
        "ends": _ends(starts),
        "source": "Cabinet paper of " + starts.strftime("%d %B %Y").lstrip("0"),
        "vision": "Everyone here is safe, healthy and at home, and reaches their potential – whatever their start.",
        "values": ["Planned and proactive", "Aspirational", "Honest about what we do not know"],
        "links": [{"title": "Corporate Plan", "kind": "plan"}, {"title": "Children Act 1989", "kind": "law"}],
        "review_every": rng.choice(("quarter", "quarter", "month", "6 months")),
        "governance": _governance(rng, starts),
        "pledge": [
            {"id": "listen", "text": "Listen to me and tell me what you did about it", "priorities": [themes[0][0]]}
        ],
        "voice": _voice(rng, priorities, starts),
        "priorities": priorities,
    }


def _ends(starts: date) -> date:
    return starts.replace(year=starts.year + 3) - timedelta(days=1)


def _spoil(action: Data, blemish: str) -> None:
    for key in ("moved", "milestones"):
        action.pop(key, None)
    if blemish == "weekend":
        action["due"] += timedelta(days=5 - action["due"].weekday())
        return
    action["kind"] = "deliverable"
    action["updates"] = action["updates"][:-1]
    action.pop("due")


def _governance(rng: Random, starts: date) -> list[Data]:
    first = starts + timedelta(days=rng.randrange(60, 100))
    held = [first + timedelta(days=91 * n) for n in range(9) if first + timedelta(days=91 * n) < AS_AT]
    board = {"body": "Corporate Parenting Board", "kind": "board", "every": "6 months", "held": held[::2]}
    return [
        {
            "body": "Senior Management Team",
            "kind": "officers",
            "every": "quarter",
            "paper_by": "Head of Service",
            "held": held,
        },
        board,
    ]


def _voice(rng: Random, priorities: list[Data], starts: date) -> list[Data]:
    action = rng.choice(priorities[1]["actions"])["id"]
    said = "We hardly ever meet the people who decide"
    return [
        {
            "id": "meet-us",
            "said": said,
            "by": "Living in Care Council",
            "on": starts + timedelta(days=120),
            "actions": [action],
        }
    ]


def _priority(rng: Random, theme: tuple[str, str, str], measures: list[str], actions: list[Data]) -> Data:
    name, title, plain = theme
    return {
        "id": name,
        "title": title,
        "plain": plain,
        "owner": rng.choice(words.POSTS),
        "rationale": words.note(rng, 4),
        "aspirations": [f"People say: {plain}", "Fewer people need help twice"],
        "measures": measures,
        "actions": actions,
    }


def _action(rng: Random, name: str, text: str, measures: list[str], starts: date) -> Data:
    action: Data = {"id": name, "text": text}
    clock = rng.choices(("due", "every", "neither"), (35, 15, 50))[0]
    kinds = ("deliverable", "decision", "improvement") if clock == "due" else ("practice", "standard", "improvement")
    if rng.random() < 0.6:
        action["kind"] = rng.choice(kinds)
    if rng.random() < 0.8:
        action["owner"] = rng.choice(words.POSTS)
    if rng.random() < 0.3:
        action["partners"] = rng.sample(words.PARTNERS, rng.randint(1, 3))
    if rng.random() < 0.5:
        action["measures"] = rng.sample(measures, rng.randint(1, 2))
    if clock == "due":
        action.update(_due(rng, starts))
    elif clock == "every":
        action["every"] = rng.choice(("quarter", "6 months", "year", "month"))
        action["done"] = sorted(starts + timedelta(days=rng.randrange(10, 520)) for _ in range(3))
    if rng.random() < 0.1:
        action["review_every"] = rng.choice(("month", "6 weeks", "6 months"))
    action["updates"] = _updates(rng, starts)
    return action


def _due(rng: Random, starts: date) -> Data:
    due = _workday(starts + timedelta(days=rng.randrange(300, 1060)))
    keys: Data = {"due": due}
    former = _workday(due - timedelta(days=rng.randrange(60, 120)))
    on = former - timedelta(days=rng.randrange(5, 30))
    if rng.random() < 0.25 and on < AS_AT:
        keys["moved"] = [{"on": on, "from": former, "why": words.note(rng), "approved_by": "SMT"}]
    if rng.random() < 0.25:
        step = _workday(due - timedelta(days=rng.randrange(130, 200)))
        keys["milestones"] = [
            {"text": "Supplier appointed", "due": step},
            {"text": "First people served", "due": former},
        ]
        if step < AS_AT:
            keys["milestones"][0]["done"] = step - timedelta(days=3)
    return keys


def _workday(day: date) -> date:
    return day - timedelta(days=max(0, day.weekday() - 4))


def _updates(rng: Random, starts: date) -> list[Data]:
    path = rng.choices([path for _, path in PATHS], [weight for weight, _ in PATHS])[0]
    first = starts + timedelta(days=rng.randrange(70, 200))
    days = [first + timedelta(days=91 * n + rng.randrange(-9, 10)) for n in range(UPDATES)]
    return [_update(rng, day, state) for day, state in zip(days, path, strict=True)]


def _update(rng: Random, day: date, state: str) -> Data:
    update: Data = {"on": day, "state": state}
    if state in ("not-started", "in-progress") and rng.random() < 0.9:
        update["rag"] = rng.choices(("green", "amber", "red"), (55, 33, 12))[0]
    if update.get("rag") == "red" or rng.random() < 0.75:
        update["note"] = words.note(rng, rng.choice((1, 2, 2)))
    if state in HALTED:
        update.setdefault("note", HALTED[state])
    if rng.random() < 0.9:
        update["by"] = rng.choice(words.POSTS)
    if state == "in-progress" and rng.random() < 0.12:
        update["forecast"] = day + timedelta(days=rng.randrange(30, 200))
    if rng.random() < 0.1:
        update["evidence"] = "Board papers, item 7"
    if rng.random() < 0.1:
        update["public"] = True
    return update


def _measure(rng: Random, title: str, name: str) -> Data:
    unit = rng.choice(UNITS)
    level = rng.randrange(40, 90) if unit == "percent" else rng.randrange(60, 900)
    rule = rng.choice(RULES)
    better = {"plan": "on-target", "context": "none"}.get(rule) or rng.choice(("higher", "lower"))
    frequency = rng.choices(("quarter", "month", "year"), (70, 15, 15))[0]
    measure: Data = {
        "id": name,
        "title": title,
        "unit": unit,
        "better": better,
        "span": "period",
        "frequency": frequency,
    }
    measure["lag"] = rng.choice(("30 days", "6 weeks", "quarter"))
    if rng.random() < 0.4:
        measure["cohort"] = rng.choice(("looked after for 12 months or more", "open cases at the end of the period"))
    measure["source"] = rng.choice(("Health dashboard", "SSDA903 return", "Case management system, report 14"))
    measure["owner"] = rng.choice(words.POSTS)
    if rng.random() < 0.5:
        measure["definition"] = f"{title}: counted once each, at the end of the period, whoever provides the service"
    measure.update(_rule(rule, better, level, rng))
    measure["readings"] = {period: _reading(rng, unit, level) for period in _periods(frequency)}
    _say_why(measure, level)
    return measure


def _say_why(measure: Data, level: int) -> None:
    """The last reading has a note where it may be red: that is when people write one."""
    period, reading = list(measure["readings"].items())[-1]
    if isinstance(reading, str):
        return
    reading = dict(reading) if isinstance(reading, dict) else {"value": reading}
    whole = reading.get("denominator")
    amount = 100 * reading["numerator"] / whole if whole else reading["value"]
    ahead = {"higher": amount >= level + 3, "lower": amount < level}.get(measure["better"], False)
    if "compared_with" in measure or not ahead:
        reading.setdefault("note", words.READ[level % len(words.READ)])
        measure["readings"][period] = reading


def _rule(rule: str, better: str, level: int, rng: Random) -> Data:
    targets = {year: level + n for n, year in enumerate(("2023/24", "2024/25", "2025/26"))}
    back = -8 if better == "higher" else 8
    if rule == "floors":
        return {"targets": {year: {"value": value, "amber_from": value + back} for year, value in targets.items()}}
    if rule == "comparator":
        england = {year: level + rng.randrange(-5, 6) for year in targets}
        return {
            "compared_with": "England",
            "level_within": "1 points",
            "benchmarks": {"England": england, "Region": dict(england)},
        }
    keys: dict[str, Data] = {
        "points": {"amber_within": "5 points"},
        "share": {"amber_within": "10% of target"},
        "floor": {"amber_from": level + (back if better == "higher" else back + 2)},
        "band": {"band": "2 points"},
        "plan": {"green_within": "2 points", "amber_within": "5 points"},
        "softened": {"green_within": "10% of target", "amber_if": "no-worse-than-last-year"},
    }
    return {"targets": targets, **keys[rule]} if rule in keys else {}


def _periods(frequency: str) -> list[str]:
    if frequency == "year":
        return [f"{year}/{year % 100 + 1}" for year in range(2014, 2026)]
    if frequency == "month":
        return [f"{2025 + n // 12}-{n % 12 + 1:02d}" for n in range(7, 7 + READINGS)]
    return [f"{year}/{year % 100 + 1} Q{quarter}" for year in (2023, 2024, 2025) for quarter in (1, 2, 3, 4)]


def _reading(rng: Random, unit: str, level: int) -> Any:
    if rng.random() < 0.03:
        return rng.choice(("c", "x", "z"))
    reading: Data = (
        _parts(rng, level) if unit == "percent" and rng.random() < 0.4 else {"value": _amount(rng, unit, level)}
    )
    if rng.random() < 0.65:
        reading["note"] = rng.choice(words.READ)
    if rng.random() < 0.12:
        reading["state"] = "provisional"
    elif "value" in reading and rng.random() < 0.04:
        reading |= {"state": "revised", "was": [{"value": _amount(rng, unit, level)}]}
    if rng.random() < 0.1:
        reading["recorded"] = AS_AT - timedelta(days=rng.randrange(5, 60))
    return reading if len(reading) > 1 else reading["value"]


def _parts(rng: Random, level: int) -> Data:
    whole = rng.randrange(80, 420)
    return {"numerator": whole * (level + rng.randrange(-9, 10)) // 100, "denominator": whole}


def _amount(rng: Random, unit: str, level: int) -> int | float:
    moved = level + rng.randrange(-9, 10)
    return moved if unit == "count" or rng.random() < 0.4 else moved + rng.randrange(1, 10) / 10
