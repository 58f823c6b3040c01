"""The format of a report goes by its name or by the ending of its file, and says what it needs."""

import sys

import pytest

from strategy_tracker.problem import Problem
from strategy_tracker.views.formats.writers import FORMATS, by_suffix, writer


@pytest.mark.parametrize(
    ("suffix", "form"),
    [
        ("", "markdown"),
        (".md", "markdown"),
        (".TXT", "markdown"),
        (".html", "html"),
        (".htm", "html"),
        (".DOCX", "docx"),
        (".pdf", "pdf"),
        (".odt", ""),
    ],
)
def test_the_ending_of_a_name_asks_for_a_format(suffix, form):
    assert by_suffix(suffix) == form


@pytest.mark.parametrize("form", ["markdown", "html"])
def test_text_needs_nothing_that_is_not_installed(form):
    assert callable(writer(form))
    assert (FORMATS[form].extra, FORMATS[form].binary) == ("", False)


@pytest.mark.parametrize(("form", "package"), [("docx", "docx"), ("pdf", "typst")])
def test_what_is_missing_is_named_with_the_way_to_get_it(form, package, monkeypatch):
    for name in [*sys.modules]:
        if name == package or name.startswith(
            (f"{package}.", "strategy_tracker.views.formats.pdf", "strategy_tracker.views.formats.word")
        ):
            monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(Problem, match=f"cannot write {FORMATS[form].name}: it has no '{package}") as caught:
        writer(form)
    assert f"[{FORMATS[form].extra}]" in caught.value.next_step
