"""What a merge promises, over random pairs of edits by people with hands of their own."""

import re
import sys
from collections import Counter
from decimal import Decimal
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from strategy_tracker.editing.changes import Append, CannotEdit, Drop, Put
from strategy_tracker.editing.splicing.edit import edit_all
from strategy_tracker.files.parsing.check_text import Unreadable
from strategy_tracker.files.parsing.parse import read_tree
from strategy_tracker.merging.match_items import same
from strategy_tracker.merging.merge import CannotMerge, merge
from strategy_tracker.merging.three_way import three_way
from tests.promises.test_edits import TEXTS, Hand, what_is_read

TOKEN = re.compile(rb"[wc]\d+q")
"""Words and comments that stand once in a file, so that none can be lost unseen."""


# the portfolio before


class Words:
    """Texts each with a number of its own."""

    def __init__(self, rnd, first=0, plain=False):
        self.rnd, self.count, self.plain = rnd, first, plain

    def text(self):
        self.count += 1
        words = "" if self.plain else self.rnd.choice(TEXTS)
        return f"{words} w{self.count}q".strip()

    def word(self):
        self.count += 1
        return f"w{self.count}q"

    def comment(self):
        self.count += 1
        return f"# c{self.count}q"


def maybe(rnd, share, parts):
    return {key: value for key, value in parts.items() if rnd.random() < share}


def an_update(words, on):
    rnd = words.rnd
    extra = {"rag": "amber", "note": words.text(), "by": "Group Manager"}
    return {"on": on, "state": rnd.choice(("in-progress", "paused"))} | maybe(rnd, 0.5, extra)


def days(rnd, year, count):
    found = sorted(f"{year}-{rnd.randint(1, 12):02}-{2 * rnd.randint(1, 13):02}" for _ in range(count))
    found = list(dict.fromkeys(found))
    return found[::-1] if rnd.random() < 0.2 else found


def an_action(words, name):
    rnd = words.rnd
    extra = {
        "due": "2019-03-31",
        "owner": words.text(),
        "partners": tuple(words.word() for _ in range(rnd.randint(0, 3))),
        "done": tuple(sorted(days(rnd, 2017, 2))),
        "moved": tuple({"on": day, "from": "2018-12-31", "why": words.text()} for day in days(rnd, 2018, 1)),
        "milestones": tuple({"text": words.text(), "due": "2018-09-30"} for _ in range(rnd.randint(0, 2))),
        "updates": tuple(an_update(words, day) for day in days(rnd, 2018, rnd.randint(0, 3))),
        "note": rnd.choice((None, words.text())),
    }
    return {"id": name, "text": words.text()} | maybe(rnd, 0.6, extra)


def a_reading(words):
    return words.rnd.choice((Decimal(words.rnd.randint(1, 99)), "c", {"value": Decimal(64), "note": words.text()}))


def a_measure(words, name):
    rnd = words.rnd
    periods = sorted(rnd.sample([f"20{n}/{n + 1} Q{q}" for n in (18, 19) for q in (1, 3)], rnd.randint(0, 4)))
    extra = {"targets": {"2021/22": Decimal(90)}, "readings": {period: a_reading(words) for period in periods}}
    return {"id": name, "title": words.text(), "unit": "percent"} | maybe(rnd, 0.8, extra)


def a_portfolio(words):
    rnd = words.rnd
    priorities = tuple(
        {"id": name, "title": words.text()}
        | maybe(rnd, 0.9, {"actions": tuple(an_action(words, f"{name}-0{n}") for n in range(rnd.randint(1, 3)))})
        for name in ("safe", "heard")[: rnd.randint(1, 2)]
    )
    parts = {
        "title": words.text(),
        "values": tuple(words.word() for _ in range(rnd.randint(0, 3))),
        "note": words.text(),
        "measures": tuple(a_measure(words, name) for name in ("seen", "spent")[: rnd.randint(1, 2)]),
    }
    return {"id": "a", "priorities": priorities} | maybe(rnd, 0.8, parts)


def before(rnd, flow, plain=False):
    """A portfolio in somebody's hand."""
    words = Words(rnd, plain=plain)
    for _ in range(20):
        tree = a_portfolio(words)
        hand = Hand(rnd, flow)
        data = re.sub(rb"\bc(\d+)c\b", rb"c9\1q", hand.file(tree))
        try:
            if read_tree(data) == what_is_read(tree):
                return data
        except Unreadable:
            continue
    raise AssertionError("the writer of this test writes what cannot be read")


# what a person does to it


