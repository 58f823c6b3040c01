"""One measure in several rows, each with a word for what its figures are."""

from tests.intake.reading import codes, of_csv, of_xlsx
from tests.intake.workbooks import of_rows, saved

ROWS = [
    ["Indicator", None, "Apr-25", "May-25"],
    ["Referrals", "Actual", 301, 288],
    [None, "Target", 290, 285],
    ["Visits on time", "Actual", "91%", "93%"],
    [None, "Target", "95%", "95%"],
    [None, "England", "88%", None],
]


def figures(draft):
    return [
        ({key: one.said for key, one in each.readings.items()}, {key: one.said for key, one in each.targets.items()})
        for each in draft.measures
    ]


def test_the_word_in_a_row_says_what_its_figures_are():
    book, sheet = of_rows(ROWS)
    for cells in ("A2:A3", "A4:A6"):
        sheet.merge_cells(cells)
    source, draft, ledger = of_xlsx(saved(book))
    assert [one.title for one in draft.measures] == ["Referrals", "Visits on time"]
    assert figures(draft) == [
        ({"2025-04": "301", "2025-05": "288"}, {"2025-04": "290", "2025-05": "285"}),
        ({"2025-04": "91", "2025-05": "93"}, {"2025-04": "95", "2025-05": "95"}),
    ]
    assert {name: one["2025-04"].said for name, one in draft.measures[1].benchmarks.items()} == {"England": "88"}
    assert not ledger.remarks
    assert ledger.counts(source)["taken"] == 16


def test_the_name_may_stand_in_each_row():
    text = "Indicator,Type of figure,2023/24,2024/25\nReferrals,Actual,301,288\nReferrals,Target,290,285\n"
    _, draft, _ = of_csv(text)
    assert figures(draft) == [({"2023/24": "301", "2024/25": "288"}, {"2023/24": "290", "2024/25": "285"})]


def test_a_row_with_another_word_leaves_the_column_as_it_is():
    _, draft, ledger = of_csv("Indicator,Says,2023/24\nReferrals,Actual,301\nVisits,Perhaps,4\n")
    assert figures(draft) == [({"2023/24": "301"}, {}), ({"2023/24": "4"}, {})]
    assert codes(ledger) == {("column B", "no-place-for-it")}
