"""The digests of files that are named as evidence, so that a later change of one can be seen."""

from hashlib import sha256

from strategy_tracker.files.find import LARGEST
from strategy_tracker.files.parsing.check_text import Unreadable
from strategy_tracker.files.portfolio import Portfolio
from strategy_tracker.files.read_branding import read_named


def digest_of(portfolio: Portfolio, name: str) -> str | None:
    """The sha256 of a file inside the portfolio's folder; None where the name is that of none that can be read."""
    try:
        return sha256(read_named(portfolio, name, LARGEST)).hexdigest()
    except Unreadable:
        return None