def found(tree, kind):
    """Every action or measure with its route."""
    if kind == "measure":
        for n, measure in enumerate(tree.get("measures", ())):
            yield ("measures", n), measure
        return
    for p, priority in enumerate(tree.get("priorities", ())):
        for a, action in enumerate(priority.get("actions", ())):
            yield ("priorities", p, "actions", a), action


def new_update(words, tree, odd):
    route, action = words.rnd.choice(list(found(tree, "action")))
    held = [update["on"] for update in action.get("updates", ())]
    on = f"2018-{words.rnd.randint(1, 12):02}-{2 * words.rnd.randint(1, 13) + odd:02}"
    return [] if on in held else [Append((*route, "updates"), an_update(words, on), held != sorted(held))]


def new_move(words, tree, odd):
    route, action = words.rnd.choice(list(found(tree, "action")))
    entry = {"on": f"2018-12-{2 * words.rnd.randint(1, 13) + odd:02}", "from": "2018-12-31", "why": words.text()}
    if entry["on"] in [move["on"] for move in action.get("moved", ())]:
        return []
    return [Put(route, "due", f"20{words.rnd.randint(20, 80)}-03-31"), Append((*route, "moved"), entry, after=("due",))]


def new_reading(words, tree, odd):
    route, measure = words.rnd.choice(list(found(tree, "measure")))
    year = words.rnd.randint(16, 22)
    period = f"20{year}/{year + 1} Q{words.rnd.choice((2, 4)) - odd}"
    held = measure.get("readings", {})
    return [Put((*route, "readings"), period, a_reading(words), [one for one in held if one < period])]


def other_field(words, tree, odd):
    route, item = words.rnd.choice([*found(tree, "action"), *found(tree, "measure"), ((), tree)])
    key = words.rnd.choice([key for key, value in item.items() if isinstance(value, str) and key != "id"] or ["note"])
    return [Put(route, key, words.text())]


def other_update(words, tree, odd):
    places = [
        (*route, "updates", n) for route, item in found(tree, "action") for n in range(len(item.get("updates", ())))
    ]
    return [Put(words.rnd.choice(places), words.rnd.choice(("note", "by")), words.text())] if places else []


def other_reading(words, tree, odd):
    places = [(*route, "readings") for route, item in found(tree, "measure") if item.get("readings")]
    if not places:
        return []
    place = words.rnd.choice(places)
    return [Put(place, words.rnd.choice(list(_get(tree, place))), a_reading(words))]


def no_field(words, tree, odd):
    route, item = words.rnd.choice([*found(tree, "action"), *found(tree, "measure")])
    keys = [key for key in item if key not in ("id", "text", "title")]
    return [Drop(route, words.rnd.choice(keys))] if keys else []


def new_action(words, tree, odd):
    p = words.rnd.randrange(len(tree["priorities"]))
    name = f"{tree['priorities'][p]['id']}-{words.rnd.randint(10, 60) * 2 + odd}"
    held = [item["id"] for _, item in found(tree, "action")]
    return [] if name in held else [Append(("priorities", p, "actions"), an_action(words, name))]


def new_partner(words, tree, odd):
    route, _ = words.rnd.choice(list(found(tree, "action")))
    return [Append((*route, "partners"), words.word(), words.rnd.random() < 0.2)]


def new_date(words, tree, odd):
    route, action = words.rnd.choice(list(found(tree, "action")))
    day = f"2018-{words.rnd.randint(1, 12):02}-{2 * words.rnd.randint(1, 13) + odd:02}"
    return [] if day in action.get("done", ()) else [Append((*route, "done"), day)]


BY_COMMAND = (
    new_update, new_update, new_update, new_move, new_reading, new_reading, other_field, other_field, other_update,
    other_reading, no_field, new_action, new_partner, new_date,
)  # fmt: skip


def _get(tree, route):
    for step in route:
        tree = tree[step]
    return tree


def remark(words, lines):
    """A comment on a line of its own, or behind what stands there."""
    place = words.rnd.randrange(len(lines) + 1)
    if words.rnd.random() < 0.5 and place < len(lines) and lines[place].strip():
        return [*lines[:place], f"{lines[place]} {words.comment()}", *lines[place + 1 :]]
    pad = " " * words.rnd.choice((0, 2, 6, 8))
    return [*lines[:place], pad + words.comment(), *lines[place:]]


def air(words, lines):
    """A blank line more, or one less."""
    place = words.rnd.randrange(len(lines) + 1)
    if place < len(lines) and not lines[place].strip():
        return [*lines[:place], *lines[place + 1 :]]
    return [*lines[:place], "", *lines[place:]]


