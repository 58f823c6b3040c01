"""The content of generated strategies in the forms of other tools, as far as each has a place for it."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from content import Data

STATUS = {"complete": "completed", "delivered": "completed", "stopped": "deleted", "superseded": "deleted"}

YAMALE_STRATEGY = """\
id: regex('^[a-z0-9-]+$')
title: str()
organisation: str()
owner: str()
starts: day()
ends: day()
source: str()
vision: str()
values: list(str())
links: list(include('link'))
review_every: str()
governance: list(include('body'))
pledge: list(include('pledge'))
voice: list(include('voice'))
priorities: list(include('priority'))
---
link:
  title: str()
  kind: enum('plan', 'law', 'strategy', 'offer', 'report')
body: {body: str(), kind: str(), every: str(), paper_by: str(required=False), held: list(day())}
pledge: {id: str(), text: str(), priorities: list(str())}
voice: {id: str(), said: str(), by: str(), on: day(), actions: list(str())}
priority:
  id: regex('^[a-z0-9-]+$')
  title: str()
  plain: str()
  owner: str()
  rationale: str()
  aspirations: list(str())
  measures: list(str())
  actions: list(include('action'))
action:
  id: regex('^[a-z0-9-]+$')
  text: str()
  kind: enum('deliverable', 'practice', 'improvement', 'standard', 'decision', required=False)
  owner: str(required=False)
  partners: list(str(), required=False)
  measures: list(str(), required=False)
  due: day(required=False)
  moved: list(include('move'), required=False)
  milestones: list(include('milestone'), required=False)
  every: str(required=False)
  done: list(day(), required=False)
  review_every: str(required=False)
  updates: list(include('update'))
move: {on: day(), from: day(), why: str(), approved_by: str()}
milestone: {text: str(), due: day(), done: day(required=False)}
update:
  on: day()
  state: enum('not-started', 'in-progress', 'delivered', 'complete', 'paused', 'stopped', 'superseded')
  rag: enum('red', 'amber', 'green', required=False)
  note: str(required=False)
  by: str(required=False)
  forecast: day(required=False)
  evidence: str(required=False)
  public: bool(required=False)
"""
YAMALE_MEASURES = """\
measures: list(include('measure'))
---
measure:
  id: regex('^[a-z0-9-]+$')
  title: str()
  unit: str()
  better: enum('higher', 'lower', 'on-target', 'none', required=False)
  span: str()
  frequency: str()
  lag: str()
  cohort: str(required=False)
  definition: str(required=False)
  source: str()
  owner: str()
  targets: map(any(num(), include('target')), key=str(), required=False)
  amber_within: str(required=False)
  amber_from: num(required=False)
  band: str(required=False)
  green_within: str(required=False)
  amber_if: str(required=False)
  compared_with: str(required=False)
  level_within: str(required=False)
  benchmarks: map(map(num(), key=str()), key=str(), required=False)
  readings: map(any(num(), enum('c', 'x', 'z'), include('reading')), key=str())
target: {value: num(), amber_from: num()}
reading:
  value: num(required=False)
  numerator: num(required=False)
  denominator: num(required=False)
  note: str(required=False)
  state: str(required=False)
  was: list(map(num()), required=False)
  recorded: day(required=False)
"""

Portfolio = list[tuple[Data, list[Data]]]


def tasks(portfolio: Portfolio) -> str:
    """Actions as taskwarrior's tasks, updates as annotations; it has no place for measures, readings and colours."""
    return "\n".join(
        json.dumps(_task(strategy, priority, action)) for strategy, priority, action in _actions(portfolio)
    )


def _actions(portfolio: Portfolio) -> Iterator[tuple[Data, Data, Data]]:
    for strategy, _ in portfolio:
        for priority in strategy["priorities"]:
            for action in priority["actions"]:
                yield strategy, priority, action


def _task(strategy: Data, priority: Data, action: Data) -> Data:
    latest = action["updates"][-1]
    status = STATUS.get(latest["state"], "pending")
    task: Data = {
        "description": action["text"],
        "project": f"{strategy['id']}.{priority['id']}",
        "status": status,
        "entry": _stamp(strategy["starts"]),
        "annotations": [{"entry": _stamp(one["on"]), "description": _said(one)} for one in action["updates"]],
    }
    if "due" in action:
        task["due"] = _stamp(action["due"])
    if status != "pending":
        task["end"] = _stamp(latest["on"])
    return task


def _stamp(day: date) -> str:
    return f"{day:%Y%m%d}T120000Z"


def _said(update: Data) -> str:
    return " · ".join(str(update[key]) for key in ("state", "rag", "note", "by", "forecast") if key in update)


def journal(portfolio: Portfolio) -> str:
    """Readings as hledger's transactions; it has no place for actions, and none for targets and colours."""
    lines = []
    for _, measures in portfolio:
        for measure in measures:
            account = f"measures:{measure['id']}"
            for period, reading in measure["readings"].items():
                entry = reading if isinstance(reading, dict) else {"value": reading}
                amount = entry.get("value", entry.get("numerator"))
                if not isinstance(amount, str):
                    lines += [f"{_last(period)} {measure['title']}  ; {entry.get('note', '')}"]
                    lines += [f"    {account}  {amount}", "    equity:outside", ""]
    return "\n".join(lines)


def _last(period: str) -> str:
    if "Q" in period:
        year, quarter = int(period[:4]), int(period[-1])
        return ("", f"{year}-06-30", f"{year}-09-30", f"{year}-12-31", f"{year + 1}-03-31")[quarter]
    return f"{period}-28" if "-" in period else f"{int(period[:4]) + 1}-03-31"


def doorstop(portfolio: Portfolio, folder: Path) -> None:
    """Actions and measures as doorstop's items, linked; readings and updates as attributes it carries along."""
    numbers: dict[str, str] = {}
    for strategy, measures in portfolio:
        for measure in measures:
            numbers[measure["id"]] = f"MEA{len(numbers) + 1:05d}"
            body = {"unit": measure["unit"], "strategy": strategy["id"], "readings": measure["readings"]}
            _item(folder / "measures" / f"{numbers[measure['id']]}.yml", measure["title"], [], body)
    for count, (strategy, priority, action) in enumerate(_actions(portfolio), 1):
        links = [numbers[name] for name in action.get("measures", ())]
        body = {"strategy": strategy["id"], "priority": priority["id"], "updates": action["updates"]}
        _item(folder / "actions" / f"ACT{count:05d}.yml", action["text"], links, body)
    for name, prefix, parent in (("measures", "MEA", ""), ("actions", "ACT", "  parent: MEA\n")):
        text = f"settings:\n  digits: 5\n{parent}  prefix: {prefix}\n  sep: ''\n"
        (folder / name / ".doorstop.yml").write_text(text, encoding="utf-8")


def _item(path: Path, text: str, links: list[str], body: dict[str, Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    number = int(path.stem[3:])
    item = {"active": True, "level": f"1.{number}", "links": links, "normative": True, "text": text, **body}
    lines = [f"{key}: {json.dumps(value, default=str, ensure_ascii=False)}" for key, value in item.items()]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
