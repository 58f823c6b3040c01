"""What an edit promises, over files in many hands: nothing but the change is touched, or nothing is done."""

import re
import sys
from collections import Counter
from decimal import Decimal
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from strategy_tracker.editing.changes import Append, CannotEdit, Drop, Put, Rename, Respell, changed, place
from strategy_tracker.editing.splicing.edit import edit_all, take_back
from strategy_tracker.editing.splicing.locate import locate, read
from strategy_tracker.files.parsing.check_text import Unreadable
from strategy_tracker.files.parsing.parse import read_tree

BREAK = re.compile("\r\n|\r|\n")
TEXTS = (
    "Two vacancies; agency cover until September", "Relaunch moved: the room is closed", "it's #1", "a # b",
    "- dash", "? ask", "yes", "null", "~", "2030", "1.10", "[draft]", "{x}", "& more", "*star*", "!bang", "%",
    "@home", "`x`", "'", '"', "\\", "a: b", "key:", ":", "#", " lead", "trail ", "two\nlines",
    "para\n\nother para", "  indented\nless", "ends\n", "ends twice\n\n", "tab\there", "\ttab first",
    "£5 million", "Ynys Môn", "日本語のテキスト", "🎉 done", "x🎉", "non\u00a0breaking", "word " * 40 + "end",
    "w" * 150, "long with  two spaces " * 8 + "x", "---", "...", "--- x", "a\n---\nb", "# first\nsecond", "é" * 130,
    "-", "0x1F", "1e3", "2018-07-02", "on", "%YAML", "a\n\n\nb", "\n", "\nx", "a \nb", "|", ">",
    "line one is long " * 6 + "\nline two", "👩‍👩‍👧 family", "a,b", "a]b", "a}b", "x #",
    "multi: line\n  - like: yaml\n# no comment",
)  # fmt: skip
KEYS = (
    "id", "title", "due", "note", "owner", "2021/22", "2022/23 Q1", "AY 2021/22", "a b", "é", "#k", "a: b", "🎉",
    "'q'", "y", "-x", "k" * 60,
)  # fmt: skip
NUMBERS = tuple(map(Decimal, ("0", "5", "-0.4", "97.50", "123456")))
COMMENTS = (
    "agreed in June",
    "see: the paper",
    "- not an item",
    "key: no",
    "'quote",
    "tab\tin it",
    "é 🎉",
    "{[",
    "long " * 30,
    "|",
    "",
)


# the portfolio


def some_text(rnd):
    return rnd.choice(TEXTS)


def some_value(rnd):
    return rnd.choice((some_text, some_text, lambda r: r.choice(NUMBERS), lambda r: r.random() < 0.5))(rnd)


def an_update(rnd):
    update = {"on": f"20{rnd.randint(18, 30)}-07-02", "state": "in-progress"}
    extra = {
        "rag": "amber",
        "note": some_text(rnd),
        "by": "Group Manager",
        "evidence": (some_text(rnd), "b"),
        "public": True,
    }
    return update | {key: value for key, value in extra.items() if rnd.random() < 0.5}


def a_reading(rnd):
    short = (rnd.choice(NUMBERS), "c", {"value": Decimal(64), "note": some_text(rnd)}, {"symbol": "c"})
    return rnd.choice((*short, {"value": Decimal(1), "was": ({"value": Decimal(2), "until": "2020-01-01"},)}))


def an_action(rnd):
    action = {"id": f"safe-{rnd.randint(1, 99)}", "text": some_text(rnd)}
    extra = {
        "due": "2019-03-31",
        "partners": tuple(some_text(rnd) for _ in range(rnd.randint(0, 3))),
        "moved": ({"on": "2018-11-01", "from": "2018-12-31", "why": some_text(rnd)},),
        "milestones": tuple({"text": some_text(rnd), "due": "2018-09-30"} for _ in range(rnd.randint(0, 3))),
        "updates": tuple(an_update(rnd) for _ in range(rnd.randint(0, 3))),
        rnd.choice(KEYS[3:]): some_value(rnd),
        "empty": None,
        "note": rnd.choice((None, some_text(rnd))),
        "grid": ((some_text(rnd), "b"), rnd.choice((("c",), (None,), ("c", None)))),
    }
    return action | {key: value for key, value in extra.items() if rnd.random() < 0.5}


