"""A file that is named as evidence has a digest only where it lies in the folder and can be read."""

from hashlib import sha256

import pytest

from strategy_tracker.files.evidence import digest_of
from strategy_tracker.files.portfolio import open_portfolio


@pytest.fixture
def portfolio(tmp_path):
    root = tmp_path / "portfolio"
    (root / "strategies").mkdir(parents=True)
    (root / "strategies/plan.yaml").write_text("id: plan\ntitle: Plan\n", encoding="utf-8")
    (root / "evidence").mkdir()
    (root / "evidence/register.txt").write_bytes(b"as it was\n")
    (tmp_path / "outside.txt").write_bytes(b"not ours\n")
    return open_portfolio(root)


def test_a_file_in_the_folder_has_the_digest_of_its_bytes(portfolio):
    assert digest_of(portfolio, "evidence/register.txt") == sha256(b"as it was\n").hexdigest()


@pytest.mark.parametrize(
    "name", ["Minute 14.2", "evidence", "evidence/none.txt", "../outside.txt", "https://a.b/c", "C:\\x"]
)
def test_any_other_reference_has_none(portfolio, name):
    assert digest_of(portfolio, name) is None


def test_a_link_out_of_the_folder_is_not_followed(portfolio, tmp_path):
    try:
        (portfolio.root / "evidence/link.txt").symlink_to(tmp_path / "outside.txt")
    except OSError:  # Windows without the right to make links
        pytest.skip("this system makes no links")
    assert digest_of(portfolio, "evidence/link.txt") is None
