"""What did not change by a byte is not read again; what did is, and so is everything when another day begins."""

import os

import pytest

from strategy_tracker.app.moment import open_portfolio
from strategy_tracker.app.serving.file_memory import FileMemory
from strategy_tracker.files.load import load


@pytest.fixture
def asked(small):
    """Asks a memory for every file, in a context, and says which were read for it."""
    memory = FileMemory()

    def ask(context="today"):
        read, found = [], open_portfolio(small)
        memory.within(context)

        def reading(file):
            read.append(file.name)
            return load(file, found.settings.year_end)

        made, wrong = memory.each(found, found.of_kind("strategies"), lambda record, _: record.id, reading)
        return read, made, [one.code for one in wrong], memory.records(found.files)

    return ask


BOTH = ["strategies/old-plan.yaml", "strategies/young-carers.yaml"]


def test_each_file_is_read_once(asked):
    read, made, wrong, records = asked()
    assert (read, made, wrong) == (BOTH, ["old-plan", "young-carers"], [])
    assert asked() == ([], made, wrong, records)


def test_a_file_that_changed_is_read_again_whatever_its_time(asked, small):
    asked()
    path = small / BOTH[0]
    before = path.stat()
    path.write_bytes(path.read_bytes().replace(b"title: Carers", b"title: Charge"))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert asked()[0] == [BOTH[0]]


def test_a_fault_is_told_each_time(asked, small):
    (small / BOTH[0]).write_text("id: old-plan\ntitle: [\n", encoding="utf-8")
    first = asked()
    assert (first[1], first[2]) == (["young-carers"], ["yaml-syntax"])
    assert asked()[1:] == first[1:]
    assert list(first[3]) == [BOTH[1]]


def test_a_file_that_cannot_be_read_is_said_and_not_kept(asked, small):
    path = small / BOTH[0]
    path.write_bytes(b"x" * (16 * 1024 * 1024 + 1))
    assert asked()[2] == ["too-big"]
    path.write_text("id: old-plan\ntitle: Short\nstarts: 2020-01-01\npriorities: []\n", encoding="utf-8")
    assert asked()[1:3] == (["old-plan", "young-carers"], [])


def test_in_another_context_everything_is_read_again(asked):
    asked("today")
    assert asked("tomorrow")[0] == BOTH
    assert asked("tomorrow")[0] == []
