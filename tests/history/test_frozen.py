"""The tags of reports."""

from datetime import date

import pytest

from strategy_tracker.history.frozen import read_report, report_of, reports, write_report
from strategy_tracker.model.commit import FrozenReport


def a_report(**keys):
    given = {
        "name": "q1",
        "sha": "a" * 40,
        "as_at": date(2022, 3, 31),
        "digest": "0" * 64,
        "program": "1.0",
        "body": "Board",
    }
    return FrozenReport(**(given | {"folder": "", "message": "", **keys}))


@pytest.mark.parametrize(
    "report",
    [a_report(), a_report(body="", folder="data", message="As corrected"), a_report(message="Standing: sha256:1")],
)
def test_a_report_is_read_as_it_was_written(report):
    head = f"object {report.sha}\ntype commit\ntag reported/q1\ntagger Ann <a@b> 1648742400 -0930\n"
    tag = f"{head}\n{write_report(report)}"
    assert read_report("q1", tag.encode()) == report._replace(by="Ann", made=date(2022, 3, 31))


@pytest.mark.parametrize(
    "tag",
    [
        b"",
        b"object x\n\nReported: q1\n\nAs at: 2022-03-31\nStanding: sha256:" + b"0" * 64,
        b"object " + b"a" * 40 + b"\n\nReported: q1\n\nAs at: 2022-13-31\nStanding: sha256:" + b"0" * 64,
        b"object " + b"a" * 40 + b"\n\nReported: q1\n\nAs at: 2022-03-31\nStanding: md5:1",
        b"\xff\xfe\0",
    ],
)
def test_a_tag_that_is_no_report_is_none(tag):
    assert read_report("q1", tag) is None


def test_a_tag_without_a_tagger_is_still_a_report():
    tag = f"object {'a' * 40}\n\n{write_report(a_report())}"
    assert read_report("q1", tag.encode()) == a_report()


def test_reports_of_a_repository_without_any(repo):
    assert reports(repo.root) == []
    assert report_of(repo.root, "q1") is None
    assert report_of(repo.root, "-q") is None


@pytest.mark.parametrize("kind", ["PGP SIGNATURE", "SSH SIGNATURE", "SIGNED MESSAGE"])
@pytest.mark.parametrize("message", ["", "As shown"])
def test_a_signature_is_no_part_of_what_was_said(kind, message):
    report = FrozenReport("q1", "a" * 40, date(2022, 3, 31), "b" * 64, "0.1.0", "Board", "", message, "", None)
    signed = f"-----BEGIN {kind}-----\n\nAs at: 1999-01-01\n\nx\n-----END {kind}-----\n"
    tag = f"object {'a' * 40}\ntype commit\n\n{write_report(report)}{signed}"
    assert read_report("q1", tag.encode()) == report