def a_portfolio(rnd):
    readings = {key: a_reading(rnd) for key in rnd.sample(KEYS[5:8], rnd.randint(0, 3))}
    priority = {
        "id": "safe",
        "title": some_text(rnd),
        "actions": tuple(an_action(rnd) for _ in range(rnd.randint(0, 3))),
    }
    parts = {
        "title": some_text(rnd),
        "values": tuple(some_text(rnd) for _ in range(rnd.randint(0, 3))),
        "priorities": (priority, {"id": "heard"})[: rnd.randint(0, 2)],
        "measures": ({"id": "seen", "targets": {}, "readings": readings},),
        "readings": {},
        "note": some_text(rnd),
    }
    chosen = rnd.sample(list(parts), rnd.randint(1, len(parts)))
    return {"id": "a"} | {key: parts[key] for key in chosen}


def what_is_read(value):
    """The tree a reader makes of it: keys without a value are left out."""
    if isinstance(value, dict):
        return {key: what_is_read(inner) for key, inner in value.items() if inner is not None}
    return tuple(map(what_is_read, value)) if isinstance(value, tuple) else value


# the hand that writes it


class Hand:
    """Somebody's way of writing YAML. Every comment has a number, so that none can be lost or moved unseen."""

    def __init__(self, rnd, flow=0.2):
        self.rnd, self.flow_share, self.comments = rnd, flow, 0
        self.dash, self.step = rnd.choice((0, 2, 2, 2, 4, 1)), rnd.choice((2, 2, 2, 4, 3, 1))
        self.talkative, self.airy = rnd.choice((0, 0.1, 0.4)), rnd.choice((0, 0, 0.2, 1))
        self.limit = None  # how far a comment may be indented after a block text; blank lines may not follow at all
        self.kept = False

    def chance(self, share):
        return self.rnd.random() < share

    def comment(self):
        self.comments += 1
        return f"#{self.rnd.choice(('', ' ', '- '))}{self.rnd.choice(COMMENTS)} c{self.comments}c"

    def after(self):
        return (
            self.rnd.choice((" ", "  ", "\t")) + self.comment()
            if self.chance(self.talkative)
            else self.rnd.choice(("", "", "", " ", "\t"))
        )

    def between(self, column):
        """Comments and blank lines before a line."""
        lines = []
        if self.chance(self.airy) and not self.kept:
            lines.append(self.rnd.choice(("", "", " " * min(column, self.limit or 0))))
        while self.chance(self.talkative / 2):
            indent = self.rnd.choice((column, column, 0, column + 2, column + 5))
            lines.append(" " * (indent if self.limit is None else min(indent, self.limit)) + self.comment())
        self.limit, self.kept = None, False
        return lines

    def file(self, tree):
        top = self.map(tree, 0) if self.chance(0.95) or not tree else self.flow(tree, 0)
        lines = [*self.between(0), *top, *self.between(0)]
        if self.chance(0.15):
            lines = [*self.between(0), self.rnd.choice(("---", "--- # c0c", "---  ")), *lines]
        if self.chance(0.1):
            lines = [*lines, "...", *self.rnd.choice(((), ("# c9999c",)))]
        eol = self.rnd.choice(("\n", "\n", "\r\n", "\r"))
        text = eol.join(lines) + self.rnd.choice((eol, eol, eol, eol + eol, ""))
        return (self.rnd.choice(("", "", "", "\ufeff")) + text).encode()

    def map(self, tree, column, bare=False):
        lines = []
        for key, value in tree.items():
            if not (bare and not lines):
                lines += self.between(column)
            lines += self.entry(key, value, column)
        return lines

    def entry(self, key, value, column):
        pad = " " * column
        name = self.one_of(
            key, ("%s: x" if BREAK.search(key) is None else ""), {key: "x"}, ("plain", "plain", "plain", "'", '"')
        )
        name += self.rnd.choice(("", "", "", " "))
        if isinstance(value, dict | tuple) and value and not self.chance(self.flow_share):
            head = f"{pad}{name}:{self.after()}"
            if isinstance(value, tuple):
                return [head, *self.list(value, column + self.dash)]
            return [head, *self.map(value, column + self.step)]
        return self.join(f"{pad}{name}:", self.value(value, column))

    def list(self, items, column):
        lines = []
        for item in items:
            lines += self.between(column)
            head, gap = " " * column + "-", self.rnd.choice((1, 1, 1, 1, 2, 3))
            if not isinstance(item, dict | tuple) or not item or self.chance(self.flow_share):
                lines += self.join(head, self.value(item, column))
                continue
            own = self.chance(0.15)
            inner = column + 1 + gap
            write = self.map if isinstance(item, dict) else self.list
            if own:
                lines += [head + self.after(), *write(item, inner)]
            else:
                first, *rest = self.map(item, inner, bare=True) if isinstance(item, dict) else self.tight(item, inner)
                lines += [f"{head}{first[column + 1 :]}", *rest]
        return lines

    def tight(self, items, column):
        talkative, airy = self.talkative, self.airy
        self.talkative = self.airy = 0
        lines = self.list(items, column)
        self.talkative, self.airy = talkative, airy
        return lines

    def join(self, head, lines):
        first, *rest = lines
        return [f"{head} {first}" if first else head + self.after(), *rest]

    def value(self, value, column):
        """The rest of a line after `key:` or `-`, and the lines below it, which are indented further than `column`."""
        if value is None:
            return [self.rnd.choice(("", "", "~", "null"))]
        if isinstance(value, dict | tuple):
            return self.flow(value, column + 1)
        if isinstance(value, str):
            return self.text(value, column)
        return [(str(value).lower() if isinstance(value, bool) else f"{value:f}") + self.after()]

    def text(self, text, column):
        for style in self.rnd.sample(("plain", "plain", "'", '"', "|", ">", "wrapped"), 7):
            lines = self.styled(text, style, column + self.rnd.choice((1, 2, 2, 2, 4)))
            if lines and self.reads(
                "\n".join([" " * (column or 0) + "k: " + lines[0], *lines[1:], ""]), {"k": text}, column
            ):
                if style in "|>":
                    self.limit, self.kept = column, "+" in lines[0].split("#")[0]
                    return lines
                return [*lines[:-1], lines[-1] + self.after()]
        return ['"' + escaped(text) + '"']

    def styled(self, text, style, indent):
        pad = " " * indent
        if style == "plain":
            return [text] if text and "\n" not in text else None
        if style == "'":
            return None if "\n" in text else ["'" + text.replace("'", "''") + "'"]
        if style == '"':
            return ['"' + escaped(text) + '"']
        if style == "wrapped":
            return None if "\n" in text or "  " in text or "\t" in text else wrapped(text, pad, self.rnd)
        body = text.rstrip("\n")
        ends = len(text) - len(body)
        chomp = ("-", "", "+")[min(ends, 2)] if ends != 1 else self.rnd.choice(("", "+"))
        lines = body.split("\n")
        if style == ">":
            lines = [part for line in lines for part in (folded(line, self.rnd), "")][:-1] if body else [""]
            lines = [part for line in lines for part in (line if isinstance(line, list) else [line])]
        extra = [""] * (ends - 1) if chomp == "+" else [""] * self.rnd.choice((0, 0, 0, 1, 2))
        comment = f" {self.comment()}" if self.chance(self.talkative / 2) else ""
        return [f"{style}{chomp}{comment}", *[pad + line if line else "" for line in lines], *extra]

    def flow(self, value, indent):
        """Brackets on one line, or over several with comments; each further line is indented by `indent` or more."""
        spread = self.chance(0.3)
        lines = [""]
        self.flow_into(lines, value, indent, spread)
        lines[-1] += self.after()
        return lines

    def flow_into(self, lines, value, indent, spread):
        if not isinstance(value, dict | tuple):
            lines[-1] += self.flow_text(value)
            return
        is_map = isinstance(value, dict)
        lines[-1] += "{" if is_map else "["
        for n, item in enumerate(value):
            if n:
                lines[-1] += ","
            if spread and self.chance(0.5):
                lines[-1] += self.after()
                lines.append(" " * (indent + 2))
            elif n or self.chance(0.1):
                lines[-1] += " "
            if is_map:
                name = self.one_of(item, "{%s: x}", {item: "x"}, ("plain", "plain", "'", '"'))
                lines[-1] += f"{name}:" + ("" if value[item] is None else " ")
            inner = value[item] if is_map else item
            if inner is None:
                lines[-1] += " ~"
            else:
                self.flow_into(lines, inner, indent + 2, spread)
        if value and self.chance(0.1):
            lines[-1] += ","
        if spread and self.chance(0.5):
            lines[-1] += self.after()
            lines.append(" " * indent)
        lines[-1] += "}" if is_map else "]"

    def flow_text(self, value):
        if not isinstance(value, str):
            return str(value).lower() if isinstance(value, bool) else f"{value:f}"
        return self.one_of(value, "{k: [%s]}", {"k": (value,)}, self.rnd.sample(("plain", "plain", "'", '"'), 4))

    def one_of(self, text, wrap, tree, styles):
        for style in (self.rnd.choice(styles), '"'):
            quoted = {"plain": text, "'": "'" + text.replace("'", "''") + "'", '"': '"' + escaped(text) + '"'}[style]
            if wrap and (style == '"' or "\n" not in quoted) and self.reads(wrap % quoted, tree):
                return quoted
        raise AssertionError(text)

    @staticmethod
    def reads(text, tree, column=0):
        try:
            data = text if not column else "".join(f"{' ' * n}m:\n" for n in range(column)) + text
            read = read_tree(data.encode())
            for _ in range(column):
                read = read["m"]
        except Unreadable:
            return False
        return read == tree


