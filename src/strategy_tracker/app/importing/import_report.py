"""The report of a table for programs and views: what was found, at which cell, and what became of every cell."""

from collections.abc import Iterable
from typing import Any

from strategy_tracker.app.importing.bring_back import BackProposal
from strategy_tracker.app.importing.bring_in import Incoming
from strategy_tracker.diagnostics import Diagnostic
from strategy_tracker.intake.draft import DraftAction, DraftMeasure, DraftPriority, DraftReading, PlanDraft
from strategy_tracker.intake.ledger import CellRemark
from strategy_tracker.intake.outline import letters


def findings_of(remarks: Iterable[CellRemark]) -> list[Diagnostic]:
    """What is said of cells, as diagnostics whose file is the cell: a warning where nothing was taken."""
    return [
        Diagnostic(one.code, one.words, (), one.next_step, one.place, severity="advice" if one.taken else "warning")
        for one in remarks
    ]


def report_of(incoming: Incoming, written: tuple[str, ...] = ()) -> dict[str, Any]:
    """Everything that is known of a table, in plain values."""
    draft = incoming.draft
    titles = [one.title for one in draft.priorities]
    return {
        "source": incoming.source.name,
        "counted": "paragraphs" if incoming.paper else "cells",
        "sheets": [_sheet(one) for one in draft.sheets],
        "found": {
            "priorities": len(draft.priorities),
            "actions": len(draft.actions),
            "measures": len(draft.measures),
            "readings": sum(len(one.readings) for one in draft.measures),
            "updates": sum(len(one.updates) for one in draft.actions),
        }
        | _more(draft),
        "title": incoming.title,
        "organisation": draft.organisation or None,
        "starts": draft.starts or None,
        "ends": draft.ends or None,
        "vision": list(draft.vision),
        "aspirations": list(draft.aspirations),
        "needs": list(draft.needs),
        "governance": [one._asdict() for one in draft.governance],
        "priorities": [_priority(one) for one in draft.priorities],
        "actions": [_action(one, titles) for one in draft.actions],
        "measures": [_measure(one, titles) for one in draft.measures],
        "findings": [_finding(one) for one in findings_of(incoming.remarks)],
        "cells": incoming.cells,
        "remarks": list(incoming.source.remarks),
        "written": list(written),
    }


def back_report(name: str, found: BackProposal, written: tuple[str, ...] = ()) -> dict[str, Any]:
    """Everything that is known of a workbook that came back, in plain values."""
    return {
        "source": name,
        "workbook": {"made": found.record.made or None, "commit": found.record.commit or None},
        "taken": [{"id": one.item, "field": one.key, "text": one.text, "place": one.place} for one in found.taken],
        "findings": [_finding(one) for one in findings_of(found.left)],
        "written": list(written),
    }


def _sheet(one: Any) -> dict[str, Any]:
    tables = [
        {
            "kind": table.kind,
            "heading_rows": [] if table.turned else list(table.headings),
            "heading_columns": [letters(one) for one in table.headings] if table.turned else [],
            "columns": [
                {"row" if table.turned else "column": name, "heading": text, "role": role}
                for name, text, role in table.columns
            ],
            "items": table.items,
        }
        for table in one.tables
    ]
    return {"name": one.name, "tables": tables, "left_out": one.left_out or None}


def _more(draft: PlanDraft) -> dict[str, int]:
    """What a document may hold besides, counted."""
    every = len(draft.aspirations) + sum(len(one.aspirations) for one in draft.priorities)
    return {"aspirations": every} if draft.paper else {}


def _priority(one: DraftPriority) -> dict[str, Any]:
    return {
        "title": one.title,
        "group": one.group or None,
        "strapline": one.strapline or None,
        "owner": one.owner or None,
        "aspirations": list(one.aspirations),
        "place": one.place,
    }


def _action(one: DraftAction, priorities: list[str]) -> dict[str, Any]:
    return {
        "id": one.ref or None,
        "text": one.text,
        "priority": priorities[one.priority] if one.priority >= 0 else None,
        "owner": one.owner or None,
        "partners": list(one.partners),
        "starts": one.starts or None,
        "due": one.due or None,
        "every": one.every or None,
        "state": one.state or None,
        "rag": one.rag or None,
        "updates": [{key: value or None for key, value in update._asdict().items()} for update in one.updates],
        "note": one.note or None,
        "place": one.place,
    } | ({"review_every": one.review_every} if one.review_every else {})


def _measure(one: DraftMeasure, priorities: list[str]) -> dict[str, Any]:
    return {
        "id": one.ref or None,
        "title": one.title,
        "unit": one.unit or None,
        "better": one.better or None,
        "frequency": one.frequency or None,
        "owner": one.owner or None,
        "priority": priorities[one.priority] if one.priority >= 0 else None,
        "baseline": _value(one.baseline) if one.baseline else None,
        "targets": {period: _value(each) for period, each in one.targets.items()},
        "readings": {period: _value(each) for period, each in one.readings.items()},
        "benchmarks": {
            name: {period: _value(each) for period, each in figures.items()} for name, figures in one.benchmarks.items()
        },
        "place": one.place,
    }


def _value(one: DraftReading) -> Any:
    """A figure for a program: a number, or the text of a symbol, a fraction or words."""
    if one.value is None:
        return one.said
    return int(one.value) if one.value == one.value.to_integral_value() else float(one.value)


def _finding(one: Diagnostic) -> dict[str, Any]:
    return {
        "code": one.code,
        "severity": one.severity,
        "message": one.message,
        "help": one.help,
        "place": one.file,
    }
