"""How a spreadsheet is read: sheets, headings and columns, what its words mean, and which row is which item."""

import re
from decimal import Decimal
from typing import Annotated

from pydantic import PlainValidator, WithJsonSchema

from strategy_tracker.model.dates.period import PeriodKey
from strategy_tracker.model.record import Record
from strategy_tracker.model.values import Date, Id, Text, pattern, refuse, shown

_LETTERS = r"[A-Z]{1,3}"


def _letters(value: object) -> str:
    if not isinstance(value, str) or not re.fullmatch(_LETTERS, value):
        raise refuse("wrong-shape", f"{shown(value)} is no column", "write the letters of the column, such as C")
    return value


ColumnLetters = Annotated[
    str, PlainValidator(_letters), pattern("write the letters of the column, such as C", _LETTERS, "C")
]


def _row(value: object) -> int:
    if not isinstance(value, Decimal) or value not in range(1, 1_048_577):
        raise refuse("wrong-shape", f"{shown(value)} is no row", "write the number of the row, such as 5")
    return int(value)


RowNumber = Annotated[
    int,
    PlainValidator(_row),
    WithJsonSchema(
        {"type": "integer", "minimum": 1, "maximum": 1048576, "errorMessage": "write the number of the row, such as 5"}
    ),
]


class SheetMap(Record):
    """One sheet: where its headings stand and what its columns hold; what is left out is found as without a map."""

    heading: RowNumber | None = None
    """The row of the headings."""
    columns: dict[ColumnLetters, Text] = {}
    """What a column holds, by its letters: text, owner, due, 'target 2025/26', …; unused leaves it out."""
    left_out: bool = False
    """True where nothing of the sheet is read."""


class TextMeanings(Record):
    """What texts of the table stand for."""

    owner: dict[Text, Text] = {}
    """The post that a text names."""
    due: dict[Text, Text] = {}
    """The date of a text, or 'every:month' for one that recurs."""
    state: dict[Text, Text] = {}
    """The state of a text, and a colour after a comma."""
    rag: dict[Text, Text] = {}
    """The colour of a text."""
    unit: dict[Text, Text] = {}
    """The unit of a text; 'fraction' for hundredths of a percentage."""
    period: dict[Text, Text] = {}
    """The period of a heading."""


class ImportMap(Record):
    """A map of a spreadsheet, in a file of imports/."""

    sheets: dict[Text, SheetMap] = {}
    """Sheets by their names; of a text file there is one, with the name of the file."""
    year: PeriodKey | None = None
    """The financial year of quarters that name none."""
    on: Date | None = None
    """The day of states and updates that name none."""
    where: Text | None = None
    """The rows that are one's own: 'Area=Northtown'."""
    meanings: TextMeanings = TextMeanings()
    """What texts of the table stand for."""
    items: dict[Text, Id] = {}
    """Which item a row is: by its reference in the table, or by its words."""
