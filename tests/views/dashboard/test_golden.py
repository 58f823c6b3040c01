"""What a page says and how it is written; `pytest --accept` writes the file anew."""

from pathlib import Path

from tests.cli.conftest import write_portfolio

from .conftest import page

GOLDEN = Path(__file__).parent / "golden"


def test_the_page_is_written_as_it_was(tmp_path, golden):
    """The style is read in a module of its own; here it would only hide what else has changed."""
    root = write_portfolio(tmp_path / "portfolio")
    body = page(root, tmp_path / "made").partition('<body class="dashboard">\n')[2]
    golden(GOLDEN / "small.html", body)