def gone(words, lines):
    """An item of a list, or a key, taken out with all that is in it."""
    starts = [n for n, line in enumerate(lines) if re.match(r" *- \S", line)]
    if not starts:
        return lines
    start = words.rnd.choice(starts)
    indent = len(lines[start]) - len(lines[start].lstrip())
    end = start + 1
    while end < len(lines) and (not lines[end].strip() or len(lines[end]) - len(lines[end].lstrip()) > indent):
        end += 1
    return [*lines[:start], *lines[end:]]


def by_hand(words, data, work, keep):
    """Lines changed in an editor; nothing where that would change what must be kept, or could not be read."""
    eol = (re.search(rb"\r\n|\r|\n", data) or [b"\n"])[0].decode()
    lines = data.decode().split(eol)
    new = eol.join(work(words, lines)).encode()
    try:
        tree = read_tree(new)
    except Unreadable:
        return data
    good = same(tree, read_tree(data)) if keep else _less(tree, read_tree(data))
    return new if good else data


def _less(new, old):
    """Whether a tree is another with something taken out, which leaves nothing half behind."""
    lists = (new.get(key, ()) for key in ("priorities", "measures"))
    return all(isinstance(held, tuple) for held in lists) and facts(new) < facts(old)


def other_endings(words, data):
    """The same with the line endings of another system."""
    eols = re.findall(rb"\r\n|\r|\n", data)
    new = re.sub(rb"\r\n|\r|\n", b"\n" if set(eols) == {b"\r\n"} else b"\r\n", data)
    return new if same(read_tree(new), read_tree(data)) else data


def rewritten(words, data):
    """The same in another hand, by an editor that puts everything in its own order and layout."""
    new = Hand(words.rnd, 0.1).file(read_tree(data))
    new = re.sub(rb"\bc(\d+)c\b", rb"c9%d\1q" % (words.count + 1), new)
    try:
        return new if same(read_tree(new), read_tree(data)) else data
    except Unreadable:
        return data


def an_edit(words, data, odd):
    """The file after one change by a person."""
    rnd = words.rnd
    kind = rnd.random()
    if kind < 0.12:
        return by_hand(words, data, rnd.choice((remark, remark, remark, air)), keep=True)
    if kind < 0.18:
        return by_hand(words, data, gone, keep=False)
    if kind < 0.22:
        return rnd.choice((other_endings, rewritten))(words, data)
    tree, work = read_tree(data), rnd.choice(BY_COMMAND)
    if not list(found(tree, "action")) or (work is new_reading and not list(found(tree, "measure"))):
        return data
    try:
        return edit_all(data, work(words, tree, odd)).after
    except CannotEdit:
        return data


def a_side(rnd, data, first, odd, plain, most=4):
    """The file after some changes by one person, whose words and comments have numbers from `first` on."""
    words = Words(rnd, first, plain)
    for _ in range(rnd.randint(1, most)):
        data = an_edit(words, data, odd)
    return data


def a_pair(rnd, flow=0.2, plain=False, most=4):
    """A file, and what two people made of it."""
    base = before(rnd, flow, plain)
    ours = a_side(rnd, base, 1000, 0, plain, most)
    return base, ours, a_side(rnd, base, 2000, 1, plain, most)


# what a merge has to be, worked out without it


def facts(value, route=()):
    """A tree as a set of facts, each a route by ids and days and a value; the order of lists is left out."""
    if isinstance(value, dict):
        return Counter(fact for key, inner in value.items() for fact in facts(inner, (*route, key)).elements())
    if isinstance(value, tuple):
        held = Counter()
        for item in value:
            name = next((item[key] for key in ("id", "on") if key in item), None) if isinstance(item, dict) else None
            held += facts(item, (*route, "-", name)) if name else Counter([(*route, "has", repr(item))])
        return held
    return Counter([(*route, repr(value))])


def wanted(base, ours, theirs):
    """What holds after both have had their way: what one took out is gone, what one put in is there."""
    base, ours, theirs = facts(base), facts(ours), facts(theirs)
    return {fact for fact in base if fact in ours and fact in theirs} | {
        fact for side in (ours, theirs) for fact in side if fact not in base
    }


def quarrels(base, ours, theirs):
    """Whether both sides changed one thing: the same field, or one a field of what the other took out."""
    base, ours, theirs = (set(facts(tree)) for tree in (base, ours, theirs))
    return any(_quarrel(base, one, other) for one, other in ((ours, theirs), (theirs, ours)))


