"""A page taken apart: its elements with their attributes and texts, in the order they are read."""

from html.parser import HTMLParser

VOID = {"meta", "img", "input"}


class Page(HTMLParser):
    """Complains of tags that do not nest. `seen` is what is read where no style and no script is at work."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.elements, self.open, self.seen = [], [], []
        self.feed(text)
        self.close()
        assert not self.open, self.open

    def handle_starttag(self, tag, attrs):
        assert len({name for name, _ in attrs}) == len(attrs)
        self.elements.append((tag, dict(attrs), []))
        if tag not in VOID:
            self.open.append(self.elements[-1])

    def handle_startendtag(self, tag, attrs):
        self.elements.append((tag, dict(attrs), []))

    def handle_endtag(self, tag):
        assert [one[0] for one in self.open[-1:]] == [tag]
        self.open.pop()

    def handle_data(self, data):
        for element in self.open:
            element[2].append(data)
        if self.open and self.open[-1][0] not in ("style", "script"):
            self.seen.append(data)

    def all(self, name, kind=""):
        """The attributes and the text of every element of this name and class."""
        return [
            (attributes, " ".join("".join(inside).split()))
            for tag, attributes, inside in self.elements
            if tag == name and (not kind or kind in (attributes.get("class") or "").split())
        ]

    def ids(self):
        return [attributes["id"] for _, attributes, _ in self.elements if "id" in attributes]

    def words(self):
        return " ".join("".join(self.seen).split())
