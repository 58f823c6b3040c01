"""A table of a test to its draft."""

from strategy_tracker.intake.draft import TableAnswers
from strategy_tracker.intake.read_source import read_source
from strategy_tracker.intake.readers.sheets import read_workbook
from strategy_tracker.intake.readers.tables import read_table


def of_csv(text, answers=TableAnswers(), **wishes):  # noqa: B008
    source = read_table("plan.csv", text.encode() if isinstance(text, str) else text)
    return (source, *read_source(source, answers, wishes.get("wishes", {})))


def of_xlsx(data, answers=TableAnswers(), **wishes):  # noqa: B008
    source = read_workbook("plan.xlsx", data)
    return (source, *read_source(source, answers, wishes.get("wishes", {})))


def codes(ledger):
    return {(one.place, one.code) for one in ledger.remarks}