def escaped(text):
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")


def wrapped(text, pad, rnd):
    words = text.split(" ")
    if len(words) < 2:
        return None
    cut = rnd.randrange(1, len(words))
    return [" ".join(words[:cut]), pad + " ".join(words[cut:])]


def folded(line, rnd):
    words = line.split(" ")
    if len(words) < 3 or "" in words:
        return line
    cut = rnd.randrange(1, len(words))
    return [" ".join(words[:cut]), " ".join(words[cut:])]


def written(rnd, flow=0.2):
    """A portfolio's tree and its bytes, in somebody's hand; the writer is judged by the reader."""
    for _ in range(20):
        plain = a_portfolio(rnd)
        data = Hand(rnd, flow).file(plain)
        try:
            tree = read_tree(data)
        except Unreadable:
            continue
        if tree == what_is_read(plain):
            return tree, data
    raise AssertionError("the writer of this test writes what cannot be read")


# the changes


def places(tree, kind, route=()):
    if isinstance(tree, kind):
        yield route, tree
    if isinstance(tree, dict | tuple):
        for step, inner in tree.items() if isinstance(tree, dict) else enumerate(tree):
            yield from places(inner, kind, (*route, step))


def a_change(rnd, tree):
    """A change as the commands make them, and some they never would."""
    actions = [route for route, _ in places(tree, dict) if len(route) > 1 and route[-2] == "actions"]
    maps = [route for route, _ in places(tree, dict)]
    lists = [route for route, _ in places(tree, tuple)]
    here = rnd.choice(maps)
    options = [
        Put(here, rnd.choice((*KEYS, *_get(tree, here))), some_value(rnd)),
        Put(here, rnd.choice(("due", "title")), "2030-01-01", ("id", "text")),
        Append(("priorities",), {"id": "new", "title": some_text(rnd), "actions": (an_update(rnd),)}),
        Append(("measures",), {"id": "new", "readings": {"2022/23": a_reading(rnd)}}),
        Put(("readings",), rnd.choice(KEYS[5:8]), a_reading(rnd)),
        Put((*here, "x", "y"), "z", some_text(rnd)),
        Put(
            here,
            rnd.choice(("values", "targets")),
            rnd.choice((("a", some_text(rnd)), {"2022/23": Decimal(5)}, (), {})),
        ),
    ]
    if actions:
        action = rnd.choice(actions)
        options += [Append((*action, "updates"), an_update(rnd), rnd.random() < 0.3, ("text",))] * 4
        options.append(Append((*action, "moved"), {"on": "2018-11-01", "why": some_text(rnd)}, after=("due", "text")))
        options += [Put((*action, "milestones", 0), "done", "2019-01-01", ("text", "due"))] * bool(
            _get(tree, action).get("milestones")
        )
    if lists:
        options.append(
            Append(rnd.choice(lists), rnd.choice((some_text(rnd), an_update(rnd), ("a", "b"))), rnd.random() < 0.3)
        )
    keyed = [route for route in maps if len(_get(tree, route)) > 1]
    if keyed:
        where = rnd.choice(keyed)
        options += [Drop(where, rnd.choice(list(_get(tree, where))))] * 2
    return rnd.choice(options)


