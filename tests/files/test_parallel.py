"""The same results from one process and from two; a child that fails is an error, not silence."""

import os
import signal
import time

import pytest

from strategy_tracker.files import parallel
from strategy_tracker.files.find import DataFile
from strategy_tracker.files.parallel import WORTH_IT, over_files

forks = pytest.mark.skipif(
    not hasattr(os, "fork") or len(os.sched_getaffinity(0)) < 2, reason="one process is all there is"
)


def files(count, size):
    return [DataFile(f"{n}.yaml", f"/{n}.yaml", "strategies", size + n) for n in range(count)]


def name_and_process(file):
    time.sleep(0.02)  # so that the other process gets its share
    return file.name, os.getpid()


def slowly(work):
    def wait(file):
        time.sleep(0.05)
        return work(file)

    return wait


def test_a_small_portfolio_stays_in_this_process():
    done = over_files(files(5, 10), name_and_process)
    assert done == [(f"{n}.yaml", os.getpid()) for n in range(5)]


def test_no_files_are_no_work():
    assert over_files([], name_and_process) == []


@forks
def test_a_large_portfolio_is_shared_and_comes_back_in_order():
    done = over_files(files(9, WORTH_IT), name_and_process)
    assert [name for name, _ in done] == [f"{n}.yaml" for n in range(9)]
    assert len({process for _, process in done}) > 1


@forks
def test_one_process_and_several_give_the_same():
    many = over_files(files(7, WORTH_IT), lambda file: file.name * 3)
    assert many == over_files(files(7, 1), lambda file: file.name * 3)


@forks
def test_more_than_a_pipe_holds_comes_through():
    done = over_files(files(4, WORTH_IT), slowly(lambda file: "x" * 300_000 + file.name))
    assert [text[-6:] for text in done] == [f"{n}.yaml" for n in range(4)]


@forks
def test_a_single_large_file_needs_no_help():
    assert over_files(files(1, WORTH_IT), lambda file: file.name) == ["0.yaml"]


@forks
def test_a_child_that_fails_is_an_error(capfd):
    here = os.getpid()

    def work(file):
        if os.getpid() != here:
            raise ValueError("on purpose")

    with pytest.raises(RuntimeError, match="second process"):
        over_files(files(8, WORTH_IT), slowly(work))
    assert "on purpose" in capfd.readouterr().err


@forks
def test_a_child_that_is_killed_is_an_error():
    here = os.getpid()

    def work(file):
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)

    with pytest.raises(RuntimeError, match="second process"):
        over_files(files(8, WORTH_IT), slowly(work))


@forks
def test_an_error_of_this_process_leaves_no_child_behind(monkeypatch):
    here, fork, children = os.getpid(), os.fork, []

    def noted():
        children.append(fork())
        return children[-1]

    def work(file):
        if os.getpid() == here:
            raise ValueError("on purpose")
        return "x" * 300_000

    monkeypatch.setattr(os, "fork", noted)
    with pytest.raises(ValueError, match="on purpose"):
        over_files(files(8, WORTH_IT), slowly(work))
    assert children
    for child in children:
        with pytest.raises(ChildProcessError):
            os.waitpid(child, os.WNOHANG)


@forks
def test_a_slow_file_holds_up_only_the_process_that_has_it():
    def work(file):
        time.sleep(0.3 if file.name == "8.yaml" else 0.02)  # the largest, so it is taken first
        return os.getpid()

    done = over_files(files(9, WORTH_IT), work)
    assert done.count(done[8]) < 4


def test_every_file_is_in_one_batch_and_the_largest_come_first():
    sizes = (3, 9, 5, 1)
    given = [DataFile("", "", "strategies", size) for size in sizes]
    assert parallel._batches(given) == [[1], [2], [0], [3]]
    many = parallel._batches(given * 2000)
    assert len(many) == parallel.QUEUE
    assert sorted(number for batch in many for number in batch) == list(range(8000))


@forks
def test_more_files_than_the_queue_holds_come_back_in_order():
    given = files(parallel.QUEUE * 2 + 3, 1000)
    assert over_files(given, lambda file: file.name) == [file.name for file in given]
