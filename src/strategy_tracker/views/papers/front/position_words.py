"""The position in sentences: how the actions stand, what is known of the measures, and what has changed."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from strategy_tracker.briefing.material import Material
from strategy_tracker.briefing.news import MOST, YEAR, News, news
from strategy_tracker.briefing.position import PositionLine, are
from strategy_tracker.briefing.requests import RequestedThing
from strategy_tracker.judging.measure_counts import count_sides
from strategy_tracker.judging.standing.of_actions import ActionStanding
from strategy_tracker.judging.standing.of_measures import MeasureStanding
from strategy_tracker.judging.tally import Tally
from strategy_tracker.model.names.joined import listed, sentences
from strategy_tracker.model.names.labels import Label, label, phrase
from strategy_tracker.model.values import read_when
from strategy_tracker.views.dates_and_amounts import long_date, target_with_period, when
from strategy_tracker.views.document import Block, Paragraph, Points
from strategy_tracker.views.papers.front.position_of_one import (
    COLOURS,
    TO_COME,
    of_one_action,
    of_one_measure,
)
from strategy_tracker.views.papers.said import lacking_words, parts, things
from strategy_tracker.views.shares import figure_shown
from strategy_tracker.views.text import counted

FEW_DONE = 4
"""Things done that the first page names; each priority has its own."""
_DIRECTED = ("higher", "lower", "on-target")


def of_actions(actions: Sequence[ActionStanding], tally: Tally, drafted: int = 0) -> Paragraph:
    """Says first of all actions how many are complete or have a colour, then why the others have none.

    So many things were `drafted` by a machine and are not confirmed.
    """
    if not tally.total:
        left = label("position-left-out", number=f"{tally.left_out:,}")
        return Paragraph("", lead=left if tally.left_out else label("position-no-actions"))
    one = actions[0] if tally.total == len(actions) == 1 else None
    first = of_one_action(one, tally) if one else (*_complete(tally), *_coloured(tally))
    then = (*(() if one else _grey(actions)), *_aside(tally), *_drafted(drafted))
    return Paragraph(sentences(*then), lead=sentences(*first))


def _complete(tally: Tally) -> Iterator[Label]:
    done, total = tally.of("blue"), counted(tally.total, "action")
    name = label("position-complete-one" if done == 1 else "position-complete" if done else "position-complete-none")
    yield label(name.name, number=f"{done:,}", total=total)


def _coloured(tally: Tally) -> Iterator[Label]:
    numbers = [(tally.of(colour), phrase(colour)) for colour in COLOURS]
    number = sum(each for each, _ in numbers)
    if number:
        name = _BESIDE[bool(tally.of("blue"))][number == 1].name
        yield label(name, number=f"{number:,}", colours=parts(numbers))
    if tally.late:
        yield label("position-late-one" if tally.late == 1 else "position-late", number=f"{tally.late:,}")
    if tally.waiting:
        yield label("position-waiting-one" if tally.waiting == 1 else "position-waiting", number=f"{tally.waiting:,}")


_BESIDE: dict[bool, tuple[Label, Label]] = {
    True: (label("position-coloured"), label("position-coloured-one")),
    False: (label("position-coloured-all"), label("position-coloured-all-one")),
}
"""What is said of several with a colour and of one, by whether any is complete."""


def _grey(actions: Sequence[ActionStanding]) -> Iterator[Label]:
    grey = [one.rating for one in actions if one.rating.colour == "grey"]
    whys = Counter((one.why, one.word) if one.why not in _WHYS else (one.why, "") for one in grey)
    if not whys:
        return
    told = [_why(why, word, number) for (why, word), number in sorted(whys.items(), key=lambda one: -one[1])]
    why = listed(told)
    number = len(grey)
    yield label("position-grey-one" if number == 1 else "position-grey", number=f"{number:,}", why=why)


_WHYS: dict[str, Label] = {
    "no-judgement": label("grey-no-judgement"),
    "no-update": label("grey-no-update"),
    "no-word": label("grey-no-word"),
    "not-started": label("grey-not-started"),
    "strategy-not-begun": label("grey-not-started"),
    "strategy-ended": label("grey-ended"),
}


def _why(why: str, word: str, number: int) -> Label:
    if why == "no-judgement" and number == 1:
        return label("grey-no-judgement-one")
    return label(_WHYS[why].name if why in _WHYS else label("grey-other").name, number=f"{number:,}", word=word)


def _aside(tally: Tally) -> Iterator[Label]:
    if tally.moved:
        yield label("position-moved-one" if tally.moved == 1 else "position-moved", number=f"{tally.moved:,}")
    if tally.awaiting:
        yield label(
            "position-awaiting-one" if tally.awaiting == 1 else "position-awaiting", number=f"{tally.awaiting:,}"
        )
    if tally.left_out:
        yield label("position-left-out", number=f"{tally.left_out:,}")


def _drafted(many: int) -> Iterator[Label]:
    if many:
        yield label("position-drafted-one" if many == 1 else "position-drafted", number=f"{many:,}")


def of_measures(line: PositionLine, measures: Sequence[MeasureStanding]) -> str:
    """Says of all measures how many have a colour or a target, which way they moved, and where they are by others."""
    held = [one for one in measures if not one.withdrawn]
    alone = held[0] if line.measures.total == len(held) == 1 else None
    told = of_one_measure(alone, line.measures) if alone else _of_several(line, held)
    return sentences(*told, *_beside(held), *_missed(line))


def _of_several(line: PositionLine, held: Sequence[MeasureStanding]) -> Iterator[Label]:
    yield from (*_rated(line.measures), *_coming(held), *_moved(line, held))


def _rated(tally: Tally) -> Iterator[Label]:
    total = counted(tally.total, "measure")
    numbers = [(tally.of(colour), phrase(colour)) for colour in COLOURS]
    rated = sum(number for number, _ in numbers)
    name = label("measures-rated-one" if rated == 1 else "measures-rated" if rated else "measures-rated-none")
    yield label(name.name, number=f"{rated:,}", total=total, colours=parts(numbers))


def _coming(held: Sequence[MeasureStanding]) -> Iterator[Label]:
    coming = [one for one in held if one.rating.why in TO_COME]
    if len(coming) == 1:
        thing = phrase("two-words", first=coming[0].title, second=target_with_period(coming[0]) or "")
        yield label("measures-coming-one", thing=thing)
    elif coming:
        yield label("measures-coming", number=f"{len(coming):,}")


def _moved(line: PositionLine, held: Sequence[MeasureStanding]) -> Iterator[Label]:
    directed = [one for one in held if one.better in _DIRECTED]
    if directed:
        number = len(directed)
        which = label(
            "measures-directed-all"
            if number == len(held)
            else "measures-directed"
            if number > 1
            else "measures-directed-one"
        )
        yield label(which.name, number=f"{number:,}")
        moves = line.moves
        known = are(
            [(moves.better, phrase("better")), (moves.worse, phrase("worse")), (moves.same, phrase("the-same"))]
        )
        unknown = sum(one.headline.kind == "none" for one in directed)
        told = known or phrase("none-moved")
        name = label("measures-moved" if unknown > 1 else "measures-moved-one-new" if unknown else "measures-moved-all")
        yield label(name.name, moves=told, unknown=f"{unknown:,}")


def _beside(held: Sequence[MeasureStanding]) -> Iterator[Label]:
    sides = count_sides(held)
    if told := are(
        [(sides.ahead, phrase("is-ahead")), (sides.level, phrase("level")), (sides.behind, phrase("is-behind"))]
    ):
        yield label("measures-sides", sides=told)


def _missed(line: PositionLine) -> Iterator[Label]:
    if line.measures.missed:
        yield label("measures-missed", number=f"{line.measures.missed:,}")


def last_time(material: Material) -> date:
    """The day since which a paper tells what was done: what it is compared with, the last meeting, or a year before."""
    meeting = material.meeting
    if material.since.day:
        return material.since.day
    if meeting and meeting.last:
        return read_when(meeting.last).last
    return _a_year_before(material)


def _a_year_before(material: Material) -> date:
    return material.standing.as_at - YEAR


def what_changed(material: Material, most: int = MOST) -> tuple[Block, ...]:
    """What has changed in at most so many sentences, and what it is compared with."""
    since, day = material.since, last_time(material)
    found = news(material.standing, None if since.lacking else since.changes, day, most)
    if since.lacking:
        compared: str = label("compared-with-figure-before", why=lacking_words(since.lacking))
    else:
        compared = label("compared-with", moment=since.moment or since.words)
    told = tuple(_sentence(one, day, material) for one in found)
    lead = Paragraph(compared, lead=label("changed-lead"))
    return (lead, Points(told, numbered=True) if told else Paragraph(label("news-none")))


def _sentence(one: News, day: date, material: Material) -> str:
    if one.kind == "done":
        done = things([RequestedThing(text) for text in one.texts], FEW_DONE)
        if day == _a_year_before(material):
            return label("news-done-year", things=done)
        return label("news-done", since=long_date(day), things=done)
    if one.kind == "colour":
        return label("news-colour", before=one.before, after=one.after, what=one.text)
    if one.kind == "moved":
        return label("news-moved", before=when(one.before), after=when(one.after), what=one.text)
    measure = material.standing.measures[one.item]
    before, after = (
        figure_in(_at(measure, one.since, one.before), one.since, undated=one.since_undated),
        figure_in(_at(measure, one.period, one.after), one.period, undated=one.undated),
    )
    told = label(_WAYS[one.rose, bool(one.worse)].name, before=before, after=after, what=one.text)
    return label("news-best", best=figure_in(*one.best), told=told) if one.best else told


def _at(measure: MeasureStanding, period: str, shown: str) -> str:
    """A figure of a period with its base, where that is known; else as it is shown."""
    point = next((one for one in measure.points if one.period == period and one.amount is not None), None)
    return figure_shown(measure, point) if point and point.more and point.more.denominator else shown


_WAYS: dict[tuple[bool, bool], Label] = {
    (True, False): label("news-up-better"),
    (True, True): label("news-up-worse"),
    (False, False): label("news-down-better"),
    (False, True): label("news-down-worse"),
}
"""What is said of a figure that rose or not, and is worse or not."""


def figure_in(figure: str, period: str, *, undated: bool = False) -> Label:
    """Write `64% in January 2022`, `336 on 30 June 2022`, or of a figure without a date that it has none."""
    if undated:
        return label("without-date", figure=figure)
    name = label("on-day" if len(period) == len("2022-06-30") and period[4] == "-" else "in-period").name
    return label(name, figure=figure, period=when(period))