def _get(tree, route):
    for step in route:
        tree = tree[step]
    return tree


def wanted(tree, change):
    """What the change means, worked out on lists instead of tuples."""
    thawed = thaw(tree)
    route = change.route if isinstance(change, Append) else (*change.route, change.key)
    place = thawed
    for step, following in pairwise(route):
        if isinstance(place, dict) and step not in place:
            place[step] = [] if isinstance(following, int) else {}
        place = place[step]
    if isinstance(change, Append):
        held = place.setdefault(route[-1], []) if isinstance(place, dict) else place[route[-1]]
        held.insert(0 if change.first else len(held), thaw(change.value))
    elif isinstance(change, Put):
        place[route[-1]] = thaw(change.value)
    else:
        del place[route[-1]]
    return thawed


def thaw(value):
    if isinstance(value, dict):
        return {key: thaw(inner) for key, inner in value.items()}
    return [thaw(inner) for inner in value] if isinstance(value, tuple) else value


# the promises


def comments(data):
    return re.findall(r"c\d+c", data.decode())


def outside(before, after):
    """How much at the beginning and at the end is the same, byte for byte."""
    first = next(
        (n for n, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), min(len(before), len(after))
    )
    short = min(len(before), len(after)) - first
    last = next((n for n in range(short) if before[-1 - n] != after[-1 - n]), short)
    return first, last


