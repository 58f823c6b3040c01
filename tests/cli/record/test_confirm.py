"""`strategy confirm`: a draft is told as one everywhere, until a person stands for it."""

import pytest

FILE, MEASURES = "strategies/young-carers.yaml", "measures/carers.yaml"
pytestmark = pytest.mark.usefixtures("today")


@pytest.fixture
def drafted(small, run):
    """The small portfolio, in which a machine has said something of an action and of a measure."""
    said = ("--state", "in-progress", "--rag", "green", "--note", "All are trained", "--drafted")
    assert run("update", "young-carers/seen-01", *said)[0] == 0
    return small


def test_a_draft_is_told_in_status_show_and_papers(run, drafted, monkeypatch):
    monkeypatch.setenv("COLUMNS", "200")
    assert "drafted: true" in (drafted / FILE).read_text(encoding="utf-8")
    assert "not confirmed" in run("status")[1]
    assert "nobody has confirmed it" in " ".join(run("show", "young-carers/seen-01")[1].split())
    assert "One thing was drafted by a machine, and nobody has confirmed it." in run("report", "young-carers")[1]


def test_a_person_confirms_it_and_the_mark_goes(run, drafted):
    code, out, err = run("confirm", "young-carers/seen-01", "--by", "Head of Service")
    assert (code, out.startswith("seen-01: ")) == (0, True)
    text = (drafted / FILE).read_text(encoding="utf-8")
    assert "drafted" not in text
    assert "note: All are trained" in text
    assert "not confirmed" not in run("status")[1]
    assert "wrote" in err


def test_confirming_twice_writes_nothing(run, drafted):
    run("confirm", "young-carers/seen-01")
    before = (drafted / FILE).read_bytes()
    code, _, err = run("confirm", "young-carers/seen-01")
    assert (code, (drafted / FILE).read_bytes()) == (0, before)
    assert "nothing of 'seen-01' is marked as drafted" in err