def _quarrel(base, one, other):
    changed, also = ({fact[:-1] for fact in base ^ side} for side in (one, other))
    fields = {fact[:-1] for fact in (base ^ one) - (base ^ other)}
    if any(a[: len(b)] == b for a in fields for b in also if "has" not in b):
        return True
    there, then = ({fact[:n] for fact in side for n in range(1, len(fact))} for side in (other, base))
    return any(a[:n] in then - there for a in changed for n in range(1, len(a)) if changed - also)


def settled(data, side):
    """The text with every conflict settled one way."""
    out, state = [], None
    for line in re.findall(rb"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+", data):
        if line.startswith(b"<<<<<<< "):
            state = 0
        elif line.rstrip(b"\r\n") == b"=======":
            state = 1
        elif line.startswith(b">>>>>>> "):
            state = None
        elif state in (None, side):
            out.append(line)
    return b"".join(out)


def tokens(data):
    return set(TOKEN.findall(data))


# the promises


def sequences(tree):
    """The days of every list that goes by date, and the periods of all readings, by the item they are of."""
    for _, action in found(tree, "action"):
        for key in ("updates", "moved"):
            yield (action["id"], key), [item["on"] for item in action.get(key, ())]
        yield (action["id"], "done"), list(action.get("done", ()))
    for _, measure in found(tree, "measure"):
        yield (measure["id"], "readings"), list(measure.get("readings", ()))


def out_of_order(merged, ours, theirs):
    """Lists that went by date on both sides, and do no longer."""
    we, they = dict(sequences(ours)), dict(sequences(theirs))
    return [
        name
        for name, days in sequences(merged)
        if days != sorted(days) and all(side.get(name, []) == sorted(side.get(name, [])) for side in (we, they))
    ]


def judge(base, ours, theirs):
    """Merge and hold the result against every promise; what became of it in a word."""
    trees = [read_tree(data) for data in (base, ours, theirs)]
    try:
        merged = merge(base, ours, theirs)
    except CannotMerge as error:
        return str(error)
    everything = tokens(ours) | tokens(theirs)
    assert not everything - tokens(base) - tokens(merged.data), "a word or a comment that somebody added is lost"
    assert not (tokens(base) & tokens(ours) & tokens(theirs)) - tokens(merged.data), "lost, and nobody took it out"
    if merge(base, theirs, ours).clean != merged.clean:
        return "clean one way round only"
    if merged.conflicts:
        for side in (0, 1):
            kept = set(facts(read_tree(settled(merged.data, side))))
            assert set(facts(trees[1 + side])) - set(facts(trees[0])) <= kept, "a value is lost beside a conflict"
        return "conflict" if quarrels(*trees) else "conflict without a quarrel"
    tree = read_tree(merged.data)
    assert same(tree, three_way(*trees)), "not what the trees give by themselves"
    assert set(facts(tree)) == wanted(*trees), "not what both sides did"
    assert not out_of_order(tree, *trees[1:]), "not in date order"
    return "clean"


@settings(max_examples=40)
@given(st.randoms(use_true_random=False), st.sampled_from((0.02, 0.2)))
def test_nothing_of_either_side_is_lost_and_what_is_clean_is_what_both_did(rnd, flow):
    judge(*a_pair(rnd, flow))


@settings(max_examples=12)
@given(st.randoms(use_true_random=False))
def test_a_side_that_did_nothing_changes_not_a_byte(rnd):
    base, ours, theirs = a_pair(rnd)
    try:
        assert merge(base, ours, base).data == ours
        assert merge(base, base, theirs).data == theirs
        assert merge(base, ours, ours).data == ours
    except CannotMerge as error:
        assert "no line for each key" in str(error)  # noqa: PT017 - a file that is one pair of brackets


def survey(seeds, flow):
    """How many merges were clean, torn, or refused."""
    return Counter(judge(*a_pair(Random(seed), flow)) for seed in seeds)


def test_hardly_ever_do_two_people_disturb_each_other_without_touching_one_thing():
    found = survey(range(50), 0.05)
    assert found["clean"] > 35
    assert found["conflict"] > 1, "the random pairs no longer try what they should"
    assert found["conflict without a quarrel"] + found["clean one way round only"] < 5, found
    assert sum(count for what, count in found.items() if "safe merge" in what) < 3, found


if __name__ == "__main__":  # more of the same: python -m tests.promises.test_merges FIRST LAST FLOW
    first, last, share = sys.argv[1:]
    for what, count in survey(range(int(first), int(last)), float(share)).most_common():
        print(count, what)  # noqa: T201