def lines_of(text):
    return len(BREAK.findall(text.decode()))


def blanks(data):
    """How many blank lines a text has, the last line apart."""
    return sum(not line.strip() for line in BREAK.split(data.decode())[:-1])


def allowed(data, tree, change):
    """How many bytes of the old text a change may take out: those of the value it replaces, and none to add one."""
    source = locate(read(data))
    node, parent, key = source.top, None, None
    for step in change.route if isinstance(change, Append) else (*change.route, change.key):
        if step not in node.items:
            break
        parent, key, node = node, step, node.items[step]
    else:
        if isinstance(change, Drop):
            start = parent.keys[key][0]
            following = [first for first, _ in parent.keys.values() if first > start]
            end = max(source.next_line(node.end), min(following, default=0))  # on a dash, up to the next key
            return len(source.text[source.line_start(start) : end].encode()) + 2
        if isinstance(change, Put):
            return len(source.text[source.colon(parent, key) : source.line_end(node.end)].encode())
    nothing_yet = node.kind != "text" and not node.items
    if parent and (node.null or nothing_yet):
        start = source.colon(parent, key) if parent.kind == "map" else node.start
        return len(source.text[start : source.line_end(node.end)].encode())
    return 0


def judge(data, tree, change):
    """Make the change and hold it against every promise; the reason where it is refused."""
    goal = wanted(tree, change)
    try:
        made = edit_all(data, [change])
    except CannotEdit as error:
        return str(error) if error.line else "refused without a line"
    assert made.before == data
    assert thaw(read_tree(made.after)) == goal
    assert thaw(changed(tree, change)) == goal
    said = "".join(re.findall(r"c\d+c", repr(change)))
    assert comments(made.after) == comments(data) or said, "a comment was lost or moved"
    first, last = outside(data, made.after)
    assert len(data) - first - last <= allowed(data, tree, change), "more than the value was replaced"
    eol = locate(read(data)).eol
    assert set(BREAK.findall(made.after.decode())) <= {eol}
    if not blanks(data) and "\\n" not in repr(change):
        assert not blanks(made.after)
    assert made.after.startswith(b"\xef\xbb\xbf") == data.startswith(b"\xef\xbb\xbf")
    if read_tree(data).keys() == read_tree(made.after).keys():
        assert list(read_tree(data)) == list(read_tree(made.after)), "the order of keys"
    return ""


