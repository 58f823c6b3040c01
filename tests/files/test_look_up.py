"""The one thing a person names is found, and only files that can hold it are read."""

import pytest

from strategy_tracker.files import look_up
from strategy_tracker.files.look_up import around, containing, line_of, plain_words, record_at
from strategy_tracker.files.portfolio import open_portfolio
from strategy_tracker.model.names.address import NotFound
from tests.cli.conftest import write_portfolio


@pytest.fixture
def portfolio(tmp_path):
    return open_portfolio(write_portfolio(tmp_path))


def found(portfolio, typed, things=()):
    return look_up.look_up(portfolio, typed, things)[0]


@pytest.mark.parametrize(
    ("typed", "address", "thing", "file"),
    [
        ("young-carers", "young-carers", "strategy", "strategies/young-carers.yaml"),
        ("heard-01", "young-carers/heard-01", "action", "strategies/young-carers.yaml"),
        ("long-waits", "young-carers/long-waits", "voice", "strategies/young-carers.yaml"),
        ("old-plan/seen", "old-plan/seen", "priority", "strategies/old-plan.yaml"),
        ("calls", "calls", "measure", "measures/carers.yaml"),
        ("walk-in", "walk-in", "practice example", "practice/ideas.yaml"),
    ],
)
def test_everything_with_an_id_is_found_in_its_file(portfolio, typed, address, thing, file):
    item = found(portfolio, typed)
    assert (item.address, item.thing, item.file) == (address, thing, file)


def test_only_things_of_the_kinds_asked_for_are_found(portfolio):
    assert found(portfolio, "seen-02", ("action",)).thing == "action"
    with pytest.raises(NotFound):
        found(portfolio, "seen-02", ("measure",))


def test_files_that_cannot_hold_it_are_not_read(portfolio, monkeypatch):
    read, each_file = [], look_up.each_file

    def told(portfolio, files, *more):
        read.extend(one.name for one in files)
        return each_file(portfolio, files, *more)

    monkeypatch.setattr(look_up, "each_file", told)
    assert found(portfolio, "plan-02").address == "old-plan/plan-02"
    assert read == ["strategies/old-plan.yaml"]


def test_a_file_that_cannot_be_read_may_hold_anything(portfolio, tmp_path):
    (tmp_path / "strategies/old-plan.yaml").unlink()
    assert [one.name for one in containing(portfolio.files, ["heard-01"])] == [
        "strategies/old-plan.yaml",
        "strategies/young-carers.yaml",
    ]


def test_what_is_nowhere_is_told_with_the_file_that_may_hold_it(portfolio, tmp_path):
    path = tmp_path / "strategies/old-plan.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "\t- bad\n", encoding="utf-8")
    with pytest.raises(NotFound) as caught:
        found(open_portfolio(tmp_path), "plan-02")
    assert caught.value.unread == "strategies/old-plan.yaml"
    with pytest.raises(NotFound) as caught:
        found(portfolio, "heard-02")
    assert (caught.value.unread, "young-carers/heard-01" in caught.value.near) == ("", True)


def test_the_record_and_the_line_of_an_item(portfolio, tmp_path):
    item = found(portfolio, "heard-01")
    assert record_at(portfolio, item).text == "Hold a yearly forum"
    lines = (tmp_path / item.file).read_text(encoding="utf-8").splitlines()
    assert lines[line_of(portfolio, item) - 1] == "      - id: heard-01"


def test_a_file_that_went_away_has_no_record(portfolio, tmp_path):
    item = found(portfolio, "heard-01")
    (tmp_path / item.file).unlink()
    assert record_at(portfolio, item) is None


@pytest.mark.parametrize(
    ("typed", "files"),
    [
        ("young-carers/seen-01", ["strategies/young-carers.yaml", "measures/carers.yaml"]),
        ("heard-01", ["strategies/young-carers.yaml"]),
        ("calls", ["measures/carers.yaml", "strategies/young-carers.yaml"]),
        ("walk-in", []),
    ],
)
def test_an_item_is_judged_with_the_files_it_names_or_is_named_in(portfolio, typed, files):
    assert [one.name for one in around(portfolio, found(portfolio, typed))] == files


def test_a_record_in_plain_words_leaves_out_what_its_standing_shows(portfolio):
    words = plain_words(record_at(portfolio, found(portfolio, "heard-01")))
    assert words["due"] == "2025-10-31"
    first = words["milestones"][0]
    assert (first["text"], first["due"], first["done"], first["moved"]) == (
        "Venue booked",
        "2025-08-31",
        "2025-08-20",
        (),
    )
    assert words["internal"] is False
    assert "updates" not in words
    assert plain_words(None) == {}


def test_a_file_is_split_into_words_once_where_many_ids_are_looked_for(portfolio):
    def names(*ids):
        return [file.name for file in containing(portfolio.of_kind("measures"), ids)]

    none = [f"no-{n}" for n in range(100)]
    assert names(*none) == []
    assert names(*none, "calls") == names("calls") == ["measures/carers.yaml"]
    assert names(*none, "schools-trained") == ["measures/carers.yaml"]
