"""What one document of the register left out, no later one shows."""

from decimal import Decimal

from strategy_tracker.checks.publications import nothing_comes_back
from strategy_tracker.model.dates.period import MARCH
from strategy_tracker.model.publication import Publication


def document(issued, period="2022/23", **figures):
    given = {name: {period: value if value == "c" else Decimal(value)} for name, value in figures.items()}
    tree = {"issued": issued, "suppress_below": Decimal(6), "figures": given}
    return Publication.model_validate(tree, context={"year_end": MARCH})


def found(*documents):
    listed = [(f"published/{n}.yaml", one) for n, one in enumerate(documents)]
    return [(one.file, one.route) for one in nothing_comes_back(listed)]


def test_a_figure_that_was_left_out_before_is_named_with_both_documents():
    (one,) = nothing_comes_back([("b.yaml", document("2023-10-01", a=20)), ("a.yaml", document("2023-07-01", a="c"))])
    assert (one.code, one.file, one.route) == ("shown-after-withheld", "b.yaml", ("figures", "a", "2022/23"))
    assert one.message == "'a' for 2022/23 is shown here, and 'a.yaml' left it out"


def test_a_period_is_the_same_by_another_name():
    assert found(document("2023-07-01", a="c"), document("2023-10-01", "2022/2023", a=20)) == [
        ("published/1.yaml", ("figures", "a", "2022/2023"))
    ]


def test_what_was_shown_first_and_withheld_later_is_no_fault():
    assert found(document("2023-07-01", a=20, b=8), document("2023-10-01", a="c", b=8)) == []