@settings(max_examples=200)
@given(st.randoms(use_true_random=False))
def test_an_edit_changes_what_was_asked_and_nothing_else(rnd):
    tree, data = written(rnd)
    judge(data, tree, a_change(rnd, tree))


# many changes at once


def respelt(rnd, tree):
    """A key or a text that is to be written in another way; nothing where there is none."""
    keys = [(route, key) for route, held in places(tree, dict) for key in held if re.fullmatch(r"[a-z ]+", key)]
    texts = [(route, text) for route, text in places(tree, str) if re.fullmatch(r"[A-Za-z ]+", text)]
    if not keys + texts:
        return None
    route, text = rnd.choice(keys + texts)
    return Rename(route, text, "re-named") if (route, text) in keys else Respell(route, text, text.upper())


def chain(rnd, tree, data, length):
    """Changes that can be made one after the other, and what they give so."""
    changes, step = [], data
    for _ in range(length):
        change = (respelt(rnd, tree) if rnd.random() < 0.15 else None) or a_change(rnd, tree)
        try:
            step = edit_all(step, [change]).after
        except CannotEdit:
            continue
        changes.append(change)
        tree = read_tree(step)
    return changes, step


def one_by_one(data, changes):
    """The bytes after all changes, each an edit of its own; nothing where one of them is refused."""
    try:
        for change in changes:
            data = edit_all(data, [change]).after
    except CannotEdit:
        return None
    return data


def attempted(data, changes):
    """The edit, or why it is refused."""
    try:
        return edit_all(data, changes)
    except CannotEdit as error:
        return error


def contradict(changes):
    """Whether one takes away what another is made within.

    An item put first moves the places of all behind it, and a key written in another way those of all within it.
    """
    inside = [(*place(change), 0) if isinstance(change, Append) else place(change) for change in changes]
    dropped = [place(change) for change in changes if isinstance(change, Drop)]
    moved = any(isinstance(change, Rename) or (isinstance(change, Append) and change.first) for change in changes)
    return any(len(one) > len(gone) and (moved or one[: len(gone)] == gone) for gone in dropped for one in inside)


def meet(changes):
    """Whether one is made at the place of another, or within it."""
    made = [place(change) for change in changes]
    return any(one[: len(other)] == other for n, one in enumerate(made) for other in made[:n] + made[n + 1 :])


