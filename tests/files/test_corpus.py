"""The files this repository ships, edited at random places by the bench that edits other people's."""

import importlib.util

import pytest

from strategy_tracker.editing.splicing.edit import Edit
from tests.files.shipped import ROOT, cases, shipped

SPEC = importlib.util.spec_from_file_location("corpus", ROOT / "bench" / "corpus.py")
corpus = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(corpus)


def tries(places, seeds):
    """How often each outcome came."""
    every = corpus.Counter()
    for seed in seeds:
        for place in places:
            every += corpus.survey(place, seed)[1]
    return every


def test_the_shipped_portfolio_can_be_edited_anywhere():
    outcomes = tries([ROOT / "strategies", ROOT / "measures"], range(2))
    assert {path.suffix for path in shipped()} == {".yaml"}
    assert outcomes.total() >= 2 * 5 * len(list((ROOT / "strategies").glob("*.yaml")))
    kinds = {"append", "new key", "replace text", "replace any", "drop", "many at once"}
    assert {kind for kind, _ in outcomes} == kinds
    assert not [verdict for _, verdict in outcomes if verdict.startswith("wrong")]
    assert not [
        verdict
        for _, verdict in outcomes
        if "refused" in verdict and "comment" not in verdict and "only" not in verdict
    ]


def test_every_case_can_be_edited_or_says_why_not():
    assert len(cases()) > 200
    outcomes = tries([ROOT / "tests" / "cases"], [1])
    assert outcomes.total() > 500
    assert not [verdict for _, verdict in outcomes if verdict.startswith("wrong")]


@pytest.mark.parametrize(
    ("after", "change", "verdict"),
    [
        (b"a: 1\nu: [x]\nb: 2\n", corpus.Put((), "b", "2"), "wrong: another tree"),
        (
            b"a: 1\nu: [x\n",
            corpus.Put((), "b", "2"),
            "wrong: a ',' or the closing ']' is missing in a list in square brackets",
        ),
        (b"a:   1\nu: [x]\nb: '2'\n", corpus.Put((), "b", "2"), "wrong: more lines than its own"),
        (b"a: 1\nu: [x]\nb: '2'\n", corpus.Put((), "b", "2"), "one-item diff"),
    ],
)
def test_the_bench_itself_sees_what_is_wrong(after, change, verdict, monkeypatch):
    monkeypatch.setattr(corpus, "edit_all", lambda data, _: Edit(data, after, 1))
    data = b"a: 1\nu: [x]\n"
    assert corpus.judge(data, corpus.read_tree(data), change) == verdict
