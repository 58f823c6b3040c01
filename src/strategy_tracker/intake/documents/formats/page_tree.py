"""The tree of a web page, made by the standard library's parser, with the ends of elements that pages leave out."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

from strategy_tracker.problem import Problem

DEPTH = 200
"""Elements inside each other."""
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())  # noqa: SIM905
_CLOSES = {
    "li": ("li",), "p": ("p",), "tr": ("td", "th", "tr"), "td": ("td", "th"), "th": ("td", "th"),
    "dt": ("dt", "dd"), "dd": ("dt", "dd"), "option": ("option",), "thead": ("p",),
    "tbody": ("td", "th", "tr", "thead"), "tfoot": ("td", "th", "tr", "tbody"),
}  # fmt: skip
_ENDS_PARAGRAPH = frozenset(
    [
        "div",
        "section",
        "article",
        "ul",
        "ol",
        "dl",
        "table",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "blockquote",
        "details",
        "form",
        "pre",
        "main",
        "header",
        "footer",
        "nav",
        "aside",
        "hr",
    ]
)
_FENCES = {"li": ("ul", "ol"), "td": ("table",), "th": ("table",), "tr": ("table",), "dt": ("dl",), "dd": ("dl",)}


@dataclass
class Element:
    """An element of a page: its name in small letters, its attributes, and texts and elements inside it in order."""

    tag: str
    given: dict[str, str] = field(default_factory=dict)
    inside: list["Element | str"] = field(default_factory=list)


def tree_of(text: str) -> Element:
    """The tree of a page. Raises `Problem` where elements stand deeper inside each other than is read."""
    maker = _TreeMaker()
    maker.feed(text)
    maker.close()
    return maker.root


class _TreeMaker(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("page")
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for closed in _CLOSES.get(tag, ("p",) if tag in _ENDS_PARAGRAPH else ()):
            self._close(closed, _FENCES.get(tag, ("table", "li", "td", "th")))
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].inside.append(element)
        if tag not in _VOID:
            self.open.append(element)
            if len(self.open) > DEPTH:
                raise Problem(
                    f"elements stand more than {DEPTH} deep inside each other",
                    "save the page once more, or copy its text",
                )

    def handle_endtag(self, tag: str) -> None:
        if tag not in _VOID:
            self._close(tag, ("table",) if tag in ("td", "th", "tr", "li", "p") else ())

    def _close(self, tag: str, fences: tuple[str, ...]) -> None:
        for place in range(len(self.open) - 1, 0, -1):
            if self.open[place].tag == tag:
                del self.open[place:]
                return
            if self.open[place].tag in fences:
                return

    def handle_data(self, data: str) -> None:
        self.open[-1].inside.append(data)