def rest(data, places):
    """The bytes of a file that are at none of these places, each a start and a size."""
    ends = [0, *(start + size for start, size in places)]
    return [data[end:start] for end, start in zip(ends, [*(start for start, _ in places), len(data)], strict=True)]


def judge_many(data, changes, step):
    """Hold changes at once against what they give one after the other: in words, what became of them."""
    made = attempted(data, changes)
    if isinstance(made, CannotEdit):
        if str(made).startswith("another change") and contradict(changes[: made.change + 1]):
            return "contradict each other"
        # a comment may be inside what is replaced, or below a block text, until a former change moves what is beside it
        beside = "comment" in str(made) or ("safe edit" in str(made) and comments(data))
        return "a comment is in the way" if beside else f"refused: {made}"
    assert read_tree(made.after) == read_tree(step)
    said = re.findall(r"c\d+c", repr(changes))
    assert said or comments(made.after) == comments(data), "a comment was lost or moved"
    assert take_back(made.after, made.spans).after == data
    return "the same bytes" if made.after == step else "the same tree"


@settings(max_examples=100)
@given(st.randoms(use_true_random=False), st.integers(2, 8))
def test_many_changes_give_the_tree_that_they_give_one_after_the_other(rnd, length):
    tree, data = written(rnd)
    changes, step = chain(rnd, tree, data, length)
    assert "refused" not in judge_many(data, changes, step)


@settings(max_examples=100)
@given(st.randoms(use_true_random=False), st.integers(1, 6))
def test_every_byte_beside_what_the_spans_say_is_as_it_was(rnd, length):
    tree, data = written(rnd)
    made = attempted(data, chain(rnd, tree, data, length)[0])
    if isinstance(made, CannotEdit):
        return
    moved, now = 0, []
    for span in made.spans:
        assert data[span.start : span.start + len(span.removed)] == span.removed
        assert (span.size, len(span.removed)) != (0, 0)
        now.append((span.start + moved, span.size))
        moved += span.size - len(span.removed)
    assert rest(data, [(span.start, len(span.removed)) for span in made.spans]) == rest(made.after, now)
    assert all(rest(data, [(span.start, len(span.removed)) for span in made.spans])[1:-1]), "spans that touch are one"


@settings(max_examples=100)
@given(st.randoms(use_true_random=False), st.integers(2, 4))
def test_changes_that_do_not_meet_give_the_same_bytes_at_once_and_in_any_order(rnd, length):
    tree, data = written(rnd)
    changes = [a_change(rnd, tree) for _ in range(length)]
    shuffled = rnd.sample(changes, length)
    one, other, third = (one_by_one(data, some) for some in (changes, changes[::-1], shuffled))
    if one is not None and one == other == third and not meet(changes):
        assert edit_all(data, changes).after == one
        assert edit_all(data, shuffled).after == one


@settings(max_examples=100)
@given(st.randoms(use_true_random=False), st.integers(1, 6))
def test_what_was_written_is_taken_back_to_the_byte(rnd, length):
    tree, data = written(rnd)
    made = attempted(data, chain(rnd, tree, data, length)[0])
    if isinstance(made, CannotEdit):
        return
    back = take_back(made.after, made.spans)
    assert (back.before, back.after) == (made.after, data)
    assert take_back(back.after, back.spans).after == made.after


@settings(max_examples=100)
@given(st.randoms(use_true_random=False))
def test_what_is_changed_elsewhere_since_stays_when_an_edit_is_taken_back(rnd):
    tree, data = written(rnd)
    mine, theirs = a_change(rnd, tree), a_change(rnd, tree)
    one = one_by_one(data, [mine, theirs])
    if one is None or meet([mine, theirs]) or one != one_by_one(data, [theirs, mine]):
        return
    made = edit_all(data, [mine])
    try:
        back = take_back(one, made.spans)
    except CannotEdit:
        return
    assert back.after == edit_all(data, [theirs]).after


