"""Tables with a period in each row and a measure in each column."""

import pytest

from tests.intake.reading import codes, of_csv

YEARS = "Homes in our town,,\nYear,Homes built,% affordable\n2021/22,812,25\n2022/23,774,c\nTarget 2023/24,800,35\n"


def test_each_column_is_a_measure_with_a_reading_a_row():
    _, draft, _ = of_csv(YEARS)
    built, share = draft.measures
    assert (built.title, built.place, share.title, share.unit) == (
        "Homes built",
        "row 2, column B",
        "% affordable",
        "percent",
    )
    assert {period: one.said for period, one in built.readings.items()} == {"2021/22": "812", "2022/23": "774"}
    assert {period: one.said for period, one in share.readings.items()} == {"2021/22": "25", "2022/23": "c"}
    assert [{period: one.said for period, one in each.targets.items()} for each in draft.measures] == [
        {"2023/24": "800"},
        {"2023/24": "35"},
    ]
    assert built.readings["2022/23"].place == "row 4, column B"


def test_every_cell_is_accounted_for_at_its_place_in_the_file():
    source, _, ledger = of_csv(YEARS.replace("774", "about 770"))
    counts = ledger.counts(source)
    assert counts["filled"] == sum(counts[key] for key in ("taken", "remarked", "not_taken", "left_out")) == 13
    assert codes(ledger) == {("row 4, column B", "not-a-number-in-a-cell")}


@pytest.mark.parametrize(
    "text",
    [
        "Year,Homes built,Remark\n2021/22,812,a good year\n2022/23,774,a lean one\n",
        "Year,Homes built\n2021/22,812\nin all,1586\n",
        "Year,Homes built\n2021/22,812\n",
        "Name,Homes built\nEast,812\nWest,774\n",
    ],
)
def test_what_holds_words_or_other_rows_is_not_turned(text):
    _, draft, _ = of_csv(text)
    assert not draft.measures
