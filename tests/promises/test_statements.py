"""No output says of an action what the record does not imply: held against a reader of files and log of its own.

`python bench/statements.py` does this for 5,000 random histories; here are a hundred.
"""

import pytest

from strategy_tracker.cli.app import run as run_command
from tests.oracle import histories, record
from tests.oracle.statements import wrong_statements


@pytest.fixture
def ask(capsys):
    """What a command prints; it must end well."""

    def printed(*arguments):
        capsys.readouterr()
        assert run_command(list(arguments)) == 0
        return capsys.readouterr().out

    return printed


@pytest.mark.parametrize("seed", range(4))
def test_no_output_says_what_the_record_does_not_imply(ask, tmp_path, seed):
    day = histories.write(tmp_path / "portfolio", seed, 25)
    folder = tmp_path / "portfolio"
    assert list(wrong_statements(ask, folder, day)) == []


def test_of_a_few_every_sheet_is_read(ask, tmp_path):
    day = histories.write(tmp_path / "portfolio", 99, 4)
    known = record.read(tmp_path / "portfolio", day)
    wrong = []
    for address, one in known.items():
        shown = ask("show", address, "--as-at", day.isoformat(), "--root", str(tmp_path / "portfolio"))
        wrong += record.of_text(shown.partition("\n")[2], one)
    assert wrong == []


def test_the_reader_finds_what_is_not_on_record(tmp_path):
    day = histories.write(tmp_path / "portfolio", 7, 3)
    one = next(known for known in record.read(tmp_path / "portfolio", day).values() if known.word == "waiting")
    said = one.said.isoformat() if one.said else "1999-01-01"
    untrue = (
        "last word 2001-01-01",
        "missed by 1 day",
        "Approver 9-9",
        "red, late",
        f"last word {said}",
        "due in 4 days",
    )
    for text in untrue:
        assert list(record.of_text(text, one)), text
    assert list(record.of_text(f"overdue by {(day - one.passed).days} days", one)) == []