@settings(max_examples=80)
@given(st.randoms(use_true_random=False))
def test_a_key_put_and_dropped_leaves_the_file_as_it_was(rnd):
    tree, data = written(rnd)
    here = rnd.choice([route for route, held in places(tree, dict) if held])
    value = rnd.choice((some_text(rnd), a_reading(rnd), (an_update(rnd),)))
    try:
        put = edit_all(data, [Put(here, "unheard-of", value)])
        gone = edit_all(put.after, [Drop(here, "unheard-of")])
    except CannotEdit:
        return
    if b"\n" in data or b"\r" in data:
        assert gone.after == data


@settings(max_examples=60)
@given(st.randoms(use_true_random=False))
def test_an_edit_that_changes_nothing_gives_the_same_bytes(rnd):
    tree, data = written(rnd)
    here, held = rnd.choice([(route, held) for route, held in places(tree, dict) if held])
    key = rnd.choice(list(held))
    assert edit_all(data, [Put(here, key, held[key])]).after == data


@settings(max_examples=60)
@given(st.randoms(use_true_random=False))
def test_both_parsers_see_the_same_places(rnd):
    _, data = written(rnd)
    data = data.replace(b"\t#", b" #")  # the pure parser takes no tab before a comment
    try:
        read_tree(data, pure=True)
    except Unreadable:
        return
    assert locate(read(data, pure=True)) == locate(read(data))


@settings(max_examples=60)
@given(st.randoms(use_true_random=False))
def test_what_lies_beside_the_way_is_measured_as_if_it_were_looked_into(rnd):
    tree, data = written(rnd)
    whole = locate(read(data))
    route, _ = rnd.choice(list(places(tree, object)))
    part = locate(read(data), [route])
    assert part.list_indent == whole.list_indent
    assert part.top.at(route) == whole.top.at(route)
    for length in range(len(route)):
        one, all_of_it = part.top.at(route[:length]), whole.top.at(route[:length])
        assert one.keys == all_of_it.keys
        assert [(it.start, it.end, it.column) for it in one.items.values()] == [
            (it.start, it.end, it.column) for it in all_of_it.items.values()
        ]


def survey(seeds, flow):
    """How often each reason was given; "" where the change was made."""
    reasons = Counter()
    for seed in seeds:
        rnd = Random(seed)
        tree, data = written(rnd, flow)
        change = a_change(rnd, tree)
        reasons[judge(data, tree, change), type(change).__name__] += 1
    return reasons


@pytest.mark.parametrize("flow", [0.05, 0.6])
def test_hardly_anything_is_refused(flow):
    reasons = survey(range(1000), flow)
    assert sum(reasons.values()) == 1000
    added = sum(count for (why, kind), count in reasons.items() if why and kind != "Drop")
    assert added < 10, reasons
    unexplained = sum(count for (why, _), count in reasons.items() if why and "comment" not in why)
    assert unexplained < 4, reasons


def survey_many(seeds, flow):
    """How often each came of up to eight changes at once."""
    found = Counter()
    for seed in seeds:
        rnd = Random(seed)
        tree, data = written(rnd, flow)
        changes, step = chain(rnd, tree, data, 8)
        found[judge_many(data, changes, step), "many"] += 1
    return found


@pytest.mark.parametrize("flow", [0.05, 0.6])
def test_many_changes_are_refused_only_where_they_contradict_each_other(flow):
    found = survey_many(range(150), flow)
    assert not [why for why, _ in found if why.startswith("refused")], found
    assert found["the same bytes", "many"] > 100, found


if __name__ == "__main__":  # more of the same: python -m tests.promises.test_edits FIRST LAST FLOW
    first, last, flow = sys.argv[1:]
    seeds = range(int(first), int(last))
    for key, count in (survey(seeds, float(flow)) + survey_many(seeds, float(flow))).most_common():
        print(count, *key)  # noqa: T201
