"""The text of a paragraph in Word, cut into runs where some of it runs from right to left."""

from typing import Any

from strategy_tracker.views.directions import is_leftward, runs
from strategy_tracker.views.formats.word.xml import element
from strategy_tracker.views.text import visible

_AFTER_BIDI = ("w:spacing", "w:ind", "w:jc", "w:textAlignment", "w:outlineLvl", "w:rPr", "w:sectPr")
"""What may stand in the properties of a paragraph after its direction, in the order of the standard (17.3.1.26)."""


def write_runs(line: Any, text: str) -> list[Any]:
    """Writes a text at the end of a paragraph, and gives its runs; the paragraph runs the way its text does as a whole.

    Word knows no isolates: it is told of each run, and of the paragraph, which way it goes (ECMA-376, 17.3.2.30 and
    17.3.1.6).
    """
    text = visible(text)
    if not is_leftward(text):
        return [line.add_run(text)]
    parts = runs(text)
    if len(parts) == 1:
        line._p.get_or_add_pPr().insert_element_before(element("bidi"), *_AFTER_BIDI)  # noqa: SLF001 - not in python-docx
    return [_turned(line, part.text) if part.leftward else line.add_run(part.text) for part in parts]


def _turned(line: Any, text: str) -> Any:
    run = line.add_run(text)
    run.font.rtl = True
    return run
